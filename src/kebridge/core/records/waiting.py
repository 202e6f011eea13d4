"""What of the registers waits for somebody: to review, to put right, to finish."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import CharField, Count, QuerySet, Value

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger.remembering import remembered
from kebridge.core.records import closed, queries
from kebridge.core.records.register import Register
from kebridge.core.records.states import OPEN, State


@dataclass(frozen=True)
class Waiting:
    """Of one register: records that wait for the actor's review, his own that were returned, his own drafts."""

    register: Register
    to_review: int
    returned: int
    drafts: int


def waiting(registers: Iterable[Register], by: Actor) -> list[Waiting]:
    """The registers with something for the actor, in a query or two."""
    known = {one.code: one for one in registers}
    counts: dict[str, list[int]] = {code: [0, 0, 0] for code in known}
    reviewed = by.org_ids(Verb.REVIEW)
    for code, org_id, state, entered_by, count in _open(known.values(), by):
        is_mine = by.user_id is not None and entered_by == by.user_id
        if state == State.PENDING:
            counts[code][0] += count if org_id in reviewed else 0
        elif is_mine:
            counts[code][1 if state == State.RETURNED else 2] += count
    return [Waiting(known[code], *found) for code, found in counts.items() if any(found)]


def pending(registers: Iterable[Register], org_ids: Iterable[int], by: Actor) -> list[tuple[Register, int]]:
    """The registers with records that wait for review in these organisations: how many."""
    known, within = {one.code: one for one in registers}, frozenset(org_ids)
    counts: dict[str, int] = dict.fromkeys(known, 0)
    for code, org_id, state, _, count in _open(known.values(), by):
        if state == State.PENDING and org_id in within:
            counts[code] += count
    return [(known[code], count) for code, count in counts.items() if count]


def _open(registers: Iterable[Register], by: Actor) -> Iterable[tuple[str, int, str, int | None, int]]:
    """(register, organisation, state, who entered, how many) of what is open: few rows, sifted by the caller."""
    plain: list[Register] = []
    circle: list[Register] = []
    for one in registers:
        is_circle = closed.is_closed(one) or one.speaks is not None
        (circle if is_circle else plain).append(one)
    if plain:
        yield from remembered("open", [one.code for one in plain], make=lambda: _plainly(plain))
    if circle:
        reach = [sorted(by.org_ids(verb)) for verb in (Verb.SEE, Verb.SEE_CLOSED)]
        who = (by.user_id, by.is_system, by.practising, reach)
        yield from remembered(
            "open-circle", [one.code for one in circle], who, make=lambda: _within(circle, by)
        )


def _within(registers: Iterable[Register], by: Actor) -> list[tuple[str, int, str, int | None, int]]:
    """Of what the actor may see, by one statement."""
    first, *rest = (_grouped(one, by) for one in registers)
    rows = first.union(*rest, all=True) if rest else first
    return [(row["waits_in"], row["org_id"], row["state"], row["entered_by"], row["waits"]) for row in rows]


def _plainly(registers: Iterable[Register]) -> list[tuple[str, int, str, int | None, int]]:
    """Of all organisations, by one statement, from the indexes of open records alone."""
    words = ", ".join(f"'{state}'" for state in OPEN)
    parts = (
        f"SELECT '{one.code}', org_id, state, entered_by, COUNT(*) FROM \"{one.model._meta.db_table}\""
        f' WHERE "state" IN ({words}) GROUP BY org_id, state, entered_by'
        for one in registers
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return list(cursor.fetchall())


def _grouped(register: Register, by: Actor) -> QuerySet[Any, dict[str, Any]]:
    """The same of one register within the actor's sight."""
    found = queries.open_ones(queries.visible(register, by)).order_by()
    found = found.annotate(waits_in=Value(register.code, output_field=CharField()))
    grouped: QuerySet[Any, dict[str, Any]] = found.values(
        "waits_in", "org_id", "state", "entered_by"
    ).annotate(waits=Count("pk"))
    return grouped
