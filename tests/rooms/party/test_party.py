"""Party work as counts: a session is one and serves several obligations; talks, bodies, campaigns; what is refused."""

import pytest

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Visibility
from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.party.models import PartyBody, PartySession, PartyTalk
from kebridge.rooms.party.registers import REGISTERS
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def campaign(name="演示学习教育", since="2024-04-10", **raw):
    return save("campaigns", by=SYSTEM, raw={"org": "CITY", "name": name, "since": since, **raw})


def session(day, kind="中心组学习", *items, org="CITY", by=SYSTEM, **raw):
    lines = [{"obligation": one} for one in items]
    return save(
        "party_sessions", by=by, raw={"org": org, "day": day, "kind": kind, "days": "1", **raw}, lines=lines
    )


def talk(day="2024-03-01", people="6", **raw):
    return save(
        "party_talks", by=SYSTEM, raw={"org": "CITY", "day": day, "kind": "谈心谈话", "people": people, **raw}
    )


def body(name, kind="学会党委", founded="2024-06-01", **raw):
    return save(
        "party_bodies", by=SYSTEM, raw={"org": "CITY", "name": name, "kind": kind, "founded": founded, **raw}
    )


class TestSessions:
    def test_one_session_is_one_meeting_and_serves_several_obligations(self, world):
        one = session("2024-04-12", "党组会", "第一议题", "意识形态", present="9")
        assert held("party_sessions", one) == {
            "party.sessions": 1, "party.items": 2, "party.days": 1, "party.present": 9,
        }  # fmt: skip
        assert value("party.sessions") == 1
        assert value("party.items", kind="topic") == 1
        assert value("party.items", kind="ideology") == 1

    def test_what_its_kind_is_held_for_counts_without_being_written_again(self, world):
        session("2024-04-12", "中心组学习")
        session("2024-05-12", "中心组（扩大）学习", "中心组集体学习", "学习教育专题")
        session("2024-06-12", "第一议题学习")
        session("2024-06-13", "党组会", "第一议题")
        assert value("party.items", kind="centre_study") == 2, "written and implied is one"
        assert value("party.items", kind="topic") == 2
        assert value("party.items", kind="campaign_study") == 1
        assert value("party.sessions", kind=["centre", "centre_enlarged"]) == 2

    def test_a_campaign_has_its_sessions_days_and_forms(self, world):
        campaign()
        session("2024-04-12", "党组（扩大）会", programmes=["演示学习教育"])
        session("2024-05-20", "读书班", days="2", programmes=["演示学习教育"])
        session("2024-06-20", "警示教育", programmes=["演示学习教育"])
        session("2024-06-21", "集体廉政谈话", programmes=["演示学习教育"])
        session("2024-07-01", "主题党日", form="红色教育", holder="机关支部")
        session("2024-07-05", "主题党日", form="文体活动", holder="机关支部")
        mine = {"programme": "演示学习教育"}
        assert value("party.sessions", kind="group_enlarged", **mine) == 1
        assert value("party.days", kind="reading", **mine) == 2
        assert value("party.kinds", kind=["warning", "integrity"], **mine) == 2
        assert value("party.forms", kind="theme_day") == 2
        assert value("party.sessions", channel="office_branch") == 2

    def test_codes_of_a_register_are_told_by_one_word_each(self):
        for register in REGISTERS:
            words = {}
            for one in (*register.fields, *register.line_fields):
                for code, label in one.options() if one.kind == "choice" else ():
                    assert words.setdefault(code, label) == label, f"{register.code}: {code}"

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"day": "2099-01-01"}, "day"),
            ({"days": "0"}, "days"),
            ({"days": "31"}, "days"),
            ({"ordinal": "0"}, "ordinal"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            session(**{"day": "2024-04-12", **wrong})
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not PartySession.objects.unscoped("test").exists()

    def test_an_obligation_is_written_once_in_a_session(self, world):
        with pytest.raises(Invalid, match="只填一行"):
            session("2024-04-12", "党组会", "第一议题", "第一议题")
        assert not PartySession.objects.unscoped("test").exists()

    def test_the_same_session_is_entered_once_and_a_second_one_that_day_has_its_number(self, world):
        session("2024-04-12")
        with pytest.raises(Invalid, match="不要重复登记"):
            session("2024-04-12")
        session("2024-04-12", ordinal="2")
        assert value("party.sessions", kind="centre") == 2

    def test_a_sheet_of_sessions(self, world):
        row = {"org": "演示市科协", "kind": "党组会", "holder": "党组", "ordinal": 1, "days": 1, "present": 9}
        lines = [{"obligation": "第一议题"}, {"obligation": "意识形态"}]
        take(party_sessions=[{**row, "day": f"2024-{month:02}-05", "lines": lines} for month in range(1, 13)])
        assert value("party.sessions", kind="group") == 12
        assert value("party.items", kind="topic") == 12


class TestTalks:
    def test_counts_by_month_and_kind(self, world):
        one = talk()
        talk(kind="廉政谈话", people="2")
        talk("2024-04-01", "3")
        assert held("party_talks", one) == {"party.talks": 6}
        assert value("party.talks") == 11
        assert value("party.talks", kind="heart") == 9
        assert value("party.talks", "2024-04") == 3

    @pytest.mark.parametrize(("wrong", "field"), [({"day": "2024-03-02"}, "day"), ({"people": "0"}, "people"),
                                                  ({"day": "2099-01-01"}, "day")])  # fmt: skip
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            talk(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not PartyTalk.objects.unscoped("test").exists()


class TestBodies:
    @pytest.fixture(autouse=True)
    def _societies(self, world):
        for number in range(4):
            world.add_org(f"S{number}", f"演示学会{number}", "society", "CITY")

    def test_societies_are_covered_once_and_a_posted_instructor_is_work_only(self):
        body("演示科技社团党委", "科技社团党委")
        body("演示学会0党委", served="S0")
        body("演示学会0支部", "党支部", served="S0")
        body("演示学会1支部", "党支部", founded="", known_from="2020-01-01", served="S1")
        body("演示指导员", "党建指导员派驻", served="S2")
        assert value("party.bodies_founded", kind="societies_committee") == 1
        assert value("party.bodies_founded", kind="society_committee") == 1
        assert value("party.societies_newly_covered", kind="society_committee") == 1
        assert value("party.bodies") == 5
        assert (value("party.societies_covered"), value("party.societies_served")) == (2, 3)
        assert value("party.organisation_coverage") == 50
        assert value("party.work_coverage") == 75

    def test_what_ended_does_not_cover(self):
        one = body("演示学会0党委", served="S0", ended="2024-10-01")
        assert held("party_bodies", one) == {"party.bodies_founded": 1, "party.bodies_ended": 1}
        assert value("party.societies_covered", "2024-09") == 1
        assert value("party.societies_covered") == 0
        assert value("party.bodies_ended") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"), [({"founded": ""}, "founded"), ({"ended": "2024-01-01"}, "ended")]
    )
    def test_what_is_refused(self, wrong, field):
        with pytest.raises(Invalid) as refused:
            body("演示学会0党委", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not PartyBody.objects.unscoped("test").exists()


def test_a_campaign_with_its_task_force_and_papers(world):
    one = campaign(has_task_force="是", documents="2", until="2024-07-31")
    campaign("演示主题教育", "2023-04-10")
    assert held("campaigns", one) == {
        "party.campaigns": 1, "party.task_forces": 1, "party.campaign_documents": 2,
    }  # fmt: skip
    assert (value("party.campaigns"), value("party.task_forces"), value("party.campaign_documents")) == (
        1,
        1,
        2,
    )
    assert value("party.campaigns_running") == 1
    assert value("party.campaigns_running", "2024-05") == 2


def test_everything_of_the_room_is_closed_and_takes_no_notes():
    for register in REGISTERS:
        assert register.visibility == Visibility.CLOSED
        assert "note" not in register.by_name
        for one in measures.of_register(register.code):
            assert one.visibility == Visibility.CLOSED, one.code
    assert registers.get("party_sessions").line_fields[0].name == "obligation"


def test_the_ledger_agrees_with_the_records(world):
    campaign(until="2024-07-31")
    session("2024-04-12", "党组会", "第一议题", programmes=["演示学习教育"])
    talk()
    body("演示学会党委")
    assert not list(differences())
