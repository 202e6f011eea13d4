"""Days that cannot be: 2月30日, 13月, 25:70, 从5月到3月, a weekday that the calendar contradicts."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from kebridge.figures.checker.context import place_of
from kebridge.figures.checker.numbers import chinese_value
from kebridge.figures.checker.relation_tools import Page
from kebridge.figures.checker.shapes import Relation, RelationType

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = re.compile(
    r"(?:(?P<y>(?:19|20)\d{2})年)?(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号](?:（?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])）?(?![期年末]))?"
)
_DOTTED = re.compile(
    r"(?<![\d.])(?P<y>(?:19|20)\d{2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.])"
)
_MONTH = re.compile(r"(?<![\d.个第])(?P<m>\d{1,2})月(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2}):(?P<n>\d{2})(?![\d:])|(?<!\d)(?P<h2>\d{1,2})[时点](?P<n2>\d{1,2})分"
)
_MONTHS = re.compile(
    r"(?:从|自)?(?:(?P<y1>(?:19|20)\d{2})年)?(?P<a>\d{1,2})月(?:份|初|底)?(?:开始)?(?:—{1,2}|-|~|至|到)(?P<next>次年|翌年|明年|第二年|来年|(?:19|20)\d{2}年)?(?P<b>\d{1,2})月"
)
_SPAN = re.compile(
    r"(?P<m>\d{1,2})月(?P<a>\d{1,2})[日号](?:—{1,2}|-|~|至|到)(?:(?P<m2>\d{1,2})月)?(?P<b>\d{1,2})[日号]"
)
_YEARS = re.compile(r"(?<!\d)(?P<a>(?:19|20)\d{2})年?(?:—{1,2}|-|~|至|到)(?P<b>(?:19|20)\d{2})年?(?!\d)")
_CHINESE_DAY = re.compile(
    r"(?<![一二三四五六七八九十个])(?P<m>[一二三四五六七八九十]{1,3})月(?P<d>[一二三四五六七八九十]{1,3})[日号]"
)
_WEEK = "一二三四五六日"


def dates(page: Page) -> Iterator[Relation]:
    """Impossible days, months and hours; ends before beginnings; weekdays that do not fit."""
    yield from _days(page)
    yield from _spans(page)


def _members(page: Page, start: int, end: int) -> tuple[int, ...]:
    """The mentions that overlap a stretch of the view."""
    return tuple(
        index
        for index, mention in enumerate(page.mentions)
        if place_of(page.view, mention.start) < end and start < place_of(page.view, mention.end)
    )


def _in_furniture(page: Page, place: int) -> bool:
    offset = page.view.at[place]
    return any(start <= offset < end for start, end in page.draft.furniture)


def _wrong(page: Page, match: re.Match[str], text: str) -> Iterator[Relation]:
    members = _members(page, match.start(), match.end())
    if not _in_furniture(page, match.start()):
        yield Relation(RelationType.DATE, members, False, None, text)


def _days(page: Page) -> Iterator[Relation]:
    text = page.view.text
    years = _main_years(text)
    full: set[int] = set()
    for pattern in (_DAY, _DOTTED):
        for match in pattern.finditer(text):
            full.update(range(match.start(), match.end()))
            month, day = int(match["m"]), int(match["d"])
            year = int(match["y"]) if match["y"] else None
            fault = _fault(year, month, day)
            if fault:
                yield from _wrong(page, match, fault)
            elif pattern is _DAY and match["w"]:
                yield from _weekday(page, match, years if year is None else [year], certain=year is not None)
    for match in _CHINESE_DAY.finditer(text):
        spoken = chinese_value(match["m"]), chinese_value(match["d"])
        if (
            spoken[0] is not None
            and spoken[1] is not None
            and (fault := _fault(None, int(spoken[0]), int(spoken[1])))
        ):
            yield from _wrong(page, match, fault)
    for match in _MONTH.finditer(text):
        if match.start() not in full and not 1 <= int(match["m"]) <= 12 and match["m"] != "00":
            yield from _wrong(page, match, f"没有{int(match['m'])}月，请核对月份。")
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["h"] or match["h2"]), int(match["n"] or match["n2"])
        if (hour > 24 or minute > 59) and (
            match["h2"] or re.search(r"[日午晚早上）]$", text[max(0, match.start() - 3) : match.start()])
        ):
            yield from _wrong(page, match, f"没有“{match.group()}”这个时间，请核对。")


def _fault(year: int | None, month: int, day: int) -> str:
    """What is impossible about a day; empty if nothing is."""
    if not 1 <= month <= 12:
        return f"没有{month}月，请核对月份。"
    if not 1 <= day <= _DAYS[month - 1]:
        return f"{month}月没有{day}日（最多{_DAYS[month - 1]}天），请核对日期。"
    if year is not None and (month, day) == (2, 29):
        try:
            date(year, month, day)
        except ValueError:
            return f"{year}年不是闰年，2月没有29日，请核对日期。"
    return ""


def _main_years(text: str) -> list[int]:
    """The years that a text without a year at its days may mean: those it names, most often named first."""
    return [
        int(year)
        for year, _count in Counter(re.findall(r"(?<!\d)((?:19|20)\d{2})(?=年|[-/.]\d)", text)).most_common()
    ]


def _weekday(page: Page, match: re.Match[str], years: list[int], *, certain: bool) -> Iterator[Relation]:
    month, day, said = (
        int(match["m"]),
        int(match["d"]),
        _WEEK.index("日" if match["w"] == "天" else match["w"]),
    )
    fitting = []
    for year in years:
        try:
            fitting.append(date(year, month, day).weekday() == said)
        except ValueError:
            continue
    if not fitting or any(fitting):
        return
    year = years[0]
    right = _WEEK[date(year, month, day).weekday()]
    yield from _wrong(
        page,
        match,
        f"{year}年{month}月{day}日是星期{right}，文中写的是星期{match['w']}，请核对{'' if certain else '日期或'}星期。",
    )


def _spans(page: Page) -> Iterator[Relation]:
    text = page.view.text
    for match in _MONTHS.finditer(text):
        first, last = int(match["a"]), int(match["b"])
        if match["next"] or not (1 <= first <= 12 and 1 <= last <= 12) or first <= last:
            continue
        if re.search(
            r"次年|翌年|跨年|学年|第二年|来年|冬春|来", text[max(0, match.start() - 12) : match.end() + 6]
        ):
            continue
        yield from _wrong(page, match, f"“{first}月至{last}月”先后颠倒；如果跨年，请写明次年。")
    for match in _SPAN.finditer(text):
        month, month2 = int(match["m"]), int(match["m2"] or match["m"])
        if month == month2 and int(match["a"]) > int(match["b"]):
            yield from _wrong(page, match, f"“{match.group()}”先后颠倒，请核对日期。")
        elif month > month2 and not re.search(
            r"次年|跨年|翌年", text[max(0, match.start() - 12) : match.end() + 6]
        ):
            yield from _wrong(page, match, f"“{match.group()}”先后颠倒；如果跨年，请写明次年。")
    for match in _YEARS.finditer(text):
        if int(match["a"]) > int(match["b"]):
            yield from _wrong(page, match, f"“{match['a']}—{match['b']}”先后颠倒，请核对年份。")
