"""Programmes, activities with their sessions, materials."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import STANDING, Record, one_per_key
from kebridge.rooms.activities.enums import (
    ActivityForm,
    ActivityKind,
    Audience,
    MaterialKind,
    MaterialUse,
    Outcome,
    Repeats,
    Role,
    SitePlace,
)
from kebridge.rooms.organisations.enums import Level


class Programme(Record):
    """A brand or campaign; activities of many rooms carry its tag."""

    tag = models.OneToOneField(Tag, models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=60)
    since = models.DateField("起始日期", null=True, blank=True)
    until = models.DateField("截止日期", null=True, blank=True)
    is_campaign = models.BooleanField("全市性主题日（周、月）", default=False)
    is_brand = models.BooleanField("重点打造的品牌", default=False)

    class Meta:
        verbose_name = "品牌活动"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="activities_programme_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="activities_programme_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Activity(Record):
    """An activity, counted once for its owner however many bodies hold it together."""

    title = models.CharField("名称", max_length=120)
    day = models.DateField("开始日期")
    until = models.DateField("结束日期", null=True, blank=True)
    kind = models.CharField("形式", max_length=20, choices=ActivityKind.choices)
    form = models.CharField(
        "线上线下", max_length=10, choices=ActivityForm.choices, default=ActivityForm.ONSITE
    )
    level = models.CharField("层级", max_length=10, choices=Level.choices, blank=True)
    role = models.CharField("本单位的角色", max_length=10, choices=Role.choices, default=Role.HOST)
    topic = models.CharField("主题领域", max_length=40, blank=True)
    edition = models.PositiveSmallIntegerField("第几届（个）", null=True, blank=True)
    repeats = models.CharField("固定周期", max_length=12, choices=Repeats.choices, blank=True)
    outcome = models.CharField("举办情况", max_length=10, choices=Outcome.choices, default=Outcome.HELD)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    campaigns = models.ManyToManyField(Tag, verbose_name="主题日（周、月）", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")
    co_hosts = models.ManyToManyField(
        "orgs.Organisation", verbose_name="联合举办", blank=True, related_name="+"
    )
    partners = models.ManyToManyField("records.Body", verbose_name="合作单位", blank=True, related_name="+")
    impact = models.PositiveBigIntegerField("带动交易消费（估算）", null=True, blank=True)
    impact_source = models.CharField("估算的出处", max_length=160, blank=True)
    is_planned = models.BooleanField("预计（尚未举办）", default=False)

    class Meta:
        verbose_name = "科普活动"
        constraints = [
            one_per_key("activities_activity_key", "day", "title"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="activities_activity_order"),
        ]
        indexes = [models.Index(fields=["org", "-day"], name="activities_org_day"),
                   models.Index(fields=["-day"], name="activities_day")]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class Session(CountedLine):
    """One occurrence: day, place, and three counts that are never added together."""

    root = "activity"
    scope_path = "activity__org"
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="sessions")
    day = models.DateField("日期")
    place = models.CharField("地点类别", max_length=12, choices=SitePlace.choices, blank=True)
    body = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="所到单位", related_name="+"
    )
    reached = models.ForeignKey(
        "orgs.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="所到县区（乡镇）",
        related_name="+",
    )
    topic = models.CharField("本场主题", max_length=40, blank=True)
    audience = models.CharField("对象", max_length=14, choices=Audience.choices, blank=True)
    on_site = models.PositiveIntegerField("现场人次", null=True, blank=True)
    online = models.PositiveIntegerField("线上观看人次", null=True, blank=True)
    page_views = models.PositiveIntegerField("页面浏览量", null=True, blank=True)
    consultations = models.PositiveIntegerField("接受咨询人次", null=True, blank=True)
    volunteers = models.PositiveIntegerField("志愿者人次", null=True, blank=True)

    class Meta:
        verbose_name = "场次"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.day}"


class Material(Record):
    """Panels, leaflets, books and the like, made or handed out."""

    day = models.DateField("日期")
    kind = models.CharField("类别", max_length=12, choices=MaterialKind.choices)
    use = models.CharField("用途", max_length=12, choices=MaterialUse.choices, default=MaterialUse.HANDED_OUT)
    title = models.CharField("名称", max_length=120)
    quantity = models.PositiveIntegerField("数量")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "科普物料"
        constraints = [one_per_key("activities_material_key", "day", "kind", "title")]

    def __str__(self) -> str:
        return self.title
