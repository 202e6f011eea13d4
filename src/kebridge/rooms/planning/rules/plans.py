"""What records of planning must satisfy."""

from itertools import pairwise

from kebridge.core.records.checks import Found, Lines, Values, not_before, not_yet
from kebridge.rooms.organisations.terms import delay_fault


def check_span(values: Values, _lines: Lines) -> Found:
    yield from not_before(values, "until", "截止日期", "since", "起始日期")


def check_item(values: Values, lines: Lines) -> Found:
    yield from check_span(values, lines)
    yield from not_before(values, "finished", "完成日期", "since", "起始日期")
    yield from not_yet(values, "finished", then="完成以后再填")
    if values["name"] in (values["frames"] or ()):
        yield "frames", "事项不能属于它自己；“所属框架”填工作框架登记簿里的名称"


def check_document(values: Values, _lines: Lines) -> Found:
    first = values["valid_from"] or values["day"]
    yield from not_yet(values, "day", then="印发以后再登记")
    if values["valid_until"] and values["valid_until"] < first:
        yield "valid_until", "有效期截止日期早于施行日期"
    if values["repealed"] and values["repealed"] < first:
        yield "repealed", "废止日期早于施行日期"


def check_renewal(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "prepared", "requested", "held", "done")
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
