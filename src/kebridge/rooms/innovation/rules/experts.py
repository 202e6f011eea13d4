"""What tours of experts, corps and banks must satisfy."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, not_yet


def check_tour(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if values["until"] < values["day"]:
        yield "until", "结束日期早于开始日期"
        return
    for number, line in enumerate(lines, start=1):
        if not values["day"] <= line["day"] <= values["until"]:
            yield "", f"第{number}行的日期不在考察的起止日期之内"
        if not line["times"]:
            yield "", f"第{number}行的次数不能是0"


def check_corps(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if values["members"] == 0:
        yield "members", "专家人数不能是0；不清楚的留空"
    if values["until"] and values["until"] < values["day"]:
        yield "until", "任期截止日期早于组建日期"


def check_bank(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if values["until"] and values["until"] < values["day"]:
        yield "until", "停用日期早于建成日期"
    seen = set()
    for number, line in enumerate(lines, start=1):
        if line["day"] > timezone.localdate():
            yield "", f"第{number}行的查看日期还没有到"
        if line["day"] in seen:
            yield "", f"第{number}行与前面同一天，一天只写一行"
        seen.add(line["day"])
