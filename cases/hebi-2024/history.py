"""05-期初与往年: what stood before, the year before by paper with a county's month missing, months without anything."""

import calendar
from datetime import date

from kebridge.casework.making.ground import Page, Row, allocate, stream, table

from . import names
from . import programmes as tags

STANDING_BEFORE = {"enterprise": 63, "university": 3, "township": 41}
VISITS_BEFORE = 286_340
REPORT = "2023年度工作总结（演示）"
_YEAR = date(2023, 1, 1), date(2023, 12, 31)
_FOUR = "|".join(sorted(tags.FOUR))
_BEFORE = (
    (names.CITY, "organisations.founded", "", 7), (names.CITY, "organisations.founded", "kind=enterprise", 5),
    (names.CITY, "organisations.founded", "kind=hospital", 0), (names.CITY, "activities.online", "", 41_000),
    (names.CITY, "activities.sessions", f"kind=lecture|outreach;programme={tags.SCIENCE_DAY}", 108),
    (names.CITY, "activities.sessions", f"programme={_FOUR}", 47), (names.CITY, "venues.tour_stops", "", 1),
    (names.CITY, "venues.tour_visits", "", 31_400), (names.MUSEUM, "venues.groups", "", 41),
    (names.MUSEUM, "activities.sessions", f"programme={tags.THEMED}", 241),
    (names.MUSEUM, "activities.sessions", f"programme={tags.ROUTINE}", 2_310),
    (names.MUSEUM, "activities.on_site", f"programme={tags.ROUTINE}|{tags.THEMED}", 121_600),
    (names.CITY, "projects.granted", "kind=project", 9), (names.CITY, "projects.money_granted", "", 2_940_000),
    (names.CITY, "advice.instructed_principal", "level=city", 3), (names.CITY, "advice.studies", "", 6),
    (names.CITY, "honours.granted", "level=province", 3), (names.CITY, "media.coverage", "", 14),
    (names.CITY, "innovation.agreements", "", 9), (names.CITY, "innovation.investment", "", 2_800_000_000),
    (names.CITY, "designations.designated", "grade=named;level=nation|province", 6), (names.CITY, "works.trainings", "", 3),
)  # fmt: skip


def pages() -> list[Page]:
    opening = table(names.STOCK_HOLDER, "measure kind day quantity document",
                    *(("organisations.standing", kind, date(2023, 12, 31), count, "2023年度组织统计表（演示）")
                      for kind, count in STANDING_BEFORE.items()))  # fmt: skip
    past = [Row({"org": org, "metric": metric, "filters": filters, "since": _YEAR[0], "until": _YEAR[1], "value": value,
                 "document": REPORT}) for org, metric, filters, value in _BEFORE]  # fmt: skip
    return [Page("opening_stocks", opening), Page("summary_returns", [*_visits(), *_work()], "注：汇总数由单位盖章报送。"),
            Page("nil_returns", _nil()), Page("past_figures", past)]  # fmt: skip


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _summary(org: str, measure: str, span: tuple[date, date], quantity: int, document: str) -> Row:
    return Row(
        {
            "org": org,
            "measure": measure,
            "since": span[0],
            "until": span[1],
            "quantity": quantity,
            "document": document,
        }
    )


def _visits() -> list[Row]:
    rng = stream("hebi visits before")
    months = allocate(
        VISITS_BEFORE, [(1.6 if month in (7, 8) else 1.0) * rng.uniform(0.8, 1.2) for month in range(1, 13)]
    )
    return [
        _summary(names.MUSEUM, "venues.visits", _month(2023, m), n, "馆月报") for m, n in enumerate(months, 1)
    ]


def _work() -> list[Row]:
    """Activities of 2023: counties by month, one of them silent in July; the city and its museum by year."""
    rng = stream("hebi work before")
    found = []
    for county in names.COUNTIES:
        for month in range(1, 13):
            if (county, month) == names.MISSING_BEFORE:
                continue
            count, each = rng.randint(2, 4), rng.randint(60, 200)
            for name, quantity in (("activities", count), ("sessions", count + 1), ("on_site", count * each)):
                found.append(
                    _summary(
                        names.association(county),
                        f"activities.{name}",
                        _month(2023, month),
                        quantity,
                        "月报表",
                    )
                )
    yearly = ((names.CITY, 148, 171, 26_400), (names.MUSEUM, 152, 2_551, 121_600))
    for org, activities, sessions, people in yearly:
        for name, quantity in (("activities", activities), ("sessions", sessions), ("on_site", people)):
            found.append(_summary(org, f"activities.{name}", _YEAR, quantity, REPORT))
    return found


def _nil() -> list[Row]:
    county, month = names.NIL
    since, until = _month(2024, month)
    return table(
        names.association(county),
        "register since until note",
        ("activities", since, until, "春节期间没有活动"),
    )
