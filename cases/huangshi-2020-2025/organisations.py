"""01-组织: the tree below the city association; the four that the city itself approved are among the 48 new ones."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, stream

from . import names

OPENED = {"enterprise": 71, "university": 5, "hospital": 8, "school": 12, "park": 2}  # before the congress
FOUR = (
    ("HS-YQ-01", "新港（物流）工业园区科协", "park", date(2021, 9, 16)),
    ("HS-YQ-02", "大冶湖高新区科协", "park", date(2022, 6, 9)),
    ("HS-XX-01", "黄石市第一中学科协", "school", date(2023, 4, 12)),
    ("HS-QY-01", "黄石移动公司科协", "enterprise", date(2024, 3, 28)),
)
IN_COUNTIES = 44
STOCK_HOLDER = "企事业科协期初存量"
SOCIETIES_TOGETHER = "市级学会汇总"


def pages() -> list[Page]:
    rows = [*_counties(), *_museums(), *_societies(), *_four(), *_in_counties(), *_towns(), *_groups()]
    return [Page("organisations", rows, "注：成立日期不明的只登记起始日期。")]


def _org(code: str, name: str, type_code: str, parent: str = names.CITY, **more: object) -> Row:
    return Row({"code": code, "name": name, "type": type_code, "org": parent, **more})


def _counties() -> list[Row]:
    known = date(2010, 1, 1)
    return [
        _org(f"HS-{code}", names.association(code), "district", known_from=known) for code in names.COUNTIES
    ]


def _museums() -> list[Row]:
    return [
        _org("HS-KJG", names.MUSEUM, "museum", known_from=date(2014, 9, 20)),
        _org("HS-DY-KJG", "大冶市科技馆", "museum", names.association("DY"), founded=date(2022, 3, 10)),
        _org("HS-YX-KJG", "阳新县科技馆", "museum", names.association("YX"), founded=date(2021, 12, 6)),
    ]


def _societies() -> list[Row]:
    rows = [
        _org(f"HS-XH-{n:02d}", f"黄石市{field}学会", "society", known_from=date(2020, 12, 1), field=field)
        for n, field in enumerate(names.SOCIETIES, 1)
    ]
    for n, (field, founded) in enumerate(names.NEW_SOCIETIES, len(names.SOCIETIES) + 1):
        rows.append(_org(f"HS-XH-{n:02d}", f"黄石市{field}学会", "society", founded=founded, field=field,
                         document=f"黄科协演示〔{founded.year}〕{n}号"))  # fmt: skip
    return rows


def _four() -> list[Row]:
    return [
        _org(code, name, kind, founded=founded, document=f"黄科协演示〔{founded.year}〕{number}号")
        for number, (code, name, kind, founded) in enumerate(FOUR, 41)
    ]


def _in_counties() -> list[Row]:
    """Approved by the counties; most are firms."""
    rng, counties, rows = stream("grassroots"), list(names.COUNTIES), []
    kinds = (
        "enterprise",
        "enterprise",
        "school",
        "enterprise",
        "hospital",
        "enterprise",
        "enterprise",
        "university",
    )
    for number, day in enumerate(names.in_term(rng, IN_COUNTIES)):
        county, kind = counties[number % len(counties)], kinds[number % len(kinds)]
        host = _host(kind, 500 + number)
        rows.append(_org(f"HS-{county}-JC-{number + 1:02d}", f"{host}科协", kind, names.association(county), founded=day,
                         host=host))  # fmt: skip
    return rows


def _host(kind: str, number: int) -> str:
    if kind == "enterprise":
        return names.firm(number)
    if kind == "school":
        return names.school(number)
    return f"{names.firm(number)[:2]}{'医院' if kind == 'hospital' else '职业学院'}"


def _towns() -> list[Row]:
    """Sixteen townships of one county: eleven stood before, five founded in the term."""
    return [
        _org(f"HS-YX-XZ-{n:02d}", f"阳新县{town}科协", "township", names.association("YX"),
             **({"known_from": date(2018, 5, 1)} if n <= 11 else {"founded": date(2021 + n % 3, 4 + n % 7, 15)}))
        for n, town in enumerate(names.TOWNS, 1)
    ]  # fmt: skip


def _groups() -> list[Row]:
    since = date(2021, 1, 1)
    return [
        _org("HS-QY-00", STOCK_HOLDER, "group", known_from=since, note="大会以前成立的只有总数，见期初存量"),
        _org(
            "HS-XH-00", SOCIETIES_TOGETHER, "group", known_from=since, note="学会的宣讲活动由学会部汇总报送"
        ),
    ]
