"""Workbooks written for people: import templates and exported tables."""

import io
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from xlsxwriter import Workbook as XlsxBook
from xlsxwriter.worksheet import Worksheet

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.cells import MOST_ROWS, NOTICE, Formats, tab_name, write_text, write_value
from kebridge.core.transfer.columns import LIST_KINDS, Column, Sheet
from kebridge.core.transfer.layout import LISTS_TAB
from kebridge.core.transfer.skipping import EXAMPLE_MARK
from kebridge.core.wording.values import parse_day, parse_decimal

FILLED_ROWS = 5000  # drop-down lists reach this far below the headings
INLINE_LIST = 250  # Excel allows 255 characters for a list written in the rule itself
HEADING_AT = 2  # row, from 0: under the title and the notes
A4 = 9
WIDTHS = {"day": 13, "count": 11, "number": 11, "year": 8, "flag": 8, "choice": 16, "org": 24, "body": 24}
NO_LISTS: Mapping[str, Sequence[str]] = MappingProxyType({})
TITLES_MOST = 120


def open_book(buffer: io.BytesIO) -> XlsxBook:
    """A workbook in constant memory in which no text becomes a formula, a link or a number."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    return XlsxBook(buffer, options)


def set_page(sheet: Worksheet, heading_row: int, columns: int) -> None:
    """A4 landscape, headings repeated, one page wide, frozen headings."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading_row)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.freeze_panes(heading_row + 1, 1 if columns > 1 else 0)


def banner(sheet: Worksheet, row: int, columns: int, text: str, style: object) -> None:
    """One text over all columns of a row."""
    if columns > 1:
        sheet.merge_range(row, 0, row, columns - 1, text, style)
    else:
        sheet.write_string(row, 0, text, style)


def column_width(column: Column) -> int:
    """Width in characters."""
    return max(WIDTHS.get(column.kind, 22), min(40, len(column.label) * 2 + 4))


def heading_label(column: Column) -> str:
    """The heading as printed: required ones carry a star."""
    return f"{column.label}*" if column.required else column.label


def write_headings(sheet: Worksheet, row: int, columns: Sequence[Column], formats: Formats) -> None:
    """The headings with their help as notes, widths and the number formats of the columns below."""
    styles = {"day": formats.day, "count": formats.number, "number": formats.number}
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column_width(column), styles.get(column.kind, formats.text))
    for index, column in enumerate(columns):
        sheet.write_string(
            row, index, heading_label(column), formats.head_line if column.line else formats.head
        )
        if comment := _comment(column):
            sheet.write_comment(row, index, comment, {"x_scale": 2, "y_scale": 1.5})


def _comment(column: Column) -> str:
    parts = ["必填。" if column.required else "", column.help]
    if column.choices:
        parts.append(f"只能填：{'、'.join(label for _code, label in column.choices)}")
    if column.kind in LIST_KINDS:
        parts.append("有几个时用顿号“、”隔开")
    if column.kind == "day":
        parts.append("写成 2024-3-5 或 2024年3月5日")
    if column.example:
        parts.append(f"例如：{column.example}")
    return "\n".join(part for part in parts if part)


def _notes(sheet: Sheet) -> str:
    lines = "；同一条有多行明细时，接着往下写，绿色以外的栏可以空着" if sheet.lines else ""
    return (
        f"填写说明：带 * 的栏必填，一行写一条{lines}；不要改动标题行，不要合并单元格；数字写准确数，不写“余”“约”；"
        f"灰色的示例行导入时忽略，可以删去。{NOTICE}。"
    )


def _list_of(column: Column, sheet: Sheet, lists: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if column.choices:
        return [label for _code, label in column.choices]
    for key in (f"{sheet.code}.{column.name}", column.name, column.kind):
        if key in lists:
            return lists[key]
    return ["是", "否"] if column.kind == "flag" else []


def _example(sheet: Worksheet, row: int, columns: Sequence[Column], formats: Formats) -> None:
    for index, column in enumerate(columns):
        if not column.example:
            continue
        try:
            if column.kind == "day":
                day = parse_day(column.example)
                sheet.write_datetime(row, index, day, formats.grey_day)
                continue
            if column.kind in ("count", "number", "year"):
                sheet.write_number(row, index, float(parse_decimal(column.example)), formats.grey)
                continue
        except ValueError:
            pass  # an example that shows another way of writing stays a text
        sheet.write_string(row, index, column.example, formats.grey)
    sheet.write_string(row, len(columns), EXAMPLE_MARK, formats.grey)


class _Lists:
    """Drop-down lists; long ones stand on a hidden sheet, one list a column."""

    def __init__(self) -> None:
        self.long: list[Sequence[str]] = []

    def rule(self, values: Sequence[str], *, is_open: bool = False) -> dict[str, object]:
        """`is_open`: the list helps to pick one; several names may be typed as well."""
        source: object = list(values)
        if len(",".join(values)) > INLINE_LIST or any("," in value for value in values):
            if values not in self.long:
                self.long.append(values)
            letters = self._letters(self.long.index(values))
            source = f"='{LISTS_TAB}'!${letters}$1:${letters}${len(values)}"
        if is_open:
            return {"validate": "list", "source": source, "show_error": False}
        return {
            "validate": "list",
            "source": source,
            "error_title": "请从列表里选",
            "error_message": "这一栏只能填下拉列表里的内容。",
        }

    @staticmethod
    def _letters(index: int) -> str:
        return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)

    def write(self, book: XlsxBook) -> None:
        if not self.long:
            return
        sheet = book.add_worksheet(LISTS_TAB)
        sheet.hide()
        for row in range(max(len(values) for values in self.long)):
            for column, values in enumerate(self.long):
                if row < len(values):
                    sheet.write_string(row, column, values[row])


def template(
    sheets: Sequence[Sheet], *, office: str = "", lists: Mapping[str, Sequence[str]] = NO_LISTS
) -> bytes:
    """The import template of these sheets. `lists` gives drop-down values by "sheet.column", column name or kind."""
    buffer = io.BytesIO()
    book = open_book(buffer)
    formats, drop_downs = Formats.of(book), _Lists()
    for declared in sheets:
        columns = declared.columns
        sheet = book.add_worksheet(declared.title)
        write_columns = len(columns)
        sheet.set_row(0, 28)
        sheet.set_row(1, 48)
        for index, column in enumerate(columns):
            values = _list_of(column, declared, lists)
            if values:
                last = HEADING_AT + FILLED_ROWS
                rule = drop_downs.rule(values, is_open=column.kind in LIST_KINDS)
                sheet.data_validation(HEADING_AT + 1, index, last, index, rule)
        banner(
            sheet,
            0,
            write_columns,
            f"{declared.title}导入表{f'（{office}）' if office else ''}",
            formats.title,
        )
        banner(sheet, 1, write_columns, _notes(declared), formats.note)
        write_headings(sheet, HEADING_AT, columns, formats)
        _example(sheet, HEADING_AT + 1, columns, formats)
        sheet.set_column(write_columns, write_columns, 20)
        set_page(sheet, HEADING_AT, write_columns)
        sheet.set_header(f"&R{NOTICE}")
    drop_downs.write(book)
    book.close()
    return buffer.getvalue()


def table(
    title: str, columns: Sequence[Column | str], rows: Iterable[Sequence[object]], *, note: str = ""
) -> bytes:
    """An exported table: numbers as numbers, days as days, texts never formulas; filter and frozen headings.

    Refusal if the rows do not fit into one sheet.
    """
    buffer = io.BytesIO()
    book = open_book(buffer)
    formats = Formats.of(book)
    sheet = book.add_worksheet(tab_name(title))
    width, at = len(columns), 2 if note else 1
    for index, column in enumerate(columns):
        chars = column_width(column) if isinstance(column, Column) else max(12, min(40, len(column) * 2 + 4))
        sheet.set_column(index, index, chars)
    banner(sheet, 0, width, title[:TITLES_MOST], formats.title)
    if note:
        banner(sheet, 1, width, note, formats.note)
    for index, column in enumerate(columns):
        label = column.label if isinstance(column, Column) else column
        write_text(sheet, at, index, label, formats, plain=formats.head)
    last = at
    for last, row in enumerate(rows, at + 1):
        if last >= MOST_ROWS:
            raise Refusal(f"内容超过 {MOST_ROWS} 行，一张工作表装不下", repair="请加上筛选条件，分几次导出")
        for index, value in enumerate(row):
            write_value(sheet, last, index, value, formats)
    if width:
        sheet.autofilter(at, 0, last, width - 1)
    set_page(sheet, at, width)
    book.close()
    return buffer.getvalue()
