"""What else the house knows about the thing of a record: by respect and register, how many and the newest."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F

from kebridge.core.access.actors import Actor
from kebridge.core.records import linked, queries, related
from kebridge.core.records.register import Register
from kebridge.core.records.related import Same

COUNTED_UP_TO, NEWEST = 1000, 5
# Among so many of the newest records of a register those of a large matter are looked for first.
LATEST = 2000
# So many registers tell their newest records; the others tell how many there are.
TOLD = 12
_Days = list[tuple[int, date | None]]


@dataclass(frozen=True)
class Told:
    """One record: its day (None: its register has none), its sentence and its page."""

    day: date | None
    sentence: str
    url: str


@dataclass(frozen=True)
class Block:
    """The related records of one register; `address` lists them all."""

    register: Register
    count: int
    address: str
    newest: tuple[Told, ...] = ()

    @property
    def is_more(self) -> bool:
        """There are more than were counted."""
        return self.count > COUNTED_UP_TO

    @property
    def shown_count(self) -> int:
        return min(self.count, COUNTED_UP_TO)


@dataclass
class Section:
    """All that is alike in one respect. `others`: registers that only tell how many they hold."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    others: list[Block] = field(default_factory=list)


def sections(register: Register, record: Any, *, by: Actor) -> list[Section]:
    """Within the actor's sight; respects and registers without any are left out."""
    found = (_section(same, by) for same in related.respects(register, record))
    return [one for one in found if one.blocks]


def _section(same: Same, by: Actor) -> Section:
    section = Section(same.title)
    for register in related.naming(same, by):
        ids = _first(register, same, by)
        if not ids:
            continue
        is_told = len(section.blocks) < TOLD
        newest = tuple(_told(register, one) for one in _newest(register, same, by, ids)) if is_told else ()
        block = Block(register, len(ids), f"/r/{register.code}/?related={same.code}", newest)
        (section.blocks if is_told else section.others).append(block)
    return section


def _first(register: Register, same: Same, by: Actor) -> _Days:
    """Ids with days, in no order, of no more than are counted and one."""
    matching = related.matching(register, same, by)
    if matching is None:
        return []
    rows = matching.order_by().values_list("pk", register.day or "pk")[: COUNTED_UP_TO + 1]
    return [(pk, value if register.day else None) for pk, value in rows]


def _newest(register: Register, same: Same, by: Actor, ids: _Days) -> list[Any]:
    if len(ids) > COUNTED_UP_TO:
        chosen = _newest_of_many(register, same, by)
    else:
        ordered = sorted(ids, key=lambda row: (row[1] or date.min, row[0]), reverse=True)
        chosen = [pk for pk, _ in ordered[:NEWEST]]
    by_id = {one.pk: one for one in queries.visible(register, by).filter(pk__in=chosen)}
    linked.read(register, list(by_id.values()), register.prefetch)
    return [by_id[pk] for pk in chosen if pk in by_id]


def _newest_of_many(register: Register, same: Same, by: Actor) -> list[int]:
    """Where many are alike the newest are mostly among the register's newest; else all are put in order."""
    matching = related.matching(register, same, by)
    if matching is None:
        return []
    order = _order(register)
    latest = queries.visible(register, by).order_by(*order).values("pk")[:LATEST]
    for found in (matching.filter(pk__in=latest), matching):
        chosen = list(found.order_by(*order).values_list("pk", flat=True)[:NEWEST])
        if len(chosen) == NEWEST:
            break
    return chosen


def _order(register: Register) -> list[Any]:
    if not register.day:
        return ["-pk"]
    may_lack = register.model._meta.get_field(register.day).null
    return [F(register.day).desc(nulls_last=True) if may_lack else f"-{register.day}", "-pk"]


def _told(register: Register, record: Any) -> Told:
    day = getattr(record, register.day) if register.day else None
    return Told(day, register.sentence(record), register.url(record))
