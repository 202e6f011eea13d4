"""Does the ledger hold exactly what the records count? And posting the difference after a program change."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit.ops import Event
from kebridge.core.db.progress import Progress, untold
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger import sources, store
from kebridge.core.ledger.postings import load_aggregates, post_aggregates, posting
from kebridge.core.ledger.seals import broken_seals, strays

_CHUNK = 1000
UPGRADE = "程序升级"
_RECORDS = "重算业务记录"


@dataclass(frozen=True)
class Difference:
    """A record whose net facts are not what it counts; numbers of facts missing and in excess."""

    source_type: str
    source_id: int
    missing: int
    excess: int
    has_record: bool = True

    def __str__(self) -> str:
        return f"{self.source_type} 第{self.source_id}号记录：少{self.missing}条，多{self.excess}条"


def differences(progress: Progress = untold) -> Iterator[Difference]:
    """Compare every record with the ledger, both ways: records without facts and facts without a record."""
    done, total = (
        0,
        sum(source.model._base_manager.count() for source in sources.every())
        if progress is not untold
        else 0,
    )
    for source in sources.every():
        for ids in _chunks(source):
            progress(_RECORDS, done, total)
            done += len(ids)
            for difference in _compare(source, ids):
                yield from _confirmed(source, difference.source_id)
        yield from _orphans(source)


def problems(progress: Progress = untold) -> Iterator[str]:
    """All that verification finds, in plain words."""
    yield from map(str, differences(progress))
    yield from broken_seals(progress)
    yield from strays()


def restate(*, by: Actor) -> int:
    """Post, as 程序升级, what the program now counts differently; returns the number of records restated."""
    by.require_at(Verb.SEAL, None)
    changed = [found for found in differences() if found.has_record]
    for difference in changed:
        source = sources.get(difference.source_type)
        with posting(by=by, reason=UPGRADE) as block:
            root = block.lock(source.model, difference.source_id)
            block.bump(source, [root.pk])
            aggregates = list(load_aggregates(source, [root.pk]).values())
            post_aggregates(source, aggregates, block, restated=True)
            block.tell(Event("restate", f"{UPGRADE}：{difference}", source.type, root.pk))
    return len(changed)


def _chunks(source: sources.Source) -> Iterator[list[int]]:
    last = 0
    while True:
        ids = list(
            source.model._base_manager.filter(pk__gt=last)
            .order_by("pk")
            .values_list("pk", flat=True)[:_CHUNK]
        )
        if not ids:
            return
        yield ids
        last = ids[-1]


def _compare(source: sources.Source, ids: list[int]) -> Iterator[Difference]:
    tagsets = store.TagSets()
    held = store.net_facts(source.type, ids)
    for root in source.load(ids):
        change = store.difference(
            store.keys_of(source.facts(root), tagsets), held.get(root.pk, store.Counter())
        )
        if change:
            missing = sum(1 for _, sign in change if sign > 0)
            yield Difference(source.type, root.pk, missing, len(change) - missing)


def _confirmed(source: sources.Source, pk: int) -> Iterator[Difference]:
    """The record compared again under its lock: a save between the two readings is no difference."""
    with write_transaction():
        list(source.model._base_manager.select_for_update().filter(pk=pk))
        found = list(_compare(source, [pk]))
    yield from found


def _orphans(source: sources.Source) -> Iterator[Difference]:
    table = source.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT DISTINCT p.source_id FROM ledger_posting p LEFT JOIN "{table}" r ON r.id = p.source_id'
            " WHERE p.source_type = %s AND r.id IS NULL",
            [source.type],
        )
        ids = [row[0] for row in cursor.fetchall()]
    for source_id, net in store.net_facts(source.type, ids).items():
        yield Difference(source.type, source_id, 0, sum(net.values()), has_record=False)
