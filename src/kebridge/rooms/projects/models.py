"""Projects and money won from others. Amounts are in fen: asked for, granted, received are never added."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.people.enums import Level
from kebridge.rooms.projects.enums import FundKind, Status


class Fund(Record):
    """A project or subsidy applied for, and what became of it."""

    day = models.DateField("申报日期")
    title = models.CharField("项目（资金）名称", max_length=120)
    kind = models.CharField("类别", max_length=12, choices=FundKind.choices, default=FundKind.PROJECT)
    schemes = models.ManyToManyField(Tag, verbose_name="项目计划", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    grantor = models.CharField("批准（拨款）单位", max_length=120)
    level = models.CharField("批准层级", max_length=10, choices=Level.choices)
    asked = models.PositiveBigIntegerField("申请金额", null=True, blank=True)
    status = models.CharField("进展", max_length=12, choices=Status.choices, default=Status.APPLIED)
    decided = models.DateField("批准日期", null=True, blank=True)
    granted = models.PositiveBigIntegerField("批准金额", null=True, blank=True)
    received_day = models.DateField("到账日期", null=True, blank=True)
    received = models.PositiveBigIntegerField("到账金额", null=True, blank=True)
    accepted_day = models.DateField("验收日期", null=True, blank=True)
    document = models.CharField("文件（合同）", max_length=200, blank=True)

    class Meta:
        verbose_name = "争取资金与项目"
        constraints = [
            one_per_key("projects_fund_key", "day", "title"),
            models.CheckConstraint(condition=Q(decided__gte=F("day")), name="projects_fund_decided"),
            models.CheckConstraint(
                condition=Q(accepted_day__gte=F("decided")), name="projects_fund_accepted"
            ),
        ]
        indexes = [models.Index(fields=["-day"], name="projects_fund_day")]

    def __str__(self) -> str:
        return self.title
