"""The build of a text: paragraphs, headings above each, sentences and clauses. All places are of the view."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_CN = "[一二三四五六七八九十]{1,3}"
_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"(?:第{_CN}(?:部分|章|篇)|{_CN}[、，．.])")),
    (2, re.compile(rf"[（(]{_CN}[）)]")),
    (3, re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))")),
    (4, re.compile(r"[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳]")),
    (5, re.compile(rf"(?:{_CN}是|其{_CN}[，是]|第{_CN}[，、]|——|[●■◆▲★•])")),
)
_PLAIN_LEVEL = 2  # a heading without a number, below numbered chapters
LONGEST_HEADING = 40
_SENTENCE_END = re.compile(r"[。！？\n]|；")
_CLAUSE_END = re.compile(r"[，；：。！？\n]|——")


@dataclass(frozen=True)
class Paragraph:
    """A line of the view, its headings (outermost first), its own heading's end if it begins with one."""

    start: int
    end: int
    headings: tuple[str, ...]
    level: int = 0


def _level(line: str) -> int:
    return next((level for level, pattern in _LEVELS if pattern.match(line)), 0)


def _own_heading(line: str, level: int) -> str:
    """The heading that a line is or begins with; empty if it has none."""
    bare = line.strip()
    if level:
        first = re.split(r"[。：]", bare, maxsplit=1)[0]
        return first if len(first) <= LONGEST_HEADING else ""
    if (
        len(bare) <= LONGEST_HEADING
        and not re.search(r"[。；！？：，、]$|[。；！？]", bare)
        and "\t" not in bare
    ):
        return bare
    return ""


Spans = tuple[tuple[int, int], ...]


@lru_cache(maxsize=8)
def paragraphs(view: str, furniture: Spans = ()) -> tuple[Paragraph, ...]:
    """The lines of a view with the headings that stand above each and within it.

    `furniture`: lines that begin in one of these spans of the view are no headings.
    """
    result: list[Paragraph] = []
    stack: list[tuple[int, str]] = []
    start, first = 0, True
    for line in view.split("\n"):
        end = start + len(line)
        if any(begin <= start < stop for begin, stop in furniture):
            result.append(Paragraph(start, end, ()))
        elif line.strip():
            level = _level(line)
            heading = _own_heading(line, level)
            rank = level or (0 if first else _PLAIN_LEVEL)
            if level or heading:
                stack = [(r, text) for r, text in stack if r < rank]
            if heading:
                stack.append((rank, heading))
            result.append(Paragraph(start, end, tuple(text for _rank, text in stack), level))
            first = False
        start = end + 1
    return tuple(result)


def paragraph_at(view: str, place: int, furniture: Spans = ()) -> Paragraph:
    """The paragraph of a place."""
    every = paragraphs(view, furniture)
    if not every:
        return Paragraph(0, len(view), ())
    return every[max(0, bisect_right([one.start for one in every], place) - 1)]


@lru_cache(maxsize=8)
def _ends(view: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    sentences = [0, *(m.end() for m in _SENTENCE_END.finditer(view)), len(view) + 1]
    clauses = [0, *(m.end() for m in _CLAUSE_END.finditer(view)), len(view) + 1]
    return tuple(sentences), tuple(clauses)


def _within(ends: tuple[int, ...], place: int, size: int) -> tuple[int, int]:
    at = bisect_right(ends, place)
    return ends[at - 1], min(ends[at] if at < len(ends) else size, size)


def sentence_at(view: str, place: int) -> tuple[int, int]:
    """The sentence of a place; a semicolon ends one too, as do line ends."""
    return _within(_ends(view)[0], place, len(view))


def clause_at(view: str, place: int) -> tuple[int, int]:
    """The clause of a place, its closing mark included."""
    return _within(_ends(view)[1], place, len(view))


def full_sentence_at(view: str, place: int) -> tuple[int, int]:
    """The sentence up to a full stop: semicolons stay inside."""
    start = max(view.rfind(mark, 0, place) for mark in "。！？\n") + 1
    ends = [found for mark in "。！？\n" if (found := view.find(mark, place)) >= 0]
    return start, (min(ends) + 1 if ends else len(view))
