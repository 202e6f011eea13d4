"""What the association answers for: papers that came in, targets assigned, problems admitted, assessments."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.planning.enums import AssessmentRole, FoundBy, IncomingKind, Result, TargetKind


class IncomingDocument(Record):
    """A paper that came in: its title and number, what it is for, by when it is to be dealt with; never its text."""

    day = models.DateField("收文日期")
    kind = models.CharField("类别", max_length=20, choices=IncomingKind.choices)
    title = models.CharField("标题", max_length=160)
    sender = models.CharField("来文单位", max_length=120)
    level = models.CharField("来文层级", max_length=10, choices=Level.choices)
    reference = models.CharField("文号", max_length=60, blank=True)
    due = models.DateField("办理时限", null=True, blank=True)
    handled = models.DateField("办结日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "来文"
        constraints = [
            one_per_key("planning_incoming_key", "day", "title", "sender"),
            models.CheckConstraint(condition=Q(due__gte=F("day")), name="planning_incoming_due"),
            models.CheckConstraint(condition=Q(handled__gte=F("day")), name="planning_incoming_handled"),
        ]
        indexes = [models.Index(fields=["-day"], name="planning_incoming_day")]

    def __str__(self) -> str:
        return self.title


class Target(Record):
    """A target that a superior assigned for a span of time, and the day on which it was met."""

    kind = models.CharField("类别", max_length=20, choices=TargetKind.choices)
    title = models.CharField("目标", max_length=120)
    assigner = models.CharField("下达单位", max_length=120)
    schemes = models.ManyToManyField(Tag, verbose_name="考核方案", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")
    since = models.DateField("起始日期")
    until = models.DateField("截止日期")
    metric = models.CharField("完成情况看哪个指标", max_length=60, blank=True)
    limits = models.CharField("指标限定", max_length=160, blank=True)
    target = models.PositiveBigIntegerField("目标值", null=True, blank=True)
    unit = models.CharField("单位", max_length=8, blank=True)
    floor = models.PositiveBigIntegerField("单个项目门槛金额", null=True, blank=True)
    met = models.DateField("达标日期", null=True, blank=True)

    class Meta:
        verbose_name = "上级下达目标"
        constraints = [
            one_per_key("planning_target_key", "title", "since"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="planning_target_order"),
            models.CheckConstraint(condition=Q(met__gte=F("since")), name="planning_target_met"),
        ]

    def __str__(self) -> str:
        return self.title


class Achievement(CountedLine):
    """So much of a target done on a day, as its assigner counts it."""

    root = "target"
    scope_path = "target__org"
    target = models.ForeignKey(Target, models.CASCADE, related_name="achievements")
    day = models.DateField("完成日期")
    what = models.CharField("完成内容", max_length=120)
    quantity = models.PositiveIntegerField("完成数量", default=1)

    class Meta:
        verbose_name = "完成情况"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return self.what


class Problem(Record):
    """A weakness admitted or pointed out, until it is put right."""

    day = models.DateField("提出日期")
    source = models.CharField("来源", max_length=20, choices=FoundBy.choices, default=FoundBy.SELF)
    title = models.CharField("问题", max_length=200)
    area = models.CharField("方面", max_length=30, blank=True)
    visit = models.CharField("哪次调研检查", max_length=120, blank=True)
    owner = models.CharField("整改科室", max_length=30, blank=True)
    measures = models.CharField("整改措施", max_length=200, blank=True)
    due = models.DateField("整改时限", null=True, blank=True)
    addressed = models.DateField("完成整改日期", null=True, blank=True)
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "问题与整改"
        constraints = [
            one_per_key("planning_problem_key", "day", "title"),
            models.CheckConstraint(condition=Q(due__gte=F("day")), name="planning_problem_due"),
            models.CheckConstraint(condition=Q(addressed__gte=F("day")), name="planning_problem_addressed"),
        ]

    def __str__(self) -> str:
        return self.title


class Assessment(Record):
    """A score sheet of a year: what was computed, what was given, why they differ."""

    day = models.DateField("考核结果日期")
    year = models.PositiveSmallIntegerField("考核年度")
    role = models.CharField("考核关系", max_length=20, choices=AssessmentRole.choices)
    title = models.CharField("考核名称", max_length=120)
    assessor = models.CharField("考核单位", max_length=120, blank=True)
    schemes = models.ManyToManyField(Tag, verbose_name="考核方案", blank=True, related_name="+")
    result = models.CharField("等次", max_length=20, choices=Result.choices, blank=True)

    class Meta:
        verbose_name = "考核"
        constraints = [one_per_key("planning_assessment_key", "year", "title")]

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class Score(CountedLine):
    """One item of the sheet, in hundredths of a point; a given score that differs from the computed one says why."""

    root = "assessment"
    scope_path = "assessment__org"
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="scores")
    title = models.CharField("考核项目", max_length=100)
    full = models.PositiveIntegerField("满分")
    computed = models.PositiveIntegerField("计算得分", null=True, blank=True)
    given = models.PositiveIntegerField("评定得分", null=True, blank=True)
    why = models.CharField("差异说明", max_length=120, blank=True)

    class Meta:
        verbose_name = "考核项目"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
