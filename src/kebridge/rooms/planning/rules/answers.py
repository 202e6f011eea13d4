"""What papers received, targets, problems and assessments must satisfy."""

from typing import Any

from kebridge.core.records import binding
from kebridge.core.records import register as registers
from kebridge.core.records.checks import Found, Lines, Values, not_before, not_yet
from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.planning.enums import FoundBy

VISITS = "visitors"


def check_incoming(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", "handled")
    yield from not_before(values, "due", "办理时限", "day", "收文日期")
    yield from not_before(values, "handled", "办结日期", "day", "收文日期")


def check_target(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "met")
    yield from not_before(values, "until", "截止日期", "since", "起始日期")
    yield from not_before(values, "met", "达标日期", "since", "起始日期")
    if values["limits"] and not values["metric"]:
        yield "metric", "填了指标限定，也要选指标"
    elif values["metric"] and (wrong := binding.fault(values["metric"], values["limits"])):
        yield "limits", wrong
    if values["met"] and not (lines or values["metric"]):
        yield "met", "填了达标日期，要登记完成情况，或者选好指标"
    for line in lines:
        if not values["since"] <= line["day"] <= values["until"]:
            yield "since", f"“{line['what']}”的完成日期不在目标的起止日期内"
        if not line["quantity"]:
            yield "since", f"“{line['what']}”的完成数量至少是1"


def check_problem(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", "addressed")
    yield from not_before(values, "due", "整改时限", "day", "提出日期")
    yield from not_before(values, "addressed", "完成整改日期", "day", "提出日期")
    if values["addressed"] and not values["measures"]:
        yield "measures", "完成整改的，要写明采取了什么措施"
    if bool(values["visit"]) != (values["source"] == FoundBy.VISIT):
        yield "visit", "来源是“调研检查反馈”的写明是哪次，其他来源的留空"
    elif values["visit"] and not _visited(values["visit"]):
        yield "visit", f"“领导调研与慰问”里没有“{values['visit']}”，请先登记那一次，再写同样的名称"


def _visited(title: str) -> bool:
    """Whether an inspection or visit of that title is registered: both ways stand in that register."""
    visits: Any = registers.get(VISITS).model._default_manager
    found = visits.unscoped("a name is looked up").filter(title=title)
    return bool(found.exclude(state__in=NOT_STANDING).exists())


def check_assessment(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not 2000 <= values["year"] <= values["day"].year + 1:
        yield "year", f"考核年度{values['year']}与结果日期不符"
    for line in lines:
        computed, given = line["computed"], line["given"]
        if any(points is not None and points > line["full"] for points in (computed, given)):
            yield "title", f"“{line['title']}”的得分高于满分"
        if None not in (computed, given) and computed != given and not line["why"]:
            yield "title", f"“{line['title']}”的评定得分与计算得分不同，要写明原因"
