"""05-期初与往年: what stood before, the counties' yearly totals, years without anything, figures of the term before."""

from datetime import date

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, allocate, stream

from . import activities, names, programmes

STANDING_BEFORE = {"farmtech": 168, "village": 412, "school": 37}
MISSING, NIL = ("ZX", 2020), ("WDS", 2018)
SESSIONS, PEOPLE, VISITS = 260, 129_700, 1_086_400
BEFORE = "上届工作总结（演示）"
_SPANS = {2018: (names.OPENED, date(2018, 12, 31)), **{y: (date(y, 1, 1), date(y, 12, 31)) for y in range(2019, 2023)},
          2023: (date(2023, 1, 1), names.CLOSED)}  # fmt: skip
_TERM_BEFORE = (("activities.sessions", "programme=科普五进", 286), ("activities.on_site", "programme=科普五进", 141_300),
                ("contests.prizes", "level=city;scheme=青少年科技创新大赛", 3_610),
                ("designations.designated", "kind=academician_station|expert_station|joint_station;grade=named", 31))  # fmt: skip


def pages() -> list[Page]:
    return [Page("opening_stocks", _opening()), Page("summary_returns", [*_five(), *_visits()], "注：汇总数由单位盖章报送。"),
            Page("nil_returns", _nil()), Page("past_figures", _past())]  # fmt: skip


def _opening() -> list[Row]:
    shared = {"org": names.STOCK_HOLDER, "measure": "organisations.standing", "day": date(2018, 6, 27),
              "document": "2018年上半年组织统计表（演示）"}  # fmt: skip
    return [Row({**shared, "kind": kind, "quantity": count}) for kind, count in STANDING_BEFORE.items()]


def _summary(
    org: str, measure: str, span: tuple[date, date], quantity: int, document: str, *, five: bool = True
) -> Row:
    values = {
        "measure": measure,
        "since": span[0],
        "until": span[1],
        "quantity": quantity,
        "document": document,
    }
    return Row({"org": org, **values, "programmes": (programmes.FIVE,) if five else ()})


def _five() -> list[Row]:
    """One county sent nothing for a year; one says it held nothing; one sent singles as well, so its total stands back."""
    rng = stream("county returns")
    told = [(county, year) for county in names.COUNTIES for year in _SPANS
            if (county, year) not in (MISSING, NIL, activities.DETAIL)]  # fmt: skip
    counts, people = spread(rng, SESSIONS, len(told), 2), spread(rng, PEOPLE, len(told), 400)
    found = []
    for (county, year), count, on_site in zip(told, counts, people, strict=True):
        found += _of(county, year, count, on_site)
    return [*found, *_of(*activities.DETAIL, activities.COUNTY_SESSIONS - 1, 5_210), *_before_the_term()]


def _of(county: str, year: int, count: int, on_site: int) -> list[Row]:
    org, document = names.association(county), f"{names.COUNTIES[county]}{year}年五进活动统计表（演示）"
    values = {"activities": max(count - 1, 1), "sessions": count, "on_site": on_site}
    return [_summary(org, f"activities.{name}", _SPANS[year], n, document) for name, n in values.items()]


def _before_the_term() -> list[Row]:
    span = (date(2018, 1, 1), date(2018, 6, 27))
    return [
        _summary(names.association("FX"), "activities.sessions", span, 3, "房县2018年上半年统计表（演示）")
    ]


def _visits() -> list[Row]:
    parts = allocate(VISITS, [0.6, 1.3, 0.4, 1.0, 0.9, 1.1])
    return [_summary(names.MUSEUM, "venues.visits", _SPANS[year], visits, "馆年报（演示）", five=False)
            for year, visits in zip(_SPANS, parts, strict=True)]  # fmt: skip


def _nil() -> list[Row]:
    county, year = NIL
    since, until = _SPANS[year]
    closed = (date(2020, 2, 1), date(2020, 4, 30))
    return [Row({"org": names.association(county), "register": "activities", "since": since, "until": until,
                 "note": "下半年机构调整，没有活动"}),
            Row({"org": names.association("KFQ"), "register": "contest_editions", "since": closed[0], "until": closed[1],
                 "note": "疫情防控期间没有赛事"})]  # fmt: skip


def _past() -> list[Row]:
    return [Row({"org": names.CITY, "metric": metric, "filters": filters, "since": date(2013, 5, 16),
                 "until": date(2018, 6, 27), "value": value, "document": BEFORE})
            for metric, filters, value in _TERM_BEFORE]  # fmt: skip
