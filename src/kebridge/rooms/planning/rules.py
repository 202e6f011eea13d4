"""What records of planning must satisfy."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from django.utils import timezone

from kebridge.rooms.organisations.terms import delay_fault

Found = Iterable[tuple[str, str]]
Lines = Sequence[Mapping[str, Any]]


def check_span(values: Mapping[str, Any], _lines: Lines) -> Found:
    if values["until"] and values["until"] < values["since"]:
        yield "until", "截止日期早于起始日期"


def check_item(values: Mapping[str, Any], lines: Lines) -> Found:
    yield from check_span(values, lines)
    if values["finished"] and values["finished"] < values["since"]:
        yield "finished", "完成日期早于起始日期"
    elif values["finished"] and values["finished"] > timezone.localdate():
        yield "finished", f"{values['finished']:%Y-%m-%d}还没有到；完成以后再填"
    if values["name"] in (values["frames"] or ()):
        yield "frames", "事项不能属于它自己；“所属框架”填工作框架登记簿里的名称"


def check_document(values: Mapping[str, Any], _lines: Lines) -> Found:
    first = values["valid_from"] or values["day"]
    if values["day"] > timezone.localdate():
        yield "day", f"{values['day']:%Y-%m-%d}还没有到；印发以后再登记"
    if values["valid_until"] and values["valid_until"] < first:
        yield "valid_until", "有效期截止日期早于施行日期"
    if values["repealed"] and values["repealed"] < first:
        yield "repealed", "废止日期早于施行日期"


def check_renewal(values: Mapping[str, Any], _lines: Lines) -> Found:
    steps = [(name, values[name]) for name in ("prepared", "requested", "held", "done") if values[name]]
    if not steps:
        yield "prepared", "启动筹备、召开大会、完成等日期至少填一个"
    for (_, before), (name, after) in pairwise(steps):
        if after < before:
            yield name, f"{after:%Y-%m-%d}早于前一步的{before:%Y-%m-%d}"
    if not values["term"]:
        yield "term", "届次从第1届算起"
    if message := delay_fault(values["due"], values["delayed_to"]):
        yield "delayed_to", message
