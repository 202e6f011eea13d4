"""PostgreSQL with the write guard; it queues writers by itself."""

from typing import Any

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


class DatabaseWrapper(GuardedMixin, base.DatabaseWrapper):
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor

    def get_new_connection(self, conn_params: Any) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.cursor_factory = GuardedCursor
        return connection
