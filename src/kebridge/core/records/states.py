"""The states of a record, and who may lead it from one to the next."""

from dataclasses import dataclass

from django.db import models

from kebridge.core.access.roles import Verb


class State(models.TextChoices):
    DRAFT = "draft", "草稿"
    PENDING = "pending", "待审"
    COUNTED = "counted", "计入"
    RETURNED = "returned", "退回"
    VOID = "void", "作废"
    PRACTICE = "practice", "练习"


NOT_STANDING = (State.VOID, State.PRACTICE)
# What waits for somebody: to finish, to review, to put right. Tables of records have an index of these alone.
OPEN = ("draft", "pending", "returned")


class Basis(models.TextChoices):
    REGISTERED = "registered", "实名登记"
    COUNTED = "counted", "现场计数"
    REPORTED = "reported", "单位填报"
    EXTERNAL = "external", "平台快照"
    DECLARED = "declared", "意向/估算"


@dataclass(frozen=True)
class Transition:
    """One step of a record: `needs_reason` steps are refused without a reason."""

    name: str
    label: str
    sources: frozenset[str]
    target: str
    verb: str
    needs_reason: bool = False


TRANSITIONS = {
    step.name: step
    for step in (
        Transition("submit", "提交", frozenset({State.DRAFT, State.RETURNED}), State.PENDING, Verb.SUBMIT),
        Transition("accept", "审核通过", frozenset({State.PENDING}), State.COUNTED, Verb.REVIEW),
        Transition("return", "退回", frozenset({State.PENDING}), State.RETURNED, Verb.REVIEW, True),
        Transition("void", "作废", frozenset({State.DRAFT, State.PENDING, State.RETURNED, State.COUNTED}),
                   State.VOID, Verb.VOID, True),
        Transition("discard", "删除练习", frozenset({State.PRACTICE}), State.VOID, Verb.ADD),
        Transition("restore", "恢复", frozenset({State.VOID}), State.DRAFT, Verb.VOID, True),
    )
}  # fmt: skip
