"""09-创新与智库: overseas experts, pools, agreements; studies, motions and suggestions, topics; surveys."""

from datetime import date, timedelta
from typing import Any

from kebridge.casework.making.activity import spread
from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import word

from . import names, programmes

RESEARCH, MOTIONS, SUGGESTIONS, BATCHES = 32, 64, 144, 20
TOPICS = (46, 48, 52, 54, 53)
FIRST, SECOND, THIRD = (2, 2, 2, 2, 2), (4, 5, 5, 5, 6), (13, 13, 14, 15, 15)
SUBJECTS = (
    "汽车产业转型",
    "香菇产业提质",
    "水源区生态保护",
    "青年人才引留",
    "科技馆运行",
    "农技服务体系",
    "科学教育",
    "学会能力建设",
)
POOL = "武汉大学老科技工作者资源"


def pages() -> list[Page]:
    return [Page("expert_tours", _tours()), Page("expert_banks", _banks()), Page("agreements", _agreements()),
            Page("service_visits", _services()),
            Page("studies", [*_research(), *_motions(), *_suggestions()], "注：不写批示内容。"), Page("topic_calls", _topics()),
            Page("survey_rounds", _rounds()), Page("survey_results", _literacy()), Page("survey_stations", _stations())]  # fmt: skip


def _tours() -> list[Row]:
    """Put off once in spring; it was held once, in autumn."""
    day = date(2021, 10, 20)
    values = {"day": day, "until": date(2021, 10, 22), "title": "海智专家荆楚行十堰专场", "level": "province", "role": "undertake",
              "place": "张湾区", "programmes": (programmes.OVERSEAS,), "note": "原定四月，延期到十月举行"}  # fmt: skip
    kinds = (("tour_talk", 2), ("site_visit", 3), ("tour_matching", 1), ("symposium", 1))
    lines = [{"kind": kind, "day": day + timedelta(days=n % 3), "times": times, "title": f"{word(n)}环节"}
             for n, (kind, times) in enumerate(kinds)]  # fmt: skip
    return [Row({"org": names.CITY, **values}, lines)]


def _banks() -> list[Row]:
    def bank(
        day: date, title: str, kind: str, role: str, partners: tuple[str, ...], *seen: tuple[date, int]
    ) -> Row:
        values = {"day": day, "title": title, "kind": kind, "role": role, "partners": partners}
        return Row(
            {"org": names.CITY, **values},
            [{"day": when, "persons": n, "source": "合作方提供的名册说明（演示）"} for when, n in seen],
        )

    return [
        bank(
            date(2020, 11, 20),
            POOL,
            "partner_pool",
            "given",
            ("武汉大学",),
            (date(2020, 11, 20), 2_318),
            (date(2023, 6, 30), 2_436),
        ),
        bank(
            date(2019, 5, 30),
            "车城科技专家库",
            "expert_bank",
            "own_bank",
            (),
            (date(2019, 5, 30), 216),
            (date(2023, 6, 30), 408),
        ),
    ]


def _agreements() -> list[Row]:
    rows = [
        (
            day,
            f"{word(n + 30)}研究院与{names.firm(n + 30)}合作",
            "cooperation",
            "province",
            (f"{word(n + 30)}研究院",),
            (names.firm(n + 30),),
        )
        for n, day in enumerate(names.over_term(22, date(2019, 3, 12), date(2023, 9, 5)))
    ]
    return table(names.CITY, "day title kind level universities enterprises", *rows)


def _services() -> list[Row]:
    found = []
    for n, day in enumerate(names.over_term(24)):
        county = list(names.COUNTIES.values())[n % len(names.COUNTIES)]
        lines = [{"firm": names.firm(n * 2 + turn), "county": county, "field": ("装备制造", "农业", "生物")[n % 3], "problems": 1 + turn}
                 for turn in range(2)]  # fmt: skip
        values = {"day": day, "title": f"专家到{county}服务企业（第{n + 1}次）", "kind": ("guidance", "diagnosis")[n % 2], "level": "city",
                  "experts": 3 + n % 4, "city_societies": (names.society(names.SOCIETIES[n % len(names.SOCIETIES)]),)}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}, lines))
    return found


def _study(day: date, title: str, kind: str, author: str, level: str = "city", **more: Any) -> Row:
    line = {"day": day + timedelta(days=7), "level": level}
    if instructed := more.pop("instructed", None):
        line |= {"instructed": instructed, "post": "principal", "follow_up": "done"}
    return Row(
        {"org": names.CITY, "day": day, "title": title, "kind": kind, "author": author, **more}, [line]
    )


def _research() -> list[Row]:
    found = []
    for n, day in enumerate(names.over_term(RESEARCH + 3)):
        author = "society" if n % 12 == 11 else "association"
        more = {"instructed": day + timedelta(days=20)} if n % 7 == 2 else {}
        found.append(
            _study(day, f"{SUBJECTS[n % len(SUBJECTS)]}调研（{word(n)}）", "research", author, **more)
        )
    return [*found[: RESEARCH + 1], _study(date(2023, 9, 26), "五年工作回顾调研", "research", "association")]


def _motions() -> list[Row]:
    found = []
    for n, day in enumerate(names.over_term(MOTIONS, date(2018, 12, 10), date(2023, 2, 10))):
        outcome = (
            {"outcome": "answered", "outcome_day": day + timedelta(days=150), "outcome_level": "city"}
            if n % 2
            else {}
        )
        if n == 20:
            outcome = {"outcome": "in_plan", "outcome_day": date(2021, 4, 28), "outcome_level": "city",
                       "adopted_into": "全市国民经济和社会发展五年规划"}  # fmt: skip
        title = (
            "加快场馆合并建设的提案" if n == 20 else f"加强{SUBJECTS[n % len(SUBJECTS)]}的提案（{word(n)}）"
        )
        found.append(_study(day, title, "motion", "joint", **outcome))
    return found


def _suggestions() -> list[Row]:
    """Suggestions of scientists as a forum or a station sent them in: one record, so many pieces."""
    counts = spread(stream("suggestions"), SUGGESTIONS, BATCHES, 2)
    found = []
    for n, (day, count) in enumerate(
        zip(names.over_term(BATCHES, date(2018, 10, 15), date(2023, 8, 30)), counts, strict=True)
    ):
        found.append(_study(day, f"科技工作者建议（第{n + 1}批）", "suggestion", "worker", items=count,
                            source=("forum", "from_survey", "from_topic")[n % 3]))  # fmt: skip
    return found


def _topics() -> list[Row]:
    """Called in by the city; the better part goes up and is graded by the province."""
    found = []
    for n, year in enumerate(names.YEARS):
        called = {"day": date(year, 3, 15), "title": f"{year}年度调研课题征集", "role": "call_topics", "author": "worker",
                  "submitted": TOPICS[n], "authors": TOPICS[n] * 2}  # fmt: skip
        found.append(Row({"org": names.CITY, **called}))
        up = {"day": date(year, 4, 20), "title": f"{year}年度省调研课题推荐", "role": "forward_topics", "author": "worker",
              "submitted": FIRST[n] + SECOND[n] + THIRD[n] + 4, "schemes": (programmes.TOPICS,)}  # fmt: skip
        grades = (("class_one", FIRST[n]), ("class_two", SECOND[n]), ("class_three", THIRD[n]))
        lines = [
            {"day": date(year, 8, 25), "level": "province", "grade": grade, "topics": count}
            for grade, count in grades
        ]
        found.append(Row({"org": names.CITY, **up}, lines))
    return found


def _rounds() -> list[Row]:
    return table(names.CITY, "day title kind number level role sampled finished",
                 (date(2020, 7, 1), "公民科学素质抽样调查（2020年）", "literacy", 11, "nation", "cooperate", 410, date(2020, 9, 20)),
                 (date(2022, 7, 1), "公民科学素质抽样调查（2022年）", "literacy", 12, "nation", "cooperate", 436, date(2022, 9, 22)))  # fmt: skip


def _literacy() -> list[Row]:
    fields = "day kind title number year share method source target target_source"
    share, source = "公民具备科学素质的比例", "省科协公布的调查结果（演示）"
    return table(
        names.CITY, fields,
        (date(2021, 1, 26), "literacy", share, 11, 2020, "8.6", "sample_survey", source, "8.5", "上一个规划"),
        (date(2023, 9, 18), "literacy", share, 12, 2022, "10.9", "sample_survey", source, None, ""),
    )  # fmt: skip


def _stations() -> list[Row]:
    rows = [
        ("国家级调查站点", "湖北汽车工业学院", "workers", "nation", date(2017, 4, 10), None),
        ("省级调查站点（车城）", names.firm(2), "workers", "province", date(2019, 3, 12), None),
        ("省级调查站点（医药）", "湖北医药学院", "workers", "province", date(2019, 3, 12), None),
        ("省级调查站点（县域）", "竹山县科协", "workers", "province", date(2021, 5, 18), None),
        ("省级调查站点（茶区）", names.firm(4), "workers", "province", date(2018, 5, 18), date(2021, 4, 30)),
        ("市级调查站点", names.firm(6), "workers", "city", date(2020, 6, 9), None),
    ]
    return table(names.CITY, "title host kind level since until", *rows)
