"""What stands near a figure, and how near: its own words first, its sentence before it less, what follows it least."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kebridge.figures.checker.lexicon import Hit, Lexicon, plain
from kebridge.figures.checker.shapes import Context, Draft, Kind, Mention

OWN, SIDE, CLAUSE, BEFORE, AFTER = 1.0, 0.75, 0.45, 0.4, 0.1
_CHUNK, _REACH = (
    600,
    300,
)  # characters: of a passage cut from an endless line; in which words tell of a figure
_FADING = 0.8
_BOUNDARIES = "，,。；;！!？?：:\n"
_EXAMPLES = re.compile(
    r"[^，,。；;：:！!？?\n]*等"
)  # what is named before 等 are examples, not what is counted
_EXAMPLE_WORTH = 0.3
_NUMBERED = re.compile(r"\d|第[二三四五六七八九十]|第一(?!方阵|梯队)")
_STOPS = "、，,。；;：:！!？?\n"
# Words that say nothing of what is counted.
_EMPTY = re.compile(
    r"\d{4}年度?|[上下]半年|第?[一二三四]季度|\d{1,2}月份?|近?[一二两三四五六七八九十]年[来间]|"
    r"开展了?|举办了?|组织|成功|圆满|积极|先后|累计|总计|共计|合计|共|等|及|以及|和|与|的|了|在|为|于|全年|年度|今年|本年|去年|"
    r"同比|比上年|上年|其中|我们|我市|我县|全市|全省|全国|全县|各类|各级|多项|一系列|系列|余|多|近|超过?|达到?|约|突破|以上|左右|"
    r"不断|有效|扎实|深入|持续|大力|进一步|实现|完成|进行|通过|围绕|针对|面向|由|对|将|被|从|以|并|也|均|各|新|已|有|是|到|"
    r"\d|[.％%万亿千百]|个|场|次|项|人|名|家"
)

Places = Callable[[str], Iterable[tuple[int, int]]]


@dataclass
class Passage:
    """A paragraph with its phrases found; `origin` is where it begins in the text."""

    origin: int
    text: str
    lexicon: Lexicon
    places: Places

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        return plain(self.text)

    @property
    def plain_text(self) -> str:
        return self._plain[0]

    @cached_property
    def hits(self) -> list[Hit]:
        return self.lexicon.hits(self.plain_text)

    @cached_property
    def _by_start(self) -> tuple[list[Hit], list[int], int]:
        found = sorted(self.hits, key=lambda hit: hit.start)
        return found, [hit.start for hit in found], max((hit.end - hit.start for hit in found), default=0)

    def hits_in(self, start: int, end: int) -> list[Hit]:
        """The phrases that touch a stretch, the longer ones before the shorter."""
        found, starts, longest = self._by_start
        near = found[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        return sorted(
            (hit for hit in near if hit.end > start), key=lambda hit: (-len(hit.covered), hit.start)
        )

    @cached_property
    def content(self) -> list[float]:
        """Of every character, how much it says of what is counted: nothing, all, or little where it is an example."""
        found = [float(not char.isspace() and char not in _STOPS) for char in self.plain_text]
        for match in _EMPTY.finditer(self.plain_text):
            found[match.start() : match.end()] = [0.0] * (match.end() - match.start())
        for start, end in self.places(self.plain_text):
            found[start:end] = [0.0] * (end - start)  # whose it is, not what is counted
        for match in _EXAMPLES.finditer(self.plain_text):
            for at in range(match.start(), match.end()):
                found[at] *= _EXAMPLE_WORTH
        return found

    def at(self, index: int) -> int:
        """The place in the plain text of a character of the draft."""
        return bisect_left(self._plain[1], index - self.origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.at(start), self.at(end)


@dataclass
class Zone:
    """Weights of the characters of a passage for one mention; `own` and `clause` are spans in the plain text."""

    passage: Passage
    weights: list[float]
    own: tuple[int, int]
    clause: tuple[int, int]
    sentence: tuple[int, int]
    mention: tuple[int, int]
    headings: list[Passage] = field(default_factory=list)

    @cached_property
    def hits(self) -> list[Hit]:
        """The phrases of the sentence, where a weight may be other than nothing."""
        return self.passage.hits_in(*self.sentence)


class Passages:
    """The paragraphs of a draft, each read once; `places` finds the names of organisations in a plain text."""

    def __init__(self, draft: Draft, lexicon: Lexicon, places: Places) -> None:
        self._places = places
        self._draft = draft
        self._lexicon = lexicon
        self._known: dict[tuple[int, int], Passage] = {}
        self._headings: dict[str, Passage] = {}

    def of(self, start: int, end: int) -> Passage:
        """The lines around a stretch; of a line longer than any paragraph only what stands about it."""
        text = self._draft.text
        first = max(text.rfind("\n", 0, start) + 1, (start // _CHUNK - 1) * _CHUNK)
        last = text.find("\n", end)
        last = min(len(text) if last < 0 else last, (end // _CHUNK + 2) * _CHUNK)
        if (first, last) not in self._known:
            self._known[first, last] = Passage(first, text[first:last], self._lexicon, self._places)
        return self._known[first, last]

    def heading(self, text: str) -> Passage:
        if text not in self._headings:
            self._headings[text] = Passage(0, text, self._lexicon, self._places)
        return self._headings[text]


def zone_of(mention: Mention, context: Context, claims: Sequence[Mention], passages: Passages) -> Zone:
    """The weights around a mention; `claims` are the mentions that are claims, in order."""
    passage = passages.of(
        max(min(context.sentence[0], mention.start), mention.start - _REACH),
        min(max(context.sentence[1], mention.end), mention.end + _REACH),
    )
    plain_text = passage.plain_text
    here = passage.span(mention.start, mention.end)
    sentence = _about(here, passage.span(*context.sentence))
    clause = _about(here, passage.span(*context.clause))
    others = [passage.span(one.start, one.end) for one in claims if _shares(one, mention, context.clause)]
    before_from = max([clause[0], *(end for _, end in others if end <= here[0])])
    after_to = min([clause[1], *(start for start, _ in others if start >= here[1])])
    is_first = before_from == clause[0]
    after_to = _until_stop(plain_text, here[1], after_to)
    weights = [0.0] * len(plain_text)
    _fade(weights, plain_text, sentence, clause)
    _fill(weights, clause, CLAUSE)
    follows = sum(passage.content[here[1] : after_to])
    _fill(weights, (before_from, here[0]), OWN if follows < 2 else SIDE if is_first else CLAUSE)
    _fill(weights, (here[1], after_to), OWN if follows >= 2 else SIDE)
    _fill(weights, here, OWN if is_named_standing(mention) else 0.0)
    headings = [passages.heading(text) for text in (*context.headings[-2:], context.list_head) if text]
    return Zone(passage, weights, (before_from, after_to), clause, sentence, here, headings)


def _about(here: tuple[int, int], span: tuple[int, int]) -> tuple[int, int]:
    """A stretch as far as words still tell of the figure."""
    return max(span[0], here[0] - _REACH), min(span[1], here[1] + _REACH)


def is_named_standing(mention: Mention) -> bool:
    """首次, 唯一, 率先: a standing whose words say what it is."""
    return mention.kind is Kind.RANK and not _NUMBERED.search(mention.text)


def _shares(one: Mention, mention: Mention, clause: tuple[int, int]) -> bool:
    return one is not mention and clause[0] <= one.start and one.end <= clause[1]


def _until_stop(text: str, start: int, end: int) -> int:
    for at in range(start, min(end, len(text))):
        if text[at] in _STOPS:
            return at
    return min(end, len(text))


def _fade(weights: list[float], text: str, sentence: tuple[int, int], clause: tuple[int, int]) -> None:
    """Clauses before fade with their distance; those after are nearly nothing."""
    weight, at = BEFORE, clause[0] - 1
    while at >= sentence[0]:
        if text[at] in _BOUNDARIES and at < clause[0] - 1:
            weight *= _FADING
        weights[at] = weight
        at -= 1
    _fill(weights, (clause[1], sentence[1]), AFTER)


def _fill(weights: list[float], span: tuple[int, int], weight: float) -> None:
    for at in range(max(0, span[0]), min(span[1], len(weights))):
        weights[at] = weight
