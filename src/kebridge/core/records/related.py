"""What records have in common, read off the declarations: the unit they are about, the tags they carry, the person.

A unit is an organisation or a body of the same name in the same county or city. Owning a record is not being spoken of
in it, unless its register says `about_owner`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, models
from django.db.models import QuerySet

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import closed, queries
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import region_of
from kebridge.core.records.models import Body
from kebridge.core.records.register import Register
from kebridge.core.records.states import NOT_STANDING

UNIT, TAGS, PERSON = "unit", "tags", "person"
TITLES = {UNIT: "同一单位", TAGS: "同一品牌、计划、奖项", PERSON: "同一个人"}
# Of more units than these a record is a list of names, and statements have room for so many.
MOST_NAMED = 100


@dataclass(frozen=True)
class Same:
    """What other records may share with one record in one respect (`aspect`). Ids; tags with their scheme, persons with their model."""

    aspect: str
    register: Register
    pk: int
    orgs: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    tags: frozenset[tuple[str, int]] = frozenset()
    persons: frozenset[tuple[type[models.Model], int]] = frozenset()

    @property
    def title(self) -> str:
        return TITLES[self.aspect]

    @property
    def code(self) -> str:
        """How an address names it."""
        return f"{self.aspect}-{self.register.code}-{self.pk}"

    def ids(self, one: Field) -> tuple[int, ...]:
        """What a field must hold to be in common."""
        if one.kind == kinds.TAGS:
            return tuple(sorted(pk for scheme, pk in self.tags if scheme == one.scheme))
        if one.kind in (kinds.BODY, kinds.BODIES):
            return tuple(sorted(self.bodies))
        return tuple(sorted(self.orgs)) if one.kind in (kinds.ORG, kinds.ORGS) else ()

    def persons_of(self, model: type[models.Model]) -> tuple[int, ...]:
        return tuple(sorted(pk for of, pk in self.persons if of is model))


@dataclass(frozen=True)
class _Branch:
    """One way to be in common: rows of a table that hold one of these ids, `owner` of which is the record."""

    model: Any
    name: str
    ids: tuple[int, ...]
    owner: str = "pk"

    @property
    def rows(self) -> QuerySet[Any]:
        manager = self.model._default_manager
        scoped = hasattr(manager, "unscoped")
        found = manager.unscoped("ids only, within a scoped statement") if scoped else manager
        return cast("QuerySet[Any]", found.filter(**{f"{self.name}__in": self.ids}))

    @property
    def asking(self) -> str:
        """Whether there is any such row, as SQL: a hundred of them make one short statement."""
        quote = connection.ops.quote_name
        meta = self.model._meta
        column = meta.pk.column if self.name == "pk" else meta.get_field(self.name).column
        ids = ", ".join(str(int(one)) for one in self.ids)
        return f"EXISTS (SELECT 1 FROM {quote(meta.db_table)} WHERE {quote(column)} IN ({ids}))"


def respects(register: Register, record: Any) -> list[Same]:
    """In what the record may be like others; it names no unit, tag or person: in nothing."""
    orgs, bodies = _with_namesakes(*_units(register, record))
    found = (
        Same(UNIT, register, record.pk, orgs=orgs, bodies=bodies),
        Same(TAGS, register, record.pk, tags=_tags(register, record)),
        Same(PERSON, register, record.pk, persons=_persons(register, record)),
    )
    return [one for one in found if one.orgs or one.bodies or one.tags or one.persons]


def asked(text: str, by: Actor) -> tuple[Same, str] | None:
    """What an address asks for with the sentence of its record; None: nothing that the actor may see."""
    aspect, _, rest = text.partition("-")
    code, _, number = rest.partition("-")
    register = {one.code: one for one in registers.every()}.get(code)
    if not register or not closed.may_see(register, by) or not (number.isascii() and number.isdigit()):
        return None
    try:
        record = queries.find(register, by, int(number[:18]))
    except ObjectDoesNotExist:
        return None
    same = {one.aspect: one for one in respects(register, record)}.get(aspect)
    return (same, register.sentence(record)) if same else None


def matching(register: Register, same: Same, by: Actor) -> QuerySet[Any] | None:
    """The standing records within the actor's sight that have it in common; None: the register names no such thing."""
    if not closed.may_see(register, by):
        return None
    return narrowed(queries.visible(register, by).exclude(state__in=NOT_STANDING), register, same)


def narrowed(found: QuerySet[Any], register: Register, same: Same) -> QuerySet[Any] | None:
    """Of these records those that have it in common, the record itself excepted; None: as above."""
    branches = list(_branches(register, same))
    if not branches:
        return None
    if register is same.register:
        found = found.exclude(pk=same.pk)
    # Each way takes its own index; with OR PostgreSQL would read the whole table.
    first, *others = [one.rows.order_by().values(one.owner) for one in branches]
    return found.filter(pk__in=first.union(*others, all=True) if others else first)


def naming(same: Same, by: Actor) -> list[Register]:
    """The registers within the actor's sight in which anything at all has it in common: what is left out has none."""
    ways = {one: list(_branches(one, same)) for one in registers.every() if closed.may_see(one, by)}
    parts = [
        f"SELECT '{one.code}' WHERE {' OR '.join(way.asking for way in found)}"
        for one, found in ways.items()
        if found
    ]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        codes = {row[0] for row in cursor.fetchall()}
    return [one for one in ways if one.code in codes]


def _branches(register: Register, same: Same) -> Iterator[_Branch]:
    for one in register.fields:
        ids = same.ids(one)
        if ids and (one.name != "org" or register.about_owner):
            yield _branch(register.model, one, ids)
    for one in register.line_fields:
        if register.lines and (ids := same.ids(one)):
            yield replace(_branch(register.lines.model, one, ids), owner=register.lines.root)
    for name, model in _person_links(register):
        if persons := same.persons_of(model):
            yield _Branch(register.model, name, persons)
    yield from _cards(register, same)


def _branch(model: type[models.Model], one: Field, ids: tuple[int, ...]) -> _Branch:
    source: Any = model._meta.get_field(one.name)
    if not source.many_to_many:
        return _Branch(model, one.name, ids)
    return _Branch(source.remote_field.through, source.m2m_reverse_field_name(), ids, source.m2m_field_name())


def _cards(register: Register, same: Same) -> Iterator[_Branch]:
    """The record that is itself what is named: the card of the organisation, body, tag or person."""
    model = register.model
    if model is Body and same.bodies:
        yield _Branch(model, "pk", tuple(same.bodies))
    if same.orgs and _leads_to(model, "organisation"):
        yield _Branch(model, "organisation", tuple(same.orgs))
    if same.tags and _leads_to(model, "tag"):
        yield _Branch(model, "tag", tuple(pk for _, pk in same.tags))
    if persons := same.persons_of(model):
        yield _Branch(model, "pk", persons)


def _leads_to(model: type[models.Model], name: str) -> bool:
    """Whether the model is the card of something: there is one for each."""
    return any(field.name == name and field.one_to_one for field in model._meta.concrete_fields)


def _person_links(register: Register) -> list[tuple[str, type[models.Model]]]:
    """Fields that no form shows and that lead to a record of another register: the person that a name was found to be."""
    known = {one.model for one in registers.every()} - {register.model, Body}
    return [
        (field.name, field.related_model)
        for field in register.model._meta.concrete_fields
        if not field.editable and field.is_relation and field.related_model in known
    ]


def _units(register: Register, record: Any) -> tuple[frozenset[int], frozenset[int]]:
    """Organisations and bodies that the record is about or names. Where lines went and who joined is not what it is about."""
    orgs = {
        getattr(record, f"{one.name}_id")
        for one in register.fields
        if one.kind == kinds.ORG and one.name != "org"
    }
    if register.about_owner:
        orgs.add(record.org_id)
    if _leads_to(register.model, "organisation"):
        orgs.add(record.organisation_id)
    bodies = set(_held(record, register.fields))
    for line in register.lines_of(record):
        bodies.update(_held(line, register.line_fields))
    if register.model is Body:
        bodies.add(record.pk)
    return frozenset(orgs - {None}), frozenset(sorted(bodies)[:MOST_NAMED])


def _held(record: Any, fields: Iterable[Field]) -> Iterator[int]:
    for one in fields:
        if one.kind == kinds.BODY and (pk := getattr(record, f"{one.name}_id")):
            yield pk
        elif one.kind == kinds.BODIES:
            yield from (body.pk for body in getattr(record, one.name).all())


def _tags(register: Register, record: Any) -> frozenset[tuple[str, int]]:
    """The tag that the record gives, else those it carries."""
    if _leads_to(register.model, "tag"):
        tag: Tag = record.tag
        return frozenset({(tag.scheme, tag.pk)})
    carried = [one for one in register.fields if one.kind == kinds.TAGS]
    return frozenset((tag.scheme, tag.pk) for one in carried for tag in getattr(record, one.name).all())


def _persons(register: Register, record: Any) -> frozenset[tuple[type[models.Model], int]]:
    links = [(model, getattr(record, f"{name}_id")) for name, model in _person_links(register)]
    named = {one for of in registers.every() for _, one in _person_links(of)}
    if register.model in named:
        links.append((register.model, record.pk))
    return frozenset((model, pk) for model, pk in links if pk)


def _with_namesakes(orgs: frozenset[int], bodies: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """A society may be entered as an organisation and named as a body: of the same name in the same county or city they are one."""
    if not orgs and not bodies:
        return orgs, bodies
    tree = latest_tree()
    rows = Body.objects.unscoped("names of bodies are shared").exclude(state__in=NOT_STANDING)
    known = rows.filter(pk__in=bodies).values_list("name", "org_id") if bodies else ()
    as_orgs = {
        node.id for name, org_id in known for node in tree.by_name.get(name, []) if org_id in _around(node.id)
    }
    around = {org_id: _around(org_id) for org_id in orgs}
    names = [tree.name(org_id) for org_id in orgs]
    named = rows.filter(name__in=names).values_list("pk", "name", "org_id") if names else ()
    as_bodies = {
        pk for pk, name, org_id in named for one in orgs if tree.name(one) == name and org_id in around[one]
    }
    return orgs | as_orgs, bodies | as_bodies


def _around(org_id: int) -> set[int]:
    """What an organisation may be named in: all above it, and all of its county or city."""
    tree = latest_tree()
    return {node.id for node in tree.path(org_id)} | set(tree.subtree(region_of(org_id)))
