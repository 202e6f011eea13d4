"""Rows pasted from Excel or WPS: understood, shown with what is wrong in which cell, and saved all together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.postings import posting
from kebridge.core.records import ops
from kebridge.core.records.cleaning import Cleaned, Fault, Invalid, clean_record
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Sheet, as_text
from kebridge.core.transfer.grouping import RecordRows, group_rows
from kebridge.core.transfer.paste import read_paste
from kebridge.core.transfer.reading import Row
from kebridge.core.transfer.sheets import NUMBER, line_name, sheet_of
from kebridge.core.web.forming import fresh

MOST = 500


@dataclass
class PreviewCell:
    text: str
    css: str
    faults: list[str] = field(default_factory=list)


@dataclass
class PreviewRow:
    number: int
    cells: dict[str, PreviewCell]
    faults: list[str] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        return bool(self.faults) or any(cell.faults for cell in self.cells.values())


def paste_sheet(register: Register) -> Sheet:
    """The register's sheet without 登记号, the organisation optional: pasted rows are new ones of one's own."""
    sheet = sheet_of(register)
    columns = [replace(one, required=False) if one.name == "org" else one for one in sheet.columns]
    return replace(sheet, columns=tuple(one for one in columns if one.name != NUMBER))


@dataclass
class Pasted:
    """Raises Refusal when the text cannot be read as rows of the register."""

    register: Register
    text: str
    by: Actor

    @cached_property
    def sheet(self) -> Sheet:
        return paste_sheet(self.register)

    @cached_property
    def rows(self) -> list[Row]:
        own = fresh(self.register, self.by).values["org"]
        rows = read_paste(self.text, self.sheet)
        if len(rows) > MOST:
            raise Refusal(f"一次最多粘贴{MOST}行，这里有{len(rows)}行", repair="请存成表格，用“导入”")
        has_line_cells = {column.name for column in self.sheet.lines}
        for row in rows:
            is_root = not has_line_cells or any(row.cells[c.name] is not None for c in self.sheet.roots)
            if is_root and row.cells.get("org") is None:
                row.cells["org"] = own or None
        return rows

    @cached_property
    def _grouped(self) -> tuple[list[RecordRows], dict[int, list[str]]]:
        records, problems = group_rows(self.rows, self.sheet)
        told: dict[int, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.row, []).append(problem.message)
        return records, told

    @cached_property
    def cleaned(self) -> list[tuple[RecordRows, Cleaned]]:
        lookups = Lookups(self.by)
        return [(record, self._clean(record, lookups)) for record in self._grouped[0]]

    def _clean(self, record: RecordRows, lookups: Lookups) -> Cleaned:
        raw = {one.name: record.root.cells.get(one.name) for one in self.register.fields}
        fields = self.register.line_fields
        lines = [
            {one.name: row.cells.get(line_name(self.register, one.name)) for one in fields}
            for row in record.lines
        ]
        return clean_record(self.register, raw, lines, lookups)

    @cached_property
    def columns(self) -> list[Any]:
        """Columns in which something was pasted or is missing."""
        used = {name for row in self.rows for name, value in row.cells.items() if value is not None}
        used |= {self._column(fault) for _, cleaned in self.cleaned for fault in cleaned.faults}
        return [column for column in self.sheet.columns if column.name in used]

    def _column(self, fault: Fault) -> str:
        return fault.field if fault.line is None else line_name(self.register, fault.field)

    @cached_property
    def preview(self) -> list[PreviewRow]:
        shown = {row.number: self._preview_row(row) for row in self.rows}
        for number, messages in self._grouped[1].items():
            shown[number].faults += messages
        for record, cleaned in self.cleaned:
            for fault in cleaned.faults:
                row = record.root if fault.line is None else record.lines[fault.line]
                place = shown[row.number].cells.get(self._column(fault))
                (place.faults if place else shown[row.number].faults).append(fault.message)
        return list(shown.values())

    def _preview_row(self, row: Row) -> PreviewRow:
        cells = {
            column.name: PreviewCell(
                "" if row.cells[column.name] is None else as_text(row.cells[column.name]),
                "number" if column.kind in ("count", "number") else "",
            )
            for column in self.columns
        }
        return PreviewRow(row.number, cells)

    @property
    def wrong(self) -> int:
        return sum(row.is_wrong for row in self.preview)

    @property
    def records(self) -> int:
        return len(self.cleaned)


def save(pasted: Pasted) -> int:
    """Enter all records of a paste, or none. Raises Invalid, Refusal, Denied."""
    if pasted.wrong:
        raise Refusal(f"还有{pasted.wrong}行有错", repair="请改好后再保存")
    lookups = Lookups(pasted.by)
    with posting(by=pasted.by, reason="粘贴录入"):
        for record, cleaned in pasted.cleaned:
            _save_one(pasted.register, record, cleaned, pasted.by, lookups)
    return pasted.records


def _save_one(register: Register, record: RecordRows, cleaned: Cleaned, by: Actor, lookups: Lookups) -> None:
    try:
        ops.save_cleaned(register, cleaned, by=by, lookups=lookups, reason="粘贴录入", origin_note="粘贴录入")
    except Invalid as invalid:
        raise Refusal(
            f"第{record.root.number}行：{_joined(invalid.faults)}", repair="整批都没有保存，请改好再试"
        ) from invalid


def _joined(faults: Sequence[Fault]) -> str:
    return "；".join(fault.message for fault in faults)
