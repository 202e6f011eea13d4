"""Instances made from cleaned rows, before anything is written."""

from collections.abc import Sequence
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.orgs.models import Organisation
from kebridge.core.records import fields as kinds
from kebridge.core.records import ops, writing
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.models import Body
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.transfer.items import Item

_CHUNK = 500


def draft(register: Register, item: Item, lookups: Lookups) -> Any:
    """The root alone as it would be stored, for rules that look at it; its key if it stands already."""
    record: Any = register.model(pk=item.pk, revision=item.revision or 0)
    plain = [one for one in register.fields if one.kind != kinds.BODY]
    writing.assign(record, plain, item.cleaned.values, lookups, item.owner or 0)
    return record


class Builder:
    """Builds whole unsaved aggregates of one register: lines and members sit where prefetching would put them."""

    def __init__(self, register: Register, lookups: Lookups, *, by: Actor, origin: str) -> None:
        self.register, self.lookups, self.by, self.origin = register, lookups, by, origin
        self._bodies: dict[int, Body] = {}
        self._organisations: dict[int, Organisation] = {}
        self._states: dict[int, str] = {}
        self._needs_review = ops.needs_review(register)

    def load_bodies(self, items: Sequence[Item]) -> None:
        """Read the bodies that these rows name, for their subjects."""
        wanted = {
            pk
            for item in items
            for name, _ in writing.body_names(self.register, item.cleaned)
            if (pk := self.lookups.body_id(name, self.owner_of(item)))
        }
        missing = sorted(wanted - self._bodies.keys())
        for start in range(0, len(missing), _CHUNK):
            found = Body.objects.unscoped("subjects of bodies that rows name").filter(
                pk__in=missing[start : start + _CHUNK]
            )
            self._bodies.update({body.pk: body for body in found.only("pk", "name", "subject_id")})

    def owner_of(self, item: Item) -> int:
        owner = item.owner or self.lookups.org_id(item.cleaned.values["org"])
        assert owner is not None, "references are entered before"
        return owner

    def build(self, item: Item) -> Any:
        owner = self.owner_of(item)
        record: Any = self.register.model(
            entered_by=self.by.user_id,
            entered_by_name=self.by.name,
            origin_note=f"{self.origin}第{item.number}行",
        )
        self._assign(record, self.register.fields, item.cleaned.values, owner)
        writing.assign_keys(self.register, record, item.cleaned.values, self.lookups)
        record.state = self._state(owner)
        cache = record._prefetched_objects_cache = {}
        for one in self.register.fields:
            if writing.is_many(one):
                cache[one.name] = self._members(one, item.cleaned.values.get(one.name) or (), owner)
        if self.register.lines:
            cache[self.register.lines.name] = [self._line(values, owner) for values in item.cleaned.lines]
        return record

    def _line(self, values: dict[str, Any], owner: int) -> Any:
        assert self.register.lines
        line: Any = self.register.lines.model()
        self._assign(line, self.register.line_fields, values, owner)
        return line

    def _assign(self, record: Any, declared: Sequence[Field], values: dict[str, Any], owner: int) -> None:
        writing.assign(record, declared, values, self.lookups, owner)
        for one in declared:
            if one.kind == kinds.BODY and (pk := getattr(record, f"{one.name}_id")):
                setattr(record, one.name, self._bodies[pk])

    def _members(self, one: Field, names: Sequence[str], owner: int) -> list[Any]:
        found = writing.members(one, names, self.lookups, owner)
        if one.kind == kinds.ORGS:  # facts name their subjects
            return [self._organisation(node.pk) for node in found]
        return [self._bodies[body.pk] for body in found] if one.kind == kinds.BODIES else found

    def _organisation(self, pk: int) -> Organisation:
        if pk not in self._organisations:
            self._organisations[pk] = Organisation.objects.only("pk", "subject_id").get(pk=pk)
        return self._organisations[pk]

    def _state(self, owner: int) -> str:
        if owner not in self._states:
            waits = self.by.is_guest or (self._needs_review and not self.by.can(Verb.REVIEW, owner))
            self._states[owner] = State.PENDING if waits else State.COUNTED
        return self._states[owner]
