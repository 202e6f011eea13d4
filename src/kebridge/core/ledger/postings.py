"""Posting blocks: the only place where counted records are written, and where their facts are posted.

    with posting(by=actor, reason="录入") as block:
        record = block.lock(Visit, pk)
        record.individuals = 120
        record.save()

Leaving the block posts, in the same transaction, the difference between `facts_of(record)` and what the ledger
holds, for every record written in it. UNIQUE(source, revision) turns a lost race into a refusal.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import IntegrityError, connection, models
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.audit import ops as audit
from kebridge.core.db import guard
from kebridge.core.db.transactions import FEW, in_clause, in_one_message, write_transaction
from kebridge.core.ledger import sources, store
from kebridge.core.ledger.closing import require_reason_for
from kebridge.core.ledger.rows import FactRow
from kebridge.core.orgs import trees
from kebridge.core.refusal import Refusal


class LostRace(Refusal):
    """Somebody else changed the record in between."""


class Aggregate(NamedTuple):
    """A root with what its whole aggregate counts, as stored at that moment."""

    pk: int
    revision: int
    facts: list[FactRow]


def _aggregate(source: sources.Source, root: Any) -> Aggregate:
    return Aggregate(root.pk, root.revision, list(source.facts(root)))


def load_aggregates(source: sources.Source, ids: Sequence[int]) -> dict[int, Aggregate]:
    """What these roots count as they are stored now."""
    return {root.pk: _aggregate(source, root) for root in source.load(ids)} if ids else {}


class Block:
    """One open posting block: what it touched and what it tells the audit."""

    def __init__(self, by: Actor, reason: str) -> None:
        """Made inside its transaction: savepoints opened later may be rolled back while it stays."""
        self.by = by
        self.reason = reason
        self.at = timezone.now()
        self.events: list[audit.Event] = []
        self._touched: dict[sources.Source, dict[int, Aggregate | None]] = {}
        self._declared: set[sources.Source] = set()
        self._bumped: dict[tuple[str, int], int] = {}
        self._in_savepoint: set[tuple[str, int]] = set()
        self._savepoints = len(connection.savepoint_ids)

    def lock(self, model: type[models.Model], pk: int) -> Any:
        """The record, freshly read under its row lock. Raises DoesNotExist."""
        return model._base_manager.select_for_update().get(pk=pk)

    def touch(self, root: Any) -> None:
        """The aggregate was changed by SQL that does not tell so itself: its facts are due."""
        self._declared.add(sources.of_model(type(root)))
        self.note_ids(type(root), [root.pk])

    def note_ids(self, model: type[models.Model], ids: Iterable[int]) -> None:
        """Facts of these roots are due; what they count is read when the block ends."""
        self._touched.setdefault(sources.of_model(model), {}).update(dict.fromkeys(ids))

    def next_revision(self, root: Any) -> int:
        """The revision this block gives to a root that is about to be saved."""
        key = (sources.of_model(type(root)).type, root.pk)
        if key in self._bumped and (key not in self._in_savepoint or self._bumped[key] == root.revision):
            return int(root.revision)
        return int(root.revision) + 1

    def saved(self, root: Any, *, is_partial: bool) -> None:
        """A root was saved. A simple one is counted as it stands in hand, unless the database may hold another."""
        source = sources.of_model(type(root))
        self._bumped[(source.type, root.pk)] = root.revision
        is_undoable = len(connection.savepoint_ids) > self._savepoints
        if is_undoable:
            self._in_savepoint.add((source.type, root.pk))
        may_differ = (
            source.prefetch
            or is_partial
            or is_undoable
            or any(hasattr(value, "resolve_expression") for value in vars(root).values())
        )
        self._touched.setdefault(source, {})[root.pk] = None if may_differ else _aggregate(source, root)

    def tell(self, event: audit.Event) -> None:
        """Add a line to the audit of this block."""
        self.events.append(event)

    def flush(self) -> None:
        self._require_touched()
        with in_one_message():
            for source, roots in self._touched.items():
                self._post(source, roots)
            if self.events:
                audit.record(self.events, by=self.by, at=self.at)

    def _require_touched(self) -> None:
        for table in guard.block.written:
            owners = sources.of_table(table)
            if owners and not any(source in self._declared for source in owners):
                raise guard.UnguardedWrite(
                    f"表 {table} 已写入，但没有说明涉及哪条记录", repair="请调用 touch"
                )

    def _post(self, source: sources.Source, touched: dict[int, Aggregate | None]) -> None:
        late = [pk for pk in touched if (source.type, pk) not in self._bumped]
        self.bump(source, late)
        loaded = load_aggregates(source, [pk for pk, known in touched.items() if known is None])
        # A savepoint was rolled back after the save: the row has its old revision, which is posted already.
        undone = [
            pk
            for pk, found in loaded.items()
            if self._bumped.get((source.type, pk), found.revision) != found.revision
        ]
        self.bump(source, undone)
        loaded.update(load_aggregates(source, undone))
        aggregates = [known or loaded.get(pk) for pk, known in touched.items()]
        post_aggregates(source, [found for found in aggregates if found is not None], self)

    def bump(self, source: sources.Source, ids: Sequence[int]) -> None:
        """Give roots their next revision without saving them."""
        if not ids:
            return
        table = source.model._meta.db_table
        with guard.accounted(), connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET revision = revision + 1 WHERE id IN {in_clause(ids)}')


def post_aggregates(
    source: sources.Source, roots: Sequence[Aggregate], block: Block, *, restated: bool = False
) -> int:
    """Post the differences of these aggregates, each under its revision; returns the number of facts posted."""
    tagsets = store.TagSets()
    old = [root.pk for root in roots if root.revision > 1]
    held = store.net_facts(source.type, old) if old else {}
    changes = [
        store.difference(store.keys_of(root.facts, tagsets), held.get(root.pk, store.Counter()))
        for root in roots
    ]
    if not restated:
        require_reason_for(changes, block.reason)
    postings = [(source.type, root.pk, root.revision) for root in roots]
    common: dict[str, Any] = {
        "at": block.at, "actor_id": block.by.user_id, "actor_name": block.by.name, "reason": block.reason,
        "restated": restated,
    }  # fmt: skip
    with guard.flushing():
        if len(postings) == 1 and len(changes[0]) <= FEW:
            store.add_small_posting(postings[0], changes[0], **common)
        else:
            ids = store.add_postings(postings, **common)
            numbered = zip(ids, changes, strict=True)
            store.add_facts(
                [(posting_id, key, sign) for posting_id, change in numbered for key, sign in change]
            )
    return sum(map(len, changes))


class _Current(threading.local):
    block: Block | None = None


_current = _Current()


def current_block() -> Block:
    """The open block. Raises UnguardedWrite: there is none."""
    if _current.block is None:
        raise guard.UnguardedWrite("计入台账的记录只能在 posting 中写入", repair="请通过业务操作写入")
    return _current.block


@contextmanager
def posting(*, by: Actor, reason: str = "") -> Iterator[Block]:
    """Open a posting block (within another: join it).

    Raises LostRace: a record was changed by somebody else since it was read; nothing was written.
    """
    if _current.block is not None:
        yield _current.block
        return
    try:
        with write_transaction():
            block = Block(by, reason)
            _open(block)
            try:
                yield block
                block.flush()
            finally:
                _close()
    except IntegrityError as error:
        trees.forget_all()
        if "ledger_posting" in str(error):
            raise LostRace("这条记录刚刚被别人修改过", repair="请刷新后，在最新内容上再改一次") from error
        raise
    except BaseException:
        trees.forget_all()
        raise


def _open(block: Block) -> None:
    _current.block = block
    guard.block.depth += 1
    guard.block.written = set()


def _close() -> None:
    _current.block = None
    guard.block.depth -= 1
