"""Opening a figure: its parts by a dimension, with the rule by which they reconcile with it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.refusal import Refusal
from kebridge.figures.buckets import DIMENSION_LABELS, Bucket, child_buckets, sorter
from kebridge.figures.cells import Cell, parts_by_org, parts_of, value_of
from kebridge.figures.comparing import part, part_of_share, previous, siblings, whole_of_share, years_back
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.engines.base import Engine
from kebridge.figures.engines.database import DatabaseEngine
from kebridge.figures.evaluation import ask_of, evaluate
from kebridge.figures.requests import NIL, UNREPORTED_TEXT, Figure, FigureRequest

DIMENSIONS = tuple(DIMENSION_LABELS)
_EXACT = Decimal("0.000000001")

ADDS = "各部分相加等于总数"
DISTINCT = "去重：同一对象可以出现在几个部分里，各部分之和可以大于总数"
LEVELS = "期初数加各期变动等于期末数"
OBSERVED = "每个单位取时期内最近一次有效观测，相加等于总数"
LARGEST = "取最大的一个单位，不相加"
EARLIEST = "取最早的一天"
OVERLAPS = "一条记录可以属于几个品牌活动，各部分有重叠，不列合计"
SIDES = "分子、分母分别汇总后相除，比率不能相加"
COMPARED = "本期与上年同期各自汇总后比较，增减不能相加"
YEARS_MEAN = "各年之和除以年数"
YEARS_RUN = "从末年往前数，中断一年即止"
RANKED = "同一上级、同一类型的单位之间排位，并列者同位"
PAST_RULE = "往年数：依据往年报告，没有明细"
NIL_RULE = "零报告：填报单位声明没有发生"


@dataclass(frozen=True)
class Row:
    """One part: exact value in the shown unit (None: not reported) and the request that opens it further.

    `numerator` and `denominator` are the two sides of a ratio, or now and before of a comparison.
    """

    key: str
    label: str
    value: Decimal | None
    request: FigureRequest | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class Breakdown:
    """A figure's parts. `total` is exact, None where a total row would mislead (overlapping parts)."""

    figure: Figure
    dimension: str
    rows: tuple[Row, ...]
    total: Decimal | None
    reconciles: bool
    rule: str


def drill(request: FigureRequest, *, by: Actor, by_dimension: str, engine: Engine | None = None) -> Breakdown:
    """The parts of one figure by org, month, kind, basis or programme. Raises Denied and Refusal as `figures`."""
    return drill_all(request, by=by, dimensions=(by_dimension,), engine=engine)[by_dimension]


def drill_all(request: FigureRequest, *, by: Actor, dimensions: Iterable[str] = DIMENSIONS,
              engine: Engine | None = None) -> dict[str, Breakdown]:  # fmt: skip
    """Several breakdowns of one figure, from one reading of its facts."""
    session = Session(engine or DatabaseEngine(), by)
    ask = ask_of(request, session)
    wanted = tuple(dimensions)
    for dimension in wanted:
        if dimension not in DIMENSIONS:
            raise Refusal(
                f"不能按“{dimension}”展开", repair=f"可以按{'、'.join(DIMENSION_LABELS.values())}展开"
            )
    return {dimension: breakdown(ask, session, dimension) for dimension in wanted}


def breakdown(ask: Ask, session: Session, dimension: str) -> Breakdown:
    """One breakdown inside a session."""
    figure = evaluate(ask, session)
    if figure.origins.past and not figure.numerator:
        label = f"往年数（{ask.period.label}）"
        return Breakdown(
            figure, dimension, (Row("past", label, figure.exact),), figure.exact, True, PAST_RULE
        )
    if ask.metric.kind in ("ratio", "share", "growth", "points"):
        return _compared(ask, session, dimension, figure)
    if ask.metric.is_derived:
        return _listed(ask, session, dimension, figure)
    if figure.status == NIL:
        return Breakdown(figure, dimension, (), figure.exact, True, NIL_RULE)
    return _base(ask, session, dimension, figure)


def _base(ask: Ask, session: Session, dimension: str, figure: Figure) -> Breakdown:
    sort = sorter(dimension, ask, session)
    parts: dict[Bucket, list[Cell]] = defaultdict(list)
    everything, scale = parts_by_org(ask, session) if dimension == "org" else parts_of(ask, session)
    for cell in everything:
        for bucket in sort(cell):
            parts[bucket].append(cell)
    rows = [(bucket, value_of(ask, members, scale)) for bucket, members in parts.items()]
    if dimension == "org":
        rows += [(bucket, None) for bucket in _silent(ask, session, figure) if bucket not in parts]
    rows.sort(key=lambda row: row[0].order)
    made = tuple(
        Row(
            bucket.key, bucket.label, value, bucket.request, note="" if value is not None else UNREPORTED_TEXT
        )
        for bucket, value in rows
    )
    values = [value for _, value in rows if value is not None]
    is_whole = _same(value_of(ask, everything, scale), figure.exact) if everything else not figure.exact
    if dimension == "programme":
        return Breakdown(figure, dimension, made, None, is_whole and _overlapping(figure, values), OVERLAPS)
    reconciles, rule = _reconciled(ask, dimension, figure, values)
    return Breakdown(figure, dimension, made, figure.exact, is_whole and reconciles, rule)


def _silent(ask: Ask, session: Session, figure: Figure) -> Iterable[Bucket]:
    """Children below which a unit owes a report: shown as not reported when they gave nothing at all."""
    buckets = child_buckets(ask, session)
    return dict.fromkeys(buckets[row.org_id] for row in figure.missing if row.org_id in buckets)


def _overlapping(figure: Figure, values: Sequence[Decimal]) -> bool:
    return figure.exact is None or figure.day is not None or all(value <= figure.exact for value in values)


def _reconciled(ask: Ask, dimension: str, figure: Figure, values: Sequence[Decimal]) -> tuple[bool, str]:
    """Whether the parts fit the whole, and by which rule."""
    whole, kind = figure.exact, ask.metric.kind
    if whole is None:
        return not values, ADDS
    if kind == "first":
        return min(values, default=whole) == whole, EARLIEST
    if kind in ("subjects", "distinct"):
        return max(values, default=Decimal(0)) <= whole <= sum(values, Decimal(0)), DISTINCT
    rule = ADDS
    if ask.is_level and dimension == "month":
        rule = LEVELS
    elif kind in ("snapshot", "value"):
        rule = OBSERVED
    if ask.metric.over_tree == "max":
        rule = LARGEST
    return _same(sum(values, Decimal(0)), whole), rule


def _same(one: Decimal | None, other: Decimal | None) -> bool:
    """Equal but for the last digits of a division."""
    return one == other or (one is not None and other is not None and abs(one - other) < _EXACT)


# -- metrics that stand on others


def sides(ask: Ask, session: Session) -> list[tuple[str, Ask]]:
    """The requests that a derived figure stands on, with what they are to it."""
    metric = ask.metric
    if metric.kind == "ratio":
        return [("分子", part(ask, metric.numerator)), ("分母", part(ask, metric.denominator))]
    if metric.kind == "share":
        return [("部分", part_of_share(ask)), ("全部", whole_of_share(ask, session))]
    if metric.kind in ("growth", "points"):
        return [("本期", part(ask, metric.of)), ("上年同期", previous(ask, metric.of))]
    return [("依据", part(ask, metric.of))] if metric.of else []


def _compared(ask: Ask, session: Session, dimension: str, figure: Figure) -> Breakdown:
    (_, above), (_, below) = sides(ask, session)
    first = breakdown(above, session, dimension)
    second = breakdown(below, session, dimension)
    shift = _key_of_before if ask.metric.kind in ("growth", "points") and dimension == "month" else None
    others = {shift(row.key) if shift else row.key: row for row in second.rows}
    mine = {shift(row.key) if shift else row.key: row for row in first.rows}
    rows = []
    for key in dict.fromkeys([*mine, *others]):
        upper, lower = mine.get(key), others.get(key)
        shown = upper or lower
        assert shown is not None
        up, down = upper.value if upper else None, lower.value if lower else None
        request = (
            shown.request and replace(ask.request, scope=shown.request.scope) if dimension == "org" else None
        )
        rows.append(Row(shown.key, shown.label, _divide(ask, up, down), request, up, down))
    rule = COMPARED if ask.metric.kind in ("growth", "points") else SIDES
    fits = first.reconciles and second.reconciles
    total = None if dimension == "programme" else figure.exact
    return Breakdown(figure, dimension, tuple(rows), total, fits, rule)


def _key_of_before(key: str) -> str:
    """The month without its year: March meets March."""
    return key[-2:] if key[:4].isdecimal() else key


def _divide(ask: Ask, above: Decimal | None, below: Decimal | None) -> Decimal | None:
    if above is None or below is None:
        return None
    if ask.metric.kind == "points":
        return above - below
    if not below:
        return None
    if ask.metric.kind == "growth":
        return (above - below) / abs(below) * 100
    return above / below * ask.metric.times


def _listed(ask: Ask, session: Session, dimension: str, figure: Figure) -> Breakdown:
    """Means and runs open by year, ranks by sibling; every row is a figure of its own."""
    metric = ask.metric
    if metric.kind == "mean_per_year":
        asks, rule = [part(ask.during(year), metric.of) for year in ask.period.years()], YEARS_MEAN
    elif metric.kind == "rank":
        asks, rule = [replace(peer, peer=False) for peer in siblings(ask, session)], RANKED
    else:
        of = years_back(ask)
        asks, rule = [of(back) for back in range(int(figure.exact or 0) + 1)], YEARS_RUN
    found = [evaluate(each, session) for each in asks]
    rows = tuple(_row_of(each, rule == RANKED, ask, session) for each in found)
    return Breakdown(figure, dimension, rows, figure.exact, _listed_fits(figure, found, rule), rule)


def _row_of(figure: Figure, is_rank: bool, ask: Ask, session: Session) -> Row:
    code = figure.request.scope.org_code
    label = figure.request.period.label
    if is_rank:
        label = session.tree(ask.tree_day, ask.position).name(session.org_id(code))
    key = code if is_rank else str(figure.request.period)
    note = "" if figure.exact is not None else UNREPORTED_TEXT
    return Row(key, label, figure.exact, figure.request, note=note)


def _listed_fits(figure: Figure, found: Sequence[Figure], rule: str) -> bool:
    values = [each.exact for each in found if each.exact is not None]
    if figure.exact is None:
        return len(values) < len(found) or not found
    if rule == YEARS_MEAN:
        return _same(sum(values, Decimal(0)) / len(found), figure.exact)
    if rule == RANKED:
        return figure.among == len(values)
    return sum(1 for value in values if value > 0) == figure.exact
