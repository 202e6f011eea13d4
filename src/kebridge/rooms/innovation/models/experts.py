"""Tours on which experts come for days, service corps, and banks and directories of experts."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.innovation.enums import BankKind, BankRole, TourElement, TourRole
from kebridge.rooms.organisations.enums import Level


class ExpertTour(Record):
    """Experts come for some days; guests, needs, agreements and letters stand in their own registers by the tag."""

    day = models.DateField("开始日期")
    until = models.DateField("结束日期")
    title = models.CharField("活动名称", max_length=120)
    level = models.CharField("由哪一级组织", max_length=10, choices=Level.choices)
    role = models.CharField(
        "本单位的角色", max_length=12, choices=TourRole.choices, default=TourRole.UNDERTAKE
    )
    place = models.CharField("到访县区", max_length=40, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")

    class Meta:
        verbose_name = "专家考察活动"
        constraints = [
            one_per_key("innovation_tour_key", "day", "title"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="innovation_tour_span"),
        ]

    def __str__(self) -> str:
        return self.title


class Element(CountedLine):
    """What the tour consisted of."""

    root = "tour"
    scope_path = "tour__org"
    tour = models.ForeignKey(ExpertTour, models.CASCADE, related_name="elements")
    kind = models.CharField("环节", max_length=20, choices=TourElement.choices)
    day = models.DateField("日期")
    times = models.PositiveSmallIntegerField("次数", default=1)
    title = models.CharField("内容", max_length=120, blank=True)

    class Meta:
        verbose_name = "环节"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class Corps(Record):
    """A team of experts for a field, formed on a day."""

    day = models.DateField("组建日期")
    title = models.CharField("名称", max_length=120)
    level = models.CharField("由哪一级组建", max_length=10, choices=Level.choices)
    field = models.CharField("服务领域", max_length=40)
    leader = models.ForeignKey(
        "records.Body",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="牵头学会（单位）",
        related_name="+",
    )
    members = models.PositiveSmallIntegerField("专家人数", null=True, blank=True)
    place = models.CharField("服务县区", max_length=40, blank=True)
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    until = models.DateField("任期截止日期", null=True, blank=True)

    class Meta:
        verbose_name = "科技服务团"
        constraints = [
            one_per_key("innovation_corps_key", "title"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="innovation_corps_span"),
        ]

    def __str__(self) -> str:
        return self.title


class ExpertBank(Record):
    """A bank or directory of experts; how many are in it is observed on days."""

    day = models.DateField("建成日期")
    title = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=20, choices=BankKind.choices)
    field = models.CharField("领域", max_length=40, blank=True)
    role = models.CharField("本单位的角色", max_length=12, choices=BankRole.choices, default=BankRole.OWN)
    partners = models.ManyToManyField("records.Body", verbose_name="合作单位", blank=True, related_name="+")
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    until = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = "专家库与名录"
        constraints = [
            one_per_key("innovation_bank_key", "title"),
            models.CheckConstraint(condition=Q(until__gte=F("day")), name="innovation_bank_span"),
        ]

    def __str__(self) -> str:
        return self.title


class BankSize(CountedLine):
    root = "bank"
    scope_path = "bank__org"
    bank = models.ForeignKey(ExpertBank, models.CASCADE, related_name="sizes")
    day = models.DateField("查看日期")
    persons = models.PositiveIntegerField("库内人数")
    source = models.CharField("数据来源", max_length=120, blank=True)

    class Meta:
        verbose_name = "库内人数"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.persons}"
