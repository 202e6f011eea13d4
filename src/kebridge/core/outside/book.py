"""The workbook that is handed over: first what to know and to fill by hand, then the table in their columns alone."""

import io
from collections.abc import Sequence

from django.utils import timezone

from kebridge.core.outside.definition import Pack
from kebridge.core.outside.rows import Row, where_from
from kebridge.core.records.register import Register
from kebridge.core.transfer import writing
from kebridge.core.transfer.cells import NOTICE, Formats, tab_name, write_text, write_value

NOTES_TAB = "填报说明"
_WIDTHS = (24, 60)


def workbook_of(pack: Pack, register: Register, rows: Sequence[Row]) -> bytes:
    """Headings stand in the first row of the second sheet, as the other side's import expects them."""
    buffer = io.BytesIO()
    book = writing.open_book(buffer)
    formats = Formats.of(book)
    notes = book.add_worksheet(NOTES_TAB)
    for index, width in enumerate(_WIDTHS):
        notes.set_column(index, index, width)
    for at, (label, text) in enumerate(_notes(pack, register, rows)):
        write_text(notes, at, 0, label, formats, plain=formats.head if label else None)
        write_text(notes, at, 1, text, formats, plain=formats.note)
    page = book.add_worksheet(tab_name(pack.title, [NOTES_TAB]))
    for index, column in enumerate(pack.columns):
        page.set_column(index, index, max(12, min(40, len(column.heading) * 2 + 4)))
    for index, column in enumerate(pack.columns):
        write_text(page, 0, index, column.heading, formats, plain=formats.head)
    for at, row in enumerate(rows, 1):
        for index, value in enumerate(row.cells):
            write_value(page, at, index, value, formats)
    writing.set_page(page, 0, len(pack.columns))
    book.close()
    return buffer.getvalue()


def _notes(pack: Pack, register: Register, rows: Sequence[Row]) -> list[tuple[str, str]]:
    wrong = sum(bool(row.problems) for row in rows)
    found = [
        ("报到", pack.system),
        ("报送表", pack.title),
        ("栏目依据", pack.source),
        ("适用", pack.validity),
        ("内容", f"{register.title}{len(rows)}行，导出于{timezone.localtime():%Y-%m-%d %H:%M}"),
    ]
    if pack.note:
        found.append(("注意", pack.note))
    if wrong:
        found.append(("还有问题", f"{wrong}行缺少必填内容、超过字数或没有对应的说法，上报前请改正"))
    found += [(f"手工填：{one.heading}", one.name) for one in pack.by_hand]
    found += [
        (f"栏：{one.heading}", where_from(one, register)) for one in pack.columns if one.source != "by_hand"
    ]
    return [*found, ("提醒", NOTICE)]
