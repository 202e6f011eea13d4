"""Which words the facts of the ledger bear: every combination of measure, tags and dimensions that was ever posted.

Facts are only added, so what was read once stays read: it is kept, and a later check reads the new postings alone.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core.cache import cache
from django.db import connection

from kebridge.core.db.transactions import in_clause
from kebridge.core.ledger.remembering import remembered

DIMENSIONS = ("kind", "level", "grade", "audience", "channel", "place")
# Postings are numbered before they are committed: of the newest some may still be missing where many write at once.
_STILL_OPEN = {"postgresql": 20_000}
_KEPT_SECONDS = 30 * 24 * 3600

Rows = frozenset[tuple[Any, ...]]


def words_of_facts(orgs: Sequence[int] | None) -> Rows:
    """Rows of measure, tag set and the dimensions, of these organisations (None: of all)."""
    if connection.in_atomic_block:
        return _read(0, orgs)  # it may see what is never committed
    found: Rows = remembered("fact-words", orgs, make=lambda: _grown(orgs))
    return found


def _grown(orgs: Sequence[int] | None) -> Rows:
    """What was kept, with the words of the postings since."""
    key = _key(orgs)
    upto, mark, rows = cache.get(key) or (0, "", frozenset())
    if upto and _settled(upto) != (upto, mark):  # a restored backup gives the same numbers again
        upto, rows = 0, frozenset()
    settled, mark = _settled()
    rows = rows | _read(upto, orgs)
    if settled:
        cache.set(key, (settled, mark, rows), _KEPT_SECONDS)
    return rows


def _settled(upto: int | None = None) -> tuple[int, str]:
    """The newest posting (up to one) below which none can still appear, and what tells it from another of that number."""
    back = _STILL_OPEN.get(connection.vendor, 0)
    where = f"id <= {int(upto)}" if upto else f"id <= (SELECT MAX(id) - {back} FROM ledger_posting)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, at, source_type, source_id, revision FROM ledger_posting WHERE {where} ORDER BY id DESC LIMIT 1"
        )
        row = cursor.fetchone()
    return (row[0], repr(row)) if row else (0, "")


def _read(after: int, orgs: Sequence[int] | None) -> Rows:
    limits = [f"posting_id > {int(after)}"] if after else []
    if orgs is not None:
        limits.append(f"org_id IN {in_clause(orgs)}")
    where = f" WHERE {' AND '.join(limits)}" if limits else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT measure, tagset_id, {', '.join(DIMENSIONS)} FROM ledger_fact{where}")
        return frozenset(cursor.fetchall())


def _key(orgs: Sequence[int] | None) -> str:
    database = connection.settings_dict
    whole = repr((database["NAME"], database["HOST"], orgs))
    return f"fact-words-kept-{hashlib.sha256(whole.encode()).hexdigest()}"
