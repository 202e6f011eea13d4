"""01-组织: the towns and sub-districts below the city, its societies, one association new in the half-year."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names

KNOWN = date(2012, 1, 1)


def pages() -> list[Page]:
    return [
        Page("organisations", _organisations(), "注：成立日期不明的只登记起始日期。"),
        Page("congresses", _congresses()),
    ]


def _organisations() -> list[Row]:
    fields = "code name type known_from founded host"
    towns = [(f"YY-{code}", names.association(code), "township", KNOWN, None, "") for code in names.TOWNS]
    others = [
        ("YY-FXJ", names.ANTICULT, "anticult", KNOWN, None, ""),
        ("YY-LKX", names.SENIORS, "seniors", KNOWN, None, ""),
        ("YY-XH-1", "颍阳市农学会", "society", KNOWN, None, ""),
        ("YY-XH-2", "颍阳市医学会", "society", KNOWN, None, ""),
        ("YY-QY-1", f"{names.firm(0)}科协", "enterprise", None, date(2024, 4, 18), names.firm(0)),
    ]
    return table(names.CITY, fields, *towns, *others)


def _congresses() -> list[Row]:
    """The third was held; the fourth is meant to be."""
    return table(
        names.CITY, "sort number day planned until",
        ("association", 3, date(2019, 11, 28), None, date(2024, 11, 27)), ("association", 4, None, date(2024, 11, 20), None),
    )  # fmt: skip
