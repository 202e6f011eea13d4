"""Finding where something lives by its Chinese name: registers, their kinds, figures, brands, organisations, reports."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kebridge.core.access.actors import Actor
from kebridge.core.ledger import measures
from kebridge.core.records import fields as kinds
from kebridge.core.records import queries
from kebridge.core.records.register import Register
from kebridge.core.web.navigation import visible_registers
from kebridge.figures.presenting import open_metrics, room_of

SHOWN = 40
RECORDS_PER_REGISTER = 5
COUNTED_PER_REGISTER = 100
LEAST = 0.1  # of a record found by another of its fields
KIND_WEIGHT = 0.7  # a choice of that very name comes after registers and figures that nearly bear it
_REGISTER, _KIND, _METRIC, _RECORD = "登记簿", "类别", "指标", "记录"
_QUOTES = ' 　“”"‘’《》「」'
_BRACKETS = str.maketrans("", "", "“”\"'‘’《》「」()（）[]【】 　·、,，/—-")


@dataclass(frozen=True)
class Found:
    """A place that answers to the name; `named` is the name by which it was found, `fit` how well (1: the same)."""

    what: str
    title: str
    where: str
    url: str
    named: str
    fit: float
    register: str = ""


def find(text: str, *, by: Actor) -> list[Found]:
    """Places within the actor's sight, best first, at most SHOWN. Nothing for an empty text."""
    wanted = _plain(text)
    if not wanted:
        return []
    registers = visible_registers(by)
    found = [
        *_registers(wanted, registers, _own_places(registers, by)),
        *_metrics(wanted, by),
        *_records(text, registers, by),
    ]
    order = {_REGISTER: 0, _METRIC: 1, _KIND: 2, _RECORD: 3}
    weight = {_KIND: KIND_WEIGHT}
    return sorted(found, key=lambda one: (-one.fit * weight.get(one.what, 1), order[one.what]))[:SHOWN]


@dataclass(frozen=True)
class Holding:
    """A register with records that say what was looked for; `count` goes no farther than COUNTED_PER_REGISTER."""

    register: Register
    count: int

    @property
    def is_more(self) -> bool:
        return self.count >= COUNTED_PER_REGISTER


def holding(text: str, *, by: Actor) -> list[Holding]:
    """Registers of single records within the actor's sight that hold some; numbers only, nothing of the records."""
    if not _plain(text):
        return []
    found = []
    for register in visible_registers(by):
        if register.search and not register.is_reference:
            hits = queries.search(register, by, {"q": text.strip(_QUOTES)})
            count = len(hits.values_list("pk", flat=True)[:COUNTED_PER_REGISTER])
            if count:
                found.append(Holding(register, count))
    return found


def _own_places(registers: Iterable[Register], by: Actor) -> frozenset[str]:
    """Names that have a place of their own: as a choice of a field they would only stand in the way."""
    measured = (one.title for one in measures.every())
    return frozenset([*measured, *(m.title for m in open_metrics(by)), *(one.title for one in registers)])


def _registers(wanted: str, registers: Iterable[Register], own: frozenset[str]) -> Iterator[Found]:
    """A register once, by its best name; else the kinds of its filters."""
    for register in registers:
        best = _best(wanted, (register.title, register.noun, *register.known_as))
        if best:
            named, fit = best
            url = f"/r/{register.code}/"
            yield Found(_REGISTER, register.title, register.room_title, url, named, fit, register.code)
        yield from _choices(wanted, register, own)


def _choices(wanted: str, register: Register, own: frozenset[str]) -> Iterator[Found]:
    for field in register.fields:
        if field.kind != kinds.CHOICE or field.name in ("basis", "state"):
            continue
        for value, label in field.options():
            best = None if str(label) in own else _best(wanted, [str(label)])
            if best:
                filtered = f"?{urlencode({field.name: value})}" if field.name in register.filters else ""
                yield Found(
                    _KIND,
                    f"{label}（{register.title}的{field.label}）",
                    register.room_title,
                    f"/r/{register.code}/{filtered}",
                    str(label),
                    best[1],
                    register.code,
                )


def _metrics(wanted: str, by: Actor) -> Iterator[Found]:
    for metric in open_metrics(by):
        best = _best(wanted, (metric.title, *metric.words))
        if best:
            named, fit = best
            url = f"/figures/{metric.name}/"
            yield Found(_METRIC, metric.title, room_of(metric)[1], url, named, fit)


def _records(text: str, registers: Iterable[Register], by: Actor) -> Iterator[Found]:
    """Named things that others refer to: brands, schemes, plan items, organisations, partner bodies."""
    for register in registers:
        if not (register.is_reference and register.search):
            continue
        for record in _records_of(register, text, by):
            title = register.sentence(record)
            fit = _fit(_plain(text), _plain(str(getattr(record, register.search[0], "")))) or LEAST
            yield Found(_RECORD, title, register.title, register.url(record), title, fit, register.code)


def _records_of(register: Register, text: str, by: Actor) -> list[Any]:
    """As it was written, or else without the quotes inside: a name is not always registered with them."""
    bare = text.translate(dict.fromkeys(map(ord, _QUOTES)))
    for spelling in dict.fromkeys((text.strip(_QUOTES), bare)):
        if found := list(queries.search(register, by, {"q": spelling})[:RECORDS_PER_REGISTER]):
            return found
    return []


def _best(wanted: str, names: Iterable[str]) -> tuple[str, float] | None:
    """The name that fits best, and how well: 1 the same, less the more one of the two is longer. None: none does."""
    found = [(fit, name) for name in names if (fit := _fit(wanted, _plain(name)))]
    return max(found)[::-1] if found else None


def _fit(wanted: str, name: str) -> float:
    short, long = sorted((wanted, name), key=len)
    return (
        len(short) / len(long) if len(short) > 1 and short in long else float(bool(name) and wanted == name)
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_BRACKETS).lower()
