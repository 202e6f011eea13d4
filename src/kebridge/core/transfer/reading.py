"""Reading a handed-in workbook into rows. Formatting is ignored; nothing is dropped without a word."""

import io
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Sheet, as_text, cell_value
from kebridge.core.transfer.container import damaged, inspect_sheets, open_container
from kebridge.core.transfer.layout import (
    HEAD_ROWS,
    LIST_TITLE,
    LISTS_TAB,
    Headings,
    Merge,
    check_headings,
    find_headings,
    likest,
)
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.skipping import EXAMPLE_MARK, is_note, same_as_example
from kebridge.core.wording.values import plain

NAMED_SHEETS = 3  # so many are named as examples
TAIL_ROWS = 60  # notes at the foot of a sheet never take more


@dataclass(frozen=True, slots=True)
class Row:
    """One row as handed in. `sheet` is the sheet's code, `number` the Excel row (from 1); `cells` has every column
    of the sheet, None where blank."""

    sheet: str
    number: int
    cells: dict[str, object]


@dataclass(frozen=True)
class SheetData:
    """The rows of one sheet. `columns` name → Excel column from 0 (only those present); `heading_row` from 1.

    `problems` are cells that could not be read at all (a failed formula); their cells are None.
    """

    sheet: Sheet
    title: str
    rows: tuple[Row, ...]
    columns: dict[str, int]
    heading_row: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """A workbook as read: the known sheets in the order asked for, and warnings in plain Chinese."""

    filename: str
    sheets: tuple[SheetData, ...]
    warnings: tuple[str, ...] = ()

    def get(self, code: str) -> SheetData | None:
        """The sheet of that code, if it was handed in."""
        return next((data for data in self.sheets if data.sheet.code == code), None)


class _Reader:
    """Reads one sheet row by row."""

    def __init__(self, source: CalamineSheet, sheet: Sheet, broken: set[tuple[int, int]]) -> None:
        self.source, self.sheet, self.broken = source, sheet, broken
        self.offset = source.start[1] if source.start else 0
        self.warnings: list[str] = []
        self.problems: list[Problem] = []
        self.merges: list[Merge] = [
            ((top, left - self.offset), (bottom, right - self.offset))
            for (top, left), (bottom, right) in source.merged_cell_ranges or []
        ]

    @property
    def title(self) -> str:
        return self.source.name.strip()

    def read(self) -> SheetData:
        lines = iter(self.source.iter_rows())
        head = list(islice(lines, HEAD_ROWS + 1))
        if not any(cell != "" for row in head for cell in row):
            raise Refusal(f"工作表“{self.title}”是空的", repair="请填好后再导入")
        headings = find_headings(head, self.sheet, self.merges)
        if headings is None:
            wanted = self.sheet.needed() or self.sheet.columns
            labels = "、".join(column.label for column in wanted)
            raise Refusal(
                f"工作表“{self.title}”的前 {HEAD_ROWS} 行里没有找到标题行（应有“{labels}”等列）",
                repair="请用导入表，不要改动标题行",
            )
        self.warnings += check_headings(headings, self.sheet, self.title, self.offset)
        rows = self._rows(headings, chain(head[headings.data_from :], lines))
        columns = {name: index + self.offset for name, index in headings.columns.items()}
        return SheetData(
            self.sheet, self.title, tuple(rows), columns, headings.row + headings.depth, tuple(self.problems)
        )

    def _fills(self, headings: Headings) -> dict[int, list[tuple[int, int]]]:
        """First row of each downward merge of a root column → (column, last row)."""
        roots = {headings.columns[c.name] for c in self.sheet.roots if c.name in headings.columns}
        fills: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _right) in self.merges:
            if top >= headings.data_from and bottom > top and left in roots:
                fills.setdefault(top, []).append((left, bottom))
        return fills

    def _rows(self, headings: Headings, lines: Iterable[Sequence[object]]) -> list[Row]:
        blank: dict[str, object] = dict.fromkeys(column.name for column in self.sheet.columns)
        places = [
            (c.name, headings.columns[c.name], c.kind)
            for c in self.sheet.columns
            if c.name in headings.columns
        ]
        rows: list[Row] = []
        tail: deque[tuple[Row, Sequence[object]]] = deque(maxlen=TAIL_ROWS)
        for at, line in self._filled(headings, lines):
            cells = blank.copy()
            width, any_cell = len(line), False
            for name, index, kind in places:
                if index < width and (raw := line[index]) != "":
                    value = cell_value(raw, kind)
                    if value is not None:
                        cells[name] = value
                        any_cell = True
            broken = self.broken and self._broken_cells(at, places)
            if (not any_cell and not broken) or self._is_example(at, line, cells):
                continue
            row = Row(self.sheet.code, at + 1, cells)
            rows.append(row)
            tail.append((row, line))
        return self._without_notes(rows, tail)

    def _filled(
        self, headings: Headings, lines: Iterable[Sequence[object]]
    ) -> Iterator[tuple[int, Sequence[object]]]:
        """Row index and cells, merged root cells filled down; rows blank before that are left out."""
        fills = self._fills(headings)
        active: dict[int, tuple[int, object]] = {}
        broken_rows = {row for row, _column in self.broken}
        for at, line in enumerate(lines, headings.data_from):
            if not any(cell != "" for cell in line) and at not in broken_rows:
                continue
            current = line
            if active:
                current = list(line)
                for column, (last, value) in list(active.items()):
                    if at > last:
                        del active[column]
                    elif column < len(current) and current[column] == "":
                        current[column] = value
            for column, last in fills.get(at, ()):
                if column < len(line):
                    active[column] = (last, line[column])
            yield at, current

    def _broken_cells(self, at: int, places: Sequence[tuple[str, int, str]]) -> bool:
        found = False
        for name, index, _kind in places:
            if (at, index + self.offset) in self.broken:
                label = self.sheet.column(name).label
                message, repair = (
                    "单元格里的公式出错或没有算出结果",
                    "请改成数值，或在 Excel、WPS 里打开保存一次",
                )
                self.problems.append(Problem(self.title, at + 1, label, "", message, repair))
                found = True
        return found

    def _is_example(self, at: int, line: Sequence[object], cells: dict[str, object]) -> bool:
        if not any(isinstance(cell, str) and cell.strip().startswith(EXAMPLE_MARK) for cell in line):
            return False
        if all(same_as_example(column, cells[column.name]) for column in self.sheet.columns):
            return True
        self.warnings.append(
            f"工作表“{self.title}”第 {at + 1} 行带有“示例”字样，但内容已经改动，按数据读入；如果仍是示例，请删去这一行"
        )
        return False

    def _without_notes(self, rows: list[Row], tail: Iterable[tuple[Row, Sequence[object]]]) -> list[Row]:
        cut = 0
        last_first = [(row, [text for cell in line if (text := as_text(cell))]) for row, line in tail][::-1]
        for count, (row, texts) in enumerate(last_first, 1):
            if texts and is_note(texts[0], len(texts), row.cells, self.sheet):
                cut = count
            elif len(texts) != 1:
                break
        for row, texts in reversed(last_first[:cut]):
            first = texts[0]
            self.warnings.append(
                f"工作表“{self.title}”第 {row.number} 行“{first[:20]}”当作表尾说明，没有导入"
            )
        noted = {row.number for row in rows[len(rows) - cut :]} if cut else set()
        self.problems = [problem for problem in self.problems if problem.row not in noted]
        return rows[: len(rows) - cut]


def _tab(title: str) -> str:
    return plain(title)


def _choose(book: CalamineWorkbook, sheets: Sequence[Sheet]) -> list[tuple[Sheet, str]]:
    """The known sheets with the names of their tabs. Refusal if there is none, or one of them is hidden."""
    present = {_tab(meta.name): meta for meta in book.sheets_metadata}
    chosen, hidden = [], []
    for sheet in sheets:
        meta = present.get(_tab(sheet.title))
        if meta is None:
            continue
        if meta.visible == SheetVisibleEnum.Visible:
            chosen.append((sheet, meta.name))
        else:
            hidden.append(meta.name)
    if hidden:
        named = "、".join(f"“{name}”" for name in hidden)
        raise Refusal(
            f"工作表{named}被隐藏了，看不见的内容不导入", repair="请取消隐藏并核对，或删去这张工作表，再导入"
        )
    if not chosen:
        found = "、".join(f"“{meta.name}”" for meta in book.sheets_metadata)
        expected = "、".join(f"“{sheet.title}”" for sheet in sheets[:NAMED_SHEETS])
        if len(sheets) > NAMED_SHEETS:
            expected = f"登记簿的名称，例如{expected}"
        raise Refusal(
            f"没有找到要导入的工作表：文件里有{found}，应有{expected}",
            repair=f"{_named_by_headings(book, sheets)}请把工作表改成登记簿的名称，或者下载导入表，把内容填进去再导入",
        )
    return chosen


def _named_by_headings(book: CalamineWorkbook, sheets: Sequence[Sheet]) -> str:
    """Which register a tab of another name seems to be, by its headings; nothing where that is not plain."""
    told = []
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet or meta.visible != SheetVisibleEnum.Visible:
            continue
        head = list(islice(book.get_sheet_by_name(meta.name).iter_rows(), HEAD_ROWS + 1))
        likely = likest(head, sheets)
        if 0 < len(likely) <= NAMED_SHEETS:
            titles = "、".join(f"“{one.title}”" for one in likely)
            told.append(f"“{meta.name}”的列最像{titles}，如果是，请把工作表改成这个名称再导入；如果不是，")
    return told[0] if len(told) == 1 else ""


def _left_out(book: CalamineWorkbook, sheets: Sequence[Sheet]) -> list[str]:
    """A warning for each visible sheet with content that is not in the template."""
    known = {_tab(title) for title in (*(sheet.title for sheet in sheets), LIST_TITLE, LISTS_TAB)}
    return [
        f"工作表“{meta.name}”不在模板里，没有导入"
        for meta in book.sheets_metadata
        if meta.visible == SheetVisibleEnum.Visible
        and meta.typ == SheetTypeEnum.WorkSheet
        and _tab(meta.name) not in known
        and book.get_sheet_by_name(meta.name).start is not None
    ]


def read_workbook(data: bytes, filename: str, sheets: Sequence[Sheet]) -> Workbook:
    """The rows of the known sheets. Refusal, in plain Chinese with the repair, for anything that cannot be read."""
    with open_container(data, filename) as container:
        broken = inspect_sheets(container)
    read, warnings = [], []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet, name in _choose(book, sheets):
                reader = _Reader(book.get_sheet_by_name(name), sheet, broken.get(name, set()))
                read.append(reader.read())
                warnings += reader.warnings
            warnings += _left_out(book, sheets)
    except (CalamineError, XmlError, ZipError) as error:
        raise damaged(filename) from error
    if not any(data.rows for data in read):
        raise Refusal("表里只有标题，没有数据", repair="请从标题下面一行开始填写，再导入")
    return Workbook(filename, tuple(read), tuple(warnings))
