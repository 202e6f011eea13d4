"""佐证材料包 of a task as an errand: its own files, those of the records that name it, and its figure."""

from typing import IO, Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.db.progress import Progress
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import queries, tagged
from kebridge.core.records import register as registers
from kebridge.core.records.binding import Binding
from kebridge.core.refusal import Refusal
from kebridge.figures.bindings import request_of
from kebridge.figures.packing import pack_of_records
from kebridge.figures.packs import Pack
from kebridge.figures.requests import FigureRequest
from kebridge.rooms.planning.models import Task

CODE, TASKS = "task_pack", "tasks"


class TaskPack(Pack):
    """`args`: {"task": its number}."""

    def require(self, args: dict[str, Any], *, by: Actor) -> None:
        by.require(Verb.EXPORT, self._task(args, by).org_id, "导出佐证材料")

    def make(self, args: dict[str, Any], into: IO[bytes], *, by: Actor, progress: Progress) -> dict[str, Any]:
        task = self._task(args, by)
        sources, figure = sources_of(task, by=by), figure_of(task)
        pack_of_records(task.name, sources, into, by=by, org_id=task.org_id, figure=figure, progress=progress)
        return {}

    @staticmethod
    def _task(args: dict[str, Any], by: Actor) -> Task:
        found: Task | None = queries.visible(registers.get(TASKS), by).filter(pk=args["task"]).first()
        if found is None:
            raise Refusal("这项任务已经不在您能查看的范围里")
        return found


def sources_of(task: Task, *, by: Actor) -> list[tuple[str, int]]:
    """The task and every record that serves it, as (register, id)."""
    found = [(TASKS, task.pk)]
    for register, ids in tagged.serving(task.tag, by=by):
        found += [(register.code, pk) for pk in ids]
    return found


def figure_of(task: Task) -> FigureRequest | None:
    """The figure that measures the task."""
    if not task.metric:
        return None
    code = latest_tree().nodes[task.org_id].code
    return request_of(Binding(task.metric, task.limits, code, task.own, task.since, task.due_now))
