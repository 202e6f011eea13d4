"""Museums, daily visits, groups, tour stops, caravans and their trips."""

from django.db import models
from django.db.models import F, Q

from kebridge.core.ledger.counted import CountedLine
from kebridge.core.privacy.fields import EncryptedTextField
from kebridge.core.records.models import Record, one_per_key
from kebridge.rooms.venues.enums import SiteKind, VehicleKind, VisitPart


class Museum(Record):
    """The card of a museum, owned by its own organisation; each step of building keeps its own day."""

    name = models.CharField("馆名", max_length=80)
    approved = models.DateField("立项日期", null=True, blank=True)
    started = models.DateField("开工日期", null=True, blank=True)
    topped = models.DateField("主体完工日期", null=True, blank=True)
    fitting = models.DateField("启动布展日期", null=True, blank=True)
    completed = models.DateField("竣工验收日期", null=True, blank=True)
    opened = models.DateField("开馆日期", null=True, blank=True)
    closed = models.DateField("闭馆日期", null=True, blank=True)
    building_area = models.PositiveIntegerField("建筑面积", null=True, blank=True)
    hall_area = models.PositiveIntegerField("展厅面积", null=True, blank=True)

    class Meta:
        verbose_name = "场馆"
        constraints = [
            one_per_key("venues_museum_key", "name"),
            models.CheckConstraint(condition=Q(closed__gte=F("opened")), name="venues_museum_order"),
        ]

    def __str__(self) -> str:
        return self.name


class VisitDay(Record):
    """A museum's visitors on one day in one part of it."""

    day = models.DateField("日期")
    part = models.CharField("区域", max_length=10, choices=VisitPart.choices, default=VisitPart.HALL)
    individuals = models.PositiveIntegerField("散客人次")
    grouped = models.PositiveIntegerField("团体人次", default=0)

    class Meta:
        verbose_name = "日参观"
        constraints = [one_per_key("venues_visit_key", "day", "part")]
        indexes = [models.Index(fields=["org", "-day"], name="venues_visit_org_day"),
                   models.Index(fields=["-day"], name="venues_visit_day")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.individuals + self.grouped}"


class Group(Record):
    """A group received; its people are in the day's visits already and are not added to them."""

    day = models.DateField("日期")
    body = models.ForeignKey("records.Body", models.PROTECT, verbose_name="来访单位", related_name="+")
    people = models.PositiveIntegerField("人数")
    entries = models.PositiveSmallIntegerField("进馆次数", default=1)
    contact = EncryptedTextField("联系人", blank=True)
    phone = EncryptedTextField("联系电话", blank=True)

    class Meta:
        verbose_name = "团体接待"
        constraints = [one_per_key("venues_group_key", "day", "body")]

    def __str__(self) -> str:
        return f"{self.day} {self.body_id}"


class TourStop(Record):
    """A stop of the travelling museum, with its visitors by day or week."""

    set_name = models.CharField("展品套", max_length=40)
    site = models.CharField("站点", max_length=100)
    opened = models.DateField("开展日期")
    closed = models.DateField("撤展日期", null=True, blank=True)

    class Meta:
        verbose_name = "巡展站点"
        constraints = [
            one_per_key("venues_tour_key", "site", "opened"),
            models.CheckConstraint(condition=Q(closed__gte=F("opened")), name="venues_tour_order"),
        ]

    def __str__(self) -> str:
        return self.site


class TourDay(CountedLine):
    root = "stop"
    scope_path = "stop__org"
    stop = models.ForeignKey(TourStop, models.CASCADE, related_name="days")
    day = models.DateField("日期")
    visitors = models.PositiveIntegerField("参观人次")

    class Meta:
        verbose_name = "站点参观"
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day} {self.visitors}"


class Caravan(Record):
    """A vehicle."""

    code = models.CharField("车辆编号", max_length=20)
    kind = models.CharField("车型", max_length=4, choices=VehicleKind.choices)
    in_service = models.DateField("启用日期")
    retired = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        verbose_name = "科普大篷车"
        constraints = [
            one_per_key("venues_caravan_key", "code"),
            models.CheckConstraint(condition=Q(retired__gte=F("in_service")), name="venues_caravan_order"),
        ]

    def __str__(self) -> str:
        return self.code


class Trip(Record):
    """A caravan's day out; the distance is the difference of the odometer."""

    vehicle = models.CharField("车辆编号", max_length=20)
    day = models.DateField("日期")
    odometer_start = models.PositiveIntegerField("出车里程表")
    odometer_end = models.PositiveIntegerField("收车里程表")

    class Meta:
        verbose_name = "大篷车出车"
        constraints = [
            one_per_key("venues_trip_key", "vehicle", "day"),
            models.CheckConstraint(
                condition=Q(odometer_end__gte=F("odometer_start")), name="venues_trip_order"
            ),
        ]
        indexes = [models.Index(fields=["vehicle", "odometer_start"], name="venues_trip_vehicle"),
                   models.Index(fields=["-day"], name="venues_trip_day")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.vehicle} {self.day}"


class TripStop(CountedLine):
    root = "trip"
    scope_path = "trip__org"
    trip = models.ForeignKey(Trip, models.CASCADE, related_name="stops")
    body = models.ForeignKey("records.Body", models.PROTECT, verbose_name="到达单位", related_name="+")
    site = models.CharField("地点类别", max_length=12, choices=SiteKind.choices)
    activities = models.PositiveSmallIntegerField("活动次数", default=1)
    audience = models.PositiveIntegerField("服务人次")

    class Meta:
        verbose_name = "站点"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.trip_id} {self.body_id}"
