"""What halls, exhibits, routes, partnerships, courses and counts of teachers must satisfy."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]
SHORTEST_SOURCE = 6


def in_order(first: str, last: str, message: str) -> Callable[[Mapping[str, Any], Lines], Found]:
    """A check that `last` does not lie before `first`."""

    def check(values: Mapping[str, Any], _lines: Lines) -> Found:
        if values[last] and values[last] < values[first]:
            yield last, message

    return check


check_hall = in_order("opened", "closed", "撤除日期早于开放日期")
check_partnership = in_order("signed", "until", "有效期截止日期早于签约日期")
check_course = in_order("developed", "retired", "停用日期早于开发完成日期")


def check_exhibit(values: Mapping[str, Any], lines: Lines) -> Found:
    if not values["count"]:
        yield "count", "件数至少是1"
    if values["retired"] and values["retired"] < values["on_show"]:
        yield "retired", "撤展日期早于展出日期"
    for number, line in enumerate(lines, start=1):
        yield from _check_repair(number, line, values)
    for day in {line["reported"] for line in lines}:
        if (down := _down_on(day, lines)) > (values["count"] or 0):
            yield "", f"{day:%Y-%m-%d}同时在修{down}件，超过展品件数{values['count']}件，请核对维修单"


def _check_repair(number: int, line: Mapping[str, Any], values: Mapping[str, Any]) -> Found:
    where, reported = f"第{number}张维修单的", line["reported"]
    if not line["items"]:
        yield "", f"{where}故障件数至少是1"
    if reported < values["on_show"] or (values["retired"] and reported >= values["retired"]):
        yield "", f"{where}报修日期{reported:%Y-%m-%d}不在展出期内"
    steps = [day for day in (reported, line["started"], line["restored"]) if day]
    if steps != sorted(steps):
        yield "", f"{where}日期先后不对：应是报修、开修、恢复"
    if values["retired"] and line["restored"] and line["restored"] > values["retired"]:
        yield "", f"{where}恢复日期晚于撤展日期"


def _down_on(day: Any, lines: Lines) -> int:
    return sum(
        line["items"] or 0
        for line in lines
        if line["reported"] <= day and (line["restored"] is None or line["restored"] > day)
    )


def check_route(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from in_order("since", "until", "停用日期早于推出日期")(values, lines)
    if not values["length"]:
        yield "length", "行程天数至少是1"
    names = [line["body"] for line in lines]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield "", f"研学点“{name}”写了两次，请合成一行"


def check_facility(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from in_order("opened", "closed", "停用日期早于建成开放日期")(values, lines)
    if not values["count"]:
        yield "count", "个数至少是1"


def check_teachers(values: Mapping[str, Any], _lines: Lines) -> Found:
    if values["day"] > timezone.localdate():
        yield "day", f"{values['day']:%Y-%m-%d}还没有到"
    if len(values["source"].strip()) < SHORTEST_SOURCE:
        yield "source", "出处要写明哪个单位哪份报表，例如“演示县教育局2024年教师统计表”"
