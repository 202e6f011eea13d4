"""Selects that differ only in measures and days are answered by one reading of all the days they touch.

A page draws the same figure for a year, the year before and every month of both: the facts are read once, by day, and
the days are added up here.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kebridge.figures.engines.base import Group, Select

_FIRST, _DAY = date.min, timedelta(days=1)
Runs = dict[int, tuple[list[date], list[Group]]]


def alike(selects: Iterable[Select]) -> list[list[Select]]:
    """The selects in batches, each of which one reading can answer: days that follow each other stand together."""
    kinds: dict[Select, list[Select]] = defaultdict(list)
    for select in dict.fromkeys(selects):
        is_told = not select.spanning or {"since", "day"} <= set(select.columns)
        kind = (
            replace(select, measures=(), start=None, end=_FIRST) if is_told else replace(select, measures=())
        )
        kinds[kind].append(select)
    return [batch for same in kinds.values() for near in _of_one_reach(same) for batch in _touching(near)]


def _of_one_reach(selects: list[Select]) -> Iterable[list[Select]]:
    """Measures read over the same days together: one that is read from the beginning would draw in the past of all."""
    starts: dict[tuple[int, ...], date] = {}
    for select in selects:
        start = select.start or _FIRST
        starts[select.measures] = min(start, starts.get(select.measures, start))
    reaches: dict[date, list[Select]] = defaultdict(list)
    for select in selects:
        reaches[starts[select.measures]].append(select)
    return reaches.values()


def _touching(selects: list[Select]) -> Iterable[list[Select]]:
    batch: list[Select] = []
    last = _FIRST
    for select in sorted(selects, key=lambda one: (one.start or _FIRST, one.end)):
        start = select.start or _FIRST
        if batch and start > last and start - _DAY > last:
            yield batch
            batch = []
        batch.append(select)
        last = select.end if len(batch) == 1 else max(last, select.end)
    if batch:
        yield batch


def joined(batch: Sequence[Select]) -> Select:
    """One select for a batch: its groups start with measure and day, unless all ask for the same days."""
    measures = tuple(sorted({measure for select in batch for measure in select.measures}))
    first = batch[0]
    start = None if any(one.start is None for one in batch) else min(one.start for one in batch if one.start)
    end = max(one.end for one in batch)
    columns = first.columns if "day" in first.columns or not _differ(batch) else ("day", *first.columns)
    return replace(first, measures=measures, start=start, end=end, columns=("measure", *columns))


def _differ(batch: Sequence[Select]) -> bool:
    return len({(one.start, one.end) for one in batch}) > 1


def dealt(groups: Iterable[Group], batch: Sequence[Select]) -> dict[Select, list[Group]]:
    """The groups of each select of a batch, from those of the joined one."""
    columns = batch[0].columns
    runs = _runs(groups, 1 + columns.index("day") if "day" in columns else 1 if _differ(batch) else None)
    since = 1 + columns.index("since") if batch[0].spanning and "since" in columns else None
    skip = 1 if "day" in columns or not _differ(batch) else 2
    return {select: _of(select, runs, skip, since) for select in batch}


def _runs(groups: Iterable[Group], at: int | None) -> Runs:
    """By measure, the groups in order of day, with the days for looking up."""
    by_measure: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        by_measure[group.key[0]].append(group)
    if at is None:
        return {measure: ([], found) for measure, found in by_measure.items()}
    made: Runs = {}
    for measure, found in by_measure.items():
        found.sort(key=lambda group: group.key[at])
        made[measure] = ([group.key[at] for group in found], found)
    return made


def _of(select: Select, runs: Runs, skip: int, since: int | None) -> list[Group]:
    sums: dict[tuple[Any, ...], list[int]] = {}
    for measure in select.measures:
        days, found = runs.get(measure, ([], []))
        if days:
            low = 0 if select.start is None else bisect_left(days, select.start)
            # What spans days may end after the last one asked for.
            high = len(days) if since is not None else bisect_right(days, select.end)
            found = found[low:high]
        for key, quantity, facts in found:
            if since is not None and key[since] is not None and key[since] > select.end:
                continue
            known = sums.setdefault(key[skip:], [0, 0])
            known[0] += quantity
            known[1] += facts
    return [Group(key, quantity, facts) for key, (quantity, facts) in sums.items() if facts]
