"""03-基层与三长: which towns, universities and firms have an association; the posts of the three heads; their work."""

from datetime import date, timedelta

from kebridge.casework.making.ground import Page, Row, table

from . import names, programmes
from .organisations import START

MERGED = date(2021, 3, 1)  # a town that was merged into its neighbour
LATE_TOWNS = 9  # every ninth town had no association when the term began
NOT_TAKEN = 13  # every thirteenth post: nobody on it sits as vice-chair
HEADS = (("hospital_head", "卫生院院长"), ("school_head", "中心学校校长"), ("agrotech_head", "农技站站长"))


def pages() -> list[Page]:
    return [Page("coverable_units", [*_towns(), *_universities(), *_firms()], "注：应建范围见建会名单。"),
            Page("posts", _posts(), "注：只登记岗位，不登记人。"), Page("other_works", [*_members(), *_heads()]),
            Page("funds", _funds())]  # fmt: skip


def _every_town() -> list[tuple[str, str]]:
    return [(county, names.town(county, n)) for county, count in names.TOWNS.items() for n in range(count)]


def _towns() -> list[Row]:
    found = []
    for n, (county, town) in enumerate(_every_town()):
        since = (
            date(2018, 9, 3) + timedelta(days=47 * (n // LATE_TOWNS))
            if n % LATE_TOWNS == 4
            else date(2014, 5, 1)
        )
        values = {"kind": "township", "name": town, "since": START, "covered_from": since}
        found.append(Row({"org": names.association(county), **values}))
    merged = {
        "kind": "township",
        "name": names.town("FX", 30),
        "since": START,
        "until": MERGED,
        "note": "并入相邻的镇",
    }
    return [*found, Row({"org": names.association("FX"), **merged})]


def _universities() -> list[Row]:
    return table(names.CITY, "kind name since association",
                 *(("university", name, START, f"{name}科协") for name, _ in names.UNIVERSITIES))  # fmt: skip


def _firms() -> list[Row]:
    rows = [("firm", names.firm(n), "above", START, None, f"{names.firm(n)}科协") for n in range(names.FIRMS)]
    rows.append(
        ("firm", names.firm(60), "above", START, date(2022, 6, 30), None)
    )  # moved away: no longer on the list
    rows += [("other", name, "", START, None, name) for name in (names.ENGINEERS, names.SENIORS)]
    return table(names.CITY, "kind name size since until association", *rows)


def _posts() -> list[Row]:
    found = []
    number = 0
    for county, town in _every_town():
        for kind, name in HEADS:
            values = {"unit": town, "name": f"{town}{name}", "kind": kind, "since": START, **_seat(number)}
            found.append(Row({"org": names.association(county), **values}))
            number += 1
    closed = names.town("FX", 30)
    found.append(Row({"org": names.association("FX"), "unit": closed, "name": f"{closed}卫生院院长", "kind": "hospital_head",
                      "since": START, "until": MERGED, "seat": "vice_chair", "working": "part_time",
                      "taken_from": date(2018, 10, 8)}))  # fmt: skip
    return found


def _seat(number: int) -> dict[str, object]:
    """Vice-chair, but for some: vacant, a member only, or gone from office."""
    taken = date(2018, 9, 3) + timedelta(days=number * 4)
    if number % NOT_TAKEN != NOT_TAKEN - 1:
        return {"seat": "vice_chair", "working": "part_time", "taken_from": taken}
    kind = number // NOT_TAKEN % 3
    if kind == 0:
        return {}
    if kind == 1:
        return {"seat": "member", "working": "part_time", "taken_from": taken}
    return {
        "seat": "vice_chair",
        "working": "part_time",
        "taken_from": date(2018, 9, 3),
        "taken_until": date(2022, 8, 31),
    }


def _work(org: str, day: date, campaign: str, taking: str, *, title: str, people: int) -> Row:
    return Row({"org": org, "day": day, "kind": "campaign", "title": title, "taking": taking, "quantity": people, "unit": "人次",
                "evidence": "派出名单和现场照片", "items": (campaign,)})  # fmt: skip


def _members() -> list[Row]:
    """The same campaign several times: one campaign."""
    found = []
    for n, (campaign, since) in enumerate(programmes.MEMBER_CAMPAIGNS.items()):
        first = max(since, date(2018, 7, 2)) + timedelta(days=20 + n)
        for turn in range(3):
            day = names.workday(first + timedelta(days=100 * turn))
            found.append(
                _work(
                    names.CITY,
                    day,
                    campaign,
                    "members",
                    title=f"{campaign}志愿服务（第{turn + 1}次）",
                    people=18 + n + turn,
                )
            )
    return found


def _heads() -> list[Row]:
    found = []
    for n, (campaign, since) in enumerate(programmes.HEADS_CAMPAIGNS.items()):
        for turn, county in enumerate(("YY", "ZS", "FX", "YX")):
            day = names.workday(max(since, date(2018, 9, 10)) + timedelta(days=30 + 90 * turn + n))
            found.append(_work(names.association(county), day, campaign, "three_heads",
                               title=f"三长参加{campaign}（{names.COUNTIES[county]}）", people=12 + 5 * turn))  # fmt: skip
    return found


def _funds() -> list[Row]:
    fields = "day title kind purpose schemes grantor level asked status decided granted received_day received"
    asked, decided = date(2021, 4, 12), date(2021, 8, 20)
    rows = [
        (asked, f"{county}三长支撑行动计划项目", "project", "grassroots", (programmes.HEADS_PLAN,), "湖北省科协", "province", 80_000,
         "granted" if won else "refused", decided, 50_000 if won else None, date(2021, 10, 14) if won else None,
         50_000 if won else None)
        for county, won in (("郧阳区", True), ("竹山县", True), ("丹江口市", False))
    ]  # fmt: skip
    return table(names.CITY, fields, *rows)
