"""Working days in China, with 调休, by the calendar of the library.

The State Council announces a year's holidays at the end of the year before. For a year that the library does not
know yet, Monday to Friday is assumed and the answer says that it is not certain.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

SATURDAY = 5
LONGEST_SEARCH = 10_000  # days; no term of the field comes near, so more is a fault of the caller


@dataclass(frozen=True)
class Deadline:
    """A day reached by counting working days. `note` says in plain Chinese why it is not certain."""

    day: date
    note: str = ""


def _announced(day: date) -> bool | None:
    """Whether it is a working day by the announced calendar; None for a year that the library does not know."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def is_working_day(day: date) -> bool:
    """Whether people work on that day. Outside the known years Monday to Friday."""
    announced = _announced(day)
    return day.weekday() < SATURDAY if announced is None else announced


def deadline(day: date, n: int) -> Deadline:
    """The n-th working day after `day` (before it if n is negative); the first day itself is not counted.

    With n = 0 it is the day itself, or the next working day if nobody works then.
    """
    if abs(n) > LONGEST_SEARCH:
        raise ValueError(f"工作日天数太大：{n}")
    step = timedelta(days=-1 if n < 0 else 1)
    left, unknown, current = abs(n), set[int](), day
    while left > 0 or (n == 0 and not is_working_day(current)):
        current += step
        if _announced(current) is None:
            unknown.add(current.year)
        left -= is_working_day(current)
    if _announced(current) is None:
        unknown.add(current.year)
    if not unknown:
        return Deadline(current)
    years = "、".join(f"{year}年" for year in sorted(unknown))
    return Deadline(current, f"{years}的放假安排尚未录入，暂按周一至周五推算")


def add_working_days(day: date, n: int) -> date:
    """The day of `deadline`, for callers that need no note."""
    return deadline(day, n).day
