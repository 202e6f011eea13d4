"""What records of the duties of Party life must satisfy, and what a requirement is measured by."""

from kebridge.core.records.checks import Found, Lines, Values, first_of_month, not_before, not_yet
from kebridge.rooms.party.enums import DUES_PAID, HEART_TALK, INTEGRITY_TALK

# What is counted elsewhere than in the agenda of sessions: (metric, kind).
_ELSEWHERE = {
    HEART_TALK: ("party.talks", "heart"),
    INTEGRITY_TALK: ("party.talks", "integrity"),
    DUES_PAID: ("party.dues", ""),
}


def measured_by(what: str) -> tuple[str, str]:
    """The metric and kind that tell how often a requirement was met."""
    return _ELSEWHERE.get(what, ("party.items", what))


def by_holder(what: str) -> bool:
    """Whether what is counted knows which Party organisation it was."""
    return what not in _ELSEWHERE


def check_span(values: Values, _lines: Lines) -> Found:
    yield from not_before(values, "until", "截止日期", "since", "起始日期")
    if values.get("people") == 0:
        yield "people", "人数至少是1"


def check_obligation(values: Values, lines: Lines) -> Found:
    yield from check_span(values, lines)
    asked = [line["what"] for line in lines]
    if len(asked) != len(set(asked)):
        yield "system", "同一项要求只填一行"
    if any(not line["times"] for line in lines):
        yield "system", "频次要求至少是1次；没有规定次数的不用填这一行"


def check_dues(values: Values, _lines: Lines) -> Found:
    yield from first_of_month(values)
    if not values["members"]:
        yield "members", "没有应缴党员的月份不用登记"
    if values["on_time"] > values["members"]:
        yield "on_time", f"按时足额缴纳的{values['on_time']}人多于应缴的{values['members']}人"
    if values["paid"] and not values["owed"]:
        yield "owed", "填了实缴金额，也要填应缴金额"


def check_letter(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if not values["copies"]:
        yield "copies", "份数至少是1"


def check_check(values: Values, _lines: Lines) -> Found:
    yield from not_yet(values, "day")
    if values["rectified"] > values["found"]:
        yield "rectified", f"完成整改{values['rectified']}个，多于发现的{values['found']}个"


def check_breach(values: Values, _lines: Lines) -> Found:
    yield from first_of_month(values)
    if not values["cases"]:
        yield "cases", "没有发生违纪的月份不用登记，请作零报告"
