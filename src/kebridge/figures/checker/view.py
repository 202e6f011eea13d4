"""A text as the grammar reads it: one writing of digits and marks, without the breaks that copying put into it.

Every character of the view knows its place in the text, so what is found in the view has true offsets there.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_WIDE = {
    code: chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_SAME = {
    **{ord(c): "—" for c in "–—―─－−"},
    **{ord(c): "-" for c in "-‐‑"},
    **{ord(c): "~" for c in "～∼〜"},
    **{ord(c): "·" for c in "・•‧∙⋅"},
    **{ord(a): b for a, b in zip(";!?()％﹪．＋／：", "；！？（）%%.+/：", strict=True)},
    ord("萬"): "万",
    ord("億"): "亿",
}
_TABLE = {**_WIDE, **_SAME}
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+")
_GROUP = re.compile(r"\d{3}(?!\d)")
_GROUPS_BEFORE = re.compile(r"(?<![\d.,:-])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*$")
_CJK = r"\u3400-\u9fff\uf900-\ufaff"
_TERMINAL = frozenset("。！？!?；;：:…")
_CLOSING = frozenset("”」』】")
_MARK = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、，．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．)）]|\.(?!\d))"
    r"|[一二三四五六七八九十]{1,2}是|其[一二三四]|[①-⑳●■◆▲★•]|——|附件|附[：:])"
)
_NUMBER_END = re.compile(r"[^\d\s].*[\d一二两三四五六七八九十百千零万亿][余多]?[.．]?$")
_NUMBER_GOES_ON = re.compile(
    r"[万亿千百十余多%％‰]|\.\d|(?:[个名人次场家项件篇份所位元届期本册条户辆支批张台套部门节座间处类种组队对枚吨斤米亩天]|公里|小时|平方)(?!、)"
)
_PROSE = re.compile(r"[，。；,;]")
LONG_HEADING = 40  # a numbered line up to here is a heading
LONG_LINE = 22  # shorter lines without a mark are headings or captions as often as cut prose


@dataclass(frozen=True)
class View:
    """The text to read, and for each of its characters the offset in the text."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a piece of the view; nothing between stays nothing."""
        if not self.at:
            return (0, 0)
        if end <= start:
            here = self.at[min(start, len(self.at) - 1)]
            return (here, here)
        return (self.at[start], self.at[end - 1] + 1)


def _one(text: str, place: int) -> str:
    """The character as the grammar reads it: marks that separate become Chinese ones, those inside numbers stay."""
    char = text[place]
    if char in ",，:":
        left, right = text[place - 1 : place], text[place + 1 : place + 2]
        inside = left.isdigit() and right.isdigit()
        if char == ":":
            return ":" if inside else "："
        grouped = re.match(r"[,，](?:\d{3})(?![\d])", text[place:]) if inside else None
        wide = inside and char == "，" and ord(left) > 0xFF00 and ord(right) > 0xFF00
        return "," if grouped and (char == "," or wide) else "，"
    return _TABLE.get(ord(char), char)


def _width(lines: list[str]) -> int:
    """The width at which a copy was wrapped, 0 if it was not."""
    lengths = sorted((len(line) for line in lines if line), reverse=True)
    if len(lengths) < 4 or lengths[0] > 60 or lengths[0] < 12:
        return 0
    return (
        lengths[0] if sum(length >= lengths[0] - 2 for length in lengths) >= max(3, len(lengths) // 3) else 0
    )


def _goes_on(before: str, after: str, blank: bool, width: int) -> bool:
    """Whether a line break only cuts a sentence: the next line belongs to it."""
    if not before or not after or before[-1] in _TERMINAL or "\t" in before or "\t" in after:
        return False
    if before[-1] in "、，,（(《“":
        return not blank or not _MARK.match(after)
    if _NUMBER_END.search(before) and _NUMBER_GOES_ON.match(after):
        return True
    if _MARK.match(after):
        return False
    if width and not blank and len(before) >= width - 4:
        return True
    if before[-1] in _CLOSING:
        return False
    if _MARK.match(before) and len(before) <= LONG_HEADING:
        return False
    if _PROSE.search(before):
        enough = len(before) >= (LONG_HEADING if blank else LONG_LINE)
        return enough and (bool(_PROSE.search(after)) or not blank)
    return not blank and len(before) >= LONG_LINE and bool(_PROSE.search(after))


def _keeps_space(left: str, right: str, gap: str) -> bool:
    """A space stays between Latin words and digits, and where it is a wide gap between words."""
    if not left or not right or left == "\n":
        return False
    wide = len(gap) > 1 or gap in "\t"
    number_goes_on = (left.isdigit() or left in "万亿余多.") and re.match(r"[万亿余多%‰.]", right)
    if number_goes_on:
        return False
    if re.match(f"[{_CJK}]", left) or re.match(f"[{_CJK}]", right):
        return wide
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


@lru_cache(maxsize=8)
def view_of(text: str) -> View:
    """The view of a text; the last few are kept, since every step of the checker asks for the same one."""
    lines = text.split("\n")
    bare = [line.strip(" \u00a0\u3000\r") for line in lines]
    width = _width([_SPACE.sub("", line) for line in bare])
    chars: list[str] = []
    places: list[int] = []
    start, last = 0, -1
    for number, line in enumerate(lines):
        if bare[number]:
            if last >= 0:
                soft = _goes_on(bare[last], bare[number], number - last > 1, width)
                if not soft:
                    chars.append("\n")
                    places.append(start - 1)
            _add_line(text, start, start + len(line), chars, places)
            last = number
        start += len(line) + 1
    return View("".join(chars), tuple(places))


def _before_group(text: str, start: int, place: int) -> bool:
    """Whether one to three digits stand before the space, alone or as groups themselves."""
    return place > start and bool(_GROUPS_BEFORE.search(text[max(start, place - 16) : place]))


def _add_line(text: str, start: int, end: int, chars: list[str], places: list[int]) -> None:
    """The characters of one line, without the spaces that mean nothing."""
    place = start
    while place < end:
        gap = _SPACE.match(text, place, end)
        if (
            gap
            and gap.end() - place == 1
            and _GROUP.match(text, gap.end(), end)
            and _before_group(text, start, place)
        ):
            place = gap.end()  # 1 206 518: a space between groups of three digits
            continue
        if gap:
            right = text[gap.end() : gap.end() + 1] if gap.end() < end else ""
            left = chars[-1] if chars and place > start else ""
            if right and _keeps_space(left, _TABLE.get(ord(right), right), gap.group()):
                chars.append(" ")
                places.append(place)
            place = gap.end()
            continue
        if not _UNSEEN.match(text[place]) and text[place] != "\r":
            chars.append(_one(text, place))
            places.append(place)
        place += 1
