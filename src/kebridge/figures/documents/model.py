"""What a document is: a title, blocks and runs. Pure data, frozen, no database.

Heading numbers (一、（一）1.（1）) are never part of the text; they are generated from the order of blocks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

DEMO_MARK = "合成演示数据，非真实记录"
OPEN_MARK = "非涉密"
DRAFT_MARK = "草稿，未经签发"
MISSING_TEXT = "【未报】"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureRun:
    """A figure in a sentence or a cell. `missing`: nobody reported it, so 【未报】 is shown instead of `text`."""

    text: str
    href: str = ""
    key: str = ""
    basis: str = ""
    tooltip: str = ""
    missing: bool = False

    @property
    def shown(self) -> str:
        """The words the reader sees."""
        return MISSING_TEXT if self.missing else self.text


@dataclass(frozen=True, slots=True)
class RecordRun:
    """The title of one record, leading to its page."""

    text: str
    href: str = ""


Leaf: TypeAlias = Text | FigureRun | RecordRun


@dataclass(frozen=True, slots=True)
class Listing:
    """Several items in a row: inside a sentence (as a run) or as a paragraph of its own (as a block)."""

    items: tuple[tuple[Run, ...], ...]
    sep: str = "、"
    tail: str = ""


Run: TypeAlias = Leaf | Listing
Cell: TypeAlias = str | Leaf | Listing | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4, without its number."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise ValueError(f"标题层次只有1至4级，不能是{self.level}级")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `leads`: it announces what follows and stays on its page."""

    runs: tuple[Run, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numeric columns are right-aligned."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("表格至少要有一列")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"表格第{number}行有{len(row)}格，应为{len(self.columns)}格")


@dataclass(frozen=True, slots=True)
class Subhead:
    """A line that names what follows and carries no number: a month, a kind."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of our own (SVG with a width and a height in its root) with its title, and in words for who cannot see it.

    `data`: the same as a table, opened by a click on screen; paper shows the values in the drawing.
    """

    svg: str
    caption: str
    alt: str
    data: Table | None = None

    def __post_init__(self) -> None:
        if not self.svg.startswith("<svg"):
            raise ValueError("图应是SVG")


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on a page of its own; its headings are numbered anew. Annexes follow the body and the sign-off."""

    title: str
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        if any(isinstance(block, Annex) for block in self.blocks):
            raise ValueError("附件中不能再有附件")


Block: TypeAlias = Heading | Subhead | Paragraph | Listing | Table | Picture | Annex


@dataclass(frozen=True, slots=True)
class Document:
    """A plain material (工作报告, 总结): title, body, sign-off, annexes. `marks` stand on every page."""

    title: str
    subtitle: str = ""
    org: str = ""
    date: datetime.date | None = None
    blocks: tuple[Block, ...] = ()
    marks: tuple[str, ...] = ()
    draft: bool = False
    seal_line: str = ""

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks before the sign-off."""
        return tuple(block for block in self.blocks if not isinstance(block, Annex))

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes in order, wherever they stand among the blocks."""
        return tuple(block for block in self.blocks if isinstance(block, Annex))

    @property
    def page_marks(self) -> tuple[str, ...]:
        """The marks of every page; a draft says so first."""
        return ((DRAFT_MARK,) if self.draft else ()) + self.marks

    @property
    def date_text(self) -> str:
        """The date in Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5.4): 2026年1月5日."""
        return f"{self.date.year}年{self.date.month}月{self.date.day}日" if self.date else ""


def leaves(runs: tuple[Run, ...]) -> Iterator[Leaf]:
    """The runs with every listing spelled out: items, separators, tail."""
    for run in runs:
        if not isinstance(run, Listing):
            yield run
            continue
        for index, item in enumerate(run.items):
            if index:
                yield Text(run.sep)
            yield from leaves(item)
        if run.tail:
            yield Text(run.tail)


def cell_runs(cell: Cell) -> tuple[Run, ...]:
    """A cell as runs, in whichever of its short forms it was written."""
    if isinstance(cell, str):
        return (Text(cell),)
    return cell if isinstance(cell, tuple) else (cell,)


def shown(leaf: Leaf) -> str:
    """The words of a leaf on paper."""
    return leaf.shown if isinstance(leaf, FigureRun) else leaf.text


def plain_text(runs: tuple[Run, ...]) -> str:
    """The runs as the reader sees them, without links."""
    return "".join(shown(leaf) for leaf in leaves(runs))
