"""What venues count. A group's people are inside the day's visits: groups count bodies and batches only."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing
from kebridge.rooms.venues.enums import Milestone

METRES = 1000

MUSEUMS_OPEN = "venues.museums_open"
OPENINGS = "venues.museum_openings"
TOPPED = "venues.museums_topped"
MILESTONES = "venues.museum_milestones"
BUILDING = "venues.museums_building"
VISITS = "venues.visits"
OPEN_DAYS = "venues.open_days"
GROUPS = "venues.groups"
GROUP_BODIES = "venues.group_bodies"
TOUR_STOPS = "venues.tour_stops"
TOUR_VISITS = "venues.tour_visits"
CARAVANS = "venues.caravans"
TRIPS = "venues.trips"
DISTANCE = "venues.distance"
CARAVAN_ACTIVITIES = "venues.caravan_activities"
CARAVAN_AUDIENCE = "venues.caravan_audience"
CARAVAN_SITES = "venues.caravan_sites"

measures.register(
    Measure(MUSEUMS_OPEN, 301, "开放的科技馆", "个", "museums", Nature.STOCK, family="馆", help="时期末对公众开放的馆数"),
    Measure(OPENINGS, 302, "新开馆数", "个", "museums", family="馆", help="开馆日期在时期内的馆数"),
    Measure(TOPPED, 303, "主体完工的在建馆", "个", "museums", Nature.STOCK, family="在建馆",
            help="主体已完工、尚未开放的馆数，含布展和竣工的"),
    Measure(MILESTONES, 304, "场馆建设进展", "个", "museums", family="建设进展",
            help="立项、开工、主体完工、布展、竣工、开放的日期在时期内的馆数，按步骤（类别）分，几步不相加"),
    Measure(BUILDING, 305, "在建馆（按阶段）", "个", "museums", Nature.STOCK, family="在建馆阶段",
            help="时期末处于该阶段（类别）的在建馆数，进入下一步就不再算在上一步；不限定就是全部在建馆"),
    Measure(VISITS, 311, "参观人次", "人次", "visits", family="参观",
            help="进馆人次，散客加团体；同一人一天进两次算两人次"),
    Measure(OPEN_DAYS, 312, "开放天数", "天", "visits", family="天", help="有参观记录的天数；多个馆时为各馆之和"),
    Measure(GROUPS, 321, "接待团体数", "个", "groups", family="团体",
            help="每天每个来访单位算一个团体；当天再次进馆不另算"),
    Measure(GROUP_BODIES, 322, "来访单位", "家", "groups", subject_kind="body", family="单位", help="来访单位，去重"),
    Measure(TOUR_STOPS, 331, "巡展站数", "站", "tours", family="站", help="开展日期在时期内的站数"),
    Measure(TOUR_VISITS, 332, "巡展参观人次", "人次", "tours", family="巡展参观", help="流动科技馆各站的参观人次"),
    Measure(CARAVANS, 341, "在用大篷车", "辆", "caravans", Nature.STOCK, family="辆", help="时期末在用的车辆数"),
    Measure(TRIPS, 351, "大篷车出车次数", "次", "trips", family="车次", help="每车每天算一次出车"),
    Measure(DISTANCE, 352, "大篷车行驶里程", "公里", "trips", scale=METRES, family="里程", help="收车减出车的里程表读数之差"),
    Measure(CARAVAN_ACTIVITIES, 353, "大篷车活动次数", "次", "trips", family="次", help="各站点开展的活动次数"),
    Measure(CARAVAN_AUDIENCE, 354, "大篷车服务人次", "人次", "trips", family="大篷车服务", help="各站点的服务人次"),
    Measure(CARAVAN_SITES, 355, "大篷车到过的单位", "家", "trips", subject_kind="body", family="单位",
            help="到达单位，去重；按学校、社区、乡村分类"),
)  # fmt: skip


STEPS = tuple(Milestone.values[:-1])  # a closed museum is not under construction
_TOPPED_FROM = (Milestone.TOPPED, Milestone.FITTING, Milestone.COMPLETED)


def stage_of(museum: Any) -> str:
    """The last step that has a day; of a museum whose opening is not known, none."""
    reached = [step for step in Milestone.values if getattr(museum, step)]
    return reached[-1] if reached else ""


def museum_facts(museum: Any) -> Iterable[FactRow]:
    """Every step counts on its own day, so what stood before a later step stands in the past for ever."""
    common = {"org": museum.org_id, "basis": museum.basis}
    if museum.opened:
        yield from standing(MUSEUMS_OPEN, museum.opened, gone=museum.closed, **common)
        yield FactRow(OPENINGS, day=museum.opened, **common)
    topped = [day for step in _TOPPED_FROM if (day := getattr(museum, step))]
    if topped and (not museum.opened or min(topped) < museum.opened):
        yield from standing(TOPPED, min(topped), gone=museum.opened, **common)
    steps = [(step, day) for step in STEPS if (day := getattr(museum, step))]
    for step, day in steps:
        yield FactRow(MILESTONES, day=day, kind=step, **common)
    for (step, day), (_, left) in zip(steps, [*steps[1:], ("", None)], strict=True):
        if step != Milestone.OPENED:
            yield from standing(BUILDING, day, gone=left, kind=step, **common)


def visit_facts(visit: Any) -> Iterable[FactRow]:
    common = {"org": visit.org_id, "day": visit.day, "place": visit.part, "basis": visit.basis}
    if visit.individuals:
        yield FactRow(VISITS, quantity=visit.individuals, kind="individual", **common)
    if visit.grouped:
        yield FactRow(VISITS, quantity=visit.grouped, kind="group", **common)
    if visit.part == "hall":
        yield FactRow(OPEN_DAYS, **common)


def group_facts(group: Any) -> Iterable[FactRow]:
    common = {"org": group.org_id, "day": group.day, "basis": group.basis}
    yield FactRow(GROUPS, **common)
    yield FactRow(GROUP_BODIES, subject=group.body.subject_id, **common)


def tour_facts(stop: Any) -> Iterable[FactRow]:
    yield FactRow(TOUR_STOPS, stop.org_id, stop.opened, basis=stop.basis)
    for line in stop.days.all():
        if line.visitors:
            yield FactRow(TOUR_VISITS, stop.org_id, line.day, line.visitors, basis=stop.basis)


def caravan_facts(caravan: Any) -> Iterable[FactRow]:
    common = {"org": caravan.org_id, "kind": caravan.kind, "basis": caravan.basis}
    yield from standing(CARAVANS, caravan.in_service, gone=caravan.retired, **common)


def trip_facts(trip: Any) -> Iterable[FactRow]:
    common = {"org": trip.org_id, "day": trip.day, "basis": trip.basis}
    yield FactRow(TRIPS, **common)
    metres = (trip.odometer_end - trip.odometer_start) * METRES
    if metres:
        yield FactRow(DISTANCE, quantity=metres, **common)
    for stop in trip.stops.all():
        where = {"place": stop.site, **common}
        if stop.activities:
            yield FactRow(CARAVAN_ACTIVITIES, quantity=stop.activities, **where)
        if stop.audience:
            yield FactRow(CARAVAN_AUDIENCE, quantity=stop.audience, **where)
        yield FactRow(CARAVAN_SITES, subject=stop.body.subject_id, **where)
