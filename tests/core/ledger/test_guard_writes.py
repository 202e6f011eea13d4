"""Outside a posting block nothing counted can be written, by any way of writing; nothing is changed by the attempt."""

# ruff: noqa: PT012 (a block that must fail has several statements)

import pytest
from django.db import connection, models, transaction

from kebridge.core.access.models import Unscoped
from kebridge.core.db import guard
from kebridge.core.db.guard import UnguardedWrite
from kebridge.core.ledger import sources
from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.postings import posting
from kebridge.core.ledger.verify import problems
from kebridge.core.records import register as registers
from kebridge.core.records.declaring import declare
from tests.core.ledger.samples import codes, sample
from tests.support.world import SYSTEM, activity, make_world, visit

pytestmark = pytest.mark.django_db

TABLES = sorted(guard.counted_tables())
RAW = (
    'UPDATE "{}" SET id = id',
    "delete from {}",
    'INSERT INTO "{}" SELECT * FROM "{}"',
    "/* x */ UPDATE {} SET id = id -- y",
    "WITH one AS (SELECT 1) DELETE FROM {}",
    "INSERT OR REPLACE INTO {} SELECT * FROM {}",
    "TRUNCATE TABLE {}",
    "MERGE INTO {} USING {} AS b ON true WHEN MATCHED THEN DELETE",
)


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY id')
        return cursor.fetchall()


def everything(tables=TABLES):
    ledger = ["ledger_posting", "ledger_fact", "audit_entry"]
    return {table: rows_of(table) for table in [*tables, *ledger]}


def test_every_table_of_every_register_is_counted():
    of_registers = {table for register in registers.every() for table in register.tables}
    assert set(TABLES) == of_registers
    assert {source.type for source in sources.every()} == set(codes())


@pytest.mark.parametrize("table", TABLES)
def test_raw_sql_is_refused(table):
    for shape in RAW:
        with connection.cursor() as cursor, pytest.raises(UnguardedWrite):
            cursor.execute(shape.format(table, table))
    with connection.cursor() as cursor, pytest.raises(UnguardedWrite):
        cursor.executemany(f'UPDATE "{table}" SET id = %s WHERE id = %s', [(1, 1), (2, 2)])


@pytest.mark.parametrize("code", codes())
def test_every_way_of_the_models_is_refused_and_changes_nothing(code):
    make_world()
    record = sample(code)
    model, own = type(record), sorted(registers.get(code).tables)
    before, own_before = everything(), everything(own)
    rows = model.objects.unscoped("a test").filter(pk=record.pk)
    again = model(**{f.attname: getattr(record, f.attname) for f in model._meta.concrete_fields})
    again.pk = None
    ways = {
        "save": record.save,
        "save of some fields": lambda: record.save(update_fields=["note"]),
        "insert": again.save,
        "base save": lambda: models.Model.save(record),
        "base insert": lambda: models.Model.save(again, force_insert=True),
        "update": lambda: rows.update(note="x"),
        "base update": lambda: model._base_manager.update(note="x"),
        "bulk_create": lambda: model.objects.bulk_create([again]),
        "bulk_update": lambda: rows.bulk_update([record], ["note"]),
        "get_or_create": lambda: rows.get_or_create(note="不存在", org_id=record.org_id),
        "update_or_create": lambda: rows.update_or_create(pk=record.pk, defaults={"note": "x"}),
        "create": lambda: model.objects.create(org_id=record.org_id),
        "delete": record.delete,
        "base delete": lambda: models.Model.delete(record),
        "delete of a query": rows.delete,
        "base delete of a query": lambda: model._base_manager.all().delete(),
    }
    for way, write in ways.items():
        with pytest.raises((UnguardedWrite, models.ProtectedError)), transaction.atomic():
            write()
        assert everything(own) == own_before, way
    assert everything() == before


def test_unscoped_update_and_delete_are_refused_before_the_guard():
    make_world()
    for model in {register.model for register in registers.every()}:
        with pytest.raises(Unscoped):
            model.objects.update(note="x")
        with pytest.raises(Unscoped):
            model.objects.all().delete()


def test_many_to_many_cascade_and_children_are_refused():
    world = make_world()
    sample("programmes", name="科普日")
    one = activity(world, "A", "讲座", "2024-03-05", programmes="科普日", partners="演示市教育局")
    tag = Tag.objects.get(name="科普日")
    session = one.sessions.get()
    before = everything()
    ways = (
        lambda: one.programmes.add(Tag.objects.create(scheme="programme", name="新")),
        lambda: one.programmes.remove(tag),
        lambda: one.programmes.set([]),
        one.programmes.clear,
        one.partners.clear,
        lambda: one.programmes.through.objects.all().delete(),
        lambda: one.programmes.through._base_manager.all().delete(),
        lambda: one.sessions.create(day=one.day),
        lambda: one.sessions.all().delete(),
        lambda: one.sessions.update(on_site=1),
        lambda: one.sessions.add(session),
        session.save,
        session.delete,
        lambda: models.Model.delete(one),
    )
    for write in ways:
        with pytest.raises(UnguardedWrite), transaction.atomic():
            write()
        assert everything() == before


def test_inside_a_block_a_write_that_names_no_record_is_refused_though_another_was_saved():
    world = make_world()
    one, other = visit(world, "M", "2024-03-05", 10), visit(world, "M", "2024-03-06", 10)
    before = everything()
    with pytest.raises(UnguardedWrite, match="没有说明涉及哪条记录"), posting(by=SYSTEM):
        one.individuals = 11
        one.save()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE venues_visitday SET individuals = 99 WHERE id = %s", [other.pk])
    assert everything() == before
    with posting(by=SYSTEM) as block:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE venues_visitday SET individuals = 99 WHERE id = %s", [other.pk])
        block.touch(other)
    assert list(problems()) == []


def test_records_are_not_deleted_even_inside_a_block():
    world = make_world()
    one = visit(world, "M", "2024-03-05", 10)
    rows = type(one).objects.unscoped("a test")
    for delete in (one.delete, rows.delete):
        with pytest.raises(UnguardedWrite, match="作废"), posting(by=SYSTEM):
            delete()
    with pytest.raises(UnguardedWrite), posting(by=SYSTEM):
        models.Model.delete(one)
    assert rows.count() == 1


def test_a_block_that_failed_leaves_the_guard_closed():
    world = make_world()
    one = visit(world, "M", "2024-03-05", 10)
    with pytest.raises(RuntimeError), posting(by=SYSTEM):
        raise RuntimeError
    with pytest.raises(UnguardedWrite):
        one.save()


def test_a_code_is_declared_once():
    with pytest.raises(ValueError, match="two registers"):
        declare(registers.get("visits"))
