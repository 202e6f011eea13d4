"""Dated stages as facts: each counts on its own day, and what is under way stands in the stage it reached last."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kebridge.core.ledger.rows import FactRow

Steps = Sequence[tuple[str, date | None]]


def dated(steps: Steps) -> list[tuple[str, date]]:
    return [(stage, day) for stage, day in steps if day]


def reached(measure: str, steps: Steps, **common: Any) -> Iterable[FactRow]:
    """One fact a stage, on the day it was reached."""
    for stage, day in dated(steps):
        yield FactRow(measure, day=day, kind=stage, **common)


def standing(
    measure: str, steps: Steps, final: frozenset[str], *, quantity: int = 1, **common: Any
) -> Iterable[FactRow]:
    """The stage that it is in on a day; nothing stands from a final stage on."""
    found = dated(steps)
    for number, (stage, day) in enumerate(found):
        if stage in final:
            return
        yield FactRow(measure, day=day, kind=stage, quantity=quantity, **common)
        if number + 1 < len(found):
            yield FactRow(measure, day=found[number + 1][1], kind=stage, quantity=-quantity, **common)


__all__ = ["dated", "reached", "standing"]
