"""What studies, suggestions, instructions, topics and study tours must satisfy."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.advice.enums import StudyKind, TopicGrade
from kebridge.rooms.advice.models import Study

_PERIODICAL = (StudyKind.BULLETIN, StudyKind.COMPILATION)
_CLASSES = (TopicGrade.FIRST, TopicGrade.SECOND, TopicGrade.THIRD)


def check_study(values: Values, lines: Lines) -> Found:
    today = timezone.localdate()
    if values["day"] > today:
        yield "day", f"{values['day']:%Y-%m-%d}还没有到，完成以后再登记"
    for number, line in enumerate(lines, start=1):
        if line["day"] > today:
            yield "", f"第{number}行的报送日期还没有到"
        yield from _check_instruction(line, number, today)
    yield from _check_outcome(values, today)
    yield from _check_series(values)
    if not values["items"]:
        yield "items", "件数不能是0；一件一条的填1"


def _check_outcome(values: Values, today: Any) -> Found:
    if values["reviewed"] and values["reviewed"] < values["day"]:
        yield "reviewed", "审核日期早于提出日期"
    if values["reviewed"] and values["reviewed"] > today:
        yield "reviewed", "审核日期还没有到"
    if not values["outcome"]:
        if values["outcome_day"] or values["outcome_level"] or values["adopted_into"]:
            yield "outcome", "填了答复（采纳）的情况，请选结果"
        return
    if not values["outcome_day"]:
        yield "outcome_day", "有了结果的要填答复（采纳）日期"
    elif values["outcome_day"] < values["day"]:
        yield "outcome_day", "答复（采纳）日期早于提出日期"
    elif values["outcome_day"] > today:
        yield "outcome_day", "答复（采纳）日期还没有到"


def _check_series(values: Values) -> Found:
    if values["issue"] and not values["series"]:
        yield "series", "填了期号，请填刊名"
    if values["series"] and values["kind"] not in _PERIODICAL:
        yield "kind", "填了刊名，类别请选“专报（简报）”或“摘编（汇编）”"


def same_issue(study: Study) -> Found:
    """An issue of a series is out once a year."""
    if not study.issue:
        return
    others = (
        Study.objects.unscoped("issues of one series").exclude(state__in=NOT_STANDING).exclude(pk=study.pk)
    )
    same = others.filter(org=study.org_id, series=study.series, issue=study.issue, day__year=study.day.year)
    if same.exists():
        yield "issue", f"{study.day.year}年《{study.series}》第{study.issue}期已经登记过"


def check_topics(values: Values, lines: Lines) -> Found:
    today = timezone.localdate()
    if values["day"] > today:
        yield "day", f"{values['day']:%Y-%m-%d}还没有到，截止以后再登记"
    if values["submitted"] == 0:
        yield "submitted", "课题数不能是0"
    for number, line in enumerate(lines, start=1):
        if line["day"] < values["day"]:
            yield "", f"第{number}行的公布日期早于征集日期"
        if line["day"] > today:
            yield "", f"第{number}行的公布日期还没有到"
        if not line["topics"]:
            yield "", f"第{number}行的篇数不能是0"
    for level in sorted({line["level"] for line in lines}):
        graded = sum(line["topics"] for line in lines if line["level"] == level and line["grade"] in _CLASSES)
        if graded > values["submitted"]:
            yield "", f"同一级评定的一、二、三类共{graded}篇，多于课题数{values['submitted']}篇"


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


def check_tour(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day", then="出发以后再登记")
    if values["people"] == 0:
        yield "people", "人数不能是0；不清楚的留空"
    seen: set[tuple[Any, ...]] = set()
    for number, line in enumerate(lines, start=1):
        key = (line["city"], line["host"])
        if key in seen:
            yield "", f"第{number}行与前面的重复，请删去一行"
        seen.add(key)
