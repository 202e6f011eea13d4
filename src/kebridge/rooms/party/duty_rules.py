"""What records of the duties of Party life must satisfy, and what a requirement is measured by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from kebridge.rooms.party.enums import DUES_PAID, HEART_TALK, INTEGRITY_TALK

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]
# What is counted elsewhere than in the agenda of sessions: (metric, kind).
_ELSEWHERE = {
    HEART_TALK: ("party.talks", "heart"),
    INTEGRITY_TALK: ("party.talks", "integrity"),
    DUES_PAID: ("party.dues", ""),
}


def measured_by(what: str) -> tuple[str, str]:
    """The metric and kind that tell how often a requirement was met."""
    return _ELSEWHERE.get(what, ("party.items", what))


def by_holder(what: str) -> bool:
    """Whether what is counted knows which Party organisation it was."""
    return what not in _ELSEWHERE


def _over(values: Mapping[str, Any]) -> Found:
    if values["day"] > timezone.localdate():
        yield "day", f"{values['day']:%Y-%m-%d}还没有到；发生以后再登记"


def _month(values: Mapping[str, Any]) -> Found:
    day = values["day"]
    if day.day != 1:
        yield "day", f"按月登记，请填当月1日（{day:%Y-%m}-01）"
    elif day > timezone.localdate():
        yield "day", f"{day:%Y年%-m月}还没有到"


def check_span(values: Mapping[str, Any], _lines: Lines) -> Found:
    if values["until"] and values["until"] < values["since"]:
        yield "until", "截止日期早于起始日期"
    if values.get("people") == 0:
        yield "people", "人数至少是1"


def check_obligation(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from check_span(values, lines)
    asked = [line["what"] for line in lines]
    if len(asked) != len(set(asked)):
        yield "system", "同一项要求只填一行"
    if any(not line["times"] for line in lines):
        yield "system", "频次要求至少是1次；没有规定次数的不用填这一行"


def check_dues(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _month(values)
    if not values["members"]:
        yield "members", "没有应缴党员的月份不用登记"
    if values["on_time"] > values["members"]:
        yield "on_time", f"按时足额缴纳的{values['on_time']}人多于应缴的{values['members']}人"
    if values["paid"] and not values["owed"]:
        yield "owed", "填了实缴金额，也要填应缴金额"


def check_letter(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _over(values)
    if not values["copies"]:
        yield "copies", "份数至少是1"


def check_check(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _over(values)
    if values["rectified"] > values["found"]:
        yield "rectified", f"完成整改{values['rectified']}个，多于发现的{values['found']}个"


def check_breach(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _month(values)
    if not values["cases"]:
        yield "cases", "没有发生违纪的月份不用登记，请作零报告"
