"""How a body comes about and enters the association: one case a body, a day for every step."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.orgs.types import OrgType
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Route


class FoundingCase(Record):
    """Application, reply, founding meeting, registration or filing, admission; and the end, if there was one."""

    name = models.CharField("组织名称", max_length=120)
    route = models.CharField("办理途径", max_length=12, choices=Route.choices)
    type = models.CharField("类型", max_length=20, choices=OrgType.choices)
    field = models.CharField("学科（行业）", max_length=60, blank=True)
    is_emerging = models.BooleanField("新兴领域", default=False)
    individuals = models.PositiveIntegerField("个人会员", null=True, blank=True)
    units = models.PositiveIntegerField("单位会员", null=True, blank=True)
    applied = models.DateField("申请日期", null=True, blank=True)
    replied = models.DateField("批复（同意）日期", null=True, blank=True)
    meeting = models.DateField("成立大会日期", null=True, blank=True)
    registered = models.DateField("登记（备案）日期", null=True, blank=True)
    admitted = models.DateField("准予入会日期", null=True, blank=True)
    refused = models.DateField("不予同意日期", null=True, blank=True)
    ended = models.DateField("退会（注销、撤销）日期", null=True, blank=True)
    document = models.CharField("批复文件", max_length=160, blank=True)

    class Meta:
        verbose_name = "组织成立与入会"
        constraints = [
            one_per_key("organisations_case_key", "name"),
            models.CheckConstraint(condition=Q(ended__gte=F("admitted")), name="organisations_case_end"),
        ]
        indexes = [models.Index(fields=["route", "applied"], name="organisations_case_route")]

    def __str__(self) -> str:
        return self.name
