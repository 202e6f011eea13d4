"""How registers and records look in the API: the same texts that forms and imports take; personal data masked."""

from typing import Any

from ninja import Schema

from kebridge.core.records import fields as kinds
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register


class Entering(Schema):
    """A record to enter: values by field name, as a person types them; lines in the same way."""

    values: dict[str, Any]
    lines: list[dict[str, Any]] = []
    draft: bool = False
    reason: str = ""


class Correcting(Schema):
    """A record as it shall be, whole: what is left out becomes blank. `revision` is the one that was read."""

    values: dict[str, Any]
    lines: list[dict[str, Any]] = []
    revision: int
    reason: str = ""


class FaultShape(Schema):
    field: str
    message: str
    line: int | None = None


class Trouble(Schema):
    message: str
    faults: list[FaultShape] = []


class FieldShape(Schema):
    name: str
    label: str
    kind: str
    required: bool
    help: str
    unit: str
    choices: list[str]


class RegisterShape(Schema):
    code: str
    title: str
    noun: str
    unit: str
    room: str
    help: str
    fields: list[FieldShape]
    line_fields: list[FieldShape]
    filters: list[str]


class RecordShape(Schema):
    id: int
    number: str
    revision: int
    state: str
    state_label: str
    url: str
    values: dict[str, Any]
    lines: list[dict[str, Any]]


class PageShape(Schema):
    count: int
    page: int
    pages: int
    records: list[RecordShape]


def register_shape(register: Register) -> dict[str, Any]:
    return {
        "code": register.code, "title": register.title, "noun": register.noun, "unit": register.unit,
        "room": register.room, "help": register.help, "filters": list(register.filters),
        "fields": [_field(one) for one in register.fields],
        "line_fields": [_field(one) for one in register.line_fields],
    }  # fmt: skip


def _field(one: Field) -> dict[str, Any]:
    return {
        "name": one.name, "label": one.label, "kind": one.kind, "required": bool(one.required), "help": one.help,
        "unit": one.unit, "choices": [label for _, label in one.options()],
    }  # fmt: skip


def record_shape(register: Register, record: Any) -> dict[str, Any]:
    return {
        "id": record.pk, "number": register.number_of(record), "revision": record.revision, "state": record.state,
        "state_label": record.get_state_display(), "url": register.url(record),
        "values": {one.name: _value(one, record) for one in register.fields},
        "lines": [{one.name: _value(one, line) for one in register.line_fields} for line in register.lines_of(record)],
    }  # fmt: skip


def _value(one: Field, record: Any) -> Any:
    """Counts and flags as such, everything else as text; blank is null."""
    if one.kind in (kinds.COUNT, kinds.YEAR, kinds.FLAG):
        return getattr(record, one.name)
    return one.text(record) or None
