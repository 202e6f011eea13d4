"""All that the page of one figure shows, as data: the figure, its past, its parts, the records behind it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger.remembering import remembered
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import linked, queries
from kebridge.core.records import register as registers
from kebridge.figures.buckets import DIMENSION_LABELS
from kebridge.figures.charts import Chart, months_chart
from kebridge.figures.compiling import Session
from kebridge.figures.drilldown import Breakdown, breakdown
from kebridge.figures.engines.sparing import SparingEngine
from kebridge.figures.evaluation import ask_of
from kebridge.figures.links import figure_url
from kebridge.figures.listing import FactLine, facts_of_figure
from kebridge.figures.presenting import ChangeText, change_of, plain
from kebridge.figures.requests import Figure, FigureRequest
from kebridge.figures.series import MONTHS, NO_LINE, YEARS, Picture, Wish, draw, pictures

LINES_A_PAGE = 30
# Metrics that stand on years or siblings open one way only.
_ONE_WAY = {"mean_per_year": "各年", "run": "各年", "rank": "各单位"}
_SIDE_NAMES = {"ratio": ("分子", "分母"), "share": ("部分", "全部"), "growth": ("本期", "上年同期"),
               "points": ("本期", "上年同期")}  # fmt: skip


@dataclass(frozen=True)
class Tab:
    key: str
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Part:
    """One row of a breakdown; `bar` is its length in per cent of the largest."""

    label: str
    text: str
    url: str
    share: str
    bar: int
    above: str = ""
    below: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the 台账明细 with the record behind it; `saying` is empty when the reader may not see it."""

    fact: FactLine
    quantity: str
    url: str = ""
    saying: str = ""
    document: str = ""


@dataclass(frozen=True)
class Side:
    label: str
    figure: Figure
    url: str


@dataclass(frozen=True)
class Opened:
    """The figure's past and parts."""

    picture: Picture
    breakdown: Breakdown
    tabs: tuple[Tab, ...]
    parts: tuple[Part, ...]
    chart: Chart | None

    @property
    def figure(self) -> Figure:
        return self.picture.figure


@dataclass(frozen=True)
class Records:
    """One page of the lines behind a figure."""

    lines: tuple[Line, ...]
    line_count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.line_count // LINES_A_PAGE))


def headed(request: FigureRequest, *, by: Actor) -> tuple[Figure, ChangeText | None]:
    """The figure with its change from the year before. Raises Denied and Refusal as `figures`."""
    (picture,) = pictures([Wish(request, line=NO_LINE)], by=by)
    return picture.figure, change_of(picture.figure, picture.before)


def opened(request: FigureRequest, *, by: Actor, dimension: str = "") -> Opened:
    """What stands below the figure on its page. Raises Denied and Refusal as `figures`."""
    session = Session(SparingEngine(), by)
    (picture,) = draw([Wish(request, pairs=True)], session)
    kind = picture.figure.metric.kind
    dimension = dimension if dimension in DIMENSION_LABELS else first_dimension(request)
    found = breakdown(ask_of(request, session), session, "org" if kind in _ONE_WAY else dimension)
    return Opened(
        picture=picture,
        breakdown=found,
        tabs=tuple(_tabs(request, kind, dimension)),
        parts=tuple(_parts(found)),
        chart=_chart(picture),
    )


def records_of(request: FigureRequest, *, by: Actor, page: int = 1) -> Records:
    """A page of the lines behind the figure. Raises as `figures`."""
    page = max(1, page)
    facts, count = remembered(
        "lines", str(request), by.sight, page,
        make=lambda: facts_of_figure(
            request, by=by, offset=(page - 1) * LINES_A_PAGE, limit=LINES_A_PAGE, engine=SparingEngine()
        ),
    )  # fmt: skip
    return Records(tuple(with_records(facts, by=by)), count, page)


def first_dimension(request: FigureRequest) -> str:
    """By organisation where there are any below, else by month."""
    tree = latest_tree()
    node = tree.by_code.get(request.scope.org_code)
    return "month" if request.scope.own or node is None or not tree.children.get(node.id) else "org"


def _tabs(request: FigureRequest, kind: str, current: str) -> Iterable[Tab]:
    if kind in _ONE_WAY:
        yield Tab("org", _ONE_WAY[kind], figure_url(request), True)
        return
    for key, label in DIMENSION_LABELS.items():
        yield Tab(key, f"按{label}", f"{figure_url(request)}&by={key}", key == current)


def _parts(found: Breakdown) -> Iterable[Part]:
    metric = found.figure.metric
    largest = max((abs(row.value) for row in found.rows if row.value is not None), default=Decimal(0))
    whole = found.total if found.total and metric.kind in ("flow", "stock", "snapshot") else None
    for row in found.rows:
        bar = int(abs(row.value) / largest * 100) if row.value is not None and largest else 0
        share = f"{row.value / whole * 100:.1f}%" if whole and row.value is not None else ""
        text = row.note or plain(row.value, metric)
        above, below = (("" if side is None else f"{side:,f}") for side in (row.numerator, row.denominator))
        yield Part(row.label, text, figure_url(row.request) if row.request else "", share, bar, above, below)


def side_names(kind: str) -> tuple[str, str] | None:
    return _SIDE_NAMES.get(kind)


def sides_of(figure: Figure) -> list[Side]:
    return list(_sides(figure))


def _sides(figure: Figure) -> Iterable[Side]:
    names = _SIDE_NAMES.get(figure.metric.kind, ("依据", ""))
    for label, side in zip(names, (figure.numerator, figure.denominator), strict=True):
        if side is not None:
            # A part that is limited by the definition itself has no address of its own.
            is_plain = figure.metric.kind != "share" or bool(figure.metric.numerator)
            yield Side(label, side, figure_url(side.request) if is_plain else "")


def _chart(picture: Picture) -> Chart | None:
    metric = picture.figure.metric
    if picture.line == MONTHS:
        return months_chart("chart-line", f"{metric.title}逐月", picture)
    known = [point for point in picture.points if point.value is not None]
    if picture.line != YEARS or len(known) < 2:
        return None
    request = picture.figure.request
    labels = tuple(point.period.label for point in picture.points)
    values = tuple(None if point.value is None else metric.rounded(point.value) for point in picture.points)
    urls = tuple(figure_url(replace(request, period=point.period)) for point in picture.points)
    return Chart(
        "chart-line", f"{metric.title}逐年", metric.unit, "line", labels, (metric.title,), (values,), urls
    )


def with_records(facts: Iterable[FactLine], *, by: Actor) -> list[Line]:
    """The lines with the sentence and page of each record that the reader may see: one reading a register."""
    facts = list(facts)
    wanted: dict[str, set[int]] = {}
    for fact in facts:
        wanted.setdefault(fact.source_type, set()).add(fact.source_id)
    known = {(code, one.pk): one for code, ids in wanted.items() for one in _records(code, ids, by)}
    return [_line(fact, known.get((fact.source_type, fact.source_id))) for fact in facts]


def _records(code: str, ids: set[int], by: Actor) -> Iterable[Any]:
    try:
        register = registers.get(code)
    except KeyError:
        return []
    found = list(queries.visible(register, by).filter(pk__in=ids))
    linked.read(register, found, register.prefetch)
    return found


def _line(fact: FactLine, record: Any) -> Line:
    quantity = f"{fact.quantity.normalize():,f}"
    if record is None:
        return Line(fact, quantity)
    register = registers.get(fact.source_type)
    document = getattr(record, "document", "")
    # A past figure is its paper; its own sentence can only name the metric's code.
    saying = fact.measure_title if fact.source_type == "past_figures" else register.sentence(record)
    return Line(fact, quantity, register.url(record), saying, document)


def may_export(request: FigureRequest, *, by: Actor) -> bool:
    node = latest_tree().by_code.get(request.scope.org_code)
    return node is not None and by.can(Verb.EXPORT, node.id)
