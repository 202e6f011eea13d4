"""What halls, exhibits, routes, partnerships, courses and counts of teachers must satisfy."""

from collections.abc import Mapping
from typing import Any

from kebridge.core.records.checks import Found, Lines, Values, not_before, not_yet, proven


def check_hall(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "opened")
    yield from not_before(values, "closed", "撤除日期", "opened", "开放日期")


def check_partnership(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "signed")
    yield from not_before(values, "until", "有效期截止日期", "signed", "签约日期")


def check_course(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "developed")
    yield from not_before(values, "retired", "停用日期", "developed", "开发完成日期")


def check_exhibit(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "on_show")
    if not values["count"]:
        yield "count", "件数至少是1"
    if values["retired"] and values["retired"] < values["on_show"]:
        yield "retired", "撤展日期早于展出日期"
    for number, line in enumerate(lines, start=1):
        yield from _check_repair(number, line, values)
    for day in {line["reported"] for line in lines}:
        if (down := _down_on(day, lines)) > (values["count"] or 0):
            yield "", f"{day:%Y-%m-%d}同时在修{down}件，超过展品件数{values['count']}件，请核对维修单"


def _check_repair(number: int, line: Mapping[str, Any], values: Values) -> Found:
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


def check_route(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "since")
    yield from not_before(values, "until", "停用日期", "since", "推出日期")
    if not values["length"]:
        yield "length", "行程天数至少是1"
    names = [line["body"] for line in lines]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield "", f"研学点“{name}”写了两次，请合成一行"


def check_facility(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "opened")
    yield from not_before(values, "closed", "停用日期", "opened", "建成开放日期")
    if not values["count"]:
        yield "count", "个数至少是1"


def check_teachers(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from proven(values, "source", "出处要写明哪个单位哪份报表，例如“演示县教育局2024年教师统计表”")
