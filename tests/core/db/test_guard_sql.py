"""The write guard reads SQL: every way of writing a counted table is seen, reading is never mistaken for it."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from kebridge.core.db import guard
from kebridge.core.db.guard import UnguardedWrite, written_tables
from kebridge.core.records.models import RegisterSetting

WRITES = {
    "INSERT INTO t (a) VALUES (1)": "INSERT",
    'insert into "t" (a) values (1)': "INSERT",
    'INSERT INTO"t"(a) VALUES (1)': "INSERT",
    "INSERT INTO t SELECT * FROM other": "INSERT",
    "INSERT OR IGNORE INTO t VALUES (1)": "INSERT",
    "INSERT OR REPLACE INTO t VALUES (1)": "UPSERT",
    "REPLACE INTO t VALUES (1)": "REPLACE",
    "INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2": "UPSERT",
    "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING": "INSERT",
    "UPDATE t SET a = 1": "UPDATE",
    "UpDaTe\n\tt\nset a = 1": "UPDATE",
    "UPDATE OR IGNORE t SET a = 1": "UPDATE",
    "UPDATE ONLY t SET a = 1": "UPDATE",
    'UPDATE "public"."t" SET a = 1': "UPDATE",
    'UPDATE main . "T" SET a = 1': "UPDATE",
    "UPDATE city.public.t SET a = 1": "UPDATE",
    "UPDATE `t` SET a = 1": "UPDATE",
    "UPDATE [t] SET a = 1": "UPDATE",
    "UPDATE 't' SET a = 1": "UPDATE",
    "UPDATE/* why */t SET a = 1": "UPDATE",
    "-- a remark\nUPDATE t SET a = 1": "UPDATE",
    "/* SELECT */ UPDATE -- more\n t SET a = '--'": "UPDATE",
    "DELETE FROM t": "DELETE",
    'DELETE FROM"t"WHERE 1': "DELETE",
    "DELETE FROM ONLY t USING other": "DELETE",
    "WITH old AS (SELECT 1) DELETE FROM t": "DELETE",
    "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone": "DELETE",
    "WITH a AS (SELECT '-- no remark') DELETE FROM t": "DELETE",
    "WITH a AS (SELECT '/* no remark') DELETE FROM t WHERE a = '*/'": "DELETE",
    "SELECT 1; DELETE FROM t": "DELETE",
    "BEGIN; DELETE FROM t; COMMIT": "DELETE",
    "EXPLAIN ANALYZE DELETE FROM t": "DELETE",
    "DO $$ BEGIN DELETE FROM t; END $$": "DELETE",
    "TRUNCATE t": "TRUNCATE",
    "TRUNCATE TABLE other, ONLY t CASCADE": "TRUNCATE",
    "MERGE INTO t USING other ON t.a = other.a WHEN MATCHED THEN DELETE": "MERGE",
    "COPY t (a) FROM STDIN": "COPY",
}
READS = (
    "SELECT * FROM t",
    "SELECT 'delete from t; update t set a = 1' FROM t",
    "SELECT replace(a, 'update t', 'insert into t') FROM t",
    "SELECT a AS \"update t\" FROM t WHERE b = 'DELETE'",
    "SELECT * FROM t FOR UPDATE OF t",
    "WITH x AS (SELECT 'delete from t') SELECT replace(a, 'x', 'y'), \"delete\" FROM t FOR UPDATE",
    "-- update t set a = 1\nSELECT 1",
    "/* delete from t */ SELECT 1",
    "SAVEPOINT s",
    "UPDATE other SET a = (SELECT a FROM t)",
    "INSERT INTO other SELECT * FROM t",
    "DELETE FROM other WHERE a = 'delete from t'",
    "UPDATE tt SET t = 1",
)


@pytest.mark.parametrize("sql", WRITES)
def test_a_write_is_seen_however_it_is_written(sql):
    assert [verb for verb, table in written_tables(sql) if table == "t"] == [WRITES[sql]]


@pytest.mark.parametrize("sql", READS)
def test_reading_or_mentioning_is_no_write(sql):
    assert [verb for verb, table in written_tables(sql) if table == "t"] == []


def test_a_statement_too_long_to_remember_is_read_all_the_same():
    sql = "INSERT INTO t VALUES " + ", ".join(["(%s)"] * 3000)
    assert written_tables(sql) == (("INSERT", "t"),)


@given(
    st.lists(st.sampled_from([" ", "\n", "\t", "/**/", "/* UPDATE other */", "-- from other\n"]), min_size=1),
    st.sampled_from(["UPDATE{}t SET a = 1", "DELETE{0}FROM{0}t", "INSERT{0}INTO{0}t VALUES (1)"]),
    st.booleans(),
)
def test_spaces_remarks_and_case_hide_nothing(gaps, shape, is_upper):
    sql = shape.format("".join(gaps))
    assert [table for _, table in written_tables(sql.upper() if is_upper else sql.lower())] == ["t"]


@pytest.mark.django_db
def test_other_tables_are_written_freely():
    RegisterSetting.objects.create(register="x")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_registersetting SET review = review")
    assert RegisterSetting.objects.count() == 1


@pytest.mark.django_db
def test_a_refused_statement_leaves_the_transaction_usable():
    with transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(UnguardedWrite):
            cursor.execute("DELETE FROM venues_visitday")
        cursor.execute("SELECT COUNT(*) FROM venues_visitday")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_emptying_the_test_database_and_changing_the_schema_work():
    call_command("flush", interactive=False, verbosity=0)
    with connection.schema_editor() as editor:
        editor.execute("UPDATE venues_visitday SET individuals = individuals")
    with pytest.raises(UnguardedWrite), connection.cursor() as cursor:
        cursor.execute("UPDATE venues_visitday SET individuals = individuals")


def test_maintenance_ends_with_its_block():
    with guard.maintenance():
        guard.check("DELETE FROM venues_visitday")
    with pytest.raises(UnguardedWrite):
        guard.check("DELETE FROM venues_visitday")
