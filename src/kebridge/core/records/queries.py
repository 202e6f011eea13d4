"""Reading records of any register, within an actor's reach."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from kebridge.core.access.actors import Actor
from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.records import closed
from kebridge.core.records import fields as kinds
from kebridge.core.records.fields import Field
from kebridge.core.records.register import Register
from kebridge.core.records.states import NOT_STANDING, OPEN, State

LIKE_ENOUGH = 78
SIMILAR_SHOWN = 5


def _all(register: Register) -> Any:
    """The register's manager, whose query sets are scoped."""
    return register.model._default_manager


def visible(register: Register, by: Actor) -> QuerySet[Any]:
    """All records of the register that the actor may see; those of the closed circle only where he is in it."""
    found: QuerySet[Any] = _all(register).visible_to(by, closed.seeing_verb(register))
    hidden = closed.hidden_rows(register, by)
    return found if hidden is None else found.exclude(hidden)


def find(register: Register, by: Actor, pk: int) -> Any:
    """One visible record with its aggregate. Raises DoesNotExist: none, or none of the actor's."""
    return visible(register, by).prefetch_related(*register.prefetch).get(pk=pk)


def open_ones(found: QuerySet[Any]) -> QuerySet[Any]:
    """Those that wait for somebody. Written out in the statement: SQLite takes the index of open records for that only."""
    words = ", ".join(f"'{state}'" for state in OPEN)
    table = found.model._meta.db_table
    return found.filter(RawSQL(f'"{table}"."state" IN ({words})', [], output_field=BooleanField()))  # noqa: S611 (our own words)


def search(register: Register, by: Actor, wanted: Mapping[str, str]) -> QuerySet[Any]:
    """Records by free text (`q`), state, one's own (`mine`), organisation with all below it, days (`from`, `to`) and filters."""
    found = visible(register, by)
    if wanted.get("state") in OPEN:
        found = open_ones(found)
    found = (
        found.filter(state=wanted["state"]) if wanted.get("state") else found.exclude(state__in=NOT_STANDING)
    )
    if wanted.get("state") == State.PRACTICE or wanted.get("mine"):
        found = found.filter(entered_by=by.user_id)
    if wanted.get("org") and (node := latest_tree().by_code.get(wanted["org"])):
        found = found.filter(org__in=tree_today().subtree(node.id) or [node.id])
    if wanted.get("q"):
        text = Q()
        for name in register.search:
            text |= Q(**{f"{name}__icontains": wanted["q"].strip()})
        found = found.filter(text)
        if any("__" in name for name in register.search):  # several lines of one record may match
            found = found.distinct()
    if register.day and wanted.get("from"):
        found = found.filter(**{f"{register.day}__gte": wanted["from"]})
    if register.day and wanted.get("to"):
        found = found.filter(**{f"{register.day}__lte": wanted["to"]})
    for name in register.filters:
        if wanted.get(name):
            found = found.filter(**_condition(register, name, wanted[name]))
    return found


def names_borne(register: Register, one: Field) -> list[str]:
    """The names of a tag field that some record bears: asked name by name, so that many records cost no more."""
    link: Any = register.model._meta.get_field(one.name)
    through = link.remote_field.through._default_manager
    bearing = through.filter(**{link.m2m_reverse_field_name(): OuterRef("pk")})
    return list(
        Tag.objects.filter(Exists(bearing), scheme=one.scheme).order_by("name").values_list("name", flat=True)
    )


def _condition(register: Register, name: str, value: str) -> dict[str, Any]:
    kind = register.by_name[name].kind
    if kind in (kinds.TAGS, kinds.BODY, kinds.BODIES):
        return {f"{name}__name": value}
    if kind in (kinds.ORG, kinds.ORGS):
        return {f"{name}__code": value}
    return {name: value == "是" if kind == kinds.FLAG else value}


def similar(register: Register, values: Mapping[str, Any], *, exclude: int | None = None) -> list[str]:
    """Sentences on records that may be this one: same day, a like title or the same place, also of other units.

    Of other units only unit, day and title are told.
    """
    rule = register.similar
    if not rule or not values.get(rule.day) or not values.get(rule.title):
        return []
    # rapidfuzz is slow to import and needed on saving only.
    from rapidfuzz import fuzz  # noqa: PLC0415

    day = values[rule.day]
    near = (
        _all(register)
        .unscoped("a doubled record may stand under another unit")
        .filter(**{f"{rule.day}__gte": day - timedelta(days=1), f"{rule.day}__lte": day + timedelta(days=1)})
    )
    found = []
    for record in near.exclude(state__in=NOT_STANDING).exclude(pk=exclude)[:500]:
        title = getattr(record, rule.title)
        same_place = bool(
            rule.place and values.get(rule.place) and getattr(record, rule.place) == values[rule.place]
        )
        likeness = fuzz.token_set_ratio(title, values[rule.title])
        if likeness >= LIKE_ENOUGH or (
            same_place and getattr(record, rule.day) == day and likeness >= LIKE_ENOUGH / 2
        ):
            name = latest_tree().name(record.org_id)
            found.append(f"{name}，{getattr(record, rule.day):%Y-%m-%d}，{title}")
    return found[:SIMILAR_SHOWN]
