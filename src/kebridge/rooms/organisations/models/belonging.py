"""What the association leads or belongs to: leading groups and task forces, alliances."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import AllianceKind, AllianceRole, GroupKind, GroupRole, Level


class LeadingGroup(Record):
    """A leading group, task force or joint meeting, and the part that the association has in it."""

    name = models.CharField("名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=GroupKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.CITY)
    role = models.CharField("本单位的角色", max_length=20, choices=GroupRole.choices)
    since = models.DateField("成立日期")
    until = models.DateField("撤销日期", null=True, blank=True)
    units = models.PositiveSmallIntegerField("成员单位数", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    document = models.CharField("成立文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "领导小组与专班"
        constraints = [
            one_per_key("organisations_group_key", "name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="organisations_group_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Alliance(Record):
    """An alliance that the association founded with others or joined; `members` are the others."""

    name = models.CharField("联盟名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=AllianceKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices, blank=True)
    role = models.CharField("发起还是加入", max_length=12, choices=AllianceRole.choices)
    day = models.DateField("成立（加入）日期")
    until = models.DateField("解散（退出）日期", null=True, blank=True)
    members = models.ManyToManyField("records.Body", verbose_name="其他成员单位", related_name="+")
    document = models.CharField("协议（文件）", max_length=160, blank=True)

    class Meta:
        verbose_name = "联盟"
        constraints = [
            one_per_key("organisations_alliance_key", "name"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="organisations_alliance_order"),
        ]

    def __str__(self) -> str:
        return self.name
