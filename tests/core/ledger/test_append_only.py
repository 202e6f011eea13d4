"""Ledger, seals, audit and what organisations were: added to by the program alone, never changed, even in a block."""

import pytest
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from kebridge.core.audit.models import Entry
from kebridge.core.db import guard
from kebridge.core.db.guard import UnguardedWrite
from kebridge.core.ledger.closing import close_through
from kebridge.core.ledger.models import Fact, Posting, Seal
from kebridge.core.ledger.postings import posting
from kebridge.core.ledger.seals import seal
from kebridge.core.orgs.models import OrgEvent
from tests.support.world import SYSTEM, make_world, visit

pytestmark = pytest.mark.django_db

ADDED_BY_THE_PROGRAM = (
    "ledger_posting", "ledger_fact", "ledger_seal", "ledger_sealedposting", "ledger_tagset", "ledger_tagsetmember",
    "ledger_closing", "audit_entry",
)  # fmt: skip
CHANGES = (
    "UPDATE {} SET id = id",
    "DELETE FROM {}",
    "INSERT OR REPLACE INTO {} SELECT * FROM {}",
    "REPLACE INTO {} SELECT * FROM {}",
    "INSERT INTO {} SELECT * FROM {} WHERE true ON CONFLICT (id) DO UPDATE SET id = 1",
    "TRUNCATE {}",
    "MERGE INTO {} USING {} AS b ON true WHEN MATCHED THEN DELETE",
)


def full():
    world = make_world()
    record = visit(world, "M", "2024-03-05", 10)
    seal(by=SYSTEM)
    return record


@pytest.mark.parametrize("table", [*ADDED_BY_THE_PROGRAM, "orgs_orgevent"])
def test_changing_is_refused_outside_and_inside_a_block(table):
    for shape in CHANGES:
        sql = shape.format(table, table)
        with connection.cursor() as cursor, pytest.raises(UnguardedWrite, match="只增不改"):
            cursor.execute(sql)
        with (
            pytest.raises(UnguardedWrite, match="只增不改"),
            posting(by=SYSTEM),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
        with pytest.raises(UnguardedWrite), guard.flushing(), connection.cursor() as cursor:
            cursor.execute(sql)


@pytest.mark.parametrize("table", ADDED_BY_THE_PROGRAM)
def test_adding_is_refused_to_others_outside_and_inside_a_block(table):
    sql = f"INSERT INTO {table} SELECT * FROM {table}"
    with connection.cursor() as cursor, pytest.raises(UnguardedWrite, match="程序自己"):
        cursor.execute(sql)
    with pytest.raises(UnguardedWrite, match="程序自己"), posting(by=SYSTEM), connection.cursor() as cursor:
        cursor.execute(sql)


def test_what_an_organisation_was_is_entered_in_a_block_only():
    record = full()
    event = OrgEvent(organisation_id=record.org_id, revision=9, kind="rename", day=record.day, name="改名")
    with pytest.raises(UnguardedWrite, match="posting"), transaction.atomic():
        event.save()
    with pytest.raises(UnguardedWrite, match="没有说明"), posting(by=SYSTEM):
        event.save()
    assert OrgEvent.objects.filter(name="改名").count() == 0


def test_models_of_the_ledger_cannot_be_written_by_hand():
    full()
    entry, made = Entry.objects.latest("pk"), Posting.objects.latest("pk")
    before = [list(model.objects.order_by("pk").values_list()) for model in (Entry, Posting, Fact, Seal)]
    ways = (
        lambda: Entry.objects.update(summary="x"),
        entry.delete,
        entry.save,
        lambda: Entry.objects.create(at=timezone.now(), actor_name="x", action="x", summary="x"),
        lambda: Posting.objects.create(
            source_type="x", source_id=1, revision=1, at=timezone.now(), actor_name="x"
        ),
        lambda: Fact.objects.filter(posting=made).update(quantity=99),
        lambda: Fact.objects.filter(posting=made).delete(),
        lambda: Fact.objects.bulk_create([Fact(posting=made, measure=1, quantity=1, sign=1)]),
        lambda: Seal.objects.update(digest="x"),
        Seal.objects.all().delete,
    )
    for write in ways:
        with pytest.raises((UnguardedWrite, ProtectedError)), transaction.atomic():
            write()
    assert [
        list(model.objects.order_by("pk").values_list()) for model in (Entry, Posting, Fact, Seal)
    ] == before


def test_closing_sealing_and_posting_still_add():
    record = full()
    close_through(record.day, by=SYSTEM)
    assert (Seal.objects.count(), Posting.objects.count(), Entry.objects.filter(action="close").count()) == (
        1,
        6,
        1,
    )


def test_copying_into_the_ledger_is_refused():
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor, pytest.raises(UnguardedWrite):
            cursor.executescript("BEGIN; DELETE FROM ledger_fact; COMMIT;")
        return
    for table in ("ledger_fact", "audit_entry", "venues_visitday"):
        with connection.cursor() as cursor, pytest.raises(UnguardedWrite):
            cursor.copy(f'COPY "{table}" (id) FROM STDIN')
