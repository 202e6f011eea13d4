"""数据来源说明: all that a printed page says about where one figure comes from."""

from dataclasses import dataclass

from kebridge.core.access.actors import Actor
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.models import Seal
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.figures import metrics
from kebridge.figures.compiling import Session
from kebridge.figures.drilldown import Breakdown, breakdown, sides
from kebridge.figures.engines.base import Engine
from kebridge.figures.engines.database import DatabaseEngine
from kebridge.figures.evaluation import ask_of, evaluate
from kebridge.figures.listing import FactLine, lines
from kebridge.figures.metrics.definition import KIND_LABELS, Metric
from kebridge.figures.requests import FILTER_LABELS, Figure, FigureRequest

FIRST_LINES = 200


@dataclass(frozen=True)
class SourcesNote:
    """The page, as data. `bases` are (label, share); `sides` the figures that a derived one stands on."""

    figure: Figure
    title: str
    definition: tuple[tuple[str, str], ...]
    scope: str
    period: str
    filters: str
    position: str
    bases: tuple[tuple[str, str], ...]
    by_org: Breakdown
    sides: tuple[tuple[str, Figure], ...]
    lines: tuple[FactLine, ...]
    line_count: int


def sources_note(request: FigureRequest, *, by: Actor, engine: Engine | None = None) -> SourcesNote:
    """The note of one figure. Raises Denied and Refusal as `figures`."""
    session = Session(engine or DatabaseEngine(), by)
    ask = ask_of(request, session)
    figure = evaluate(ask, session)
    org_id = session.org_id(ask.scope.org_code)
    first, count = lines(ask, session, 0, FIRST_LINES)
    return SourcesNote(
        figure=figure,
        title=ask.metric.title,
        definition=tuple(definition_of(ask.metric)),
        scope=session.tree(ask.tree_day, ask.position).name(org_id) + ("（本级）" if ask.scope.own else ""),
        period=ask.period.label,
        filters="；".join(
            f"{FILTER_LABELS[key]}：{'、'.join(values)}" for key, values in ask.filters.items()
        ),
        position=position_label(ask.position),
        bases=tuple((BASIS_LABELS[name], f"{share * 100:.1f}%") for name, share in figure.bases.items()),
        by_org=breakdown(ask, session, "org"),
        sides=tuple((label, evaluate(side, session)) for label, side in sides(ask, session)),
        lines=tuple(first),
        line_count=count,
    )


def position_label(position: int | None) -> str:
    """The position in words, with the head digest that proves it."""
    if position is None:
        return "当前（全部已计入的记录）"
    made = Seal.objects.get(pk=position)
    return f"第{position}号存证（{made.digest[:12]}）"


def measures_of(metric: Metric) -> list[Measure]:
    """The measures that a metric reads, also through the metrics it is built on."""
    found = [ledger_measures.get(code) for code in metric.measures]
    for name in metric.references:
        found += [measure for measure in measures_of(metrics.get(name)) if measure not in found]
    return found


def definition_of(metric: Metric) -> list[tuple[str, str]]:
    """A definition in labelled lines of plain Chinese."""
    rows = [("指标", f"{metric.title}（{metric.name}，第{metric.version}版）"), ("口径", metric.help)]
    rows.append(("算法", KIND_LABELS[metric.kind]))
    rows += [("统计项", "、".join(f"{measure.title}（{measure.unit}）" for measure in measures_of(metric)))]
    if metric.filters:
        limits = (f"{FILTER_LABELS[key]}：{'、'.join(values)}" for key, values in metric.filters)
        rows.append(("定义限定", "；".join(limits)))
    if metric.carry_forward:
        rows.append(("沿用", f"一次观测最多沿用{metric.carry_forward}天"))
    rows.append(("小数", f"保留{metric.decimals}位"))
    return [(label, text) for label, text in rows if text]
