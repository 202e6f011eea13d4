"""What happens to a task: an extension asked for in time and decided, the task closed with its evidence."""

from datetime import date
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit.ops import Event
from kebridge.core.ledger.postings import Block, posting
from kebridge.core.records import practice
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.rooms.planning.enums import Decision
from kebridge.rooms.planning.models import Task
from kebridge.rooms.planning.rules import tasks as rules


def ask_extension(pk: int, until: date, why: str, *, by: Actor) -> Task:
    """Ask for more time, before the day has passed.

    Raises Denied; Refusal: the deadline has passed, an answer is still awaited, no reason, or not a later day.
    """
    with posting(by=by, reason=why) as block:
        task = _open(pk, Verb.CHANGE, "申请延期", block)
        today = timezone.localdate()
        if today > task.due_now:
            raise Refusal(
                f"完成时限{task.due_now:%Y-%m-%d}已过，不能再申请延期", repair="请抓紧办结，按原时限考核"
            )
        if task.decision == Decision.ASKED:
            raise Refusal("上一次延期申请还没有答复", repair="请等审核人答复后再申请")
        if not why.strip():
            raise Refusal("没有写延期理由", repair="请写明为什么不能按期完成")
        if until <= task.due_now:
            raise Refusal(f"延期日期要晚于现在的时限{task.due_now:%Y-%m-%d}")
        task.asked, task.asked_until, task.asked_why = today, until, why.strip()[:200]
        task.decision, task.decided = Decision.ASKED, None
        _save(task, block, "ask", f"申请任务延期到{until:%Y-%m-%d}")
    return task


def decide_extension(pk: int, *, granted: bool, by: Actor) -> Task:
    """Answer a request. Raises Denied; Refusal: nothing was asked."""
    with posting(by=by) as block:
        task = _open(pk, Verb.REVIEW, "答复延期申请", block)
        if task.decision != Decision.ASKED:
            raise Refusal("这项任务没有等待答复的延期申请")
        task.decision = Decision.GRANTED if granted else Decision.REFUSED
        task.decided = timezone.localdate()
        if granted:
            task.extended = task.asked_until
        told = f"{'同意' if granted else '不同意'}任务延期到{task.asked_until:%Y-%m-%d}"
        _save(task, block, "decide", told)
    return task


def close(pk: int, day: date, *, by: Actor) -> Task:
    """Close a task that its files prove. Raises Denied; Refusal: no file, or a day that cannot be."""
    with posting(by=by) as block:
        task = _open(pk, Verb.CHANGE, "办结任务", block)
        if not rules.has_files(pk):
            raise Refusal("办结要有佐证材料，这项任务还没有附文件", repair="请先附上文件，再办结")
        if day < task.since or day > timezone.localdate():
            raise Refusal("办结日期要在下达日期与今天之间", repair="请核对日期")
        task.closed = day
        _save(task, block, "close", f"办结任务，办结日期{day:%Y-%m-%d}")
    return task


def _open(pk: int, verb: str, what: str, block: Block) -> Any:
    task = block.lock(Task, pk)
    block.by.require(verb, task.org_id, what)
    practice.require_same(task, block.by)
    if task.state != State.COUNTED:
        raise Refusal(f"这项任务现在是“{task.get_state_display()}”，不能{what}", repair="请先提交并审核通过")
    if task.closed:
        raise Refusal("这项任务已经办结")
    return task


def _save(task: Task, block: Block, kind: str, told: str) -> None:
    task.save()
    block.tell(Event(kind, told, rules.CODE, task.pk, task.org_id, block.reason))
