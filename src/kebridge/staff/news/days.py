"""The days of a news text: which one is the event's, which is that of the paper."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kebridge.core.wording.days import parse_day
from kebridge.core.wording.numerals import chinese_digits, parse_chinese_numeral
from kebridge.staff.news.shapes import HELD, Proposal, Proposals, Sure, best_first, is_caption, sentence_at

_Y = r"\d{4}|[〇零○一二三四五六七八九]{4}"
_N = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_WEEK = r"(?:\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?)?"
_TO = r"\s*(?P<to>至|到|[—–~～－-]{1,2}|[、和及])\s*"
_END = rf"(?:(?:(?P<y2>{_Y})\s*年\s*)?(?P<m2>{_N})\s*月\s*)?(?P<d2>{_N})\s*"
_DAY = re.compile(
    rf"(?:(?P<y>{_Y})\s*年\s*)?(?P<m>{_N})\s*月\s*(?P<d>{_N})\s*"
    rf"(?:[日号]?{_WEEK}(?:上午|下午)?{_TO}{_END})?[日号]{_WEEK}"
)
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
_BARE = re.compile(
    r"(?<![\d月年第])(?P<d>\d{1,2})\s*(?:[日号]?\s*(?:至|[—–~～-])\s*(?P<d2>\d{1,2})\s*)?[日号](?=上午|下午|晚|，|,|在|举|由|[，,]?市)"
)
_VAGUE = re.compile(
    r"(?:本|上|下|这)(?:周|个?星期|礼拜)[一二三四五六日天末]?|(?:星期|周|礼拜)[一二三四五六日天](?![岁年])"
    r"|[昨今前明]日(?!头)|[昨今前明]天|日前|近日|近期|连日来|本月\d{1,2}[日号]|\d{1,2}月[上中下]旬"
)
_PAPER_BEFORE = re.compile(
    r"(?:本报|本网|本台|本刊|记者)[^，。\n]{0,10}$|(?:发布|更新|发稿|来稿|刊发)[^，。\n]{0,6}$"
)
_PAPER_AFTER = re.compile(r"^\s*(?:讯|电)|^[^。，\n]{0,12}(?:来源|浏览|阅读|编辑|发布|作者)")
_PAPER_LINE = re.compile(r"来源[:：]|浏览(?:量|次数)|阅读(?:量|次数)|责任编辑|发布(?:时间|日期)|作者[:：]")
_ASKED = re.compile(r"(?:报名|截止|申报|提交|回执)[^。]{0,12}")
_LASTED = re.compile(r"为期(\d{1,2}|[一二两三四五六七八九十]{1,3})[天日]")
_PAST_YEAR = re.compile(r"(?<!\d)(20\d{2})年(?!以来|来|起|成立|至今|度?(?:首|第))")
PLANNED = re.compile(r"将(?:于|在|举|开|启|迎|以|走)|拟[于在定]|定于|即将|计划[于在]|预计[于在]")
_NOTICE = re.compile(r"通知|预告|公告|邀请函|报名")
_PLAIN = str.maketrans("０１２３４５６７８９○", "0123456789〇")


def days(text: str, default_year: int, today: date | None = None) -> tuple[Proposals, tuple[str, ...]]:
    """The event's day with its alternatives, and what could not be read of the others.

    A day without a year has that of the paper, else of the head of the text, else `default_year`.
    """
    plain = text.translate(_PLAIN)
    matches = sorted([*_DAY.finditer(plain), *_ISO.finditer(plain)], key=lambda match: match.start())
    year, told = _year(plain, matches, default_year)
    lasted = _lasted(plain)
    today = None if _NOTICE.search(_head(plain)) else today
    scored, notes = [], []
    for match in [*matches, *_bare(plain, matches)]:
        month = _month_before(matches, match)
        try:
            score, one = _proposal(plain, match, text, (year, told, month), today)
            scored.append((score, _with_length(plain, match, one, lasted)))
        except ValueError:
            notes.append(f"原文写的“{match.group().strip()}”没有这一天，请核对日期")
    return best_first(scored), tuple(notes)


def vague(text: str) -> Proposal | None:
    """Words that name a day only for who knows when the text was written: 本周三, 昨日, 近日."""
    match = _VAGUE.search(text)
    return Proposal("", match.group(), match.start(), match.end(), Sure.ASK) if match else None


def planned(text: str, day: Proposal | None, today: date | None) -> Proposals:
    """The words that tell of something still to come."""
    around = sentence_at(text, day.start, day.end) if day else text[:200]
    at = text.find(around)
    if word := PLANNED.search(around):
        return (Proposal("是", word.group(), at + word.start(), at + word.end()),)
    head = _head(text)
    if word := _NOTICE.search(head):
        place = text.find(head) + word.start()
        return (Proposal("是", word.group(), place, place + len(word.group()), Sure.ASK),)
    if day and today and day.value > today.isoformat():
        return (Proposal("是", day.text, day.start, day.end, Sure.ASK, "这一天还没有到"),)
    return ()


def _head(text: str) -> str:
    """The first line, if it is short enough for a heading."""
    head = text.strip().split("\n", 1)[0]
    return head if len(head) <= 60 else ""


def _lasted(text: str) -> tuple[int, str]:
    """How many days it lasted by 为期三天, and these words; 0 where the text does not say."""
    match = _LASTED.search(text)
    number = _number(match[1]) if match else 0
    return (number, match.group()) if match and 2 <= number <= 60 else (0, "")


def _with_length(text: str, match: re.Match[str], one: Proposal, lasted: tuple[int, str]) -> Proposal:
    """With 为期三天 a single day is the first, or the last where the text says that it ended then."""
    number, words = lasted
    if not number or one.until:
        return one
    clause = re.split(r"[，。；\n]", text[match.end() : match.end() + 30])[0]
    day, more = date.fromisoformat(one.value), timedelta(days=number - 1)
    first, last = (day - more, day) if re.search(r"落幕|闭幕|结束|收官", clause) else (day, day + more)
    told = f"按“{words}”推算"
    note = f"{one.note}；{told}" if one.note else told
    return replace(one, value=first.isoformat(), until=last.isoformat(), sure=Sure.ASK, note=note)


def _year(text: str, matches: list[re.Match[str]], default_year: int) -> tuple[int, str]:
    """The year of days written without one, and the words that tell it if the text does."""
    for match in matches:
        if match["y"] and _is_paper(text, match):
            return _number(match["y"]), match.group()
    if found := _PAST_YEAR.search(text[:160]):
        return int(found[1]), found.group()[:4]
    return default_year, ""


def _bare(text: str, matches: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """22日上午 in a text that names a month elsewhere."""
    if not matches:
        return
    taken = [(match.start(), match.end()) for match in matches]
    for match in _BARE.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield match


def _month_before(matches: list[re.Match[str]], match: re.Match[str]) -> tuple[int, int | None]:
    """Month, and year if written, of the nearest day before a bare one."""
    earlier = [one for one in matches if one.start() < match.start()] or matches
    if not earlier:
        return 0, None
    return _number(earlier[-1]["m"]), _number(earlier[-1]["y"]) if earlier[-1]["y"] else None


def _proposal(
    text: str,
    match: re.Match[str],
    source: str,
    near: tuple[int, str, tuple[int, int | None]],
    today: date | None,
) -> tuple[float, Proposal]:
    """Raises ValueError: there is no such day."""
    parts, (year, told, (month_before, year_before)) = match.groupdict(), near
    is_bare = "m" not in parts
    month = month_before if is_bare else _number(parts["m"])
    written = _number(parts["y"]) if parts.get("y") else year_before if is_bare else None
    is_coming = bool(PLANNED.search(sentence_at(text, match.start(), match.end())))
    first = _day(written or year, month, _number(parts["d"]))
    note = "" if written else f"原文没有写年份，按{f'文中的“{told}”算' if told else ''}{year}年"
    # Told as past, yet still to come: the news of December is entered in January.
    if not written and not told and today and first > today and not is_coming:
        first, note = (
            _day(year - 1, month, first.day),
            f"原文没有写年份；{year}年的这一天还没有到，按{year - 1}年",
        )
    until = _until(parts, first, month)
    stands = Proposal(
        first.isoformat(), source[match.start() : match.end()].strip(), match.start(), match.end(),
        Sure.ASK if note or is_bare else Sure.GOOD, note, until.isoformat() if until else "",
    )  # fmt: skip
    return _score(text, match) + (1 if is_bare else 0), stands


def _until(parts: dict[str, str | None], first: date, month: int) -> date | None:
    if not parts.get("d2"):
        return None
    last_month = _number(parts.get("m2") or "") or month
    last_year = _number(parts.get("y2") or "") or first.year + (last_month < first.month)
    until = _day(last_year, last_month, _number(parts["d2"] or ""))
    return until if until > first else None


def _score(text: str, match: re.Match[str]) -> float:
    sentence = sentence_at(text, match.start(), match.end())
    score = 3.0 if re.search(HELD, sentence) else 0.0
    score += 1 if match.start() < 300 else 0
    score += (
        1
        if re.search(r"(?:活动|举办|培训)?时间[:：为]\s*$", text[max(0, match.start() - 8) : match.start()])
        else 0
    )
    score -= 6 if _is_paper(text, match) else 0
    score -= 3 if is_caption(text, match.start()) else 0
    score -= (
        3
        if re.search(r"截[至止]|自|从", text[max(0, match.start() - 2) : match.start()])
        and not match.groupdict().get("d2")
        else 0
    )
    score -= 2 if PLANNED.search(sentence) or _ASKED.search(sentence) else 0
    return score


def _is_paper(text: str, match: re.Match[str]) -> bool:
    """Whether this is the day of the paper, not of the event."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    if _PAPER_BEFORE.search(before) or _PAPER_AFTER.search(after):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
    return len(line) <= 60 and bool(_PAPER_LINE.search(line))


def _number(text: str) -> int:
    """0 for nothing."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    digits = chinese_digits(text) if len(text) == 4 else None
    return digits if digits is not None else int(parse_chinese_numeral(text))


def _day(year: int, month: int, day: int) -> date:
    return parse_day(f"{year}年{month}月{day}日")
