"""03-基层与学会: what could be covered, posts of three heads, founding and joining, congresses, ratings."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table

from . import names, organisations, programmes

STARS = {5: 6, 4: 9, 3: 11}  # societies of each rating in the one round of the term


def pages() -> list[Page]:
    return [Page("coverable_units", _units(), "注：阳新按乡镇登记，大冶的乡镇正在核对。"), Page("posts", _posts()),
            Page("society_steps", _steps()), Page("congresses", _congresses()), Page("star_ratings", _ratings()),
            Page("annual_checks", _checks())]  # fmt: skip


def _units() -> list[Row]:
    """All sixteen townships of Yangxin are covered; of Daye's fourteen four are not yet."""
    since = date(2020, 12, 31)
    rows = [
        Row({"org": names.association("YX"), "kind": "township", "name": f"阳新县{town}", "since": since,
             "association": f"阳新县{town}科协"})
        for town in names.TOWNS
    ]  # fmt: skip
    for number in range(14):
        covered = {"covered_from": date(2021, 6, 1) + timedelta(days=40 * number)} if number < 10 else {}
        rows.append(Row({"org": names.association("DY"), "kind": "township", "name": f"大冶市第{number + 1}片区乡镇",
                         "since": since, **covered}))  # fmt: skip
    return rows


def _posts() -> list[Row]:
    """Of Daye's twelve posts eight were taken in, one of them as vice-chair."""
    kinds = (
        ("hospital_head", "卫生院院长"),
        ("school_head", "中心学校校长"),
        ("agrotech_head", "农技站站长"),
    )
    rows = []
    for number in range(12):
        kind, name = kinds[number % 3]
        values = {"org": names.association("DY"), "unit": f"大冶市第{number // 3 + 1}片区乡镇", "name": name, "kind": kind,
                  "since": date(2020, 12, 31)}  # fmt: skip
        if number < 8:
            seat = "vice_chair" if number == 0 else "member"
            values |= {
                "seat": seat,
                "working": "part_time",
                "taken_from": date(2021, 10, 12) + timedelta(days=9 * number),
            }
        rows.append(Row(values))
    return rows


def _steps() -> list[Row]:
    """The city approved four; one more applied and waits. A county's own approvals stand under the county."""
    fields = "name route type field is_emerging units applied replied meeting registered admitted document"
    rows = [
        (name, "reply", kind, "", False, None, founded - timedelta(days=46), founded - timedelta(days=20), founded,
         None, None, f"黄科协演示〔{founded.year}〕{number}号")
        for number, (_, name, kind, founded) in enumerate(organisations.FOUR, 41)
    ]  # fmt: skip
    rows += [
        (f"{names.firm(610)}科协", "reply", "enterprise", "", False, None, date(2025, 11, 3), None, None, None, None, ""),
        ("黄石市光电子信息产业协会", "member_only", "society", "光电子信息", True, 36, date(2024, 9, 4), None, None, None,
         date(2024, 10, 16), "入会批复（演示）"),
        ("黄石市餐饮烹饪协会", "member_only", "society", "餐饮", False, 58, date(2023, 3, 2), None, None, None,
         date(2023, 4, 11), "入会批复（演示）"),
    ]  # fmt: skip
    county = table(names.association("DY"), fields,
                   (f"{names.firm(611)}科协", "reply", "enterprise", "", False, None, date(2023, 2, 8), date(2023, 3, 1),
                    date(2023, 3, 22), None, None, "大冶科协演示〔2023〕6号"))  # fmt: skip
    return [*table(names.CITY, fields, *rows), *county]


def _congresses() -> list[Row]:
    seats = [
        {"kind": "delegate", "persons": 186, "front_line": 138, "women": 61, "young": 83},
        {"kind": "member", "persons": 71, "front_line": 51, "women": 19, "young": 27},
        {"kind": "standing_member", "persons": 25, "front_line": 15, "women": 6, "young": 8},
    ]
    shared = {"sort": "association"}
    return [
        Row({"org": names.CITY, **shared, "number": 7, "day": date(2015, 12, 16), "until": date(2020, 12, 17)}),
        Row({"org": names.CITY, **shared, "number": 8, "day": names.CONGRESS, "until": date(2025, 12, 31)}, seats),
        Row({"org": names.CITY, **shared, "number": 9, "planned": date(2025, 12, 30)}),
        Row({"org": names.association("DY"), **shared, "number": 9, "day": date(2021, 10, 12)}),
        Row({"org": names.association("YX"), **shared, "number": 6, "day": date(2022, 6, 21)}),
        *(Row({"org": names.society(n), "sort": "society", "number": 4 + n % 5, "day": date(2021 + n % 5, 4 + n % 6, 18)})
          for n in range(0, 29, 3)),
    ]  # fmt: skip


def _ratings() -> list[Row]:
    stars = [star for star, count in STARS.items() for _ in range(count)]
    return [
        Row({"org": names.society(number), "scale": "star", "year": 2024, "day": date(2025, 1, 16), "stars": star,
             "until": date(2028, 1, 15), "schemes": (programmes.STAR,), "document": "星级学会公布文件（演示）"})
        for number, star in enumerate(stars)
    ] + [
        Row({"org": names.society(number), "scale": "civil", "year": 2022, "day": date(2022, 12, 8), "stars": 3,
             "document": "民政等级评估公告（演示）"})
        for number in (2, 9, 17)
    ]  # fmt: skip


def _checks() -> list[Row]:
    """The check of one year; two had to put something right, one did not take part."""
    rows = []
    for number in range(29):
        values = {"org": names.society(number), "year": 2024, "submitted": date(2025, 4, 10 + number % 15),
                  "day": date(2025, 6, 20), "result": "passed"}  # fmt: skip
        if number in (5, 21):
            values |= {"result": "basic", "rectify_until": date(2025, 9, 30), "rectified": date(2025, 9, 12)}
        if number == 13:
            values = {
                "org": names.society(number),
                "year": 2024,
                "day": date(2025, 6, 20),
                "result": "absent",
            }
        rows.append(Row(values))
    return rows
