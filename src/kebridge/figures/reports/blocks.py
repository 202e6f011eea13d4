"""The blocks of a template: headings, sentences, lists of records, chronicles, tables and charts of figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from kebridge.core.calendar.periods import Period
from kebridge.figures.documents.charting import Kind
from kebridge.figures.requests import FigureRequest

ZERO, DROP = "zero", "drop"
_SENTENCE = re.compile(r"[^。；]*[。；]?")
Layout = Literal["line", "numbered", "sentences"]
LAYOUTS: tuple[Layout, ...] = ("line", "numbered", "sentences")


@dataclass(frozen=True)
class BoundFigure:
    """A figure of the text: what to compute, how to write it, what a nil does to its sentence.

    `compared`: last year's figure of a table, which no one needs to have reported.
    """

    key: str
    request: FigureRequest
    style: str
    nil: str
    unit: str
    compared: bool = False


@dataclass(frozen=True)
class HeadingBlock:
    level: int
    text: str


@dataclass(frozen=True)
class ParagraphBlock:
    text: str

    def sentences(self) -> Iterator[str]:
        return (part for part in _SENTENCE.findall(self.text) if part)


@dataclass(frozen=True)
class Source:
    """Records of one register: whose, when, which, how each is told (`pattern` names fields in braces)."""

    register: str
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    scope: str
    own: bool
    period: Period
    pattern: str


@dataclass(frozen=True)
class RecordsBlock:
    """A list of records: `rank` a field whose choices order them first, `group` a field that parts them.

    `layout` line: in one sentence; numbered: 1. 2. 3.; sentences: each for itself. `tail` may say {total}.
    """

    source: Source
    rank: str
    order: tuple[str, ...]
    group: str
    layout: Layout
    limit: int
    lead: str
    sep: str
    tail: str
    end: str


@dataclass(frozen=True)
class ChronicleBlock:
    """Records of several registers in order of day, by month; of a full month the weightier are kept."""

    sources: tuple[Source, ...]
    period: Period
    limit: int
    tail: str


NOW, BEFORE, CHANGE, SHARE, UNIT, SCOPE, BASIS, TITLE = (
    "now before change share unit scope basis title".split()
)
WORDS = {
    TITLE: ("指标", "项目", "事项"), UNIT: ("计量单位",), SCOPE: ("范围",), BASIS: ("依据",),
    NOW: ("今年", "本年", "本期", "本月", "本季度", "数量"),
    BEFORE: ("上年", "去年", "上年同期", "上年同月", "同期"), CHANGE: ("增减", "同比", "比上年"), SHARE: ("占比",),
}  # fmt: skip
KIND_OF_WORD = {word: kind for kind, words in WORDS.items() for word in words}


@dataclass(frozen=True)
class TableColumn:
    title: str
    kind: str


@dataclass(frozen=True)
class TableRow:
    """A figure with last year's (`before`: its key, empty where there is none)."""

    key: str
    title: str
    before: str


@dataclass(frozen=True)
class FiguresTable:
    """A table of figures, one a row."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class PartsTable:
    """One figure opened by a dimension, one part a row; `limit` keeps the largest."""

    caption: str
    columns: tuple[TableColumn, ...]
    key: str
    by: str
    limit: int


@dataclass(frozen=True)
class ChartBlock:
    caption: str
    key: str
    by: str
    kind: Kind
    limit: int


Block = HeadingBlock | ParagraphBlock | RecordsBlock | ChronicleBlock | FiguresTable | PartsTable | ChartBlock


def layout_of(word: str) -> Layout:
    return cast("Layout", word)
