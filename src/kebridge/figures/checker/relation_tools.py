"""What all rules about a draft's own figures share: figures in place, sentences as patterns, comparing with rounding."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.wording.agreement import Qualifier, round_half_up
from kebridge.core.wording.styles import in_wan
from kebridge.figures.checker.context import place_of
from kebridge.figures.checker.shapes import Context, Draft, Kind, Mention
from kebridge.figures.checker.view import View, view_of

MOST_FIGURES = 200  # a longer "sentence" is a table or a list of codes, and no rule is about it
FIRST_MARK = 0xE000
F = "[\ue000-\uf8ff]"  # one figure in a pattern
NOT = "，。；！？\n\ue000-\uf8ff"  # what a gap inside a clause may not hold
HUNDRED = Decimal(100)
Span = tuple[Decimal, Decimal]
_FAR = Decimal(10) ** 20


@dataclass(frozen=True)
class Figure:
    """A mention that claims something: its index among all mentions and its place in the view."""

    index: int
    start: int
    end: int
    mention: Mention

    @property
    def value(self) -> Decimal:
        return self.mention.value or Decimal(0)

    @property
    def unit(self) -> str:
        return self.mention.unit


@dataclass(frozen=True)
class Piece:
    """A sentence as a pattern: each figure is one private character, `figures` in order."""

    start: int
    pattern: str
    figures: tuple[Figure, ...]

    def figure(self, char: str) -> Figure:
        return self.figures[ord(char) - FIRST_MARK]


@dataclass(frozen=True)
class Page:
    """A draft with its figures, for the rules."""

    draft: Draft
    view: View
    mentions: Sequence[Mention]
    contexts: Sequence[Context]
    figures: tuple[Figure, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that begin in a stretch of the view."""
        return self.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def piece(self, start: int, end: int) -> Piece:
        """A stretch of the view as a pattern."""
        figures = self.within(start, end)[: MOST_FIGURES + 1]
        parts, at = [], start
        for number, figure in enumerate(figures):
            parts += [self.view.text[at : figure.start], chr(FIRST_MARK + number)]
            at = figure.end
        parts.append(self.view.text[at:end])
        return Piece(start, "".join(parts), figures)

    def sentences(self) -> Iterator[Piece]:
        """Sentences up to a full stop or a line end, those with two figures or more."""
        for match in re.finditer(r"[^。！？\n]+[。！？]?", self.view.text):
            piece = self.piece(match.start(), match.end())
            if 1 < len(piece.figures) <= MOST_FIGURES:
                yield piece


def page_of(draft: Draft, mentions: Sequence[Mention], contexts: Sequence[Context]) -> Page:
    """The page for a draft whose mentions and contexts are known."""
    view = view_of(draft.text)
    figures = tuple(
        Figure(index, place_of(view, one.start), place_of(view, one.end), one)
        for index, one in enumerate(mentions)
        if one.is_claim and one.value is not None
    )
    return Page(draft, view, mentions, contexts, figures, tuple(figure.start for figure in figures))


def spread(mention: Mention) -> Span:
    """The values that a figure may stand for: its bounds, and for 33.5万 or 7.2亿 what rounds to it."""
    value = mention.value or Decimal(0)
    if mention.qualifier in (Qualifier.EXACT, Qualifier.ROUNDED):
        if mention.low != mention.high and mention.low is not None and mention.high is not None:
            return mention.low, mention.high
        scaled = re.search(r"[万亿]", mention.text)
        step = mention.step or Decimal(1)
        is_rate = mention.kind in (Kind.RATE, Kind.GROWTH, Kind.POINTS, Kind.RATIO)
        half = step / 2 if (scaled and "." in mention.text) or is_rate else Decimal(0)
        if half == 0 and "亿" in mention.text:
            half = Decimal(5_000_000)
        elif half == 0 and "万" in mention.text and mention.kind is not Kind.MONEY:
            half = Decimal(500)  # 2万 beside 1.2万: said to the thousand
        return value - half, value + half
    low = mention.low if mention.low is not None else Decimal(0)
    return low, mention.high if mention.high is not None else _FAR


_ALIKE = (
    frozenset({"人", "名", "位"}),
    frozenset({"场", "场次", "次"}),
    frozenset({"家", "个", "所", "处", "座"}),
    frozenset({"篇", "份", "件"}),
    frozenset({"项", "个", "件"}),
)


def alike(one: str, other: str, *, loosely: bool = True) -> bool:
    """Units that texts use for the same thing: 人 and 名, 场 and 场次; `loosely` also 家 and 个, 项 and 件."""
    groups = _ALIKE if loosely else _ALIKE[:2]
    return one == other or any(one in group and other in group for group in groups)


def exactly(figure: Figure) -> Span:
    """The value itself for a plain figure, its spread for a hedged one."""
    return (figure.value, figure.value) if is_plain(figure.mention) else spread(figure.mention)


def is_plain(mention: Mention) -> bool:
    """Whether a figure is stated without any hedge."""
    return (
        mention.qualifier in (Qualifier.EXACT, Qualifier.ROUNDED)
        and not mention.hedges
        and mention.low == mention.high
    )


def meet(one: Span, other: Span) -> bool:
    """Whether two spreads have a value in common; the ends of a rounded one do not belong to it."""
    if one[0] == one[1] and other[0] == other[1]:
        return one[0] == other[0]
    return one[0] < other[1] and other[0] < one[1]


def per_cent(part: Span, whole: Span) -> Span:
    """The spread of part ÷ whole in per cent."""
    if whole[0] <= 0:
        return Decimal(0), _FAR
    return part[0] * HUNDRED / whole[1], part[1] * HUNDRED / whole[0]


def rounds_to(exact: Span, stated: Mention) -> bool:
    """Whether an exact spread, rounded half up to the digits printed, gives what is stated."""
    value, step = abs(stated.value or Decimal(0)), _printed_step(stated)
    if not is_plain(stated):
        return meet(exact, spread(stated))
    return round_half_up(exact[0], step) <= value <= round_half_up(exact[1], step)


NEAR = Decimal(1)  # how far, in points, unrounded values may move a rate from what the printed ones give


def rate_fits(exact: Span, wide: Span, stated: Mention) -> bool:
    """Whether a stated rate is that of the printed values, or of values that round to them and is no more than NEAR off."""
    if rounds_to(exact, stated):
        return True
    value = abs(stated.value or Decimal(0))
    off = min(abs(value - exact[0]), abs(value - exact[1]))
    return off < NEAR and rounds_to(wide, stated)


def _printed_step(mention: Mention) -> Decimal:
    """The place value of the last printed digit of a rate, at most one."""
    return min(mention.step or Decimal(1), Decimal(1))


def shown(value: Decimal, unit: str = "") -> str:
    """A number in an explanation: 120场, 3.5万元, 12.3%."""
    return f"{in_wan(value)}{unit}"


def rate(value: Decimal, like: Mention) -> Decimal:
    """A computed rate with as many decimals as the stated one, at least one where it is not whole."""
    return round_half_up(value, min(_printed_step(like), Decimal("0.1")))


def quoted(mention: Mention) -> str:
    """A figure as the draft has it, breaks left out."""
    return "“" + re.sub(r"\s+", "", mention.text) + "”"
