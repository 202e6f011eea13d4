"""03-场馆参观: cards of the museums, the daily visits of each, the groups received."""

from datetime import date

from kebridge.casework.making.ground import (
    FIRST,
    LAST,
    SATURDAY,
    Page,
    Row,
    allocate,
    days,
    is_holiday,
    is_open,
    stream,
)

from . import names

GROUPS = 75
COUNTY_GROUPS = 8
CINEMA = 37_200  # of the city museum's visits
REENTRY = date(2024, 4, 18)  # a group that left at noon and came again: one group, two entries
MISTYPED = date(2024, 10, 3)  # typed wrong in this workbook, corrected in the last one
MISTYPED_BY = 2_000


def pages() -> list[Page]:
    visits, groups = [], []
    for venue in names.VENUES:
        received = _groups(venue)
        groups += received
        visits += _visits(venue, received)
    visits += _centre()
    return [
        Page("museums", _cards()),
        Page("visits", visits, "注：散客按闸机读数减团体；周一闭馆（法定假日除外）。"),
        Page("groups", groups, "注：团体人数已含在当日团体人次内。"),
    ]


def correct_hall_visit() -> Row:
    """The mistyped day as it should have been."""
    rows = _visits(names.VENUES[0], _groups(names.VENUES[0]), as_typed=False)
    row = next(row for row in rows if row.values["day"] == MISTYPED and row.values["part"] == "hall")
    return Row({**row.values, "note": "闸机日报复核后更正"})


def _cards() -> list[Row]:
    shared = {"building_area": "area", "hall_area": "hall"}
    rows = []
    for venue in (*names.VENUES, *names.BUILDING):
        areas = {name: getattr(venue, source) for name, source in shared.items()}
        stage = {"opened": venue.opened}
        if venue.opened is None:
            stage = {"topped": date(2024, 11, 20 if venue.county == "SQ" else 28)}
        rows.append(Row({"org": venue.name, "name": venue.name, **stage, **areas}))
    return rows


def _open_days(venue: names.Venue) -> list[date]:
    first = max(FIRST, venue.opened or FIRST)
    return [day for day in days(first, LAST) if is_open(day)]


def _weights(name: str, open_days: list[date]) -> list[float]:
    rng = stream(f"visits {name}")
    found = []
    for day in open_days:
        weight = 2.6 if day.weekday() >= SATURDAY else 1.0
        weight = 3.4 if is_holiday(day) else weight
        weight *= 1.7 if day.month in (7, 8) else 1.0
        found.append(weight * rng.uniform(0.75, 1.25))
    return found


def _groups(venue: names.Venue) -> list[Row]:
    rng = stream(f"groups {venue.code}")
    count = COUNTY_GROUPS if venue.county else GROUPS
    weekdays = [day for day in _open_days(venue) if day.weekday() < SATURDAY and not is_holiday(day)]
    chosen = sorted(rng.sample(weekdays, count))
    if not venue.county and REENTRY not in chosen:
        chosen = sorted([REENTRY, *chosen[1:]])
    counties = [venue.county] if venue.county else list(names.COUNTIES)
    rows = []
    for number, day in enumerate(chosen):
        first = 110 if venue.county else 60
        body = names.school(counties[number % len(counties)], first + number % 30)
        entries = 2 if not venue.county and day == REENTRY else 1
        people = rng.randint(30, 90) if venue.county else rng.randint(48, 190)
        rows.append(Row({"org": venue.name, "day": day, "body": body, "people": people, "entries": entries}))
    return rows


def _visits(venue: names.Venue, groups: list[Row], *, as_typed: bool = True) -> list[Row]:
    open_days = _open_days(venue)
    grouped: dict[date, int] = {}
    for group in groups:
        day = group.values["day"]
        grouped[day] = grouped.get(day, 0) + group.values["people"] * group.values["entries"]
    hall = venue.visits - (0 if venue.county else CINEMA)
    free = allocate(hall - sum(grouped.values()), _weights(venue.code, open_days), least=20)
    rows = [
        _visit(venue.name, day, "hall", individuals, grouped.get(day, 0))
        for day, individuals in zip(open_days, free, strict=True)
    ]
    if not venue.county:
        showing = [day for day in open_days if day.weekday() >= SATURDAY or day.month in (1, 2, 7, 8)]
        seats = allocate(CINEMA, _weights("cinema", showing), least=30)
        rows += [_visit(venue.name, day, "cinema", n, 0) for day, n in zip(showing, seats, strict=True)]
        if as_typed:
            wrong = next(
                row for row in rows if row.values["day"] == MISTYPED and row.values["part"] == "hall"
            )
            wrong.values["individuals"] += MISTYPED_BY
    return rows


def _centre() -> list[Row]:
    centre = names.YOUTH_CENTRE
    open_days = _open_days(centre)
    parts = allocate(centre.visits, _weights(centre.code, open_days), least=60)
    return [_visit(centre.name, day, "centre", n, 0) for day, n in zip(open_days, parts, strict=True)]


def _visit(org: str, day: date, part: str, individuals: int, grouped: int) -> Row:
    return Row({"org": org, "day": day, "part": part, "individuals": individuals, "grouped": grouped})
