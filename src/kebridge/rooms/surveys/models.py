"""Rounds of outside surveys and their results, survey stations, and surveys of our own: answers are counts only."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.surveys.enums import Method, RoundRole, StationResult, SurveyKind


class SurveyRound(Record):
    """A numbered round of a survey that a higher body runs."""

    day = models.DateField("开始日期")
    title = models.CharField("调查名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=SurveyKind.choices)
    number = models.PositiveSmallIntegerField("第几次", null=True, blank=True)
    level = models.CharField("由哪一级组织", max_length=10, choices=Level.choices)
    role = models.CharField("本单位做什么", max_length=12, choices=RoundRole.choices)
    sampled = models.PositiveIntegerField("本地样本量", null=True, blank=True)
    finished = models.DateField("本地完成日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "调查轮次"
        constraints = [
            one_per_key("surveys_round_key", "day", "title"),
            models.CheckConstraint(condition=Q(finished__gte=F("day")), name="surveys_round_order"),
        ]

    def __str__(self) -> str:
        return self.title


class SurveyResult(Record):
    """A published share for this place, in millionths of a percent, with what is known of how it was measured."""

    day = models.DateField("公布日期")
    kind = models.CharField("类别", max_length=20, choices=SurveyKind.choices)
    title = models.CharField("指标名称", max_length=80)
    group = models.CharField("人群", max_length=40, blank=True)
    number = models.PositiveSmallIntegerField("第几次调查", null=True, blank=True)
    year = models.PositiveSmallIntegerField("调查年份")
    share = models.PositiveBigIntegerField("结果")
    margin = models.PositiveBigIntegerField("误差（正负）", null=True, blank=True)
    confidence = models.PositiveSmallIntegerField("置信水平", null=True, blank=True)
    sample = models.PositiveIntegerField("样本量", null=True, blank=True)
    method = models.CharField("调查方法", max_length=20, choices=Method.choices)
    source = models.CharField("谁公布的", max_length=120)
    target = models.PositiveBigIntegerField("规划目标", null=True, blank=True)
    target_source = models.CharField("目标出自", max_length=120, blank=True)

    class Meta:
        verbose_name = "调查结果"
        constraints = [
            one_per_key("surveys_result_key", "kind", "title", "group", "year"),
            models.CheckConstraint(condition=Q(share__lte=100_000_000), name="surveys_result_share"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class SurveyStation(Record):
    """A station that reports for a survey, kept by a host; its yearly results are lines."""

    title = models.CharField("站点名称", max_length=120)
    host = models.ForeignKey("records.Body", models.PROTECT, verbose_name="设站单位", related_name="+")
    kind = models.CharField("类别", max_length=20, choices=SurveyKind.choices, default=SurveyKind.WORKERS)
    level = models.CharField("站点层级", max_length=10, choices=Level.choices)
    since = models.DateField("设立日期")
    until = models.DateField("撤销日期", null=True, blank=True)
    document = models.CharField("设立文件", max_length=120, blank=True)

    class Meta:
        verbose_name = "调查站点"
        constraints = [
            one_per_key("surveys_station_key", "title", "level"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="surveys_station_order"),
        ]

    def __str__(self) -> str:
        return self.title


class StationYear(CountedLine):
    root = "station"
    scope_path = "station__org"
    station = models.ForeignKey(SurveyStation, models.CASCADE, related_name="years")
    day = models.DateField("考核日期")
    result = models.CharField("考核结果", max_length=20, choices=StationResult.choices, blank=True)
    reports = models.PositiveSmallIntegerField("报送信息", default=0)
    used = models.PositiveSmallIntegerField("采用信息", default=0)

    class Meta:
        verbose_name = "年度考核"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.station_id} {self.day}"


class OwnSurvey(Record):
    """A survey that we carry out: how many were asked and answered, never who or what."""

    day = models.DateField("开始日期")
    title = models.CharField("调查名称", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=SurveyKind.choices)
    method = models.CharField("调查方法", max_length=20, choices=Method.choices)
    finished = models.DateField("结束日期", null=True, blank=True)
    sent = models.PositiveIntegerField("发放问卷", null=True, blank=True)
    returned = models.PositiveIntegerField("收回问卷", null=True, blank=True)
    valid = models.PositiveIntegerField("有效问卷", null=True, blank=True)
    interviews = models.PositiveIntegerField("座谈访谈人次", null=True, blank=True)
    reported = models.DateField("形成报告日期", null=True, blank=True)
    report = models.CharField("报告题目", max_length=120, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "专题调查"
        constraints = [
            one_per_key("surveys_own_key", "day", "title"),
            models.CheckConstraint(condition=Q(finished__gte=F("day")), name="surveys_own_order"),
        ]

    def __str__(self) -> str:
        return self.title
