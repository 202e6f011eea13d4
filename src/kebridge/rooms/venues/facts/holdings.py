"""What holdings count: stocks from day to day; an exhibit works unless a repair order is open on it."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids

HALLS = "venues.halls"
HALL_AREA = "venues.hall_area"
EXHIBITS = "venues.exhibits"
EXHIBITS_WORKING = "venues.exhibits_working"
EXHIBITS_NEW = "venues.exhibits_new"
FAULTS = "venues.exhibit_faults"
REPAIRS = "venues.exhibit_repairs"
ROUTES = "venues.study_routes"
ROUTE_SITES = "venues.study_route_sites"
PARTNERSHIPS = "venues.partnerships"
PARTNERS_STANDING = "venues.partner_schools"
COURSES = "venues.courses"
COURSES_NEW = "venues.courses_developed"
TEACHERS = "venues.science_teachers"
FACILITIES = "venues.facilities"
FACILITIES_NEW = "venues.facilities_opened"

measures.register(
    Measure(HALLS, 306, "常设展厅数", "个", "halls", Nature.STOCK, family="展厅", help="时期末开放的常设展厅数"),
    Measure(HALL_AREA, 307, "展厅面积", "平方米", "halls", Nature.STOCK, family="展厅面积",
            help="时期末开放的展厅面积之和；没填面积的不算"),
    Measure(EXHIBITS, 313, "在展展品数", "件", "exhibits", Nature.STOCK, family="展品", help="时期末展出的展品件数，含在修的；渠道一栏分互动、静态"),
    Measure(EXHIBITS_WORKING, 314, "完好展品数", "件", "exhibits", Nature.STOCK, family="展品",
            help="时期末展出且没有未恢复的维修单的展品件数"),
    Measure(EXHIBITS_NEW, 315, "新增更新展品数", "件", "exhibits", family="新增展品", help="展出日期在时期内的展品件数"),
    Measure(FAULTS, 316, "展品报修件数", "件", "exhibits", family="报修", help="报修日期在时期内的故障件数；类别是故障原因"),
    Measure(REPAIRS, 317, "展品修复件数", "件", "exhibits", family="修复", help="恢复日期在时期内的件数；类别是故障原因"),
    Measure(ROUTES, 323, "科普研学线路数", "条", "study_routes", Nature.STOCK, family="研学线路", help="时期末在用的研学线路数"),
    Measure(ROUTE_SITES, 324, "研学线路研学点", "处", "study_routes", Nature.STOCK, subject_kind="body", family="研学点",
            help="在用线路上的研学点，去重"),
    Measure(PARTNERSHIPS, 325, "馆校合作签约数", "份", "school_partnerships", subject_kind="body", family="馆校合作",
            help="签约日期在时期内的合作；一所学校续签另算一份"),
    Measure(PARTNERS_STANDING, 326, "馆校合作学校", "所", "school_partnerships", Nature.STOCK, subject_kind="body",
            family="合作学校", help="合作有效的学校，去重"),
    Measure(COURSES, 327, "在用科学课程数", "门", "courses", Nature.STOCK, family="课程", help="时期末在用的课程数；等次一栏是学科，对象一栏是学段"),
    Measure(COURSES_NEW, 328, "新开发科学课程数", "门", "courses", family="新课程",
            help="开发完成日期在时期内的课程；等次一栏是对应学科"),
    Measure(TEACHERS, 329, "科学教师人数", "人", "teacher_counts", Nature.SNAPSHOT, family="科学教师",
            help="各县区、学校最近一次报的人数之和；县区合计与逐校登记不要重复；等次一栏是学校"),
    Measure(FACILITIES, 342, "基层科普设施数", "个", "facilities", Nature.STOCK, family="设施",
            help="时期末在用的科普广场、公园、大屏等，按类别限定；科技馆不在内"),
    Measure(FACILITIES_NEW, 343, "新建成开放的基层科普设施", "个", "facilities", family="新设施",
            help="建成开放日期在时期内的基层科普设施"),
)  # fmt: skip

Common = dict[str, Any]


def hall_facts(hall: Any) -> Iterable[FactRow]:
    common: Common = {"org": hall.org_id, "basis": hall.basis}
    yield from standing(HALLS, hall.opened, gone=hall.closed, **common)
    yield from standing(HALL_AREA, hall.opened, gone=hall.closed, quantity=hall.area or 0, **common)


def exhibit_facts(exhibit: Any) -> Iterable[FactRow]:
    """On show whatever its state; working from the day it is shown, less what waits for repair."""
    common: Common = {"org": exhibit.org_id, "basis": exhibit.basis,
                      "channel": "interactive" if exhibit.interactive else "static"}  # fmt: skip
    yield from standing(EXHIBITS, exhibit.on_show, gone=exhibit.retired, quantity=exhibit.count, **common)
    yield from standing(
        EXHIBITS_WORKING, exhibit.on_show, gone=exhibit.retired, quantity=exhibit.count, **common
    )
    yield FactRow(EXHIBITS_NEW, day=exhibit.on_show, quantity=exhibit.count, **common)
    for order in exhibit.repairs.all():
        yield FactRow(FAULTS, day=order.reported, quantity=order.items, kind=order.fault, **common)
        yield FactRow(EXHIBITS_WORKING, day=order.reported, quantity=-order.items, **common)
        if order.restored:
            yield FactRow(REPAIRS, day=order.restored, quantity=order.items, kind=order.fault, **common)
        # What is retired broken has left the count of the working already.
        if back := order.restored or exhibit.retired:
            yield FactRow(EXHIBITS_WORKING, day=back, quantity=order.items, **common)


def route_facts(route: Any) -> Iterable[FactRow]:
    common: Common = {
        "org": route.org_id,
        "basis": route.basis,
        "tags": tag_ids(route, "programmes", "items"),
    }
    yield from standing(ROUTES, route.since, route.until, **common)
    for stop in route.stops.all():
        yield from standing(ROUTE_SITES, route.since, route.until, subject=stop.body.subject_id, **common)


def partnership_facts(one: Any) -> Iterable[FactRow]:
    common: Common = {"org": one.org_id, "kind": one.kind, "subject": one.body.subject_id, "basis": one.basis}
    yield FactRow(PARTNERSHIPS, day=one.signed, **common)
    yield from standing(PARTNERS_STANDING, one.signed, one.until, **common)


def course_facts(course: Any) -> Iterable[FactRow]:
    common: Common = {"org": course.org_id, "kind": course.kind, "grade": course.subject, "audience": course.stage,
                      "basis": course.basis}  # fmt: skip
    yield FactRow(COURSES_NEW, day=course.developed, **common)
    yield from standing(COURSES, course.developed, gone=course.retired, **common)


def teacher_facts(one: Any) -> Iterable[FactRow]:
    """The school is part of the series: another school's number replaces nothing."""
    name = one.body.name if one.body_id else ""
    yield FactRow(TEACHERS, one.org_id, one.day, one.count, kind=one.kind, grade=name, basis=one.basis)


def facility_facts(one: Any) -> Iterable[FactRow]:
    common: Common = {"org": one.org_id, "kind": one.kind, "basis": one.basis,
                      "tags": tag_ids(one, "programmes", "items")}  # fmt: skip
    yield FactRow(FACILITIES_NEW, day=one.opened, quantity=one.count, **common)
    yield from standing(FACILITIES, one.opened, gone=one.closed, quantity=one.count, **common)
