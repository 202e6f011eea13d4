"""Congresses with their seats, yearly checks and ratings of societies."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import CheckResult, CongressSort, RatingScale, SeatKind


class Congress(Record):
    """The n-th congress of an organisation: it opens a term and closes the one before. Planned until it has a day."""

    sort = models.CharField("组织类别", max_length=20, choices=CongressSort.choices)
    number = models.PositiveSmallIntegerField("第几次（届）")
    planned = models.DateField("拟召开日期", null=True, blank=True)
    day = models.DateField("召开日期", null=True, blank=True)
    until = models.DateField("本届届满日期", null=True, blank=True)

    class Meta:
        verbose_name = "代表大会"
        constraints = [
            one_per_key("organisations_congress_key", "sort", "number"),
            models.CheckConstraint(condition=Q(until__gt=F("day")), name="organisations_congress_term"),
        ]

    def __str__(self) -> str:
        return f"{self.get_sort_display()} {self.number}"


class CongressSeats(CountedLine):
    """So many seats of one kind: of them front-line S&T workers, women, and under 45."""

    root = "congress"
    scope_path = "congress__org"
    congress = models.ForeignKey(Congress, models.CASCADE, related_name="seats")
    kind = models.CharField("席位", max_length=20, choices=SeatKind.choices)
    persons = models.PositiveIntegerField("人数")
    front_line = models.PositiveIntegerField("其中一线科技工作者", null=True, blank=True)
    women = models.PositiveIntegerField("其中女性", null=True, blank=True)
    young = models.PositiveIntegerField("其中45岁以下", null=True, blank=True)

    class Meta:
        verbose_name = "席位"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["congress", "kind"], name="organisations_seats_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.persons}"


class AnnualCheck(Record):
    """The yearly check of a society; `org` is the society."""

    year = models.PositiveSmallIntegerField("年检年度")
    submitted = models.DateField("报送主管单位日期", null=True, blank=True)
    day = models.DateField("结论日期", null=True, blank=True)
    result = models.CharField("结论", max_length=10, choices=CheckResult.choices, blank=True)
    rectify_until = models.DateField("整改期限", null=True, blank=True)
    rectified = models.DateField("整改完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "社团年检"
        constraints = [
            one_per_key("organisations_check_key", "year"),
            models.CheckConstraint(condition=Q(rectified__gte=F("day")), name="organisations_check_done"),
        ]
        indexes = [models.Index(fields=["-day"], name="organisations_check_day")]

    def __str__(self) -> str:
        return f"{self.org_id} {self.year}"


class Rating(Record):
    """The grade that a society was given in a round; `org` is the society."""

    scale = models.CharField("评什么", max_length=16, choices=RatingScale.choices)
    year = models.PositiveSmallIntegerField("评选年度")
    day = models.DateField("公布日期")
    stars = models.PositiveSmallIntegerField("星级（等级）")
    score = models.PositiveSmallIntegerField("得分", null=True, blank=True)
    until = models.DateField("有效期截止日期", null=True, blank=True)
    schemes = models.ManyToManyField(Tag, verbose_name="属于哪个评选", blank=True, related_name="+")
    document = models.CharField("公布文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "学会评级"
        constraints = [
            one_per_key("organisations_rating_key", "scale", "year"),
            models.CheckConstraint(
                condition=Q(stars__gte=1, stars__lte=5), name="organisations_rating_stars"
            ),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="organisations_rating_order"),
        ]

    def __str__(self) -> str:
        return f"{self.org_id} {self.stars}"
