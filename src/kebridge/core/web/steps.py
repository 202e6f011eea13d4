"""What a person may do with a record now: by its state and his permissions."""

from dataclasses import dataclass
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records import practice
from kebridge.core.records.states import TRANSITIONS, State

ICONS = {
    "submit": "check2",
    "accept": "check2-circle",
    "return": "arrow-left",
    "void": "trash",
    "discard": "trash",
    "restore": "clock-history",
}
FIRST = ("submit", "accept")
EXPLAINED = {
    "submit": "提交后等待审核；不需要审核的直接计入台账",
    "accept": "计入台账，相关指标随即更新",
    "return": "退给填报人修改，不计入",
    "void": "不再计入台账；记录和历史都保留",
    "discard": "练习本来不计数，删除后不再列出",
    "restore": "恢复成草稿，核对后再提交",
}


@dataclass(frozen=True)
class Step:
    name: str
    label: str
    icon: str
    help: str
    needs_reason: bool


def steps_of(record: Any, by: Actor) -> list[Step]:
    """The steps that start from the record's state and that the actor may take."""
    return [
        Step(one.name, one.label, ICONS[one.name], EXPLAINED[one.name], one.needs_reason)
        for one in TRANSITIONS.values()
        if record.state in one.sources and by.can(one.verb, record.org_id) and _is_open(one.name, record, by)
    ]


def _is_open(step: str, record: Any, by: Actor) -> bool:
    """Who practises leads no real record on; what was practised goes nowhere but away."""
    if step == "discard":
        return bool(record.entered_by == by.user_id)
    return not by.practising and not (step == "restore" and record.origin_note == practice.NOTE)


def may_correct(record: Any, by: Actor) -> bool:
    if (record.state == State.PRACTICE) != by.practising:
        return False
    return record.state != State.VOID and by.can(Verb.CHANGE, record.org_id)
