"""What a person may do with a record now: by its state and his permissions."""

from dataclasses import dataclass
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records.states import TRANSITIONS, State

ICONS = {
    "submit": "check2",
    "accept": "check2-circle",
    "return": "arrow-left",
    "void": "trash",
    "restore": "clock-history",
}
FIRST = ("submit", "accept")
EXPLAINED = {
    "submit": "提交后等待审核；不需要审核的直接计入台账",
    "accept": "计入台账，相关指标随即更新",
    "return": "退给填报人修改，不计入",
    "void": "不再计入台账；记录和历史都保留",
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
        if record.state in one.sources and by.can(one.verb, record.org_id)
    ]


def may_correct(record: Any, by: Actor) -> bool:
    return record.state != State.VOID and by.can(Verb.CHANGE, record.org_id)
