"""What rounds, results, stations and surveys of our own must satisfy."""

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, Values, not_yet
from kebridge.rooms.surveys.enums import Method

_WHOLE = 100_000_000
_SAMPLED = (Method.SAMPLE, Method.QUOTA)


def check_round(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", "finished")
    if values["finished"] and values["finished"] < values["day"]:
        yield "finished", "本地完成日期早于开始日期"
    if values["sampled"] and not values["finished"]:
        yield "finished", "填了本地样本量，请填本地完成日期"


def check_result(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    for name in ("share", "margin", "target"):
        if values[name] is not None and values[name] > _WHOLE:
            yield name, "百分比不能超过100，15.3%写15.3"
    if values["year"] > values["day"].year:
        yield "year", "调查年份晚于公布日期"
    if values["margin"] is not None and not values["confidence"]:
        yield "confidence", "填了误差，请填置信水平，一般是95"
    if values["confidence"] and not 50 <= values["confidence"] < 100:
        yield "confidence", "置信水平是50到99之间的数，一般是95"
    if values["method"] in _SAMPLED and values["sample"] == 0:
        yield "sample", "样本量不能是0；没有公布的留空"
    if values["target"] is not None and not values["target_source"]:
        yield "target_source", "填了规划目标，请写目标出自哪份规划"


def check_station(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "since", "until")
    if values["until"] and values["until"] < values["since"]:
        yield "until", "撤销日期早于设立日期"
    years = set()
    for number, line in enumerate(lines, start=1):
        if line["day"] < values["since"]:
            yield "", f"第{number}行的考核日期早于设立日期"
        if line["day"] > timezone.localdate():
            yield "", f"第{number}行的考核日期还没有到"
        if line["used"] > line["reports"]:
            yield "", f"第{number}行采用{line['used']}条，多于报送{line['reports']}条"
        if line["day"].year in years:
            yield "", f"第{number}行与前面同一年，一年只写一行"
        years.add(line["day"].year)


def check_own(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", "finished", "reported")
    if values["finished"] and values["finished"] < values["day"]:
        yield "finished", "结束日期早于开始日期"
    if values["reported"] and values["reported"] < values["day"]:
        yield "reported", "形成报告日期早于开始日期"
    if values["report"] and not values["reported"]:
        yield "reported", "写了报告题目，请填形成报告的日期"
    sent, returned, valid = values["sent"], values["returned"], values["valid"]
    if sent is not None and returned is not None and returned > sent:
        yield "returned", f"收回{returned}份，多于发放{sent}份"
    if returned is not None and valid is not None and valid > returned:
        yield "valid", f"有效{valid}份，多于收回{returned}份"
