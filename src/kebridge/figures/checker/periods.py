"""When: periods as texts say them (今年, 上半年, 两年来, 2023年), read against the period of the report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kebridge.core.calendar.periods import Period
from kebridge.core.wording.numerals import parse_chinese_numeral

_SAME = re.compile(r"全年|今年以来|今年|本年度?|年度|年内|一年来|这一年|过去一年|当年|一年间")
_LAST = re.compile(r"去年|上年|上一年|前一年")
_YEARS = re.compile(
    r"(?:近|过去|这|最近)?([一二两三四五六七八九十]|\d{1,2})年(?:来|间|以来|内)|近([二两三四五六七八九十]|\d{1,2})年"
)
_SPAN = re.compile(r"(\d{4})年?\s*(?:[—–\-~～至到]|——|--)\s*(\d{4})年")
_YEAR = re.compile(r"(\d{4})年度?")
_HALF = re.compile(r"(?:(\d{4})年)?(上|下)半年")
_QUARTER = re.compile(r"(?:(\d{4})年)?第?([一二三四])季度")
_MONTH = re.compile(r"(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?!\d)")
_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")
_TO_DATE = re.compile(r"截[至止]|目前|年底|年末|现有|至今")
_FIVE_YEARS = re.compile(r"十[三四五]五")
_FIVE_FROM = {"十三五": 2016, "十四五": 2021, "十五五": 2026}
_LOOSE = re.compile(r"累计|以来|同期|当日|当天|期间|当月|此前|历年|历届")
_LONGEST_YEARS = 15
_DAYS_OF_YEAR = 365.25


@dataclass(frozen=True)
class When:
    """The period, None where the words cannot be read; `is_doubtful`: the words leave it open."""

    period: Period | None
    is_said: bool = False
    is_doubtful: bool = False


def when_of(words: Iterable[str], clause: str, home: Period, *, is_level: bool = False) -> When:
    """The period of a figure from its words, nearest first, else that of the report.

    What the clause itself says (上半年, 累计) comes before words inherited from farther off. `is_level`: the figure
    stands at a date, so that 累计 says nothing more.
    """
    if is_level:
        clause = clause.replace("累计", "")
    for text in (clause, *words):
        said = _read(text, home)
        if said is not None:
            return said
    return When(home)


def _read(text: str, home: Period) -> When | None:
    period = _read_period(text, home)
    if period is not None:
        return When(period, is_said=True, is_doubtful=bool(_LOOSE.search(text)))
    if _LOOSE.search(text):
        return When(home, is_said=True, is_doubtful=True)
    if _SAME.search(text) or _TO_DATE.search(text):
        return When(home, is_said=True)
    return None


def _read_period(text: str, home: Period) -> Period | None:
    year = home.end.year
    try:
        if match := _SPAN.search(text):
            return _years(int(match[1]), int(match[2]))
        if match := _FIVE_YEARS.search(text):
            return _years(_FIVE_FROM[match[0]], _FIVE_FROM[match[0]] + 4)
        if match := _YEARS.search(text):
            count = _number(match[1] or match[2])
            if not 1 < count <= _LONGEST_YEARS or abs(_length(home) - count) < 1:
                return home  # 五年来 in the report of a term of five years
            return _years(year - count + 1, year)
        if match := _DAY.search(text):
            day = date(int(match[1] or year), int(match[2]), int(match[3]))
            return Period.of(day, day, "range")
        if match := _HALF.search(text):
            return Period.parse(f"{match[1] or year}H{1 if match[2] == '上' else 2}")
        if match := _QUARTER.search(text):
            return Period.parse(f"{match[1] or year}Q{'一二三四'.index(match[2]) + 1}")
        if match := _MONTH.search(text):
            return Period.month(int(match[1] or year), _number(match[2]))
        if match := _YEAR.search(text):
            return home if int(match[1]) == year and _is_whole(home) else Period.year(int(match[1]))
        if _LAST.search(text):
            return home.previous()
    except ValueError:
        return None
    return None


def _is_whole(home: Period) -> bool:
    return home.kind in ("year", "to_date")


def _length(home: Period) -> float:
    return (home.end - home.start).days / _DAYS_OF_YEAR


def _years(first: int, last: int) -> Period:
    return Period.parse(f"{first}..{last}") if first < last else Period.year(first)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(parse_chinese_numeral(text.replace("两", "二")))
