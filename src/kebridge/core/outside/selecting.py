"""Which records of a register fall under a pack."""

from typing import Any

from django.db.models import Q, QuerySet

from kebridge.core.outside.definition import Pack
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State


def falling_under(pack: Pack, found: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `found` that the pack takes: counted ones in its validity that meet one of its alternatives.

    A tag or a text meets a value that it contains (全国科普日 meets 科普日).
    """
    register = registers.get(pack.register)
    found = found.filter(state=State.COUNTED)
    if register.day and pack.since:
        found = found.filter(**{f"{register.day}__gte": pack.since})
    if register.day and pack.until:
        found = found.filter(**{f"{register.day}__lte": pack.until})
    if not pack.when:
        return found
    any_of = Q()
    for alternative in pack.when:
        all_of = Q()
        for name, values in alternative:
            all_of &= _condition(register, name, values)
        any_of |= all_of
    return found.filter(any_of)


def _condition(register: Register, name: str, values: tuple[str, ...]) -> Q:
    kind = register.by_name[name].kind
    if kind == kinds.CHOICE:
        return Q(**{f"{name}__in": values})
    if kind == kinds.FLAG:
        return Q(**{f"{name}__in": [value == "是" for value in values]})
    met = Q()
    for value in values:
        met |= Q(**{f"{name}__name__contains" if kind == kinds.TAGS else f"{name}__contains": value})
    if kind != kinds.TAGS:
        return met
    # Apart, so that a record with two such tags is met once.
    manager: Any = register.model._default_manager
    return Q(pk__in=manager.unscoped("a condition on records already in scope").filter(met).values("pk"))
