"""Figures as a report states them: computed in one batch, written in their style, linked to their drill-down."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.core.wording.styles import Written, write
from kebridge.figures.documents import model as doc
from kebridge.figures.evaluation import figures
from kebridge.figures.links import figure_url
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.presenting import NO_VALUE
from kebridge.figures.reports.blocks import BoundFigure
from kebridge.figures.reports.template import Template
from kebridge.figures.requests import NIL, UNREPORTED, Figure, FigureRequest


@dataclass(frozen=True)
class Stated:
    """A figure as the report states it."""

    bound: BoundFigure
    figure: Figure
    written: Written | None

    @property
    def is_missing(self) -> bool:
        return self.figure.status == UNREPORTED or self.figure.value is None

    @property
    def is_nothing(self) -> bool:
        """Zero, be it declared by a nil return or counted."""
        return self.figure.status == NIL or self.figure.value == 0

    @property
    def text(self) -> str:
        if self.written:
            return self.written.text
        return NO_VALUE if self.bound.compared else doc.MISSING_TEXT


@dataclass(frozen=True)
class PartStated:
    """One number of a breakdown, as a table or a chart shows it."""

    key: str
    title: str
    metric: Metric
    value: Decimal | None
    text: str


@dataclass
class Binding:
    """A template while it is bound: the figures stated, and the numbers of its breakdowns as they are drawn."""

    template: Template
    by: Actor
    position: int | None
    stated: dict[str, Stated] = field(default_factory=dict)
    parts: dict[str, PartStated] = field(default_factory=dict)

    def keep(self, part: PartStated) -> None:
        self.parts[part.key] = part


def bind(template: Template, by: Actor, position: int | None) -> Binding:
    """All figures of the template at a position. Raises Denied: the actor may not see its scope."""
    bound = list(template.figures.values())
    found = figures([replace(one.request, position=position) for one in bound], by=by)
    stated = {
        one.key: Stated(one, figure, _written(one, figure)) for one, figure in zip(bound, found, strict=True)
    }
    return Binding(template, by, position, stated)


def _written(bound: BoundFigure, figure: Figure) -> Written | None:
    if figure.status == UNREPORTED or figure.value is None:
        return None
    return write(Decimal(figure.value), bound.unit, bound.style)


def run_of(one: Stated) -> doc.FigureRun:
    """The figure as the text writes it."""
    return _run(one, one.text)


def cell_of(one: Stated) -> doc.FigureRun:
    """The exact figure of a table, without its unit."""
    value = one.figure.value
    return _run(one, one.text if value is None or one.is_missing else f"{value:,f}")


def _run(one: Stated, text: str) -> doc.FigureRun:
    figure = one.figure
    return doc.FigureRun(
        text, href=figure_url(figure.request), key=one.bound.key, basis=basis_text(figure),
        tooltip=f"{figure.metric.title}，{figure.request.period.label}，{figure.text}，{basis_text(figure)}",
        missing=one.is_missing and not one.bound.compared,
    )  # fmt: skip


def basis_text(figure: Figure) -> str:
    """The mix of bases in words: 现场计数 92%、单位填报 8%."""
    shares = sorted(figure.bases.items(), key=lambda item: -item[1])
    if len(shares) == 1:
        return BASIS_LABELS[shares[0][0]]
    return "、".join(f"{BASIS_LABELS[name]}{share * 100:.0f}%" for name, share in shares)


def blocking(stated: Iterable[Stated]) -> list[str]:
    """What must be mended before signing."""
    return [
        f"“{one.figure.metric.title}”（{one.figure.request.period.label}）没有单位填报，也没有零报告"
        for one in stated
        if one.is_missing and not one.bound.compared
    ]


def warnings(stated: Iterable[Stated]) -> list[str]:
    """What should be read before signing."""
    found = []
    for one in stated:
        title = one.figure.metric.title
        if one.bound.compared:
            continue
        if one.figure.pending:
            found.append(f"“{title}”还有待审{one.figure.pending}条未计入")
        if one.figure.missing:
            names = list(dict.fromkeys(unit.name for unit in one.figure.missing))
            found.append(f"“{title}”还有{len(names)}个单位未报：{'、'.join(names[:5])}")
        if one.figure.straddling:
            found.append(f"“{title}”有{len(one.figure.straddling)}条汇总跨越时期，未计入")
        if one.written and one.written.style != one.bound.style:
            found.append(f"“{title}”：{one.written.note}")
    return list(dict.fromkeys(found))


def request_of(binding: Binding, key: str) -> FigureRequest:
    return binding.stated[key].figure.request
