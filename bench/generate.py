"""A ledger of N facts, made inside the database by whole-number arithmetic: the same rows on SQLite and PostgreSQL."""

from typing import Any

from django.db import connection

from bench.city import DISTINCT, FIRST_DAY, FIRST_MEASURE, MEASURES, SNAPSHOTS, STOCKS, TAGSETS, City
from kebridge.core.db import guard
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger.models import Fact

DAYS = 3653  # ten years
FACTS_OF_RECORD = 3
_MODULUS = 2_147_483_647
_BULK = 100_000

_COLUMNS = (
    "posting_id, measure, org_id, day, since, quantity, sign, subject_id, kind, level, grade, audience, channel, place,"
    " basis, state, origin, tagset_id"
)


def fill(city: City, facts: int) -> None:
    """Add postings of three facts each, dated over ten years in the order of entry; every fiftieth is a reversal."""
    indexes = list(Fact._meta.indexes) if facts >= _BULK and not connection.in_atomic_block else []
    with guard.maintenance():
        _change_indexes(indexes, "remove_index")
        with write_transaction(), connection.cursor() as cursor:
            _without_checks(cursor)
            cursor.execute("SELECT COALESCE(MAX(id), 0) FROM ledger_posting")
            first = cursor.fetchone()[0] + 1
            cursor.execute(_postings(first, facts // FACTS_OF_RECORD + 1))
            cursor.execute(_facts(city, first, facts))
            count_on(cursor, "ledger_posting")
        _change_indexes(indexes, "add_index")
    settle()


def count_on(cursor: Any, table: str) -> None:
    """Let PostgreSQL number on after rows that came with their ids."""
    if connection.vendor == "postgresql":
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), MAX(id)) FROM {table}")


def settle() -> None:
    """What PostgreSQL does by itself some minutes after a load; SQLite is measured as it is."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor, guard.maintenance():
            cursor.execute("VACUUM ANALYZE")


def _without_checks(cursor: Any) -> None:
    """Millions of foreign keys that are right by construction need no checking one by one."""
    if connection.vendor == "postgresql":
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = CURRENT_USER")
        if cursor.fetchone()[0]:
            cursor.execute("SET LOCAL session_replication_role = replica")


def _change_indexes(indexes: list[Any], how: str) -> None:
    if not indexes:
        return
    with connection.schema_editor() as editor:
        for index in indexes:
            getattr(editor, how)(Fact, index)


def numbers(count: int) -> str:
    """A table `n` of the whole numbers from 0, as a FROM clause can take it."""
    if connection.vendor == "postgresql":
        return f"generate_series(0::bigint, {count - 1}) AS n(i)"
    return (
        "(WITH RECURSIVE steps(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM steps"
        f" WHERE i < {count - 1}) SELECT i FROM steps) AS n"
    )


def scattered(multiplier: int, choices: int, of: str = "j") -> str:
    """A number below `choices` that looks random from row to row."""
    return f"(({of} * {multiplier} + 12345) % {_MODULUS} / 1024 % {choices})"


def _days_after(days: str) -> str:
    if connection.vendor == "postgresql":
        return f"(DATE '{FIRST_DAY}' + CAST({days} AS integer))"
    return f"date('{FIRST_DAY}', '+' || ({days}) || ' days')"


def _postings(first: int, count: int) -> str:
    false = "FALSE" if connection.vendor == "postgresql" else "0"
    return (
        "INSERT INTO ledger_posting (id, source_type, source_id, revision, at, actor_id, actor_name, reason, restated)"
        f" SELECT {first} + i, 'bench', {first} + i, 1, '2025-01-02 08:00:00', NULL, '测量', '', {false}"
        f" FROM {numbers(count)}"
    )


def _facts(city: City, first: int, facts: int) -> str:
    """A reversal repeats the row before it (`j`) with the other sign."""
    day = "(CASE WHEN d < 0 THEN 0 ELSE d END)"
    quantity = (
        f"CASE WHEN m >= {DISTINCT} THEN 1 WHEN m >= {SNAPSHOTS} THEN 1000 + q"
        f" WHEN m >= {STOCKS} THEN (CASE WHEN q % 10 = 0 THEN -1 ELSE 1 END) ELSE 1 + q % 500 END"
    )
    # A few months' totals of the first two years, as offices have them from before the system.
    is_summary = f"(m BETWEEN 20 AND 29 AND s = 0 AND j < {facts // 5})"
    inner = (
        f"SELECT i, j, {scattered(1103515245, MEASURES)} AS m, {scattered(69621, 20)} AS s,"
        f" {scattered(48271, 9000)} AS q, {scattered(630360016, 9973)} AS k,"
        f" j / {FACTS_OF_RECORD} * {DAYS} / {facts // FACTS_OF_RECORD + 1}"
        f" - {scattered(16807, 30, f'(j / {FACTS_OF_RECORD})')} AS d"
        f" FROM (SELECT i, CASE WHEN i % 50 = 49 THEN i - 1 ELSE i END AS j FROM {numbers(facts)}) reversing"
    )
    return (
        f"INSERT INTO ledger_fact ({_COLUMNS})"
        f" SELECT {first} + i / {FACTS_OF_RECORD}, {FIRST_MEASURE} + m,"
        f" {city.first_org} + {scattered(742938285, city.orgs, f'(j / {FACTS_OF_RECORD})')}, {_days_after(day)},"
        f" CASE WHEN {is_summary} THEN {_days_after(day)} END, {quantity}, CASE WHEN i <> j THEN -1 ELSE 1 END,"
        f" CASE WHEN m >= {DISTINCT} THEN 1 + {scattered(1203248318, facts // 500 + 20)} END,"
        " CASE WHEN k % 7 = 0 THEN '' ELSE 'k' || k % 7 END, '', '',"
        " CASE WHEN k % 3 = 0 THEN 'young' ELSE 'public' END, CASE WHEN k % 2 = 0 THEN 'online' ELSE 'site' END, '',"
        f" k % 5, CASE WHEN k % 100 = 0 THEN 1 ELSE 0 END, CASE WHEN {is_summary} THEN 1 ELSE 0 END,"
        f" CASE WHEN k % 10 < 3 THEN {city.first_tagset} + k / 10 % {TAGSETS} END FROM ({inner}) made"
    )
