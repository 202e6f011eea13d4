"""What an activity must satisfy."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from kebridge.rooms.activities.enums import ActivityForm, Outcome

LONGEST_DAYS = 400


def check_activity(
    values: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
) -> Iterable[tuple[str, str]]:
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
    is_future = first > timezone.localdate()
    if is_future and values["outcome"] == Outcome.HELD and not values["is_planned"]:
        yield "day", f"{first:%Y-%m-%d}还没有到；尚未举办的请把“预计”选为是"


def check_programme(
    values: Mapping[str, Any], _lines: Sequence[Mapping[str, Any]]
) -> Iterable[tuple[str, str]]:
    if values["since"] and values["until"] and values["since"] > values["until"]:
        yield "until", "截止日期早于起始日期"
