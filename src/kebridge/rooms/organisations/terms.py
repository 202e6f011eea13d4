"""Terms of office: what is due when, before a term ends and after its congress. Pure; the dates are parameters.

Every number is a dated parameter with the document it comes from; a place with its own rule adds a row.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kebridge.core.calendar.working_days import deadline

CHARTER = (
    "全国学会换届工作规定（换届：届满前6个月报方案、前2个月报请示，大会后30个工作日内备案；延期不超过1年）"
)
CHECKING = "社会团体年度检查办法（2026年1月1日起施行）；地方通知规定每年3月31日前报送"


@dataclass(frozen=True)
class Parameter:
    """A number of the field: `value` in `unit`, in force from `since`, by `document`."""

    code: str
    value: int
    unit: str
    since: date
    document: str


PLAN_AHEAD, REQUEST_AHEAD, FILING, LONGEST_DELAY = "plan_ahead", "request_ahead", "filing", "longest_delay"
CHECK_MONTH, PERSONS_LEAST, UNITS_LEAST = "check_month", "persons_least", "units_least"
_START = date(2000, 1, 1)
PARAMETERS = (
    Parameter(PLAN_AHEAD, 6, "个月", _START, CHARTER),
    Parameter(REQUEST_AHEAD, 2, "个月", _START, CHARTER),
    Parameter(FILING, 30, "个工作日", _START, CHARTER),
    Parameter(LONGEST_DELAY, 12, "个月", _START, CHARTER),
    Parameter(CHECK_MONTH, 5, "月底前", _START, "2021年社会组织年检通知（5月31日前报民政）"),
    Parameter(CHECK_MONTH, 3, "月底前", date(2026, 1, 1), CHECKING),
    Parameter(PERSONS_LEAST, 50, "人", _START, "社会团体登记条件（个人会员50个以上，混合的共50个以上）"),
    Parameter(UNITS_LEAST, 30, "家", _START, "社会团体登记条件（单位会员30个以上）"),
)


def parameter(code: str, on: date, known: Iterable[Parameter] = PARAMETERS) -> Parameter:
    """The parameter in force on a day. Raises KeyError: there was none yet."""
    standing = [one for one in known if one.code == code and one.since <= on]
    if not standing:
        raise KeyError(code)
    return max(standing, key=lambda one: one.since)


def shifted(day: date, months: int) -> date:
    """The same day of another month, or its last day: six months before 31 August is the last of February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def delay_fault(due: date | None, delayed_to: date | None) -> str:
    """What is wrong with an approved delay, in plain Chinese; empty if nothing."""
    if not delayed_to:
        return ""
    if not due:
        return "填了“批准延期至”，也要填任期届满日期"
    if delayed_to <= due:
        return f"批准延期至{delayed_to:%Y-%m-%d}不晚于届满日期{due:%Y-%m-%d}；没有延期的留空"
    rule = parameter(LONGEST_DELAY, due)
    if delayed_to > (last := shifted(due, rule.value)):
        return f"延期最长{rule.value}{rule.unit}，最晚到{last:%Y-%m-%d}（依据：{rule.document}）"
    return ""


@dataclass(frozen=True)
class Due:
    """One thing that is due on a day, with the parameter it follows from."""

    what: str
    day: date
    rule: Parameter
    note: str = ""


def dues(renewal: Mapping[str, Any]) -> list[Due]:
    """What a renewal still owes, the next first: plan, request, congress, filing.

    `renewal` has due, delayed_to, prepared, requested, held and done (dates or None). Without a due day nothing is owed
    before the congress; what was done later is not asked for again.
    """
    if renewal["done"]:
        return []
    if held := renewal["held"]:
        rule = parameter(FILING, held)
        last = deadline(held, rule.value)
        return [Due("报送换届结果备案", last.day, rule, last.note)]
    if not (due := renewal["due"]):
        return []
    end = renewal["delayed_to"] or due
    found = []
    for what, code, done in (("报送换届方案", PLAN_AHEAD, renewal["prepared"] or renewal["requested"]),
                             ("报送召开大会的请示", REQUEST_AHEAD, renewal["requested"])):  # fmt: skip
        rule = parameter(code, due)
        if not done:
            found.append(Due(what, shifted(end, -rule.value), rule))
    return [*found, Due("召开换届大会", end, parameter(LONGEST_DELAY, due))]
