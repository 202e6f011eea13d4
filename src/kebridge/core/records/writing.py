"""Turning cleaned values into model values: names become rows, new bodies are entered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.ledger import bulk, sources, store
from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.postings import posting
from kebridge.core.orgs.models import Organisation
from kebridge.core.privacy.fields import Sealed, mask
from kebridge.core.records import fields as kinds
from kebridge.core.records.cleaning import Cleaned
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups, region_of
from kebridge.core.records.models import Body
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.subjects.models import Subject

PROVISIONAL = -1
_MEMBER_MODELS = {kinds.ORGS: Organisation, kinds.BODIES: Body, kinds.TAGS: Tag}


def body_names(register: Register, cleaned: Cleaned) -> Iterable[tuple[str, str]]:
    """(name, kind) of every body that the aggregate names."""
    for declared, values in _all_values(register, cleaned):
        for one in declared:
            value = values.get(one.name)
            if one.kind == kinds.BODY and value:
                yield value, one.body_kind
            elif one.kind == kinds.BODIES:
                yield from ((name, one.body_kind) for name in value or ())


def _all_values(register: Register, cleaned: Cleaned) -> Iterable[tuple[Sequence[Field], dict[str, Any]]]:
    yield register.fields, cleaned.values
    yield from ((register.line_fields, line) for line in cleaned.lines)


def enter_new_bodies(named: Iterable[tuple[str, str, int]], lookups: Lookups, *, by: Actor) -> int:
    """Enter the bodies (name, kind, owner) that nobody entered yet; returns how many."""
    named = list(named)
    lookups.load_bodies(name for name, _, _ in named)
    new: list[Body] = []
    for name, kind, owner in named:
        if lookups.body_id(name, owner) is None:
            region = region_of(owner)
            new.append(
                Body(org_id=region, name=name, kind=kind, entered_by=by.user_id, entered_by_name=by.name,
                     state=State.PRACTICE if by.practising else State.COUNTED)
            )  # fmt: skip
            # Known from now on to the rest of the batch, as if entered one by one.
            lookups.remember_body(region, name, PROVISIONAL)
    if not new:
        return 0
    with posting(by=by, reason="随业务记录登记") as block:
        subjects = Subject.objects.bulk_create(Subject(kind=body.kind) for body in new)
        for body, subject in zip(new, subjects, strict=True):
            body.subject = subject
        prepared = bulk.prepare(sources.of_model(Body), new, store.TagSets())
        for body, pk in zip(new, bulk.insert(prepared, block), strict=True):
            lookups.remember_body(body.org_id, body.name, pk)
    return len(new)


def assign(
    record: Any, declared: Sequence[Field], values: dict[str, Any], lookups: Lookups, owner: int
) -> None:
    """Set the plain fields and foreign keys of a root or line."""
    for one in declared:
        value = values.get(one.name)
        if one.kind == kinds.ORG:
            setattr(record, f"{one.name}_id", lookups.org_id(value) if value else None)
        elif one.kind == kinds.BODY:
            setattr(record, f"{one.name}_id", lookups.body_id(value, owner) if value else None)
        elif one.kind not in _MEMBER_MODELS:
            setattr(record, one.name, value)


def member_key(register: Register, name: str, values: Mapping[str, Any], lookups: Lookups) -> str:
    """A stored key of a many-valued field, for UNIQUE: `programme_key` holds the ids of `programmes`."""
    many = register.by_name[f"{name.removesuffix('_key')}s"]
    ids = [lookups.tag_id(many.scheme, tag) or 0 for tag in values.get(many.name) or ()]
    return ",".join(str(pk) for pk in sorted(ids))


def assign_keys(register: Register, record: Any, values: Mapping[str, Any], lookups: Lookups) -> None:
    """Set the parts of the natural key that are no fields."""
    for name in register.natural_key:
        if name not in register.by_name:
            setattr(record, name, member_key(register, name, values, lookups))


def keep_sealed(register: Register, record: Any, values: dict[str, Any]) -> set[str]:
    """Personal data handed back masked, as they were shown, stay as they are; returns the fields that change."""
    changed = set()
    for one in register.fields:
        typed = values.get(one.name)
        if not one.sensitive or not isinstance(typed, Sealed):
            continue
        held = getattr(record, one.name)
        clear = held.reveal() if isinstance(held, Sealed) else held or ""
        if typed.reveal() in (clear, mask(clear)):
            values[one.name] = Sealed(clear)
        else:
            changed.add(one.name)
    return changed


def members(one: Field, names: Iterable[str], lookups: Lookups, owner: int) -> list[Any]:
    """The rows a many-valued field names, as light instances (key and name only)."""
    found: list[Any] = []
    for name in names:
        if one.kind == kinds.TAGS:
            found.append(Tag(pk=lookups.tag_id(one.scheme, name), scheme=one.scheme, name=name))
        elif one.kind == kinds.ORGS:
            found.append(Organisation(pk=lookups.org_id(name, anywhere=True)))
        else:
            found.append(Body(pk=lookups.body_id(name, owner), name=name))
    return found


def is_many(one: Field) -> bool:
    return one.kind in _MEMBER_MODELS
