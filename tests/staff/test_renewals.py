"""待办: what renewals owe by the dated rules, checks not handed in, designations that run out."""

import pytest
from django.utils import timezone

from kebridge.rooms.organisations.terms import shifted
from kebridge.staff import inbox
from tests.support.world import SYSTEM, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = make_world()
    for number in range(2):
        world.add_org(f"S{number}", f"演示{number}学会", "society", "CITY")
    return world


@pytest.fixture
def office(world):
    return world.person("office", ("CITY", "office"))


def renewal(org, **days):
    raw = {"org": org, "sort": "学会（协会）", "term": "5"} | {name: str(day) for name, day in days.items()}
    return save("term_renewals", by=SYSTEM, raw=raw)


def found(by, word):
    return [one for one in inbox.todos(by) if word in one.saying]


def test_the_plan_is_late_and_the_request_is_near(world, office):
    today = timezone.localdate()
    renewal("S0", due=shifted(today, 4), prepared=shifted(today, -1))
    (request,) = found(office, "请示")
    assert "演示0学会" in request.saying
    assert "依据" in request.saying
    assert request.css == "soon"
    assert not found(office, "换届方案"), "the preparation has begun"


def test_after_the_congress_only_the_filing_is_owed(world, office):
    today = timezone.localdate()
    renewal("S0", due=shifted(today, -2), prepared=shifted(today, -9), held=shifted(today, -4))
    (filing,) = found(office, "备案")
    assert filing.css == "bad"
    assert not found(office, "召开换届大会")


def test_another_county_sees_nothing_of_it(world, office):
    today = timezone.localdate()
    renewal("S0", due=shifted(today, 1), prepared=shifted(today, -5))
    other = world.person("other", ("B", "office"))
    assert found(office, "召开换届大会")
    assert not found(other, "换届")


def test_checks_not_handed_in_are_asked_for_once_the_list_is_kept(world, office):
    year = timezone.localdate().year - 1
    assert not found(office, "年检")
    save("annual_checks", by=SYSTEM, raw={"org": "S0", "year": str(year), "submitted": f"{year + 1}-01-10"})
    (asked,) = found(office, "年检")
    assert "演示1学会" in asked.saying
    assert "演示0学会" not in asked.saying


def test_a_designation_that_runs_out_is_told(world, office):
    until = shifted(timezone.localdate(), 1)
    save("designations", by=SYSTEM, raw={"org": "CITY", "holder": "演示馆", "kind": "科普教育基地", "title": "演示省基地",
                                         "level": "省级", "day": "2021-06-01", "until": str(until)})  # fmt: skip
    assert found(office, "1个命名将在")
