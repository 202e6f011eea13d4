"""03-科技馆: visits at the gate, groups, the travelling museum; and the museum's activities, which are another number."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread
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
    month_days,
    pick_days,
    stream,
)

from . import names, programmes

VISITS, CINEMA = 318_460, 41_300  # everybody who came in, of them to the 4D cinema
THEMED, ROUTINE = 276, 2_560  # sessions of the museum's activities
THEMED_PEOPLE, ROUTINE_PEOPLE = 52_180, 86_340  # who took part in them: most visitors take part in none
GROUPS = 46
MISTYPED, MISTYPED_BY = date(2024, 5, 2), 3_000
TOUR_FROM, TOUR_UNTIL = date(2024, 9, 5), date(2024, 11, 4)
THEMES = ("科学家故事会", "天文观测夜", "应急避险体验营", "镁光实验秀", "航天主题展演", "低碳生活工坊")
COURSES = (
    "4D科学影院导赏",
    "机器人编程课",
    "生存环境剧场讲解",
    "趣味化学课",
    "小小讲解员课",
    "科学绘本课",
    "标本制作课",
    "电磁表演",
)


def pages() -> list[Page]:
    groups = _groups()
    card = {"org": names.MUSEUM, "name": names.MUSEUM, "opened": date(2016, 6, 1),
            "building_area": 12_800, "hall_area": 6_900}  # fmt: skip
    return [Page("museums", [Row(card)]), Page("visits", visits(groups), "注：散客按闸机读数减团体；参加活动的人数另在活动里登记。"),
            Page("groups", groups), Page("tours", _tours(), "注：跨年的站点按日期分别计入。")]  # fmt: skip


def _weights(name: str, among: list[date]) -> list[float]:
    rng = stream(f"hebi {name}")
    return [(2.4 if day.weekday() >= SATURDAY or is_holiday(day) else 1.0) * (1.6 if day.month in (7, 8) else 1.0)
            * rng.uniform(0.8, 1.2) for day in among]  # fmt: skip


def _groups() -> list[Row]:
    rng = stream("hebi groups")
    weekdays = [
        day for day in days(FIRST, LAST) if day.weekday() < SATURDAY and is_open(day) and not is_holiday(day)
    ]
    counties = list(names.COUNTIES)
    return [
        Row({"org": names.MUSEUM, "day": day, "body": names.school(counties[n % 5], 20 + n // 5),
             "people": rng.randint(40, 180), "entries": 2 if n == 7 else 1})
        for n, day in enumerate(sorted(rng.sample(weekdays, GROUPS)))
    ]  # fmt: skip


def visits(groups: list[Row], *, as_typed: bool = True) -> list[Row]:
    """One row a day and part; one day is mistyped here and corrected in the last workbook."""
    grouped = {row.values["day"]: row.values["people"] * row.values["entries"] for row in groups}
    opened = [day for day in days(FIRST, LAST) if is_open(day)]
    hall = allocate(VISITS - CINEMA - sum(grouped.values()), _weights("hall", opened), least=40)
    rows = [_visit(day, "hall", n, grouped.get(day, 0)) for day, n in zip(opened, hall, strict=True)]
    showing = [day for day in opened if day.weekday() >= SATURDAY or day.month in (7, 8)]
    seats = allocate(CINEMA, _weights("cinema", showing), least=30)
    rows += [_visit(day, "cinema", n, 0) for day, n in zip(showing, seats, strict=True)]
    if as_typed:
        wrong = next(row for row in rows if row.values["day"] == MISTYPED)
        wrong.values["individuals"] += MISTYPED_BY
    return rows


def correct_visit() -> Row:
    """The mistyped day as it should have been."""
    row = next(row for row in visits(_groups(), as_typed=False) if row.values["day"] == MISTYPED)
    return Row({**row.values, "note": "闸机日报复核后更正"})


def _visit(day: date, part: str, individuals: int, grouped: int) -> Row:
    return Row(
        {"org": names.MUSEUM, "day": day, "part": part, "individuals": individuals, "grouped": grouped}
    )


def _tours() -> list[Row]:
    """One stop of two months; and one that opened the year before and went on into January: no stop of this year."""
    rng = stream("hebi tours")
    stops = (("JX", "浚县文化中心", date(2023, 11, 18), date(2024, 1, 14), 120),
             ("QX", "淇县会展中心", TOUR_FROM, TOUR_UNTIL, 380))  # fmt: skip
    found = []
    for county, site, opened, closed, least in stops:
        lines = [
            {"day": day, "visitors": least + rng.randint(0, least)}
            for day in days(opened, closed)
            if is_open(day)
        ]
        values = {
            "org": names.association(county),
            "set_name": "第一套",
            "site": site,
            "opened": opened,
            "closed": closed,
        }
        found.append(Row(values, lines))
    return found


def activities() -> list[Row]:
    return [*_series(THEMES, THEMED, THEMED_PEOPLE, "exhibition", programmes.THEMED),
            *_series(COURSES, ROUTINE, ROUTINE_PEOPLE, "class", programmes.ROUTINE)]  # fmt: skip


def _series(titles: tuple[str, ...], count: int, people: int, kind: str, programme: str) -> list[Row]:
    """Every title once a month; a third of the themed ones outside the museum, some also online."""
    rng = stream(f"hebi {programme}")
    cells = [(title, month) for month in range(1, 13) for title in titles]
    counts = allocate(count, [rng.uniform(0.8, 1.2) for _ in cells], least=2)
    parts = iter(spread(rng, people, count, 8))
    found = []
    for number, ((title, month), sessions) in enumerate(zip(cells, counts, strict=True)):
        is_out = programme == programmes.THEMED and number % 3 == 0
        shown = pick_days(rng, [day for day in month_days(month) if is_open(day)], sessions)
        lines = [
            session(day, "community" if is_out else "museum", "public" if is_out else "pupils", next(parts))
            for day in shown
        ]
        more = {}
        if programme == programmes.THEMED and number % 8 == 0:
            lines[0]["online"] = 1_200 + 40 * number
            more["form"] = "mixed"
        tags = (
            programme,
            *((programmes.SCIENCE_DAY,) if month == 9 and programme == programmes.THEMED else ()),
        )
        found.append(
            activity(names.MUSEUM, f"{title}（{month}月）", shown[0], kind, lines, programmes=tags, **more)
        )
    return found


def in_schools() -> list[Row]:
    """Lessons at the cooperating schools; they are cooperation, neither themed nor routine."""
    rng = stream("hebi schools")
    counties = list(names.COUNTIES)
    found = []
    for n in range(10):
        day = date(2024, 10, 8) + timedelta(days=2 * n)
        body = names.school(counties[n % 5], 40 + n)
        line = session(day, "school", "pupils", rng.randint(120, 260), body=body)
        found.append(activity(names.association(counties[n % 5]), f"科学课程走进{body}", day, "class", [line],
                              programmes=(programmes.SCHOOLS,), level="county", co_hosts=(names.MUSEUM,)))  # fmt: skip
    return found
