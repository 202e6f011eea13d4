"""Teams of volunteers; hours served, proposed by one person and confirmed by another."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.volunteers.enums import ServiceKind, TeamKind


class Team(Record):
    """A team, standing from the day it was founded until it was dissolved."""

    name = models.CharField("队伍名称", max_length=80)
    kind = models.CharField("类别", max_length=16, choices=TeamKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    body = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="依托单位", related_name="+"
    )
    founded = models.DateField("成立日期")
    ended = models.DateField("解散日期", null=True, blank=True)

    class Meta:
        verbose_name = "志愿服务队"
        constraints = [
            one_per_key("volunteers_team_key", "name"),
            models.CheckConstraint(condition=Q(ended__gte=F("founded")), name="volunteers_team_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Service(Record):
    """One volunteer's time on one day: counts only once confirmed by somebody who did not propose it."""

    day = models.DateField("服务日期")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, editable=False, related_name="+")
    person_name = models.CharField("志愿者姓名", max_length=40)
    employer = models.CharField("单位", max_length=120, blank=True)
    team = models.CharField("所在队伍", max_length=80, blank=True)
    kind = models.CharField("服务类别", max_length=16, choices=ServiceKind.choices)
    activity = models.CharField("参加的活动", max_length=120)
    begins = models.CharField("开始时间", max_length=5, blank=True)
    ends = models.CharField("结束时间", max_length=5, blank=True)
    minutes = models.PositiveIntegerField("服务时长（分钟）")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    proposed_by = models.BigIntegerField("提出人", null=True, editable=False)
    proposed_by_name = models.CharField("提出人姓名", max_length=80, blank=True, editable=False)
    confirmed_by = models.BigIntegerField("确认人", null=True, editable=False)
    confirmed_by_name = models.CharField("确认人姓名", max_length=80, blank=True, editable=False)
    confirmed_at = models.DateTimeField("确认时间", null=True, editable=False)

    class Meta:
        verbose_name = "志愿服务时长"
        constraints = [
            one_per_key("volunteers_service_key", "day", "person_name", "employer", "activity", "begins"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="volunteers_service_minutes"),
        ]
        indexes = [models.Index(fields=["-day"], name="volunteers_service_day"),
                   models.Index(fields=["person", "day"], name="volunteers_service_person")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.minutes}"
