"""Rows of a sheet put together into records: a root row and the child rows that follow it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kebridge.core.transfer.columns import Sheet, as_text
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.reading import Row


@dataclass
class RecordRows:
    """One record: `root` its first row, `lines` the rows that hold child cells (the first row among them)."""

    root: Row
    lines: list[Row] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def _roots(row: Row, names: Iterable[str]) -> dict[str, str]:
    return {name: as_text(value) for name in names if (value := row.cells.get(name)) is not None}


def _continues(filled: dict[str, str], root: dict[str, str], key: tuple[str, ...]) -> bool:
    """Whether a row's root cells belong to the record above: blank, or the same key, or all repeated."""
    if not filled:
        return True
    if key and all(name in filled for name in key):
        return all(filled[name] == root.get(name) for name in key)
    return all(root.get(name) == value for name, value in filled.items())


def group_rows(rows: Iterable[Row], sheet: Sheet, title: str = "") -> tuple[list[RecordRows], list[Problem]]:
    """The records of a sheet in order, and the problems: a continuation that contradicts its first row, or that
    has no record above it. In a sheet without child columns every row is a record."""
    shown = title or sheet.title
    roots, lines = [c.name for c in sheet.roots], [c.name for c in sheet.lines]
    records: list[RecordRows] = []
    problems: list[Problem] = []
    current: dict[str, str] = {}
    for row in rows:
        filled = _roots(row, roots)
        if not lines or not records or not _continues(filled, current, sheet.key):
            if lines and not records and not filled:
                problems.append(
                    Problem(shown, row.number, "", "", "这一行只有明细，上面没有所属的记录", "请补上前面的栏")
                )
            records.append(RecordRows(row))
            current = filled
        else:
            problems += _contradictions(row, filled, current, sheet, shown)
        records[-1].numbers.append(row.number)
        if any(row.cells.get(name) is not None for name in lines):
            records[-1].lines.append(row)
    return records, problems


def _contradictions(
    row: Row, filled: dict[str, str], root: dict[str, str], sheet: Sheet, title: str
) -> list[Problem]:
    found = []
    for name, value in filled.items():
        if value != root.get(name):
            label, above = sheet.column(name).label, root.get(name, "")
            message = f"与同一条记录首行的“{above}”不一致" if above else "首行没有填，续行却填了"
            found.append(Problem(title, row.number, label, value, message, "请改成一致，或在续行留空"))
    return found
