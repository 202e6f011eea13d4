"""The records that name a tag, whatever their register: what was done for a task, a plan item, a programme."""

from collections.abc import Iterator

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.models import Tag
from kebridge.core.records import closed, queries
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State


def serving(tag: Tag, *, by: Actor) -> Iterator[tuple[Register, list[int]]]:
    """Registers with the ids of their counted records that carry the tag, as far as the actor sees them."""
    for register in registers.every():
        names = [one.name for one in register.fields if one.kind == kinds.TAGS and one.scheme == tag.scheme]
        if not names or not closed.may_see(register, by):
            continue
        found: set[int] = set()
        for name in names:
            rows = queries.visible(register, by).filter(**{name: tag.pk}, state=State.COUNTED)
            found.update(rows.values_list("pk", flat=True))
        if found:
            yield register, sorted(found)
