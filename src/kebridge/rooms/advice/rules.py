"""What studies, instructions and study tours must satisfy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]


def check_study(values: Mapping[str, Any], lines: Lines) -> Found:
    today = timezone.localdate()
    if values["day"] > today:
        yield "day", f"{values['day']:%Y-%m-%d}还没有到，完成以后再登记"
    for number, line in enumerate(lines, start=1):
        if line["day"] > today:
            yield "", f"第{number}行的报送日期还没有到"
        yield from _check_instruction(line, number, today)


def _check_instruction(line: Mapping[str, Any], number: int, today: Any) -> Found:
    if not line["instructed"]:
        if line["post"] or line["number"] or line["follow_up"]:
            yield "", f"第{number}行写了批示的情况，请填批示日期；没有批示的都留空"
        return
    if line["instructed"] < line["day"]:
        yield "", f"第{number}行的批示日期早于报送日期"
    if line["instructed"] > today:
        yield "", f"第{number}行的批示日期还没有到"
    if not line["post"]:
        yield "", f"第{number}行有批示日期，请选批示领导的职务"


def check_tour(values: Mapping[str, Any], lines: Lines) -> Found:
    if values["day"] > timezone.localdate():
        yield "day", f"{values['day']:%Y-%m-%d}还没有到，出发以后再登记"
    if values["people"] == 0:
        yield "people", "人数不能是0；不清楚的留空"
    seen: set[tuple[Any, ...]] = set()
    for number, line in enumerate(lines, start=1):
        key = (line["city"], line["host"])
        if key in seen:
            yield "", f"第{number}行与前面的重复，请删去一行"
        seen.add(key)
