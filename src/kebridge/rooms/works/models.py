"""The rare one-off work with its quantity; trainings; meetings of the association."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.works.enums import (
    AssignmentKind,
    Difficulty,
    MeasureKind,
    MeetingKind,
    Taking,
    Trainees,
    TrainingKind,
    WorkKind,
)


class OtherWork(Record):
    """A piece of work that no other register holds: what, when, who, how many of what, and what proves it."""

    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=20, choices=WorkKind.choices)
    label = models.CharField("细类", max_length=30, blank=True)
    title = models.CharField("事项", max_length=120)
    owner = models.CharField("责任科室", max_length=60, blank=True)
    taking = models.CharField("参加人员", max_length=20, choices=Taking.choices, blank=True)
    quantity = models.PositiveBigIntegerField("数量", default=1)
    unit = models.CharField("单位", max_length=8, default="项")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")
    evidence = models.CharField("佐证", max_length=200)

    class Meta:
        verbose_name = "其他工作事项"
        constraints = [
            one_per_key("works_other_key", "day", "title"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="works_other_quantity"),
        ]
        indexes = [models.Index(fields=["-day"], name="works_other_day")]

    def __str__(self) -> str:
        return self.title


class Training(Record):
    """One edition (期) of a training."""

    day = models.DateField("开始日期")
    days = models.PositiveSmallIntegerField("天数", default=1)
    title = models.CharField("名称", max_length=120)
    kind = models.CharField("形式", max_length=20, choices=TrainingKind.choices)
    level = models.CharField("举办层级", max_length=10, choices=Level.choices, default=Level.CITY)
    grade = models.CharField("等级", max_length=10, choices=Difficulty.choices, blank=True)
    topic = models.CharField("主题", max_length=30, blank=True)
    audience = models.CharField("对象", max_length=20, choices=Trainees.choices)
    people = models.PositiveIntegerField("参训人次", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "培训"
        constraints = [
            one_per_key("works_training_key", "day", "title"),
            models.CheckConstraint(condition=Q(days__gte=1), name="works_training_days"),
        ]
        indexes = [models.Index(fields=["-day"], name="works_training_day")]

    def __str__(self) -> str:
        return self.title


class Meeting(Record):
    """A meeting of the association; those of the Party stand in the closed circle."""

    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=20, choices=MeetingKind.choices)
    title = models.CharField("名称", max_length=120)
    term = models.PositiveSmallIntegerField("第几届", null=True, blank=True)
    session = models.PositiveSmallIntegerField("第几次", null=True, blank=True)
    level = models.CharField("召开层级", max_length=10, choices=Level.choices, default=Level.CITY)
    people = models.PositiveIntegerField("到会人次", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "会议"
        constraints = [one_per_key("works_meeting_key", "day", "kind", "title")]
        indexes = [models.Index(fields=["-day"], name="works_meeting_day")]

    def __str__(self) -> str:
        return self.title


class Assignment(Record):
    """A place that was assigned to the association: an estate, a road, a village; and what was done there."""

    kind = models.CharField("类别", max_length=20, choices=AssignmentKind.choices)
    name = models.CharField("联系点", max_length=100)
    assigner = models.CharField("分配单位", max_length=100, blank=True)
    since = models.DateField("起始日期")
    until = models.DateField("结束日期", null=True, blank=True)
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "分包联系点"
        constraints = [
            one_per_key("works_assignment_key", "name", "since"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="works_assignment_order"),
        ]

    def __str__(self) -> str:
        return self.name


class AssignedMeasure(CountedLine):
    """Something done at an assigned place on a day."""

    root = "assignment"
    scope_path = "assignment__org"
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="measures")
    day = models.DateField("日期")
    kind = models.CharField("措施", max_length=20, choices=MeasureKind.choices)
    what = models.CharField("内容", max_length=80, blank=True)
    people = models.PositiveIntegerField("参加人次", null=True, blank=True)

    class Meta:
        verbose_name = "帮扶措施"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"
