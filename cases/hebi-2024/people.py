"""06-人才荣誉赛事, its people: leaders who came, experts appointed, put forward and invited. All names are invented."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table
from kebridge.casework.making.invented import person, word

from . import names
from . import programmes as tags

VILLAGE = "淇县黑龙庄村"
EXPERTS, DOCTORS, SPEAKERS = 10, 10, 4
FIELDS = ("化工", "新材料", "镁基新材料")


def pages() -> list[Page]:
    return [Page("visitors", _visits(), "注：只记班子、职务和人数；年内再来的写在“本年已来过”。"), Page("appointments", _appointments()),
            Page("nominations", _nominations()), Page("guests", _guests(), "注：同一人来几次，按人只算一次。")]  # fmt: skip


def _visits() -> list[Row]:
    """Five leaders of the province in six visits: one deputy came twice. The city's own went to the counties."""

    def one(
        day: date, title: str, direction: str, level: str, *lines: tuple[str, int, int], **more: object
    ) -> Row:
        leaders = [
            {"sender": "association", "post": post, "persons": n, "returning": again}
            for post, n, again in lines
        ]
        values = {"day": day, "title": title, "purpose": "research", "direction": direction, "level": level}
        return Row({"org": names.CITY, **values, **more}, leaders)

    came = ("in", "province")
    found = [
        one(date(2024, 3, 21), "调研科协组织建设", *came, ("deputy_chair", 1, 0)),
        one(date(2024, 5, 16), "调研科技创新服务", *came, ("secretary", 1, 0), ("deputy_chair", 1, 0)),
        one(date(2024, 7, 11), "出席试点城市交流会", *came, ("chair", 1, 0), ("deputy_chair", 1, 1), programmes=(tags.PILOTS,)),
        one(date(2024, 9, 26), "出席产业会议", *came, ("deputy_chair", 1, 0), programmes=(tags.SPACE,)),
        one(date(2024, 10, 30), "部门来馆学习交流", "in", "city", ("department_head", 2, 0)),
    ]  # fmt: skip
    found += [one(date(2024, 4, 9) + timedelta(days=30 * n), "调研科普工作", "out", "city", ("chair", 1, 0), place=county)
              for n, county in enumerate(names.COUNTIES.values())]  # fmt: skip
    return found


def _appointments() -> list[Row]:
    since = date(2024, 9, 14)
    rows = [
        (since, person(n), f"{word(n)}学院", "chief_expert", "city", 1, (), date(2027, 9, 13))
        for n in range(EXPERTS)
    ]
    rows.append(
        (
            date(2024, 6, 3),
            person(20),
            "河南省演示研究院",
            "chief_expert",
            "province",
            2,
            (),
            date(2027, 6, 2),
        )
    )
    rows.append(
        (
            date(2023, 7, 1),
            person(21),
            names.CITY,
            "village_secretary",
            "city",
            None,
            (VILLAGE,),
            date(2025, 6, 30),
        )
    )
    rows.append(
        (
            date(2021, 6, 1),
            person(22),
            names.CITY,
            "village_secretary",
            "city",
            None,
            (VILLAGE,),
            date(2023, 6, 30),
        )
    )
    return table(names.CITY, "since person_name employer kind level batch bodies until", *rows)


def _nominations() -> list[Row]:
    call, decided = date(2024, 5, 10), date(2024, 10, 8)
    fields = "day schemes what person_name employer title level stage stage_day"
    return table(
        names.CITY, fields,
        (call, (tags.HUNDRED,), "organisation", "", "", f"鹤壁{word(4)}技术服务中心", "province", "selected", decided),
        (call, (tags.HUNDRED,), "organisation", "", "", f"鹤壁{word(9)}检测中心", "province", "refused", decided),
        (call, (tags.HUNDRED,), "person", person(30), f"{word(30)}公司", "", "province", "selected", decided),
        (call, (tags.HUNDRED,), "person", person(31), f"{word(31)}公司", "", "province", "refused", decided),
    )  # fmt: skip


def _guest(day: date, number: int, event: str, programme: str, **more: object) -> Row:
    values = {"day": day, "person_name": person(number), "employer": f"{word(number // 2)}研究所", "kind": "expert",
              "level": "nation", "field": FIELDS[number % 3], "event": event, "occasion": "service", "talks": 0,
              "programmes": (programme,)}  # fmt: skip
    return Row({"org": names.CITY, **values, **more})


def _guests() -> list[Row]:
    space, tour, team = date(2024, 9, 26), date(2024, 6, 20), date(2024, 10, 16)
    conference = {"occasion": "conference", "field": "商业航天"}
    speaking = {**conference, "talks": 1, "talk_kind": "industry_talk"}
    found = [
        _guest(space, 100 + n, "商业航天产业会议", tags.SPACE, **(speaking if n < SPEAKERS else conference))
        for n in range(7)
    ]
    found += [_guest(tour, 120 + n, "企业现场诊断", tags.TOUR) for n in range(DOCTORS)]
    found += [
        _guest(tour + timedelta(days=1), 120 + n, "企业现场诊断（第二天）", tags.TOUR) for n in range(3)
    ]
    found += [_guest(team, 140 + n, "科技服务团进县区", tags.TEAM, level="province") for n in range(6)]
    return found
