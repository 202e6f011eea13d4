"""Reading a number where it stands in a text: 3.5万, 30余万, 三百二十, 数百, 十七八, 5亿3400万, 百分之十五.

Works on a view (`view.py`). A number that could be read in two ways is not guessed: None.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.wording.agreement import step_of
from kebridge.core.wording.numerals import parse_chinese_numeral

SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,8})?|\d{1,20}(?:\.\d{1,8})?)"
_NO_UNIT = r"(?!分[点之]|克|米|瓦|卡|赫|帕|[伏])"  # 3千克 and 3百分点 are units, not thousands and hundreds
SIZE = rf"(?:万亿|[百千]万|[百千十]亿|亿|万|[百千十]{_NO_UNIT})"
HEDGE_INSIDE = "[余多几来]"
ARABIC = re.compile(rf"({DIGITS})(?:({HEDGE_INSIDE})?({SIZE}))?")
_NEXT_PART = re.compile(rf"(\d{{1,4}}(?:\.\d+)?)({SIZE})?")
CHINESE_DIGITS = "一二两三四五六七八九"
CHINESE = re.compile(
    r"(?:[〇零一二两三四五六七八九十百千万亿]{1,24})(?:点[零〇一二三四五六七八九]{1,6})?(?:([余多几来])(?=[万亿])([万亿]+))?(?:([万亿]+))?"
)
_VAGUE = re.compile(r"([数几])((?:[十百千](?:万|亿)?|万|亿))")
_OVER = re.compile(r"(上)((?:[百千](?:万|亿)?|万|亿))(?![之分])")
_LARGE = re.compile("[百千万][万亿]+")
_HOSTS = re.compile(r"成百上千|成千上万|数以[十百千万亿]计")
_NEIGHBOURS = re.compile(
    r"(?:([十百千])?([一二两三四五六七八])([二三四五六七八九])|([二三四五六七八九]十)([一二三四五六七八])([二三四五六七八九]))([十百千万亿]*)"
)


@dataclass(frozen=True)
class Number:
    """A number read: `end` where it ends in the view, `inside` the hedge within it (30余万), `step` its place value.

    `low` and `high` are set where the words themselves give bounds (三四个, 数百); `is_bare` is a size without a digit
    (百, 千, 万), which is a number only with a hedge.
    """

    end: int
    value: Decimal
    step: Decimal
    inside: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    chinese: bool = False
    is_bare: bool = False


def size_of(word: str) -> int:
    """What 万, 亿, 百万, 万亿 multiply by; 1 for no word."""
    product = 1
    for char in word:
        product *= SIZES[char]
    return product


def _printed_step(digits: str, size: int) -> Decimal:
    """Place value of the last digit as printed, zeros after the point included: 33.50万 → 100."""
    bare = digits.replace(",", "")
    if "." in bare:
        return Decimal(size).scaleb(-len(bare.split(".")[1]))
    return step_of(Decimal(bare) * size)


def read_arabic(text: str, place: int) -> Number | None:
    """A number that begins with an Arabic digit at `place`."""
    match = ARABIC.match(text, place)
    if not match:
        return None
    digits, inside, word = match.groups()
    size = size_of(word or "")
    value, step, end = Decimal(digits.replace(",", "")) * size, _printed_step(digits, size), match.end()
    while word and not inside and size > 1 and "." not in digits:
        part = _NEXT_PART.match(text, end)
        if not part or ("." in part[1] and not part[2]):
            break
        below = size_of(part[2] or "")
        if below >= size or Decimal(part[1]) * below >= size:
            break
        if not part[2] and len(part[1]) != len(str(size)) - 1:
            break
        value += Decimal(part[1]) * below
        step, end, size = (
            step_of(Decimal(part[1]) * below) if Decimal(part[1]) else Decimal(below),
            part.end(),
            below,
        )
        if size == 1:
            break
    return Number(end, value, step, inside or "")


def chinese_value(words: str) -> Decimal | None:
    """The value of Chinese numerals, a decimal part and the short form 一万三 included; None if not well-formed."""
    whole, point, rest = words.partition("点")
    try:
        value = Decimal(parse_chinese_numeral(whole))
    except ValueError:
        short = _short(whole)
        if short is None or point:
            return None
        return short
    if point:
        return value + Decimal("0." + "".join(str(_DIGIT[c]) for c in rest))
    return value


def _short(words: str) -> Decimal | None:
    """三百二 is 320, 一万三 is 13000; 百二 and 一百零二 are not of this form."""
    if len(words) < 3 or words[-1] not in CHINESE_DIGITS or words[-2] not in "百千万亿":
        return None
    try:
        head = parse_chinese_numeral(words[:-1])
    except ValueError:
        return None
    return Decimal(head + _DIGIT[words[-1]] * SIZES[words[-2]] // 10)


def _neighbours(text: str, place: int) -> Number | None:
    """三四 (3 to 4), 十七八 (17 to 18), 七八十 (70 to 80), 三五 (3 to 5): bounds instead of one value."""
    match = _NEIGHBOURS.match(text, place)
    if not match:
        return None
    head, low, high, tens, low2, high2, tail = match.groups()
    low, high = low or low2, high or high2
    apart = _DIGIT[high] - _DIGIT[low]
    if apart != 1 and (low, high) != ("三", "五"):
        return None
    base = Decimal(SIZES[head] if head else 0) + (Decimal(_DIGIT[tens[0]] * 10) if tens else 0)
    if tail and head:
        return None
    size = Decimal(size_of(tail))
    return Number(
        match.end(),
        (base + _DIGIT[low]) * size,
        size,
        "",
        (base + _DIGIT[low]) * size,
        (base + _DIGIT[high]) * size,
        True,
    )


def _vague(text: str, place: int) -> Number | None:
    """数十, 几百, 数千万, 上百, 成百上千: the size, and from where to where it may mean."""
    if host := _HOSTS.match(text, place):
        size = Decimal(SIZES[next(c for c in host.group() if c in SIZES)])
        return Number(host.end(), size, size, "数", size, None, True)
    if match := _VAGUE.match(text, place):
        size = Decimal(size_of(match[2]))
        end = match.end()
        return Number(end, size, size, "数", size * 2, size * 10 - 1, True)
    if match := _OVER.match(text, place):
        size = Decimal(size_of(match[2]))
        return Number(match.end(), size, size, "上", size, None, True)
    return None


def read_chinese(text: str, place: int) -> Number | None:
    """A number in Chinese numerals at `place`."""
    if found := _vague(text, place) or _neighbours(text, place):
        return found
    match = CHINESE.match(text, place)
    if not match:
        return None
    inside, word, more = match.groups()
    tail = (inside or "") + (word or "") + (more or "")
    words = match.group()[: len(match.group()) - len(tail)] if tail else match.group()
    value = Decimal(SIZES[words]) if words in SIZES else chinese_value(words)
    bare = words in SIZES and words != "十"
    if value is None and (sizes := _LARGE.match(words)):
        if sizes.end() < len(words):  # 百万一线职工: what follows the size is another word
            large = Decimal(size_of(sizes.group()))
            return Number(place + sizes.end(), large, large, chinese=True, is_bare=True)
        value, bare = Decimal(size_of(words)), True
    if value is None:
        return None
    size = size_of((word or "") + (more or ""))
    whole = value * size
    step = Decimal(1).scaleb(-len(words.partition("点")[2])) * size if "点" in words else step_of(whole)
    return Number(match.end(), whole, step, inside or "", chinese=True, is_bare=bare)


def read_number(text: str, place: int) -> Number | None:
    """The number that begins at `place` of a view, None if none does."""
    char = text[place : place + 1]
    if char.isdigit() and char.isascii():
        return read_arabic(text, place)
    return read_chinese(text, place) if char else None
