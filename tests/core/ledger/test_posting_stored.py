"""What a block counts is what is stored when it ends: not what is in hand, not what was rolled back."""

# ruff: noqa: PT012 (a block that must fail has several statements)

from datetime import date

import pytest
from django.db import transaction
from django.db.models import F, Sum

from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.ledger.postings import posting
from kebridge.core.ledger.verify import problems
from kebridge.rooms.venues.models import VisitDay
from tests.core.ledger.reading import fresh, net, rows_of
from tests.support.world import SYSTEM, activity, make_world, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def test_what_was_changed_in_hand_after_the_last_save_is_not_counted(world):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM) as block:
        held = block.lock(VisitDay, record.pk)
        held.individuals = 11
        held.save()
        held.individuals = 999
    assert (net(record)[311, "2024-03-05"], list(problems())) == (11, [])


def test_two_registers_in_one_block_keep_their_facts_apart_however_often(world):
    """As often as it takes for the database to keep the plan of the statement."""
    for number in range(1, 9):
        with posting(by=SYSTEM):
            seen = visit(world, "M", f"2024-03-{number:02}", number, 10 * number)
            held = activity(
                world, "A", f"讲座{number}", "2024-03-05", sessions=[{"day": "2024-03-05", "on_site": number}]
            )
        assert sorted(row[2] for row in rows_of(seen)) == sorted([number, 10 * number, 1])
        assert number in [row[2] for row in rows_of(held)]
    stored = Posting.objects.filter(source_type__in=("visits", "activities"))
    assert (stored.count(), list(problems())) == (16, [])


def test_saving_some_fields_counts_what_is_stored(world):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM) as block:
        held = block.lock(VisitDay, record.pk)
        held.individuals, held.note = 999, "只存备注"
        held.save(update_fields=["note"])
    with posting(by=SYSTEM) as block:
        held = block.lock(VisitDay, record.pk)
        held.save(update_fields=[])
    assert (net(record)[311, "2024-03-05"], list(problems())) == (10, [])
    assert fresh(record).note == "只存备注"


def test_an_expression_is_counted_by_its_result(world):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM) as block:
        held = block.lock(VisitDay, record.pk)
        held.individuals = F("individuals") + 5
        held.save()
    assert (net(record)[311, "2024-03-05"], list(problems())) == (15, [])


@pytest.mark.parametrize("saved_again", [False, True])
def test_a_savepoint_rolled_back_inside_the_block_counts_nothing(world, saved_again):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM) as block:
        with pytest.raises(RuntimeError), transaction.atomic():
            held = block.lock(VisitDay, record.pk)
            held.individuals = 77
            held.save()
            visit(world, "M", "2024-03-06", 5)
            raise RuntimeError
        if saved_again:
            held = block.lock(VisitDay, record.pk)
            held.individuals = 20
            held.save()
    expected = 20 if saved_again else 10
    assert (net(record)[311, "2024-03-05"], list(problems())) == (expected, [])
    assert VisitDay.objects.unscoped("a test").count() == 1


def test_bulk_writes_of_queries_post_for_every_row(world):
    first, second = visit(world, "M", "2024-03-05", 10), visit(world, "AM", "2024-03-05", 20)
    rows = VisitDay.objects.unscoped("a test")
    with posting(by=SYSTEM):
        rows.update(individuals=F("individuals") + 1)
    one, other = fresh(first), fresh(second)
    one.individuals, other.individuals = 30, 40
    with posting(by=SYSTEM):
        rows.bulk_update([one, other], ["individuals"])
        rows.bulk_create([VisitDay(org_id=world["M"], day=date(2024, 3, 7), individuals=7)])
    held = Fact.objects.filter(measure=311).aggregate(total=Sum(F("sign") * F("quantity")))["total"]
    assert (held, list(problems())) == (77, [])
