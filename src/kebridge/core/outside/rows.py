"""The rows of a pack: what each column says of a record, and what the outside system would refuse."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kebridge.core.outside.definition import LINES, OutsideColumn, Pack
from kebridge.core.records import register as registers
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.core.transfer.sheets import value_of


@dataclass(frozen=True)
class Row:
    """One row with its record; `problems` are sentences."""

    record: Any
    cells: tuple[object, ...]
    problems: tuple[str, ...]


def rows_of(pack: Pack, records: Iterable[Any], *, reveal: bool = False) -> Iterator[Row]:
    """The rows of these records, in their order. Personal data stay masked unless `reveal`."""
    register = registers.get(pack.register)
    line_fields = {one.name: one for one in register.line_fields}
    for record in records:
        lines = register.lines_of(record) if pack.rows == LINES else [None]
        for line in lines:
            filled = [_cell(one, register, line_fields, record, line, reveal=reveal) for one in pack.columns]
            judged = zip(pack.columns, filled, strict=True)
            problems = [said or _wrong(one, value) for one, (value, said) in judged]
            yield Row(record, tuple(value for value, _ in filled), tuple(filter(None, problems)))


def sensitive_columns(pack: Pack) -> tuple[OutsideColumn, ...]:
    """The columns that hold personal data."""
    register = registers.get(pack.register)
    names = {one.name for one in (*register.fields, *register.line_fields) if one.sensitive}
    return tuple(one for one in pack.columns if one.source in ("field", "line") and one.name in names)


def _cell(
    column: OutsideColumn,
    register: Register,
    line_fields: dict[str, Field],
    record: Any,
    line: Any,
    *,
    reveal: bool,
) -> tuple[object, str]:
    """(value, problem)."""
    if column.source == "constant":
        return column.name, ""
    if column.source == "by_hand":
        return None, ""
    if column.source == "computed":
        one = register.computed_by_name[column.name]
        value = one.value(record) if one.value else getattr(record, one.name)
        return (Decimal(value) / one.scale if isinstance(value, int) and one.scale > 1 else value), ""
    is_line = column.source == "line"
    field = line_fields[column.name] if is_line else register.by_name[column.name]
    value = value_of(field, line if is_line else record, reveal=reveal)
    return _in_their_words(column, field, value)


def _in_their_words(column: OutsideColumn, field: Field, value: object) -> tuple[object, str]:
    if column.words is None or value in (None, ""):
        return value, ""
    label = str(value)
    if label in column.words:
        return column.words[label], ""
    if column.otherwise is not None:
        return column.otherwise, ""
    return value, f"“{column.heading}”没有与“{label}”（{field.label}）对应的说法"


def _wrong(column: OutsideColumn, value: object) -> str:
    """Why the outside system would refuse the value; "" if it would not."""
    if column.source == "by_hand":
        return ""
    if value in (None, ""):
        return f"“{column.heading}”必填，记录里没有" if column.required else ""
    length = len(text_of(value))
    if column.most is not None and length > column.most:
        return f"“{column.heading}”最多{column.most}个字，现在{length}个字"
    return ""


def text_of(value: object) -> str:
    """A value as a person reads it in the cell."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def where_from(column: OutsideColumn, register: Register) -> str:
    """Where the content of a column comes from, in words."""
    match column.source:
        case "constant":
            return f"固定写“{column.name}”"
        case "by_hand":
            return f"手工填写：{column.name}"
        case "computed":
            return register.computed_by_name[column.name].label
        case "line":
            title = register.lines.title if register.lines else ""
            field = next(one for one in register.line_fields if one.name == column.name)
            return f"{title}“{field.label}”"
    return f"“{register.by_name[column.name].label}”"
