"""Frames and their coded items, documents issued, renewals of terms."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import STANDING, Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.planning.enums import (
    DocumentAction,
    DocumentKind,
    FrameKind,
    ItemKind,
    RenewalSort,
)


class _Planned(Record):
    """What other records name by a tag of the plan, for as long as it is in force."""

    tag = models.OneToOneField(Tag, models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=60)
    since = models.DateField("起始日期")
    until = models.DateField("截止日期", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class PlanFrame(_Planned):
    """A plan, a frame of so many focuses, a list of duties or industries, a brand."""

    kind = models.CharField("类别", max_length=20, choices=FrameKind.choices)
    level = models.CharField("制定（部署）层级", max_length=10, choices=Level.choices, default=Level.CITY)
    document = models.CharField("出自文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "工作框架"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="planning_frame_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="planning_frame_order"),
        ]


class PlanItem(_Planned):
    """One item of a frame; an item may stand in several frames."""

    frames = models.ManyToManyField(Tag, verbose_name="所属框架", related_name="+")
    kind = models.CharField("类别", max_length=20, choices=ItemKind.choices, default=ItemKind.ITEM)
    code = models.CharField("编号", max_length=20, blank=True)
    title = models.CharField("内容", max_length=200, blank=True)
    owner = models.CharField("责任科室", max_length=60, blank=True)
    finished = models.DateField("完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "工作事项"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="planning_item_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="planning_item_order"),
            models.CheckConstraint(condition=Q(finished__gte=F("since")), name="planning_item_finished"),
        ]


class Document(Record):
    """A paper issued: its title and number, never its text."""

    day = models.DateField("印发日期")
    kind = models.CharField("类别", max_length=20, choices=DocumentKind.choices)
    action = models.CharField(
        "制定还是修订", max_length=10, choices=DocumentAction.choices, default=DocumentAction.NEW
    )
    topic = models.CharField("主题", max_length=30, blank=True)
    title = models.CharField("标题", max_length=160)
    reference = models.CharField("文号", max_length=60, blank=True)
    level = models.CharField("印发层级", max_length=10, choices=Level.choices, default=Level.CITY)
    issuers = models.CharField("印发单位", max_length=160, blank=True)
    valid_from = models.DateField("施行日期", null=True, blank=True)
    valid_until = models.DateField("有效期截止日期", null=True, blank=True)
    repealed = models.DateField("废止日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "印发文件"
        constraints = [
            one_per_key("planning_document_key", "day", "title"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="planning_document_order"
            ),
        ]
        indexes = [models.Index(fields=["-day"], name="planning_document_day")]

    def __str__(self) -> str:
        return self.title


class TermRenewal(Record):
    """The renewal of an organisation's term, from the first preparation to its end; `org` is whose term."""

    sort = models.CharField("组织类别", max_length=20, choices=RenewalSort.choices)
    term = models.PositiveSmallIntegerField("第几届")
    prepared = models.DateField("启动筹备日期", null=True, blank=True)
    held = models.DateField("大会日期", null=True, blank=True)
    done = models.DateField("完成日期", null=True, blank=True)
    due = models.DateField("任期届满日期", null=True, blank=True)
    requested = models.DateField("请示召开大会日期", null=True, blank=True)
    delayed_to = models.DateField("批准延期至", null=True, blank=True)

    class Meta:
        verbose_name = "换届"
        constraints = [
            one_per_key("planning_renewal_key", "sort", "term"),
            models.CheckConstraint(condition=Q(held__gte=F("prepared")), name="planning_renewal_held"),
            models.CheckConstraint(condition=Q(done__gte=F("held")), name="planning_renewal_done"),
        ]

    def __str__(self) -> str:
        return f"{self.org_id} {self.term}"
