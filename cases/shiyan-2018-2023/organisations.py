"""01-组织: the tree below the city association, congresses, leading groups, alliances."""

from datetime import date
from typing import Any

from kebridge.casework.making.ground import Page, Row, table

from . import names

START = date(2018, 1, 1)  # the day from which single records are kept
GROUP, ALLIANCE = "全民科学素质工作领导小组", "襄十随神城市群科普科创联盟"
NEIGHBOURS = ("襄阳市科协", "随州市科协", "神农架林区科协")


def pages() -> list[Page]:
    return [Page("organisations", [*_counties(), *_city_wide(), *_societies(), *_universities(), *_firms()],
                 "注：成立日期不明的只登记起始日期。"), Page("bodies", _bodies()), Page("congresses", _congresses()),
            Page("leading_groups", _groups()), Page("alliances", _alliances())]  # fmt: skip


def _org(code: str, name: str, type_code: str, parent: str = names.CITY, **more: Any) -> Row:
    return Row({"code": code, "name": name, "type": type_code, "org": parent, **more})


def _counties() -> list[Row]:
    known = date(2010, 1, 1)
    return [
        _org(f"SY-{code}", names.association(code), "district", known_from=known) for code in names.COUNTIES
    ]


def _city_wide() -> list[Row]:
    return [
        _org("SY-KJG", names.MUSEUM, "museum", known_from=date(2016, 6, 1)),
        _org("SY-GCS", names.ENGINEERS, "engineers", founded=names.ENGINEERS_DAY, document="十科协演示〔2020〕31号"),
        _org("SY-LKX", names.SENIORS, "seniors", founded=names.SENIORS_DAY, document="十科协演示〔2021〕12号"),
        _org("SY-CL", names.STOCK_HOLDER, "group", known_from=START, note="农技协、村和学校科协只有总数，见期初存量"),
    ]  # fmt: skip


def _societies() -> list[Row]:
    rows = [_org(f"SY-XH-{n:02d}", names.society(field), "society", known_from=START, field=field)
            for n, field in enumerate(names.SOCIETIES, 1)]  # fmt: skip
    for n, (field, founded) in enumerate(names.NEW_SOCIETIES, len(rows) + 1):
        rows.append(_org(f"SY-XH-{n:02d}", names.society(field), "society", founded=founded, field=field,
                         document=f"十科协演示〔{founded.year}〕{n}号"))  # fmt: skip
    return rows


def _universities() -> list[Row]:
    found = []
    for n, (name, founded) in enumerate(names.UNIVERSITIES, 1):
        begun = {"founded": founded} if founded else {"known_from": START}
        found.append(_org(f"SY-GX-{n}", f"{name}科协", "university", host=name, **begun))
    return found


def _firms() -> list[Row]:
    days = names.over_term(names.FIRMS - names.OLD_FIRMS, date(2018, 9, 10), date(2023, 6, 16))
    found = []
    for n in range(names.FIRMS):
        begun = {"known_from": START} if n < names.OLD_FIRMS else {"founded": days[n - names.OLD_FIRMS]}
        name = names.firm(n)
        found.append(_org(f"SY-QY-{n + 1:02d}", f"{name}科协", "enterprise", host=name, **begun))
    return found


def _bodies() -> list[Row]:
    """Bodies that several records name: entered once, so that all mean the same one."""
    known = (*NEIGHBOURS, "武汉大学", "湖北省科协")
    return [Row({"org": names.CITY, "name": name, "kind": "body"}) for name in known]


def _congresses() -> list[Row]:
    def one(
        org: str, sort: str, number: int, day: date, until: date, *seats: tuple[str, int, int, int, int]
    ) -> Row:
        fields = ("kind", "persons", "front_line", "women", "young")
        values = {"sort": sort, "number": number, "day": day, "until": until}
        return Row({"org": org, **values}, [dict(zip(fields, seat, strict=True)) for seat in seats])

    return [
        one(names.CITY, "association", 4, date(2013, 5, 16), date(2018, 5, 15)),
        one(names.CITY, "association", 5, names.OPENED, date(2023, 6, 27), ("delegate", 238, 171, 62, 118),
            ("member", 75, 49, 16, 31), ("standing_member", 25, 14, 5, 9)),
        one(names.CITY, "association", 6, names.NEXT, date(2028, 10, 25), ("delegate", 252, 186, 71, 134),
            ("member", 81, 56, 20, 38), ("standing_member", 27, 16, 6, 11)),
        one(names.association("YY"), "association", 3, date(2020, 12, 10), date(2025, 12, 9), ("delegate", 120, 84, 33, 52)),
        one(names.SENIORS, "society", 1, names.SENIORS_DAY, date(2026, 4, 15), ("delegate", 96, 90, 28, 0)),
        one(names.ENGINEERS, "society", 1, names.ENGINEERS_DAY, date(2025, 9, 17), ("delegate", 110, 102, 19, 61)),
    ]  # fmt: skip


def _groups() -> list[Row]:
    return table(
        names.CITY, "name kind level role since units document",
        (GROUP, "leading", "city", "office", date(2012, 3, 1), 33, "议事机构设置文件（演示）"),
        ("乡村振兴领导小组", "leading", "city", "group_member", date(2021, 5, 8), 48, "议事机构设置文件（演示）"),
    )  # fmt: skip


def _alliances() -> list[Row]:
    return table(
        names.CITY, "name kind level role day members document",
        (ALLIANCE, "cities", "province", "founder", date(2021, 11, 18), NEIGHBOURS, "联盟成立协议（演示）"),
        ("汽车产业学会联合体", "societies", "city", "founder", date(2022, 6, 30),
         (names.society("汽车工程"), names.society("机械工程")), "联合体章程（演示）"),
    )  # fmt: skip
