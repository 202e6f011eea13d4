"""Projects and money won from others. Amounts are in fen: asked for, granted, received are never added."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.projects.enums import (
    Acceptance,
    FundKind,
    MoneySource,
    Purpose,
    Status,
    SupportStatus,
    Version,
)


class Fund(Record):
    """A project or subsidy applied for, and what became of it."""

    day = models.DateField("申报日期")
    title = models.CharField("项目（资金）名称", max_length=120)
    kind = models.CharField("类别", max_length=12, choices=FundKind.choices, default=FundKind.PROJECT)
    purpose = models.CharField("用途", max_length=20, choices=Purpose.choices, blank=True)
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
    result = models.CharField("验收结果", max_length=12, choices=Acceptance.choices, blank=True)
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


class Support(Record):
    """A project that the association itself supports: a society's capacity, a base, a county; and its acceptance."""

    day = models.DateField("立项日期")
    title = models.CharField("项目名称", max_length=120)
    holder = models.ForeignKey("records.Body", models.PROTECT, verbose_name="承担单位", related_name="+")
    purpose = models.CharField("用途", max_length=20, choices=Purpose.choices)
    schemes = models.ManyToManyField(Tag, verbose_name="项目计划", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    amount = models.PositiveBigIntegerField("资助金额", null=True, blank=True)
    status = models.CharField(
        "进展", max_length=12, choices=SupportStatus.choices, default=SupportStatus.RUNNING
    )
    ended = models.DateField("验收（终止）日期", null=True, blank=True)
    result = models.CharField("验收结果", max_length=12, choices=Acceptance.choices, blank=True)
    document = models.CharField("立项文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "资助项目"
        constraints = [
            one_per_key("projects_support_key", "day", "title", "holder"),
            models.CheckConstraint(condition=Q(ended__gte=F("day")), name="projects_support_ended"),
        ]
        indexes = [models.Index(fields=["-day"], name="projects_support_day")]

    def __str__(self) -> str:
        return self.title


class Budget(Record):
    """A line of a year's budget; its versions say how much it was on which day."""

    year = models.PositiveSmallIntegerField("预算年度")
    title = models.CharField("预算项目", max_length=120)
    purpose = models.CharField("用途", max_length=20, choices=Purpose.choices)
    document = models.CharField("批复文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "预算"
        constraints = [one_per_key("projects_budget_key", "year", "title")]

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class BudgetVersion(CountedLine):
    """The whole amount of a budget line from a day on."""

    root = "budget"
    scope_path = "budget__org"
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="versions")
    version = models.CharField("版本", max_length=10, choices=Version.choices)
    day = models.DateField("批复日期")
    amount = models.PositiveBigIntegerField("金额")

    class Meta:
        verbose_name = "预算版本"
        ordering = ["day", "pk"]
        constraints = [models.UniqueConstraint(fields=["budget", "day"], name="projects_version_day")]

    def __str__(self) -> str:
        return f"{self.version} {self.amount}"


class Spending(Record):
    """Money spent on a day: for what, from where, how much."""

    day = models.DateField("支出日期")
    title = models.CharField("事由", max_length=120)
    purpose = models.CharField("用途", max_length=20, choices=Purpose.choices)
    source = models.CharField(
        "资金来源", max_length=12, choices=MoneySource.choices, default=MoneySource.BUDGET
    )
    amount = models.PositiveBigIntegerField("金额")
    schemes = models.ManyToManyField(Tag, verbose_name="项目计划", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")
    voucher = models.CharField("凭证（文件）", max_length=160, blank=True)

    class Meta:
        verbose_name = "支出"
        constraints = [
            one_per_key("projects_spending_key", "day", "title", "purpose"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="projects_spending_amount"),
        ]
        indexes = [models.Index(fields=["-day"], name="projects_spending_day")]

    def __str__(self) -> str:
        return self.title
