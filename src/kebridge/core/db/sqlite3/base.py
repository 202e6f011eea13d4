"""SQLite with the write guard and the fair queue; every write of every part of the program passes here."""

from typing import Any

from django.db.backends.sqlite3 import base, operations, schema

from kebridge.core.db.guard import GuardedFlush, GuardedMixin, GuardedSchema, check, written_tables
from kebridge.core.db.queue import WriterQueue


class DatabaseOperations(GuardedFlush, operations.DatabaseOperations):
    pass


class DatabaseSchemaEditor(GuardedSchema, schema.DatabaseSchemaEditor):
    pass


class QueuedCursor(base.SQLiteCursorWrapper):
    """A statement outside a transaction that writes takes its place in the queue for itself."""

    wrapper: "DatabaseWrapper"

    def execute(self, query: Any, params: Any = None) -> Any:
        with self.wrapper.turn_for(query):
            return super().execute(query, params)

    def executemany(self, query: Any, param_list: Any) -> Any:
        with self.wrapper.turn_for(query):
            return super().executemany(query, param_list)

    def executescript(self, script: str) -> Any:
        check(script)
        with self.wrapper.turn_for(script):
            return super().executescript(script)


class _Turn:
    """Holds the queue for one statement unless a transaction holds it already."""

    def __init__(self, queue: WriterQueue | None) -> None:
        self._queue = queue

    def __enter__(self) -> None:
        if self._queue:
            self._queue.enter()

    def __exit__(self, *exc: object) -> None:
        if self._queue:
            self._queue.leave()


_NO_TURN = _Turn(None)


class DatabaseWrapper(GuardedMixin, base.DatabaseWrapper):
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._writers: WriterQueue | None = None

    @property
    def writers(self) -> WriterQueue | None:
        """The queue of this database's file; none for a database in memory."""
        if self._writers is None and not self.is_in_memory_db():
            self._writers = WriterQueue(f"{self.settings_dict['NAME']}.queue")
        return self._writers

    def turn_for(self, query: str) -> _Turn:
        if self.in_atomic_block or not self.writers or self.writers.held or not written_tables(str(query)):
            return _NO_TURN
        return _Turn(self.writers)

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=QueuedCursor)
        cursor.wrapper = self
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        if self.writers:
            self.writers.enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]
        finally:
            self._leave()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            if self._writers:
                self._writers.close()
                self._writers = None

    def _leave(self) -> None:
        if self._writers:
            self._writers.leave()
