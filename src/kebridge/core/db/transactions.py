"""Write transactions and small portable SQL helpers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models, transaction


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


def insert_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert plain values: one multi-row statement for a few, COPY or executemany for many."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(rows) > 50:
            with cursor.cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            return
        one = "(" + ", ".join(["%s"] * len(columns)) + ")"
        if len(rows) <= 20:
            sql = f'INSERT INTO "{table}" ({names}) VALUES ' + ", ".join([one] * len(rows))
            cursor.execute(sql, [value for row in rows for value in row])
        else:
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES {one}', rows)


def in_clause(values: Iterable[int]) -> str:
    """A list of whole numbers written into SQL; int() keeps it safe and spares parameter limits."""
    return "(" + ",".join(str(int(value)) for value in values) + ")"
