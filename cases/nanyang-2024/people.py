"""07-人才荣誉赛事, its people: guests of two years, those put forward, visits of leaders. All names are invented."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import person, word

from . import names, programmes, services

START = date(2024, 10, 18)
ARTICLES, YOUTH, WOMEN = "科技发展南阳印记", "中国青年科技奖", "中国青年女科学家奖"
INNOVATORS, TALENTS = "河南省企业创新达人", "中原科技创新青年拔尖人才"
NATURAL_SCIENCE = "河南省自然科学奖"
CENTRAL = (
    "星航动力研究所",
    "岭岳重型汽车公司",
)  # invented; their technical heads came from outside the province
SPOKE, LISTENED = "industry_talk", ""
ACADEMICIANS, EXPERTS, HEADS = 3, 21, 56  # of 2023 and 2024 together, each person once
TALKS_BEFORE = 19


def pages() -> list[Page]:
    return [Page("nominations", _nominations(), "注：结果以公布文件为准。"), Page("guests", _guests()),
            Page("visitors", _visits(), "注：只记班子、职务和人数。"), Page("appointments", _appointments())]  # fmt: skip


def _guest(day: date, number: int, kind: str, event: str, talks: int, **more: object) -> Row:
    values = {"day": day, "person_name": person(number), "employer": _employer(number, kind), "kind": kind, "event": event,
              "level": _level(number, kind), "occasion": "conference", "talks": talks, "field": _field(number)}  # fmt: skip
    if talks:
        values["talk_kind"] = SPOKE
    return Row({"org": names.CITY, **values, **more})


def _employer(number: int, kind: str) -> str:
    if kind != "enterprise_head":
        return f"{word(number // 3)}大学"
    return (
        CENTRAL[number % 2]
        if number % 7 == 0
        else f"{word(number + 11)}{('装备', '医药', '光电')[number % 3]}公司"
    )


def _level(number: int, kind: str) -> str:
    if kind == "academician" or (kind == "enterprise_head" and number % 7 == 0):
        return "nation"
    return "province" if kind == "expert" else "city"


def _field(number: int) -> str:
    return ("装备制造", "新材料", "生物医药", "光电信息", "现代农业")[number % 5]


def _guests() -> list[Row]:
    """Numbers below 100 are academicians and experts, from 100 on technical heads; one number is one person."""
    academicians, experts = iter(range(1, 4)), iter(range(10, 10 + EXPERTS))
    heads = iter(range(100, 100 + HEADS))
    talks = [row for row in services.rows() if row.values["title"].startswith("产业发展报告")]
    kinds = ["academician"] * 2 + ["expert"] * 12 + ["enterprise_head"] * 10
    speakers = {"academician": academicians, "expert": experts, "enterprise_head": heads}
    found = [
        _guest(talk.values["day"], next(speakers[kind]), kind, talk.values["title"], 1,
               programmes=talk.values["programmes"])
        for talk, kind in zip(talks, kinds, strict=True)
    ]  # fmt: skip
    before = ["academician"] + ["expert"] * 9 + ["enterprise_head"] * 9
    for number, kind in enumerate(before, 1):
        day = date(2023, 3, 6) + timedelta(days=number * 14)
        found.append(_guest(day, next(speakers[kind]), kind, f"产业发展报告（2023年第{number}讲）", 1,
                            programmes=(programmes.INDUSTRY_TALKS,)))  # fmt: skip
    meetings = ((START, "优势产业科技赋能专项行动", programmes.COOPERATION, 20),
                (date(2024, 6, 21), "医学影像与人工智能高质量发展会议", programmes.MEDICAL, 17))  # fmt: skip
    for day, event, programme, count in meetings:
        found += [
            _guest(day, next(heads), "enterprise_head", event, 0, programmes=(programme,))
            for _ in range(count)
        ]
    # The same people again: three visits more, nobody new.
    found += [_guest(START, number, kind, "优势产业科技赋能专项行动", 0, programmes=(programmes.COOPERATION,))
              for number, kind in ((25, "expert"), (112, "enterprise_head"), (113, "enterprise_head"))]  # fmt: skip
    schools = (names.school("WC", 58), names.school("WL", 59))
    found.append(Row({"org": names.CITY, "day": date(2024, 9, 14), "person_name": person(400), "kind": "astronaut",
                      "level": "nation", "event": "全国科普日主场活动", "occasion": "ceremony", "talks": 2,
                      "talk_kind": "science_talk", "visited": schools,
                      "programmes": (programmes.SCIENCE_DAY, programmes.SPACE)}))  # fmt: skip
    return found


def _nominations() -> list[Row]:
    def one(day: date, scheme: str, number: int, stage: str, decided: date | None, **more: object) -> Row:
        values = {"day": day, "schemes": (scheme,), "what": "person", "person_name": person(number),
                  "employer": f"{word(number)}公司", "level": "province", "stage": stage, "stage_day": decided}  # fmt: skip
        return Row({"org": names.CITY, **values, **more})

    call, decided = date(2024, 4, 12), date(2024, 7, 5)
    found = [
        one(call, ARTICLES, 200 + n, "selected" if n < 3 else "refused", decided, what="article", level="city",
            title=f"{word(n + 40)}科研纪事")
        for n in range(5)
    ]  # fmt: skip
    nation = {"level": "nation"}
    found += [
        one(call, YOUTH, 210 + n, "candidate" if n < 2 else "refused", decided, edition=18, **nation)
        for n in range(3)
    ]
    found += [
        one(call, WOMEN, 214 + n, "candidate" if n < 1 else "refused", decided, edition=20, **nation)
        for n in range(2)
    ]
    found += [one(date(2024, 5, 20), INNOVATORS, 220 + n, "selected" if n < 10 else "refused", date(2024, 9, 2))
              for n in range(14)]  # fmt: skip
    found += [one(date(2024, 11, 5), TALENTS, 240 + n, "submitted", None) for n in range(5)]
    prize = {"what": "project", "title": "催化材料应用基础研究（演示项目）", "grade": "second"}
    found.append(one(date(2024, 3, 8), NATURAL_SCIENCE, 250, "awarded", date(2024, 12, 3), **prize))
    return found


def _leaders(*lines: tuple[str, str, int]) -> list[dict[str, object]]:
    return [
        {"sender": sender, "post": post, "persons": persons, "returning": 0}
        for sender, post, persons in lines
    ]


def _visits() -> list[Row]:
    spring, day = date(2024, 2, 2), date(2024, 5, 29)
    greeting = {"purpose": "greeting", "direction": "out", "level": "city"}
    bodies = _leaders(("party_committee", "deputy_chair", 2), ("congress", "deputy_chair", 1),
                      ("government", "deputy_chair", 1), ("cppcc", "deputy_chair", 1))  # fmt: skip
    found = [
        Row({"org": names.CITY, "day": spring, "title": "春节前看望科技工作者", **greeting},
            _leaders(("party_committee", "deputy_chair", 1), ("government", "deputy_chair", 1))),
        Row({"org": names.CITY, "day": day, "title": "科技工作者日走访慰问", "programmes": (programmes.WORKERS_DAY,),
             **greeting}, bodies),
        Row({"org": names.CITY, "day": date(2024, 10, 18), "title": "省科协来宛指导", "purpose": "research",
             "direction": "in", "level": "province"}, _leaders(("association", "deputy_chair", 1))),
    ]  # fmt: skip
    for number, county in enumerate(("FC", "XX", "ZP", "TB", "TH")):
        values = {"day": date(2024, 3, 12) + timedelta(days=21 * number), "title": "调研科普工作", "purpose": "research",
                  "direction": "out", "level": "city", "place": names.COUNTIES[county]}  # fmt: skip
        found.append(Row({"org": names.CITY, **values}, _leaders(("association", "chair", 1))))
    return found


def _appointments() -> list[Row]:
    since = date(2024, 9, 10)
    rows = [(since, person(300 + n), f"{word(n)}大学", "vice_principal", "city", (names.school_of(n, 46),), date(2027, 9, 9))
            for n in range(8)]  # fmt: skip
    return table(names.CITY, "since person_name employer kind level bodies until", *rows)
