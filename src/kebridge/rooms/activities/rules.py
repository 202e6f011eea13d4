"""What an activity must satisfy."""

from datetime import date, timedelta

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, Values, not_yet, proven
from kebridge.rooms.activities.enums import ActivityForm, Outcome, Role

LONGEST_DAYS = 400


def check_activity(values: Values, lines: Lines) -> Found:
    first: date = values["day"]
    for number, line in enumerate(lines, start=1):
        day = line["day"]
        if day < first or day > first + timedelta(days=LONGEST_DAYS):
            yield (
                "day",
                f"第{number}场的日期{day:%Y-%m-%d}不在活动开始（{first:%Y-%m-%d}）后的{LONGEST_DAYS}天内",
            )
        if values["form"] == ActivityForm.ONSITE and line.get("online"):
            yield "form", f"第{number}场填了线上观看人次，但“线上线下”选的是线下"
    yield from _check_whole(values)
    is_future = first > timezone.localdate()
    if is_future and values["outcome"] == Outcome.HELD and not values["is_planned"]:
        yield "day", f"{first:%Y-%m-%d}还没有到；尚未举办的请把“预计”选为是"


def _check_whole(values: Values) -> Found:
    if values["until"] and values["until"] < values["day"]:
        yield "until", "结束日期早于开始日期"
    if values["edition"] == 0:
        yield "edition", "届次不能是0；没有届次的留空"
    if values["impact"]:
        yield from proven(values, "impact_source", "带动交易消费是估算，要写明谁估算的、出自哪份材料")
    if values["role"] == Role.GUIDE and values["co_hosts"]:
        yield "co_hosts", "指导别的单位办的活动不填“联合举办”；一起办的，角色请选“联合举办”"


def check_programme(values: Values, _lines: Lines) -> Found:
    if values["since"] and values["until"] and values["since"] > values["until"]:
        yield "until", "截止日期早于起始日期"
    if values["is_brand"] and not values["since"]:
        yield "since", "重点打造的品牌要填起始日期，“打造几个品牌”按它统计"
    if values["is_brand"] and values["is_campaign"]:
        yield "is_campaign", "全市统一的主题日不是自己打造的品牌，两个只选一个"


def check_material(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
