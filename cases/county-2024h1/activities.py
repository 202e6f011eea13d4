"""04-科普活动: volunteering, villages, schools, theme days, anti-cult work; what was cancelled, moved or is only planned."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread, weekdays
from kebridge.casework.making.ground import Page, Row, pick_days, stream

from . import materials, names
from . import programmes as tags

TOGETHER, VISITS = 20, 20  # sessions about the Lei Feng day; talks and visits under the double reduction
THEMES = (
    "清洁家园",
    "消防安全宣传",
    "文明交通劝导",
    "交通安全宣传",
    "文明劝导",
    "绿色出行宣传",
    "三夏志愿服务",
)
SATURDAYS = [date(2024, 3, 30) + timedelta(days=7 * n) for n in range(13)]  # to 22 June
ADVICE = 2_630  # people advised in the city's own anti-cult sessions; the towns report the rest in sum
SHARED = date(2024, 3, 20)


def pages() -> list[Page]:
    sources = (_leifeng(), _saturdays(), _villages(), _summer(), _schools(), _theme_days(), _digital(), _anticult(),
               _towns(), _not_held(), _planned())  # fmt: skip
    rows = [row for source in sources for row in source]
    rows.sort(key=lambda row: (row.values["day"], row.values["org"], row.values["title"]))
    return [
        Page("activities", rows, "注：联合举办的由主办单位填报；预计要办的写“预计”。"),
        Page("materials", materials.rows()),
    ]


def _own(title: str, day: date, kind: str, *lines: dict[str, object], **more: object) -> Row:
    return activity(names.CITY, title, day, kind, list(lines), level="county", **more)


def _leifeng() -> list[Row]:
    """Twenty sessions together; one of them is anti-cult work as well, and is found among that work."""
    rng = stream("county lei feng")
    chosen = pick_days(rng, weekdays(date(2024, 3, 4), date(2024, 3, 29)), TOGETHER - 1)
    people = spread(rng, 3_400, TOGETHER - 1, 40)
    towns = list(names.TOWNS)
    found = []
    for n, (day, on_site) in enumerate(zip(chosen, people, strict=True)):
        town = towns[n % len(towns)]
        line = session(
            day,
            ("square", "community", "village")[n % 3],
            "public",
            on_site,
            reached=names.association(town),
            volunteers=6 + n % 5,
        )
        more = {"edition": 61, "campaigns": (tags.LEIFENG,)} if n == 0 else {}
        found.append(_own(f"学雷锋科技志愿服务集中活动（{names.TOWNS[town]}第{n // len(towns) + 1}场）", day, "volunteering", line,
                          programmes=(tags.ISCIENCE,), **more))  # fmt: skip
    return found


def _saturdays() -> list[Row]:
    """One series, a session every Saturday; the session after the cut-off day has a theme of its own."""
    lines = [session(day, "road" if n % 2 else "community", "residents", None, topic=THEMES[n % len(THEMES)], volunteers=8 + n % 4)
             for n, day in enumerate(SATURDAYS)]  # fmt: skip
    lines.append(
        session(date(2024, 6, 29), "community", "residents", None, topic="防汛知识宣传", volunteers=9)
    )
    return [
        _own(
            "周六全民志愿服务日",
            SATURDAYS[0],
            "volunteering",
            *lines,
            repeats="weekly",
            programmes=(tags.SATURDAYS,),
        )
    ]


def _villages() -> list[Row]:
    topics = ("农技科普", "思想道德建设", "反邪教宣传教育", "健康生活")
    towns = ("ZC", "MQ", "LY", "XX", "CY", "QF")
    usable = weekdays(date(2024, 3, 6), date(2024, 3, 13))
    lines = [session(day, "village", "farmers", 70 + 11 * n, reached=names.association(town), topic=topics[n % 4])
             for n, (town, day) in enumerate(zip(towns, usable, strict=True))]  # fmt: skip
    spring = _own("春季农技服务暨志愿服务乡村行", date(2024, 3, 6), "volunteering", *lines, programmes=(tags.SPRING,),
                  partners=("颍阳市农业农村局", "颍阳市教体局", "颍阳市卫健委"))  # fmt: skip
    return [spring] + [
        _own(title, day, "volunteering", session(day, "village", "farmers", 120), programmes=(programme,))
        for title, day, programme in (("科技下乡到沐桥镇", date(2024, 4, 11), tags.SCIENCE_OUT), ("科技下乡到青杉镇", date(2024, 5, 9), tags.SCIENCE_OUT),
                                      ("教育进村到澜野镇", date(2024, 5, 16), tags.TEACHING_OUT))
    ]  # fmt: skip


def _summer() -> list[Row]:
    """Digital skills in every town and sub-district; one of them was visited twice."""
    found = []
    usable = weekdays(date(2024, 5, 27), date(2024, 6, 17))  # the dragon boat holiday lies between
    for n, (town, day) in enumerate(zip([*names.TOWNS, "ZC"], usable, strict=True)):
        line = session(day, "village", "farmers", 45 + n * 3, reached=names.association(town))
        found.append(
            _own(
                f"数字技能培训和信息服务（第{n + 1}场）",
                day,
                "training",
                line,
                topic=tags.DIGITAL,
                programmes=(tags.SUMMER,),
            )
        )
    return found


def _schools() -> list[Row]:
    rng = stream("county schools")
    opened, shown = date(2024, 4, 25), date(2024, 5, 22)
    festival = _own("首届校园科技节", opened, "festival", session(opened, "school", "pupils", 1_260, body=names.BEST_SCHOOL),
                    edition=1, programmes=(tags.FESTIVAL,), partners=("颍阳市教体局",))  # fmt: skip
    chosen = pick_days(rng, weekdays(date(2024, 3, 4), date(2024, 6, 21)), VISITS)
    relief = []
    for n, (day, people) in enumerate(zip(chosen, spread(rng, 4_900, VISITS, 60), strict=True)):
        is_talk = n % 2 == 0
        body = {"body": names.school(n)} if is_talk else {}
        line = session(day, "school" if is_talk else "museum", "pupils", people, **body)
        relief.append(_own(f"{'科普讲座进校园' if is_talk else '参观科普教育基地'}（第{n // 2 + 1}场）", day, "lecture" if is_talk else "excursion",
                           line, programmes=(tags.RELIEF,)))  # fmt: skip
    moral = []
    for n, name in enumerate(names.SCHOOLS):
        day, again = date(2024, 4, 8) + timedelta(days=n), date(2024, 5, 13) + timedelta(days=n)
        moral.append(_own(f"未成年人思想道德建设科普宣传（{name}）", day, "outreach", session(day, "school", "pupils", 300 + 40 * n, body=name),
                          programmes=(tags.MINORS,)))  # fmt: skip
        if n < 2:  # the same schools again, for the other theme
            moral.append(_own(f"未成年人反邪教科普宣传（{name}）", again, "outreach", session(again, "school", "pupils", 260, body=name),
                              programmes=(tags.MINORS_ANTICULT,)))  # fmt: skip
    seniors = _own("诗书画暨银龄科普知识展", shown, "exhibition", session(shown, "community", "seniors", 480), programmes=(tags.SENIORS,),
                   partners=("颍阳市委老干部局",))  # fmt: skip
    return [festival, *relief, *moral, seniors]


def _theme_days() -> list[Row]:
    smoke, books, winter = date(2024, 5, 31), date(2024, 4, 23), date(2024, 1, 18)
    return [
        _own("冬季取暖安全科普", winter, "outreach", session(winter, "community", "residents", 130)),
        _own("世界无烟日科普宣传", smoke, "outreach", session(smoke, "school", "pupils", 350), edition=37, campaigns=(tags.NO_TOBACCO,)),
        _own("世界读书日科普宣传", books, "outreach", session(books, "square", "public", 420), campaigns=(tags.BOOKS,), partners=("颍阳市文化局",)),
    ]  # fmt: skip


def _digital() -> list[Row]:
    week, work, safety = date(2024, 5, 28), date(2024, 5, 30), date(2024, 6, 14)
    return [
        _own("数字素养线上讲座", week, "lecture", session(week, "other", "public", None, online=5_200), form="online", topic=tags.DIGITAL,
             campaigns=(tags.SCIENCE_WEEK,)),
        _own("智能设备实践操作", work, "practice", session(work, "community", "seniors", 86), topic=tags.DIGITAL, campaigns=(tags.SCIENCE_WEEK,)),
        _own("安全用网志愿服务", safety, "volunteering", session(safety, "community", "public", 140), topic=tags.DIGITAL, campaigns=(tags.SAFETY,)),
    ]  # fmt: skip


def _anticult() -> list[Row]:
    """The city's own sessions in five kinds of place; one is also of the Lei Feng day, three were joined to a theme day."""
    topic = "反邪教"
    plan = (
        ("邪教危害专题讲座", date(2024, 4, 15), "lecture", "office", "officials", (tags.SECURITY,)),
        ("法治宣传中的反邪教咨询", date(2024, 5, 10), "outreach", "firm", "women", (tags.LAW,)),
        ("小手拉大手反邪教家校联动", date(2024, 6, 4), "home_school", "school", "pupils", ()),
        ("学校思政课堂反邪教教育", date(2024, 6, 6), "class", "school", "pupils", ()),
        ("农村妇女反邪教宣传", date(2024, 6, 12), "outreach", "village", "women", ()),
        ("老年人反邪教宣讲", date(2024, 6, 18), "lecture", "community", "seniors", ()),
        ("学雷锋科普反邪教志愿服务", SHARED, "volunteering", "community", "seniors", (tags.LEIFENG,)),
    )  # fmt: skip
    found = []
    for (title, day, kind, place, audience, days), advised in zip(
        plan, spread(stream("county advice"), ADVICE, len(plan), 90), strict=True
    ):
        lines = (tags.ANTICULT, tags.ANTICULT_MONTH) if day.month == 6 else (tags.ANTICULT,)
        if day == SHARED:
            lines = (tags.ANTICULT, tags.ISCIENCE)
        found.append(_own(title, day, kind, session(day, place, audience, 150 + advised, consultations=advised), topic=topic,
                          programmes=lines, campaigns=days))  # fmt: skip
    return found


def _towns() -> list[Row]:
    """What towns held for themselves: not the city's."""
    found = []
    for n, town in enumerate(("ZC", "MQ", "XX", "CY")):
        day = date(2024, 3, 5) + timedelta(days=n)
        found.append(activity(names.association(town), "镇志愿服务站学雷锋活动", day, "volunteering", [session(day, "village", "public", 60 + n)],
                              level="township", programmes=(tags.ISCIENCE,)))  # fmt: skip
    return found


def duplicate() -> Row:
    """An activity that is sent in a second time."""
    return _towns()[0]


def _not_held() -> list[Row]:
    rain, moved = date(2024, 3, 21), date(2024, 3, 22)
    return [_own("学雷锋广场集中活动", rain, "volunteering", session(rain, "square", "public", None), programmes=(tags.ISCIENCE,),
                 outcome="cancelled", note="降雨取消"),
            _own("学雷锋社区集中活动", moved, "volunteering", session(moved, "community", "public", 90), programmes=(tags.ISCIENCE,),
                 outcome="postponed", note="延期；原定人数仍在表里，不计数")]  # fmt: skip


def _planned() -> list[Row]:
    rows = (
        ("全国科普日系列活动", date(2024, 9, 15), "ceremony", (), (tags.SCIENCE_DAY,)), ("科技三下乡集中服务", date(2024, 7, 18), "volunteering", (), (tags.VILLAGES,)),
        ("安全生产月总结宣传", date(2024, 7, 2), "outreach", (), (tags.SAFETY,)), ("全民健身科普宣传", date(2024, 8, 8), "outreach", (), (tags.FITNESS,)),
        ("少年与科技科学家巡讲", date(2024, 10, 16), "lecture", (tags.LECTURES,), ()),
    )  # fmt: skip
    return [_own(title, day, kind, session(day, "other", "public", None), programmes=lines, campaigns=days, is_planned=True)
            for title, day, kind, lines, days in rows]  # fmt: skip
