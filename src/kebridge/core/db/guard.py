"""The write guard: counted tables are written inside a posting block, append-only tables are never changed.

It stands in the database backends, so save, bulk, update, many-to-many, cascade and raw SQL all meet it.
It reads the statement's text: cheap (SELECT is told by its first word) and the same on every database.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kebridge.core.refusal import Refusal

_READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA", "SET", "SHOW")
_NAME = r'(?:"?\w+"?\s*\.\s*)*"?\w+"?'
_WRITE = re.compile(
    r'(?<![\w".])(INSERT|REPLACE|UPDATE|DELETE|MERGE|TRUNCATE|COPY)\b'
    r"((?:\s+(?:OR\s+\w+|INTO|FROM|ONLY|TABLE)\b)*)\s*"
    rf"({_NAME}(?:\s*\*?\s*,\s*(?:ONLY\s+)?{_NAME})*)",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"\bDO\s+UPDATE\b", re.IGNORECASE)
# Longer statements are multi-row inserts, each unlike the other.
_CACHED_LENGTH = 4000
# What is not SQL: comments, and strings unless SQLite may read them as the name of a table.
_NOISE = re.compile(
    r"/\*.*?\*/|--[^\n]*|\b[eE]'(?:[^'\\]|\\.|'')*'|'((?:[^']|'')*)'|(\"(?:[^\"]|\"\")*\")", re.DOTALL
)
_QUOTES = str.maketrans("`[]", '"""')

_counted: set[str] = set()
_append_only: set[str] = set()
_ledger: set[str] = set()


class UnguardedWrite(Refusal):
    """A statement would have changed counted data without its facts."""


class _Block(threading.local):
    """What the running thread is allowed to write, and what it has written."""

    def __init__(self) -> None:
        self.depth = 0
        self.flushing = 0
        self.maintenance = 0
        self.accounted = 0
        self.written: set[str] = set()


block = _Block()


def counted(table: str) -> None:
    """Rows of `table` post facts: written only inside `posting()`."""
    _counted.add(table)


def append_only(table: str, *, ledger: bool = False) -> None:
    """Rows of `table` are never changed or deleted; a ledger's are added by the ledger alone."""
    _append_only.add(table)
    if ledger:
        _ledger.add(table)


def counted_tables() -> frozenset[str]:
    return frozenset(_counted)


@contextmanager
def flushing() -> Iterator[None]:
    """The ledger itself is writing."""
    block.flushing += 1
    try:
        yield
    finally:
        block.flushing -= 1


@contextmanager
def accounted() -> Iterator[None]:
    """The caller tells the open block which roots its writes reach."""
    block.accounted += 1
    try:
        yield
    finally:
        block.accounted -= 1


@contextmanager
def maintenance() -> Iterator[None]:
    """Schema changes and the emptying of test databases: never around a user's work."""
    block.maintenance += 1
    try:
        yield
    finally:
        block.maintenance -= 1


def written_tables(sql: str) -> tuple[tuple[str, str], ...]:
    """The (verb, table) pairs that a statement writes; UPSERT is an INSERT that may change rows."""
    if sql.lstrip()[:9].upper().startswith(_READS) and ";" not in sql:
        return ()
    return _parse(sql) if len(sql) < _CACHED_LENGTH else _parse.__wrapped__(sql)


@lru_cache(maxsize=1024)
def _parse(sql: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    bare = _NOISE.sub(_without_noise, sql).translate(_QUOTES)
    replaces = _REPLACES.search(bare) is not None
    for verb, options, tables in _WRITE.findall(bare):
        if verb.upper() == "INSERT" and (replaces or "REPLACE" in options.upper()):
            verb = "UPSERT"  # noqa: PLW2901 (the same verb, told apart)
        names = (name.split(".")[-1].split()[-1].strip(' "').lower() for name in tables.split(","))
        found.extend((verb.upper(), name) for name in names)
    return tuple(found)


def _without_noise(match: re.Match[str]) -> str:
    text, name = match.groups()
    if name is not None:
        return name
    return f'"{text}"' if text and text.isidentifier() else " "


def check(sql: str) -> None:
    """Refuse a write that the guard forbids.

    Raises UnguardedWrite: naming the table and what to do.
    """
    for verb, table in written_tables(sql):
        if block.maintenance:
            continue
        if table in _append_only:
            _check_append_only(verb, table)
        if table in _counted:
            if not block.depth:
                raise UnguardedWrite(
                    f"表 {table} 的数据计入台账，只能在 posting 中写入", repair="请通过业务操作写入"
                )
            if not block.accounted:
                block.written.add(table)


def _check_append_only(verb: str, table: str) -> None:
    if verb not in ("INSERT", "COPY"):
        raise UnguardedWrite(f"表 {table} 只增不改，不能修改或删除", repair="请用更正另记一笔")
    if table in _ledger and not block.flushing:
        raise UnguardedWrite(f"表 {table} 只能由程序自己追加", repair="请通过业务操作写入")


class GuardedMixin:
    """A database connection whose every statement passes the guard."""

    execute_wrappers: list[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(_guarded_execute)


def _guarded_execute(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    check(sql)
    return execute(sql, params, many, context)


class GuardedSchema(BaseDatabaseSchemaEditor):
    """Changes of the schema (migrations) are maintenance."""

    def execute(self, sql: Any, params: Any = ()) -> None:
        with maintenance():
            super().execute(sql, params)


class GuardedFlush(BaseDatabaseOperations):
    """Operations whose emptying of tables (tests only) is maintenance."""

    def execute_sql_flush(self, sql_list: Any) -> None:
        with maintenance():
            super().execute_sql_flush(sql_list)
