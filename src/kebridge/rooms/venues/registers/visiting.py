"""Registers of museums, visits, tours and caravans."""

from typing import Any

from django.db.models import F, Sum

from kebridge.core.orgs.types import OrgType
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Lines, Register, Reporting
from kebridge.rooms.venues import queries
from kebridge.rooms.venues.enums import Milestone
from kebridge.rooms.venues.facts import visiting as facts
from kebridge.rooms.venues.models import Caravan, Group, Museum, TourDay, TourStop, Trip, TripStop, VisitDay
from kebridge.rooms.venues.rules import visiting as rules

ROOM, ROOM_TITLE = "venues", "科普场馆"
VENUES = (OrgType.MUSEUM, OrgType.YOUTH_CENTRE)


def _milestone(museum: Any) -> str:
    step = facts.stage_of(museum)
    return str(Milestone(step).label) if step else ""


MUSEUMS = Register(
    code="museums", title="场馆", noun="场馆", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Museum,
    facts=facts.museum_facts, natural_key=("name",), check=rules.check_museum, org_types=VENUES, day="opened",
    about_owner=True,
    help="科技馆的基本情况和建设进度：走到哪一步就补上哪一步的日期，前面的日期不改，过去的数就一直在。",
    sentence=lambda one: f"{one.name}，{_milestone(one)}",
    declared=(
        Field("name", help="馆名", example="演示市科技馆"),
        Field("approved", help="立项批复的日期", group="建设进度"),
        Field("started", help="开工的日期", group="建设进度"),
        Field("topped", help="主体完工（主体竣工、封顶）的日期", group="建设进度"),
        Field("fitting", help="启动布展的日期", group="建设进度"),
        Field("completed", help="竣工验收的日期", group="建设进度"),
        Field("opened", help="正式对公众开放的日期；在建的留空", example="2016-06-01"),
        Field("closed", help="永久闭馆的日期；临时闭馆不填"),
        Field("building_area", help="建筑面积，平方米", unit="平方米", group="面积"),
        Field("hall_area", help="常设展厅面积，平方米", unit="平方米", group="面积"),
    ),
    columns=("name", "org", "milestone", "opened", "closed", "building_area", "hall_area"),
    computed=(Computed("milestone", "阶段", value=_milestone),), search=("name",), order=("name",),
    words=dict(Milestone.choices),
    known_as=("科技馆", "科技馆新馆", "县级科技馆建设", "现代科技馆体系", "青少年课外活动中心", "立项", "主体竣工", "布展"),
)  # fmt: skip

VISITS = Register(
    code="visits", title="日参观登记", noun="日参观", unit="条", room=ROOM, room_title=ROOM_TITLE, model=VisitDay,
    facts=facts.visit_facts, natural_key=("day", "part"), day="day", recurs=True, org_types=VENUES, check=rules.check_visit,
    reporting=Reporting("month", VENUES),
    help="每馆每天一条，分散客和团体。团体接待另有登记，人数不再相加。",
    sentence=lambda one: (
        f"{one.day:%Y年%-m月%-d日}{one.get_part_display()}接待{one.individuals + one.grouped:,}人次，"
        f"其中团体{one.grouped:,}人次，{one.get_basis_display()}"
    ),
    declared=(
        Field("day", help="开放的日期", example="2024-03-05"),
        Field("part", help="馆内的哪个区域；只有展厅的都选展厅", example="展厅"),
        Field("individuals", help="散客进馆人次；闸机读数减去团体", unit="人次", example="420"),
        Field("grouped", help="团体进馆人次", unit="人次", example="86"),
    ),
    columns=("day", "org", "part", "individuals", "grouped", "total"),
    computed=(Computed("total", "合计", "人次", sql=F("individuals") + F("grouped")),),
    filters=("part",), totals=("individuals", "grouped", "total"), order=("-day", "pk"), default_basis="counted",
    words={"individual": "散客", "group": "团体"},
    known_as=("免费开放", "参观人次", "日参观", "年均参观量"),
)  # fmt: skip

GROUPS = Register(
    code="groups", title="团体接待", noun="团体", unit="个", room=ROOM, room_title=ROOM_TITLE, model=Group,
    facts=facts.group_facts, natural_key=("day", "body"), day="day", recurs=True, org_types=VENUES, check=rules.check_group,
    help="每天每个来访单位登记一条；当天再次进馆只改“进馆次数”，不另算一个团体。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}接待{one.body.name}{one.people}人",
    declared=(
        Field("day", help="来访日期", example="2024-03-05"),
        Field("body", help="来访单位全称", body_kind="school", example="演示县第一小学"),
        Field("people", help="实到人数；已含在日参观的团体人次里", unit="人", example="86"),
        Field("entries", help="当天进馆的次数；中午离馆下午再进填2", unit="次"),
        Field("contact", help="联系人姓名，加密保存", group="联系方式"),
        Field("phone", help="联系电话，加密保存", group="联系方式"),
    ),
    columns=("day", "body", "people", "entries", "org"), search=("body__name",), totals=("people",),
    order=("-day", "-pk"),
    known_as=("团体接待", "集体参观", "学校参观"),
)  # fmt: skip

TOURS = Register(
    code="tours", title="流动科技馆巡展", noun="巡展站点", unit="站", room=ROOM, room_title=ROOM_TITLE, model=TourStop,
    facts=facts.tour_facts, natural_key=("site", "opened"), day="opened", recurs=True, check=rules.check_tour,
    help="一站一条，逐日（或逐周）填写参观人次；跨年的站点按日期分别计入。",
    sentence=lambda one: f"{one.opened:%Y年%-m月%-d日}在{one.site}开展（{one.set_name}）",
    declared=(
        Field("set_name", help="第几套展品", example="第一套"),
        Field("site", help="站点全称", example="演示县文化馆"),
        Field("opened", help="对公众开展的日期", example="2024-03-05"),
        Field("closed", help="撤展的日期；还在展出的留空"),
    ),
    lines=Lines("days", TourDay, (
        Field("day", help="日期；按周汇总的填周日", example="2024-03-05"),
        Field("visitors", help="当天（当周）参观人次", unit="人次", example="640"),
    ), "参观人次", "stop"),
    columns=("opened", "site", "org", "set_name", "closed", "visitors"),
    computed=(Computed("visitors", "参观人次", "人次", sql=Sum("days__visitors")),),
    search=("site",), totals=("visitors",), order=("-opened", "-pk"), default_basis="counted",
    known_as=("流动科技馆", "区域常态化巡展", "巡展"),
)  # fmt: skip

CARAVANS = Register(
    code="caravans", title="科普大篷车", noun="大篷车", unit="辆", room=ROOM, room_title=ROOM_TITLE, model=Caravan,
    facts=facts.caravan_facts, natural_key=("code",), day="in_service", check=rules.check_caravan,
    help="车辆的启用和停用。", sentence=lambda one: f"{one.code}（{one.get_kind_display()}）",
    declared=(
        Field("code", help="车辆编号，不填车牌号", example="1号车"),
        Field("kind", help="车型", example="Ⅱ型"),
        Field("in_service", help="启用日期", example="2019-05-10"),
        Field("retired", help="停用日期；在用的留空"),
    ),
    columns=("code", "org", "kind", "in_service", "retired"), filters=("kind",), search=("code",), order=("org", "code"),
    known_as=("科普大篷车", "流动科普车"),
)  # fmt: skip

TRIPS = Register(
    code="trips", title="大篷车出车", noun="出车", unit="次", room=ROOM, room_title=ROOM_TITLE, model=Trip,
    facts=facts.trip_facts, natural_key=("vehicle", "day"), day="day", recurs=True, check=rules.check_trip,
    check_record=queries.odometer_faults, check_together=queries.odometer_faults_together,
    help="每车每天一条，里程由里程表读数相减，不另填。",
    sentence=lambda one: f"{one.day:%Y年%-m月%-d日}{one.vehicle}出车，{one.odometer_end - one.odometer_start}公里",
    declared=(
        Field("vehicle", help="车辆编号，与大篷车登记一致", example="1号车"),
        Field("day", help="出车日期", example="2024-03-05"),
        Field("odometer_start", help="出车时里程表读数，公里", unit="公里", example="23150"),
        Field("odometer_end", help="收车时里程表读数，公里", unit="公里", example="23236"),
    ),
    lines=Lines("stops", TripStop, (
        Field("body", help="到达的学校、社区、村的全称", body_kind="school", example="演示县第一小学"),
        Field("site", help="地点类别；“进校园”只算学校", example="学校"),
        Field("activities", help="在这一站开展了几次活动", unit="次", example="1"),
        Field("audience", help="服务人次", unit="人次", example="760"),
    ), "站点", "trip"),
    columns=("day", "vehicle", "org", "distance", "activities", "audience"),
    computed=(
        Computed("distance", "里程", "公里", sql=F("odometer_end") - F("odometer_start")),
        Computed("activities", "活动", "次", sql=Sum("stops__activities")),
        Computed("audience", "服务人次", "人次", sql=Sum("stops__audience")),
    ),
    search=("vehicle", "stops__body__name"), totals=("activities", "audience"), order=("-day", "-pk"),
    default_basis="counted",
    known_as=("大篷车进校园", "科普大篷车活动", "大篷车行程"),
)  # fmt: skip

VISITING = (MUSEUMS, VISITS, GROUPS, TOURS, CARAVANS, TRIPS)
