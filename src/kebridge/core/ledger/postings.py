"""Posting blocks: the only place where counted records are written, and where their facts are posted.

    with posting(by=actor, reason="录入") as block:
        record = block.lock(Visit, pk)
        record.individuals = 120
        record.save()

Leaving the block posts, in the same transaction, the difference between `facts_of(record)` and what the ledger
holds, for every record written in it. UNIQUE(source, revision) turns a lost race into a refusal.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, connection, models
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.audit import ops as audit
from kebridge.core.db import guard
from kebridge.core.db.transactions import in_clause, write_transaction
from kebridge.core.ledger import sources, store
from kebridge.core.ledger.closing import require_reason_for
from kebridge.core.orgs import trees
from kebridge.core.refusal import Refusal


class LostRace(Refusal):
    """Somebody else changed the record in between."""


class Block:
    """One open posting block: what it touched and what it tells the audit."""

    def __init__(self, by: Actor, reason: str) -> None:
        self.by = by
        self.reason = reason
        self.at = timezone.now()
        self.events: list[audit.Event] = []
        self._touched: dict[sources.Source, dict[int, Any]] = {}
        self._bumped: set[tuple[str, int]] = set()

    def lock(self, model: type[models.Model], pk: int) -> Any:
        """The record, freshly read under its row lock. Raises DoesNotExist."""
        return model._base_manager.select_for_update().get(pk=pk)

    def touch(self, root: Any, *, in_hand: bool = False) -> None:
        """The aggregate changed: its facts are due. `in_hand`: the instance holds all that its facts need."""
        source = sources.of_model(type(root))
        known = self._touched.setdefault(source, {})
        known[root.pk] = root if in_hand and not source.prefetch else None

    def next_revision(self, root: Any) -> int:
        """The revision this block gives to a root that is about to be saved."""
        source = sources.of_model(type(root))
        if root.pk is not None and (source.type, root.pk) in self._bumped:
            return int(root.revision)
        return int(root.revision) + 1

    def bumped(self, root: Any) -> None:
        self._bumped.add((sources.of_model(type(root)).type, root.pk))

    def tell(self, event: audit.Event) -> None:
        """Add a line to the audit of this block."""
        self.events.append(event)

    def flush(self) -> None:
        self._require_touched()
        for source, roots in self._touched.items():
            self._post(source, roots)
        if self.events:
            with guard.flushing():
                audit.record(self.events, by=self.by, at=self.at)

    def _require_touched(self) -> None:
        for table in guard.block.written:
            owners = sources.of_table(table)
            if owners and not any(source in self._touched for source in owners):
                raise guard.UnguardedWrite(
                    f"表 {table} 已写入，但没有说明涉及哪条记录", repair="请调用 touch"
                )

    def _post(self, source: sources.Source, roots: dict[int, Any]) -> None:
        late = [pk for pk in roots if (source.type, pk) not in self._bumped]
        if late:
            self.bump(source, late)
        unread = [pk for pk, root in roots.items() if root is None or pk in late]
        loaded = {root.pk: root for root in source.load(unread)} if unread else {}
        aggregates = [loaded.get(pk) or root for pk, root in roots.items()]
        post_aggregates(source, [root for root in aggregates if root is not None], self)

    def bump(self, source: sources.Source, ids: Sequence[int]) -> None:
        """Give roots their next revision without saving them."""
        table = source.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET revision = revision + 1 WHERE id IN {in_clause(ids)}')


def post_aggregates(
    source: sources.Source, roots: Sequence[Any], block: Block, *, restated: bool = False
) -> int:
    """Post the differences of these aggregates, each under its revision; returns the number of facts posted."""
    tagsets = store.TagSets()
    old = [root.pk for root in roots if root.revision > 1]
    held = store.net_facts(source.type, old) if old else {}
    changes = [
        store.difference(store.keys_of(source.facts(root), tagsets), held.get(root.pk, store.Counter()))
        for root in roots
    ]
    if not restated:
        require_reason_for(changes, block.reason)
    with guard.flushing():
        ids = store.add_postings(
            [(source.type, root.pk, root.revision) for root in roots],
            at=block.at, actor_id=block.by.user_id, actor_name=block.by.name, reason=block.reason, restated=restated,
        )  # fmt: skip
        rows = [
            (posting_id, key, sign)
            for posting_id, change in zip(ids, changes, strict=True)
            for key, sign in change
        ]
        store.add_facts(rows)
    return len(rows)


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
    block = Block(by, reason)
    try:
        with write_transaction():
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
