"""Science for the city's industries, the spirit of scientists, meetings."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread, weekdays
from kebridge.casework.making.ground import Page, Row, pick_days, stream

from . import names, programmes

TALKS, SCREENINGS = 6, 85
PANELS = {"城区主题展区": 16, "科技馆大厅": 12, "高校巡展": 12, "园区巡展": 8}
INDUSTRY_TALKS = 24  # of 2024; 19 more stand in a summary of 2023
HOSTS = (
    "WC",
    "WL",
    "DZ",
    "FC",
    "XX",
    "ZP",
    "NX",
    "TH",
    "XY",
    "SQ",
)  # counties that provincial societies went to
FIRMS = 35


def rows() -> list[Row]:
    return [*_spirit(), *_industry(), *_hundred(), *_meetings()]


def materials() -> Page:
    days = (date(2024, 3, 20), date(2024, 5, 28), date(2024, 9, 10), date(2024, 11, 6))
    found = [
        Row({"org": names.CITY, "day": day, "kind": "panel", "title": f"科学家精神展板（{title}）", "quantity": number,
             "programmes": (programmes.SPIRIT,)})
        for day, (title, number) in zip(days, PANELS.items(), strict=True)
    ]  # fmt: skip
    leaflet = {"org": names.CITY, "day": date(2024, 9, 12), "kind": "leaflet", "title": "科普日宣传折页",
               "quantity": 46_000, "programmes": (programmes.SCIENCE_DAY,)}  # fmt: skip
    return Page("materials", [*found, Row(leaflet)])


def _spirit() -> list[Row]:
    rng = stream("spirit")
    year = weekdays(date(2024, 3, 1), date(2024, 11, 29))
    found = [
        activity(names.CITY, f"科学家精神报告会（第{n}场）", day, "lecture",
                 [session(day, "school" if n % 2 else "firm", "pupils" if n % 2 else "workers", rng.randint(180, 520))],
                 programmes=(programmes.SPIRIT,))
        for n, day in enumerate(pick_days(rng, year, TALKS), 1)
    ]  # fmt: skip
    counts = spread(rng, SCREENINGS, len(names.COUNTIES) - 1, 4)
    for number, (county, count) in enumerate(zip(list(names.COUNTIES)[:12], counts, strict=True)):
        shown = pick_days(rng, year, count)
        lines = [session(day, "school", "pupils", rng.randint(90, 420), body=names.school(county, 140 + n % 4))
                 for n, day in enumerate(shown)]  # fmt: skip
        found.append(activity(names.association(county), "科学家题材影片放映", shown[0], "screening", lines,
                              programmes=(programmes.SPIRIT,), level="county", note=f"第{number + 1}片区"))  # fmt: skip
    return found


def _industry() -> list[Row]:
    rng = stream("industry")
    start = date(2024, 10, 18)
    cooperation = (programmes.COOPERATION,)
    found = [
        activity(names.CITY, "优势产业科技赋能专项行动", start, "forum", [session(start, "other", "experts", 430)],
                 programmes=cooperation),
        activity(names.CITY, "特色产品展示", start, "exhibition", [session(start, "square", "public", 2_600)],
                 programmes=cooperation),
        activity(names.CITY, "企业技术需求集中对接", start, "matching",
                 [session(start + timedelta(days=n), "firm", "experts", 46 + 5 * n) for n in range(3)],
                 programmes=cooperation),
        activity(names.CITY, "医学影像与人工智能高质量发展会议", date(2024, 6, 21), "forum",
                 [session(date(2024, 6, 21), "other", "experts", 360)], programmes=(programmes.MEDICAL,)),
    ]  # fmt: skip
    # Two of the talks belong to the cooperation action as well: counted once each, under both names.
    talk_days = [
        start,
        start,
        *pick_days(rng, weekdays(date(2024, 3, 1), date(2024, 9, 30)), INDUSTRY_TALKS - 2),
    ]
    for number, day in enumerate(talk_days, 1):
        tags = (programmes.INDUSTRY_TALKS, *(cooperation if day == start else ()))
        line = session(day, "firm", "experts", rng.randint(60, 210))
        found.append(
            activity(names.CITY, f"产业发展报告（第{number}讲）", day, "lecture", [line], programmes=tags)
        )
    return found


def _hundred() -> list[Row]:
    """One visit a county; its sessions are firms. The seven societies of the province are partners."""
    found, firms = [], list(range(FIRMS))
    societies = programmes.PROVINCIAL_SOCIETIES
    for number, county in enumerate(HOSTS):
        day = date(2024, 7, 2) + timedelta(days=number * 3)
        here = firms[number :: len(HOSTS)]
        lines = [session(day + timedelta(days=n // 2), "firm", "workers", 18 + n, body=names.firm(70 + one))
                 for n, one in enumerate(here)]  # fmt: skip
        partners = tuple(f"河南省{societies[(number + shift) % len(societies)]}学会" for shift in range(2))
        found.append(activity(names.association(county), "省级学会专家入企问诊", day, "matching", lines,
                              programmes=(programmes.HUNDRED,), partners=partners, co_hosts=(names.CITY,)))  # fmt: skip
    return found


def _meetings() -> list[Row]:
    workers, plenary = date(2024, 5, 30), date(2024, 3, 1)
    found = [
        activity(names.CITY, "科技工作者日座谈会", workers, "meeting", [session(workers, "other", "experts", 68)],
                 programmes=(programmes.WORKERS_DAY,)),
        activity(names.CITY, "市科协全委会议", plenary, "meeting", [session(plenary, "other", "experts", 112)],
                 programmes=(programmes.PLENARY,)),
    ]  # fmt: skip
    for month in range(3, 13):
        day = date(2024, month, 15)
        line = session(day, "firm", "workers", 24 + month, body=names.firm(30 + month))
        found.append(activity(names.CITY, f"企业服务日（{month}月）", day, "matching", [line],
                              programmes=(programmes.ENTERPRISE_DAY,)))  # fmt: skip
    return found
