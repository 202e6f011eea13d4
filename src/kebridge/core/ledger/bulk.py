"""Many new records at once: rows and facts are built before the write lock is taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import connection, models

from kebridge.core.db import guard
from kebridge.core.db.transactions import allocate_ids, insert_rows
from kebridge.core.ledger import store
from kebridge.core.ledger.closing import require_reason_on
from kebridge.core.ledger.models import Posting
from kebridge.core.ledger.postings import Block
from kebridge.core.ledger.sources import Source

UNSAVED = -1
Row = tuple[Any, ...]
# In a prepared fact the index of its root stands before the key: measure, organisation, day.
_DAY = 3
_BY_INDEX = itemgetter(1, _DAY, 2)


@dataclass
class Prepared:
    """New aggregates of one source, turned into plain rows: nothing here needs the database any more.

    Rows hold the number of their root, and facts that of their posting, counted from `first_root` and `first_posting`: on
    SQLite these are foreseen before the lock (`foresee`), and set right inside it if others wrote meanwhile.
    `links` are many-to-many rows by through model: (root, other id). Facts stand in the order of the ledger's index.
    """

    source: Source
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    lines: dict[type[models.Model], list[Row]] = field(default_factory=dict)
    links: dict[type[models.Model], list[Row]] = field(default_factory=dict)
    facts: list[Row] = field(default_factory=list)
    first_day: date | None = None
    first_root: int = 0
    first_posting: int = 0


def prepare(source: Source, roots: Sequence[Any], tagsets: store.TagSets) -> Prepared:
    """Rows and facts of unsaved aggregates; children and many-to-many sit in the prefetch cache of each root."""
    prepared = Prepared(source)
    fields = _plain_fields(source.model)
    prepared.columns = ("id", *(field.column for field in fields))
    for index, root in enumerate(roots):
        root.pk, root.revision = UNSAVED, 1
        changes = store.difference(store.keys_of(source.facts(root), tagsets), store.Counter())
        prepared.facts += [(index, *store.storable(key), sign) for key, sign in changes]
        prepared.rows.append((index, *_values(root, fields)))
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
            found = prepared.lines.setdefault(relation.related_model, [])
            fields = _line_fields(relation.related_model, prepared.source.model)
            found.extend((index, *_values(member, fields[1:])) for member in members)


def foresee(chunks: Iterable[Prepared], postings_before: int = 0) -> None:
    """Number the rows as SQLite will, if nobody else writes before the lock is taken; elsewhere nothing is foreseen.

    `postings_before`: how many postings the block makes before these.
    """
    if connection.vendor != "sqlite":
        return
    posting = allocate_ids(Posting, 1)[0] + postings_before
    roots: dict[Any, int] = {}
    for prepared in chunks:
        model, count = prepared.source.model, len(prepared.rows)
        root = roots.get(model) or allocate_ids(model, 1)[0]
        _number_roots(prepared, range(root, root + count))
        _number_facts(prepared, range(posting, posting + count))
        roots[model], posting = root + count, posting + count


def insert(prepared: Prepared, block: Block) -> list[int]:
    """Write what was prepared, inside the open block; returns the new ids in order."""
    require_reason_on(prepared.first_day, block.reason)
    model = prepared.source.model
    ids = allocate_ids(model, len(prepared.rows))
    _number_roots(prepared, ids)
    insert_rows(model._meta.db_table, prepared.columns, prepared.rows)
    for line_model, lines in prepared.lines.items():
        columns = tuple(field.column for field in _line_fields(line_model, model))
        insert_rows(line_model._meta.db_table, columns, lines)
    for through, pairs in prepared.links.items():
        insert_rows(through._meta.db_table, _through_columns(through, model), pairs)
    _post(prepared, ids, block)
    return list(ids)


def _post(prepared: Prepared, ids: Sequence[int], block: Block) -> None:
    with guard.flushing():
        postings = store.add_postings(
            [(prepared.source.type, pk, 1) for pk in ids],
            at=block.at, actor_id=block.by.user_id, actor_name=block.by.name, reason=block.reason,
        )  # fmt: skip
        _number_facts(prepared, postings)
        store.add_stored_facts(prepared.facts)
    for table in prepared.source.tables:
        guard.block.written.discard(table)


def _number_roots(prepared: Prepared, ids: Sequence[int]) -> None:
    first = prepared.first_root
    if _is_run(ids, first):
        return
    prepared.rows = [(ids[row[0] - first], *row[1:]) for row in prepared.rows]
    for held in (prepared.lines, prepared.links):
        for model, rows in held.items():
            held[model] = [(ids[row[0] - first], *row[1:]) for row in rows]
    prepared.first_root = ids[0] if ids else first


def _number_facts(prepared: Prepared, postings: Sequence[int]) -> None:
    first = prepared.first_posting
    if _is_run(postings, first):
        return
    prepared.facts = [(postings[fact[0] - first], *fact[1:]) for fact in prepared.facts]
    prepared.first_posting = postings[0] if postings else first


def _is_run(ids: Sequence[int], first: int) -> bool:
    """Whether these are the numbers from `first` on, as foreseen."""
    return isinstance(ids, range) and ids.start == first


def _plain_fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _values(instance: Any, fields: Sequence[Any]) -> list[Any]:
    return [field.get_db_prep_save(field.pre_save(instance, True), connection) for field in fields]


def _line_fields(line_model: type[models.Model], root_model: Any) -> list[Any]:
    """The stored fields of a line, the one that leads to its root first."""
    fields = _plain_fields(line_model)
    root = next(field for field in fields if field.related_model is root_model)
    return [root, *(field for field in fields if field is not root)]


def _through_columns(through: type[models.Model], model: type[models.Model]) -> tuple[Any, Any]:
    links = [field for field in through._meta.concrete_fields if field.is_relation]
    mine = next(field for field in links if field.related_model is model)
    theirs = next(field for field in links if field is not mine)
    return mine.column, theirs.column
