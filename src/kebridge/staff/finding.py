"""Finding where something lives by its Chinese name: registers, their kinds, figures, brands, organisations, reports."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from kebridge.core.access.actors import Actor
from kebridge.core.records import fields as kinds
from kebridge.core.records import queries
from kebridge.core.records.register import Register
from kebridge.core.web.navigation import visible_registers
from kebridge.figures.presenting import open_metrics, room_of

SHOWN = 40
RECORDS_PER_REGISTER = 5
_REGISTER, _KIND, _METRIC, _RECORD = "登记簿", "类别", "指标", "记录"
_BRACKETS = str.maketrans("", "", "“”\"'‘’《》「」()（）[]【】 　·、,，/—-")


@dataclass(frozen=True)
class Found:
    """A place that answers to the name; `named` is the name by which it was found, `rank` 0 best."""

    what: str
    title: str
    where: str
    url: str
    named: str
    rank: int
    register: str = ""


def find(text: str, *, by: Actor) -> list[Found]:
    """Places within the actor's sight, best first, at most SHOWN. Nothing for an empty text."""
    wanted = _plain(text)
    if not wanted:
        return []
    registers = visible_registers(by)
    found = [*_registers(wanted, registers), *_metrics(wanted, by), *_records(text.strip(), registers, by)]
    order = {_REGISTER: 0, _KIND: 1, _RECORD: 2, _METRIC: 3}
    return sorted(found, key=lambda one: (one.rank, order[one.what], len(one.named)))[:SHOWN]


def _registers(wanted: str, registers: Iterable[Register]) -> Iterator[Found]:
    """A register once, by its best name; else the kinds of its filters."""
    for register in registers:
        names = [(register.title, 0), (register.noun, 0), *((name, 0) for name in register.known_as)]
        best = _best(wanted, names)
        if best:
            named, rank = best
            url = f"/r/{register.code}/"
            yield Found(_REGISTER, register.title, register.room_title, url, named, rank, register.code)
        yield from _choices(wanted, register)


def _choices(wanted: str, register: Register) -> Iterator[Found]:
    for field in register.fields:
        if field.kind != kinds.CHOICE or field.name in ("basis", "state"):
            continue
        for value, label in field.options():
            best = _best(wanted, [(str(label), 0)])
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
        best = _best(wanted, [(metric.title, 0), *((word, 0) for word in metric.words)])
        if best:
            named, rank = best
            url = f"/figures/{metric.name}/"
            yield Found(_METRIC, metric.title, room_of(metric)[1], url, named, rank)


def _records(text: str, registers: Iterable[Register], by: Actor) -> Iterator[Found]:
    """Named things that others refer to: brands, schemes, plan items, organisations, partner bodies."""
    for register in registers:
        if not (register.is_reference and register.search):
            continue
        for record in queries.search(register, by, {"q": text})[:RECORDS_PER_REGISTER]:
            title = register.sentence(record)
            rank = 0 if _plain(str(getattr(record, register.search[0], ""))) == _plain(text) else 1
            yield Found(_RECORD, title, register.title, register.url(record), title, rank, register.code)


def _best(wanted: str, names: Iterable[tuple[str, int]]) -> tuple[str, int] | None:
    """The name that fits best: the same (0), one within the other (1); None: none does."""
    found = []
    for name, base in names:
        plain = _plain(name)
        if plain == wanted:
            found.append((base, len(name), name))
        elif wanted in plain or (len(plain) > 1 and plain in wanted):
            found.append((base + 1, len(name), name))
    if not found:
        return None
    rank, _, named = min(found)
    return named, rank


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_BRACKETS).lower()
