"""The parts that a base figure is made of: facts netted by organisation, day, kind, basis and tags, read once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from kebridge.core.calendar.periods import Period
from kebridge.figures.compiling import Ask, Session, base_select, tag_members
from kebridge.figures.observing import observations
from kebridge.figures.origins import OtherFact, others

_COLUMNS = ("org_id", "day", "kind", "basis", "tagset_id")


class Cell(NamedTuple):
    """One part. `weight` in shown units; `identity` is what a distinct count counts, None where weights add up.

    `since`: a statement over several days starts there (None: a single day, or from the beginning).
    """

    org_id: int
    day: date
    kind: str
    basis: int
    tagset_id: int | None
    weight: Decimal
    identity: Any = None
    since: date | None = None


def cells(ask: Ask, session: Session) -> list[Cell]:
    """The parts of a base figure; folding all of them by `value_of` gives the figure."""
    key = ("cells", ask)
    if key not in session.memo:
        session.memo[key] = _READERS[ask.metric.kind](ask, session)
    found: list[Cell] = session.memo[key]
    return found


def value_of(ask: Ask, parts: Sequence[Cell]) -> Decimal | None:
    """The value that these parts of a figure have by themselves."""
    if ask.metric.kind == "first":
        return Decimal(min(part.day for part in parts).year) if parts else None
    added = sum((part.weight for part in parts if part.identity is None), Decimal(0))
    weights: dict[Any, Decimal] = defaultdict(Decimal)
    for part in parts:
        if part.identity is not None:
            weights[part.identity] += part.weight
    return added + sum(1 for weight in weights.values() if weight > 0)


def _other_cells(facts: Iterable[OtherFact], scale: int) -> list[Cell]:
    return [
        Cell(f.org_id, f.day, f.kind, f.basis, f.tagset_id, Decimal(f.quantity) / scale, None, f.since)
        for f in facts
    ]


def _sums(ask: Ask, session: Session) -> list[Cell]:
    if ask.metric.over_time == "mean":
        return _monthly(ask, session)
    found = [
        Cell._make((*group.key, Decimal(group.quantity) / ask.scale, None, None))
        for group in session.groups(base_select(ask, session, _COLUMNS))
    ]
    found += _other_cells(others(ask, session).counted, ask.scale)
    return _of_greatest(found) if ask.metric.over_tree == "max" else found


def _of_greatest(found: list[Cell]) -> list[Cell]:
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for cell in found:
        sums[cell.org_id] += cell.weight
    best = min(sums, key=lambda org: (-sums[org], org), default=None)
    return [cell for cell in found if cell.org_id == best]


def _monthly(ask: Ask, session: Session) -> list[Cell]:
    """A mean over month ends: each month's level, divided by their number."""
    months = ask.period.months()
    at_end = replace(ask.metric, over_time="end")
    found = []
    for month in months:
        period = Period.of(month.start, month.end, "range", planned=ask.period.planned)
        parts = cells(replace(ask, metric=at_end, period=period), session)
        found += [
            cell._replace(weight=cell.weight / len(months), day=month.end, since=None) for cell in parts
        ]
    return found


def _subjects(ask: Ask, session: Session) -> list[Cell]:
    select = base_select(ask, session, (*_COLUMNS, "subject_id"))
    found = []
    for group in session.groups(select):
        *place, subject = group.key
        if subject is not None:
            weight = group.quantity if ask.is_level else group.facts
            found.append(Cell._make((*place, Decimal(weight), subject, None)))
    return found + _other_cells(others(ask, session).counted, 1)


def _distinct(ask: Ask, session: Session) -> list[Cell]:
    dimension = ask.metric.dimension
    is_tags = dimension in ("programme", "plan")
    column = "org_id" if dimension == "orgs" else "tagset_id" if is_tags else dimension
    found = []
    for group in session.groups(base_select(ask, session, (*_COLUMNS, column))):
        *place, value = group.key
        for member in tag_members(value, dimension, session) if is_tags else [value]:
            if member not in ("", None):
                found.append(Cell._make((*place, Decimal(group.facts), member, None)))  # noqa: PERF401 - two loops read better
    if not is_tags:
        for fact in others(ask, session).counted:
            value = getattr(fact, column)
            if value != "":
                cell = Cell(
                    fact.org_id,
                    fact.day,
                    fact.kind,
                    fact.basis,
                    fact.tagset_id,
                    Decimal(1),
                    value,
                    fact.since,
                )
                found.append(cell)
    return found


def _observed(ask: Ask, session: Session) -> list[Cell]:
    chosen = observations(ask, session)
    if ask.metric.over_tree == "max" and chosen:
        chosen = [max(chosen, key=lambda seen: (seen.quantity, -seen.org_id))]
    before = {}
    if ask.metric.change:
        edge = ask.period.start - timedelta(days=1)
        before = {seen.series: seen.quantity for seen in observations(ask, session, edge)}
        chosen = [seen for seen in chosen if seen.series in before]
    return [
        Cell(
            seen.org_id, seen.day, seen.kind, seen.basis, seen.tagset_id,
            Decimal(seen.quantity - before.get(seen.series, 0)) / ask.scale,
        )
        for seen in chosen
    ]  # fmt: skip


def _days(ask: Ask, session: Session) -> list[Cell]:
    select = base_select(ask, session, _COLUMNS)
    return [Cell._make((*group.key, Decimal(group.facts), None, None)) for group in session.groups(select)]


_READERS = {
    "flow": _sums, "stock": _sums, "subjects": _subjects, "distinct": _distinct, "snapshot": _observed,
    "value": _observed, "first": _days,
}  # fmt: skip
