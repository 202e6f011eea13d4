"""What could be covered: units that ought to have an association, posts of the three heads. The denominators."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import HeadKind, SeatKind, UnitKind, UnitSize, Working


class CoverableUnit(Record):
    """A township, university, hospital, school or firm; covered while its association stands.

    Where the association is not entered as an organisation, the days of its founding and end are given here.
    """

    kind = models.CharField("类别", max_length=20, choices=UnitKind.choices)
    name = models.CharField("单位名称", max_length=120)
    size = models.CharField("规模", max_length=10, choices=UnitSize.choices, blank=True)
    since = models.DateField("起算日期")
    until = models.DateField("不再计算日期", null=True, blank=True)
    association = models.ForeignKey(
        "orgs.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="已建的科协",
        related_name="+",
    )
    covered_from = models.DateField("科协成立日期", null=True, blank=True)
    covered_until = models.DateField("科协撤销日期", null=True, blank=True)

    class Meta:
        verbose_name = "应建科协的单位"
        constraints = [
            one_per_key("organisations_unit_key", "kind", "name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="organisations_unit_order"),
        ]
        indexes = [models.Index(fields=["kind", "name"], name="organisations_unit_kind")]

    def __str__(self) -> str:
        return self.name


class Post(Record):
    """A post whose holder is to be taken into the leadership of a grassroots association; never the holder's name."""

    unit = models.CharField("乡镇（街道）", max_length=60)
    name = models.CharField("岗位名称", max_length=120)
    kind = models.CharField("哪一长", max_length=20, choices=HeadKind.choices)
    since = models.DateField("岗位起算日期")
    until = models.DateField("岗位撤销日期", null=True, blank=True)
    seat = models.CharField("在科协任职", max_length=20, choices=SeatKind.choices, blank=True)
    working = models.CharField("任职方式", max_length=12, choices=Working.choices, blank=True)
    taken_from = models.DateField("吸纳日期", null=True, blank=True)
    taken_until = models.DateField("卸任日期", null=True, blank=True)

    class Meta:
        verbose_name = "三长岗位"
        constraints = [
            one_per_key("organisations_post_key", "unit", "name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="organisations_post_order"),
            models.CheckConstraint(
                condition=Q(taken_until__gte=F("taken_from")), name="organisations_post_taken"
            ),
        ]

    def __str__(self) -> str:
        return self.name
