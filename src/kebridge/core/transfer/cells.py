"""Writing single cells with xlsxwriter: numbers as numbers, dates as dates, and never a formula."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from xlsxwriter import Workbook as XlsxBook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_000  # Excel's own limit is 32,767
CUT = "……（余下内容过长，未写入）"
MOST_ROWS = 1_048_576
CHINA = timezone(timedelta(hours=8))  # one time for the whole country, no summer time; workbooks hold no zone
EXACT_DIGITS = 15  # a longer number is written as text, or Excel would change its last digits
NOTICE = "非涉密系统，严禁录入涉密信息"
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_TAB = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Formats:
    """The cell formats of one workbook."""

    title: Format
    note: Format
    head: Format
    head_line: Format
    text: Format
    literal: Format
    number: Format
    day: Format
    moment: Format
    grey: Format
    grey_day: Format
    wrong: Format
    problem: Format

    @classmethod
    def of(cls, book: XlsxBook) -> "Formats":
        """The formats, made in that workbook."""
        base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
        head = {**base, "bold": True, "border": 1, "align": "center", "text_wrap": True}
        grey = {**base, "font_color": "#808080", "italic": True}
        return cls(
            title=book.add_format({**base, "bold": True, "font_size": 16, "align": "center"}),
            note=book.add_format({**base, "font_size": 10, "text_wrap": True, "font_color": "#7F3F00"}),
            head=book.add_format({**head, "bg_color": "#DDEBF7"}),
            head_line=book.add_format({**head, "bg_color": "#E2EFDA"}),
            text=book.add_format({**base, "num_format": "@"}),
            literal=book.add_format({**base, "num_format": "@", "quote_prefix": True}),
            number=book.add_format({**base, "num_format": "General"}),
            day=book.add_format({**base, "num_format": "yyyy-mm-dd"}),
            moment=book.add_format({**base, "num_format": "yyyy-mm-dd hh:mm"}),
            grey=book.add_format(grey),
            grey_day=book.add_format({**grey, "num_format": "yyyy-mm-dd"}),
            wrong=book.add_format({**base, "bg_color": "#FFE699", "num_format": "@"}),
            problem=book.add_format({**base, "font_color": "#C00000", "text_wrap": True}),
        )


def safe_text(text: str) -> str:
    """A text that a workbook can hold: no lone surrogates, not too long."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= LONGEST_CELL else clean[:LONGEST_CELL] + CUT


def tab_name(title: str, taken: Iterable[str] = ()) -> str:
    """A name for a sheet's tab: allowed characters, at most 31, not taken."""
    base = _NOT_IN_TAB.sub(" ", title).strip().strip("'")[:31] or "表"
    name, n, used = base, 1, {each.casefold() for each in taken}
    while name.casefold() in used or name.casefold() == "history":
        n += 1
        name = f"{base[: 31 - len(str(n)) - 2]}（{n}）"
    return name


def write_text(
    sheet: Worksheet, row: int, column: int, text: str, formats: Formats, *, plain: Format | None = None
) -> None:
    """The text as text, whatever it begins with."""
    risky = text.startswith(_FORMULA_START)
    sheet.write_string(row, column, safe_text(text), formats.literal if risky else plain or formats.text)


def _number(sheet: Worksheet, row: int, column: int, value: int | float | Decimal, formats: Formats) -> None:
    exact = Decimal(str(value))
    if not exact.is_finite():
        write_text(sheet, row, column, "", formats)
    elif len(exact.normalize().as_tuple().digits) > EXACT_DIGITS or (
        exact == exact.to_integral() and abs(exact) >= 10**EXACT_DIGITS
    ):
        write_text(sheet, row, column, format(exact, "f"), formats)
    else:
        sheet.write_number(row, column, float(exact), formats.number)


def write_value(sheet: Worksheet, row: int, column: int, value: object, formats: Formats) -> None:
    """Any value of an export: None is blank, truth is 是/否, several values are joined by 、."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        write_text(sheet, row, column, "是" if value else "否", formats)
    elif isinstance(value, int | float | Decimal):
        _number(sheet, row, column, value, formats)
    elif isinstance(value, datetime):
        moment = (value.astimezone(CHINA) if value.tzinfo else value).replace(tzinfo=None)
        style = formats.day if moment.time() == time() else formats.moment
        sheet.write_datetime(row, column, moment, style)
    elif isinstance(value, date) and value.year >= 1900:
        sheet.write_datetime(row, column, value, formats.day)
    elif isinstance(value, list | tuple | set | frozenset):
        write_text(sheet, row, column, "、".join(str(item) for item in value), formats)
    else:
        write_text(sheet, row, column, str(value), formats)
