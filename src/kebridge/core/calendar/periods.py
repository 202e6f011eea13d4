"""Periods of reporting: a year, half, quarter, month, span of days, several years, a term, a year to a cut-off day."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

FORMS = (
    "2024、2024H1（2024上半年）、2024Q3、2024-03、2024-03-01..2024-09-30、2023..2024、截至2024-12-20、"
    "第九届:2020-05-12..2025-12-17，后面可加“+预计”"
)
PLANNED_MARK = "+预计"
PLANNED_LABEL = "（含预计）"
TERM_DAYS = 731  # a span of days longer than two years is a term, not a part of a year's work
_QUARTERS = "一二三四"
_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_TO = r"\s*(?:\.\.|至|到|~|～|—)\s*"
_NAME = r"(?:([^\d:：.\s][^:：]*?)[:：])?"


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _year_before(day: date, years: int = 1) -> date:
    """The same day of an earlier year; 29 February becomes the 28th."""
    year = day.year - years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def _long(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True)
class Period:
    """A closed span of days, both ends included.

    `kind`: year, half, quarter, month, range, years, term, to_date. `planned`: planned facts (预计) inside the span
    are counted too. `name` is the name of a term (第九届). `label` is what a page shows; `str()` gives the code that
    `parse` reads back.
    """

    start: date
    end: date
    label: str
    kind: str
    planned: bool = False
    name: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"时段的结束日期 {self.end} 早于开始日期 {self.start}")

    # -- makers

    @classmethod
    def of(cls, start: date, end: date, kind: str, *, planned: bool = False, name: str = "") -> "Period":
        """The period of this kind over these days, with its Chinese label."""
        label = _label(start, end, kind, name) + (PLANNED_LABEL if planned else "")
        return cls(start, end, label, kind, planned, name)

    @classmethod
    def year(cls, year: int, *, planned: bool = False) -> "Period":
        """The calendar year."""
        return cls.of(date(year, 1, 1), date(year, 12, 31), "year", planned=planned)

    @classmethod
    def month(cls, year: int, month: int, *, planned: bool = False) -> "Period":
        """The calendar month."""
        return cls.of(date(year, month, 1), _last_of(year, month), "month", planned=planned)

    @classmethod
    def to_date(cls, day: date, *, planned: bool = False) -> "Period":
        """From 1 January to the cut-off day."""
        return cls.of(date(day.year, 1, 1), day, "to_date", planned=planned)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period that the text names. ValueError in plain Chinese with the accepted forms."""
        bare = text.strip().replace("＋", "+").removesuffix(PLANNED_LABEL)
        planned = bare != text.strip().replace("＋", "+")
        if bare.endswith(PLANNED_MARK):
            bare, planned = bare.removesuffix(PLANNED_MARK).strip(), True
        for pattern, make in _READERS:
            if match := pattern.fullmatch(bare):
                try:
                    start, end, kind, name = make(match)
                    return cls.of(start, end, kind, planned=planned, name=name)
                except ValueError as error:
                    raise ValueError(f"时段“{text}”里的日期不对（{_why(error)}）。可以写：{FORMS}") from None
        raise ValueError(f"时段“{text}”看不明白。可以写：{FORMS}")

    def __str__(self) -> str:
        return self._code() + (PLANNED_MARK if self.planned else "")

    def _code(self) -> str:
        year, month = self.start.year, self.start.month
        match self.kind:
            case "year":
                return f"{year:04d}"
            case "half":
                return f"{year:04d}H{1 if month == 1 else 2}"
            case "quarter":
                return f"{year:04d}Q{(month + 2) // 3}"
            case "month":
                return f"{year:04d}-{month:02d}"
            case "years":
                return f"{year:04d}..{self.end.year:04d}"
            case "to_date":
                return f"截至{self.end.isoformat()}"
        span = f"{self.start.isoformat()}..{self.end.isoformat()}"
        return f"{self.name}:{span}" if self.name else span

    # -- questions

    def previous(self) -> "Period":
        """The period to compare with (同比): a year earlier; for several years, as many years before.

        Planned facts are not carried back: an earlier period has only what happened. ValueError for a term, whose
        predecessor is a date of its own and cannot be computed.
        """
        if self.kind == "term":
            raise ValueError(
                "届期没有可推算的上一届，请直接写出上一届的起止日期，例如 2015-05-10..2020-05-11"
            )
        back = self.end.year - self.start.year + 1 if self.kind == "years" else 1
        if self.kind == "range" and self.end.year > self.start.year:
            back = self.end.year - self.start.year
            back += _year_before(self.end, back) >= self.start
        start = _year_before(self.start, back)
        if self.kind == "month":
            return Period.month(start.year, start.month)
        return Period.of(start, _year_before(self.end, back), self.kind)

    def months(self) -> list["Period"]:
        """The months in order; the first and the last are cut to the period, so that the parts add up."""
        parts = []
        year, month = self.start.year, self.start.month
        while date(year, month, 1) <= self.end:
            parts.append(self._cut(Period.month(year, month, planned=self.planned)))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        return parts

    def years(self) -> list["Period"]:
        """The calendar years in order; the first and the last are cut to the period."""
        span = range(self.start.year, self.end.year + 1)
        return [self._cut(Period.year(year, planned=self.planned)) for year in span]

    def _cut(self, whole: "Period") -> "Period":
        start, end = max(whole.start, self.start), min(whole.end, self.end)
        if (start, end) == (whole.start, whole.end):
            return whole
        kind = "to_date" if whole.kind == "year" and start == whole.start else "range"
        return Period.of(start, end, kind, planned=self.planned)


def _label(start: date, end: date, kind: str, name: str) -> str:
    match kind:
        case "year":
            return f"{start.year}年"
        case "half":
            return f"{start.year}年{'上' if start.month == 1 else '下'}半年"
        case "quarter":
            return f"{start.year}年第{_QUARTERS[(start.month - 1) // 3]}季度"
        case "month":
            return f"{start.year}年{start.month}月"
        case "years":
            return f"{start.year}年至{end.year}年"
        case "to_date":
            return f"截至{_long(end)}"
    if name:
        return name
    if start == end:
        return _long(start)
    tail = f"{end.month}月{end.day}日" if start.year == end.year else _long(end)
    return f"{_long(start)}至{tail}"


def _why(error: ValueError) -> str:
    return str(error) if not str(error).isascii() else "没有这一天"


# -- readers: each gives start, end, kind, name

Read = tuple[date, date, str, str]


def _read_year(m: re.Match[str]) -> Read:
    return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31), "year", ""


def _read_half(m: re.Match[str]) -> Read:
    year = int(m[1])
    if m[2] in ("1", "上"):
        return date(year, 1, 1), date(year, 6, 30), "half", ""
    return date(year, 7, 1), date(year, 12, 31), "half", ""


def _read_quarter(m: re.Match[str]) -> Read:
    year, quarter = int(m[1]), int(m[2]) if m[2].isdecimal() else _QUARTERS.index(m[2]) + 1
    return date(year, quarter * 3 - 2, 1), _last_of(year, quarter * 3), "quarter", ""


def _read_month(m: re.Match[str]) -> Read:
    year, month = int(m[1]), int(m[2])
    return date(year, month, 1), _last_of(year, month) if 1 <= month <= 12 else date.max, "month", ""


def _ordered(start: date, end: date) -> None:
    if end < start:
        raise ValueError("结束早于开始")


def _read_years(m: re.Match[str]) -> Read:
    start, end = date(int(m[1]), 1, 1), date(int(m[2]), 12, 31)
    _ordered(start, end)
    return start, end, "years" if start.year != end.year else "year", ""


def _read_span(m: re.Match[str]) -> Read:
    name = (m[1] or "").strip()
    start = date(int(m[2]), int(m[3]), int(m[4]))
    end = date(int(m[5]), int(m[6]), int(m[7]))
    _ordered(start, end)
    return start, end, "term" if name or end - start >= timedelta(days=TERM_DAYS) else "range", name


def _read_span_in_year(m: re.Match[str]) -> Read:
    start = date(int(m[1]), int(m[2]), int(m[3]))
    end = date(start.year, int(m[4]), int(m[5]))
    _ordered(start, end)
    return start, end, "range", ""


def _read_months(m: re.Match[str]) -> Read:
    start = date(int(m[1]), int(m[2]), 1)
    if not 1 <= int(m[4]) <= 12:
        raise ValueError("没有这个月")
    end = _last_of(int(m[3]), int(m[4]))
    _ordered(start, end)
    return start, end, "term" if end - start >= timedelta(days=TERM_DAYS) else "range", ""


def _read_to_date(m: re.Match[str]) -> Read:
    end = date(int(m[1]), int(m[2]), int(m[3]))
    return date(end.year, 1, 1), end, "to_date", ""


def _read_day(m: re.Match[str]) -> Read:
    day = date(int(m[1]), int(m[2]), int(m[3]))
    return day, day, "range", ""


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Read]], ...] = (
    (re.compile(r"(\d{4})(?:年|年度)?"), _read_year),
    (re.compile(r"(\d{4})年?\s*(?:[Hh](?=[12]$)|(?=[上下]半年$))([12上下])(?:半年)?"), _read_half),
    (re.compile(r"(\d{4})年?\s*(?:[Qq](?=\d$)|第?(?=.季度$))([1-4一二三四])(?:季度)?"), _read_quarter),
    (re.compile(r"(\d{4})[-/.年](\d{1,2})月?"), _read_month),
    (re.compile(rf"(\d{{4}})年?{_TO}(\d{{4}})年?"), _read_years),
    (re.compile(rf"{_NAME}\s*{_DAY}{_TO}{_DAY}"), _read_span),
    (re.compile(rf"{_DAY}{_TO}(\d{{1,2}})月(\d{{1,2}})日"), _read_span_in_year),
    (re.compile(rf"(\d{{4}})[-/.年](\d{{1,2}})月?{_TO}(\d{{4}})[-/.年](\d{{1,2}})月?"), _read_months),
    (re.compile(rf"截[至止]\s*{_DAY}"), _read_to_date),
    (re.compile(_DAY), _read_day),
)
