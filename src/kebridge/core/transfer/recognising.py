"""Knowing a record again: by its 登记号, or by owner and natural key."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import models

from kebridge.core.records import fields as kinds
from kebridge.core.records import writing
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import Register
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.transfer.items import Item

_CHUNK = 500
_NUMBER = re.compile(r"([a-z_]+)-(\d{1,18})")
Key = tuple[Any, ...]


def owner_in_key(register: Register) -> bool:
    """Whether two organisations may each have a record of the same key (not so for codes of organisations)."""
    whole = {"org", *register.natural_key}
    return any(
        isinstance(rule, models.UniqueConstraint) and set(rule.fields) == whole
        for rule in register.model._meta.constraints
    )


def number_of(register: Register, typed: str) -> int | None:
    """The record that a 登记号 names; None: it is no 登记号 of this register."""
    found = _NUMBER.fullmatch(typed.strip().lower())
    return int(found[2]) if found and found[1] == register.code else None


def key_of(register: Register, item: Item, lookups: Lookups) -> Key:
    """(owner, natural key) as `existing_keys` gives it; names that are new stand for themselves."""
    values = item.cleaned.values
    parts = [_key_part(register, name, values, item.owner, lookups) for name in register.natural_key]
    return (item.owner or values.get("org"), *parts) if owner_in_key(register) else tuple(parts)


def _key_part(
    register: Register, name: str, values: dict[str, Any], owner: int | None, lookups: Lookups
) -> Any:
    one = register.by_name.get(name)
    if one is None:
        return writing.member_key(register, name, values, lookups)
    if one.kind == kinds.BODY:
        return (lookups.body_id(values[name], owner) if owner and values[name] else None) or values[name]
    if one.kind == kinds.ORG and values[name]:
        return lookups.org_id(values[name]) or values[name]
    return values[name]


def existing_keys(register: Register, items: Sequence[Item]) -> dict[Key, int]:
    """Key → id of every standing record that one of these items may be."""
    found: dict[Key, int] = {}
    if not items:
        return found
    with_owner = owner_in_key(register)
    columns = ("org_id", *register.natural_key) if with_owner else register.natural_key
    for query in _queries(register, items, with_owner=with_owner):
        for row in query.values_list(*columns, "pk").iterator(chunk_size=5000):
            found[tuple(row[:-1])] = row[-1]
    return found


def _queries(register: Register, items: Sequence[Item], *, with_owner: bool) -> Iterator[Any]:
    manager: Any = register.model._default_manager
    standing = manager.unscoped("an import recognises what stands").exclude(state__in=NOT_STANDING)
    if not with_owner:
        first = register.natural_key[0]
        for chunk in _chunks({item.cleaned.values[first] for item in items}):
            yield standing.filter(**{f"{first}__in": chunk})
        return
    if register.day in register.natural_key:
        days = [item.cleaned.values[register.day] for item in items]
        standing = standing.filter(**{f"{register.day}__range": (min(days), max(days))})
    for chunk in _chunks({item.owner for item in items if item.owner}):
        yield standing.filter(org__in=chunk)


def stored(register: Register, ids: Iterable[int]) -> Iterator[Any]:
    """The records with these ids, with all that their texts need; a chunk at a time."""
    manager: Any = register.model._default_manager
    for chunk in _chunks(ids):
        found = manager.unscoped("an import compares with what stands").filter(pk__in=chunk)
        yield from found.prefetch_related(*register.prefetch)


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
