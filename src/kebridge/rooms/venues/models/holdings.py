"""What venues hold and offer: halls, exhibits with repairs, study routes, partner schools, courses, facilities."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.ledger.models import Tag
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.venues.enums import (
    CourseKind,
    FacilityKind,
    Fault,
    PartnershipKind,
    Stage,
    TeacherKind,
)


class Hall(Record):
    """An exhibition hall of a museum, from the day it opened until it closed for good."""

    name = models.CharField("展厅", max_length=60)
    theme = models.CharField("主题", max_length=60, blank=True)
    area = models.PositiveIntegerField("面积", null=True, blank=True)
    opened = models.DateField("开放日期")
    closed = models.DateField("撤除日期", null=True, blank=True)

    class Meta:
        verbose_name = "展厅"
        constraints = [
            one_per_key("venues_hall_key", "name"),
            models.CheckConstraint(condition=Q(closed__gte=F("opened")), name="venues_hall_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Exhibit(Record):
    """An exhibit, or a set alike, on show from a day until it is retired."""

    code = models.CharField("编号", max_length=30)
    name = models.CharField("展品", max_length=80)
    hall = models.CharField("展厅", max_length=60, blank=True)
    interactive = models.BooleanField("互动展品", default=False)
    count = models.PositiveIntegerField("件数", default=1)
    on_show = models.DateField("展出日期")
    retired = models.DateField("撤展（报废）日期", null=True, blank=True)

    class Meta:
        verbose_name = "展品"
        constraints = [
            one_per_key("venues_exhibit_key", "code"),
            models.CheckConstraint(condition=Q(retired__gte=F("on_show")), name="venues_exhibit_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Repair(CountedLine):
    """A repair order: out of order from the day it was reported until the day it works again."""

    root = "exhibit"
    scope_path = "exhibit__org"
    exhibit = models.ForeignKey(Exhibit, models.CASCADE, related_name="repairs")
    reported = models.DateField("报修日期")
    started = models.DateField("开修日期", null=True, blank=True)
    restored = models.DateField("恢复日期", null=True, blank=True)
    fault = models.CharField("故障原因", max_length=12, choices=Fault.choices)
    items = models.PositiveIntegerField("故障件数", default=1)

    class Meta:
        verbose_name = "维修单"
        ordering = ["reported", "pk"]

    def __str__(self) -> str:
        return f"{self.exhibit_id} {self.reported}"


class StudyRoute(Record):
    """A route of science study tours, open from a day, with its stops."""

    name = models.CharField("线路名称", max_length=80)
    length = models.PositiveSmallIntegerField("行程天数", default=1)
    since = models.DateField("推出日期")
    until = models.DateField("停用日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "研学线路"
        constraints = [
            one_per_key("venues_route_key", "name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="venues_route_order"),
        ]

    def __str__(self) -> str:
        return self.name


class RouteStop(CountedLine):
    root = "route"
    scope_path = "route__org"
    route = models.ForeignKey(StudyRoute, models.CASCADE, related_name="stops")
    body = models.ForeignKey("records.Body", models.PROTECT, verbose_name="研学点", related_name="+")
    content = models.CharField("研学内容", max_length=80, blank=True)

    class Meta:
        verbose_name = "研学点"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.route_id} {self.body_id}"


class Partnership(Record):
    """An agreement of a museum with a school, in force from the day it was signed."""

    body = models.ForeignKey("records.Body", models.PROTECT, verbose_name="学校", related_name="+")
    kind = models.CharField("类别", max_length=12, choices=PartnershipKind.choices)
    signed = models.DateField("签约日期")
    until = models.DateField("有效期截止日期", null=True, blank=True)

    class Meta:
        verbose_name = "馆校合作"
        constraints = [
            one_per_key("venues_partnership_key", "body", "kind", "signed"),
            models.CheckConstraint(condition=Q(until__gte=F("signed")), name="venues_partnership_order"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.signed}"


class Course(Record):
    """A course of a museum or association, and what of the curriculum it ties to."""

    title = models.CharField("课程名称", max_length=80)
    kind = models.CharField("类别", max_length=12, choices=CourseKind.choices)
    subject = models.CharField("对应学科", max_length=40, blank=True)
    curriculum = models.CharField("对应课标内容", max_length=160, blank=True)
    stage = models.CharField("学段", max_length=10, choices=Stage.choices, blank=True)
    developed = models.DateField("开发完成日期")
    retired = models.DateField("停用日期", null=True, blank=True)
    partners = models.ManyToManyField("records.Body", verbose_name="合作单位", blank=True, related_name="+")

    class Meta:
        verbose_name = "科学课程"
        constraints = [
            one_per_key("venues_course_key", "title"),
            models.CheckConstraint(condition=Q(retired__gte=F("developed")), name="venues_course_order"),
        ]

    def __str__(self) -> str:
        return self.title


class TeacherCount(Record):
    """How many science teachers a county or school had on a day, as reported: no names."""

    day = models.DateField("截至日期")
    body = models.ForeignKey(
        "records.Body", models.PROTECT, null=True, blank=True, verbose_name="学校", related_name="+"
    )
    kind = models.CharField("类别", max_length=12, choices=TeacherKind.choices)
    count = models.PositiveIntegerField("人数")
    source = models.CharField("出处", max_length=160)

    class Meta:
        verbose_name = "科学教师人数"
        constraints = [one_per_key("venues_teachers_key", "day", "body", "kind")]

    def __str__(self) -> str:
        return f"{self.day} {self.count}"


class Facility(Record):
    """A small facility of popularization: a square, park, corridor, hall of a community, screens."""

    name = models.CharField("名称", max_length=80)
    kind = models.CharField("类别", max_length=16, choices=FacilityKind.choices)
    body = models.ForeignKey(
        "records.Body",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="建设（管理）单位",
        related_name="+",
    )
    count = models.PositiveIntegerField("个数", default=1)
    opened = models.DateField("建成开放日期")
    closed = models.DateField("停用日期", null=True, blank=True)
    programmes = models.ManyToManyField(Tag, verbose_name="品牌活动", blank=True, related_name="+")
    items = models.ManyToManyField(Tag, verbose_name="工作框架与事项", blank=True, related_name="+")

    class Meta:
        verbose_name = "基层科普设施"
        constraints = [
            one_per_key("venues_facility_key", "name"),
            models.CheckConstraint(condition=Q(closed__gte=F("opened")), name="venues_facility_order"),
        ]

    def __str__(self) -> str:
        return self.name
