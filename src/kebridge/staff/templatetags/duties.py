"""Where a task or a target stands, for its own page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import binding
from kebridge.core.records.binding import MILLIONTHS, Binding
from kebridge.rooms.planning.models import Target, Task
from kebridge.rooms.planning.queries import track
from kebridge.staff.duties import MARKS
from kebridge.staff.task_packs import sources_of

register = template.Library()


@register.inclusion_tag("planning/_task.html", takes_context=True)
def task_standing(context: dict[str, Any], task: Task, actor: Actor) -> dict[str, Any]:
    """Colour, progress, extension and steps of a task."""
    (one,) = track([task], timezone.localdate(), by=actor)
    return {
        "one": one, "css": MARKS[one.light.colour], "task": task, "today": timezone.localdate(),
        "may_ask": timezone.localdate() <= task.due_now and task.decision != "asked" and not task.closed,
        "serving": len(sources_of(task, by=actor)) - 1, "csrf_token": context.get("csrf_token"),
        "request": context.get("request"),
    }  # fmt: skip


@dataclass(frozen=True)
class Reached:
    text: str
    url: str
    target: str


@register.simple_tag
def target_reached(target: Target, actor: Actor) -> Reached:
    """How much of a target is done: by its figure, or by the achievements entered with it."""
    whole = f"{(target.target / MILLIONTHS):g}{target.unit}" if target.target else ""
    if target.metric:
        code = latest_tree().nodes[target.org_id].code
        (bound,) = binding.read(
            [Binding(target.metric, target.limits, code, False, target.since, target.until)], by=actor
        )
        return Reached(bound.text, bound.url, whole)
    done = sum(line.quantity for line in target.achievements.all())
    return Reached(f"{done}{target.unit}", "", whole)
