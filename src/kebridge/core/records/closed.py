"""The closed circle (党务纪检): who may see and enter its records, and the rows of open registers that speak of them."""

from typing import Any

from django.db.models import Q

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Visibility
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register


def is_closed(register: Register) -> bool:
    return register.visibility == Visibility.CLOSED


def codes() -> list[str]:
    """The registers of the closed circle."""
    return [one.code for one in registers.every() if is_closed(one)]


def measure_codes() -> list[str]:
    return [one.code for one in measures.every() if one.visibility == Visibility.CLOSED]


def metric_prefixes() -> list[str]:
    """A metric is named after its room: those of a room with closed registers are closed."""
    return sorted({f"{one.room}." for one in registers.every() if is_closed(one)})


def may_see(register: Register, by: Actor) -> bool:
    """Whether the actor may open the register at all: others find nothing of it."""
    return by.can(Verb.SEE) and (not is_closed(register) or by.can(Verb.SEE_CLOSED))


def seeing_verb(register: Register) -> str:
    """What one must be allowed at a record's organisation to see it."""
    return Verb.SEE_CLOSED if is_closed(register) else Verb.SEE


def hidden_rows(register: Register, by: Actor) -> Q | None:
    """The rows of an open register that speak of the closed circle where the actor is not in it; None: there are none."""
    if register.speaks is None or by.is_system:
        return None
    name, found = register.speaks.field, Q()
    for closed in register.speaks.closed_names():
        found |= Q(**{f"{name}__startswith" if closed.endswith(".") else name: closed})
    return found & ~Q(org__in=by.org_ids(Verb.SEE_CLOSED)) if found else None


def is_closed_record(register: Register, values: Any) -> bool:
    """Whether a record (or the cleaned values of one) is of the closed circle."""
    if is_closed(register):
        return True
    if register.speaks is None:
        return False
    name = register.speaks.field
    text = str(values.get(name, "") if isinstance(values, dict) else getattr(values, name))
    return any(
        text.startswith(closed) if closed.endswith(".") else text == closed
        for closed in register.speaks.closed_names()
    )


def may_reach(register: Register, values: Any, org_id: int | None, by: Actor) -> bool:
    """Whether a record lies in the actor's circle: to see, enter, change, import or export it."""
    return by.can(Verb.SEE_CLOSED, org_id) or not is_closed_record(register, values)


def require(register: Register, values: Any, org_id: int | None, *, by: Actor) -> None:
    """Raises Denied: the record is of the closed circle and the actor is not in it there."""
    if not may_reach(register, values, org_id, by):
        by.require(Verb.SEE_CLOSED, org_id)
