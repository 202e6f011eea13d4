"""What tasks count: set, open, overdue, closed in time or late; milestones likewise."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.rooms.planning.enums import Timeliness

TASKS = "planning.tasks"
CLOSED = "planning.tasks_closed"
OPEN = "planning.tasks_open"
OVERDUE = "planning.tasks_overdue"
MILESTONES = "planning.milestones"
MILESTONES_DONE = "planning.milestones_done"

measures.register(
    Measure(TASKS, 614, "下达任务数", "项", "tasks", family="任务", help="下达日期在时期内的任务，每项算一项；按来源、科室（渠道）、计划事项限定"),
    Measure(CLOSED, 615, "办结任务数", "项", "tasks", family="办结任务", help="办结日期在时期内的任务；等次是按期还是逾期，延期批准的按延后的时限"),
    Measure(OPEN, 616, "在办任务数", "项", "tasks", Nature.STOCK, family="在办任务", help="时期末已下达、没有办结的任务"),
    Measure(OVERDUE, 617, "逾期任务数", "项", "tasks", Nature.STOCK, family="逾期任务", help="时期末已过时限、还没有办结的任务"),
    Measure(MILESTONES, 618, "到期节点数", "个", "tasks", family="节点", help="时限在时期内的节点"),
    Measure(MILESTONES_DONE, 619, "完成节点数", "个", "tasks", family="完成节点", help="完成日期在时期内的节点；等次是按期还是逾期"),
)  # fmt: skip


def task_facts(task: Any) -> Iterable[FactRow]:
    tags = tuple(sorted({task.tag_id, *tag_ids(task, "frames")}))
    common = {
        "org": task.org_id,
        "kind": task.source,
        "channel": task.owner,
        "basis": task.basis,
        "tags": tags,
    }
    late_from = task.due_now + timedelta(days=1)
    yield FactRow(TASKS, day=task.since, **common)
    yield from standing(OPEN, task.since, gone=task.closed, **common)
    if task.closed is None or task.closed >= late_from:
        yield from standing(OVERDUE, late_from, gone=task.closed, **common)
    if task.closed:
        how = Timeliness.LATE if task.closed >= late_from else Timeliness.ON_TIME
        yield FactRow(CLOSED, day=task.closed, grade=how.value, **common)
    for step in task.milestones.all():
        yield FactRow(MILESTONES, day=step.due, **common)
        if step.done:
            how = Timeliness.LATE if step.done > step.due else Timeliness.ON_TIME
            yield FactRow(MILESTONES_DONE, day=step.done, grade=how.value, **common)
