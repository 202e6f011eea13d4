"""Designations by scheme (one row a holder) and their yearly reviews."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.designations.enums import DesignationGrade, DesignationKind, ReviewResult
from kebridge.rooms.organisations.enums import Level


class Designation(Record):
    """A site, school, station, city or body named under a scheme: from the first preparation to its end.

    Without `day` it is being prepared (创建中). Rated excellent or chosen for an upgrade is a row of its own grade and
    no further site.
    """

    kind = models.CharField("类别", max_length=24, choices=DesignationKind.choices)
    title = models.CharField("命名名称", max_length=120)
    holder = models.ForeignKey("records.Body", models.PROTECT, verbose_name="阵地（单位）", related_name="+")
    level = models.CharField("命名层级", max_length=10, choices=Level.choices)
    grade = models.CharField(
        "命名方式", max_length=20, choices=DesignationGrade.choices, default=DesignationGrade.NAMED
    )
    tier = models.CharField("类别等次", max_length=40, blank=True)
    batch = models.CharField("批次", max_length=40, blank=True)
    batch_size = models.PositiveIntegerField("同批共几个", null=True, blank=True)
    place = models.CharField("所在县区", max_length=40, blank=True)
    schemes = models.ManyToManyField(Tag, verbose_name="属于哪个计划", blank=True, related_name="+")
    started = models.DateField("启动创建（申报）日期", null=True, blank=True)
    day = models.DateField("命名日期", null=True, blank=True)
    completed = models.DateField("验收（完成）日期", null=True, blank=True)
    until = models.DateField("有效期截止日期", null=True, blank=True)
    withdrawn = models.DateField("撤销（停止创建）日期", null=True, blank=True)
    document = models.CharField("文件（证书）", max_length=160, blank=True)
    pool = models.PositiveIntegerField("可联系的专家数", null=True, blank=True)

    class Meta:
        verbose_name = "阵地与试点命名"
        constraints = [
            one_per_key("designations_designation_key", "title", "holder", "grade", "batch"),
            models.CheckConstraint(condition=Q(day__gte=F("started")), name="designations_day_order"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="designations_until_order"),
            models.CheckConstraint(condition=Q(withdrawn__gte=F("day")), name="designations_withdrawn_order"),
        ]
        indexes = [models.Index(fields=["kind", "-day"], name="designations_kind_day"),
                   models.Index(fields=["until"], name="designations_until")]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class DesignationReview(Record):
    """The yearly review of one holder under one designation."""

    holder = models.ForeignKey("records.Body", models.PROTECT, verbose_name="阵地（单位）", related_name="+")
    title = models.CharField("命名名称", max_length=120)
    year = models.PositiveSmallIntegerField("评估年度")
    kind = models.CharField("类别", max_length=24, choices=DesignationKind.choices)
    level = models.CharField("命名层级", max_length=10, choices=Level.choices)
    schemes = models.ManyToManyField(Tag, verbose_name="属于哪个计划", blank=True, related_name="+")
    handed_in = models.DateField("年度报告交来日期", null=True, blank=True)
    day = models.DateField("结果日期", null=True, blank=True)
    result = models.CharField("结果", max_length=20, choices=ReviewResult.choices, blank=True)
    rectify_until = models.DateField("整改期限", null=True, blank=True)
    rectified = models.DateField("整改完成日期", null=True, blank=True)
    document = models.CharField("通报文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "阵地年度评估"
        constraints = [
            one_per_key("designations_review_key", "holder", "title", "year"),
            models.CheckConstraint(
                condition=Q(rectify_until__gte=F("day")), name="designations_review_until"
            ),
            models.CheckConstraint(condition=Q(rectified__gte=F("day")), name="designations_review_done"),
        ]
        indexes = [models.Index(fields=["-day"], name="designations_review_day")]

    def __str__(self) -> str:
        return f"{self.title} {self.year}"
