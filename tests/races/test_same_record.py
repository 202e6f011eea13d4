"""Several processes edit one record at once: the net facts are those of the record. The naive way is not."""

import pytest
from django.db import connection
from django.db.models import F, Sum

from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.ledger.verify import problems
from kebridge.rooms.venues.models import VisitDay
from tests.races.racing import Racer, race, start, together
from tests.support.world import make_world, visit

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]


def net():
    return Fact.objects.filter(measure=311).aggregate(sum=Sum(F("sign") * F("quantity")))["sum"]


def test_two_who_lock_follow_one_another():
    record = visit(make_world(), "M", "2024-03-05", 10)
    race(*(Racer("edit", pk=record.pk, times=8, pause=0.01) for _ in range(2)))
    assert VisitDay.objects.unscoped("a race").get().individuals == 26
    assert (net(), list(problems())) == (26, [])
    revisions = Posting.objects.filter(source_type="visits").order_by("pk").values_list("revision", flat=True)
    assert list(revisions) == list(range(1, 18))


def test_of_those_who_do_not_lock_one_wins_and_the_others_are_refused():
    record = visit(make_world(), "M", "2024-03-05", 10)
    done = race(*(Racer("stale_edit", pk=record.pk, times=5, pause=0.02) for _ in range(3)))
    assert [one["done"] for one in done] == [5, 5, 5]
    assert sum(one["lost"] for one in done) > 0
    assert VisitDay.objects.unscoped("a race").get().individuals == 25
    assert (net(), list(problems())) == (25, [])


def test_control_without_lock_and_revision_the_facts_go_wrong():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scratch_record (value integer)")
        cursor.execute("CREATE TABLE scratch_fact (quantity integer)")
        cursor.execute("INSERT INTO scratch_record VALUES (10)")
        cursor.execute("INSERT INTO scratch_fact VALUES (10)")
    try:
        both = [Racer("naive_edit", value=value) for value in (20, 30)]
        start(*both)
        together(both, "read")
        read = [racer.result() for racer in both]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT value FROM scratch_record), (SELECT SUM(quantity) FROM scratch_fact)"
            )
            value, facts = cursor.fetchone()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE scratch_record")
            cursor.execute("DROP TABLE scratch_fact")
    assert [one["net"] for one in read] == [10, 10]
    assert value in (20, 30)
    assert facts == 40
