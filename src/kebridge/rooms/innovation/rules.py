"""What needs, service visits and agreements must satisfy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from kebridge.rooms.innovation.enums import AgreementKind, Stage

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]


def _not_yet(values: Mapping[str, Any], name: str = "day") -> Found:
    if values[name] and values[name] > timezone.localdate():
        yield name, f"{values[name]:%Y-%m-%d}还没有到，发生以后再登记"


def check_need(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _not_yet(values)
    if values["matched_day"] and values["matched_day"] < values["day"]:
        yield "matched_day", "对接日期早于提出日期"
    if values["stage"] == Stage.MATCHED and not values["matched_day"]:
        yield "matched_day", "对接中的要填对接日期"
    if values["stage"] == Stage.RAISED and values["matched_day"]:
        yield "stage", "填了对接日期，进展请选“对接中”或后面的一项"
    yield from _check_solved(values) if values["stage"] == Stage.SOLVED else _check_unsolved(values)


def _check_solved(values: Mapping[str, Any]) -> Found:
    if not values["solved_day"]:
        yield "solved_day", "已解决的要填解决日期，“解决几项”按它统计"
    elif values["solved_day"] < (values["matched_day"] or values["day"]):
        yield "solved_day", "解决日期早于提出（对接）日期"
    else:
        yield from _not_yet(values, "solved_day")
    if not values["solved_at"]:
        yield "solved_at", "已解决的要选在哪里解决的"
    if not values["is_confirmed"]:
        yield "is_confirmed", "企业确认了才算已解决；还没有确认的，进展选“对接中”"


def _check_unsolved(values: Mapping[str, Any]) -> Found:
    if values["solved_day"] or values["solved_at"] or values["is_confirmed"]:
        yield "stage", "填了解决日期、解决地点或企业确认，进展请选“已解决”"


def check_visit(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from _not_yet(values)
    societies = ("national_societies", "provincial_societies", "city_societies")
    if not values["experts"] and not any(values[name] for name in societies):
        yield "experts", "写明来了几名专家，或来了哪些学会"
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if line["firm"] in seen:
            yield "", f"第{number}行的企业与前面的重复，一次服务每家企业只写一行"
        seen.add(line["firm"])


def check_agreement(values: Mapping[str, Any], _lines: Lines) -> Found:
    yield from _not_yet(values)
    if not values["copies"]:
        yield "copies", "份数（项数）不能是0"
    if values["contract_sum"] and values["kind"] in (AgreementKind.INTENT, AgreementKind.ALLIANCE):
        yield "contract_sum", "意向协议、加入联盟没有合同金额；有意向投资的填意向投资额"
