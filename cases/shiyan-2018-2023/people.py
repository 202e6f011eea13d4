"""08-人才与荣誉: those put forward, selections and paper reviews, guests, honours, firsts. All names are invented."""

from datetime import date, timedelta
from typing import Any

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import person, word

from . import names, programmes

POOLED, PUT_FORWARD = 13, 16
HONOURED = 7
CHOSEN = ((date(2021, 5, 27), 1, 41, 8), (date(2023, 5, 24), 2, 46, 7))
REVIEWS = ((date(2019, 12, 18), 7, 402, (38, 52, 70)), (date(2021, 12, 16), 8, 448, (42, 57, 74)),
           (date(2023, 6, 30), 9, 476, (46, 62, 82)))  # fmt: skip
OUTSIDE_REVIEW = (date(2017, 12, 20), 6, 380, (36, 50, 64))


def pages() -> list[Page]:
    return [Page("nominations", [*_heads(), *_best(), *_talents(), *_chenguang(), *_cases()], "注：结果以公布文件为准。"),
            Page("selections", [*_selections(), *_reviews()]), Page("guests", _guests()), Page("honours", _honours()),
            Page("firsts", _firsts())]  # fmt: skip


def _one(
    day: date, scheme: str, level: str, outcome: tuple[str, date | None], number: int, **more: Any
) -> Row:
    stage, decided = outcome
    values = {"day": day, "schemes": (scheme,), "what": "person", "person_name": person(number), "employer": _employer(number),
              "level": level, "stage": stage, "stage_day": decided}  # fmt: skip
    return Row({"org": names.CITY, **values, **more})


def _employer(number: int) -> str:
    return names.firm(number) if number % 3 else names.UNIVERSITIES[number % len(names.UNIVERSITIES)][0]


def _heads() -> list[Row]:
    asked, decided = date(2021, 6, 10), date(2021, 9, 6)
    return [
        _one(asked, programmes.HEADS_POOL, "province", ("pooled" if n < POOLED else "refused", decided), 10 + n,
             employer=f"{names.town(list(names.TOWNS)[n % 8], n % 6)}{('卫生院', '中心学校', '农技站')[n % 3]}")
        for n in range(PUT_FORWARD)
    ]  # fmt: skip


def _cases() -> list[Row]:
    asked, decided = date(2021, 3, 5), date(2021, 6, 25)
    return table(
        names.CITY, "day schemes what level title stage stage_day",
        (asked, (programmes.CASES,), "case", "province", "三长兼职带动乡村科普", "selected", decided),
        (asked, (programmes.CASES,), "case", "province", "三长联动健康服务", "refused", decided),
        (date(2021, 10, 8), (programmes.DAY_CASES,), "case", "nation", "美丽中国行动调查体验活动", "selected", date(2021, 12, 24)),
        (date(2022, 10, 9), (programmes.DAY_CASES,), "case", "nation", "体重管理调查体验活动", "refused", date(2022, 12, 23)),
    )  # fmt: skip


def _best() -> list[Row]:
    return [
        _one(date(2019, 6, 3), programmes.BEST_PROVINCE, "province", ("refused", date(2019, 9, 10)), 40),
        _one(date(2021, 6, 4), programmes.BEST_PROVINCE, "province", ("selected", date(2021, 9, 8)), 41),
        _one(date(2021, 9, 15), programmes.BEST_NATION, "nation", ("submitted", None), 41),
    ]


def _talents() -> list[Row]:
    """Person by scheme: one who was put forward twice makes two."""
    found = []
    for n, day in enumerate(names.over_term(15, date(2018, 10, 9), date(2023, 6, 20))):
        scheme = programmes.TALENTS[n % len(programmes.TALENTS)]
        level = "province" if n % len(programmes.TALENTS) < 2 else "nation"
        stage = ("selected", "refused", "submitted")[n % 3]
        decided = None if stage == "submitted" else day + timedelta(days=90)
        found.append(_one(day, scheme, level, (stage, decided), 60 + n % 13))
    return found


def _chenguang() -> list[Row]:
    found = []
    purposes = {4: ("study_abroad", 100_000), 11: ("academic_exchange", 30_000)}
    for n, day in enumerate(names.over_term(19, date(2018, 9, 12), date(2022, 10, 20))):
        grant = purposes.get(n)
        more = {"purpose": grant[0], "granted": grant[1]} if grant else {}
        found.append(_one(day, programmes.CHENGUANG, "province",
                          ("selected" if grant else "refused", day + timedelta(days=120)), 90 + n, **more))  # fmt: skip
    return found


def _selections() -> list[Row]:
    found = []
    for day, edition, entries, chosen in CHOSEN:
        values = {"day": day, "schemes": (programmes.BEST,), "edition": edition, "kind": "worker_selection", "level": "city",
                  "judges": 11, "document": "评选结果公布文件（演示）"}  # fmt: skip
        found.append(
            Row(
                {"org": names.CITY, **values},
                [{"what": "person", "grade": "chosen", "entries": entries, "chosen": chosen}],
            )
        )
    return found


def _reviews() -> list[Row]:
    found = []
    for day, edition, entries, classes in (OUTSIDE_REVIEW, *REVIEWS):
        values = {"day": day, "schemes": (programmes.PAPERS,), "edition": edition, "kind": "paper_review", "level": "city",
                  "judges": 36, "document": "优秀论文公布文件（演示）"}  # fmt: skip
        grades = zip(("first_class", "second_class", "third_class"), classes, strict=True)
        lines = [{"what": "article", "grade": grade, "entries": entries if n == 0 else 0, "chosen": chosen}
                 for n, (grade, chosen) in enumerate(grades)]  # fmt: skip
        found.append(Row({"org": names.CITY, **values}, lines))
    return found


def _guests() -> list[Row]:
    tour = date(2021, 10, 20)
    shared = {"occasion": "tour", "event": "海智专家荆楚行十堰专场", "programmes": (programmes.OVERSEAS,)}

    def guest(day: date, number: int, kind: str, field: str, **more: Any) -> Row:
        values = {
            "day": day,
            "person_name": person(number),
            "employer": f"{word(number)}大学",
            "kind": kind,
            "field": field,
        }
        return Row({"org": names.CITY, **values, **more})

    academic = {"talks": 1, "talk_kind": "academic_talk", "origin": "overseas"}
    found = [guest(tour, 200, "academician", "新能源汽车", **shared, **academic),
             guest(tour, 201, "expert", "新材料", **shared, **academic),
             guest(tour, 202, "expert", "生物医药", origin="overseas", **shared)]  # fmt: skip
    olives = {"occasion": "service", "programmes": (programmes.OLIVES,), "origin": "overseas"}
    found.append(
        guest(date(2023, 3, 29), 205, "expert", "油橄榄", event="油橄榄栽培指导（2023年）", **olives)
    )
    domestic = {**olives, "origin": "domestic"}
    found.append(
        guest(date(2019, 4, 16), 206, "expert", "油橄榄", event="油橄榄栽培指导（2019年）", **domestic)
    )
    found += [guest(day, 210 + n, "expert", ("智能制造", "茶叶加工", "水资源保护")[n % 3], origin="domestic", occasion="service",
                    event=f"专家服务企业（第{n + 1}次）") for n, day in enumerate(names.over_term(18))]  # fmt: skip
    return found


def _honour(day: date, title: str, scheme: str, level: str, grantors: str, **more: Any) -> Row:
    values = {"day": day, "title": title, "schemes": (scheme,), "kind": "commendation", "level": level, "grantors": grantors,
              "recipient": "association", "recipient_org": names.CITY, "copies": 1}  # fmt: skip
    return Row({"org": names.CITY, **values, **more})


def _honours() -> list[Row]:
    single = {"recipient": "person", "recipient_org": None}
    days = (date(2019, 12, 12), date(2021, 12, 10), date(2022, 12, 9))
    found = [_honour(days[n % 3], "优秀基层科协三长", programmes.HEADS, "province", "湖北省科协", recipient_name=person(30 + n),
                     employer=f"{names.town('YY', n)}中心学校", **single) for n in range(HONOURED)]  # fmt: skip
    found.append(_honour(date(2023, 12, 15), "优秀基层科协三长", programmes.HEADS, "province", "湖北省科协",
                         recipient_name=person(39), employer=f"{names.town('FX', 2)}农技站", **single))  # fmt: skip
    team = {"recipient": "team", "recipient_org": None, "recipient_name": "十堰市网络科普志愿服务总队"}
    found += [_honour(day, "优秀科技志愿服务队", programmes.TEAM, "province", "湖北省科协", year=day.year - 1, **team)
              for day in (date(2020, 3, 18), date(2022, 3, 17), date(2023, 3, 16))]  # fmt: skip
    found.append(
        _honour(
            date(2022, 12, 20), "双减科普行动优秀单位", programmes.REDUCTION, "nation", "中国科协", year=2022
        )
    )
    cited = {"kind": "cited", "grade": "model"}
    found.append(
        _honour(
            date(2022, 11, 24),
            "双减科普六共做法推广",
            programmes.REDUCTION_CASE,
            "nation",
            "中国科协",
            **cited,
        )
    )
    found.append(
        _honour(
            date(2021, 11, 26),
            "流动科普做法推广",
            programmes.REDUCTION_CASE,
            "province",
            "湖北省科协",
            **cited,
        )
    )
    return found


def _firsts() -> list[Row]:
    return table(
        names.CITY, "day statement kind level evidence",
        (date(2019, 8, 16), "全省市州科协中率先开通官方抖音号", "first_time", "province", "省科协宣传工作通报（演示）"),
        (names.ENGINEERS_DAY, "全省首个市州工程师协会", "first_time", "province", "成立批复和省科协通报（演示）"),
        (date(2022, 7, 30), "算法编程赛全省唯一晋级全国决赛", "only", "province", "赛事组委会决赛名单（演示）"),
        (date(2023, 7, 22), "全省首次举办青少年无人机大赛省赛", "first_time", "province", "赛事组委会承办确认函（演示）"),
    )  # fmt: skip
