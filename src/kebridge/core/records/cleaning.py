"""From what a person typed or a sheet holds to values: one way for forms, paste-in, import and API."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kebridge.core.privacy.fields import Sealed
from kebridge.core.records import fields as kinds
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.wording.days import parse_day
from kebridge.core.wording.numbers import parse_count, parse_decimal
from kebridge.core.wording.times import parse_time
from kebridge.core.wording.values import parse_choice, parse_flag, split_names

_FIRST_YEAR, _LAST_YEAR = 1949, 2100


@dataclass(frozen=True)
class Fault:
    """One thing wrong: with a field (or the whole, field ''), in a line of children or the root (line None)."""

    field: str
    message: str
    line: int | None = None


class Invalid(Refusal):
    """What was typed cannot be taken; `faults` say where and why. Nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("；".join(dict.fromkeys(fault.message for fault in faults)))
        self.faults = list(faults)


@dataclass
class Cleaned:
    """Values by field name: organisations, bodies and tags are still names (`str`, tuples of them)."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def is_blank(raw: Any) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip()) or raw in ([], ())


def clean_record(
    register: Register, raw: Mapping[str, Any], raw_lines: Sequence[Mapping[str, Any]], lookups: Lookups
) -> Cleaned:
    """Clean a whole aggregate; faults are collected, not raised."""
    cleaned = Cleaned()
    cleaned.values = _clean_fields(register.fields, raw, lookups, cleaned.faults, None)
    for number, raw_line in enumerate(raw_lines):
        line = _clean_fields(register.line_fields, raw_line, lookups, cleaned.faults, number)
        cleaned.lines.append(line)
    if register.lines and not register.lines.optional and not cleaned.lines:
        cleaned.faults.append(Fault("", f"至少要填一行{register.lines.title}"))
    if not cleaned.faults and register.check:
        cleaned.faults.extend(
            Fault(name, text) for name, text in register.check(cleaned.values, cleaned.lines)
        )
    return cleaned


def _clean_fields(
    declared: Sequence[Field], raw: Mapping[str, Any], lookups: Lookups, faults: list[Fault], line: int | None
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in declared:
        typed = raw.get(one.name)
        if is_blank(typed):
            values[one.name] = _empty(one)
            if one.required and is_blank(values[one.name]):
                faults.append(Fault(one.name, f"“{one.label}”没有填", line))
            continue
        try:
            values[one.name] = clean_value(one, typed, lookups)
        except ValueError as error:
            faults.append(Fault(one.name, str(error), line))
    return values


def _empty(one: Field) -> Any:
    """The value of a cell left blank."""
    if one.default is not None:
        return one.default
    if one.kind in (kinds.ORGS, kinds.BODIES, kinds.TAGS):
        return ()
    if one.kind in (kinds.TEXT, kinds.LONG, kinds.CHOICE, kinds.TIME):
        return ""
    if one.kind == kinds.FLAG:
        return False
    return None


def clean_value(one: Field, typed: Any, lookups: Lookups) -> Any:
    """Raises ValueError: in plain Chinese, what is wrong and how to write it. Personal data come out sealed."""
    if one.kind in _REMEMBERED and isinstance(typed, str):
        return _remembered(one, typed, lookups)
    value = _cleaned(one, typed, lookups)
    return Sealed(value) if one.sensitive else value


def _cleaned(one: Field, typed: Any, lookups: Lookups) -> Any:
    value = _CLEANERS[one.kind](one, typed, lookups)
    if one.most is not None:
        _require_room(one, value)
    return value


def _require_room(one: Field, value: Any) -> None:
    """SQLite would take what PostgreSQL refuses."""
    if isinstance(value, int) and value > (one.most or 0):
        raise ValueError(f"{one.label}太大：{value}，最多填{one.most}，请核对")
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and len(text) > (one.most or 0):
            raise ValueError(f"{one.label}最多{one.most}个字，现在有{len(text)}个字，请写短一些")


def _remembered(one: Field, typed: str, lookups: Lookups) -> Any:
    """A column of an import says the same few things thousands of times: each is understood once."""
    key = (id(one), typed)
    if key not in lookups.remembered:
        try:
            lookups.remembered[key] = _cleaned(one, typed, lookups)
        except ValueError as error:
            lookups.remembered[key] = error
    found = lookups.remembered[key]
    if isinstance(found, ValueError):
        raise ValueError(*found.args)
    return found


def _text(one: Field, typed: Any, _lookups: Lookups) -> str:
    if isinstance(typed, float) and typed.is_integer():
        typed = int(typed)
    return " ".join(str(typed).split()) if one.kind == kinds.TEXT else str(typed).strip()


def _count(one: Field, typed: Any, _lookups: Lookups) -> int:
    return parse_count(typed, one.unit, one.label)


def _year(one: Field, typed: Any, _lookups: Lookups) -> int:
    year = parse_count(typed, "年", one.label)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"{one.label}要写四位的年份，现在是{typed}")
    return year


def _number(one: Field, typed: Any, _lookups: Lookups) -> int:
    stored: Decimal = parse_decimal(typed, one.unit) * one.scale
    if stored < 0:
        raise ValueError(f"{one.label}不能是负数：{typed}")
    if stored != stored.to_integral_value():
        raise ValueError(f"{one.label}的小数位太多：{typed}，请四舍五入后再填")
    return int(stored)


def _day(_one: Field, typed: Any, _lookups: Lookups) -> date:
    return parse_day(typed)


def _time(_one: Field, typed: Any, _lookups: Lookups) -> str:
    return parse_time(typed)


def _flag(_one: Field, typed: Any, _lookups: Lookups) -> bool:
    return parse_flag(typed)


def _choice(one: Field, typed: Any, _lookups: Lookups) -> str:
    return parse_choice(typed, one.options())


def _org(one: Field, typed: Any, lookups: Lookups) -> str:
    name = _text(one, typed, lookups)
    lookups.org_id(name)
    return name


def _names(check: Callable[[Field, str, Lookups], Any]) -> Callable[[Field, Any, Lookups], tuple[str, ...]]:
    def clean(one: Field, typed: Any, lookups: Lookups) -> tuple[str, ...]:
        names = split_names(typed) if isinstance(typed, str) else [str(name) for name in typed]
        for name in names:
            check(one, name, lookups)
        return tuple(sorted(names))

    return clean


def _body(one: Field, typed: Any, lookups: Lookups) -> str:
    name = _text(one, typed, lookups)
    shortest = 2
    if len(name) < shortest:
        raise ValueError(f"“{name}”不像一个单位的名称，请写全称")
    return name


_REMEMBERED = frozenset({kinds.CHOICE, kinds.DAY, kinds.FLAG, kinds.ORG, kinds.ORGS, kinds.TAGS})

_CLEANERS: dict[str, Callable[[Field, Any, Lookups], Any]] = {
    kinds.TEXT: _text,
    kinds.LONG: _text,
    kinds.COUNT: _count,
    kinds.NUMBER: _number,
    kinds.YEAR: _year,
    kinds.DAY: _day,
    kinds.TIME: _time,
    kinds.CHOICE: _choice,
    kinds.FLAG: _flag,
    kinds.ORG: _org,
    kinds.BODY: _body,
    kinds.ORGS: _names(lambda _one, name, lookups: lookups.org_id(name, anywhere=True)),
    kinds.BODIES: _names(_body),
    kinds.TAGS: _names(lambda one, name, lookups: lookups.tag_id(one.scheme, name)),
}
