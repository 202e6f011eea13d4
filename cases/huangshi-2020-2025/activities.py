"""04-活动登记: what the city, its museum and one county held, session by session. The rest comes in totals."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread
from kebridge.casework.making.ground import Page, Row, pick_days, stream

from . import names, programmes

OWN_LECTURES, OWN_HEARERS = 128, 17_640  # of the city itself, over the term
COUNTY_LECTURES = 18  # of Daye in the year in which it sent both singles and a total
GEOLOGY = (  # edition, first day, last day, visitors as the organiser published them
    (3, date(2021, 5, 15), date(2021, 5, 19), 206_000), (4, date(2022, 9, 24), date(2022, 9, 28), 183_000),
    (5, date(2023, 5, 20), date(2023, 5, 24), 252_000), (6, date(2024, 5, 18), date(2024, 5, 22), 271_000),
    (7, date(2025, 5, 17), date(2025, 5, 21), 288_000),
)  # fmt: skip
SUMMIT = date(2023, 11, 17)
TRIPS = 23
_PLACES = (("firm", "workers"), ("office", "officials"), ("community", "residents"), ("school", "teachers"))


def pages() -> list[Page]:
    rows = [*_telling(), *_county_telling(), *_integrity(), *_spirit(), *_lectures(), *_geology(), *_summit(), *_trips(),
            *_carnival(), *_party(), *_not_held()]  # fmt: skip
    rows.sort(key=lambda row: (row.values["day"], row.values["org"], row.values["title"]))
    return [Page("activities", rows, "注：联合举办的活动由主办单位填报，其他单位不再填。")]


def _telling() -> list[Row]:
    """A round is an activity of several sessions; one round also belongs to the day of S&T workers."""
    rng = stream("telling")
    people = spread(rng, OWN_HEARERS, OWN_LECTURES, 40)
    days = names.in_term(rng, OWN_LECTURES)
    found = []
    for start in range(0, OWN_LECTURES, 4):
        first = days[start]
        lines = [
            session(first + timedelta(days=n), *_PLACES[(start + n) % 4], people.pop()) for n in range(4)
        ]
        tags = (programmes.TELLING, *((programmes.WORKERS_DAY,) if start == 40 else ()))
        found.append(
            activity(
                names.CITY, f"创新理论宣讲（第{start // 4 + 1}轮）", first, "lecture", lines, programmes=tags
            )
        )
    return found


def _county_telling() -> list[Row]:
    rng = stream("county telling")
    days = pick_days(rng, names.year_days(2023), COUNTY_LECTURES)
    return [
        activity(names.association("DY"), f"创新理论宣讲进基层（第{n}场）", day, "lecture",
                 [session(day, *_PLACES[n % 4], rng.randint(60, 240))], programmes=(programmes.TELLING,), level="county")
        for n, day in enumerate(days, 1)
    ]  # fmt: skip


def _integrity() -> list[Row]:
    rng = stream("integrity")
    return [
        activity(names.CITY, f"科研诚信与学风建设宣讲（第{n}场）", day, "lecture",
                 [session(day, "school" if n % 2 else "firm", "experts", rng.randint(80, 260))],
                 programmes=(programmes.INTEGRITY,))
        for n, day in enumerate(names.in_term(rng, 13), 1)
    ]  # fmt: skip


def _spirit() -> list[Row]:
    """Kept at the museum: exhibitions and talks, two ways of telling."""
    rng = stream("spirit")
    found = []
    for year in names.YEARS:
        shown, told = date(year, 5, 26), date(year, 5, 30)
        found += [
            activity(names.MUSEUM, f"弘扬科学家精神主题展（{year}年）", shown, "exhibition",
                     [session(shown + timedelta(days=n), "museum", "public", rng.randint(300, 700)) for n in range(5)],
                     programmes=(programmes.SPIRIT,)),
            activity(names.MUSEUM, f"科学家精神报告会（{year}年）", told, "lecture",
                     [session(told, "museum", "pupils", rng.randint(180, 320))],
                     programmes=(programmes.SPIRIT, programmes.WORKERS_DAY)),
        ]  # fmt: skip
    return found


def lecture_days() -> list[date]:
    return pick_days(stream("lectures"), names.workdays(date(2021, 5, 8), date(2025, 11, 28)), 26)


def _lectures() -> list[Row]:
    rng = stream("lecture people")
    return [
        activity(names.CITY, f"东楚科普大讲堂（第{n}期）", day, "lecture",
                 [session(day, ("museum", "school", "other")[n % 3], "public", rng.randint(200, 900))],
                 programmes=(programmes.LECTURES,))
        for n, day in enumerate(lecture_days(), 1)
    ]  # fmt: skip


def _geology() -> list[Row]:
    """Visitors are the organiser's count. In 2022 it was put off in May and held in September: one edition."""
    found = []
    for edition, first, last, visitors in GEOLOGY:
        line = session(first, "square", "public", visitors)
        found.append(activity(names.CITY, f"中国（黄石）地矿科普大会（{first.year}）", first, "festival", [line], until=last,
                              programmes=(programmes.GEOLOGY,), level="nation", edition=edition, basis="external",
                              note="游客人次出自承办方闭幕通报"))  # fmt: skip
    off = date(2022, 5, 14)
    found.append(activity(names.CITY, "中国（黄石）地矿科普大会（原定五月）", off, "festival", [session(off, "square", "public", 180_000)],
                          programmes=(programmes.GEOLOGY,), level="nation", edition=4, outcome="postponed",
                          note="延期到九月，原计划人数不计"))  # fmt: skip
    before = date(2019, 5, 18)
    found.append(activity(names.CITY, "中国（黄石）地矿科普大会（2019）", before, "festival",
                          [session(before, "square", "public", 150_000)], programmes=(programmes.GEOLOGY,), level="nation",
                          edition=2, basis="external", note="上一届举办，不在本届"))  # fmt: skip
    return found


def _summit() -> list[Row]:
    title, planned = programmes.SUMMIT, date(2023, 9, 8)
    shared = {"programmes": (title,), "level": "province"}
    return [
        activity(names.CITY, title, SUMMIT, "forum", [session(SUMMIT, "other", "experts", 420)],
                 co_hosts=(names.society(30),), **shared),
        activity(names.CITY, f"{title}（原定）", planned, "forum", [session(planned, "other", "experts", None)],
                 outcome="postponed", note="改期到十一月", **shared),
    ]  # fmt: skip


def _trips() -> list[Row]:
    """Two brands, twenty-three activities; two of them belong to both."""
    rng = stream("trips")
    found = []
    for number, day in enumerate(names.in_term(rng, TRIPS), 1):
        tags = (programmes.PROVINCE_TRIP,) if number % 2 else (programmes.EXPERTS_TRIP,)
        if number in (6, 15):
            tags = (programmes.PROVINCE_TRIP, programmes.EXPERTS_TRIP)
        lines = [
            session(day, "firm", "experts", rng.randint(40, 130), body=names.firm(40 + number * 3 + n))
            for n in range(2)
        ]
        found.append(activity(names.CITY, f"院会专家黄石行学术活动（第{number}场）", day, "matching", lines, programmes=tags,
                              level="province"))  # fmt: skip
    return found


def _carnival() -> list[Row]:
    day = date(2025, 9, 6)
    found = [activity(names.CITY, "全国科普月科普嘉年华", day, "festival",
                      [session(day + timedelta(days=n), "square", "public", 3_400 + 260 * n) for n in range(2)],
                      programmes=(programmes.CARNIVAL,), campaigns=(programmes.SCIENCE_MONTH,))]  # fmt: skip
    rng = stream("thousand")
    for number, one in enumerate(pick_days(rng, names.workdays(date(2025, 9, 1), date(2025, 9, 30)), 20), 1):
        line = session(one, "community", "residents", rng.randint(50, 260))
        found.append(activity(names.CITY, f"千场科普活动进社区（第{number}场）", one, "outreach", [line],
                              programmes=(programmes.THOUSAND,), campaigns=(programmes.SCIENCE_MONTH,)))  # fmt: skip
    return found


def _party() -> list[Row]:
    rng = stream("party series")
    found = []
    for tag, kind, count in (
        (programmes.PARTY_ACADEMIC, "forum", 9),
        (programmes.PARTY_SERVICE, "volunteering", 12),
    ):
        for number, day in enumerate(names.in_term(rng, count), 1):
            found.append(activity(names.CITY, f"{tag}（第{number}次）", day, kind,
                                  [session(day, "firm", "experts", rng.randint(30, 90))], programmes=(tag,)))  # fmt: skip
    return found


def _not_held() -> list[Row]:
    flood, covid, guided = date(2024, 7, 3), date(2022, 11, 22), date(2024, 10, 11)
    return [
        activity(names.CITY, "科研诚信与学风建设宣讲（暑期场）", flood, "lecture", [session(flood, "school", "experts", 150)],
                 programmes=(programmes.INTEGRITY,), outcome="cancelled", note="防汛取消"),
        activity(names.CITY, "创新理论宣讲（社区场）", covid, "lecture", [session(covid, "community", "residents", 120)],
                 programmes=(programmes.TELLING,), outcome="postponed", note="疫情延期，未再举办"),
        activity(names.CITY, "学会青年学术沙龙", guided, "forum", [session(guided, "other", "experts", 60)], role="guide",
                 note="由学会举办，本级指导"),
    ]  # fmt: skip


def duplicate() -> Row:
    """A round that is also in the last workbook, sent in twice."""
    return next(row for row in _telling() if row.values["title"].endswith("（第20轮）"))


def corrected() -> Row:
    """The last edition of the convention as the organiser corrected its visitors."""
    return next(row for row in _geology() if row.values["title"].endswith("（2025）"))


def as_first_told() -> list[Page]:
    """The sheet as first sent in: the visitors of the last convention were an estimate then."""
    made = pages()
    row = next(row for row in made[0].rows if row.values["title"].endswith("地矿科普大会（2025）"))
    row.lines[0]["on_site"] = 300_000
    return made
