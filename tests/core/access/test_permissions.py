"""Roles × verbs × (own, child, sibling, parent, closed): as the table says; a denial changes nothing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import PERMISSIONS, Role, Verb, who_can
from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.ledger.postings import posting
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.models import RegisterSetting
from kebridge.core.records.ops import move_record, set_review
from kebridge.core.records.states import TRANSITIONS
from kebridge.rooms.activities.models import Activity
from kebridge.rooms.organisations import ops as organisations
from tests.support.world import LONG_AGO, SYSTEM, activity, make_world, save

pytestmark = pytest.mark.django_db
ACTIVITIES = registers.get("activities")
# The actor's role stands on A.
PLACES = {"own": "A", "child": "AM", "sibling": "B", "parent": "CITY"}
WITHIN = {"own", "child"}


@pytest.fixture
def world():
    return make_world()


def person(world, *roles, since=LONG_AGO, until=None):
    user = User.objects.create(username=f"u{User.objects.count()}", full_name="测试")
    for code, role in roles:
        RoleGrant.objects.create(user=user, org_id=world[code], role=role, since=since, until=until)
    return Actor.of(user)


def counts():
    return (Activity.objects.unscoped("a test").count(), Posting.objects.count(), Fact.objects.count(),
            Entry.objects.count())  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_the_table_of_roles_verbs_and_places(world, role):
    actor = person(world, ("A", role))
    table = {(verb, place): actor.can(verb, world[code]) for verb in Verb for place, code in PLACES.items()}
    assert table == {
        (verb, place): verb in PERMISSIONS[role] and place in WITHIN for verb in Verb for place in PLACES
    }
    assert {verb: actor.can(verb) for verb in Verb} == {verb: verb in PERMISSIONS[role] for verb in Verb}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("place", PLACES)
def test_entering_and_correcting(world, role, place):
    actor = person(world, ("A", role))
    held = activity(world, PLACES[place], "已有", "2024-03-05")
    for verb, write in (
        (Verb.ADD, lambda: activity(world, PLACES[place], "新的", "2024-03-05", by=actor)),
        (Verb.CHANGE, lambda: activity_changed(held, PLACES[place], actor)),
    ):
        before = counts()
        if verb in PERMISSIONS[role] and place in WITHIN:
            write()
            assert counts()[1] > before[1]
            continue
        # Out of reach, the organisation's name itself is unknown.
        with pytest.raises((Denied, Invalid)):
            write()
        assert counts() == before


def activity_changed(held, code, actor):
    raw = {"org": code, "title": "已有", "day": "2024-03-05", "kind": "展览展示"}
    return save("activities", by=actor, raw=raw, lines=[{"day": "2024-03-05", "on_site": 1}], pk=held.pk)


STARTS = {"submit": "draft", "accept": "pending", "return": "pending", "void": "counted", "restore": "void",
          "discard": "practice"}  # fmt: skip


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("place", PLACES)
def test_leading_a_record_on(world, role, place):
    actor = person(world, ("A", role))
    held = activity(world, PLACES[place], "已有", "2024-03-05")
    for name, step in TRANSITIONS.items():
        if name == "discard":  # what was practised only its author throws away
            continue
        with posting(by=SYSTEM) as block:
            record = block.lock(Activity, held.pk)
            record.state = STARTS[name]
            record.save()
        before = counts()
        if step.verb in PERMISSIONS[role] and place in WITHIN:
            move_record(ACTIVITIES, held.pk, name, by=actor, reason="核对")
            assert counts()[1] == before[1] + 1
        else:
            with pytest.raises(Denied):
                move_record(ACTIVITIES, held.pk, name, by=actor, reason="核对")
            assert counts() == before
            assert Activity.objects.unscoped("a test").get(pk=held.pk).state == STARTS[name]


def test_a_role_on_a_closed_organisation_still_reaches_its_past(world):
    actor = person(world, ("A", "reporter"))
    organisations.close(world["AM"], day=date(2024, 1, 1), by=SYSTEM)
    assert actor.can(Verb.SEE, world["AM"])


def test_the_closed_circle(world):
    office, clerk = person(world, ("A", "office")), person(world, ("A", "clerk"))
    city = person(world, ("CITY", "leader"))
    asked = ([world["A"], world["AM"]], [world["A"], world["B"]])
    assert [office.sees_closed(orgs) for orgs in asked] == [True, False]
    assert [clerk.sees_closed(orgs) for orgs in asked] == [False, False]
    assert [city.sees_closed(orgs) for orgs in asked] == [True, True]


def test_a_grant_holds_from_its_first_to_its_last_day(world):
    today = timezone.localdate()
    one = timedelta(days=1)
    spans = {
        "ended": (LONG_AGO, today - one), "last day": (LONG_AGO, today), "first day": (today, None),
        "future": (today + one, None), "open": (LONG_AGO, None),
    }  # fmt: skip
    can = {
        name: person(world, ("A", "clerk"), since=since, until=until).can(Verb.ADD, world["A"])
        for name, (since, until) in spans.items()
    }
    assert can == {"ended": False, "last day": True, "first day": True, "future": False, "open": True}


def test_several_roles_add_up_each_at_its_place(world):
    actor = person(world, ("A", "reporter"), ("B", "leader"))
    assert [actor.can(verb, world[code]) for verb in (Verb.ADD, Verb.SIGN) for code in "AB"] == [
        True, False, False, True,
    ]  # fmt: skip
    assert actor.top_org_ids == (world["A"], world["B"])


def test_nobody_without_a_role_can_do_anything_and_the_system_everything(world):
    nobody = person(world)
    assert [nobody.can(verb, world["A"]) for verb in Verb] == [False] * len(Verb)
    assert [SYSTEM.can(verb, world["A"]) for verb in Verb] == [True] * len(Verb)
    assert nobody.org_ids(Verb.SEE) == frozenset()


def test_a_moved_unit_comes_and_goes_with_its_parents_roles(world):
    actor = person(world, ("B", "reporter"))
    assert not actor.can(Verb.ADD, world["AM"])
    organisations.move(world["AM"], parent_id=world["B"], day=date(2024, 1, 1), by=SYSTEM)
    assert actor.can(Verb.ADD, world["AM"])


def test_a_denial_says_who_may_and_names_only_what_one_may_see(world):
    with pytest.raises(Denied) as refused:
        person(world, ("A", "leader")).require(Verb.ADD, world["A"])
    assert str(refused.value) == (f"您没有在演示甲县科协新增的权限。可以办理的是：{who_can(Verb.ADD)}。")
    with pytest.raises(Denied, match="该组织"):
        person(world, ("A", "leader")).require(Verb.ADD, world["B"])


def test_review_is_switched_by_those_who_may_configure(world):
    for person_refused in (person(world, ("CITY", "clerk")), person(world, ("A", "admin"))):
        with pytest.raises(Denied):
            set_review(ACTIVITIES, True, by=person_refused, org_id=world["A"])
    assert RegisterSetting.objects.count() == 0
    set_review(ACTIVITIES, True, by=person(world, ("CITY", "admin")))
    assert RegisterSetting.objects.get().review is True
