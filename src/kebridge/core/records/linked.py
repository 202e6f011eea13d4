"""The lists that records hold (organisations, bodies, tags) read together: Django asks once for each list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models import CharField, F, Value, prefetch_related_objects

from kebridge.core.records.register import Register


def read(register: Register, records: Sequence[Any], names: Iterable[str]) -> None:
    """What `prefetch_related` of these names gives: the lists of the records by one statement, and one for each kind
    of what they hold; other relations as ever."""
    names, meta = tuple(names), register.model._meta
    if not records:
        return
    lists = [one for one in meta.many_to_many if one.name in names]
    if len(lists) > 1:
        _read_lists(lists, records)
    # What stands already is not asked for again.
    prefetch_related_objects(records, *names)


def _read_lists(lists: Sequence[Any], records: Sequence[Any]) -> None:
    first, *rest = (_links(one, [record.pk for record in records]) for one in lists)
    links = list(first.union(*rest, all=True))
    wanted: dict[type[models.Model], set[int]] = defaultdict(set)
    target_of = {one.name: one.related_model for one in lists}
    for name, _, target, _ in links:
        wanted[target_of[name]].add(target)
    known = {
        model: {one.pk: one for one in model._base_manager.filter(pk__in=ids)}
        for model, ids in wanted.items()
    }
    held: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for name, owner, target, _ in sorted(links, key=lambda link: link[3]):
        held[name, owner].append(known[target_of[name]][target])
    for record in records:
        for one in lists:
            _keep(record, one.name, held[one.name, record.pk])


def _links(one: Any, ids: Sequence[int]) -> Any:
    owner, target = one.m2m_field_name(), one.m2m_reverse_field_name()
    rows = one.remote_field.through._base_manager.filter(**{f"{owner}__in": ids}).order_by()
    named = rows.annotate(
        held_as=Value(one.name, output_field=CharField()), held_by=F(f"{owner}_id"), held=F(f"{target}_id")
    )
    return named.values_list("held_as", "held_by", "held", "pk")


def _keep(record: Any, name: str, found: list[Any]) -> None:
    """As Django keeps what it read for `prefetch_related`."""
    kept = getattr(record, name).get_queryset()
    kept._result_cache, kept._prefetch_done = found, True
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    record._prefetched_objects_cache[name] = kept
