"""What outlets published about us, and dated observations of outside platforms."""

from django.db import models

from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.media.enums import Form, Medium, Observed, Platform
from kebridge.rooms.people.enums import Level


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
