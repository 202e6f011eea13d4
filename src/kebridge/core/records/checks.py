"""What the rules of several rooms ask; a rule yields the field and, in plain Chinese, what is wrong with it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

Values = Mapping[str, Any]
Lines = Sequence[Mapping[str, Any]]
Found = Iterable[tuple[str, str]]
IDENTITY_NUMBER = re.compile(r"\d{17}[\dXx]|\d{15}")
SHORTEST_PROOF = 6


def not_yet(values: Values, *names: str, then: str = "发生以后再登记") -> Found:
    """The days `names` may be empty, but not lie in the future."""
    for name in names:
        if values[name] and values[name] > timezone.localdate():
            yield name, f"{values[name]:%Y-%m-%d}还没有到；{then}"


def not_before(values: Values, name: str, label: str, first: str, told: str) -> Found:
    """The day `name` may not lie before the day `first`; either may be empty."""
    if values[name] and values[first] and values[name] < values[first]:
        yield name, f"{label}{values[name]:%Y-%m-%d}早于{told}{values[first]:%Y-%m-%d}"


def first_of_month(values: Values, name: str = "day") -> Found:
    """What is recorded by the month carries the month's first day, and no month to come."""
    day = values[name]
    if day.day != 1:
        yield name, f"按月登记，请填当月1日（{day:%Y-%m}-01）"
    elif day > timezone.localdate():
        yield name, f"{day:%Y年%-m月}还没有到"


def proven(values: Values, name: str, message: str) -> Found:
    """What a figure rests on names a paper, page or body; a word or two names none."""
    if len(values[name].strip()) < SHORTEST_PROOF:
        yield name, message
