"""Many new records at once: rows and facts are built before the write lock is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import connection, models

from kebridge.core.db import guard
from kebridge.core.db.transactions import allocate_ids, insert_rows
from kebridge.core.ledger import store
from kebridge.core.ledger.closing import require_reason_on
from kebridge.core.ledger.postings import Block
from kebridge.core.ledger.sources import Source

UNSAVED = -1
# In a prepared fact the index of its root stands before the key: measure, organisation, day.
_DAY = 3
_BY_INDEX = itemgetter(1, _DAY, 2)


@dataclass
class Prepared:
    """New aggregates of one source, turned into plain rows: nothing here needs the database any more.

    `links` are many-to-many rows by through model: (index of root, other id). `facts` are stored rows: (index of root,
    key, sign), in the order of the ledger's index, which then grows at its end; `first_day` is the earliest of them.
    """

    source: Source
    columns: tuple[str, ...] = ()
    rows: list[list[Any]] = field(default_factory=list)
    lines: dict[type[models.Model], list[tuple[int, list[Any]]]] = field(default_factory=dict)
    links: dict[type[models.Model], list[tuple[int, int]]] = field(default_factory=dict)
    facts: list[tuple[Any, ...]] = field(default_factory=list)
    first_day: date | None = None


def prepare(source: Source, roots: Sequence[Any], tagsets: store.TagSets) -> Prepared:
    """Rows and facts of unsaved aggregates; children and many-to-many sit in the prefetch cache of each root."""
    prepared = Prepared(source)
    fields = _plain_fields(source.model)
    prepared.columns = tuple(field.column for field in fields)
    for index, root in enumerate(roots):
        root.pk, root.revision = UNSAVED, 1
        changes = store.difference(store.keys_of(source.facts(root), tagsets), store.Counter())
        prepared.facts += [(index, *store.storable(key), sign) for key, sign in changes]
        prepared.rows.append(_values(root, fields))
        _prepare_relations(prepared, index, root)
    prepared.facts.sort(key=_BY_INDEX)
    first = min((fact[_DAY] for fact in prepared.facts), default=None)
    prepared.first_day = date.fromisoformat(first) if first else None
    return prepared


def _prepare_relations(prepared: Prepared, index: int, root: Any) -> None:
    for name, members in getattr(root, "_prefetched_objects_cache", {}).items():
        relation = root._meta.get_field(name)
        if relation.many_to_many:
            found = prepared.links.setdefault(relation.remote_field.through, [])
            found.extend((index, member.pk) for member in members)
        else:
            found_lines = prepared.lines.setdefault(relation.related_model, [])
            fields = _plain_fields(relation.related_model)
            found_lines.extend((index, _values(member, fields)) for member in members)


def insert(prepared: Prepared, block: Block) -> list[int]:
    """Write what was prepared, inside the open block; returns the new ids in order."""
    require_reason_on(prepared.first_day, block.reason)
    meta = prepared.source.model._meta
    ids = list(allocate_ids(prepared.source.model, len(prepared.rows)))
    insert_rows(
        meta.db_table,
        ("id", *prepared.columns),
        [(pk, *row) for pk, row in zip(ids, prepared.rows, strict=True)],
    )
    for model, lines in prepared.lines.items():
        fields = _plain_fields(model)
        root_at = next(i for i, f in enumerate(fields) if f.related_model is prepared.source.model)
        rows = [[*row[:root_at], ids[index], *row[root_at + 1 :]] for index, row in lines]
        insert_rows(model._meta.db_table, tuple(field.column for field in fields), rows)
    for through, pairs in prepared.links.items():
        mine, theirs = _through_columns(through, prepared.source.model)
        insert_rows(through._meta.db_table, (mine, theirs), [(ids[index], other) for index, other in pairs])
    _post(prepared, ids, block)
    return ids


def _post(prepared: Prepared, ids: Sequence[int], block: Block) -> None:
    with guard.flushing():
        postings = store.add_postings(
            [(prepared.source.type, pk, 1) for pk in ids],
            at=block.at, actor_id=block.by.user_id, actor_name=block.by.name, reason=block.reason,
        )  # fmt: skip
        store.add_stored_facts([(postings[index], *rest) for index, *rest in prepared.facts])
    for table in prepared.source.tables:
        guard.block.written.discard(table)


def _plain_fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _values(instance: Any, fields: Sequence[Any]) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(instance, True), connection) for field in fields]


def _through_columns(through: type[models.Model], model: type[models.Model]) -> tuple[Any, Any]:
    links = [field for field in through._meta.concrete_fields if field.is_relation]
    mine = next(field for field in links if field.related_model is model)
    theirs = next(field for field in links if field is not mine)
    return mine.column, theirs.column
