"""Editions of contests with pupils as counts, and the awards won, by stage and grade: no pupil's name."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.contests.enums import AWARD_GRADES, Category, Form, Role
from kebridge.rooms.organisations.enums import Level


class _OfSeries(Record):
    """What belongs to one edition of a contest at one level."""

    day = models.DateField("日期")
    schemes = models.ManyToManyField(Tag, verbose_name="赛事", related_name="+")
    scheme_key = models.CharField(max_length=120, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    level = models.CharField("层级", max_length=10, choices=Level.choices)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.day} {self.get_level_display()}"


class Edition(_OfSeries):
    """An edition held here, or one that the city's teams went to."""

    role = models.CharField("角色", max_length=12, choices=Role.choices)
    form = models.CharField("线上线下", max_length=10, choices=Form.choices, default=Form.ONSITE)
    entries = models.PositiveIntegerField("参赛作品（队伍）", null=True, blank=True)
    pupils = models.PositiveIntegerField("参赛人数", null=True, blank=True)
    schools = models.PositiveIntegerField("参赛学校", null=True, blank=True)
    until = models.DateField("结束日期", null=True, blank=True)
    tracks = models.CharField("组别（赛项）", max_length=200, blank=True)
    is_planned = models.BooleanField("预计（尚未举办）", default=False)

    class Meta:
        verbose_name = "赛事"
        constraints = [
            one_per_key("contests_edition_key", "day", "scheme_key", "level"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="contests_edition_order"),
        ]
        indexes = [models.Index(fields=["-day"], name="contests_edition_day")]


class Delegation(CountedLine):
    """A team that came: whose it is and how many contestants, never who."""

    root = "edition"
    scope_path = "edition__org"
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="delegations")
    body = models.ForeignKey("records.Body", models.PROTECT, verbose_name="代表队", related_name="+")
    track = models.CharField("参加组别", max_length=40, blank=True)
    origin = models.CharField("来自", max_length=10, choices=Level.choices, blank=True)
    contestants = models.PositiveIntegerField("队员人数", null=True, blank=True)

    class Meta:
        verbose_name = "代表队"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.body_id} {self.contestants}"


class Result(_OfSeries):
    """What the owner's teams won at one level of one edition."""

    document = models.CharField("文件（公布）", max_length=200, blank=True)

    class Meta:
        verbose_name = "赛事成绩"
        constraints = [one_per_key("contests_result_key", "day", "scheme_key", "level")]
        indexes = [models.Index(fields=["-day"], name="contests_result_day")]


class ResultLine(CountedLine):
    root = "result"
    scope_path = "result__org"
    result = models.ForeignKey(Result, models.CASCADE, related_name="awards")
    category = models.CharField("奖给什么", max_length=16, choices=Category.choices)
    grade = models.CharField("等次（名次）", max_length=20, choices=AWARD_GRADES)
    event = models.CharField("组别（项目）", max_length=60, blank=True)
    winner = models.CharField("获奖单位（作品、活动）", max_length=120, blank=True)
    count = models.PositiveIntegerField("个数", default=1)

    class Meta:
        verbose_name = "奖项"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_grade_display()} {self.count}"
