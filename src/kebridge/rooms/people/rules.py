"""What records of people must satisfy."""

import re

from kebridge.core.records.checks import IDENTITY_NUMBER, Found, Lines, Values, not_yet
from kebridge.rooms.people.enums import Nominee, PersonKind, Stage

_DIGITS = re.compile(r"\d")


def check_person(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "listed")
    is_head = values["kind"] == PersonKind.THREE_HEADS
    if is_head and not values["three_heads"]:
        yield "three_heads", "类别是三长的，要选哪一长"
    if not is_head and values["three_heads"]:
        yield "three_heads", "类别不是三长的，不选哪一长"
    if values["left"] and not values["listed"]:
        yield "listed", "填了退出日期，也要填入库日期"
    elif values["left"] and values["left"] < values["listed"]:
        yield "left", "退出日期早于入库日期"
    yield from _plain_name("name", values)
    for name in ("name", "employer", "title", "fields", "note"):
        if IDENTITY_NUMBER.search(values.get(name) or ""):
            yield name, "不登记身份证号等证件号码，请删去"


def _plain_name(name: str, values: Values) -> Found:
    if _DIGITS.search(values[name]):
        yield name, f"姓名“{values[name]}”里有数字，请只写姓名"


def check_appointment(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "since")
    if values["until"] and values["until"] < values["since"]:
        yield "until", "任期截止日期早于聘任日期"


def one_scheme(values: Values) -> Found:
    if len(values["schemes"]) != 1:
        yield "schemes", "只写一个奖项（赛事、计划）；涉及几个的分开登记"


def check_nomination(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from one_scheme(values)
    if values["what"] == Nominee.PERSON and not values["person_name"]:
        yield "person_name", "推荐个人的要填姓名"
    if values["what"] != Nominee.PERSON and not values["title"]:
        yield "title", "推荐项目、单位、文章、团队的要填名称"
    if values["stage"] == Stage.SUBMITTED:
        if values["stage_day"]:
            yield "stage", "填了结果日期，请选是什么结果"
    elif not values["stage_day"]:
        yield "stage_day", "有了结果的要填结果日期（公布、发文的日期）"
    elif values["stage_day"] < values["day"]:
        yield "stage_day", "结果日期早于推荐日期"
    if values["grade"] and values["stage"] not in (Stage.AWARDED, Stage.SELECTED):
        yield "grade", "只有入选、获奖的才填等次"
    if values["purpose"] and values["stage"] not in (Stage.AWARDED, Stage.SELECTED):
        yield "purpose", "只有入选、获奖的才填资助"
    if values["granted"] and not values["purpose"]:
        yield "purpose", "填了资助金额，请选资助用途"


def check_guest(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day", then="来过以后再登记")
    if values["talks"] and not values["talk_kind"]:
        yield "talk_kind", "作了报告的要选报告类型"
    if values["talk_kind"] and not values["talks"]:
        yield "talks", "选了报告类型，请填作报告场数"


def check_inspection(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day")
    for number, line in enumerate(lines, start=1):
        if not line["persons"]:
            yield "", f"第{number}行的人数不能是0"
        elif line["returning"] > line["persons"]:
            yield "", f"第{number}行“本年已来过”{line['returning']}人，多于人数{line['persons']}人"


def check_engagement(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "since")
    if values["until"] and values["until"] < values["since"]:
        yield "until", "截止日期早于开始日期"


def check_selection(values: Values, lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from one_scheme(values)
    seen = set()
    for number, line in enumerate(lines, start=1):
        key = line["what"], line["grade"]
        if key in seen:
            yield "", f"第{number}行与前面的对象、等次相同，请合成一行"
        seen.add(key)
        if not line["entries"] and not line["chosen"]:
            yield "", f"第{number}行的申报数和评出数不能都是0"
    for what in sorted({line["what"] for line in lines}):
        same = [line for line in lines if line["what"] == what]
        entries, chosen = (sum(line[name] for line in same) for name in ("entries", "chosen"))
        if entries and chosen > entries:
            yield "", f"{Nominee(what).label}评出{chosen}个，多于申报{entries}个"
