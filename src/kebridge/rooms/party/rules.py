"""What records of Party work must satisfy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]
LONGEST_DAYS = 30


def check_session(values: Mapping[str, Any], lines: Lines) -> Found:
    if values["day"] > timezone.localdate():
        yield "day", f"{values['day']:%Y-%m-%d}还没有到；开过以后再登记"
    if not 1 <= values["days"] <= LONGEST_DAYS:
        yield "days", f"天数应在1到{LONGEST_DAYS}之间"
    if not values["ordinal"]:
        yield "ordinal", "当日第几次从1算起"
    kinds = [line["obligation"] for line in lines]
    if len(kinds) != len(set(kinds)):
        yield "kind", "同一类议题在一次会议里只填一行"


def check_talk(values: Mapping[str, Any], _lines: Lines) -> Found:
    day = values["day"]
    if day.day != 1:
        yield "day", f"按月登记，请填当月1日（{day:%Y-%m}-01）"
    elif day > timezone.localdate():
        yield "day", f"{day:%Y年%-m月}还没有到"
    if not values["people"]:
        yield "people", "没有谈话的月份不用登记，请作零报告"


def check_body(values: Mapping[str, Any], _lines: Lines) -> Found:
    first = values["founded"] or values["known_from"]
    if not first:
        yield "founded", "填成立日期；成立很久、日期不明的填“登记起始日期”"
    elif values["ended"] and values["ended"] < first:
        yield "ended", "撤销日期早于成立日期"


def check_campaign(values: Mapping[str, Any], _lines: Lines) -> Found:
    if values["until"] and values["until"] < values["since"]:
        yield "until", "结束日期早于启动日期"
