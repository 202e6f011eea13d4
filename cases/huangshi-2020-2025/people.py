"""09-人才与荣誉, its people: guests, experts engaged, posts, those put forward and selected. All names are invented."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, stream, table
from kebridge.casework.making.invented import person, word

from . import activities, names, programmes, services

TOUR_ACADEMICIANS, TOUR_EXPERTS = 6, 14
SUMMIT_ACADEMICIANS = 5
ACADEMICIAN_VISITS = 50  # pairs of an academician and an activity, over the term
ENGAGED = 213
SCHOOLS, VICE_PRINCIPALS = 275, 138
_FIELDS = ("材料", "机械", "光电", "医药", "地质")


def pages() -> list[Page]:
    return [Page("guests", _guests(), "注：同一人来几次，按人只算一次。"), Page("engagements", _engagements()),
            Page("appointments", [*_vice_principals(), *_posts()]), Page("nominations", _nominations(), "注：结果以公布文件为准。"),
            Page("selections", _selections()), Page("visitors", _visits(), "注：只记班子、职务和人数。")]  # fmt: skip


def _guest(day: date, number: int, kind: str, event: str, occasion: str, **more: object) -> Row:
    values = {"day": day, "person_name": person(number), "employer": f"{word(number + 7)}大学", "kind": kind, "event": event,
              "level": "nation" if kind in ("academician", "astronaut") else "province", "occasion": occasion,
              "field": names.turn(_FIELDS, number)}  # fmt: skip
    return Row({"org": names.CITY, **values, **more})


def _guests() -> list[Row]:
    """1–22 are academicians, 30–49 experts of the tour, 50–59 of the summit, 60–73 speakers of the lectures."""
    tour, summit = "高层次人才国情考察活动", programmes.SUMMIT
    tags = {"programmes": (programmes.TOUR,)}
    found = [
        _guest(services.TOUR_START, n, "academician", tour, "tour", **tags)
        for n in range(1, TOUR_ACADEMICIANS + 1)
    ]
    found += [
        _guest(services.TOUR_START, n, "expert", tour, "tour", **tags) for n in range(30, 30 + TOUR_EXPERTS)
    ]
    tags = {"programmes": (summit,)}
    report = {"talks": 1, "talk_kind": "academic_talk"}
    found += [_guest(activities.SUMMIT, n, "academician", summit, "conference", **tags, **report)
              for n in range(7, 7 + SUMMIT_ACADEMICIANS)]  # fmt: skip
    found += [_guest(activities.SUMMIT, n, "expert", summit, "conference", **tags) for n in range(50, 58)]
    return [*found, *_speakers(), *_academicians()]


def _speakers() -> list[Row]:
    """Fourteen of the lectures had a guest; four came from national level, one of them twice."""
    national = {
        2: (12, "academician"),
        6: (60, "astronaut"),
        11: (61, "expert"),
        17: (13, "academician"),
        21: (60, "astronaut"),
    }
    found = []
    for number, day in enumerate(activities.lecture_days()):
        if number % 2 and number not in national:
            continue
        who, kind = national.get(number, (62 + number // 2, "expert"))
        found.append(_guest(day, who, kind, f"东楚科普大讲堂（第{number + 1}期）", "lecture", talks=1, talk_kind="science_talk",
                            level="nation" if number in national else "province", programmes=(programmes.LECTURES,)))  # fmt: skip
    return found


def _academicians() -> list[Row]:
    """The other visits of academicians to firms and counties; many came several times."""
    left = ACADEMICIAN_VISITS - TOUR_ACADEMICIANS - SUMMIT_ACADEMICIANS - 2
    days = names.in_term(stream("academicians"), left)
    return [
        _guest(
            day,
            n % 22 + 1,
            "academician",
            f"院士专家企业行（第{n + 1}站）",
            "service",
            visited=(names.firm(20 + n),),
        )
        for n, day in enumerate(days)
    ]


def _engagements() -> list[Row]:
    modes = ("advising", "joint_research", "seasonal", "part_time", "project_hire")
    rows = []
    for number, day in enumerate(names.in_term(stream("engaged"), ENGAGED)):
        rows.append((day, person(100 + number), f"{word(number % 40)}大学", "expert", modes[number % 5], "province",
                     names.firm(number % 150), names.turn(_FIELDS, number), day + timedelta(days=730), (names.turn(names.CHAINS, number),)))  # fmt: skip
    # The same persons at a second firm; and some whose engagement began before the congress.
    rows += [(date(2025, 3, 4 + n), person(100 + n), f"{word(n)}大学", "expert", "advising", "province", names.firm(200 + n), "材料", None, ())
             for n in range(9)]  # fmt: skip
    rows += [(date(2020, 4, 7 + n), person(480 + n), f"{word(n + 50)}大学", "expert", "advising", "province", names.firm(160 + n), "机械",
              date(2022, 4, 30), ()) for n in range(4)]  # fmt: skip
    return table(names.CITY, "since person_name employer kind mode level firm field until chains", *rows)


def _vice_principals() -> list[Row]:
    """Each at two schools; the last school has two. Three of an earlier batch are out of office."""
    since, until = date(2024, 9, 10), date(2027, 9, 9)
    rows = [
        (since, person(313 + n), f"{word(n)}学院", "vice_principal", "city", 2,
         (names.school(2 * n), names.school(min(2 * n + 1, SCHOOLS - 1))) if 2 * n < SCHOOLS - 1 else (names.school(SCHOOLS - 1),), until)
        for n in range(VICE_PRINCIPALS)
    ]  # fmt: skip
    rows += [(date(2021, 9, 8), person(470 + n), f"{word(n + 3)}学院", "vice_principal", "city", 1, (names.school(400 + n),),
              date(2024, 9, 7)) for n in range(3)]  # fmt: skip
    return table(names.CITY, "since person_name employer kind level batch bodies until", *rows)


def _posts() -> list[Row]:
    signed = services.TOUR_START + timedelta(days=6)
    fields = "since person_name employer kind level batch until programmes"
    rows: list[tuple[object, ...]] = [
        (
            signed,
            person(n),
            f"{word(n + 7)}大学",
            "adviser",
            "city",
            None,
            signed + timedelta(days=1_095),
            (programmes.TOUR,),
        )
        for n in (1, 2, 30, 31)
    ]
    rows.append(
        (date(2023, 4, 18), person(452), f"{word(9)}大学", "adviser", "city", None, date(2026, 4, 17), ())
    )
    rows.append((date(2021, 5, 20), person(453), "湖北演示师范大学", "delegate", "nation", 10, None, ()))
    rows += [
        (date(2022, 11, 8), person(454 + n), f"{word(n + 11)}公司", "delegate", "province", 10, None, ())
        for n in range(3)
    ]
    rows.append((date(2024, 3, 12), person(457), f"{word(31)}公司", "standing_member", "city", 8, None, ()))
    rows += [
        (date(2024, 3, 12), person(458 + n), f"{word(32 + n)}公司", "member", "city", 8, None, ())
        for n in range(4)
    ]
    rows += [
        (names.CONGRESS, person(462 + n), f"{word(40 + n)}研究院", "standing_member", "city", 8, None, ())
        for n in range(3)
    ]
    rows += [(date(2021, 9, 1), person(465 + n), names.CITY, "party_instructor", "city", 1, date(2025, 8, 31) if n == 0 else None, ())
             for n in range(4)]  # fmt: skip
    rows.append((date(2025, 9, 1), person(469), names.CITY, "party_instructor", "city", 2, None, ()))
    return table(names.CITY, fields, *rows)


def _nominations() -> list[Row]:
    def one(day: date, scheme: str, number: int, stage: str, decided: date, **more: object) -> Row:
        values = {"day": day, "schemes": (scheme,), "what": "person", "person_name": person(number), "employer": f"{word(number)}公司",
                  "level": "province", "stage": stage, "stage_day": decided}  # fmt: skip
        return Row({"org": names.CITY, **values, **more})

    found = []
    for year, number in ((2022, 474), (2024, 477)):
        found += [
            one(
                date(year, 3, 10),
                programmes.BEST_WORKER,
                number + n,
                "refused" if n else "selected",
                date(year, 5, 25),
            )
            for n in range(3)
        ]
    listed = {"what": "project", "level": "nation", "person_name": ""}
    titles = (("低碳水泥窑协同处置技术", "华新水泥公司", "selected"), ("高端轴承钢洁净化技术", names.firm(1), "refused"),
              ("柔性电路精密制造技术", names.firm(2), "refused"))  # fmt: skip
    return [*found, *(one(date(2022, 8, 15), programmes.LEADING, 0, stage, date(2023, 2, 20), title=title, **{**listed, "employer": employer})
                      for title, employer, stage in titles)]  # fmt: skip


def _selections() -> list[Row]:
    """Four selections; their persons together are 115, their teams five."""

    def one(day: date, scheme: str, edition: int, kind: str, *results: tuple[str, int, int]) -> Row:
        lines = [
            {"what": what, "grade": "chosen", "entries": entries, "chosen": chosen}
            for what, entries, chosen in results
        ]
        return Row(
            {
                "org": names.CITY,
                "day": day,
                "schemes": (scheme,),
                "edition": edition,
                "kind": kind,
                "level": "city",
                "judges": 9,
            },
            lines,
        )

    found = [one(date(year, 9, 15), programmes.YOUNG, 6 + n, "worker_selection", ("person", 40, chosen))
             for n, (year, chosen) in enumerate(((2021, 10), (2023, 10), (2025, 15)))]  # fmt: skip
    found += [one(date(year, 5, 27), programmes.STRIVING, 1 + n, "mixed_selection", ("team", 7, teams), ("person", 34, 15))
              for n, (year, teams) in enumerate(((2022, 2), (2024, 3)))]  # fmt: skip
    found += [
        one(date(year, 5, 28), programmes.BEST, 3 + n, "worker_selection", ("person", 26, 10))
        for n, year in enumerate(names.YEARS)
    ]
    found.append(
        one(date(2021, 12, 10), programmes.LITERACY, 2, "collective_selection", ("organisation", 41, 20))
    )
    county = one(date(2023, 5, 30), "大冶市十佳科技工作者", 2, "worker_selection", ("person", 18, 10))
    before = one(date(2020, 5, 28), programmes.BEST, 2, "worker_selection", ("person", 25, 10))
    return [
        *found,
        Row({**county.values, "org": names.association("DY"), "level": "county"}, county.lines),
        before,
    ]


def _visits() -> list[Row]:
    found = []
    bodies = [{"sender": sender, "post": post, "persons": 1, "returning": 0}
              for sender, post in (("party_committee", "deputy_chair"), ("association", "chair"))]  # fmt: skip
    for year in names.YEARS:
        found.append(Row({"org": names.CITY, "day": date(year, 5, 29), "title": f"{year}年科技工作者日走访慰问", "purpose": "greeting",
                          "direction": "out", "level": "city", "programmes": (programmes.WORKERS_DAY,)}, bodies))  # fmt: skip
        found.append(Row({"org": names.CITY, "day": date(year, 1, 20), "title": f"{year}年春节前看望院士专家", "purpose": "greeting",
                          "direction": "out", "level": "city"}, bodies[:1]))  # fmt: skip
        found.append(Row({"org": names.CITY, "day": date(year, 7, 14), "title": f"{year}年省科协来黄调研", "purpose": "research",
                          "direction": "in", "level": "province"}, [{"sender": "association", "post": "deputy_chair", "persons": 1, "returning": 0}]))  # fmt: skip
    return found
