"""Organisations: an identity, and the append-only dated events that say what it was when."""

from django.db import models
from django.db.models import Q

from kebridge.core.orgs.types import EventKind, OrgType


class Organisation(models.Model):
    """The identity only; name, type, parent and standing come from its events (see `trees`)."""

    code = models.CharField("代码", max_length=40, unique=True)
    subject = models.ForeignKey("subjects.Subject", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "组织"

    def __str__(self) -> str:
        return self.code


class OrgEvent(models.Model):
    """What changed on a day. A null attribute did not change; `moved` tells a change of parent to none.

    `revision` is that of the organisation's record when the row was added: its posting is sealed with it, so the tree
    as known at any seal can be told.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="events")
    revision = models.IntegerField()
    kind = models.CharField("事项", max_length=10, choices=EventKind.choices)
    day = models.DateField("生效日期")
    name = models.CharField("名称", max_length=120, null=True)  # noqa: DJ001 (null: did not change)
    type = models.CharField("类型", max_length=20, choices=OrgType.choices, null=True)  # noqa: DJ001 (as above)
    moved = models.BooleanField(default=False)
    parent = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    standing = models.BooleanField("存续", null=True)
    other = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    document = models.CharField("依据文件", max_length=200, blank=True)

    class Meta:
        verbose_name = "组织变动"
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=models.F("organisation")), name="orgs_event_not_own_parent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()} {self.day}"
