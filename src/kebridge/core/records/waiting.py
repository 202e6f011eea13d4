"""What of the registers waits for somebody: to review, to put right, to finish."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records import closed, queries
from kebridge.core.records.register import Register
from kebridge.core.records.states import State


@dataclass(frozen=True)
class Waiting:
    """Of one register: records that wait for the actor's review, his own that were returned, his own drafts."""

    register: Register
    to_review: int
    returned: int
    drafts: int


def waiting(registers: Iterable[Register], by: Actor) -> list[Waiting]:
    """The registers with something for the actor, in one query."""
    known = {one.code: one for one in registers}
    parts = [_grouped(one, by) for one in known.values()]
    if not parts:
        return []
    rows = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    counts: dict[str, list[int]] = {code: [0, 0, 0] for code in known}
    reviewed = by.org_ids(Verb.REVIEW)
    for row in rows:
        is_mine = by.user_id is not None and row["entered_by"] == by.user_id
        if row["state"] == State.PENDING:
            counts[row["waits_in"]][0] += row["waits"] if row["org_id"] in reviewed else 0
        elif is_mine:
            counts[row["waits_in"]][1 if row["state"] == State.RETURNED else 2] += row["waits"]
    return [Waiting(known[code], *found) for code, found in counts.items() if any(found)]


def _grouped(register: Register, by: Actor) -> QuerySet[Any, dict[str, Any]]:
    """Counts by organisation, state and who entered: few rows, without a list of organisations in the query."""
    everything: Any = register.model._default_manager
    is_circle = closed.is_closed(register) or register.speaks is not None
    found = (
        queries.visible(register, by)
        if is_circle
        else everything.unscoped("counts only, sifted by the caller")
    )
    found = queries.open_ones(found).order_by()
    found = found.annotate(waits_in=Value(register.code, output_field=CharField()))
    grouped: QuerySet[Any, dict[str, Any]] = found.values(
        "waits_in", "org_id", "state", "entered_by"
    ).annotate(waits=Count("pk"))
    return grouped
