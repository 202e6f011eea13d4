"""Persons, appointments, nominations, guests and leaders: what each record counts, and what is refused."""

from decimal import Decimal

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.access.roles import Role
from kebridge.core.ledger.models import Posting
from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.people.models import Appointment, Guest, Inspection, Nomination, Person
from tests.rooms.people.entering import appoint, guest, held, inspection, nominate, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def everyone() -> list[Person]:
    return list(Person.objects.unscoped("test").order_by("pk"))


class TestPersons:
    def test_a_person_counts_only_when_listed_and_until_she_leaves(self, world):
        raw = {"org": "CITY", "name": "演示人", "employer": "演示大学", "kind": "专家", "rank": "正高级"}
        card = save("persons", by=SYSTEM, raw=raw)
        assert held("persons", card) == {}
        listed = raw | {"listed": "2023-05-01", "left": "2024-06-01"}
        save("persons", by=SYSTEM, raw=listed, pk=card.pk, reason="更正")
        assert value("people.pool", "2023", kind="expert", grade="senior") == 1
        assert value("people.pool", "2024") == 0

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"kind": "三长"}, "three_heads"),
            ({"three_heads": "医院院长"}, "three_heads"),
            ({"left": "2024-01-01"}, "listed"),
            ({"listed": "2024-02-01", "left": "2024-01-01"}, "left"),
            ({"name": "演示人2"}, "name"),
            ({"employer": "演示大学 11010119900307123X"}, "employer"),
        ],
    )
    def test_what_a_card_may_not_say(self, world, wrong, field):
        raw = {"org": "CITY", "name": "演示人", "employer": "演示大学", "kind": "专家"} | wrong
        with pytest.raises(Invalid) as refused:
            save("persons", by=SYSTEM, raw=raw)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert everyone() == []

    def test_the_phone_is_stored_encrypted_and_shown_masked(self, world):
        raw = {"org": "CITY", "name": "演示人", "kind": "专家", "phone": "13800001234"}
        card = save("persons", by=SYSTEM, raw=raw)
        stored = Person.objects.unscoped("test").get(pk=card.pk)
        assert stored.phone.reveal() == "13800001234"
        assert str(stored.phone) == "138****1234"

    def test_of_several_records_one_person_is_known(self, world):
        """An earlier employer of a card still means her; another employer is somebody else."""
        scheme("演示奖")
        appoint("演示人")
        nominate("演示奖", person_name="演示人", employer="演示大学")
        guest("演示人", "2024-05-01", employer="演示大学")
        (card,) = everyone()
        raw = {"org": "CITY", "name": "演示人", "employer": "演示研究院", "kind": "专家"}
        save("persons", by=SYSTEM, raw=raw, pk=card.pk)
        guest("演示人", "2024-06-01", employer="演示大学")
        guest("演示人", "2024-07-01", employer="演示研究院")
        assert everyone() == [card]
        guest("演示人", "2024-07-02", employer="演示学院")
        assert len(everyone()) == 2
        assert value("people.guests") == 2
        assert value("people.guest_visits") == 4


class TestAppointments:
    def test_one_post_in_two_schools_is_one_appointment(self, world):
        one = appoint("演示人", kind="科学副校长", bodies=["演示一小", "演示二小"], until="2026-03-04")
        assert held("appointments", one) == {"people.appointed": 1}, (
            "the term ends, so nothing is left at last"
        )
        assert value("people.appointed", kind="vice_principal") == 1
        assert value("people.in_post", "2025") == 1
        assert value("people.post_bodies", "2025", kind="vice_principal") == 2
        assert value("people.post_bodies", "2026") == 0

    def test_the_last_day_of_a_term_is_still_in_post(self, world):
        appoint("演示人", until="2024-12-31")
        assert value("people.holders", "2024") == 1
        assert value("people.holders", "2025") == 0

    def test_batches_are_told_apart_and_renewals_are_no_new_person(self, world):
        for number in range(10):
            appoint(f"演示人{'甲乙丙丁戊己庚辛壬癸'[number]}", batch="1")
        appoint("演示人甲", day="2024-09-01", batch="2")
        assert value("people.appointed", kind="chief_expert", level="city", grade="1") == 10
        assert value("people.appointed", kind="chief_expert") == 11
        assert value("people.appointees", kind="chief_expert") == 10

    def test_the_same_appointment_twice_is_refused(self, world):
        appoint("演示人")
        with pytest.raises(Invalid, match="同一单位已有相同聘任日期、姓名、工作单位、职务的聘任"):
            appoint("演示人")
        assert Appointment.objects.unscoped("test").count() == 1

    def test_a_term_that_ends_before_it_begins_is_refused(self, world):
        with pytest.raises(Invalid, match="任期截止日期早于聘任日期"):
            appoint("演示人", until="2024-03-04")

    def test_a_draft_and_a_void_record_count_nothing(self, world):
        one = appoint("演示人")
        draft = save("appointments", by=SYSTEM, is_draft=True,
                     raw={"org": "CITY", "person_name": "演示人乙", "since": "2024-03-05", "kind": "委员"})  # fmt: skip
        assert held("appointments", draft) == {}
        ops.move_record(registers.get("appointments"), one.pk, "void", by=SYSTEM, reason="重复登记")
        assert held("appointments", one) == {}


class TestNominations:
    def test_put_forward_and_decided_count_on_their_own_days(self, world):
        scheme("演示奖")
        one = nominate("演示奖", "2023-11-01", person_name="演示人", edition="18")
        assert value("people.nominations", "2023", scheme="演示奖", kind="submitted") == 1
        assert value("people.outcomes", "2024") is None
        save("nominations", by=SYSTEM, pk=one.pk, reason="公布结果",
             raw={"org": "CITY", "schemes": ["演示奖"], "day": "2023-11-01", "what": "个人", "level": "省级",
                  "person_name": "演示人", "edition": "18", "stage": "候选人（候选项目）", "stage_day": "2024-02-01"})  # fmt: skip
        assert value("people.nominations", "2023", scheme="演示奖") == 1
        assert value("people.outcomes", "2024", scheme="演示奖", kind="candidate", level="province") == 1
        assert value("people.edition", "2024", scheme="演示奖") == 18

    def test_what_is_put_forward_is_told_apart(self, world):
        scheme("演示链企计划")
        result = {"stage": "入选", "stage_day": "2024-10-01"}
        nominate("演示链企计划", what="组织（单位）", title="演示服务中心", **result)
        nominate("演示链企计划", person_name="演示人", **result)
        nominate("演示链企计划", person_name="演示人乙", stage="未入选", stage_day="2024-10-01")
        assert value("people.outcomes", scheme="演示链企计划", audience="organisation", kind="selected") == 1
        assert value("people.outcomes", scheme="演示链企计划", kind=("selected", "awarded")) == 2
        assert value("people.success_rate") == Decimal("66.7")

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({}, "person_name"),
            ({"what": "项目（成果）"}, "title"),
            ({"person_name": "演示人", "stage": "入选"}, "stage_day"),
            ({"person_name": "演示人", "stage": "入选", "stage_day": "2024-03-01"}, "stage_day"),
            ({"person_name": "演示人", "stage_day": "2024-06-01"}, "stage"),
            ({"person_name": "演示人", "grade": "二等奖"}, "grade"),
            ({"person_name": "演示人", "schemes": ["演示奖", "演示奖乙"]}, "schemes"),
            ({"person_name": "演示人", "schemes": []}, "schemes"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        scheme("演示奖")
        scheme("演示奖乙")
        with pytest.raises(Invalid) as refused:
            nominate("演示奖", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Nomination.objects.unscoped("test").exists()

    def test_a_scheme_that_nobody_entered_is_refused_by_its_own_name(self, world):
        with pytest.raises(Invalid, match="奖项、赛事与计划里没有“未登记奖”"):
            nominate("未登记奖", person_name="演示人")

    def test_one_award_a_day_and_person_but_two_awards_are_two(self, world):
        scheme("演示奖")
        scheme("演示奖乙")
        nominate("演示奖", person_name="演示人")
        nominate("演示奖乙", person_name="演示人")
        with pytest.raises(Invalid, match="奖项（计划）"):
            nominate("演示奖", person_name="演示人")
        assert value("people.nominations") == 2
        assert value("people.nominees") == 1


class TestGuests:
    def test_persons_comings_talks_firms_and_fields(self, world):
        came = {"kind": "企业技术负责人", "employer": "演示汽车公司", "field": "汽车"}
        guest("演示人甲", "2023-05-01", **came, talks="1", talk_kind="产业报告")
        guest(
            "演示人甲",
            "2024-05-01",
            **came,
            talks="2",
            talk_kind="产业报告",
            visited=["演示一厂", "演示二厂"],
        )
        guest("演示人乙", "2024-05-01", **came)
        guest("演示院士", "2024-05-01", kind="院士", field="农学", talks="1", talk_kind="学术报告")
        both = "2023-01-01..2024-12-31"
        assert value("people.guest_visits", both) == 4
        assert value("people.guests", both, kind="enterprise_head") == 2
        assert value("people.guests", both, kind=["academician", "expert"]) == 1
        assert value("people.guest_employers", both, kind="enterprise_head") == 1
        assert value("people.talks", both, channel="industry_talk") == 3
        assert value("people.speakers", both) == 2
        assert value("people.guest_sites") == 2
        assert value("people.guest_fields", both) == 2

    def test_one_record_a_person_and_event_on_a_day(self, world):
        guest("演示人", "2024-05-01")
        with pytest.raises(Invalid, match="来访日期、姓名、活动名称"):
            guest("演示人", "2024-05-01")
        assert Guest.objects.unscoped("test").count() == 1

    @pytest.mark.parametrize(
        ("wrong", "field"), [({"talks": "1"}, "talk_kind"), ({"talk_kind": "产业报告"}, "talks")]
    )
    def test_talks_and_their_kind_go_together(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            guest("演示人", "2024-05-01", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]


class TestVisitors:
    def test_leaders_are_counted_by_post_and_once_a_year(self, world):
        inspection(
            "调研甲", "2024-03-01", [("科协", "党组书记", "1", "0"), ("科协", "副主席（副职）", "2", "0")]
        )
        inspection(
            "调研乙",
            "2024-08-01",
            [("科协", "主席（主要负责人）", "1", "0"), ("科协", "副主席（副职）", "2", "1")],
        )
        assert value("people.inspections", level="province", channel="in") == 2
        assert value("people.inspectors", level="province") == 6
        assert value("people.inspector_persons", level="province") == 5
        assert value("people.inspector_persons", level="province", grade="deputy_chair") == 3

    def test_leading_bodies_and_counties(self, world):
        four = [(body, "主席（主要负责人）", "1", "0") for body in ("党委", "人大", "政府", "政协")]
        inspection("看望科技工作者", "2024-05-28", four, purpose="走访慰问", level="市级")
        inspection("调研科普", "2024-06-01", [("科协", "党组书记", "1", "0")], direction="到基层", level="市级",
                   place="演示甲县")  # fmt: skip
        assert value("people.leading_bodies", kind="greeting", level="city") == 4
        assert value("people.inspections", channel="out") == 1
        assert value("people.inspected_places") == 1

    def test_more_returning_than_came_is_refused(self, world):
        with pytest.raises(Invalid, match="多于人数"):
            inspection("调研", "2024-03-01", [("科协", "党组书记", "1", "2")])
        assert not Inspection.objects.unscoped("test").exists()


def test_a_reporter_of_a_county_enters_for_her_county_only(world):
    reporter = world.person("r", ("A", Role.REPORTER))
    before = Posting.objects.count()
    with pytest.raises((Denied, Invalid)):
        appoint("演示人", by=reporter)
    assert Posting.objects.count() == before
    assert everyone() == []
    appoint("演示人", by=reporter, org="A")
    assert [card.org_id for card in everyone()] == [world["A"]]
    assert value("people.appointed", scope="A") == 1
    assert value("people.appointed", scope="B") is None


def test_the_ledger_agrees_with_the_records(world):
    scheme("演示奖")
    appoint("演示人", bodies=["演示一小"])
    nominate("演示奖", person_name="演示人", employer="演示大学", stage="入选", stage_day="2024-05-01")
    guest("演示人", "2024-05-01", employer="演示大学", talks="1", talk_kind="产业报告")
    assert not list(differences())
