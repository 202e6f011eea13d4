"""Reading tasks: the rule that holds, progress from figures or milestones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import binding
from kebridge.core.records.binding import MILLIONTHS, Binding, Bound
from kebridge.core.records.states import State
from kebridge.rooms.planning.models import Task, TrackingRule
from kebridge.rooms.planning.rules.tasks import Light, light

# Used until an installation registers its own; the page says so.
USUAL = TrackingRule(since=date(2000, 1, 1), document="")


@dataclass(frozen=True)
class Tracked:
    """A task with where it stands."""

    task: Task
    light: Light
    progress: Decimal | None
    done: str
    url: str
    target: str

    @property
    def percent(self) -> int | None:
        return None if self.progress is None else int(self.progress * 100)


def rule_on(day: date, org_id: int) -> TrackingRule:
    """The rule that holds for an organisation on a day: its own, or of the nearest above; else the usual one."""
    nodes, node = latest_tree().nodes, org_id
    found: dict[int, TrackingRule] = {}
    standing = TrackingRule.objects.unscoped("rules hold for those below").filter(
        state=State.COUNTED, since__lte=day
    )
    for one in standing.order_by("since"):
        found[one.org_id] = one
    while node in nodes:
        if node in found:
            return found[node]
        parent = nodes[node].parent
        if parent is None:
            break
        node = parent
    return USUAL


def track(tasks: Iterable[Task], today: date, *, by: Actor) -> list[Tracked]:
    """Tasks with colour and progress; all figures in one batch."""
    known = list(tasks)
    bound = dict(zip([one.pk for one in known if one.metric], _figures(known, by), strict=True))
    rules = {org: rule_on(today, org) for org in {one.org_id for one in known}}
    return [_tracked(one, bound.get(one.pk), rules[one.org_id], today) for one in known]


def _figures(tasks: Sequence[Task], by: Actor) -> list[Bound]:
    nodes = latest_tree().nodes
    asked = [
        Binding(one.metric, one.limits, nodes[one.org_id].code, one.own, one.since, one.due_now)
        for one in tasks
        if one.metric
    ]
    return binding.read(asked, by=by) if asked else []


def _tracked(task: Task, bound: Bound | None, rule: TrackingRule, today: date) -> Tracked:
    target, url, done, progress = "", "", "", None
    if bound is not None and task.target:
        whole = Decimal(task.target) / MILLIONTHS
        progress = max(bound.value or Decimal(0), Decimal(0)) / whole
        target, url, done = f"{whole.normalize():f}", bound.url, bound.text
    elif steps := list(task.milestones.all()):
        made = sum(1 for one in steps if one.done)
        progress, done, target = Decimal(made) / len(steps), f"{made}个节点", f"{len(steps)}个节点"
    return Tracked(task, light(task, progress, rule, today), progress, done, url, target)
