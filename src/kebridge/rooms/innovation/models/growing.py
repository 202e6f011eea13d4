"""Investment brought in, ventures, firms grown into the statistics library, and effects that others estimate."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.innovation.enums import (
    AttractionStage,
    CultivationKind,
    CultivationStage,
    Founder,
    ImpactKind,
    VentureStage,
)


class Attraction(Record):
    """An investment project brought to the city; every stage it reached has its day. Amounts in fen."""

    day = models.DateField("线索日期")
    title = models.CharField("项目名称", max_length=120)
    firm = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="投资方", related_name="+"
    )
    place = models.CharField("落地县区", max_length=40, blank=True)
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    plans = models.ManyToManyField(Tag, verbose_name="对应任务", blank=True, related_name="+")
    planned = models.PositiveBigIntegerField("计划投入")
    stage = models.CharField(
        "进展", max_length=20, choices=AttractionStage.choices, default=AttractionStage.LEAD
    )
    talks_day = models.DateField("洽谈日期", null=True, blank=True)
    to_sign_day = models.DateField("拟签约日期", null=True, blank=True)
    signed_day = models.DateField("签约日期", null=True, blank=True)
    started_day = models.DateField("开工日期", null=True, blank=True)
    credited_day = models.DateField("计入任务日期", null=True, blank=True)
    dropped_day = models.DateField("终止日期", null=True, blank=True)
    document = models.CharField("认定文件", max_length=120, blank=True)

    class Meta:
        verbose_name = "招商引资项目"
        constraints = [
            one_per_key("innovation_attraction_key", "title"),
            models.CheckConstraint(condition=Q(planned__gt=0), name="innovation_attraction_planned"),
        ]
        indexes = [models.Index(fields=["-day"], name="innovation_attraction_day")]

    def __str__(self) -> str:
        return self.title


class Venture(Record):
    """A venture that starts here, from intention to its end."""

    day = models.DateField("意向日期")
    title = models.CharField("项目名称", max_length=120)
    founder = models.CharField("创业者", max_length=20, choices=Founder.choices)
    firm = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="落地企业", related_name="+"
    )
    host = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="孵化载体", related_name="+"
    )
    field = models.CharField("技术领域", max_length=40, blank=True)
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    stage = models.CharField(
        "进展", max_length=20, choices=VentureStage.choices, default=VentureStage.PLANNED
    )
    landed_day = models.DateField("落地日期", null=True, blank=True)
    grown_day = models.DateField("孵化毕业日期", null=True, blank=True)
    ended_day = models.DateField("终止日期", null=True, blank=True)

    class Meta:
        verbose_name = "创业项目"
        constraints = [one_per_key("innovation_venture_key", "title")]
        indexes = [models.Index(fields=["-day"], name="innovation_venture_day")]

    def __str__(self) -> str:
        return self.title


class Cultivation(Record):
    """A firm helped towards the statistics library (四上企业) or a recognition; entering has its day."""

    day = models.DateField("开始培育日期")
    firm = models.ForeignKey("records.Body", models.PROTECT, verbose_name="企业", related_name="+")
    kind = models.CharField("培育成", max_length=20, choices=CultivationKind.choices)
    place = models.CharField("所在县区", max_length=40, blank=True)
    plans = models.ManyToManyField(Tag, verbose_name="对应任务", blank=True, related_name="+")
    stage = models.CharField(
        "进展", max_length=20, choices=CultivationStage.choices, default=CultivationStage.CULTIVATED
    )
    applied_day = models.DateField("申报日期", null=True, blank=True)
    entered_day = models.DateField("入库日期", null=True, blank=True)
    left_day = models.DateField("退库（终止）日期", null=True, blank=True)
    document = models.CharField("入库依据", max_length=120, blank=True)

    class Meta:
        verbose_name = "企业培育"
        constraints = [one_per_key("innovation_cultivation_key", "firm", "kind", "day")]
        indexes = [models.Index(fields=["-day"], name="innovation_cultivation_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class Impact(Record):
    """An economic effect that somebody else estimated: never the association's money."""

    day = models.DateField("公布日期")
    title = models.CharField("什么带来的效益", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=ImpactKind.choices)
    amount = models.PositiveBigIntegerField("估算金额")
    source = models.CharField("谁估算的", max_length=120)
    method = models.CharField("怎样估算的", max_length=200)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    since = models.DateField("估算期起始", null=True, blank=True)
    until = models.DateField("估算期截止", null=True, blank=True)

    class Meta:
        verbose_name = "效益估算"
        constraints = [
            one_per_key("innovation_impact_key", "day", "title", "kind"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="innovation_impact_span"),
        ]

    def __str__(self) -> str:
        return self.title
