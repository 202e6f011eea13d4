"""The figures of base metrics: sums, levels, observations and distinct counts, with where they come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.rows import BASIS_NAMES, DIMENSIONS
from kebridge.figures import awaiting, completeness
from kebridge.figures.compiling import Ask, Session, base_select, counted_tags, other_select
from kebridge.figures.engines.base import Select
from kebridge.figures.observing import observations, observed
from kebridge.figures.origins import OtherFact, Others, others, replacing
from kebridge.figures.past import past_value
from kebridge.figures.requests import NIL, REPORTED, UNREPORTED, Figure, Origins, Straddling
from kebridge.figures.units import unit_of

SUMMARY, OPENING = 1, 2


@dataclass
class Total:
    """A value before it becomes a figure: exact and shown-unit numbers, None when nothing stands."""

    exact: Decimal | None = None
    facts: int = 0
    bases: dict[int, Decimal] = field(default_factory=dict)
    planned: Decimal = Decimal(0)
    detail: Decimal = Decimal(0)
    others: Others = field(default_factory=Others)
    day: date | None = None


def base_figure(ask: Ask, session: Session, *, is_whole: bool = True) -> Figure:
    """The figure of a base metric; otherwise than `is_whole`, without who owes reports, what waits for review, and by how
    much replaced summaries differed."""
    total = _TOTALS[ask.metric.kind](ask, session)
    scale = _shown_scale(ask)
    counted = total.others.counted
    status, exact, past = REPORTED, total.exact, Decimal(0)
    if not total.facts:
        status, exact = _without_facts(ask, session)
        if old := past_value(ask, session):
            status, exact, past = REPORTED, old.value, old.value
            total.bases = {old.basis: old.value}
    return Figure(
        request=ask.request,
        metric=ask.metric,
        value=None if exact is None else ask.metric.rounded(exact),
        exact=exact,
        unit=unit_of(ask.metric, ask.filters),
        status=status,
        as_of=ask.tree_day,
        missing=completeness.missing(ask, session) if is_whole else (),
        pending=awaiting.pending(ask, session) if is_whole else 0,
        bases=_shares(total.bases),
        origins=Origins(
            detail=total.detail,
            summary=_sum(counted, SUMMARY) / scale,
            opening=_sum(counted, OPENING) / scale,
            past=past,
            superseded=_sum(total.others.superseded) / scale,
            difference=_difference(total.others, ask, session) / scale if is_whole else Decimal(0),
        ),
        straddling=_straddling(total.others.straddling, ask, session, scale),
        planned_share=_planned_share(total, exact),
        day=total.day,
        note="" if exact is not None else _why_none(status),
    )


def base_value(ask: Ask, session: Session) -> Decimal | None:
    """The exact value alone, as `base_figure` gives it: for the points of a line, which need nothing else."""
    total = _TOTALS[ask.metric.kind](ask, session)
    if total.facts:
        return total.exact
    old = past_value(ask, session)
    return old.value if old else _without_facts(ask, session)[1]


def _without_facts(ask: Ask, session: Session) -> tuple[str, Decimal | None]:
    """Status and value when no fact answers: a declared zero, a zero among other records, or nothing."""
    if ask.metric.kind in ("first", "value", "snapshot"):
        return UNREPORTED, None
    if completeness.has_nil(ask, session):
        return NIL, Decimal(0)
    if completeness.has_records(ask, session):
        return REPORTED, Decimal(0)
    return UNREPORTED, None


def _difference(other: Others, ask: Ask, session: Session) -> Decimal:
    """What summaries said more than the detail that replaced them."""
    return _sum(other.superseded) - replacing(other.superseded, ask, session)


def _why_none(status: str) -> str:
    return "没有单位填报，也没有零报告" if status == UNREPORTED else "不能计算"


def _shown_scale(ask: Ask) -> int:
    return 1 if ask.metric.kind in ("subjects", "distinct", "first") else ask.scale


def _sum(facts: Iterable[OtherFact], origin: int = 0) -> Decimal:
    return Decimal(sum(fact.quantity for fact in facts if not origin or fact.origin == origin))


def _shares(bases: dict[int, Decimal]) -> dict[str, Decimal]:
    whole = sum(bases.values(), Decimal(0))
    if not whole:
        return {}
    return {BASIS_NAMES[basis]: value / whole for basis, value in sorted(bases.items()) if value}


def _planned_share(total: Total, exact: Decimal | None) -> Decimal:
    return total.planned / exact if exact and total.planned else Decimal(0)


def _straddling(facts: list[OtherFact], ask: Ask, session: Session, scale: int) -> tuple[Straddling, ...]:
    if not facts:
        return ()
    tree = session.tree(ask.tree_day, ask.position)
    rows = [
        Straddling(f.org_id, tree.name(f.org_id), f.since, f.day, Decimal(f.quantity) / scale) for f in facts
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.org_id)))


# -- sums: flows and stocks


def _sums(ask: Ask, session: Session) -> Total:
    if ask.metric.over_time == "mean":
        return _mean_of_months(ask, session)
    per_org = ask.metric.over_tree == "max"
    columns = ("org_id", "basis", "state") if per_org else ("basis", "state")
    cells = [
        (group.key, group.quantity, group.facts)
        for group in session.groups(base_select(ask, session, columns))
    ]
    other = others(ask, session)
    if per_org:
        cells, other = _greatest(cells, other)
    return _total_of(cells, other, ask.scale)


def _total_of(cells: Sequence[tuple[tuple[Any, ...], int, int]], other: Others, scale: int) -> Total:
    total = Total(others=other)
    quantities: dict[int, int] = defaultdict(int)
    planned = detail = 0
    for key, quantity, facts in cells:
        basis, state = key[-2:]
        quantities[basis] += quantity
        planned += quantity * state
        detail += quantity
        total.facts += facts
    for fact in other.counted:
        quantities[fact.basis] += fact.quantity
        planned += fact.quantity * fact.state
        total.facts += 1
    total.bases = {basis: Decimal(quantity) / scale for basis, quantity in quantities.items()}
    total.exact = Decimal(sum(quantities.values())) / scale
    total.detail, total.planned = Decimal(detail) / scale, Decimal(planned) / scale
    return total


def _greatest(cells: list[Any], other: Others) -> tuple[list[Any], Others]:
    """Only the organisation with the largest quantity; the lowest id among equals."""
    sums: dict[int, int] = defaultdict(int)
    for key, quantity, _ in cells:
        sums[key[0]] += quantity
    for fact in other.counted:
        sums[fact.org_id] += fact.quantity
    if not sums:
        return cells, other
    best = min(sums, key=lambda org: (-sums[org], org))
    kept = [fact for fact in other.counted if fact.org_id == best]
    return [cell for cell in cells if cell[0][0] == best], replace(other, counted=kept)


def _mean_of_months(ask: Ask, session: Session) -> Total:
    """A stock's mean over the ends of the months of the period."""
    at_end = replace(ask.metric, over_time="end")
    parts = [
        _sums(replace(ask, metric=at_end, period=_span(month, ask.period)), session)
        for month in ask.period.months()
    ]
    last = parts[-1]
    last.facts = max(part.facts for part in parts)
    last.exact = sum((part.exact or Decimal(0) for part in parts), Decimal(0)) / len(parts)
    return last


def _span(month: Period, whole: Period) -> Period:
    return Period.of(month.start, month.end, "range", planned=whole.planned)


# -- distinct counts


def _subjects(ask: Ask, session: Session) -> Total:
    select = replace(
        base_select(ask, session), columns=("basis", "state"), count_subjects=True, standing=ask.is_level
    )
    cells = [(group.key, group.quantity, group.facts) for group in session.groups(select)]
    return _total_of(cells, others(ask, session), 1)


def _distinct(ask: Ask, session: Session) -> Total:
    """Distinct values of a dimension, tags or organisations among the standing facts."""
    column = _distinct_column(ask)
    best: dict[Any, tuple[int, int]] = {}
    for group in session.groups(base_select(ask, session, (column, "basis", "state"))):
        value, basis, state = group.key
        for member in counted_tags(value, ask, session) if column == "tagset_id" else [value]:
            if member not in ("", None):
                best[member] = min(best.get(member, (basis, state)), (basis, state))
    other = others(ask, session)
    if column in ("org_id", *DIMENSIONS):
        for fact in other.counted:
            value = getattr(fact, column)
            if value != "":
                best[value] = min(best.get(value, (fact.basis, fact.state)), (fact.basis, fact.state))
    total = _total_of([(key, 1, 1) for key in best.values()], Others(), 1)
    total.others = replace(other, counted=[])
    return total


def _distinct_column(ask: Ask) -> str:
    of_tags = dict.fromkeys(("programme", "plan", "scheme"), "tagset_id")
    return {"orgs": "org_id", **of_tags}.get(ask.metric.dimension, ask.metric.dimension)


# -- observations and days


def _snapshot(ask: Ask, session: Session) -> Total:
    chosen = observations(ask, session)
    if ask.metric.over_tree == "max" and chosen:
        chosen = [max(chosen, key=lambda seen: (seen.quantity, -seen.org_id))]
    if not ask.metric.change:
        return _total_of([((o.basis, o.state), o.quantity, 1) for o in chosen], Others(), ask.scale)
    before = {o.series: o for o in observations(ask, session, ask.period.start - timedelta(days=1))}
    cells = [
        ((o.basis, o.state), o.quantity - before[o.series].quantity, 1) for o in chosen if o.series in before
    ]
    return _total_of(cells, Others(), ask.scale)


def _first(ask: Ask, session: Session) -> Total:
    groups = session.groups(base_select(ask, session, ("day", "basis", "state")))
    if not groups:
        return Total()
    first = min(groups, key=lambda group: group.key)
    day: date = first.key[0]
    return Total(Decimal(day.year), 1, {first.key[1]: Decimal(1)}, day=day)


_TOTALS = {
    "flow": _sums, "stock": _sums, "snapshot": _snapshot, "value": _snapshot, "subjects": _subjects,
    "distinct": _distinct, "first": _first,
}  # fmt: skip


def wanted(ask: Ask, session: Session) -> list[Select]:
    """The selects that a base metric surely needs, for planning a batch."""
    kind = ask.metric.kind
    if kind in ("flow", "stock") and ask.metric.over_tree != "max" and ask.metric.over_time != "mean":
        return [base_select(ask, session), other_select(ask, session)]
    if kind == "subjects":
        counting = replace(base_select(ask, session), count_subjects=True, standing=ask.is_level)
        return [counting, other_select(ask, session)]
    if kind == "distinct":
        columns = (_distinct_column(ask), "basis", "state")
        return [base_select(ask, session, columns), other_select(ask, session)]
    if kind in ("snapshot", "value"):
        return [observed(ask, session)]
    return []
