"""The records that name a tag, whatever their register: what was done for a task, a plan item, a programme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Value

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.models import Tag
from kebridge.core.records import closed, queries
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.fields import Field
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


def names_borne(register: Register, fields: Iterable[Field]) -> dict[str, list[str]]:
    """For each tag field the names that some record bears: in one statement, that asks name by name, so that many
    records cost no more."""
    parts = [_borne(register, one) for one in fields if one.kind == kinds.TAGS]
    found: dict[str, list[str]] = defaultdict(list)
    if parts:
        for field, name in sorted(parts[0].union(*parts[1:], all=True)):
            found[field].append(name)
    return found


def _borne(register: Register, one: Field) -> Any:
    link: Any = register.model._meta.get_field(one.name)
    through = link.remote_field.through._default_manager
    bearing = through.filter(**{link.m2m_reverse_field_name(): OuterRef("pk")})
    named = Tag.objects.filter(Exists(bearing), scheme=one.scheme).order_by()
    return named.annotate(borne_in=Value(one.name, output_field=CharField())).values_list("borne_in", "name")
