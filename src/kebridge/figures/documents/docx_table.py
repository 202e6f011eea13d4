"""Tables: full width of the type area, repeated heads, numbers right-aligned."""

from __future__ import annotations

from collections.abc import Callable

from . import docx_styles as names
from . import layout
from .docx_xml import Element, el, on, paragraph, text_run
from .model import Cell, Run, Table, cell_runs, plain_text
from .titles import width

Content = Callable[[tuple[Run, ...]], list[Element]]
_NARROWEST, _SHORT_TITLE, _MARGIN = 2.5, 4, 1.0
"""In characters of a table: least width of a column, longest title kept on one line, room beside the text."""


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


def column_widths(table: Table) -> list[int]:
    """Widths in twips that fill the type area: what fits on one line keeps it, only the widest columns wrap."""
    wanted = []
    for index, column in enumerate(table.columns):
        longest = max((width(plain_text(cell_runs(row[index]))) for row in table.rows), default=0.0)
        title = width(column.title)
        wanted.append(max(longest, title if title <= _SHORT_TITLE else (title + 1) / 2, _NARROWEST) + _MARGIN)
    granted = _level(wanted, layout.TYPE_WIDTH / (layout.SIZE_SMALL_4 * 10))
    widths = [int(layout.TYPE_WIDTH * one / sum(granted)) for one in granted]
    widths[-1] += layout.TYPE_WIDTH - sum(widths)
    return widths


def _level(wanted: list[float], available: float) -> list[float]:
    """Cuts the widest down to one common width so that the sum fits; narrower ones are left alone."""
    rest = available
    for done, one in enumerate(sorted(wanted)):
        share = rest / (len(wanted) - done)
        if one > share:
            return [min(each, share) for each in wanted]
        rest -= one
    return wanted


def _head(table: Table, widths: list[int]) -> Element:
    cells = [
        _cell(paragraph(names.TABLE_HEAD, text_run(column.title)), one)
        for column, one in zip(table.columns, widths, strict=True)
    ]
    return el("tr", _row_properties(head=True), *cells)


def _row(table: Table, row: tuple[Cell, ...], widths: list[int], content: Content) -> Element:
    cells = []
    for column, cell, one in zip(table.columns, row, widths, strict=True):
        style = names.TABLE_NUMBER if column.numeric else names.TABLE_TEXT
        cells.append(_cell(paragraph(style, *content(cell_runs(cell))), one))
    return el("tr", _row_properties(), *cells)


def _row_properties(head: bool = False) -> Element:
    height = el("trHeight", val=layout.TABLE_ROW, hRule="atLeast")
    return el("trPr", on("cantSplit"), height, on("tblHeader") if head else None)


def _cell(content: Element, twips: int) -> Element:
    return el("tc", el("tcPr", el("tcW", w=twips, type="dxa"), el("vAlign", val="center")), content)
