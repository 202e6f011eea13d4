"""Write transactions and small portable SQL helpers."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.db import connection, models, transaction

from kebridge.core.db import guard


def write_transaction(*, durable: bool = False) -> Any:
    """The one way to open a write transaction; on SQLite it waits in the fair queue (inside the backend)."""
    return transaction.atomic(durable=durable)


def allocate_ids(model: type[models.Model], count: int) -> range | list[int]:
    """`count` primary keys of `model`, unused so far and taken by the running transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [row[0] for row in cursor.fetchall()]
        # IMMEDIATE transactions hold the only write lock: nobody else can take these.
        cursor.execute(f'SELECT COALESCE(MAX(id), 0) FROM "{table}"')
        last = cursor.fetchone()[0]
        cursor.execute("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        last = max(last, cursor.fetchone()[0])
        return range(last + 1, last + 1 + count)


# Rows up to this number go in one statement.
FEW = 20


class _Waiting(threading.local):
    """Statements of the running thread that go to the server together; None: each goes at once.

    Of each: the SQL, its parameters, and who wants to see the first row it gives.
    """

    statements: list[tuple[str, list[Any], Callable[[Any], None] | None]] | None = None


_waiting = _Waiting()


@contextmanager
def in_one_message() -> Iterator[None]:
    """On PostgreSQL the small inserts inside are sent together at the end, in order: each message costs a wait."""
    if connection.vendor != "postgresql" or _waiting.statements is not None:
        yield
        return
    _waiting.statements = []
    try:
        yield
        _send_waiting()
    finally:
        _waiting.statements = None


def _send_waiting() -> None:
    statements = _waiting.statements or []
    if not statements:
        return
    _waiting.statements = []
    # Each passed the guard when it was put here.
    with guard.flushing(), connection.cursor() as cursor:
        cursor.execute(
            "; ".join(sql for sql, _, _ in statements), [one for _, values, _ in statements for one in values]
        )
        for _, _, see in statements:
            if see:
                see(cursor.fetchone())
            cursor.nextset()


def look(sql: str, see: Callable[[Any], None]) -> None:
    """Show `see` the first row of a SELECT, now or with the message that waits; what it raises undoes the transaction."""
    if _waiting.statements is not None:
        _waiting.statements.append((sql, [], see))
        return
    with connection.cursor() as cursor:
        cursor.execute(sql)
        see(cursor.fetchone())


def last_id(table: str) -> str:
    """SQL for the id that this connection's last insert into `table` was given."""
    if connection.vendor == "postgresql":
        return f"currval(pg_get_serial_sequence('{table}', 'id'))"
    return f"(SELECT seq FROM sqlite_sequence WHERE name = '{table}')"


def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]],
                same: Mapping[str, str] | None = None) -> None:  # fmt: skip
    """Insert plain values: one multi-row statement for a few, COPY or executemany for many.

    `same` are further columns and the SQL that gives every row their value; for a few rows only.
    """
    if not rows:
        return
    fixed = same or {}
    names = ", ".join(f'"{name}"' for name in (*columns, *fixed))
    one = f"({', '.join([*['%s'] * len(columns), *fixed.values()])})"
    if len(rows) <= FEW or same:
        sql = f'INSERT INTO "{table}" ({names}) VALUES ' + ", ".join([one] * len(rows))
        values = [value for row in rows for value in row]
        if _waiting.statements is not None:
            guard.check(sql)
            _waiting.statements.append((sql, values, None))
            return
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
        return
    _send_waiting()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(rows) > 50:
            with cursor.cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES {one}', rows)


def in_clause(values: Iterable[int]) -> str:
    """A list of whole numbers written into SQL; int() keeps it safe and spares parameter limits."""
    return _in_clause(values if isinstance(values, tuple) else tuple(values))


@lru_cache(maxsize=64)
def _in_clause(values: tuple[int, ...]) -> str:
    return "(" + ",".join(str(int(value)) for value in values) + ")"
