"""What is wrong with one cell or row of a workbook, and how to put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 40  # characters of a value that a message quotes


@dataclass(frozen=True)
class Problem:
    """A problem at a place. `sheet` is the sheet's title, `row` the Excel row (from 1; 0: the whole sheet),
    `column` the label of the column ("" : the whole row), `value` what stands there as text."""

    sheet: str
    row: int
    column: str
    value: str
    message: str
    repair: str = ""

    @property
    def place(self) -> str:
        """Where it is: 工作表“活动”第 12 行“日期”列."""
        row = f"第 {self.row} 行" if self.row else ""
        column = f"“{self.column}”列" if self.column else ""
        return f"工作表“{self.sheet}”{row}{column}"

    @property
    def advice(self) -> str:
        """The message and the repair as sentences."""
        return "".join(
            f"{part.strip().rstrip('。')}。" for part in (self.message, self.repair) if part.strip()
        )

    def __str__(self) -> str:
        return f"{self.place}：{self.advice}"


def by_row(problems: Iterable[Problem]) -> dict[tuple[str, int], list[Problem]]:
    """The problems of each (sheet title, row), in order."""
    rows: dict[tuple[str, int], list[Problem]] = {}
    for problem in problems:
        rows.setdefault((problem.sheet, problem.row), []).append(problem)
    return rows
