"""What outlets published about us, what we run and publish ourselves, and observations of outside platforms."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.media.enums import (
    AccountKind,
    Form,
    Frequency,
    ItemKind,
    Medium,
    Observed,
    Platform,
    Readers,
)
from kebridge.rooms.organisations.enums import Level


class Coverage(Record):
    """One item in one outlet; the same text in three outlets is three items."""

    day = models.DateField("刊播日期")
    outlet = models.ForeignKey("records.Body", models.PROTECT, verbose_name="媒体", related_name="+")
    level = models.CharField("媒体层级", max_length=10, choices=Level.choices)
    medium = models.CharField("媒体类别", max_length=12, choices=Medium.choices, blank=True)
    title = models.CharField("标题", max_length=160)
    form = models.CharField("形式", max_length=16, choices=Form.choices, default=Form.NEWS)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    link = models.CharField("版面（网址）", max_length=200, blank=True)

    class Meta:
        verbose_name = "媒体报道"
        constraints = [one_per_key("media_coverage_key", "day", "outlet", "title")]
        indexes = [models.Index(fields=["-day"], name="media_coverage_day")]

    def __str__(self) -> str:
        return self.title


class Snapshot(Record):
    """What a platform showed on a day: a running total, kept as seen and never added to another day's."""

    day = models.DateField("截取日期")
    platform = models.CharField("平台", max_length=16, choices=Platform.choices)
    account = models.CharField("账号", max_length=60, blank=True)
    observed = models.CharField("看到的是", max_length=12, choices=Observed.choices)
    value = models.PositiveBigIntegerField("累计数")
    is_lower_bound = models.BooleanField("只是下限（如10万+）", default=False)
    source = models.CharField("出处", max_length=200)

    class Meta:
        verbose_name = "平台快照"
        constraints = [one_per_key("media_snapshot_key", "day", "platform", "account", "observed")]
        indexes = [models.Index(fields=["-day"], name="media_snapshot_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.platform} {self.observed}"


class Account(Record):
    """An account of ours on a platform, from its founding until it was closed."""

    name = models.CharField("账号名称", max_length=60)
    platform = models.CharField("平台", max_length=16, choices=Platform.choices)
    kind = models.CharField("类别", max_length=16, choices=AccountKind.choices)
    founded = models.DateField("开通日期")
    closed = models.DateField("注销日期", null=True, blank=True)

    class Meta:
        verbose_name = "新媒体账号"
        constraints = [
            one_per_key("media_account_key", "name", "platform"),
            models.CheckConstraint(condition=Q(closed__gte=F("founded")), name="media_account_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Column(Record):
    """A column or product that appears again and again, alone or with partners."""

    title = models.CharField("栏目名称", max_length=80)
    platform = models.CharField("平台", max_length=16, choices=Platform.choices)
    frequency = models.CharField("频次", max_length=12, choices=Frequency.choices)
    partners = models.ManyToManyField(
        "records.Body", verbose_name="共同打造的单位", blank=True, related_name="+"
    )
    opened = models.DateField("开办日期")
    closed = models.DateField("停办日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "科普栏目"
        constraints = [
            one_per_key("media_column_key", "title", "platform"),
            models.CheckConstraint(condition=Q(closed__gte=F("opened")), name="media_column_order"),
        ]

    def __str__(self) -> str:
        return self.title


class Item(Record):
    """Something made and published by ourselves: a video, an article, a broadcast."""

    day = models.DateField("发布日期")
    title = models.CharField("标题", max_length=120)
    kind = models.CharField("形式", max_length=12, choices=ItemKind.choices)
    platform = models.CharField("平台", max_length=16, choices=Platform.choices)
    account = models.CharField("账号（栏目）", max_length=60, blank=True)
    topic = models.CharField("题材", max_length=40, blank=True)
    audience = models.CharField("面向", max_length=12, choices=Readers.choices, blank=True)
    copies = models.PositiveIntegerField("条数", default=1)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "自办作品"
        constraints = [one_per_key("media_item_key", "day", "platform", "title")]
        indexes = [models.Index(fields=["-day"], name="media_item_day")]

    def __str__(self) -> str:
        return self.title


class ItemViews(CountedLine):
    """What the platform showed for the item on a day: a running total."""

    root = "item"
    scope_path = "item__org"
    item = models.ForeignKey(Item, models.CASCADE, related_name="views")
    day = models.DateField("截取日期")
    value = models.PositiveBigIntegerField("累计浏览（播放）量")

    class Meta:
        verbose_name = "浏览量"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.value}"
