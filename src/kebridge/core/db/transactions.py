"""Write transactions and small portable SQL helpers."""

import json
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
    """What the running thread sends to the server together; None: each goes at once.

    `inserts` are the SQL, its parameters and its table; `looks` a SELECT of one value and who wants to see that.
    """

    def __init__(self) -> None:
        self.inserts: list[tuple[str, list[Any], str]] | None = None
        self.looks: list[tuple[str, Callable[[Any], None]]] = []


_waiting = _Waiting()


@contextmanager
def in_one_message() -> Iterator[None]:
    """On PostgreSQL the small inserts inside are sent together at the end, as one statement: each costs a wait and a plan."""
    if connection.vendor != "postgresql" or _waiting.inserts is not None:
        yield
        return
    _waiting.inserts, _waiting.looks = [], []
    try:
        yield
        _send_waiting()
    finally:
        _waiting.inserts = None


def _send_waiting() -> None:
    inserts, looks = _waiting.inserts or [], _waiting.looks
    if not inserts and not looks:
        return
    _waiting.inserts, _waiting.looks = [], []
    parts = ", ".join(f"w{place} AS ({sql} RETURNING id)" for place, (sql, _, _) in enumerate(inserts))
    wanted = ", ".join(f"({sql})" for sql, _ in looks) or "1"
    # Each insert passed the guard when it was put here.
    with guard.flushing():
        found = read_often(
            f"{'WITH ' if parts else ''}{parts} SELECT {wanted}",
            [one for _, values, _ in inserts for one in values],
        )
    for (_, see), value in zip(looks, found[0][: len(looks)], strict=True):
        see(value)


def read_often(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement that is asked again and again: PostgreSQL plans it once a connection."""
    database: Any = connection
    if database.vendor == "postgresql":
        # As texts they take the type of their column; numbers would be of another from value to value.
        values = [value if value is None else str(value) for value in values]
        cursor = database.preparing_cursor()
    else:
        cursor = database.cursor()
    with cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def look(sql: str, see: Callable[[Any], None]) -> None:
    """Show `see` the value of a SELECT, now or with the message that waits; what it raises undoes the transaction."""
    if _waiting.inserts is not None:
        _waiting.looks.append((sql, see))
        return
    with connection.cursor() as cursor:
        cursor.execute(sql)
        see(cursor.fetchone()[0])


def last_id(table: str) -> str:
    """SQL for the id that this connection's last insert into `table` was given."""
    if _waiting.inserts is not None:
        return (
            f"(SELECT id FROM w{max(place for place, one in enumerate(_waiting.inserts) if one[2] == table)})"
        )
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
        sql = f'INSERT INTO "{table}" ({names}) '
        if same and _waiting.inserts is not None:
            sql += f"""SELECT {", ".join([*(f'"{name}"' for name in columns), *fixed.values()])}"""
            sql += f' FROM json_populate_recordset(NULL::"{table}", %s)'
            values: list[Any] = [json.dumps([dict(zip(columns, row, strict=True)) for row in rows])]
        else:
            sql += "VALUES " + ", ".join([one] * len(rows))
            values = [value for row in rows for value in row]
        if _waiting.inserts is not None:
            guard.check(sql)
            _waiting.inserts.append((sql, values, table))
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
