"""Schemes that everybody names alike; honours of recipients of any kind; ranks by outside tables; firsts."""

from django.db import models
from django.db.models import Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import STANDING, Record, one_per_key
from kebridge.rooms.honours.enums import FirstKind, HonourKind, Recipient, SchemeKind
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.people.enums import Grade


class Scheme(Record):
    """An award, contest series, talent or project scheme, assessment or ranking; records carry its tag."""

    tag = models.OneToOneField(Tag, models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("类别", max_length=20, choices=SchemeKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    sponsor = models.CharField("设立（主办）单位", max_length=120, blank=True)

    class Meta:
        verbose_name = "奖项赛事与计划"
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=STANDING, name="honours_scheme_name")
        ]

    def __str__(self) -> str:
        return self.name


class Honour(Record):
    """An honour given on a day, by one grantor or several together: one record, counted once."""

    day = models.DateField("授予日期")
    title = models.CharField("荣誉名称", max_length=120)
    schemes = models.ManyToManyField(Tag, verbose_name="奖项（赛事、考核）", blank=True, related_name="+")
    kind = models.CharField("类别", max_length=20, choices=HonourKind.choices)
    year = models.PositiveSmallIntegerField("评选年度", null=True, blank=True)
    level = models.CharField("授予层级", max_length=10, choices=Level.choices)
    grantors = models.CharField("授予单位", max_length=200)
    grade = models.CharField("等次", max_length=20, choices=Grade.choices, blank=True)
    recipient = models.CharField("获得者类别", max_length=20, choices=Recipient.choices)
    recipient_org = models.ForeignKey(
        "orgs.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="获得的科协系统单位",
        related_name="+",
    )
    recipient_body = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="获得的其他单位", related_name="+"
    )
    recipient_name = models.CharField("获得者名称（姓名）", max_length=120, blank=True)
    employer = models.CharField("个人的工作单位", max_length=120, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, editable=False, related_name="+")
    copies = models.PositiveSmallIntegerField("数量", default=1)
    document = models.CharField("文件（证书）", max_length=200, blank=True)

    class Meta:
        verbose_name = "荣誉"
        constraints = [
            one_per_key("honours_honour_key", "day", "title", "recipient_name"),
        ]
        indexes = [models.Index(fields=["-day"], name="honours_honour_day"),
                   models.Index(fields=["person"], name="honours_honour_person")]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class Ranking(Record):
    """A place or tier in an outside table, on the day of the table."""

    day = models.DateField("榜单日期")
    subject_matter = models.CharField("排的是什么", max_length=40)
    schemes = models.ManyToManyField(Tag, verbose_name="排名榜单", blank=True, related_name="+")
    level = models.CharField("在什么范围内", max_length=10, choices=Level.choices)
    population = models.PositiveIntegerField("参加排名的个数", null=True, blank=True)
    place = models.PositiveIntegerField("位次", null=True, blank=True)
    tier = models.CharField("等次（方阵）", max_length=40, blank=True)
    source = models.CharField("出处", max_length=200)

    class Meta:
        verbose_name = "排名与等次"
        constraints = [
            one_per_key("honours_ranking_key", "day", "subject_matter", "level"),
            models.CheckConstraint(condition=Q(place__gte=1), name="honours_ranking_place"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.subject_matter}"


class First(Record):
    """Something done first, or by nobody else, within a scope: with the evidence for it."""

    day = models.DateField("日期")
    statement = models.CharField("事项", max_length=160)
    kind = models.CharField("类别", max_length=20, choices=FirstKind.choices)
    level = models.CharField("在什么范围内", max_length=10, choices=Level.choices)
    among = models.PositiveIntegerField("同批（同类）个数", null=True, blank=True)
    evidence = models.TextField("依据", max_length=500)

    class Meta:
        verbose_name = "首次与唯一"
        constraints = [one_per_key("honours_first_key", "day", "statement")]

    def __str__(self) -> str:
        return self.statement
