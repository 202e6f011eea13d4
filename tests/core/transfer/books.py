"""Odd workbooks made by the tests, and the sheets they are read with."""

import io
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kebridge.core.transfer.columns import Column, Sheet

ACTIVITIES = Sheet(
    "activities",
    "活动",
    (
        Column("title", "名称", "text", required=True, help="活动的全称", example="全国科普日主场活动"),
        Column("day", "日期", "day", required=True, example="2024-9-15"),
        Column("kind", "类别", "choice", choices=(("lecture", "讲座"), ("show", "展览")), example="讲座"),
        Column("people", "参加人数（人次）", "count", required=True, example="120"),
        Column("hosts", "承办单位", "orgs"),
        Column("contact", "联系电话", "text"),
    ),
    key=("title", "day"),
)
CONTESTS = Sheet(
    "contests",
    "竞赛",
    (
        Column("name", "赛事名称", "text", required=True),
        Column("day", "日期", "day", required=True),
        Column("winner", "获奖者", "body", line=True),
        Column("level", "奖项", "text", line=True),
    ),
    key=("name", "day"),
)
HEADINGS = ("名称", "日期", "类别", "参加人数（人次）", "承办单位", "联系电话")
ROW = ("科普讲座", "2024-3-5", "讲座", 120, "市医学会、市农学会", "13900000000")


def book(
    rows: Iterable[Sequence[object]], title: str = "活动", change: Callable[[Worksheet], None] | None = None
) -> bytes:
    """A workbook of one sheet with these rows; `change` may do more to it."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    return saved(made)


def saved(made: Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def ole(*streams: str) -> bytes:
    """An OLE container's header with a directory that names these streams."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    return header + b"".join(
        name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams)
    )
