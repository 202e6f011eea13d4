"""Studies and suggestions with what came of them; leaders' instructions as day, level and post; topics; study tours."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.advice.enums import (
    Author,
    FollowUp,
    Outcome,
    Post,
    Source,
    StudyKind,
    Subject,
    TopicGrade,
    TopicRole,
    TourKind,
)
from kebridge.rooms.organisations.enums import Level


class Study(Record):
    """A paper written for decision-makers: counted once, however many it was handed to."""

    day = models.DateField("完成日期")
    title = models.CharField("题目", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=StudyKind.choices)
    author = models.CharField("谁写的", max_length=20, choices=Author.choices, default=Author.ASSOCIATION)
    source = models.CharField("从哪里来", max_length=20, choices=Source.choices, blank=True)
    subject = models.CharField("内容", max_length=20, choices=Subject.choices, blank=True)
    series = models.CharField("刊名", max_length=60, blank=True)
    issue = models.PositiveSmallIntegerField("期号", null=True, blank=True)
    items = models.PositiveSmallIntegerField("件数", default=1)
    reviewed = models.DateField("审核日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=12, choices=Outcome.choices, blank=True)
    outcome_day = models.DateField("答复（采纳）日期", null=True, blank=True)
    outcome_level = models.CharField("由哪一级答复（采纳）", max_length=10, choices=Level.choices, blank=True)
    adopted_into = models.CharField("列入（写入）什么", max_length=120, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "调研与建议"
        constraints = [
            one_per_key("advice_study_key", "day", "title"),
            models.CheckConstraint(condition=Q(outcome_day__gte=F("day")), name="advice_study_outcome"),
        ]
        indexes = [models.Index(fields=["-day"], name="advice_study_day")]

    def __str__(self) -> str:
        return self.title


class Submission(CountedLine):
    """One handing-in, and the instruction it drew, if any: day, post, number and follow-up, never the text."""

    root = "study"
    scope_path = "study__org"
    study = models.ForeignKey(Study, models.CASCADE, related_name="submissions")
    day = models.DateField("报送日期")
    level = models.CharField("报送到哪一级", max_length=10, choices=Level.choices)
    instructed = models.DateField("批示日期", null=True, blank=True)
    post = models.CharField("批示领导", max_length=20, choices=Post.choices, blank=True)
    number = models.CharField("批示编号", max_length=40, blank=True)
    follow_up = models.CharField("落实情况", max_length=12, choices=FollowUp.choices, blank=True)

    class Meta:
        verbose_name = "报送与批示"
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(instructed__gte=F("day")), name="advice_submission_order")
        ]

    def __str__(self) -> str:
        return f"{self.study_id} {self.day}"


class TopicCall(Record):
    """A round of topics called for, forwarded or undertaken; what was graded are its lines, as counts."""

    day = models.DateField("日期")
    title = models.CharField("名称", max_length=120)
    role = models.CharField("本单位做什么", max_length=20, choices=TopicRole.choices)
    edition = models.PositiveSmallIntegerField("届次（年度）", null=True, blank=True)
    subject = models.CharField("内容", max_length=20, choices=Subject.choices, blank=True)
    author = models.CharField("谁写的", max_length=20, choices=Author.choices, blank=True)
    submitted = models.PositiveIntegerField("课题数")
    authors = models.PositiveIntegerField("作者人次", null=True, blank=True)
    schemes = models.ManyToManyField(Tag, verbose_name="课题计划", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "课题"
        constraints = [
            one_per_key("advice_topic_key", "day", "title"),
            models.CheckConstraint(condition=Q(submitted__gt=0), name="advice_topic_submitted"),
        ]

    def __str__(self) -> str:
        return self.title


class GradedTopics(CountedLine):
    root = "call"
    scope_path = "call__org"
    call = models.ForeignKey(TopicCall, models.CASCADE, related_name="graded")
    day = models.DateField("公布日期")
    level = models.CharField("由哪一级评定", max_length=10, choices=Level.choices)
    grade = models.CharField("等次", max_length=20, choices=TopicGrade.choices)
    topics = models.PositiveIntegerField("篇数")

    class Meta:
        verbose_name = "评定结果"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_grade_display()} {self.topics}"


class StudyTour(Record):
    """A trip to other places to learn; the places are its lines."""

    day = models.DateField("出发日期")
    title = models.CharField("考察内容", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=TourKind.choices, default=TourKind.STUDY)
    people = models.PositiveSmallIntegerField("人数", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "外出考察"
        constraints = [one_per_key("advice_tour_key", "day", "title")]

    def __str__(self) -> str:
        return self.title


class Destination(CountedLine):
    root = "tour"
    scope_path = "tour__org"
    tour = models.ForeignKey(StudyTour, models.CASCADE, related_name="destinations")
    city = models.CharField("到访城市", max_length=40)
    host = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="到访单位", related_name="+"
    )

    class Meta:
        verbose_name = "到访地"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.city
