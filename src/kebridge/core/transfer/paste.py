"""Rows pasted from Excel or WPS: cells separated by tabs, a cell with line breaks in quotes."""

from collections.abc import Sequence

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Sheet, cell_value
from kebridge.core.transfer.layout import Headings, Labels, check_headings, find_headings
from kebridge.core.transfer.reading import Row

MOST_CHARACTERS = 5_000_000  # a larger paste is a file to import


def _quoted(text: str, start: int) -> tuple[str, int] | None:
    """The cell in quotes that begins at `start` and the place after it; None if the quotes are only characters.

    Excel quotes a cell only if it holds a line break or a tab, and doubles the quotes in it.
    """
    at, parts = start + 1, ""
    while (close := text.find('"', at)) != -1:
        parts += text[at:close]
        if text[close + 1 : close + 2] == '"':
            parts, at = parts + '"', close + 2
            continue
        ends = text[close + 1 : close + 2] in ("", "\t", "\n")
        return (parts, close + 1) if ends and ("\n" in parts or "\t" in parts) else None
    return None


def split_cells(text: str) -> list[list[str]]:
    """The pasted text as rows of cells."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\x00")
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        quoted = _quoted(text, at) if text.startswith('"', at) else None
        if quoted:
            cell, at = quoted
        else:
            ends = [end for mark in "\t\n" if (end := text.find(mark, at)) != -1]
            end = min(ends, default=len(text))
            cell, at = text[at:end], end
        rows[-1].append(cell)
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return rows


def _by_order(rows: Sequence[Sequence[str]], sheet: Sheet) -> Headings:
    """Without headings the cells follow the sheet's order."""
    width = max((i + 1 for row in rows for i, cell in enumerate(row) if cell.strip()), default=0)
    labels = "、".join(column.label for column in sheet.columns)
    if width > len(sheet.columns):
        raise Refusal(
            f"粘贴的内容有 {width} 列，这里只有 {len(sheet.columns)} 列（{labels}）",
            repair="请按这个顺序排列，或连同标题行一起复制",
        )
    needed = max((sheet.columns.index(column) + 1 for column in sheet.needed()), default=0)
    if width < needed:
        raise Refusal(
            f"粘贴的内容只有 {width} 列，至少应有前 {needed} 列（{labels}）",
            repair="请按这个顺序排列，或连同标题行一起复制",
        )
    return Headings(0, 0, {c.name: i for i, c in enumerate(sheet.columns)})


def _headings(rows: Sequence[Sequence[str]], sheet: Sheet) -> Headings:
    labels = Labels(sheet)
    known = sum(labels.name(cell) is not None for cell in rows[0])
    filled = sum(bool(cell.strip()) for cell in rows[0])
    if known >= min(2, len(sheet.columns)) and known * 2 >= filled:
        found = find_headings([rows[0]], sheet)
        if found is not None:
            return found
    return _by_order(rows, sheet)


def read_paste(text: str, sheet: Sheet) -> list[Row]:
    """The pasted rows, with or without a heading row; `number` counts the pasted lines from 1, the heading too.

    Refusal for an empty paste, too many or too few columns, or headings that do not fit.
    """
    if len(text) > MOST_CHARACTERS:
        raise Refusal("粘贴的内容太多", repair="请存成 Excel 文件，用“导入”")
    if not text.strip():
        raise Refusal("没有粘贴任何内容", repair="请在 Excel 或 WPS 里选中要录入的行，复制后再粘贴")
    cells = split_cells(text)
    first = next(i for i, row in enumerate(cells) if any(cell.strip() for cell in row))
    cells_from = cells[first:]
    headings = _headings(cells_from, sheet)
    if headings.depth:
        check_headings(headings, sheet, sheet.title)
    rows = []
    for number, line in enumerate(cells_from[headings.data_from :], first + headings.data_from + 1):
        values: dict[str, object] = dict.fromkeys(column.name for column in sheet.columns)
        for column in sheet.columns:
            index = headings.columns.get(column.name)
            if index is not None and index < len(line):
                values[column.name] = cell_value(line[index], column.kind)
        if any(value is not None for value in values.values()):
            rows.append(Row(sheet.code, number, values))
    if not rows:
        raise Refusal("粘贴的内容只有标题，没有数据", repair="请把数据行一起复制")
    return rows
