"""PostgreSQL with the write guard; it queues writers by itself."""

from typing import Any

import psycopg
from django.db.backends.postgresql import base, operations, schema

from kebridge.core.db.guard import GuardedFlush, GuardedMixin, GuardedSchema, check


class DatabaseOperations(GuardedFlush, operations.DatabaseOperations):
    pass


class DatabaseSchemaEditor(GuardedSchema, schema.DatabaseSchemaEditor):
    pass


class GuardedCursor(base.Cursor):
    """COPY does not pass Django's execute: the guard meets it here."""

    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Any:
        check(str(statement))
        return super().copy(statement, *args, **kwargs)  # type: ignore[misc]


# Asked so often on one connection, a statement is parsed and planned once for all.
_OFTEN = 5


class DatabaseWrapper(GuardedMixin, base.DatabaseWrapper):
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.cursor_factory = GuardedCursor
        connection.prepare_threshold = _OFTEN
        return connection

    def preparing_cursor(self) -> Any:
        """As `cursor()`, but the server keeps the plans of what is asked often. Values are texts, or None."""
        self.ensure_connection()
        return self._prepare_cursor(psycopg.Cursor(self.connection))  # type: ignore[attr-defined]
