"""What cards and the other records of organisations must satisfy."""

import re
from itertools import pairwise
from typing import Any

from kebridge.core.records.checks import Found, Lines, Values, not_before, not_yet
from kebridge.rooms.organisations.enums import CheckResult, Route, SeatKind

_CODE = re.compile(r"[A-Za-z0-9-]{1,40}")
_MOST_STARS = 5


def check_card(values: Values, _lines: Lines) -> Found:
    if not _CODE.fullmatch(values["code"]):
        yield "code", f"代码“{values['code']}”只能用字母、数字和横线，例如 NY-KJG"
    if not values.get("org"):
        yield "org", "“隶属单位”没有填"
    yield from not_yet(values, "founded", "known_from", then="成立以后再登记")


def check_unchanged(card: Any) -> Found:
    """Name, type, parent and founding are changed by dated events, not by overwriting."""
    if card.pk is None:
        return
    stored = type(card)._base_manager.get(pk=card.pk)
    for name, label in (("code", "代码"), ("name", "名称"), ("type", "类型"), ("org_id", "隶属单位"),
                        ("founded", "成立日期"), ("known_from", "登记起始日期")):  # fmt: skip
        if getattr(stored, name) != getattr(card, name):
            yield name.removesuffix("_id"), f"“{label}”要用“更名、变更类型、调整隶属”等办理，写明生效日期"


def check_unit(values: Values, _lines: Lines) -> Found:
    yield from not_before(values, "until", "不再计算日期", "since", "起算日期")
    yield from not_before(values, "covered_until", "科协撤销日期", "covered_from", "科协成立日期")
    if values["association"] and (values["covered_from"] or values["covered_until"]):
        yield "covered_from", "写了“已建的科协”，成立和撤销日期就按组织登记簿算，这里留空"
    elif values["covered_until"] and not values["covered_from"]:
        yield "covered_from", "填了科协撤销日期，也要填科协成立日期"


def check_post(values: Values, _lines: Lines) -> Found:
    yield from not_before(values, "until", "岗位撤销日期", "since", "岗位起算日期")
    yield from not_before(values, "taken_until", "卸任日期", "taken_from", "吸纳日期")
    if values["taken_from"] and not values["seat"]:
        yield "seat", "填了吸纳日期，也要选在科协任什么职"
    elif values["seat"] and not values["taken_from"]:
        yield "taken_from", "选了在科协任什么职，也要填吸纳日期"
    if values["taken_until"] and not values["taken_from"]:
        yield "taken_from", "填了卸任日期，也要填吸纳日期"


_ORDER = {
    # A civil society holds its founding meeting before it registers; a body of the association after the reply.
    Route.CIVIL: ("applied", "replied", "meeting", "registered", "admitted"),
    Route.REPLY: ("applied", "replied", "meeting", "registered", "admitted"),
    Route.MEMBER: ("applied", "admitted"),
}
_STEPS = {"applied": "申请", "replied": "批复（同意）", "meeting": "成立大会", "registered": "登记（备案）",
          "admitted": "准予入会", "refused": "不予同意", "ended": "退会（注销、撤销）"}  # fmt: skip


def check_case(values: Values, _lines: Lines) -> Found:
    order = _ORDER[Route(values["route"])]
    dated = [(name, values[name]) for name in order if values[name]]
    if not dated:
        yield "applied", "申请、批复、成立大会、登记、准予入会几个日期至少填一个"
        return
    yield from not_yet(values, *(name for name, _ in dated), "refused", "ended")
    for (earlier, before), (name, after) in pairwise(dated):
        if after < before:
            yield name, f"{_STEPS[name]}日期{after:%Y-%m-%d}早于{_STEPS[earlier]}日期{before:%Y-%m-%d}"
    for name in ("replied", "meeting", "registered"):
        if values[name] and name not in order:
            yield name, f"“已有组织入会”不填{_STEPS[name]}日期"
    for name in ("refused", "ended"):
        if values[name] and values[name] < dated[-1][1]:
            yield name, f"{_STEPS[name]}日期{values[name]:%Y-%m-%d}早于{_STEPS[dated[-1][0]]}日期"
    if values["refused"] and (values["registered"] or values["admitted"]):
        yield "refused", "已经登记或准予入会，不能又是不予同意"


def check_congress(values: Values, lines: Lines) -> Found:
    day = values["day"]
    if not values["number"]:
        yield "number", "次数从第1次算起"
    if not day and not values["planned"]:
        yield "day", "召开日期和拟召开日期至少填一个"
    yield from not_yet(values, "day", then="没有召开的填在“拟召开日期”")
    if values["until"] and not (day and values["until"] > day):
        yield "until", "本届届满日期要晚于召开日期"
    if lines and not day:
        yield "day", "还没有召开，不填席位"
    seen: set[str] = set()
    for line in lines:
        label = SeatKind(line["kind"]).label
        if line["kind"] in seen:
            yield "seats", f"席位“{label}”写了两行，请合并"
        seen.add(line["kind"])
        for name, part in (("front_line", "一线科技工作者"), ("women", "女性"), ("young", "45岁以下")):
            if (line.get(name) or 0) > line["persons"]:
                yield "seats", f"{label}一共{line['persons']}人，其中{part}不能有{line[name]}人"


def check_annual(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "submitted", "day")
    if not values["submitted"] and not values["day"]:
        yield "submitted", "报送日期和结论日期至少填一个"
    if bool(values["day"]) != bool(values["result"]):
        yield ("day" if values["result"] else "result"), "结论和结论日期要一起填；还没有结论的都留空"
    if values["result"] == CheckResult.ABSENT and values["submitted"]:
        yield "submitted", "未参检的没有报送日期"
    if values["rectify_until"] and values["result"] in ("", CheckResult.PASSED):
        yield "rectify_until", "没有结论或结论合格的，不填整改期限"
    if values["rectified"] and not values["rectify_until"]:
        yield "rectified", "没有填整改期限，不填整改完成日期"
    yield from not_before(values, "rectified", "整改完成日期", "day", "结论日期")


def check_rating(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not 1 <= values["stars"] <= _MOST_STARS:
        yield "stars", f"星级（等级）填1到{_MOST_STARS}，现在是{values['stars']}"
    yield from not_before(values, "until", "有效期截止日期", "day", "公布日期")


def check_group(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "since")
    yield from not_before(values, "until", "撤销日期", "since", "成立日期")


def check_alliance(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from not_before(values, "until", "解散（退出）日期", "day", "成立（加入）日期")
