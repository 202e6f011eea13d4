"""A register as an Excel sheet: its columns, its template and its export, all three in one layout."""

import io
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, cast

from django.db.models import QuerySet

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.audit import ops as audit
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.records import closed
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.fields import Field
from kebridge.core.records.register import NUMBER_LABEL, Register
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import writing
from kebridge.core.transfer.cells import MOST_ROWS, NOTICE, Formats, write_value
from kebridge.core.transfer.columns import Column, Kind, Sheet, heading

NUMBER = "@number"  # no field can be called so
_NUMBER_HELP = "由系统导出时填写，凭它认出原来的记录；新填的行留空"
_CHUNK = 1000


def line_name(register: Register, field_name: str) -> str:
    """The name of a line's column: field names of root and line may be the same."""
    return f"{register.lines.name}.{field_name}" if register.lines else field_name


def sheet_of(register: Register) -> Sheet:
    """The sheet of a register: 登记号, the record's own fields, then those of its lines; no label occurs twice."""
    roots = [_column(one, one.name, one.label) for one in register.fields]
    taken = {heading(NUMBER_LABEL), *(heading(one.label) for one in roots)}
    lines = []
    for one in register.line_fields:
        label = one.label
        if heading(label) in taken and register.lines:
            label = f"{register.lines.title}{label}"
        taken.add(heading(label))
        lines.append(_column(one, line_name(register, one.name), label))
    names = {one.name for one in roots}
    key = tuple(name for name in ("org", *register.natural_key) if name in names)
    number = Column(NUMBER, NUMBER_LABEL, "text", help=_NUMBER_HELP)
    is_bare = bool(register.lines and register.lines.optional)
    return Sheet(
        register.code, register.title, (number, *roots, *lines), tuple(dict.fromkeys(key)), bare=is_bare
    )


def _column(one: Field, name: str, label: str) -> Column:
    kind = cast("Kind", "text" if one.kind == kinds.LONG else one.kind)
    choices = tuple(one.options()) if one.kind == kinds.CHOICE else ()
    more = "（名称或代码）" if one.kind in (kinds.ORG, kinds.ORGS) else ""
    return Column(
        name, label, kind, required=bool(one.required), choices=choices, help=f"{one.help}{more}",
        example=one.example, line=one.is_line,
    )  # fmt: skip


def importable() -> list[Register]:
    """All registers in the order in which an import enters them: what others name comes first."""
    first = {"organisations": 0, "bodies": 1}
    return sorted(registers.every(), key=lambda one: first.get(one.code, 2 if one.is_reference else 3))


def workbook_template(wanted: Sequence[Register], *, by: Actor) -> bytes:
    """The import template of these registers, with drop-down lists of choices, organisations and programmes.

    Raises Denied: the actor may not import.
    """
    by.require(Verb.IMPORT, None)
    lists: dict[str, Sequence[str]] = {"org": _org_names(by, ())}
    lists["tags"] = list(Tag.objects.order_by("name").values_list("name", flat=True))
    for register in wanted:
        if register.org_types:
            lists[f"{register.code}.org"] = _org_names(by, register.org_types)
    office = latest_tree().name(by.top_org_ids[0]) if by.top_org_ids else ""
    return writing.template([sheet_of(register) for register in wanted], office=office, lists=lists)


def _org_text(org_id: int | None) -> str:
    """The name, or the code where two bear one name."""
    tree = latest_tree()
    node = tree.nodes.get(org_id) if org_id else None
    if node is None:
        return ""
    return node.name if len(tree.by_name[node.name]) == 1 else node.code


def _org_names(by: Actor, types: Sequence[str]) -> list[str]:
    """What stands within reach."""
    return [_org_text(node.id) for node in tree_today().standing(by.org_ids(Verb.ADD), types)]


def export(
    register: Register, records: Iterable[Any], *, by: Actor, reveal: bool = False, reason: str = ""
) -> bytes:
    """These records in the template's layout: corrected in Excel, the file can be imported.

    Personal data are masked unless `reveal` is asked with a reason by who may see them. Audited.
    Raises Denied, Refusal: no right to export one of the records or to see its personal data; no reason; too many rows.
    """
    by.require(Verb.EXPORT, None, f"导出{register.title}")
    if reveal and not reason.strip():
        raise Refusal("导出完整个人信息要写明原因", repair="请填写原因后再导出")
    if isinstance(records, QuerySet):
        records = records.prefetch_related(*register.prefetch).iterator(chunk_size=_CHUNK)
    sheet = sheet_of(register)
    buffer = io.BytesIO()
    book = writing.open_book(buffer)
    formats, width = Formats.of(book), len(sheet.columns)
    page = book.add_worksheet(sheet.title)
    writing.banner(page, 0, width, f"{register.title}导出表", formats.title)
    writing.banner(
        page,
        1,
        width,
        f"改正后可直接导入：凭登记号认出原来的记录，删去的行不会作废。{NOTICE}。",
        formats.note,
    )
    writing.write_headings(page, writing.HEADING_AT, sheet.columns, formats)
    at, count = writing.HEADING_AT + 1, 0
    write = partial(write_value, page, formats=formats)
    for record in records:
        require_reach(register, record, by, reveal=reveal)
        at = _write_record(register, record, at, write, reveal=reveal)
        count += 1
    writing.set_page(page, writing.HEADING_AT, width)
    book.close()
    what = "（含完整个人信息）" if reveal else ""
    with write_transaction():
        summary = f"导出{register.title}{count}条{what}"
        audit.record([audit.Event("export", summary, register.code, reason=reason)], by=by)
    return buffer.getvalue()


def require_reach(register: Register, record: Any, by: Actor, *, reveal: bool) -> None:
    for verb in (Verb.EXPORT, *([Verb.UNMASK] if reveal else [])):
        if not by.can(verb, record.org_id) or not closed.may_reach(register, record, record.org_id, by):
            raise Denied(f"您没有{verb.label}这些{register.noun}的权限", who_can=who_can(verb))


def _write_record(
    register: Register, record: Any, at: int, write: Callable[[int, int, object], None], *, reveal: bool
) -> int:
    """Write the rows of one record from row `at`; returns the next free row."""
    roots = [register.number_of(record), *(value_of(one, record, reveal=reveal) for one in register.fields)]
    lines = [
        [value_of(one, line, reveal=reveal) for one in register.line_fields]
        for line in register.lines_of(record)
    ]
    for number, line in enumerate(lines or [[]]):
        if at >= MOST_ROWS:
            raise Refusal("内容太多，一张工作表装不下", repair="请加上筛选条件，分几次导出")
        for index, value in enumerate((roots if number == 0 else [None] * len(roots)) + line):
            write(at, index, value)
        at += 1
    return at


def value_of(one: Field, record: Any, *, reveal: bool) -> object:
    """The value of a cell: numbers and days as such, all else as the text that an import takes."""
    if one.kind == kinds.ORG:
        return _org_text(getattr(record, f"{one.name}_id"))
    if one.kind in kinds.REFERENCES:
        return one.text(record)
    value = getattr(record, one.name)
    if one.sensitive and value:
        return value.reveal() if reveal and hasattr(value, "reveal") else str(value)
    if value is None or one.kind in (kinds.DAY, kinds.COUNT, kinds.YEAR):
        return cast("object", value)
    if one.kind == kinds.NUMBER:
        return Decimal(value) / one.scale
    return one.text_of(value)
