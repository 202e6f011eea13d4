"""What appeals, letters and visits, and the terms of handling must satisfy."""

import re

from kebridge.core.records.checks import IDENTITY_NUMBER, Found, Lines, Values, not_yet
from kebridge.rooms.appeals.enums import Stage

_PHONE = re.compile(r"1\d{10}")
_LADDER = (
    (Stage.RAISED.value, "day", "收到日期"), (Stage.ASSIGNED.value, "assigned_day", "交办日期"),
    (Stage.ANSWERED.value, "answered_day", "答复日期"), (Stage.CLOSED.value, "closed_day", "办结日期"),
)  # fmt: skip


def check_handled(values: Values, _lines: Lines) -> Found:
    stages = [stage for stage, _, _ in _LADDER]
    reached, before, told = stages.index(values["stage"]), None, ""
    for number, (_, name, label) in enumerate(_LADDER):
        day = values[name]
        yield from not_yet(values, name)
        if number > reached and day:
            yield "stage", f"填了{label}，进展请选到这一步"
        if number == reached and not day:
            yield name, f"进展到了这一步，请填{label}"
        if day and before and day < before:
            yield name, f"{label}早于{told}"
        if day:
            before, told = day, label
    if values["assigned_day"] and not values["assigned_to"]:
        yield "assigned_to", "交办了的要写交给哪个科室（单位）办，不写人名"
    if values["satisfaction"] and values["stage"] != Stage.CLOSED:
        yield "satisfaction", "办结了才有满意度"
    yield from _check_personal(values)


def _check_personal(values: Values) -> Found:
    for name in ("subject", "note", "assigned_to"):
        text = values.get(name) or ""
        if IDENTITY_NUMBER.search(text) or _PHONE.search(text):
            yield name, "不写证件号码和电话；联系方式填在“联系方式”，会加密保存"
    for name in ("person_name", "contact"):
        sealed = values.get(name) or ""
        text = sealed.reveal() if hasattr(sealed, "reveal") else str(sealed)
        if IDENTITY_NUMBER.fullmatch(text.strip()):
            yield name, "不登记身份证号等证件号码，请删去"


def check_letter(values: Values, lines: Lines) -> Found:
    yield from check_handled(values, lines)
    if values["persons"] == 0:
        yield "persons", "人数不能是0"


def check_term(values: Values, _lines: Lines) -> Found:
    if values["days"] == 0:
        yield "days", "办结天数不能是0"
