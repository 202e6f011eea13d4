"""The pages that merge and erase persons: what they show, whom they refuse."""

import pytest

from kebridge.core.access.models import User
from kebridge.rooms.people.models import Guest, Person
from tests.rooms.people.entering import guest
from tests.support.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def pair(world):
    guest("演示人", "2024-05-01", employer="演示大学")
    guest("演示人", "2024-06-01", employer="演示大学医学院")
    return list(Person.objects.unscoped("test").order_by("pk"))


@pytest.fixture
def as_(client, world):
    def sign_in(role, org="CITY"):
        name = f"{role}-{org}".lower()
        world.person(name, (org, role))
        client.force_login(User.objects.get(username=name))
        return client

    return sign_in


def compared(pair):
    return f"/people/compare/?pk={pair[0].pk}&pk={pair[1].pk}"


def test_those_of_one_name_are_found_compared_and_merged(as_, pair):
    office = as_("office")
    assert [one.name for one in office.get("/people/").context["found"]] == ["演示人"]
    page = office.get(compared(pair)).content.decode()
    assert "演示大学医学院" in page
    assert "来访专家 1 条" in page
    refused = office.post(compared(pair), {"keep": pair[0].pk, "reason": ""})
    assert refused.status_code == 400
    assert Person.objects.unscoped("test").filter(state="void").count() == 0
    done = office.post(compared(pair), {"keep": pair[0].pk, "reason": "经核对是同一人"})
    assert done.url == f"/r/persons/{pair[0].pk}/"
    assert Guest.objects.unscoped("test").filter(person=pair[0]).count() == 2


def test_erasing_asks_for_reason_and_confirmation_and_keeps_the_counts(as_, pair):
    office, address = as_("office"), f"/people/{pair[0].pk}/erase/"
    assert office.post("/people/erase/", {"number": f"persons-{pair[0].pk}"}).url == address
    assert office.post("/people/erase/", {"number": "某人"}).status_code == 400
    assert "不会改变" in office.get(address).content.decode()
    for given in ({"reason": "本人要求"}, {"sure": "1", "reason": " "}):
        assert office.post(address, given).status_code == 400
    assert Person.objects.unscoped("test").get(pk=pair[0].pk).name == "演示人"
    assert office.post(address, {"sure": "1", "reason": "本人要求"}).status_code == 302
    assert Person.objects.unscoped("test").get(pk=pair[0].pk).name == f"已删除-{pair[0].pk}"
    assert Guest.objects.unscoped("test").filter(person=pair[0]).count() == 1
    assert office.get(address).status_code == 404


@pytest.mark.parametrize(("role", "org", "status"), [("leader", "CITY", 403), ("clerk", "B", 404)])
def test_others_change_nothing(as_, pair, role, org, status):
    client = as_(role, org)
    merged = client.post(compared(pair), {"keep": pair[0].pk, "reason": "试"})
    erased = client.post(f"/people/{pair[0].pk}/erase/", {"sure": "1", "reason": "试"})
    assert (merged.status_code, erased.status_code) == (status, status)
    kept = Person.objects.unscoped("test").filter(name="演示人", state="counted", erased_at=None)
    assert kept.count() == 2


def test_an_administrator_who_sees_no_data_sees_no_names(as_, pair):
    assert as_("admin").get("/people/").status_code == 403
