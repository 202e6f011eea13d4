"""What was computed from the ledger and the records is kept for all processes until the ledger moves on.

Every change of a record makes a posting, so what was computed at one position holds as long as no posting was added. The
position is told by the newest posting itself (its moment too: a restored backup gives the same numbers again) and, where
postings may be committed out of order, by how many of the newest numbers are taken.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.utils import timezone

_PACKAGE = Path(__file__).resolve().parents[2]
_SOURCES = ("*.py", "*.yaml", "*.html")
# A posting that was numbered this many postings ago is surely committed.
_WINDOW = 20_000
_MISSING = object()
_held: ContextVar[list[str] | None] = ContextVar("held", default=None)


@contextmanager
def one_position() -> Iterator[None]:
    """The position is asked for once inside: for what only reads, such as the making of a page.

    What is posted meanwhile may already be in what is kept under the position of the beginning; nobody who asks later
    asks for that.
    """
    token = _held.set([])
    try:
        yield
    finally:
        _held.reset(token)


def position() -> str:
    """The position of the ledger; inside `one_position` that at the first asking."""
    held = _held.get()
    if held is None:
        return _asked()
    if not held:
        held.append(_asked())
    return held[0]


def _asked() -> str:
    """In one cheap statement."""
    columns = "p.id, p.at, p.source_type, p.source_id, p.revision"
    if connection.vendor == "postgresql":
        columns += f", (SELECT COUNT(*) FROM ledger_posting w WHERE w.id > p.id - {_WINDOW})"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM ledger_posting p ORDER BY p.id DESC LIMIT 1")
        return repr(cursor.fetchone())


def recall(name: str, *parts: Any) -> Any:
    """What was kept under this name at the present position, or None."""
    return None if connection.in_atomic_block else cache.get(_key(name, parts))


def remembered(name: str, *parts: Any, make: Callable[[], Any]) -> Any:
    """What `make` gives, computed once a position. `parts`: all else that the answer depends on, the reader's reach too.

    Inside a transaction nothing is kept: it may see what is never committed.
    """
    if connection.in_atomic_block:
        return make()
    key = _key(name, parts)
    found = cache.get(key, _MISSING)
    if found is _MISSING:
        found = make()
        # Kept under the position read before: what was posted meanwhile has a new one.
        cache.set(key, found)
    return found


def _key(name: str, parts: tuple[Any, ...]) -> str:
    database = connection.settings_dict
    whole = (
        program(),
        database["NAME"],
        database["HOST"],
        position(),
        timezone.localdate().isoformat(),
        parts,
    )
    return f"{name}-{hashlib.sha256(repr(whole).encode()).hexdigest()}"


@lru_cache(maxsize=1)
def program() -> str:
    """Which program computes: a new one computes all anew."""
    newest = max(path.stat().st_mtime_ns for kind in _SOURCES for path in _PACKAGE.rglob(kind))
    return str(newest)
