"""What was computed is kept until the ledger moves on, and never longer."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kebridge.core.access.models import User
from kebridge.core.ledger.remembering import one_position, recall, remembered
from tests.support.world import make_world, visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def made():
    """A maker that counts how often it was asked."""
    calls = []

    def make():
        calls.append(len(calls))
        return len(calls)

    return make


def test_it_is_computed_once_until_something_is_posted(made):
    world = make_world()
    assert [remembered("t", 1, make=made), remembered("t", 1, make=made), recall("t", 1)] == [1, 1, 1]
    assert remembered("t", 2, make=made) == 2
    visit(world, "M", "2024-03-05", 10)
    assert recall("t", 1) is None
    assert remembered("t", 1, make=made) == 3


def test_nothing_is_kept_that_may_be_rolled_back(made):
    make_world()
    with transaction.atomic():
        assert remembered("t", 1, make=made) == 1
        assert recall("t", 1) is None
    assert recall("t", 1) is None


def test_a_long_list_counts_after_its_page_and_is_never_stale(client):
    world = make_world()
    for day in range(1, 32):
        visit(world, "M", f"2024-03-{day:02}", 10)
    world.person("clerk", ("CITY", "clerk"))
    client.force_login(User.objects.get(username="clerk"))
    first = client.get("/r/visits/").content.decode()
    assert "正在清点" in first
    assert "total=1" in first
    whole = client.get("/r/visits/?total=1").content.decode()
    part = client.get("/r/visits/totals/").content.decode()
    for text in (whole, part):
        assert "共 31 " in text
        assert ">310<" in text
    assert "共 31 " in client.get("/r/visits/").content.decode()
    visit(world, "M", "2024-04-01", 10)
    assert "共 31 " not in client.get("/r/visits/").content.decode()
    assert "共 32 " in client.get("/r/visits/totals/").content.decode()


def test_a_county_is_not_shown_the_sums_of_the_city(client):
    world = make_world()
    for day in range(1, 32):
        visit(world, "M", f"2024-03-{day:02}", 10)
    for name, org in (("city", "CITY"), ("county", "A")):
        world.person(name, (org, "clerk"))
        client.force_login(User.objects.get(username=name))
        found = client.get("/r/visits/totals/").content.decode()
        assert ("共 31 " in found) is (org == "CITY")


def test_a_page_asks_for_the_position_once_and_the_next_page_anew(client):
    world = make_world()
    visit(world, "M", "2024-03-05", 10)
    world.person("clerk", ("CITY", "clerk"))
    client.force_login(User.objects.get(username="clerk"))
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/?year=2024").status_code == 200
            positions = [one for one in asked.captured_queries if "ORDER BY p.id DESC LIMIT 1" in one["sql"]]
        assert len(positions) == 1


def test_what_reads_at_one_position_is_found_later_only_where_nothing_was_posted(made):
    world = make_world()
    with one_position():
        assert remembered("t", 1, make=made) == 1
        visit(world, "M", "2024-03-05", 10)
        assert remembered("t", 1, make=made) == 1
    assert recall("t", 1) is None
    assert remembered("t", 1, make=made) == 2
