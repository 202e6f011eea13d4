"""What firms need, the trips of experts to firms, and what was signed."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.innovation.enums import (
    AgreementGrade,
    AgreementKind,
    Confirmer,
    ContactKind,
    ContractType,
    EndReason,
    Money,
    Occasion,
    ServiceKind,
    Stage,
    Weight,
)
from kebridge.rooms.organisations.enums import Level


class Need(Record):
    """A technical need of one firm and how far it went; solved only when the firm says so."""

    day = models.DateField("提出日期")
    firm = models.ForeignKey("records.Body", models.PROTECT, verbose_name="企业", related_name="+")
    title = models.CharField("需求名称", max_length=120)
    field = models.CharField("技术领域", max_length=40, blank=True)
    weight = models.CharField("难度", max_length=12, choices=Weight.choices, blank=True)
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    offered = models.PositiveBigIntegerField("悬赏（榜单）金额", null=True, blank=True)
    source = models.CharField("怎样提出的", max_length=20, choices=Occasion.choices)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    stage = models.CharField("进展", max_length=12, choices=Stage.choices, default=Stage.RAISED)
    matched_day = models.DateField("对接日期", null=True, blank=True)
    started_day = models.DateField("立项（合作）日期", null=True, blank=True)
    solved_day = models.DateField("解决日期", null=True, blank=True)
    solved_at = models.CharField("在哪里解决的", max_length=20, choices=Occasion.choices, blank=True)
    is_confirmed = models.BooleanField("企业已确认", default=False)
    confirmed_day = models.DateField("企业确认日期", null=True, blank=True)
    confirmer = models.CharField("由谁确认", max_length=20, choices=Confirmer.choices, blank=True)
    ended_day = models.DateField("终止日期", null=True, blank=True)
    end_reason = models.CharField("终止原因", max_length=20, choices=EndReason.choices, blank=True)

    class Meta:
        verbose_name = "企业技术需求"
        constraints = [
            one_per_key("innovation_need_key", "firm", "title"),
            models.CheckConstraint(condition=Q(matched_day__gte=F("day")), name="innovation_need_matched"),
            models.CheckConstraint(condition=Q(solved_day__gte=F("day")), name="innovation_need_solved"),
        ]
        indexes = [models.Index(fields=["-day"], name="innovation_need_day")]

    def __str__(self) -> str:
        return self.title


class Contact(CountedLine):
    """One meeting about a need, or one follow-up; several solvers may work on it side by side."""

    root = "need"
    scope_path = "need__org"
    need = models.ForeignKey(Need, models.CASCADE, related_name="contacts")
    day = models.DateField("日期")
    kind = models.CharField("方式", max_length=20, choices=ContactKind.choices)
    partner = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="对接方", related_name="+"
    )
    result = models.CharField("结果", max_length=200, blank=True)
    due = models.DateField("下一步期限", null=True, blank=True)

    class Meta:
        verbose_name = "对接与回访"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.need_id} {self.day}"


class ServiceVisit(Record):
    """One trip of experts or societies, to one firm or several: one trip, several firm visits."""

    day = models.DateField("日期")
    title = models.CharField("服务事项", max_length=120)
    kind = models.CharField("服务方式", max_length=20, choices=ServiceKind.choices)
    level = models.CharField("专家（服务团）层级", max_length=10, choices=Level.choices, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    experts = models.PositiveSmallIntegerField("专家人数", default=0)
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    national_societies = models.ManyToManyField(
        "records.Body", verbose_name="国家级学会", blank=True, related_name="+"
    )
    provincial_societies = models.ManyToManyField(
        "records.Body", verbose_name="省级学会", blank=True, related_name="+"
    )
    city_societies = models.ManyToManyField(
        "orgs.Organisation", verbose_name="市级学会", blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "专家服务企业"
        constraints = [one_per_key("innovation_visit_key", "day", "title")]
        indexes = [models.Index(fields=["-day"], name="innovation_visit_day")]

    def __str__(self) -> str:
        return self.title


class VisitedFirm(CountedLine):
    root = "visit"
    scope_path = "visit__org"
    visit = models.ForeignKey(ServiceVisit, models.CASCADE, related_name="firms")
    firm = models.ForeignKey("records.Body", models.PROTECT, verbose_name="企业", related_name="+")
    county = models.CharField("所在县区", max_length=40, blank=True)
    field = models.CharField("技术领域", max_length=40, blank=True)
    sessions = models.PositiveSmallIntegerField("服务次数", default=1)
    problems = models.PositiveSmallIntegerField("诊断问题", default=0)

    class Meta:
        verbose_name = "到访企业"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.firm_id}"


class Agreement(Record):
    """What was signed on a day. Amounts are in fen; an intended investment is no contract sum."""

    day = models.DateField("签订日期")
    title = models.CharField("协议（项目）名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=AgreementKind.choices)
    level = models.CharField("合作方层级", max_length=10, choices=Level.choices, blank=True)
    grade = models.CharField("示范试点", max_length=20, choices=AgreementGrade.choices, blank=True)
    parties = models.ManyToManyField("records.Body", verbose_name="签约方", blank=True, related_name="+")
    societies = models.ManyToManyField("records.Body", verbose_name="学会方", blank=True, related_name="+")
    universities = models.ManyToManyField(
        "records.Body", verbose_name="高校院所方", blank=True, related_name="+"
    )
    enterprises = models.ManyToManyField("records.Body", verbose_name="企业方", blank=True, related_name="+")
    counties = models.ManyToManyField(
        "records.Body", verbose_name="县区（园区）方", blank=True, related_name="+"
    )
    copies = models.PositiveSmallIntegerField("份数（项数）", default=1)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    schemes = models.ManyToManyField(Tag, verbose_name="项目计划", blank=True, related_name="+")
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    investment = models.PositiveBigIntegerField("意向投资额", null=True, blank=True)
    contract_sum = models.PositiveBigIntegerField("合同金额", null=True, blank=True)
    contract_type = models.CharField("技术合同类型", max_length=20, choices=ContractType.choices, blank=True)
    registered_day = models.DateField("合同认定登记日期", null=True, blank=True)
    registration = models.CharField("合同登记编号", max_length=40, blank=True)
    technical_sum = models.PositiveBigIntegerField("技术交易额", null=True, blank=True)

    class Meta:
        verbose_name = "合作协议与签约"
        constraints = [one_per_key("innovation_agreement_key", "day", "title")]
        indexes = [models.Index(fields=["-day"], name="innovation_agreement_day")]

    def __str__(self) -> str:
        return self.title


class Payment(CountedLine):
    """Money that came in, or went out, under an agreement, on a day: in fen, never added to what was signed."""

    root = "agreement"
    scope_path = "agreement__org"
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="payments")
    day = models.DateField("日期")
    kind = models.CharField("到账还是支出", max_length=12, choices=Money.choices)
    amount = models.PositiveBigIntegerField("金额")
    purpose = models.CharField("用途", max_length=80, blank=True)

    class Meta:
        verbose_name = "到账与支出"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.day}"
