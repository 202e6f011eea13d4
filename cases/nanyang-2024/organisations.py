"""01-组织: the tree below the city association."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, stream

from . import names

NEW_FIRMS = 39
NEW_STATIONS = 7
BASES = 86
START = date(2024, 1, 1)  # the day from which the installation keeps single records


def pages() -> list[Page]:
    rows = [*_counties(), *_venues(), *_societies(), *_enterprises(), *_stations(), *_bases()]
    return [Page("organisations", rows, "注：成立日期不明的学会只登记起始日期，名称按民政登记证书。")]


def base_names() -> list[tuple[str, str]]:
    """(county, name) of every science education base."""
    counties = list(names.COUNTIES)
    found = []
    for number in range(BASES):
        county = counties[number % len(counties)]
        kind = names.BASE_KINDS[number % len(names.BASE_KINDS)]
        found.append((county, f"{names.COUNTIES[county]}{names.word(number * 7 + 5)}{kind}"))
    return found


def _org(code: str, name: str, type_code: str, parent: str = names.CITY, **more: object) -> Row:
    return Row({"code": code, "name": name, "type": type_code, "org": parent, **more})


def _counties() -> list[Row]:
    known = date(2010, 1, 1)
    return [
        _org(f"NY-{code}", names.association(code), "district", known_from=known) for code in names.COUNTIES
    ]


def _venues() -> list[Row]:
    rows = []
    for venue in (*names.VENUES, *names.BUILDING):
        parent = names.association(venue.county) if venue.county else names.CITY
        begun = {"founded": date(2024, 1, 15)} if venue.county == "XY" else {"known_from": venue.opened}
        if venue.opened is None:
            begun = {"founded": date(2024, 7, 1), "document": "筹建批复（演示）"}
        rows.append(_org(venue.code, venue.name, "museum", parent, **begun))
    centre = names.YOUTH_CENTRE
    rows.append(_org(centre.code, centre.name, "youth_centre", known_from=date(2015, 6, 1)))
    return rows


def _societies() -> list[Row]:
    standing = date(2023, 12, 31)
    rows = [
        _org(f"NY-XH-{n:02d}", f"南阳市{field}学会", "society", known_from=standing, field=field)
        for n, field in enumerate(names.SOCIETIES, 1)
    ]
    for n, (field, founded) in enumerate(names.NEW_SOCIETIES, len(names.SOCIETIES) + 1):
        rows.append(_org(f"NY-XH-{n:02d}", f"南阳市{field}学会", "society", founded=founded, field=field,
                         document=f"宛科协演示〔2024〕{n}号"))  # fmt: skip
    return rows


def _enterprises() -> list[Row]:
    rng = stream("enterprises")
    rows = [_org("NY-QY-00", names.STOCK_HOLDER, "group", known_from=START,
                 note="启用前成立的企业、高校、乡镇科协只有总数，见期初存量")]  # fmt: skip
    counties = list(names.COUNTIES)
    founded = sorted(date(2024, rng.randint(1, 12), rng.randint(1, 28)) for _ in range(NEW_FIRMS))
    for n, day in enumerate(founded, 1):
        county, name = counties[n % len(counties)], names.firm(n)
        rows.append(_org(f"NY-QY-{n:02d}", f"{name}科协", "enterprise", names.association(county), founded=day,
                         host=name, document=f"{names.COUNTIES[county][:-1]}科协演示〔2024〕{n}号"))  # fmt: skip
    return rows


def _stations() -> list[Row]:
    rng = stream("stations")
    founded = sorted(date(2024, rng.randint(3, 11), rng.randint(1, 28)) for _ in range(NEW_STATIONS))
    return [
        _org(
            f"NY-FWZ-{n}", f"{names.firm(50 + n)}学会服务站", "station", founded=day, host=names.firm(50 + n)
        )
        for n, day in enumerate(founded, 1)
    ]


def _bases() -> list[Row]:
    return [
        _org(f"NY-JD-{n:02d}", name, "base", names.association(county), known_from=date(2022, 1, 1))
        for n, (county, name) in enumerate(base_names(), 1)
    ]
