"""05-期初与往年: what stood before the term, yearly totals of counties and societies, the museum's months, snapshots."""

import calendar
from datetime import date

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, allocate, stream

from . import names, organisations, programmes

LECTURES, HEARERS = 900, 242_600  # in totals, over five years
MISSING = ("XL", 2022)  # sent nothing for that year; a nil return stands for another
NIL = ("KT", 2021)
BOTH = ("DY", 2023)  # singles stand among the activities, so this total does not count
VISITS = {2021: 268_300, 2022: 214_700, 2023: 342_500, 2024: 371_900, 2025: 356_400}
REGISTERED = {2021: 14_200, 2022: 20_600, 2023: 26_900, 2024: 30_800}
SERVICES = {2021: 4_100, 2022: 8_300, 2023: 14_600, 2024: 20_900}
TEACHERS = {"DY": 812, "YX": 764, "HG": 356, "XS": 318, "XL": 274, "KT": 322}
SNAPSHOT = date(2025, 12, 15)
LAST_TERM = date(2015, 12, 16), date(2020, 12, 17)
BEFORE = (  # of the term before, by its report
    ("innovation.agreements", "kind=cooperation", 9), ("innovation.needs_solved", "level=key_problem|bottleneck", 131), ("people.guest_visits", "kind=academician", 28),
    ("people.engaged", "", 96), ("advice.passed_on", "kind=suggestion|motion", 64), ("projects.supported", "kind=societies", 88),
    ("organisations.founded", "kind=society", 3), ("activities.activities", f"programme={programmes.GEOLOGY}", 2),
)  # fmt: skip
SUMMER = 1.6


def pages() -> list[Page]:
    return [Page("opening_stocks", _opening()), Page("summary_returns", [*_telling(), *_visits()], "注：汇总数由单位盖章报送。"),
            Page("nil_returns", _nil()), Page("media_snapshots", _snapshots(), "注：平台累计数从不相加。"),
            Page("teacher_counts", _teachers()),
            Page("past_figures", _past(), "注：上一届的数出自当时的工作报告。")]  # fmt: skip


def _opening() -> list[Row]:
    shared = {"org": organisations.STOCK_HOLDER, "measure": "organisations.standing", "day": names.CONGRESS,
              "document": "第八次代表大会组织统计表（演示）"}  # fmt: skip
    return [Row({**shared, "kind": kind, "quantity": count}) for kind, count in organisations.OPENED.items()]


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), names.TODAY if year == names.YEARS[-1] else date(year, 12, 31)


def _telling() -> list[Row]:
    """Counties and societies by year. Daye's 2023 has singles too: the total stands by and does not count."""
    senders = [*names.COUNTIES, organisations.SOCIETIES_TOGETHER]
    cells = [
        (sender, year)
        for year in names.YEARS
        for sender in senders
        if (sender, year) not in (MISSING, NIL, BOTH)
    ]
    rng = stream("totals")
    sessions, people = spread(rng, LECTURES, len(cells), 8), spread(rng, HEARERS, len(cells), 2_000)
    rows = []
    for (sender, year), held, heard in zip([*cells, BOTH], [*sessions, 25], [*people, 4_800], strict=True):
        org = names.association(sender) if sender in names.COUNTIES else sender
        for measure, quantity in (("sessions", held), ("on_site", heard)):
            rows.append(_summary(org, f"activities.{measure}", *_year(year), quantity, kind="lecture",
                                 programmes=(programmes.TELLING,), document=f"{year}年宣讲活动汇总表（演示）"))  # fmt: skip
    return rows


def _summary(org: str, measure: str, since: date, until: date, quantity: int, **more: object) -> Row:
    return Row({"org": org, "measure": measure, "since": since, "until": until, "quantity": quantity, **more})


def _visits() -> list[Row]:
    rng = stream("visits")
    rows = []
    for year, visits in VISITS.items():
        weights = [(SUMMER if month in (7, 8) else 1.0) * rng.uniform(0.8, 1.2) for month in range(1, 13)]
        for month, count in enumerate(allocate(visits, weights), 1):
            last = min(date(year, month, calendar.monthrange(year, month)[1]), names.TODAY)
            rows.append(
                _summary(names.MUSEUM, "venues.visits", date(year, month, 1), last, count, document="馆月报")
            )
    return rows


def _nil() -> list[Row]:
    county, year = NIL
    return [
        Row({"org": names.association(county), "register": "activities", "since": date(year, 1, 1),
             "until": date(year, 12, 31), "note": "机构调整，当年没有开展宣讲"}),
        *(Row({"org": museum, "register": "visits", "since": date(2022, 3, 10), "until": names.TODAY, "note": "新馆尚未开放"})
          for museum in ("大冶市科技馆", "阳新县科技馆")),
    ]  # fmt: skip


def _snapshots() -> list[Row]:
    def one(day: date, observed: str, value: int) -> Row:
        return Row({"org": names.CITY, "day": day, "platform": "volunteers", "observed": observed, "value": value,
                    "source": "志愿服务平台后台首页截图（演示）"})  # fmt: skip

    rows = [one(date(year, 12, 31), "volunteers", value) for year, value in REGISTERED.items()]
    rows += [one(date(year, 12, 31), "activities", value) for year, value in SERVICES.items()]
    return [
        *rows,
        one(SNAPSHOT, "volunteers", 33_000),
        one(SNAPSHOT, "activities", 26_000),
        one(SNAPSHOT, "teams", 684),
    ]


def _teachers() -> list[Row]:
    """The year before stands too; it is replaced, not added to."""
    rows = []
    for year, less in ((2024, 40), (2025, 0)):
        for county, count in TEACHERS.items():
            source = f"{names.COUNTIES[county]}教育局{year}年科学教师统计表（演示）"
            rows.append(Row({"org": names.association(county), "day": date(year, 10, 20), "kind": "total",
                             "count": count - less, "source": source}))  # fmt: skip
    return rows


def _past() -> list[Row]:
    since, until = LAST_TERM
    shared = {"org": names.CITY, "since": since, "until": until, "document": "第七届工作报告（演示）"}
    rows = [
        Row({**shared, "metric": metric, "filters": filters, "value": value})
        for metric, filters, value in BEFORE
    ]
    museum = {
        "org": names.MUSEUM,
        "metric": "venues.visits",
        "since": date(2020, 1, 1),
        "until": date(2020, 12, 31),
    }
    return [
        *rows,
        Row({**shared, **museum, "filters": "", "value": 121_600, "document": "2020年馆工作总结（演示）"}),
    ]
