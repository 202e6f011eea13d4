"""Tasks with a target, milestones, extension and closing; the dated rule that gives them a colour."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import STANDING, Record, one_per_key
from kebridge.rooms.planning.enums import Decision, Source


class Task(Record):
    """What somebody has to do by a day. Records that serve it carry its tag; the target names a figure.

    The fields of the extension are written by operations only.
    """

    tag = models.OneToOneField(Tag, models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=60)
    title = models.CharField("任务内容", max_length=200)
    frames = models.ManyToManyField(Tag, verbose_name="所属框架与事项", blank=True, related_name="+")
    source = models.CharField("任务来源", max_length=20, choices=Source.choices)
    document = models.CharField("来源文件", max_length=160, blank=True)
    owner = models.CharField("牵头科室", max_length=30)
    helpers = models.CharField("配合科室", max_length=120, blank=True)
    since = models.DateField("下达日期")
    due = models.DateField("完成时限")
    metric = models.CharField("目标指标", max_length=60, blank=True)
    limits = models.CharField("指标限定", max_length=160, blank=True)
    own = models.BooleanField("只算本级", default=False)
    target = models.PositiveBigIntegerField("目标值", null=True, blank=True)
    closed = models.DateField("办结日期", null=True, blank=True)
    proof = models.CharField("办结依据", max_length=200, blank=True)
    asked = models.DateField("申请延期日期", null=True, editable=False)
    asked_until = models.DateField("申请延到", null=True, editable=False)
    asked_why = models.CharField("延期理由", max_length=200, blank=True, editable=False)
    decision = models.CharField(
        "延期答复", max_length=10, choices=Decision.choices, blank=True, editable=False
    )
    decided = models.DateField("答复日期", null=True, editable=False)
    extended = models.DateField("同意延到", null=True, editable=False)

    class Meta:
        verbose_name = "工作任务"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="planning_task_name"),
            models.CheckConstraint(condition=Q(due__gte=F("since")), name="planning_task_due"),
            models.CheckConstraint(condition=Q(closed__gte=F("since")), name="planning_task_closed"),
            models.CheckConstraint(condition=Q(extended__gt=F("due")), name="planning_task_extended"),
        ]
        indexes = [models.Index(fields=["due"], name="planning_task_due_day")]

    def __str__(self) -> str:
        return self.name

    @property
    def due_now(self) -> date:
        """The day that holds: the original one unless an extension was granted."""
        return max(self.due, self.extended) if self.extended else self.due


class Milestone(CountedLine):
    """A step of a task with its own day."""

    root = "task"
    scope_path = "task__org"
    task = models.ForeignKey(Task, models.CASCADE, related_name="milestones")
    title = models.CharField("节点", max_length=100)
    due = models.DateField("节点时限")
    done = models.DateField("实际完成", null=True, blank=True)

    class Meta:
        verbose_name = "节点"
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.title


class TrackingRule(Record):
    """From a day on, by a document: how near its end or how far behind a task turns yellow or red."""

    since = models.DateField("施行日期")
    soon_days = models.PositiveSmallIntegerField("到期前几天转黄", default=15)
    behind_yellow = models.PositiveSmallIntegerField("进度落后多少转黄", default=10)
    behind_red = models.PositiveSmallIntegerField("进度落后多少转红", default=30)
    document = models.CharField("依据文件", max_length=160)

    class Meta:
        verbose_name = "亮灯规则"
        constraints = [
            one_per_key("planning_tracking_key", "since"),
            models.CheckConstraint(
                condition=Q(behind_red__gte=F("behind_yellow")), name="planning_tracking_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since}"
