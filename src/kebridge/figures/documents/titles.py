"""Breaking a long title into lines that keep words whole (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re

_AFTER = re.compile(r"[年度的会局市县区校馆院，、：—]$|协会$|学会$")
_BEFORE = re.compile(r"^(?:关于|工作|情况|报告|总结|统计|年度|全市|全县)")
_WHOLE = frozenset(
    "工作 情况 报告 总结 统计 年度 协会 学会 科协 科学 技术 学技 科普 普及 全市 全县 全民 素质 建设 活动 服务 发展 关于".split()
)


def title_lines(title: str, per_line: int) -> tuple[str, ...]:
    """The title in lines of at most `per_line` full-width characters; a line break typed by the author wins."""
    lines: list[str] = []
    for part in filter(None, (piece.strip() for piece in title.split("\n"))):
        lines += _balanced(part, per_line)
    return tuple(lines) or ("",)


def _balanced(text: str, per_line: int) -> list[str]:
    if width(text) <= per_line:
        return [text]
    count = -(-int(width(text) * 2) // (per_line * 2))
    target = width(text) / count
    places = [i for i in range(1, len(text)) if _allowed(text, i) and width(text[:i]) <= per_line]
    if not places:
        return [text]
    best = min(places, key=lambda i: (abs(width(text[:i]) - target) - _bonus(text, i), i))
    return [text[:best].rstrip(), *_balanced(text[best:].lstrip(), per_line)]


def _allowed(text: str, i: int) -> bool:
    """A break before `text[i]` splits no number, no common word, and strands no punctuation."""
    left, right = text[i - 1], text[i]
    if left.isascii() and right.isascii() and " " not in (left, right):
        return False
    if right in "，、。；：！？）》”』」…—年月日" or left in "（《“『「":
        return False
    return left + right not in _WHOLE


def _bonus(text: str, i: int) -> float:
    return 3.0 * bool(_AFTER.search(text[:i])) + 3.0 * bool(_BEFORE.match(text[i:]))


def width(text: str) -> float:
    """Width in full-width characters: ASCII counts one half."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)
