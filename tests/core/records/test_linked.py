"""The lists of records read together are those that Django reads one by one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kebridge.core.records import linked
from kebridge.core.records import register as registers
from kebridge.rooms.activities.models import Activity
from tests.support.world import activity, make_world

pytestmark = pytest.mark.django_db
ACTIVITIES = registers.get("activities")
LISTS = ("programmes", "campaigns", "items", "co_hosts", "partners")


@pytest.fixture
def made():
    world = make_world()
    for number in range(6):
        partners = "、".join(f"演示第{one}中学" for one in range(number))
        activity(world, "A", f"活动{number}", f"2024-03-{number + 1:02}", partners=partners, co_hosts="B" if number % 2 else "")  # fmt: skip
    return world


def held(records):
    return {
        one.title: {name: {row.pk for row in getattr(one, name).all()} for name in LISTS} for one in records
    }


def read(limit):
    return list(Activity.objects.unscoped("a test").order_by("pk")[:limit])


def test_they_are_the_same_and_stand_without_another_question(made):
    records, plain = read(6), read(6)
    linked.read(ACTIVITIES, records, ACTIVITIES.prefetch)
    with CaptureQueriesContext(connection) as asked:
        found = held(records)
    assert len(asked) == 0
    assert found == held(plain)
    assert [len(one["partners"]) for one in found.values()] == [0, 1, 2, 3, 4, 5]
    assert sum(len(one["co_hosts"]) for one in found.values()) == 3


def test_more_lists_and_more_records_cost_no_more_statements(made):
    def statements(records, names):
        with CaptureQueriesContext(connection) as asked:
            linked.read(ACTIVITIES, records, names)
        return len(asked)

    assert statements(read(3), LISTS) == statements(read(6), LISTS) == 3
    assert statements(read(6), LISTS[2:]) == 3
    assert statements([], LISTS) == 0
