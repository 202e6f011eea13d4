"""The card of an organisation: what it is today, and what a list can search; its past is in its events."""

from django.db import models

from kebridge.core.orgs.types import OrgType
from kebridge.core.records.models import Record


class OrgCard(Record):
    """`org` is the parent (a top organisation is its own); `id` equals the organisation's.

    Name, type, parent and standing change by dated events only (`ops`), never through the form.
    """

    # A card is seen by those who see the organisation itself, not only by those above it.
    scope_path = "organisation"
    organisation = models.OneToOneField("orgs.Organisation", models.PROTECT, related_name="card")
    code = models.CharField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=120)
    type = models.CharField("类型", max_length=20, choices=OrgType.choices)
    founded = models.DateField("成立日期", null=True, blank=True)
    known_from = models.DateField("登记起始日期", null=True, blank=True)
    ended = models.DateField("终止日期", null=True, blank=True, editable=False)
    host = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="依托单位", related_name="+"
    )
    field = models.CharField("学科（行业）", max_length=60, blank=True)
    document = models.CharField("批复文件", max_length=120, blank=True)

    class Meta:
        verbose_name = "组织"
        indexes = [models.Index(fields=["type", "founded"], name="organisations_type")]

    def __str__(self) -> str:
        return self.name
