"""What every part of the builder stands on: rows, exact splitting, days of the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from kebridge.core.calendar.working_days import is_working_day

MARK = "合成演示数据，非真实记录"
YEAR = 2024
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
NEW_YEARS_EVE = date(2024, 2, 9)
MONDAY, SATURDAY = 0, 5


@dataclass
class Row:
    """A record as a clerk keeps it: field names and codes, child rows in `lines`."""

    values: dict[str, Any]
    lines: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Page:
    """The rows of one register."""

    register: str
    rows: list[Row]
    foot: str = ""


def stream(name: str) -> Random:
    """A source of chance of its own for each part, so that a change in one leaves the others as they were."""
    return Random(f"{YEAR} {name}")  # noqa: S311 - made data, no secret


def allocate(total: int, weights: Sequence[float], least: int = 0) -> list[int]:
    """`total` in whole parts by weight, none below `least`: they add up exactly (largest remainders)."""
    free = total - least * len(weights)
    if free < 0:
        raise ValueError(f"{total} is too little for {len(weights)} parts of {least}")
    whole = sum(weights)
    exact = [free * weight / whole for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for index in by_remainder[: free - sum(parts)]:
        parts[index] += 1
    return [part + least for part in parts]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def month_days(month: int) -> list[date]:
    return [day for day in days(FIRST, LAST) if day.month == month]


def is_holiday(day: date) -> bool:
    """A weekday on which nobody works: by the announced calendar, with 调休."""
    return day.weekday() < SATURDAY and not is_working_day(day)


def is_open(day: date) -> bool:
    """Museums close on Mondays that are no holiday, and on the eve of the lunar new year."""
    return day != NEW_YEARS_EVE and (day.weekday() != MONDAY or is_holiday(day))


def pick_days(rng: Random, among: Iterable[date], count: int) -> list[date]:
    """`count` of these days in order, each once while there are enough."""
    pool = list(among)
    if count <= len(pool):
        return sorted(rng.sample(pool, count))
    return sorted([*pool, *rng.choices(pool, k=count - len(pool))])


def table(org: str, fields: str, *rows: tuple[Any, ...]) -> list[Row]:
    """Records of one organisation, a tuple each: the names of the fields stand once, in `fields`."""
    names = fields.split()
    return [Row({"org": org, **dict(zip(names, row, strict=True))}) for row in rows]
