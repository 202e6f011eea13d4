"""01-组织: the tree below the city association; five new associations of the year, the first of a hospital among them."""

from datetime import date

from kebridge.casework.making.ground import Page, Row

from . import names

STANDING = date(2023, 12, 31)
NEW = (  # code, name, type, host, founded
    ("GX-1", "鹤壁青禾学院科协", "university", "鹤壁青禾学院", date(2024, 3, 20)),
    ("GX-2", "鹤壁云川职业学院科协", "university", "鹤壁云川职业学院", date(2024, 6, 14)),
    ("QY-1", f"{names.firm(1)}科协", "enterprise", names.firm(1), date(2024, 4, 26)),
    ("QY-2", f"{names.firm(2)}科协", "enterprise", names.firm(2), date(2024, 9, 6)),
    ("YY-1", "鹤壁泽岚医院科协", "hospital", "鹤壁泽岚医院", date(2024, 8, 19)),
)


def pages() -> list[Page]:
    return [Page("organisations", [*_standing(), *_new()], "注：成立日期不明的只登记起始日期。")]


def _org(code: str, name: str, type_code: str, parent: str = names.CITY, **more: object) -> Row:
    return Row({"code": f"HB-{code}", "name": name, "type": type_code, "org": parent, **more})


def _standing() -> list[Row]:
    known = date(2010, 1, 1)
    rows = [_org(code, names.association(code), "district", known_from=known) for code in names.COUNTIES]
    rows.append(_org("KJG", names.MUSEUM, "museum", known_from=date(2016, 6, 1)))
    rows.append(_org("FXJ", names.ANTICULT, "anticult", known_from=known))
    rows.append(_org("LKX", names.SENIORS, "seniors", known_from=known))
    rows += [_org(f"XH-{n:02d}", names.society(n - 1), "society", known_from=STANDING, field=field)
             for n, field in enumerate(names.SOCIETIES, 1)]  # fmt: skip
    rows += [_org(f"JD-{n}", names.base(n - 1), "base", names.association(county), known_from=date(2022, 1, 1))
             for n, (county, _) in enumerate(names.BASES, 1)]  # fmt: skip
    rows.append(_org("JC-00", names.STOCK_HOLDER, "group", known_from=date(2024, 1, 1),
                     note="启用前成立的基层科协只有总数，见期初存量"))  # fmt: skip
    return rows


def _new() -> list[Row]:
    return [_org(code, name, kind, founded=day, host=host, document=f"鹤科协演示〔2024〕{n}号")
            for n, (code, name, kind, host, day) in enumerate(NEW, 11)]  # fmt: skip
