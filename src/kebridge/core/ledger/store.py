"""Reading and writing ledger rows in SQL: building model instances would be most of the cost."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from kebridge.core.db import guard
from kebridge.core.db.transactions import (
    allocate_ids,
    in_clause,
    insert_rows,
    last_id,
    read_often,
    write_transaction,
)
from kebridge.core.ledger import measures
from kebridge.core.ledger.models import Posting, TagSet
from kebridge.core.ledger.rows import BASES, ORIGINS, STATES, FactRow

# A fact as stored, without its id, posting and sign: the key by which facts and reversals meet.
KEY_COLUMNS = (
    "measure", "org_id", "day", "since", "quantity", "subject_id", "kind", "level", "grade", "audience",
    "channel", "place", "basis", "state", "origin", "tagset_id",
)  # fmt: skip
Key = tuple[Any, ...]
_POSTING_COLUMNS = (
    "source_type",
    "source_id",
    "revision",
    "at",
    "actor_id",
    "actor_name",
    "reason",
    "restated",
)
_DAY, _SINCE = 2, 3
_KEYS_SQL = ", ".join(f"f.{name}" for name in KEY_COLUMNS)
_CHUNK = 500


def keys_of(facts: Iterable[FactRow], tagsets: "TagSets") -> Counter[Key]:
    """Facts as a multiset of stored keys."""
    found: Counter[Key] = Counter()
    for fact in facts:
        found[
            (
                measures.get(fact.measure).number, fact.org, fact.day, fact.since, fact.quantity, fact.subject,
                fact.kind, fact.level, fact.grade, fact.audience, fact.channel, fact.place,
                BASES[fact.basis], STATES[fact.state], ORIGINS[fact.origin],
                tagsets.id_of(fact.tags) if fact.tags else None,
            )
        ] += 1  # fmt: skip
    return found


class TagSets:
    """Interned sets of tags, for the length of one block."""

    def __init__(self) -> None:
        self._ids: dict[tuple[int, ...], int] = {}

    def id_of(self, tags: tuple[int, ...]) -> int:
        if tags not in self._ids:
            self._ids[tags] = self._find_or_add(tags)
        return self._ids[tags]

    def _find_or_add(self, tags: tuple[int, ...]) -> int:
        ordered = sorted(set(tags))
        key = ",".join(str(tag) for tag in ordered)
        with write_transaction(), guard.flushing():
            tagset, is_new = TagSet.objects.get_or_create(key=key)
            if is_new:
                members = [(tagset.pk, tag) for tag in ordered]
                insert_rows("ledger_tagsetmember", ("tagset_id", "tag_id"), members)
        return int(tagset.pk)


def as_day(value: Any) -> date | None:
    """A date column read by a plain cursor: SQLite may give text."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def net_facts(source_type: str, ids: Sequence[int]) -> dict[int, Counter[Key]]:
    """What the ledger holds of each record: keys with their net signs, zero ones left out."""
    signs: dict[int, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
    for rows in _stored(source_type, ids):
        # Added up here: grouping by sixteen columns costs a database more than it saves.
        for source_id, sign, *key in rows:
            signs[source_id][tuple(key)] += sign
    net = {
        source_id: Counter({_as_key(stored): sign for stored, sign in found.items() if sign})
        for source_id, found in signs.items()
    }
    return {source_id: held for source_id, held in net.items() if held}


def _as_key(stored: Key) -> Key:
    return (*stored[:_DAY], as_day(stored[_DAY]), as_day(stored[_SINCE]), *stored[_SINCE + 1 :])


def _stored(source_type: str, ids: Sequence[int]) -> Iterable[list[tuple[Any, ...]]]:
    found = f"SELECT p.source_id, f.sign, {_KEYS_SQL} FROM ledger_posting p JOIN ledger_fact f ON f.posting_id = p.id"
    if len(ids) == 1:
        yield read_often(f"{found} WHERE p.source_type = %s AND p.source_id = %s", [source_type, ids[0]])
        return
    for start in range(0, len(ids), _CHUNK):
        chunk = in_clause(ids[start : start + _CHUNK])
        with connection.cursor() as cursor:
            cursor.execute(f"{found} WHERE p.source_type = %s AND p.source_id IN {chunk}", [source_type])
            yield cursor.fetchall()


def difference(wanted: Counter[Key], held: Counter[Key]) -> list[tuple[Key, int]]:
    """The signed facts that turn `held` into `wanted`; reversals come first."""
    if dict.__eq__(held, wanted):  # a Counter compares itself element by element
        return []
    rows: list[tuple[Key, int]] = []
    for key in held.keys() | wanted.keys():
        missing = wanted.get(key, 0) - held.get(key, 0)
        sign = 1 if missing > 0 else -1
        rows.extend([(key, sign)] * abs(missing))
    rows.sort(key=lambda row: row[1])
    return rows


def add_postings(rows: Sequence[tuple[str, int, int]], *, at: datetime, actor_id: int | None, actor_name: str,
                 reason: str, restated: bool = False) -> Sequence[int]:  # fmt: skip
    """Insert postings (source type, source, revision); returns their ids in the same order."""
    ids = allocate_ids(Posting, len(rows))
    shared = (stored_moment(at), actor_id, actor_name, reason[:200], restated)
    numbered = [(posting_id, *row, *shared) for posting_id, row in zip(ids, rows, strict=True)]
    insert_rows("ledger_posting", ("id", *_POSTING_COLUMNS), numbered)
    return ids


def add_small_posting(row: tuple[str, int, int], change: Sequence[tuple[Key, int]], *, at: datetime,
                      actor_id: int | None, actor_name: str, reason: str, restated: bool = False) -> None:  # fmt: skip
    """One posting (source type, source, revision) and its few signed facts, without asking for an id first."""
    posting = (*row, stored_moment(at), actor_id, actor_name, reason[:200], restated)
    insert_rows("ledger_posting", _POSTING_COLUMNS, [posting])
    facts = [(*storable(key), sign) for key, sign in change]
    insert_rows("ledger_fact", (*KEY_COLUMNS, "sign"), facts, same={"posting_id": last_id("ledger_posting")})


def add_facts(rows: Sequence[tuple[int, Key, int]]) -> None:
    """Insert facts (posting, key, sign)."""
    add_stored_facts([(posting_id, *storable(key), sign) for posting_id, key, sign in rows])


def add_stored_facts(rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert facts that are stored rows already: posting, key as `storable` gives it, sign."""
    insert_rows("ledger_fact", ("posting_id", *KEY_COLUMNS, "sign"), rows)


def storable(key: Key) -> Key:
    since = key[_SINCE]
    return (*key[:_DAY], key[_DAY].isoformat(), since and since.isoformat(), *key[_SINCE + 1 :])


def stored_moment(at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)
