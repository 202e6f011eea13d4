"""The words by which texts name what is counted: phrases, and what each may mean. Built from declarations, never by hand.

A phrase may mean a metric, a register, a value of a dimension, or a tag; the value of a figure plays no part.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kebridge.figures.metrics.definition import Metric

NAME, MEASURE, REGISTER, VALUE, TAG = "name", "measure", "register", "value", "tag"
GAP_MARK = "…"
# How far the parts of a phrase may stand apart; a long first part (科普大篷车) speaks for the whole sentence.
_MOST_GAP, _FAR_GAP, _FAR_FROM, _TAG_GAP = 16, 60, 3, 6
_SENTENCE_ENDS = "。！？!?\n"
_NOISE = re.compile(r"[\s“”‘’\"'《》〈〉「」『』·—－\-+()（）\[\]【】]")
_QUOTED_LIST = re.compile(r"“[^“”]{2,14}”")


@dataclass(frozen=True)
class Sense:
    """What a phrase may mean: `kind` NAME (key: a metric), MEASURE (its measure), REGISTER, VALUE or TAG.

    `dimension` and `key` of a VALUE are the filter and its code; of a TAG the scheme and the tag's name.
    """

    kind: str
    key: str
    dimension: str = ""
    register: str = ""
    strength: float = 1.0


@dataclass(frozen=True)
class Hit:
    """A place in a plain text where a phrase stands; `covered` are its characters where it stands in pieces."""

    start: int
    end: int
    phrase: str
    senses: tuple[Sense, ...]
    covered: frozenset[int]


@dataclass(frozen=True)
class Entry:
    """A metric with what may limit it: values of dimensions and tags that its facts bear."""

    metric: Metric
    register: str
    measures: frozenset[str]
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_closed: bool = False
    counts_persons: bool = False


@dataclass(frozen=True)
class Place:
    """An organisation by one of its names; `is_short`: a form that others may share."""

    name: str
    code: str
    type: str
    is_short: bool = False


class Lexicon:
    """All phrases with their senses, the metrics they may name, and the organisations."""

    def __init__(
        self,
        entries: Iterable[Entry],
        phrases: Mapping[str, Iterable[Sense]],
        places: Iterable[Place] = (),
        registers: Mapping[str, str] | None = None,
    ) -> None:
        self.entries = {entry.metric.name: entry for entry in entries}
        self.phrases = {phrase: tuple(dict.fromkeys(senses)) for phrase, senses in phrases.items()}
        self.places = tuple(places)
        self.registers = dict(registers or {})

    def open_only(self) -> "Lexicon":
        """Without the metrics of the closed circle."""
        if not any(entry.is_closed for entry in self.entries.values()):
            return self
        kept = [entry for entry in self.entries.values() if not entry.is_closed]
        return Lexicon(kept, self.phrases, self.places, self.registers)

    @cached_property
    def _by_opening(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        """Phrases by their first two characters, as the pieces they are looked for in."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for phrase in self.phrases:
            pieces = tuple(piece for piece in phrase.split(GAP_MARK) if piece)
            if pieces and len(pieces[0]) >= 2:
                found.setdefault(pieces[0][:2], []).append((phrase, pieces))
        return found

    @cached_property
    def _tag_phrases(self) -> frozenset[str]:
        return frozenset(
            phrase for phrase, senses in self.phrases.items() if any(sense.kind == TAG for sense in senses)
        )

    def hits(self, text: str) -> list[Hit]:
        """Every phrase of a plain text (see `plain`), the longer ones before the shorter."""
        found: list[Hit] = []
        for start in range(len(text) - 1):
            for phrase, pieces in self._by_opening.get(text[start : start + 2], ()):
                covered = _pieces_at(text, start, pieces)
                if covered is None and phrase in self._tag_phrases:
                    covered = _loosely_at(text, start, phrase)
                if covered:
                    found.append(
                        Hit(start, max(covered) + 1, phrase, self.phrases[phrase], frozenset(covered))
                    )
        return sorted(found, key=lambda hit: (-len(hit.covered), hit.start))


def _pieces_at(text: str, start: int, pieces: tuple[str, ...]) -> list[int] | None:
    """The characters of the pieces in their order from `start`, each next one within reach; None: not there."""
    if not text.startswith(pieces[0], start):
        return None
    covered = list(range(start, start + len(pieces[0])))
    gap = _FAR_GAP if len(pieces[0]) >= _FAR_FROM else _MOST_GAP
    for piece in pieces[1:]:
        at = text.find(piece, covered[-1] + 1, covered[-1] + 1 + gap + len(piece))
        if at < 0 or any(mark in text[covered[-1] : at] for mark in _SENTENCE_ENDS):
            return None
        covered += range(at, at + len(piece))
    return covered


def _loosely_at(text: str, start: int, phrase: str) -> list[int] | None:
    """The characters of a name with other words put between: in order, two or more together, gaps short."""
    covered: list[int] = []
    at, done = start, 0
    while done < len(phrase):
        length = 0
        while (
            done + length < len(phrase)
            and at + length < len(text)
            and text[at + length] == phrase[done + length]
        ):
            length += 1
        if length < 2:
            return None
        covered += range(at, at + length)
        done += length
        at += length
        if done < len(phrase):
            left = phrase[done : done + 2]
            if len(left) < 2:
                return None
            reach = text.find(left, at, at + _TAG_GAP + 2)
            if reach < 0 or any(mark in text[at:reach] for mark in "，,。；;、"):
                return None
            at = reach
    return covered


def plain(text: str) -> tuple[str, list[int]]:
    """The text without marks and blanks that names may be written with, and where each character stood."""
    dropped = {
        match.start() + at
        for match in _QUOTED_LIST.finditer(text)
        for at, char in enumerate(match.group())
        if char == "、"  # a name that is a list itself: “大练兵、大比武”
    }
    kept = [
        (char, index) for index, char in enumerate(text) if not _NOISE.match(char) and index not in dropped
    ]
    return "".join(char for char, _ in kept), [index for _, index in kept]


def plain_phrase(text: str) -> str:
    return _NOISE.sub("", text.strip())
