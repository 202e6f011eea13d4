"""Tables: full width of the type area, repeated heads, numbers right-aligned."""

from __future__ import annotations

from collections.abc import Callable

from . import docx_styles as names
from . import layout
from .docx_xml import Element, el, on, paragraph, text_run
from .model import Cell, Run, Table, cell_runs
from .widths import column_widths

Content = Callable[[tuple[Run, ...]], list[Element]]


def table_elements(table: Table, content: Content) -> list[Element]:
    """Caption, table and the small gap after it; the first row repeats on every page (w:tblHeader)."""
    widths = column_widths(table)
    properties = el(
        "tblPr",
        el("tblStyle", val=names.TABLE_GRID),
        el("tblW", w=layout.TYPE_WIDTH, type="dxa"),
        el("jc", val="center"),
        el("tblLayout", type="fixed"),
    )
    grid = el("tblGrid", *(el("gridCol", w=one) for one in widths))
    rows = [_row(table, row, widths, content) for row in table.rows]
    body = el("tbl", properties, grid, _head(table, widths), *rows)
    caption = [paragraph(names.TABLE_TITLE, text_run(table.caption))] if table.caption else []
    return [*caption, body, paragraph(names.TABLE_GAP)]


def end_without_room(gap: Element) -> None:
    """What follows the last table takes no room: a table that fills its page must not begin another."""
    if gap.style == names.TABLE_GAP:
        gap.pPr.append(el("spacing", line=20, lineRule="exact"))


def _head(table: Table, widths: list[int]) -> Element:
    cells = [
        _cell(paragraph(names.TABLE_HEAD, text_run(column.title)), one)
        for column, one in zip(table.columns, widths, strict=True)
    ]
    return el("tr", _row_properties(head=True), *cells)


def _row(table: Table, row: tuple[Cell, ...], widths: list[int], content: Content) -> Element:
    cells = []
    text, number = names.TABLE_TEXT, names.TABLE_NUMBER
    if len(table.columns) >= layout.MANY_COLUMNS:
        text, number = names.TABLE_DENSE, names.TABLE_DENSE_NUMBER
    for column, cell, one in zip(table.columns, row, widths, strict=True):
        cells.append(_cell(paragraph(number if column.numeric else text, *content(cell_runs(cell))), one))
    return el("tr", _row_properties(), *cells)


def _row_properties(head: bool = False) -> Element:
    height = el("trHeight", val=layout.TABLE_ROW, hRule="atLeast")
    return el("trPr", on("cantSplit"), height, on("tblHeader") if head else None)


def _cell(content: Element, twips: int) -> Element:
    return el("tc", el("tcPr", el("tcW", w=twips, type="dxa"), el("vAlign", val="center")), content)
