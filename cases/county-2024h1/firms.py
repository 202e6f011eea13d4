"""06-企业与招商: firms that grow into the statistics, and projects that are talked about; planned sums are intentions."""

from datetime import date

from kebridge.casework.making.ground import Page, Row, table

from . import names
from .governing import ATTRACT

YI = 100_000_000


def pages() -> list[Page]:
    return [
        Page("cultivations", _cultivations(), "注：以统计部门通知的入库日期为准。"),
        Page("attractions", _attractions(), "注：计划投入是意向，不是到账。"),
    ]


def _cultivations() -> list[Row]:
    return table(
        names.CITY, "day firm kind stage applied_day entered_day document",
        (date(2024, 1, 18), names.firm(1), "trade", "entered", date(2024, 4, 10), date(2024, 5, 20), "统计入库通知（演示）"),
        (date(2024, 2, 6), names.firm(3), "industry", "entry_applied", date(2024, 6, 12), None, ""),
        (date(2024, 3, 12), names.firm(4), "industry", "entered", date(2024, 5, 30), date(2024, 7, 19), "统计入库通知（演示）"),
    )  # fmt: skip


def _attractions() -> list[Row]:
    """One of 1.3亿 that is to be signed, one below the threshold, one that was given up."""
    return table(
        names.CITY, "day title firm planned plans stage talks_day to_sign_day dropped_day",
        (date(2024, 2, 20), "户外用品增资扩股提升产能项目", names.firm(0), 130_000_000, (ATTRACT,), "to_sign", date(2024, 4, 12), date(2024, 6, 6), None),
        (date(2024, 3, 18), "医护服包装配套项目", names.firm(5), 60_000_000, (ATTRACT,), "talks", date(2024, 5, 8), None, None),
        (date(2024, 1, 25), "食品冷链项目", names.firm(3), 2 * YI, (ATTRACT,), "dropped", date(2024, 2, 28), None, date(2024, 5, 17)),
    )  # fmt: skip
