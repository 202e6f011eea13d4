"""What contests and their results must satisfy."""

from typing import Any

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, Values


def _check_series(values: Values) -> Found:
    if len(values["schemes"]) != 1:
        yield "schemes", "只写一项赛事；几项赛事分开登记"
    if values["edition"] == 0:
        yield "edition", "届次不能是0；没有届次的留空"
    if values["day"] > timezone.localdate() and not values.get("is_planned"):
        yield (
            "day",
            f"{values['day']:%Y-%m-%d}还没有到；赛事结束、成绩公布以后再登记，计划要办的赛事把“预计”选为是",
        )


def check_edition(values: Values, lines: Lines) -> Found:
    yield from _check_series(values)
    if values["until"] and values["until"] < values["day"]:
        yield "until", "结束日期早于开始日期"
    teams: set[tuple[str, str]] = set()
    for number, line in enumerate(lines, start=1):
        team = (line["body"], line["track"])
        if team in teams:
            yield "", f"第{number}行的代表队“{line['body']}”与前面的重复，请合成一行"
        teams.add(team)
    told = sum(line["contestants"] or 0 for line in lines)
    if values["pupils"] and told and told != values["pupils"]:
        yield (
            "pupils",
            f"参赛人数{values['pupils']}与各代表队人数之和{told}不一致，请核对；各队都填了人数的可以不填这一栏",
        )


def check_result(values: Values, lines: Lines) -> Found:
    yield from _check_series(values)
    seen: set[tuple[Any, ...]] = set()
    for number, line in enumerate(lines, start=1):
        if not line["count"]:
            yield "", f"第{number}行的个数不能是0"
        key = (line["category"], line["grade"], line["event"])
        if key in seen:
            yield "", f"第{number}行的等次与前面的重复，请合成一行"
        seen.add(key)
