"""07-青少年与赛事: five editions of the innovation contest, the drone contest, robots; trainings; the science survey."""

from datetime import date, timedelta

from kebridge.casework.making.activity import activity, session, spread
from kebridge.casework.making.ground import Page, Row, allocate, stream
from kebridge.casework.making.invented import word

from . import names, programmes

EDITIONS = ((date(2019, 3, 16), 34, 13_420), (date(2020, 10, 17), 35, 11_860), (date(2021, 3, 20), 36, 14_310),
            (date(2022, 3, 19), 37, 14_820), (date(2023, 3, 18), 38, 15_130))  # fmt: skip
BEFORE = (date(2018, 3, 17), 33, 12_900)  # before the term
CITY_AWARDS, PROVINCE_AWARDS, NATION_AWARDS = 4_236, 108, 16
_CATEGORIES = (("project", 1.0), ("painting", 1.4), ("practice", 0.5))
_GRADES = (("first", 1.0), ("second", 1.8), ("third", 2.6))
DRONE_DAY, TEAMS, CONTESTANTS = date(2023, 7, 22), 32, 312
SCHOOLS, SURVEY_SESSIONS, SURVEY_PUPILS = 107, 132, 20_640
SURVEY_TOPICS = ("水资源调查", "垃圾分类调查", "体重管理调查", "能源节约调查", "美丽中国行动调查")
TRAININGS = ("人工智能", "编程机器人", "3D打印")


def pages() -> list[Page]:
    return [Page("contest_editions", _editions(), "注：学生只记数，不记姓名。"), Page("contest_results", _results()),
            Page("trainings", _trainings())]  # fmt: skip


def surveys() -> list[Row]:
    """The science survey: a school may take part in several years; then it is one school."""
    rng = stream("surveys")
    people = spread(rng, SURVEY_PUPILS, SURVEY_SESSIONS, 40)
    years = allocate(SURVEY_SESSIONS, [1.0, 0.6, 1.0, 1.1, 1.3])
    found, number = [], 0
    for year, count in zip(names.YEARS, years, strict=True):
        first = names.workday(date(year, 9, 18))
        lines = []
        for n in range(count):
            day = names.workday(first + timedelta(days=n // 3))
            lines.append(
                session(day, "school", "pupils", people[number], body=names.school(number % SCHOOLS))
            )
            number += 1
        title = f"{SURVEY_TOPICS[year - 2019]}体验活动（{year}年）"
        found.append(activity(names.CITY, title, first, "survey", lines, programmes=(programmes.SURVEY,)))
    return found


def _editions() -> list[Row]:
    def one(
        day: date,
        scheme: str,
        edition: int,
        level: str,
        role: str,
        *,
        entries: int,
        pupils: int,
        **more: object,
    ) -> Row:
        values = {"day": day, "schemes": (scheme,), "edition": edition, "level": level, "role": role, "form": "onsite",
                  "entries": entries, "pupils": pupils}  # fmt: skip
        return Row({"org": names.CITY, **values, **more})

    found = [one(day, programmes.INNOVATION, edition, "city", "organised", entries=pupils // 3, pupils=pupils, schools=150 + edition,
                 basis="reported", note="参赛人数由各县市区教育部门汇总报送")
             for day, edition, pupils in (BEFORE, *EDITIONS)]  # fmt: skip
    for n, (day, _, _) in enumerate(EDITIONS):
        found.append(
            one(
                day + timedelta(days=40),
                programmes.INNOVATION,
                33 + n,
                "province",
                "took_part",
                entries=64 + n,
                pupils=96 + n,
            )
        )
        found.append(
            one(
                day + timedelta(days=130),
                programmes.INNOVATION,
                34 + n,
                "nation",
                "took_part",
                entries=4,
                pupils=6,
            )
        )
    found += [
        one(date(year, 8, 14), programmes.DRONES, edition, "nation", "took_part", entries=6, pupils=18)
        for year, edition in ((2021, 5), (2022, 6))
    ]
    found += [one(date(2022, 8, 6), programmes.ROBOTS, 21, "province", "took_part", entries=9, pupils=14, note="西北区域选拔赛"),
              one(date(2022, 7, 16), programmes.ALGORITHMS, 1, "province", "took_part", entries=12, pupils=12)]  # fmt: skip
    return [*found, _drones()]


def _drones() -> Row:
    """Team by team; one that had entered and stayed away is not there."""
    people = spread(stream("drones"), CONTESTANTS, TEAMS, 6)
    cities = ("十堰", "武汉", "襄阳", "宜昌", "荆州", "黄石", "孝感", "随州")
    lines = [{"body": f"{cities[n % len(cities)]}{word(n + 10)}中学代表队", "origin": "city", "contestants": count}
             for n, count in enumerate(people)]  # fmt: skip
    values = {"day": DRONE_DAY, "until": date(2023, 7, 24), "schemes": (programmes.DRONES,), "edition": 7, "level": "province",
              "role": "undertook", "form": "onsite", "entries": TEAMS}  # fmt: skip
    return Row({"org": names.CITY, **values}, lines)


def _result(
    day: date, scheme: str, edition: int | None, level: str, *awards: tuple[str, str, int], winner: str = ""
) -> Row:
    lines = [{"category": category, "grade": grade, "count": count, **({"winner": winner} if winner else {})}
             for category, grade, count in awards if count]  # fmt: skip
    values = {
        "day": day,
        "schemes": (scheme,),
        "edition": edition,
        "level": level,
        "document": "获奖名单公布通知（演示）",
    }
    return Row({"org": names.CITY, **values}, lines)


def _spread_awards(total: int) -> list[tuple[str, str, int]]:
    cells = [(category, grade, a * b) for category, a in _CATEGORIES for grade, b in _GRADES]
    counts = allocate(total, [weight for *_, weight in cells])
    return [(category, grade, count) for (category, grade, _), count in zip(cells, counts, strict=True)]


def _of_city() -> list[Row]:
    totals = allocate(CITY_AWARDS, [pupils for *_, pupils in EDITIONS])
    return [_result(day + timedelta(days=20), programmes.INNOVATION, edition, "city", *_spread_awards(total))
            for (day, edition, _), total in zip(EDITIONS, totals, strict=True)]  # fmt: skip


def duplicate() -> Row:
    """The last city awards, sent in twice."""
    return _of_city()[-1]


def _results() -> list[Row]:
    day, edition, _ = BEFORE
    found = [
        _result(day + timedelta(days=20), programmes.INNOVATION, edition, "city", *_spread_awards(790)),
        *_of_city(),
    ]
    province = allocate(PROVINCE_AWARDS, [1.0, 0.8, 1.0, 1.1, 1.2])
    nation = allocate(NATION_AWARDS, [1.0, 0.7, 1.0, 1.1, 1.2])
    for n, ((start, *_), won, won_nation) in enumerate(zip(EDITIONS, province, nation, strict=True)):
        parts = allocate(won, [1.0, 2.0, 3.0])
        found.append(_result(start + timedelta(days=70), programmes.INNOVATION, 33 + n, "province", ("project", "first", parts[0]),
                             ("project", "second", parts[1]), ("project", "third", parts[2]), ("project", "finalist", 60)))  # fmt: skip
        found.append(_result(start + timedelta(days=150), programmes.INNOVATION, 34 + n, "nation",
                             ("project", "second", won_nation // 2), ("project", "third", won_nation - won_nation // 2)))  # fmt: skip
    return [*found, *_others()]


def _others() -> list[Row]:
    return [
        _result(date(2022, 8, 9), programmes.ROBOTS, 21, "province", ("contestant", "first", 3), ("contestant", "second", 4),
                ("team", "first", 1)),
        _result(date(2022, 7, 25), programmes.ALGORITHMS, 1, "province", ("contestant", "third", 2)),
        _result(date(2022, 7, 30), programmes.ALGORITHMS, 1, "nation", ("contestant", "finalist", 1)),
        _result(date(2023, 7, 26), programmes.DRONES, 7, "province", ("team", "first", 2), ("team", "second", 3)),
        _result(date(2021, 12, 3), programmes.GREEN, None, "province", ("activity", "first", 1), winner="水资源调查体验活动"),
    ]  # fmt: skip


def _trainings() -> list[Row]:
    found = []
    for n, day in enumerate(names.over_term(30)):
        topic = TRAININGS[n % len(TRAININGS)]
        values = {"day": day, "days": 2, "title": f"青少年{topic}培训（第{n // 3 + 1}期）", "kind": "course", "level": "city",
                  "topic": topic, "audience": "public", "people": 34 + n % 9, "programmes": (programmes.TRAINING,)}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}))
    return found
