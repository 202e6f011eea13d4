"""What tasks must satisfy, and the colour that their day and progress give them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kebridge.core.files.models import Evidence
from kebridge.core.records import binding
from kebridge.core.records.checks import Found, Lines, Values
from kebridge.rooms.planning.models import Task, TrackingRule

CODE = "tasks"
SHORTEST_PROOF = 4
GREEN, YELLOW, RED, CLOSED = "green", "yellow", "red", "closed"


@dataclass(frozen=True)
class Light:
    """A colour with the words that say why."""

    colour: str
    words: str


def check_task(values: Values, lines: Lines) -> Found:
    since, today = values["since"], timezone.localdate()
    if values["due"] < since:
        yield "due", "完成时限早于下达日期"
    if values["closed"] and values["closed"] < since:
        yield "closed", "办结日期早于下达日期"
    elif values["closed"] and values["closed"] > today:
        yield "closed", f"{values['closed']:%Y-%m-%d}还没有到；办结以后再填"
    if values["name"] in (values["frames"] or ()):
        yield "frames", "任务不能属于它自己"
    yield from _check_target(values)
    for line in lines:
        if line["due"] < since:
            yield "since", f"节点“{line['title']}”的时限早于下达日期"
        if line["done"] and line["done"] > today:
            yield "since", f"节点“{line['title']}”的完成日期还没有到"


def _check_target(values: Values) -> Found:
    if bool(values["metric"]) != bool(values["target"]):
        yield "target" if values["metric"] else "metric", "目标指标和目标值要一起填；没有量化目标的都留空"
    if values["limits"] and not values["metric"]:
        yield "metric", "填了指标限定，也要选目标指标"
    elif values["metric"] and (wrong := binding.fault(values["metric"], values["limits"])):
        yield "limits", wrong


def check_closing(task: Any) -> Found:
    """A task is closed with files. One that was done before it was entered names the paper and where it lies."""
    if not task.closed:
        return
    if not task.pk:
        if len(task.proof) < SHORTEST_PROOF:
            yield "proof", "补登已办结的任务，要写明证明材料的名称和存放处"
        return
    before = Task.objects.unscoped("a rule on one record").filter(pk=task.pk).first()
    if (before is None or not before.closed) and not has_files(task.pk):
        yield "closed", "办结要有佐证材料：请先在任务页面附上文件，再办结"


def has_files(pk: int) -> bool:
    return Evidence.objects.filter(source_type=CODE, source_id=pk, removed=False).exists()


def check_rule(values: Values, _lines: Lines) -> Found:
    if values["behind_red"] < values["behind_yellow"]:
        yield "behind_red", "转红的幅度不能小于转黄的幅度"


def light(task: Task, progress: Decimal | None, rule: TrackingRule, today: date) -> Light:
    """Red: overdue or far behind. Yellow: due soon or behind. `progress` is a share of the target, None: unknown."""
    due = task.due_now
    if task.closed:
        return Light(CLOSED, "逾期办结" if task.closed > due else "已办结")
    left = (due - today).days
    if left < 0:
        return Light(RED, f"逾期{-left}天")
    behind = _behind(task, progress, today)
    if behind is not None and behind >= rule.behind_red:
        return Light(RED, f"进度落后{behind}个百分点")
    if behind is not None and behind >= rule.behind_yellow:
        return Light(YELLOW, f"进度落后{behind}个百分点")
    if left <= rule.soon_days and not (progress is not None and progress >= 1):
        return Light(YELLOW, f"还剩{left}天" if left else "今天到期")
    return Light(GREEN, "正常推进")


def _behind(task: Task, progress: Decimal | None, today: date) -> int | None:
    """Whole points by which progress lags behind the share of time that has passed."""
    if progress is None or today < task.since:
        return None
    whole = (task.due_now - task.since + timedelta(days=1)).days
    passed = Decimal((today - task.since + timedelta(days=1)).days) / whole
    return max(0, int((passed - progress) * 100))
