"""A database of another version is refused before anybody works in it."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from kebridge.core.db import shape
from kebridge.core.refusal import Refusal


@pytest.mark.django_db
def test_a_fresh_database_fits():
    assert shape.missing() == []
    call_command("migrate", verbosity=0)


@pytest.mark.django_db
def test_a_missing_column_or_table_is_named(monkeypatch):
    known = connection.introspection.get_table_description
    tables = connection.introspection.table_names

    def older(cursor, table):
        return [one for one in known(cursor, table) if (table, one.name) != ("activities_activity", "topic")]

    monkeypatch.setattr(connection.introspection, "get_table_description", older)
    monkeypatch.setattr(
        connection.introspection,
        "table_names",
        lambda cursor: [one for one in tables(cursor) if one != "honours_ranking"],
    )
    assert set(shape.missing()) == {"activities_activity.topic", "honours_ranking"}
    with pytest.raises(Refusal, match="与这个版本的程序不符"):
        shape.require_fitting()
    for command in (["migrate", "--verbosity", "0"], ["serve", "127.0.0.1:1"]):
        with pytest.raises(CommandError, match=r"缺少.*activities_activity\.topic"):
            call_command(*command)
