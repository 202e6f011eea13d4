"""Values of records as cells and words on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kebridge.core.records import fields as kinds
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Computed, Register

NUMERIC = frozenset({kinds.COUNT, kinds.NUMBER})
NAMING = frozenset({kinds.TEXT, kinds.LONG, kinds.BODY})
MANY = frozenset({kinds.ORGS, kinds.BODIES, kinds.TAGS})


@dataclass(frozen=True)
class Column:
    """One column of a list. `css`: number, day, name or nothing."""

    name: str
    label: str
    unit: str
    css: str
    source: Field | Computed


@dataclass(frozen=True)
class Cell:
    text: str
    css: str
    label: str
    unit: str = ""


@dataclass(frozen=True)
class Line:
    """One row of a list."""

    record: Any
    url: str
    cells: tuple[Cell, ...]


def columns_of(register: Register) -> tuple[Column, ...]:
    found = [_column(register, name) for name in register.columns]
    naming = min(found, key=_naming_rank)
    return tuple(
        Column(one.name, one.label, one.unit, "name" if one is naming else one.css, one.source)
        for one in found
    )


def _naming_rank(column: Column) -> int:
    """Which column names the record: its name or title, else a text, else the first."""
    if column.name in ("name", "title"):
        return 0
    is_naming = isinstance(column.source, Field) and column.source.kind in NAMING
    return 1 if is_naming else 2


def _column(register: Register, name: str) -> Column:
    field = register.by_name.get(name)
    if field is not None:
        css = "number" if field.kind in NUMERIC else ("day" if field.kind == kinds.DAY else "")
        return Column(name, field.label, _told_unit(field.label, field.unit), css, field)
    computed = register.computed_by_name[name]
    unit = _told_unit(computed.label, computed.unit)
    return Column(name, computed.label, unit, "number" if computed.unit else "", computed)


def _told_unit(label: str, unit: str) -> str:
    """The unit, unless the label says it already."""
    return "" if unit in label else unit


def cell(column: Column, record: Any) -> Cell:
    source = column.source
    if isinstance(source, Computed):
        value = source.value(record) if source.value else getattr(record, source.name)
        text = quantity(value, source.scale) if isinstance(value, int) else _plain(value)
    elif source.kind in NUMERIC:
        text = quantity(getattr(record, source.name), source.scale)
    else:
        text = source.text(record)
    return Cell(text, column.css, column.label, column.unit)


def quantity(value: int | None, scale: int = 1) -> str:
    """A stored whole number as people read it: thousands apart, in the shown unit."""
    if value is None:
        return ""
    if scale == 1:
        return f"{value:,}"
    return f"{(Decimal(value) / scale).normalize():,f}"


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value if value is not None else "")


def related(columns: Sequence[Column]) -> tuple[list[str], list[str]]:
    """(foreign keys, many-to-many relations) that these columns read."""
    fields = [one.source for one in columns if isinstance(one.source, Field)]
    return [f.name for f in fields if f.kind == kinds.BODY], [f.name for f in fields if f.kind in MANY]


def lines(register: Register, columns: Sequence[Column], records: Iterable[Any]) -> list[Line]:
    return [
        Line(record, register.url(record), tuple(cell(column, record) for column in columns))
        for record in records
    ]


@dataclass(frozen=True)
class Shown:
    """A field with its value, for the record page."""

    name: str
    label: str
    text: str
    unit: str
    is_masked: bool
    is_number: bool = False


def groups(fields: Iterable[Field], record: Any) -> list[tuple[str, list[Shown]]]:
    """The fields that hold something, by group, in the order of the declaration."""
    found: dict[str, list[Shown]] = {}
    for one in fields:
        text = shown_text(one, record)
        if text:
            shown = Shown(one.name, one.label, text, one.unit, one.sensitive, one.kind in NUMERIC)
            found.setdefault(one.group, []).append(shown)
    return list(found.items())


def shown_text(one: Field, record: Any) -> str:
    if one.kind in NUMERIC:
        return quantity(getattr(record, one.name), one.scale)
    return one.text(record)
