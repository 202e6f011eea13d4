"""Persons entered twice become one; a person who asks is erased; the counts stay right."""

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.access.roles import Role
from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Posting
from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.core.refusal import Refusal
from kebridge.rooms.honours.models import Honour
from kebridge.rooms.people import ops, queries
from kebridge.rooms.people.models import Appointment, Guest, Nomination, Person, PersonAlias
from tests.rooms.people.entering import appoint, guest, nominate, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
REASON = "经核对是同一人"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def pair(world) -> tuple[Person, Person]:
    """One person written down with two employers, in several registers."""
    scheme("演示奖")
    appoint("演示人", "演示大学")
    guest("演示人", "2024-05-01", employer="演示大学")
    guest("演示人", "2024-06-01", employer="演示大学医学院")
    nominate("演示奖", person_name="演示人", employer="演示大学医学院")
    save("honours", by=SYSTEM, raw={
        "org": "CITY", "day": "2024-07-01", "title": "演示先进个人", "kind": "表彰奖励", "level": "省级",
        "grantors": "演示省科协", "recipient": "个人", "recipient_name": "演示人", "employer": "演示大学医学院",
    })  # fmt: skip
    keep, other = Person.objects.unscoped("test").order_by("pk")
    return keep, other


def named(person: Person) -> int:
    models = (Appointment, Guest, Nomination, Honour)
    return sum(model.objects.unscoped("test").filter(person=person).count() for model in models)


def test_likely_duplicates_are_shown_to_those_who_see_them(world, pair):
    guest("演示人丙", "2024-06-02")
    (found,) = queries.likely_duplicates(SYSTEM)
    assert found.name == "演示人"
    assert set(found.persons) == set(pair)
    assert queries.likely_duplicates(world.person("b", ("B", Role.CLERK))) == []


def test_merging_moves_the_records_of_every_room_and_counts_once(world, pair):
    keep, other = pair
    assert value("people.guests") == 2
    ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    assert (named(keep), named(other)) == (5, 0)
    assert value("people.guests") == 1
    assert value("people.guest_visits") == 2
    assert value("people.nominees") == 1
    other.refresh_from_db()
    assert (other.state, other.merged_into_id) == ("void", keep.pk)
    assert other.subject.merged_into_id == keep.subject_id
    assert Entry.objects.filter(action="merge", reason=REASON).count() == 1
    assert not list(differences())


def test_after_merging_both_ways_of_writing_mean_the_one_who_stays(pair):
    keep, other = pair
    ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    guest("演示人", "2024-09-01", employer="演示大学医学院")
    assert Guest.objects.unscoped("test").latest("day").person_id == keep.pk
    assert Person.objects.unscoped("test").count() == 2


def test_the_one_who_stays_takes_what_only_the_other_knew(world):
    raw = {"org": "CITY", "name": "演示人", "kind": "专家"}
    keep = save(
        "persons", by=SYSTEM, raw=raw | {"employer": "甲单位", "title": "教授", "listed": "2024-03-01"}
    )
    other = save("persons", by=SYSTEM, raw=raw | {
        "employer": "乙单位", "title": "讲师", "phone": "13800001234", "listed": "2023-03-01",
    })  # fmt: skip
    ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    stayed = Person.objects.unscoped("test").get(pk=keep.pk)
    assert (stayed.employer, stayed.title, stayed.phone.reveal()) == ("甲单位", "教授", "13800001234")
    assert (value("people.pool", "2023"), value("people.pool", "2024")) == (1, 1)


def test_the_same_thing_entered_for_both_must_be_voided_first(world):
    appoint("演示人", "演示大学")
    twice = appoint("演示人", "演示大学医学院")
    keep, other = Person.objects.unscoped("test").order_by("pk")
    with pytest.raises(Refusal, match="像是同一件事登记了两次"):
        ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    assert (named(keep), named(other)) == (1, 1)
    assert value("people.appointees") == 2
    assert twice.person_id == other.pk


@pytest.mark.parametrize("reason", ["", "  "])
def test_merging_and_erasing_need_a_reason(pair, reason):
    keep, other = pair
    for attempt in (lambda: ops.merge(keep.pk, other.pk, by=SYSTEM, reason=reason),
                    lambda: ops.erase(keep.pk, by=SYSTEM, reason=reason)):  # fmt: skip
        with pytest.raises(Refusal, match="要写明原因"):
            attempt()
    assert named(other) == 3


def test_who_may_not_void_at_both_changes_nothing(world, pair):
    keep, other = pair
    before = Posting.objects.count()
    for user in (world.person("b", ("B", Role.CLERK)), world.person("r", ("CITY", Role.REPORTER))):
        with pytest.raises(Denied):
            ops.merge(keep.pk, other.pk, by=user, reason=REASON)
        with pytest.raises(Denied):
            ops.erase(keep.pk, by=user, reason=REASON)
    assert Posting.objects.count() == before
    assert named(other) == 3
    assert Person.objects.unscoped("test").get(pk=keep.pk).name == "演示人"


def test_records_of_a_unit_out_of_reach_are_neither_moved_nor_emptied(world):
    """The card is the county's, but the city and another county wrote of her too."""
    county = world.person("a", ("A", Role.CLERK))
    guest("演示人", "2024-05-01", employer="演示大学", by=county, org="A")
    guest("演示人", "2024-06-01", employer="演示大学医学院", by=county, org="A")
    guest("演示人", "2024-07-01", employer="演示大学")
    guest("演示人", "2024-08-01", employer="演示大学", org="B")
    known, keep = Person.objects.unscoped("test").order_by("pk")
    before = Posting.objects.count(), Entry.objects.count()
    with pytest.raises(Denied, match="别的单位"):
        ops.erase(known.pk, by=county, reason=REASON)
    with pytest.raises(Denied, match="别的单位"):
        ops.merge(keep.pk, known.pk, by=county, reason=REASON)
    assert (Posting.objects.count(), Entry.objects.count()) == before
    assert named(known) == 3
    assert set(Guest.objects.unscoped("test").values_list("person_name", flat=True)) == {"演示人"}
    ops.erase(keep.pk, by=county, reason=REASON)


def test_a_merged_card_is_neither_merged_nor_edited_again(pair):
    keep, other = pair
    ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    with pytest.raises(Refusal, match="已并入"):
        ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    with pytest.raises(Refusal, match="自己"):
        ops.merge(keep.pk, keep.pk, by=SYSTEM, reason=REASON)
    with pytest.raises(Refusal):
        save("persons", by=SYSTEM, pk=other.pk, raw={"org": "CITY", "name": "演示人", "kind": "专家"})


def test_erasing_empties_card_and_records_and_keeps_the_counts(world, pair):
    keep, other = pair
    ops.merge(keep.pk, other.pk, by=SYSTEM, reason=REASON)
    wanted = (
        "people.guests",
        "people.guest_visits",
        "people.appointed",
        "people.nominations",
        "honours.granted",
    )
    before = [value(name) for name in wanted]
    ops.erase(keep.pk, by=SYSTEM, reason="本人申请删除")
    stub = f"已删除-{keep.pk}"
    assert [value(name) for name in wanted] == before
    for model, column in ((Appointment, "person_name"), (Guest, "person_name"), (Nomination, "person_name"),
                          (Honour, "recipient_name")):  # fmt: skip
        assert set(model.objects.unscoped("test").values_list(column, flat=True)) == {stub}
    cards = Person.objects.unscoped("test").all()
    assert all(card.name.startswith("已删除-") and not card.employer and not card.phone for card in cards)
    assert not PersonAlias.objects.filter(name="演示人").exists()
    assert not Entry.objects.filter(summary__contains="演示人").exists()
    assert not list(differences())


def test_an_erased_person_is_not_known_again_and_her_records_can_still_be_corrected(pair):
    keep, _ = pair
    ops.erase(keep.pk, by=SYSTEM, reason="本人申请删除")
    one = Appointment.objects.unscoped("test").get()
    save("appointments", by=SYSTEM, pk=one.pk, raw={
        "org": "CITY", "person_name": f"已删除-{keep.pk}", "since": "2024-03-05", "kind": "首席科普专家",
        "level": "市级", "until": "2024-12-01",
    })  # fmt: skip
    assert Appointment.objects.unscoped("test").get().person_id == keep.pk
    with pytest.raises(Invalid, match="已清除"):
        save("persons", by=SYSTEM, pk=keep.pk, raw={"org": "CITY", "name": "演示人", "kind": "专家"})
    again = appoint("演示人", "演示大学", "2025-01-01")
    assert again.person_id != keep.pk
    with pytest.raises(Refusal, match="已清除"):
        ops.erase(keep.pk, by=SYSTEM, reason="再来一次")
