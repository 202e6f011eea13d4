"""What teams and hours must satisfy, and the stars that confirmed hours give."""

from dataclasses import dataclass
from datetime import date

from kebridge.core.records.checks import Found, Lines, Values, not_yet

HOUR = 60
DAY = 24 * HOUR


@dataclass(frozen=True)
class StarRule:
    """From `since` on, so many hours in all give the first, second … star. A threshold reached is enough."""

    since: date
    document: str
    hours: tuple[int, ...]


# A city with its own scheme adds its rule with the day it took effect.
STAR_RULES = (
    StarRule(date(2012, 10, 23), "《志愿服务记录办法》（民函〔2012〕340号）", (100, 300, 600, 1000, 1500)),
)


def star_rule(on: date) -> StarRule | None:
    """The rule in force on a day."""
    return max((rule for rule in STAR_RULES if rule.since <= on), key=lambda rule: rule.since, default=None)


def stars(minutes: int, on: date) -> int:
    """How many stars so many confirmed minutes give: 99 h 59 min are not 100 h."""
    rule = star_rule(on)
    return sum(minutes >= hours * HOUR for hours in rule.hours) if rule else 0


def clock(text: str) -> int:
    """Minutes since midnight of a time written 09:30."""
    hours, minutes = text.split(":")
    return int(hours) * HOUR + int(minutes)


def span(begins: str, ends: str) -> tuple[int, int]:
    """From and to in minutes since that day's midnight; an end before the begin lies on the next day."""
    first, last = clock(begins), clock(ends)
    return first, last if last > first else last + DAY


def check_team(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "founded", then="组建以后再登记")
    if values["ended"] and values["ended"] < values["founded"]:
        yield "ended", "解散日期早于成立日期"


def check_service(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="服务以后再登记")
    if not values["minutes"]:
        yield "minutes", "服务时长至少1分钟"
    elif values["minutes"] > DAY:
        yield "minutes", f"一天服务{values['minutes']}分钟，超过24小时，请核对；单位是分钟"
    begins, ends = values["begins"], values["ends"]
    if bool(begins) != bool(ends):
        yield ("ends" if begins else "begins"), "开始时间和结束时间要么都填，要么都不填"
        return
    first, last = span(begins, ends) if begins else (0, DAY)
    if values["minutes"] and values["minutes"] > last - first:
        yield "minutes", f"从{begins}到{ends}只有{last - first}分钟，时长不能更多；休息、路程、培训不算"
