"""Import tables filled as a clerk fills them."""

import io
from collections.abc import Sequence

from openpyxl import load_workbook

from kebridge.core.access.actors import Actor
from kebridge.core.records import register as registers
from kebridge.core.transfer import sheets
from kebridge.core.transfer.writing import HEADING_AT


def filled_table(code: str, rows: Sequence[dict[str, str]], *, by: Actor) -> bytes:
    """The register's own template with these rows (values by heading) below its headings."""
    book = load_workbook(io.BytesIO(sheets.workbook_template([registers.get(code)], by=by)))
    sheet = book.worksheets[0]
    at = HEADING_AT + 1
    columns = {str(cell.value).rstrip("*"): cell.column for cell in sheet[at] if cell.value}
    sheet.delete_rows(at + 1)
    for number, row in enumerate(rows, at + 1):
        for heading, value in row.items():
            sheet.cell(number, columns[heading]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
