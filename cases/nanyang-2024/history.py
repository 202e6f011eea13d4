"""06-期初与往年: what stood before, last year by paper, a county's totals, months without anything."""

import calendar
from datetime import date

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, allocate, stream

from . import counties, names
from .programmes import (
    BRANDS,
    CAMPAIGNS,
    FILMS,
    INDUSTRY_TALKS,
    SCHOOL_MUSEUM,
    SCIENCE_DAY,
    SPIRIT,
    TRAINING,
)

STANDING_BEFORE = {"enterprise": 412, "university": 6, "township": 207}
TALKS_BEFORE = 19
MISSING = ("TB", 8)  # a county that sent nothing for a month of 2023
BOTH = ("XX", 5)  # a county whose month has singles and a total: the singles count
REPORT = "2023年度工作总结（演示）"
_ALL_BRANDS = "|".join(sorted(BRANDS))
_FILMS, _IN_SCHOOL = f"programme={FILMS}", f"place=school;programme={SCHOOL_MUSEUM}"
_YEAR_BEFORE = (
    ("NY", "venues.tour_visits", "", 228_400), ("NY", "venues.tour_stops", "", 7), ("NY", "venues.trips", "", 221),
    ("NY", "venues.distance", "", 18_730), ("NY", "venues.caravan_activities", "", 241),
    ("NY", "venues.caravan_audience", "", 186_300), ("NY", "venues.caravan_sites", "place=school", 206),
    ("KJG", "venues.groups", "", 68), ("NY", "venues.groups", "", 109), ("NY", "activities.online", "", 1_620_000),
    ("KJG", "activities.sessions", "kind=class;place=museum", 2_640), ("KJG", "activities.sessions", _FILMS, 52),
    ("KJG", "activities.sessions", _IN_SCHOOL, 58), ("KJG", "activities.sites", _IN_SCHOOL, 29),
    ("KJG", "activities.on_site", _IN_SCHOOL, 27_300), ("KJG", "activities.sessions", f"programme={TRAINING}", 9),
    ("NY", "activities.sessions", f"kind=lecture;programme={SPIRIT}", 5),
    ("NY", "activities.sessions", f"kind=screening;programme={SPIRIT}", 71),
    ("NY", "activities.materials", f"kind=panel;programme={SPIRIT}", 36),
    ("NY", "activities.materials", "", 39_800),
    ("NY", "activities.activities", f"org_type=base|museum|youth_centre;programme={SCIENCE_DAY}", 2_310),
    ("NY", "activities.on_site", f"org_type=base|museum|youth_centre;programme={SCIENCE_DAY}", 1_782_500),
    ("NY", "activities.partners", f"programme={SCIENCE_DAY}", 17),
    ("NY", "activities.sessions", f"programme={_ALL_BRANDS}", 204),
    ("NY", "activities.online", f"programme={_ALL_BRANDS}", 1_540_000),
    ("NY", "activities.programmes", f"programme={'|'.join(sorted(CAMPAIGNS))}", 4),
    ("NY", "activities.programmes", f"programme={_ALL_BRANDS}", 5), ("NY", "activities.on_site", f"programme={_ALL_BRANDS}", 38_900),
    ("NY", "activities.partners", f"programme={'|'.join(sorted(CAMPAIGNS))}", 2),
    ("NY", "activities.activities", f"kind=ceremony;programme={SCIENCE_DAY}", 1),
    ("NY", "activities.activities", "kind=meeting;programme=全国科技工作者日", 1),
    ("NY", "activities.activities", "kind=meeting;programme=全委会", 1), ("NY", "activities.sites", "", 412),
    ("NY", "venues.museum_openings", "org_type=museum", 0), ("NY", "venues.museum_openings", "", 0),
    ("NY", "organisations.founded", "", 52), ("NY", "activities.programmes", "", 21), ("NY", "venues.group_bodies", "", 97),
    ("NY", "venues.open_days", "", 1_842), ("NY", "venues.open_days", "org_type=museum", 1_842), ("KJG", "venues.open_days", "", 305),
    ("NY", "organisations.founded", "kind=society", 2), ("NY", "organisations.founded", "kind=enterprise", 31),
    ("NY", "organisations.founded", "kind=station", 5),
)  # fmt: skip
_ORGS = {"NY": names.CITY, "KJG": names.MUSEUM}


def pages() -> list[Page]:
    return [Page("opening_stocks", _opening()), Page("summary_returns", [*_visits_before(), *_work_before(), *_county()],
            "注：汇总数由单位盖章报送。"), Page("nil_returns", _nil()), Page("past_figures", _past())]  # fmt: skip


def _opening() -> list[Row]:
    shared = {"org": names.STOCK_HOLDER, "measure": "organisations.standing", "day": date(2023, 12, 31),
              "document": "2023年度组织统计表（演示）"}  # fmt: skip
    return [Row({**shared, "kind": kind, "quantity": count}) for kind, count in STANDING_BEFORE.items()]


def _summary(org: str, measure: str, since: date, until: date, quantity: int, **more: object) -> Row:
    return Row({"org": org, "measure": measure, "since": since, "until": until, "quantity": quantity, **more})


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _visits_before() -> list[Row]:
    rng = stream("visits before")
    rows = []
    for venue in (*names.VENUES, names.YOUTH_CENTRE):
        if venue.before:
            weights = [(1.7 if month in (7, 8) else 1.0) * rng.uniform(0.8, 1.2) for month in range(1, 13)]
            for month, visits in enumerate(allocate(venue.before, weights), 1):
                rows.append(
                    _summary(venue.name, "venues.visits", *_month(2023, month), visits, document="馆月报")
                )
    return rows


def _work_before() -> list[Row]:
    """Activities of 2023: counties by month, the city and its museum by year, the industry talks on their own."""
    rng = stream("work before")
    rows = []
    for county in names.COUNTIES:
        for month in range(1, 13):
            if (county, month) != MISSING:
                rows += _totals(
                    names.association(county), *_month(2023, month), rng.randint(2, 5), rng.randint(90, 240)
                )
    year = date(2023, 1, 1), date(2023, 12, 31)
    for org, activities, sessions, people in (
        (names.CITY, 2_466, 2_890, 1_846_200),
        (names.MUSEUM, 168, 2_790, 96_400),
    ):
        for measure, quantity in (("activities", activities), ("sessions", sessions), ("on_site", people)):
            rows.append(_summary(org, f"activities.{measure}", *year, quantity, document=REPORT))
    talks = _summary(names.CITY, "activities.sessions", *year, TALKS_BEFORE, kind="lecture",
                     programmes=(INDUSTRY_TALKS,), document="产业报告台账（演示）",
                     note="不在全市合计的2890场之内")  # fmt: skip
    return [*rows, talks]


def _totals(org: str, since: date, until: date, activities: int, each: int) -> list[Row]:
    values = {"activities": activities, "sessions": activities + 1, "on_site": activities * each}
    return [
        _summary(org, f"activities.{name}", since, until, n, document="月报表") for name, n in values.items()
    ]


def _county() -> list[Row]:
    """The county that sends totals only; and one month of another that sent both."""
    rng = stream("county totals")
    people = spread(rng, 9_870, 12, 300)
    rows = []
    for month, on_site in enumerate(people, 1):
        count = 2 + month % 3
        for name, quantity in (("activities", count), ("sessions", count + 1), ("on_site", on_site)):
            rows.append(_summary(names.association(names.SUMMARY_ONLY), f"activities.{name}", *_month(2024, month),
                                 quantity, document="桐柏县月报表（演示）"))  # fmt: skip
    both = _totals(names.association(BOTH[0]), *_month(2024, BOTH[1]), 4, 210)
    return [*rows, *both]


def _nil() -> list[Row]:
    county, month = counties.NIL
    since, until = _month(2024, month)
    rows = [Row({"org": names.association(county), "register": "activities", "since": since, "until": until,
                 "note": "春节期间没有活动"})]  # fmt: skip
    before_opening = (("新野县科技馆", date(2024, 2, 1), date(2024, 4, 30)),
                      *((venue.name, date(2024, 7, 1), date(2024, 12, 31)) for venue in names.BUILDING))  # fmt: skip
    rows += [
        Row({"org": org, "register": "visits", "since": since, "until": until, "note": "尚未开放"})
        for org, since, until in before_opening
    ]
    return rows


def _past() -> list[Row]:
    return [
        Row({"org": _ORGS[org], "metric": metric, "filters": filters, "since": date(2023, 1, 1),
             "until": date(2023, 12, 31), "value": value, "document": REPORT})
        for org, metric, filters, value in _YEAR_BEFORE
    ]  # fmt: skip
