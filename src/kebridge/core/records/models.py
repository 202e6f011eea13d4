"""What every record has, and the kinds that make the first day possible."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.base import ModelBase

from kebridge.core.ledger.counted import CountedModel
from kebridge.core.records.states import OPEN, Basis, State
from kebridge.core.subjects.models import SubjectKind

# A record that was voided, or entered for practice only, takes no other's place.
STANDING = ~Q(state__in=("void", "practice"))


class _WithOpenIndex(ModelBase):
    """Gives every table of records an index of the few that wait for somebody: a `Meta` of its own inherits none."""

    def __new__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any], **kwargs: Any) -> Any:
        meta = attrs.get("Meta")
        parts = attrs["__module__"].split(".")
        if meta is not None and not getattr(meta, "abstract", False) and parts[0] == "kebridge":
            index = models.Index(
                fields=["org", "state"],
                condition=Q(state__in=OPEN),
                name=f"{parts[2][:8]}_{name.lower()[:16]}_open",
            )
            meta.indexes = [*getattr(meta, "indexes", ()), index]
        return super().__new__(cls, name, bases, attrs, **kwargs)


class Record(CountedModel, metaclass=_WithOpenIndex):
    """A row somebody entered or a flow produced: owned by one organisation, counted in one state only."""

    org = models.ForeignKey("orgs.Organisation", models.PROTECT, verbose_name="填报单位", related_name="+")
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.COUNTED)
    basis = models.CharField("依据", max_length=12, choices=Basis.choices, default=Basis.REGISTERED)
    note = models.CharField("备注", max_length=300, blank=True)
    entered_by = models.BigIntegerField("录入人", null=True, editable=False)
    entered_by_name = models.CharField("录入人姓名", max_length=80, blank=True, editable=False)
    entered_at = models.DateTimeField("录入时间", auto_now_add=True)
    changed_at = models.DateTimeField("修改时间", auto_now=True)
    origin_note = models.CharField("来源", max_length=160, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_counted(self) -> bool:
        return self.state == State.COUNTED


def one_per_key(name: str, *fields: str) -> models.UniqueConstraint:
    """At most one standing record of an organisation with the same key."""
    return models.UniqueConstraint(fields=["org", *fields], condition=STANDING, name=name)


class RegisterSetting(models.Model):
    """What an installation decides about a register."""

    register = models.CharField("登记簿", max_length=40, unique=True)
    review = models.BooleanField("需要审核", default=False)
    due_day = models.PositiveSmallIntegerField("每期截止日", default=5)

    class Meta:
        verbose_name = "登记簿设置"

    def __str__(self) -> str:
        return self.register


class Body(Record):
    """A school, firm or other outside body that work reaches; `org` is the county or city it lies in."""

    name = models.CharField("名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=SubjectKind.choices, default=SubjectKind.BODY)
    subject = models.OneToOneField("subjects.Subject", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "服务对象单位"
        constraints = [one_per_key("records_body_name", "name")]

    def __str__(self) -> str:
        return self.name


class OpeningStock(Record):
    """期初存量: how many stood on a day, from a dated paper."""

    measure = models.CharField("统计项", max_length=60)
    kind = models.CharField("类别", max_length=40, blank=True)
    day = models.DateField("截至日期")
    quantity = models.PositiveBigIntegerField("数量")
    document = models.CharField("来源文件", max_length=200)

    class Meta:
        verbose_name = "期初存量"
        constraints = [one_per_key("records_opening_key", "measure", "kind")]

    def __str__(self) -> str:
        return f"{self.measure} {self.day} {self.quantity}"


class _Spanning(Record):
    """A record that speaks of a period."""

    since = models.DateField("起始日期")
    until = models.DateField("截止日期")

    class Meta:
        abstract = True


def _in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(since__lte=F("until")), name=name)


class SummaryReturn(_Spanning):
    """汇总填报: an organisation's total of a measure for a period, until detail replaces it."""

    measure = models.CharField("统计项", max_length=60)
    kind = models.CharField("类别", max_length=40, blank=True)
    programmes = models.ManyToManyField("ledger.Tag", verbose_name="品牌活动", blank=True, related_name="+")
    programme_key = models.CharField(max_length=120, blank=True, editable=False)
    quantity = models.PositiveBigIntegerField("数量")
    document = models.CharField("来源文件", max_length=200, blank=True)

    class Meta:
        verbose_name = "汇总填报"
        constraints = [
            one_per_key("records_summary_key", "measure", "kind", "programme_key", "since", "until"),
            _in_order("records_summary_order"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.since}–{self.until} {self.quantity}"


class NilReturn(_Spanning):
    """零报告: somebody looked and there was none."""

    register = models.CharField("登记簿", max_length=40)

    class Meta:
        verbose_name = "零报告"
        constraints = [
            one_per_key("records_nil_key", "register", "since", "until"),
            _in_order("records_nil_order"),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.since}–{self.until}"


class PastFigure(_Spanning):
    """往年数: the value of a metric in a past report; `value` in millionths of the shown unit."""

    metric = models.CharField("指标", max_length=40)
    filters = models.CharField("限定", max_length=120, blank=True)
    value = models.BigIntegerField("数值")
    document = models.CharField("来源文件", max_length=200)

    class Meta:
        verbose_name = "往年数"
        constraints = [
            one_per_key("records_past_key", "metric", "filters", "since", "until"),
            _in_order("records_past_order"),
        ]

    def __str__(self) -> str:
        return f"{self.metric} {self.since}–{self.until}"
