"""Selects that differ in nothing but their measures are answered by one statement; its groups are dealt out here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kebridge.figures.engines.base import Group, Select


def alike(selects: Iterable[Select]) -> list[list[Select]]:
    """The selects in batches, each of which one statement can answer; distinct counts are each alone."""
    batches: dict[Select, list[Select]] = defaultdict(list)
    for select in dict.fromkeys(selects):
        batches[select if select.count_subjects else replace(select, measures=())].append(select)
    return list(batches.values())


def joined(batch: Sequence[Select]) -> Select:
    """One select for a batch: its groups start with their measure."""
    measures = tuple(sorted({measure for select in batch for measure in select.measures}))
    return replace(batch[0], measures=measures, columns=("measure", *batch[0].columns))


def dealt(groups: Iterable[Group], batch: Sequence[Select]) -> dict[Select, list[Group]]:
    """The groups of each select of a batch, from those of the joined one."""
    by_measure: dict[int, list[Group]] = defaultdict(list)
    for key, quantity, facts in groups:
        by_measure[key[0]].append(Group(key[1:], quantity, facts))
    return {select: _added([by_measure[measure] for measure in select.measures]) for select in batch}


def _added(parts: list[list[Group]]) -> list[Group]:
    """The groups of several measures, those with the same key added up."""
    if len(parts) == 1:
        return parts[0]
    sums: dict[tuple[Any, ...], list[int]] = {}
    for part in parts:
        for key, quantity, facts in part:
            known = sums.setdefault(key, [0, 0])
            known[0] += quantity
            known[1] += facts
    return [Group(key, quantity, facts) for key, (quantity, facts) in sums.items() if facts]
