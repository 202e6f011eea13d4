"""Studies and to whom they were handed in; leaders' instructions as day, level and post; study tours."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.advice.enums import Author, FollowUp, Post, StudyKind, TourKind
from kebridge.rooms.people.enums import Level


class Study(Record):
    """A paper written for decision-makers: counted once, however many it was handed to."""

    day = models.DateField("完成日期")
    title = models.CharField("题目", max_length=120)
    kind = models.CharField("类别", max_length=20, choices=StudyKind.choices)
    author = models.CharField("谁写的", max_length=20, choices=Author.choices, default=Author.ASSOCIATION)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "调研与建议"
        constraints = [one_per_key("advice_study_key", "day", "title")]
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
