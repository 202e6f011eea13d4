"""Giving a workbook back: the clerk's own copy with the problems beside the rows, or only the rows to correct."""

import io
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from openpyxl import Workbook as OpenBook
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.cells import Formats, safe_text, write_text, write_value
from kebridge.core.transfer.columns import Sheet, heading
from kebridge.core.transfer.container import open_container
from kebridge.core.transfer.grouping import group_rows
from kebridge.core.transfer.layout import HEAD_ROWS, LIST_TITLE, PROBLEM_HEADING
from kebridge.core.transfer.problems import Problem, by_row
from kebridge.core.transfer.reading import SheetData, Workbook
from kebridge.core.transfer.writing import HEADING_AT, banner, open_book, set_page, write_headings
from kebridge.core.wording.values import plain

LIST_COLUMNS = ("工作表", "行", "列", "填的内容", "问题", "修改办法")
LIST_WIDTHS = (16, 8, 18, 28, 44, 44)
MOST_UNPACKED = (
    20 * 2**20
)  # sheets of 20 MB take openpyxl about 8 s and 250 MB: beyond this only the list is given back
_WRONG = PatternFill("solid", fgColor="FFE699")
_RED = Font(color="C00000")
_WRAP = Alignment(wrap_text=True, vertical="center")
NO_NUMBERS: Mapping[str, Collection[int]] = MappingProxyType({})


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell | None:
    """The text as text in that cell; None if it lies inside a merged cell."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        return None
    cell.value = "".join(char for char in safe_text(text) if char >= " " or char in "\n\t")
    if isinstance(cell.value, str):
        cell.data_type = "s"
    return cell


def _list_sheet(book: OpenBook, problems: Sequence[Problem]) -> None:
    if LIST_TITLE in book.sheetnames:
        del book[LIST_TITLE]
    sheet = book.create_sheet(LIST_TITLE, 0)
    for column, (label, width) in enumerate(zip(LIST_COLUMNS, LIST_WIDTHS, strict=True), 1):
        cell = _put(sheet, 1, column, label)
        if cell:
            cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, p in enumerate(problems, 2):
        for column, text in enumerate((p.sheet, "", p.column, p.value, p.message, p.repair), 1):
            cell = _put(sheet, row, column, text)
            if cell:
                cell.alignment = _WRAP
        sheet.cell(row, 2).value = p.row or None
    sheet.freeze_panes = "A2"
    book.active = 0


def _places(sheet: Worksheet, labels: Collection[str], last: int) -> tuple[int, dict[str, int]]:
    """The heading row (from 1; 0 if none) and the columns of the labels, from 1. Two-row headings are seen too."""
    wanted = {heading(label) for label in labels}
    best_row, best = 0, 0
    found: dict[str, int] = {}
    for row in islice(sheet.iter_rows(max_row=min(HEAD_ROWS + 1, last)), HEAD_ROWS + 1):
        hits = {
            heading(c.value): c.column for c in row if isinstance(c.value, str) and heading(c.value) in wanted
        }
        for text, column in hits.items():
            found.setdefault(text, column)
        if len(hits) > best:
            best_row, best = row[0].row, len(hits)
    return best_row, found


def _annotate(sheet: Worksheet, problems: Sequence[Problem]) -> None:
    rows = by_row(problems)
    first = min((p.row for p in problems if p.row), default=2)
    labels = {p.column for p in problems if p.column} | {PROBLEM_HEADING}
    at, columns = _places(sheet, labels, max(first - 1, 1))
    target = columns.get(heading(PROBLEM_HEADING))
    if target:
        for row in range(at + 1, sheet.max_row + 1):
            _put(sheet, row, target, "")
    else:
        target = sheet.max_column + 1
    head = _put(sheet, at or max(first - 1, 1), target, PROBLEM_HEADING)
    if head:
        head.font = Font(bold=True, color="C00000")
    sheet.column_dimensions[get_column_letter(target)].width = 60
    for (_title, row), found in rows.items():
        if not row:
            continue
        text = "\n".join((f"【{p.column}】" if p.column else "") + p.advice for p in found)
        cell = _put(sheet, row, target, text)
        if cell:
            cell.font, cell.alignment = _RED, _WRAP
        for problem in found:
            if column := columns.get(heading(problem.column)):
                sheet.cell(row, column).fill = _WRONG


def list_book(problems: Sequence[Problem]) -> bytes:
    """A new workbook with the list of problems only."""
    book = OpenBook()
    _list_sheet(book, problems)
    for name in [name for name in book.sheetnames if name != LIST_TITLE]:
        del book[name]
    return _saved(book)


def _saved(book: OpenBook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def annotated_copy(data: bytes, problems: Sequence[Problem]) -> bytes:
    """The clerk's workbook with a column 问题与修改办法 beside the rows, the wrong cells marked, and a first sheet
    导入问题清单. Where the workbook cannot be opened or is too large: a new workbook with the list."""
    try:
        with open_container(data) as container:
            parts = [e.file_size for e in container.infolist() if e.filename.startswith("xl/worksheets/")]
        if sum(parts) > MOST_UNPACKED:
            return list_book(problems)
        book = load_workbook(io.BytesIO(data))
        tabs = {plain(name): name for name in book.sheetnames}
        for title in dict.fromkeys(p.sheet for p in problems):
            sheet = book[tabs[plain(title)]] if plain(title) in tabs else None
            if isinstance(sheet, Worksheet):
                _annotate(sheet, [p for p in problems if p.sheet == title])
        _list_sheet(book, problems)
        return _saved(book)
    except Refusal:
        return list_book(problems)
    except Exception:  # openpyxl fails in many ways on odd workbooks; the list must reach the clerk
        return list_book(problems)


def _wrong_rows(data: SheetData, problems: Sequence[Problem], more: Collection[int]) -> list[int]:
    """The row numbers to correct: a record is kept whole, with all its rows."""
    wrong = {p.row for p in problems if plain(p.sheet) in (plain(data.title), plain(data.sheet.title))} | set(
        more
    )
    records, _problems = group_rows(data.rows, data.sheet)
    return [number for record in records if wrong & set(record.numbers) for number in record.numbers]


def _write_rows(
    book: object, formats: Formats, data: SheetData, numbers: Sequence[int], told: dict[int, str]
) -> None:
    declared: Sheet = data.sheet
    sheet = book.add_worksheet(declared.title)  # type: ignore[attr-defined]
    width = len(declared.columns)
    banner(sheet, 0, width, f"{declared.title}：需要改正的行", formats.title)
    banner(sheet, 1, width, "改正后直接再导入本文件即可；已经导入的行不在其中。", formats.note)
    write_headings(sheet, HEADING_AT, declared.columns, formats)
    sheet.set_column(width, width, 60)
    write_text(sheet, HEADING_AT, width, PROBLEM_HEADING, formats, plain=formats.head)
    wanted = set(numbers)
    kept = (row for row in data.rows if row.number in wanted)
    for at, row in enumerate(kept, HEADING_AT + 1):
        for index, column in enumerate(declared.columns):
            write_value(sheet, at, index, row.cells.get(column.name), formats)
        if row.number in told:
            write_text(sheet, at, width, told[row.number], formats, plain=formats.problem)
    set_page(sheet, HEADING_AT, width)


def only_rows(
    workbook: Workbook, problems: Sequence[Problem], rows: Mapping[str, Collection[int]] = NO_NUMBERS
) -> bytes:
    """A workbook of only the wrong rows, to correct and hand in again; each record whole, the problem beside it.

    Wrong are the rows that the problems name, and those of `rows` (sheet code → Excel row numbers).
    Refusal if no row is wrong.
    """
    chosen = [(data, _wrong_rows(data, problems, rows.get(data.sheet.code, ()))) for data in workbook.sheets]
    if not any(numbers for _data, numbers in chosen):
        raise Refusal("没有需要改正的行")
    buffer = io.BytesIO()
    book = open_book(buffer)
    formats = Formats.of(book)
    for data, numbers in chosen:
        if numbers:
            told: dict[int, str] = {}
            for p in problems:
                if plain(p.sheet) in (plain(data.title), plain(data.sheet.title)):
                    line = (f"【{p.column}】" if p.column else "") + p.advice
                    told[p.row] = f"{told[p.row]}\n{line}" if p.row in told else line
            _write_rows(book, formats, data, numbers, told)
    book.close()
    return buffer.getvalue()
