"""What needs, service visits and agreements must satisfy."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from kebridge.core.records.checks import Found, Lines, not_yet
from kebridge.rooms.innovation.enums import FOLLOW_UPS, AgreementKind, Stage

_SOLVING = (Stage.SOLVED, Stage.UNCONFIRMED)
_PARTIES = ("parties", "societies", "universities", "enterprises", "counties")


def check_need(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from not_yet(values, "day")
    yield from _check_order(values)
    is_met = values["matched_day"] or any(line["kind"] not in FOLLOW_UPS for line in lines)
    if values["stage"] == Stage.MATCHED and not is_met:
        yield "matched_day", "对接中的要填对接日期"
    if values["stage"] == Stage.RAISED and is_met:
        yield "stage", "填了对接日期，进展请选“对接中”或后面的一项"
    if values["stage"] == Stage.STARTED and not values["started_day"]:
        yield "started_day", "已立项（合作）的要填立项（合作）日期"
    if values["stage"] in (Stage.RAISED, Stage.MATCHED) and values["started_day"]:
        yield "stage", "填了立项（合作）日期，进展请选“已立项（合作）”或后面的一项"
    yield from _check_solved(values) if values["stage"] in _SOLVING else _check_unsolved(values)
    yield from _check_ended(values)
    yield from _check_contacts(values, lines)


def _check_order(values: Mapping[str, Any]) -> Found:
    if values["matched_day"] and values["matched_day"] < values["day"]:
        yield "matched_day", "对接日期早于提出日期"
    if values["started_day"] and values["started_day"] < (values["matched_day"] or values["day"]):
        yield "started_day", "立项（合作）日期早于提出（对接）日期"


def _check_solved(values: Mapping[str, Any]) -> Found:
    is_solved = values["stage"] == Stage.SOLVED
    before = max(day for day in (values["day"], values["matched_day"], values["started_day"]) if day)
    if not values["solved_day"]:
        yield "solved_day", "已解决的要填解决日期，“解决几项”按它统计"
    elif values["solved_day"] < before:
        yield "solved_day", "解决日期早于提出（对接）日期"
    else:
        yield from not_yet(values, "solved_day")
        yield from _check_confirmed(values)
    if not values["solved_at"]:
        yield "solved_at", "已解决的要选在哪里解决的"
    if is_solved and not values["is_confirmed"]:
        yield "is_confirmed", "企业确认了才算已解决；还没有确认的，进展选“已解决待企业确认”"
    if not is_solved and (values["is_confirmed"] or values["confirmed_day"] or values["confirmer"]):
        yield "stage", "企业已经确认的，进展请选“已解决”"


def _check_confirmed(values: Mapping[str, Any]) -> Found:
    if values["confirmed_day"] and values["confirmed_day"] < values["solved_day"]:
        yield "confirmed_day", "企业确认日期早于解决日期"
    else:
        yield from not_yet(values, "confirmed_day")


def _check_unsolved(values: Mapping[str, Any]) -> Found:
    names = ("solved_day", "solved_at", "is_confirmed", "confirmed_day", "confirmer")
    if any(values[name] for name in names):
        yield "stage", "填了解决日期、解决地点或企业确认，进展请选“已解决”"


def _check_ended(values: Mapping[str, Any]) -> Found:
    if values["stage"] == Stage.CLOSED:
        if not values["ended_day"]:
            yield "ended_day", "未解决而终止的要填终止日期，从这天起不再算未办结"
        elif values["ended_day"] < values["day"]:
            yield "ended_day", "终止日期早于提出日期"
        else:
            yield from not_yet(values, "ended_day")
    elif values["ended_day"] or values["end_reason"]:
        yield "stage", "填了终止日期或原因，进展请选“未解决（终止）”"


def _check_contacts(values: Mapping[str, Any], lines: Lines) -> Found:
    for number, line in enumerate(lines, start=1):
        if line["day"] < values["day"]:
            yield "", f"第{number}行的日期早于提出日期"
        if line["day"] > timezone.localdate():
            yield "", f"第{number}行的日期还没有到；约好的下一步写在“下一步期限”"


def check_visit(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from not_yet(values, "day")
    societies = ("national_societies", "provincial_societies", "city_societies")
    if not values["experts"] and not any(values[name] for name in societies):
        yield "experts", "写明来了几名专家，或来了哪些学会"
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if line["firm"] in seen:
            yield "", f"第{number}行的企业与前面的重复，一次服务每家企业只写一行"
        if not line["sessions"]:
            yield "", f"第{number}行的服务次数不能是0"
        seen.add(line["firm"])


def check_agreement(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not any(values[name] for name in _PARTIES):
        yield "parties", "至少写一个签约方：学会、高校院所、企业、县区或其他单位"
    if not values["copies"]:
        yield "copies", "份数（项数）不能是0"
    if values["contract_sum"] and values["kind"] in (AgreementKind.INTENT, AgreementKind.ALLIANCE):
        yield "contract_sum", "意向协议、加入联盟没有合同金额；有意向投资的填意向投资额"
    yield from _check_registration(values)
    for number, line in enumerate(lines, start=1):
        if line["day"] < values["day"]:
            yield "", f"第{number}行的日期早于签订日期"
        if line["day"] > timezone.localdate():
            yield "", f"第{number}行的日期还没有到，到账、支出以后再登记"
        if not line["amount"]:
            yield "", f"第{number}行的金额不能是0"


def _check_registration(values: Mapping[str, Any]) -> Found:
    if not values["registered_day"]:
        if values["registration"] or values["technical_sum"]:
            yield "registered_day", "填了登记编号或技术交易额，请填合同认定登记日期"
        return
    if values["kind"] != AgreementKind.CONTRACT:
        yield "kind", "认定登记的是技术合同，类别请选“技术合同”"
    if not values["contract_type"]:
        yield "contract_type", "认定登记的技术合同要选合同类型"
    if values["registered_day"] < values["day"]:
        yield "registered_day", "合同认定登记日期早于签订日期"
    if values["technical_sum"] and values["technical_sum"] > (values["contract_sum"] or 0):
        yield "technical_sum", "技术交易额不能多于合同金额"
