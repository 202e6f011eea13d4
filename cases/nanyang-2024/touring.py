"""04-巡展与大篷车: stops of the travelling museum, six vehicles, every day out with its odometer."""

from datetime import date
from random import Random

from kebridge.casework.making.ground import (
    FIRST,
    LAST,
    SATURDAY,
    YEAR,
    Page,
    Row,
    allocate,
    days,
    is_holiday,
    stream,
)

from . import names

TOUR_VISITS = 246_000
STOPS = (  # county, set, first day, last day; the last one goes on into the next year
    ("NZ", "第一套", date(2024, 1, 6), date(2024, 3, 10)), ("NX", "第二套", date(2024, 2, 24), date(2024, 4, 28)),
    ("SQ", "第一套", date(2024, 3, 30), date(2024, 6, 2)), ("XC", "第二套", date(2024, 5, 18), date(2024, 7, 21)),
    ("TB", "第一套", date(2024, 6, 22), date(2024, 8, 25)), ("WC", "第二套", date(2024, 8, 10), date(2024, 10, 13)),
    ("WL", "第一套", date(2024, 9, 14), date(2024, 11, 17)), ("NX", "第二套", date(2024, 11, 9), date(2025, 1, 12)),
)  # fmt: skip
AFTER_NEW_YEAR = 640  # visitors a day of the last stop in 2025: they do not count for 2024

KILOMETRES = 20_346
ACTIVITIES = 270
AUDIENCE = 208_000
SCHOOLS = 238
CARAVANS = (  # code, owner, type, in service, reading at new year, days out, counties it serves
    ("1号车", "", "II", date(2017, 9, 1), 61_240, 62, ("WC", "WL", "NZ", "ZP")),
    ("2号车", "", "II", date(2021, 4, 12), 24_815, 58, ("NX", "XC", "SQ", "XY")),
    ("邓州1号", "DZ", "IV", date(2018, 6, 1), 43_902, 36, ("DZ",)),
    ("方城1号", "FC", "IV", date(2019, 5, 10), 38_117, 31, ("FC",)),
    ("西峡1号", "XX", "IV", date(2020, 3, 20), 29_660, 29, ("XX",)),
    ("唐河1号", "TH", "IV", date(2022, 10, 8), 15_208, 31, ("TH",)),
)
TWO_STOPS = 15  # days out with a second stop
OTHER_SITES = 18  # communities and villages
REVISITS = 6  # schools visited twice: counted once


def pages() -> list[Page]:
    return [Page("tours", _tours(), "注：每周三至周日开放，周一、周二检修。"), Page("caravans", _caravans()),
            Page("trips", _trips(), "注：里程由里程表读数相减；两次出车之间的保养行驶不计。")]  # fmt: skip


def _tours() -> list[Row]:
    rng = stream("tours")
    weekday_closed = (0, 1)
    stops = [
        (stop, [d for d in days(stop[2], stop[3]) if d.weekday() not in weekday_closed]) for stop in STOPS
    ]
    counted = [(n, day) for n, (_, shown) in enumerate(stops) for day in shown if day.year == YEAR]
    weights = [
        (2.0 if day.weekday() >= SATURDAY or is_holiday(day) else 1.0) * rng.uniform(0.8, 1.2)
        for _, day in counted
    ]
    visitors = dict(zip(counted, allocate(TOUR_VISITS, weights, least=80), strict=True))
    rows = []
    for n, ((county, set_name, opened, closed), shown) in enumerate(stops):
        site = f"{names.COUNTIES[county]}{'文化馆' if n != len(STOPS) - 1 else '图书馆'}"
        lines = [{"day": day, "visitors": visitors.get((n, day), AFTER_NEW_YEAR)} for day in shown]
        values = {"org": names.association(county), "set_name": set_name, "site": site, "opened": opened,
                  "closed": closed}  # fmt: skip
        rows.append(Row(values, lines))
    return rows


def _owner(county: str) -> str:
    return names.association(county) if county else names.MUSEUM


def _caravans() -> list[Row]:
    return [
        Row({"org": _owner(owner), "code": code, "kind": kind, "in_service": since})
        for code, owner, kind, since, *_ in CARAVANS
    ]


def _trips() -> list[Row]:
    rng = stream("trips")
    out = [(n, day) for n, caravan in enumerate(CARAVANS) for day in _days_out(rng, caravan[5])]
    stops = _stops(rng, out)
    _count(rng, stops)
    reach = [rng.uniform(70, 150) if not CARAVANS[n][1] else rng.uniform(30, 90) for n, _ in out]
    distances = allocate(KILOMETRES, reach, least=12)
    readings = [caravan[4] for caravan in CARAVANS]
    rows = []
    for (n, day), kilometres, lines in zip(out, distances, stops, strict=True):
        code, owner, *_ = CARAVANS[n]
        start = readings[n] + rng.randint(0, 9)
        readings[n] = start + kilometres
        values = {"org": _owner(owner), "vehicle": code, "day": day, "odometer_start": start,
                  "odometer_end": readings[n]}  # fmt: skip
        rows.append(Row(values, lines))
    return rows


def _days_out(rng: Random, count: int) -> list[date]:
    term = [
        d
        for d in days(FIRST, LAST)
        if d.weekday() < SATURDAY and not is_holiday(d) and d.month not in (2, 7, 8)
    ]
    return sorted(rng.sample(term, count))


def _stops(rng: Random, out: list[tuple[int, date]]) -> list[list[dict[str, object]]]:
    """Stops of each day out: `SCHOOLS` different schools, a few of them twice, the rest communities and villages."""
    places = list(range(len(out))) + sorted(rng.sample(range(len(out)), TWO_STOPS))
    kinds = ["other"] * OTHER_SITES + ["again"] * REVISITS
    kinds += ["new"] * (len(places) - len(kinds))
    if kinds.count("new") != SCHOOLS:
        raise ValueError(f"{kinds.count('new')} stops at new schools, not {SCHOOLS}")
    rng.shuffle(kinds)
    used: dict[str, int] = {}
    found: list[list[dict[str, object]]] = [[] for _ in out]
    for at, kind in zip(places, kinds, strict=True):
        county = rng.choice(CARAVANS[out[at][0]][6])
        site, number = "school", used.get(county, 0)
        if kind == "other":
            site = rng.choice(("community", "village"))
            body = (
                f"{names.COUNTIES[county]}{names.word(number + at)}{'社区' if site == 'community' else '村'}"
            )
        elif kind == "again" and number:
            body = names.school(county, rng.randrange(number))
            if any(line["body"] == body for line in found[at]):
                body = names.school(county, (number - 1) if body != names.school(county, number - 1) else 0)
        else:
            body, used[county] = names.school(county, number), number + 1
        found[at].append({"body": body, "site": site, "activities": 1})
    return found


def _count(rng: Random, stops: list[list[dict[str, object]]]) -> None:
    lines = [line for day in stops for line in day]
    for line in rng.sample(lines, ACTIVITIES - len(lines)):
        line["activities"] = 2
    audience = allocate(AUDIENCE, [rng.uniform(0.5, 1.5) for _ in lines], least=120)
    for line, people in zip(lines, audience, strict=True):
        line["audience"] = people
