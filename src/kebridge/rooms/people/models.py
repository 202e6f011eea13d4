"""Persons with the least data; their posts, nominations and visits; leaders who came or went out, as counts."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.privacy.fields import EncryptedTextField
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.organisations.enums import Level
from kebridge.rooms.people.enums import (
    Direction,
    EngagementKind,
    Grade,
    GrantPurpose,
    LeaderPost,
    Nominee,
    Occasion,
    Origin,
    PersonKind,
    PostKind,
    Purpose,
    Rank,
    SelectionGrade,
    SelectionKind,
    Sender,
    Stage,
    TalkKind,
    ThreeHeads,
)


def person_link() -> models.ForeignKey:
    """The person whom a record names; found from the name and employer that were typed."""
    return models.ForeignKey("people.Person", models.PROTECT, null=True, editable=False, related_name="+")


class Person(Record):
    """A person as the association knows her; merged into another she is void, erased she is an empty stub."""

    subject = models.OneToOneField("subjects.Subject", models.PROTECT, related_name="+")
    name = models.CharField("姓名", max_length=40)
    employer = models.CharField("工作单位", max_length=120, blank=True)
    kind = models.CharField("类别", max_length=20, choices=PersonKind.choices)
    three_heads = models.CharField("哪一长", max_length=20, choices=ThreeHeads.choices, blank=True)
    title = models.CharField("职务（职称）", max_length=60, blank=True)
    rank = models.CharField("职称等级", max_length=20, choices=Rank.choices, blank=True)
    fields = models.CharField("专业领域", max_length=120, blank=True)
    listed = models.DateField("入库日期", null=True, blank=True)
    left = models.DateField("退出日期", null=True, blank=True)
    phone = EncryptedTextField("联系电话", blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    erased_at = models.DateTimeField("清除时间", null=True, editable=False)

    class Meta:
        verbose_name = "人员"
        constraints = [
            one_per_key("people_person_key", "name", "employer"),
            models.CheckConstraint(condition=Q(left__gte=F("listed")), name="people_person_order"),
        ]
        indexes = [models.Index(fields=["name"], name="people_person_name")]

    def __str__(self) -> str:
        return self.name


class PersonAlias(models.Model):
    """A name and employer by which a person was ever written down: records typed so mean her."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=40)
    employer = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "曾用写法"
        constraints = [
            models.UniqueConstraint(fields=["person", "name", "employer"], name="people_alias_once")
        ]
        indexes = [models.Index(fields=["name", "employer"], name="people_alias_name")]

    def __str__(self) -> str:
        return self.name


class Appointment(Record):
    """A person in a post from a day on, in one or more bodies."""

    person = person_link()
    person_name = models.CharField("姓名", max_length=40)
    employer = models.CharField("工作单位", max_length=120, blank=True)
    kind = models.CharField("职务", max_length=20, choices=PostKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices, blank=True)
    batch = models.PositiveSmallIntegerField("批次（届次）", null=True, blank=True)
    bodies = models.ManyToManyField("records.Body", verbose_name="任职单位", blank=True, related_name="+")
    since = models.DateField("聘任日期")
    until = models.DateField("任期截止日期", null=True, blank=True)
    document = models.CharField("文件（聘书）", max_length=120, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "聘任与任职"
        constraints = [
            one_per_key("people_appointment_key", "since", "person_name", "employer", "kind"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="people_appointment_order"),
        ]
        indexes = [models.Index(fields=["kind", "since"], name="people_appointment_kind"),
                   models.Index(fields=["person"], name="people_appointment_person")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.since} {self.get_kind_display()}"


class Nomination(Record):
    """Somebody or something put forward for an award or scheme, and how far it went."""

    day = models.DateField("推荐日期")
    schemes = models.ManyToManyField(Tag, verbose_name="奖项（计划）", related_name="+")
    scheme_key = models.CharField(max_length=120, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    what = models.CharField("推荐的是", max_length=20, choices=Nominee.choices)
    person = person_link()
    person_name = models.CharField("姓名", max_length=40, blank=True)
    employer = models.CharField("工作单位", max_length=120, blank=True)
    title = models.CharField("项目（单位、文章）名称", max_length=120, blank=True)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    stage = models.CharField("进展", max_length=24, choices=Stage.choices, default=Stage.SUBMITTED)
    stage_day = models.DateField("结果日期", null=True, blank=True)
    grade = models.CharField("等次", max_length=20, choices=Grade.choices, blank=True)
    purpose = models.CharField("资助用途", max_length=20, choices=GrantPurpose.choices, blank=True)
    granted = models.PositiveBigIntegerField("资助金额", null=True, blank=True)

    class Meta:
        verbose_name = "推荐与举荐"
        constraints = [
            one_per_key("people_nomination_key", "day", "scheme_key", "person_name", "employer", "title"),
            models.CheckConstraint(condition=Q(stage_day__gte=F("day")), name="people_nomination_order"),
        ]
        indexes = [models.Index(fields=["-day"], name="people_nomination_day"),
                   models.Index(fields=["person"], name="people_nomination_person")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.get_stage_display()}"


class Guest(Record):
    """A person from outside who came on a day: one record a person and event."""

    day = models.DateField("来访日期")
    person = person_link()
    person_name = models.CharField("姓名", max_length=40)
    employer = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="工作单位", related_name="+"
    )
    kind = models.CharField("身份", max_length=20, choices=PersonKind.choices)
    level = models.CharField("来自", max_length=10, choices=Level.choices, blank=True)
    origin = models.CharField("国内还是海外", max_length=12, choices=Origin.choices, blank=True)
    field = models.CharField("专业领域", max_length=40, blank=True)
    event = models.CharField("活动名称", max_length=120)
    occasion = models.CharField("来做什么", max_length=20, choices=Occasion.choices)
    talks = models.PositiveSmallIntegerField("作报告场数", default=0)
    talk_kind = models.CharField("报告类型", max_length=20, choices=TalkKind.choices, blank=True)
    visited = models.ManyToManyField("records.Body", verbose_name="走访单位", blank=True, related_name="+")
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "来访专家"
        constraints = [one_per_key("people_guest_key", "day", "person_name", "event")]
        indexes = [models.Index(fields=["-day"], name="people_guest_day"),
                   models.Index(fields=["person"], name="people_guest_person")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.event}"


class Engagement(Record):
    """An expert engaged flexibly by a firm: she keeps her post elsewhere and works here from a day to a day."""

    person = person_link()
    person_name = models.CharField("姓名", max_length=40)
    employer = models.CharField("工作单位", max_length=120, blank=True)
    kind = models.CharField("身份", max_length=20, choices=PersonKind.choices, default=PersonKind.EXPERT)
    mode = models.CharField("引进方式", max_length=20, choices=EngagementKind.choices)
    level = models.CharField("来自", max_length=10, choices=Level.choices, blank=True)
    origin = models.CharField("国内还是海外", max_length=12, choices=Origin.choices, blank=True)
    firm = models.ForeignKey("records.Body", models.PROTECT, verbose_name="引进单位", related_name="+")
    field = models.CharField("专业领域", max_length=40, blank=True)
    task = models.CharField("承担任务", max_length=120, blank=True)
    since = models.DateField("开始日期")
    until = models.DateField("截止日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    chains = models.ManyToManyField(Tag, verbose_name="产业链", blank=True, related_name="+")

    class Meta:
        verbose_name = "柔性引进"
        constraints = [
            one_per_key("people_engagement_key", "since", "person_name", "employer", "firm"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="people_engagement_order"),
        ]
        indexes = [models.Index(fields=["-since"], name="people_engagement_since"),
                   models.Index(fields=["person"], name="people_engagement_person")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.since} {self.get_mode_display()}"


class Selection(Record):
    """One edition of a selection or paper review of our own; who won is held as counts, by what and grade."""

    day = models.DateField("公布日期")
    schemes = models.ManyToManyField(Tag, verbose_name="奖项（计划）", related_name="+")
    scheme_key = models.CharField(max_length=120, blank=True, editable=False)
    edition = models.PositiveSmallIntegerField("届次", null=True, blank=True)
    kind = models.CharField("类别", max_length=24, choices=SelectionKind.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    judges = models.PositiveSmallIntegerField("评审专家人数", null=True, blank=True)
    document = models.CharField("公布文件", max_length=120, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "评选与论文评审"
        constraints = [one_per_key("people_selection_key", "day", "scheme_key")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"


class SelectionLine(CountedLine):
    """So many of a kind came in, so many of them were chosen in a grade; entries stand on one line of a kind."""

    root = "selection"
    scope_path = "selection__org"
    selection = models.ForeignKey(Selection, models.CASCADE, related_name="results")
    what = models.CharField("评的是", max_length=20, choices=Nominee.choices)
    grade = models.CharField(
        "等次", max_length=20, choices=SelectionGrade.choices, default=SelectionGrade.CHOSEN
    )
    entries = models.PositiveIntegerField("申报数", default=0)
    chosen = models.PositiveIntegerField("评出数", default=0)

    class Meta:
        verbose_name = "评选结果"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.chosen}"


class Inspection(Record):
    """Leaders who came, or went out: by post and number, never by name."""

    day = models.DateField("日期")
    title = models.CharField("事由", max_length=120)
    purpose = models.CharField("类别", max_length=20, choices=Purpose.choices)
    direction = models.CharField("方向", max_length=4, choices=Direction.choices, default=Direction.INWARD)
    level = models.CharField("领导层级", max_length=10, choices=Level.choices)
    place = models.CharField("所到县区", max_length=40, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")

    class Meta:
        verbose_name = "领导调研与慰问"
        constraints = [one_per_key("people_inspection_key", "day", "title")]
        indexes = [models.Index(fields=["-day"], name="people_inspection_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"


class Leaders(CountedLine):
    """So many leaders of one post from one body; `returning` of them had come before in the year."""

    root = "inspection"
    scope_path = "inspection__org"
    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="leaders")
    sender = models.CharField("所在班子（单位）", max_length=20, choices=Sender.choices)
    post = models.CharField("职务", max_length=20, choices=LeaderPost.choices)
    persons = models.PositiveSmallIntegerField("人数", default=1)
    returning = models.PositiveSmallIntegerField("其中本年已来过", default=0)

    class Meta:
        verbose_name = "领导"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(returning__lte=F("persons")), name="people_leaders_order")
        ]

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.persons}"
