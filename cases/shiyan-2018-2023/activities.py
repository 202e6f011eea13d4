"""04-科普活动: the five entries on the national days, what others held under the city's guidance, and single occasions."""

from datetime import date, timedelta
from typing import Any

from kebridge.casework.making.activity import activity, session, spread
from kebridge.casework.making.ground import Page, Row, allocate, stream
from kebridge.casework.making.invented import word

from . import names, programmes, youth

PLACES = (
    ("village", "farmers"),
    ("community", "residents"),
    ("firm", "workers"),
    ("school", "pupils"),
    ("office", "officials"),
)
TOPICS = ("智能制造", "食品安全", "环境保护", "防灾减灾", "安全生产")
KINDS = ("outreach", "lecture", "exhibition")
GROUPS, EACH = 3, 3  # activities of the series on a theme day, sessions of each
CITY_PEOPLE, COUNTY_PEOPLE, COUNTY_SESSIONS = 62_480, 5_640, 12
DETAIL = ("YY", 2022)  # a county that sent single records for one year, and its total as well
WRONG_AT = 3  # the session whose attendance was typed wrong
GUIDED = 58


def pages() -> list[Page]:
    return [
        Page("activities", rows(), "注：取消、延期的不计数；指导别的单位办的不算本单位的活动。"),
        Page("materials", _materials()),
    ]


def rows() -> list[Row]:
    return [
        *_five(),
        *county_rows(typed_wrong=True),
        *_not_held(),
        *_guided(),
        *_workers_days(),
        *_occasions(),
        *youth.surveys(),
    ]


def theme_days() -> list[tuple[str, date]]:
    """Every national day and week within the term."""
    found = []
    for year in (2018, *names.YEARS):
        moment = ((programmes.SCIENCE_WEEK, date(year, 5, 20)), (programmes.WORKERS_DAY, date(year, 5, 26)),
                  (programmes.SCIENCE_DAY, date(year, 9, 14)))  # fmt: skip
        found += [(name, names.workday(day)) for name, day in moment if day > names.OPENED]
    return found


def _of_series(org: str, title: str, day: date, number: int, people: list[int], *, campaign: str,
               **more: Any) -> Row:  # fmt: skip
    lines = []
    for n, on_site in enumerate(people):
        place, audience = PLACES[(number + n) % len(PLACES)]
        lines.append(
            session(
                day + timedelta(days=n),
                place,
                audience,
                on_site,
                topic=TOPICS[(number + n) // 2 % len(TOPICS)],
            )
        )
    return activity(org, title, day, KINDS[number % len(KINDS)], lines, programmes=(programmes.FIVE,), campaigns=(campaign,),
                    items=(programmes.FIVE_PLACES,), **more)  # fmt: skip


def _five() -> list[Row]:
    rng = stream("five entries")
    moments = [(name, day, group) for name, day in theme_days() for group in range(1, GROUPS + 1)]
    people = iter(spread(rng, CITY_PEOPLE, len(moments) * EACH, 80))
    found = []
    for number, (name, day, group) in enumerate(moments):
        joint = {"co_hosts": (names.association("MJ"), names.association("ZW"))} if group == 1 else {}
        found.append(_of_series(names.CITY, f"{name}五进活动（{day.year}年第{group}组）", day, number * EACH,
                                [next(people) for _ in range(EACH)], campaign=name, **joint))  # fmt: skip
    return found


def county_rows(*, typed_wrong: bool = False) -> list[Row]:
    """A county's single records: they stand in place of the total that it also sent for that year.

    `typed_wrong`: as they came in at first, one number with a nought too many; the last workbook puts it right.
    """
    county, year = DETAIL
    rng = stream("county five")
    people = spread(rng, COUNTY_PEOPLE, COUNTY_SESSIONS, 120)
    if typed_wrong:
        people[WRONG_AT] *= 10
    moments = ((programmes.SCIENCE_WEEK, date(year, 5, 23)), (programmes.SCIENCE_DAY, date(year, 9, 15)))
    found = []
    for n in range(COUNTY_SESSIONS // 2):
        name, day = moments[n % 2]
        found.append(_of_series(names.association(county), f"{name}送科普到{names.town(county, n)}", day + timedelta(days=n), n,
                                people[n * 2 : n * 2 + 2], campaign=name, level="county"))  # fmt: skip
    return found


def _not_held() -> list[Row]:
    """An epidemic spring; the numbers that were typed all the same count nothing."""
    spring, autumn = date(2020, 2, 26), date(2021, 8, 11)
    tags = {
        "programmes": (programmes.FIVE,),
        "campaigns": (programmes.SCIENCE_WEEK,),
        "items": (programmes.FIVE_PLACES,),
    }
    return [
        activity(names.CITY, "科普五进春季集中活动", spring, "outreach", [session(spring, "village", "farmers", 600)],
                 outcome="cancelled", note="疫情防控取消；原定人数仍留在表里", **tags),
        activity(names.CITY, "科普进机关专题报告", autumn, "lecture", [session(autumn, "office", "officials", None)],
                 outcome="postponed", note="延期到科普日举行", **tags),
        activity(names.CITY, "校园科技节（2020年）", date(2020, 4, 17), "festival",
                 [session(date(2020, 4, 17), "school", "pupils", None)], outcome="cancelled", note="疫情防控取消"),
    ]  # fmt: skip


def _guided() -> list[Row]:
    rng = stream("guided")
    found = []
    for n, day in enumerate(names.over_term(GUIDED)):
        place, audience = PLACES[n % len(PLACES)]
        lines = [
            session(day + timedelta(days=turn), place, audience, rng.randint(40, 220))
            for turn in range(2 + n % 5 // 4)
        ]
        found.append(activity(names.CITY, f"{TOPICS[n % len(TOPICS)]}科普宣传（第{n + 1}期）", day, KINDS[n % len(KINDS)], lines,
                              role="guide", partners=(names.society(names.SOCIETIES[n % len(names.SOCIETIES)]),)))  # fmt: skip
    return found


def _workers_days() -> list[Row]:
    found = []
    for year in names.YEARS:
        day = date(year, 5, 26)
        found.append(activity(names.CITY, f"全国科技工作者日主场活动（{year}年）", day, "ceremony",
                              [session(day, "other", "experts", 160 + year % 7 * 20)], campaigns=(programmes.WORKERS_DAY,),
                              edition=year - 2016))  # fmt: skip
    return found


def _occasions() -> list[Row]:
    held = [
        ("科技工作者红色教育实践", date(2021, 6, 18), "practice", "other", "experts", 82, programmes.RED),
        (
            "烈士纪念日祭扫",
            date(2017, 9, 29),
            "practice",
            "other",
            "experts",
            64,
            programmes.RED,
        ),  # before the term
        ("科技工作者看城市发展", date(2023, 5, 26), "practice", "firm", "experts", 96, programmes.SHARE),
        ("爱国奋斗专项活动", date(2019, 4, 23), "meeting", "other", "experts", 120, programmes.PATRIOT),
        (
            "校园科技节（2018年）",
            date(2018, 5, 18),
            "festival",
            "school",
            "pupils",
            1_260,
            "",
        ),  # before the term
        ("校园科技节（2021年）", date(2021, 11, 19), "festival", "school", "pupils", 1_480, ""),
        ("学生参观蝴蝶标本展", date(2021, 5, 14), "excursion", "museum", "pupils", 210, ""),
        ("学生科学影片放映", date(2022, 10, 21), "screening", "museum", "pupils", 340, ""),
        ("青年科技工作者沙龙", date(2023, 11, 17), "forum", "other", "experts", 58, ""),  # after the term
    ]
    held += [(f"纪法和学术规范教育（{word(n)}片）", date(2019 + n, 10, 18), "lecture", "other", "experts", 70 + 9 * n,
              programmes.DISCIPLINE) for n in range(4)]  # fmt: skip
    return [activity(names.CITY, title, day, kind, [session(day, place, audience, people)],
                     programmes=(programme,) if programme else ())
            for title, day, kind, place, audience, people, programme in held]  # fmt: skip


def _materials() -> list[Row]:
    parts = allocate(86_000, [1.0] * len(names.YEARS))
    return [Row({"org": names.CITY, "day": date(year, 9, 12), "kind": "leaflet", "use": "handed_out", "title": "五进活动宣传折页",
                 "quantity": count, "programmes": (programmes.FIVE,)})
            for year, count in zip(names.YEARS, parts, strict=True)]  # fmt: skip
