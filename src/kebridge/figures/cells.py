"""The parts that a base figure is made of: facts netted by organisation, day, kind, basis and tags, read once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.models import Tag
from kebridge.figures.compiling import Ask, Session, base_select, counted_tags
from kebridge.figures.observing import observations
from kebridge.figures.origins import OtherFact, others

_COLUMNS = ("org_id", "day", "kind", "basis", "tagset_id")


class Cell(NamedTuple):
    """One part. `weight` in smallest units; `identity` is what a distinct count counts, None where weights add up.

    `since`: a statement over several days starts there (None: a single day, or from the beginning).
    """

    org_id: int
    day: date
    kind: str
    basis: int
    tagset_id: int | None
    weight: int
    identity: Any = None
    since: date | None = None


class Parts(NamedTuple):
    """All parts of a figure; `scale` smallest units make a shown one."""

    cells: list[Cell]
    scale: int


def parts_of(ask: Ask, session: Session) -> Parts:
    """The parts of a base figure; `value_of` all of them is the figure."""
    key = ("parts", ask)
    if key not in session.memo:
        session.memo[key] = _READERS[ask.metric.kind](ask, session)
    found: Parts = session.memo[key]
    return found


def parts_by_org(ask: Ask, session: Session) -> Parts:
    """The parts of a figure for sorting them by organisation alone: of sums a row each is enough."""
    metric = ask.metric
    if metric.kind not in ("flow", "stock") or metric.over_time == "mean" or metric.over_tree == "max":
        return parts_of(ask, session)
    groups = session.groups(base_select(ask, session, ("org_id", "basis", "state")))
    found = [Cell(group.key[0], ask.period.end, "", group.key[1], None, group.quantity) for group in groups]
    return Parts(found + _other_cells(others(ask, session).counted), ask.scale)


def value_of(ask: Ask, cells: Sequence[Cell], scale: int) -> Decimal | None:
    """The value that these parts of a figure have by themselves."""
    if ask.metric.kind == "first":
        return Decimal(min(cell.day for cell in cells).year) if cells else None
    added = 0
    weights: dict[Any, int] = defaultdict(int)
    for cell in cells:
        if cell.identity is None:
            added += cell.weight
        else:
            weights[cell.identity] += cell.weight
    return Decimal(added) / scale + sum(1 for weight in weights.values() if weight > 0)


def _other_cells(facts: Iterable[OtherFact]) -> list[Cell]:
    return [Cell(f.org_id, f.day, f.kind, f.basis, f.tagset_id, f.quantity, None, f.since) for f in facts]


def _sums(ask: Ask, session: Session) -> Parts:
    if ask.metric.over_time == "mean":
        return _monthly(ask, session)
    groups = session.groups(base_select(ask, session, _COLUMNS))
    found = [Cell._make((*group.key, group.quantity, None, None)) for group in groups]
    found += _other_cells(others(ask, session).counted)
    return Parts(_of_greatest(found) if ask.metric.over_tree == "max" else found, ask.scale)


def _of_greatest(found: list[Cell]) -> list[Cell]:
    sums: dict[int, int] = defaultdict(int)
    for cell in found:
        sums[cell.org_id] += cell.weight
    best = min(sums, key=lambda org: (-sums[org], org), default=None)
    return [cell for cell in found if cell.org_id == best]


def _monthly(ask: Ask, session: Session) -> Parts:
    """A mean over month ends: each month's level, divided by their number."""
    months = ask.period.months()
    at_end = replace(ask.metric, over_time="end")
    found: list[Cell] = []
    for month in months:
        period = Period.of(month.start, month.end, "range", planned=ask.period.planned)
        level = parts_of(replace(ask, metric=at_end, period=period), session)
        found += [cell._replace(day=month.end, since=None) for cell in level.cells]
    return Parts(found, ask.scale * len(months))


def _subjects(ask: Ask, session: Session) -> Parts:
    found = []
    for group in session.groups(base_select(ask, session, (*_COLUMNS, "subject_id"))):
        *place, subject = group.key
        if subject is not None:
            weight = group.quantity if ask.is_level else group.facts
            found.append(Cell._make((*place, weight, subject, None)))
    return Parts(found + _other_cells(others(ask, session).counted), 1)


def _distinct(ask: Ask, session: Session) -> Parts:
    dimension = ask.metric.dimension
    is_tags = dimension in Tag.Scheme.values
    column = "org_id" if dimension == "orgs" else "tagset_id" if is_tags else dimension
    found = []
    for group in session.groups(base_select(ask, session, (*_COLUMNS, column))):
        *place, value = group.key
        members = counted_tags(value, ask, session) if is_tags else [value]
        found += [
            Cell._make((*place, group.facts, member, None)) for member in members if member not in ("", None)
        ]
    if not is_tags:
        for cell, fact in _with_facts(others(ask, session).counted):
            value = getattr(fact, column)
            if value != "":
                found.append(cell._replace(weight=1, identity=value))
    return Parts(found, 1)


def _with_facts(facts: list[OtherFact]) -> Iterable[tuple[Cell, OtherFact]]:
    return zip(_other_cells(facts), facts, strict=True)


def _observed(ask: Ask, session: Session) -> Parts:
    chosen = observations(ask, session)
    if ask.metric.over_tree == "max" and chosen:
        chosen = [max(chosen, key=lambda seen: (seen.quantity, -seen.org_id))]
    before = {}
    if ask.metric.change:
        edge = ask.period.start - timedelta(days=1)
        before = {seen.series: seen.quantity for seen in observations(ask, session, edge)}
        chosen = [seen for seen in chosen if seen.series in before]
    cells = [
        Cell(o.org_id, o.day, o.kind, o.basis, o.tagset_id, o.quantity - before.get(o.series, 0))
        for o in chosen
    ]
    return Parts(cells, ask.scale)


def _days(ask: Ask, session: Session) -> Parts:
    groups = session.groups(base_select(ask, session, _COLUMNS))
    return Parts([Cell._make((*group.key, group.facts, None, None)) for group in groups], 1)


_READERS = {
    "flow": _sums, "stock": _sums, "subjects": _subjects, "distinct": _distinct, "snapshot": _observed,
    "value": _observed, "first": _days,
}  # fmt: skip
