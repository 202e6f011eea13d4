"""An import as planned: aggregates of a workbook, each new, changed, the same, or wrong."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kebridge.core.records.cleaning import Cleaned
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import Register
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.reading import Workbook

# Called with what is being done, how many rows are done, of how many.
Progress = Callable[[str, int, int], None]


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


VERDICT_LABELS = {
    Verdict.NEW: "新增", Verdict.CHANGED: "更正", Verdict.SAME: "没有变化", Verdict.WRONG: "有错",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """One aggregate of the workbook. `number` is its first Excel row; `owner` None: the workbook enters the owner.

    `changes` maps the label of a field to (before, after), of a changed record only.
    """

    number: int
    numbers: tuple[int, ...]
    cleaned: Cleaned
    verdict: Verdict = Verdict.NEW
    owner: int | None = None
    key: tuple[Any, ...] | None = None
    pk: int | None = None
    revision: int | None = None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class SheetPlan:
    """One sheet; `title` is the name on its tab."""

    register: Register
    title: str
    items: list[Item] = field(default_factory=list)

    @property
    def counts(self) -> Counter[Verdict]:
        return Counter(item.verdict for item in self.items)

    def of(self, *verdicts: Verdict) -> Iterator[Item]:
        return (item for item in self.items if item.verdict in verdicts)


@dataclass
class Plan:
    """`workbook` keeps its rows only while some are wrong, to give them back."""

    workbook: Workbook
    sheets: list[SheetPlan]
    problems: list[Problem]
    warnings: list[str]
    lookups: Lookups

    @property
    def filename(self) -> str:
        return self.workbook.filename

    @property
    def counts(self) -> Counter[Verdict]:
        return sum((sheet.counts for sheet in self.sheets), Counter())

    @property
    def is_right(self) -> bool:
        return not self.problems and not self.counts[Verdict.WRONG]

    @property
    def has_work(self) -> bool:
        """Whether anything would be written."""
        counts = self.counts
        return bool(counts[Verdict.NEW] or counts[Verdict.CHANGED])
