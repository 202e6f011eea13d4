"""Reading days as staff type them or as Excel holds them."""

import math
import re
from datetime import date, datetime, timedelta

from kebridge.core.wording.numbers import tidy
from kebridge.core.wording.numerals import chinese_digits, parse_chinese_numeral

EXCEL_EPOCH = date(1899, 12, 30)  # serial 1 is 1900-01-01, with Excel's invented 1900-02-29
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)  # a serial outside is some other number
FIRST_SERIAL, LAST_SERIAL = (FIRST_DAY - EXCEL_EPOCH).days, (LAST_DAY - EXCEL_EPOCH).days
_HOW = "请写成 2024-3-5 或 2024年3月5日"
_TAIL = (
    r"(?:\s*[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?)?\s*(?:上午|下午|晚上|晚|早上|全天)?"
    r"(?:[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
)
_FULL = re.compile(
    r"(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)" + _TAIL
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?" + _TAIL)
_NO_DAY = re.compile(r"\d{4}\s*(?:年|[-/.])\s*\d{1,2}\s*月?(?:份)?")
_SHORT_YEAR = re.compile(r"\d{2}\s*(?:[-/.]\s*\d{1,2}\s*[-/.]|年).*")
_SPAN = re.compile(r"[~～—–]|至|到|\d[日号]?\s*-\s*\d{1,2}[日号月]|\d[日号][、,]\d")
_CHINESE = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)


def _make(year: int, month: int, day: int, shown: str) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise ValueError(f"没有“{shown}”这一天，请核对月和日，{_HOW}") from None
    if not date(1900, 1, 1) <= made <= LAST_DAY:
        raise ValueError(f"“{shown}”的年份不合常理，请核对，{_HOW}")
    return made


def _from_number(value: float) -> date:
    whole = int(value)
    if FIRST_SERIAL <= whole <= LAST_SERIAL:
        return EXCEL_EPOCH + timedelta(days=whole)
    text = str(whole)
    if len(text) == 8 and value == whole:
        return _make(int(text[:4]), int(text[4:6]), int(text[6:]), text)
    raise ValueError(f"“{value:g}”不是日期，{_HOW}")


def _from_chinese(text: str) -> date | None:
    match = _CHINESE.fullmatch(text)
    if not match:
        return None
    year = chinese_digits(match[1])
    try:
        month, day = parse_chinese_numeral(match[2]), parse_chinese_numeral(match[3])
    except ValueError:
        return None
    return _make(year, month, day, text) if year is not None else None


def parse_day(value: object, default_year: int | None = None) -> date:
    """The day that a cell or a typed text states; a time of day is left off.

    `default_year` completes 3月5日. ValueError in plain Chinese for impossible, partial or unreadable days.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None or (isinstance(value, str) and not tidy(value)):
        raise ValueError(f"没有填日期，{_HOW}")
    if isinstance(value, int | float):
        if not math.isfinite(value):
            raise ValueError(f"单元格里不是日期，{_HOW}")
        return _from_number(value)
    if not isinstance(value, str):
        raise ValueError(f"“{value}”不是日期，{_HOW}")
    return _from_text(tidy(value), value.strip()[:40], default_year)


def _from_text(text: str, shown: str, default_year: int | None) -> date:
    if full := _FULL.fullmatch(text):
        return _make(int(full[1]), int(full[3] or full[5]), int(full[4] or full[6]), shown)
    if compact := _COMPACT.fullmatch(text):
        return _make(int(compact[1]), int(compact[2]), int(compact[3]), shown)
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return _from_number(float(text))
    if (chinese := _from_chinese(text)) is not None:
        return chinese
    if partial := _NO_YEAR.fullmatch(text):
        if default_year is None:
            raise ValueError(f"“{shown}”没有写年份，{_HOW}")
        return _make(default_year, int(partial[1]), int(partial[2]), shown)
    if _NO_DAY.fullmatch(text):
        raise ValueError(f"“{shown}”没有写到日，{_HOW}")
    if _SPAN.search(text):
        raise ValueError(f"“{shown}”不止一天，一格只写一天，{_HOW}")
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"“{shown}”的年份请写四位，{_HOW}")
    raise ValueError(f"“{shown}”不是日期，{_HOW}")
