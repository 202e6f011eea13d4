"""What Party life requires and keeps: dated requirements, dues, letters, sites, posts, checks, breaches; all as counts."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.party.enums import (
    REQUIRED,
    BreachKind,
    CheckKind,
    FacilityKind,
    Holder,
    Holiday,
    LetterKind,
    Per,
    PostKind,
    System,
)


class PartyObligation(Record):
    """A system of Party life in force from a day by a document: what it requires, how often."""

    system = models.CharField("制度", max_length=20, choices=System.choices)
    holder = models.CharField("党组织", max_length=20, choices=Holder.choices, default=Holder.GROUP)
    since = models.DateField("施行日期")
    until = models.DateField("截止日期", null=True, blank=True)
    document = models.CharField("依据文件", max_length=160)

    class Meta:
        verbose_name = "组织生活要求"
        constraints = [
            one_per_key("party_obligation_key", "system", "holder", "since"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="party_obligation_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_system_display()} {self.since}"


class Requirement(CountedLine):
    """At least so many of something in every month, quarter, half-year or year."""

    root = "obligation"
    scope_path = "obligation__org"
    obligation = models.ForeignKey(PartyObligation, models.CASCADE, related_name="requirements")
    what = models.CharField("要求", max_length=20, choices=REQUIRED)
    times = models.PositiveSmallIntegerField("至少几次", default=1)
    per = models.CharField("周期", max_length=10, choices=Per.choices)

    class Meta:
        verbose_name = "频次要求"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["obligation", "what"], name="party_requirement_once"),
            models.CheckConstraint(condition=Q(times__gte=1), name="party_requirement_times"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.per} {self.times}"


class PartyDues(Record):
    """Dues of a month: how many owed and paid in time, how much; no names."""

    day = models.DateField("月份")
    members = models.PositiveIntegerField("应缴党员")
    on_time = models.PositiveIntegerField("按时足额缴纳党员")
    owed = models.PositiveBigIntegerField("应缴金额", null=True, blank=True)
    paid = models.PositiveBigIntegerField("实缴金额", null=True, blank=True)

    class Meta:
        verbose_name = "党费收缴"
        constraints = [
            one_per_key("party_dues_key", "day"),
            models.CheckConstraint(condition=Q(on_time__lte=F("members")), name="party_dues_members"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m}"


class ResponsibilityLetter(Record):
    """Letters signed on a day, by kind and level, as a number."""

    day = models.DateField("签订日期")
    kind = models.CharField("类别", max_length=12, choices=LetterKind.choices)
    title = models.CharField("名称", max_length=120)
    copies = models.PositiveSmallIntegerField("份数", default=1)

    class Meta:
        verbose_name = "责任书"
        constraints = [
            one_per_key("party_letter_key", "day", "title"),
            models.CheckConstraint(condition=Q(copies__gte=1), name="party_letter_copies"),
        ]

    def __str__(self) -> str:
        return self.title


class _Standing(Record):
    """What is kept from a day until it ends."""

    title = models.CharField("名称", max_length=100)
    since = models.DateField("起始日期")
    until = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class PartyFacility(_Standing):
    """A room, a database, a ledger that a Party organisation keeps."""

    kind = models.CharField("类别", max_length=20, choices=FacilityKind.choices)

    class Meta:
        verbose_name = "党建阵地与台账"
        constraints = [
            one_per_key("party_facility_key", "title", "since"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="party_facility_order"),
        ]


class PartyPost(_Standing):
    """A duty that somebody is named for: how many, never who."""

    kind = models.CharField("岗位", max_length=20, choices=PostKind.choices)
    people = models.PositiveSmallIntegerField("人数", default=1)

    class Meta:
        verbose_name = "党务岗位"
        constraints = [
            one_per_key("party_post_key", "title", "since"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="party_post_order"),
            models.CheckConstraint(condition=Q(people__gte=1), name="party_post_people"),
        ]


class PartyCheck(Record):
    """A check, a review of risks, a reminder: on a day, around which holiday, what was found and put right, as numbers."""

    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=20, choices=CheckKind.choices)
    occasion = models.CharField("节日", max_length=20, choices=Holiday.choices, blank=True)
    title = models.CharField("内容", max_length=100)
    found = models.PositiveSmallIntegerField("发现问题", default=0)
    rectified = models.PositiveSmallIntegerField("完成整改", default=0)

    class Meta:
        verbose_name = "检查与提醒"
        constraints = [
            one_per_key("party_check_key", "day", "kind", "title"),
            models.CheckConstraint(condition=Q(rectified__lte=F("found")), name="party_check_rectified"),
        ]

    def __str__(self) -> str:
        return self.title


class Breach(Record):
    """Breaches of discipline in a month as a number: a month without one has a nil return."""

    day = models.DateField("月份")
    kind = models.CharField("类别", max_length=20, choices=BreachKind.choices)
    cases = models.PositiveSmallIntegerField("起数")

    class Meta:
        verbose_name = "违纪情况"
        constraints = [
            one_per_key("party_breach_key", "day", "kind"),
            models.CheckConstraint(condition=Q(cases__gte=1), name="party_breach_cases"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m} {self.kind}"
