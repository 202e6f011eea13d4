"""Duties of Party life as counts: dated requirements, dues, letters, sites, posts, checks, breaches proven by nil returns."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from kebridge.core.access.models import User
from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.party.models import Breach, PartyCheck, PartyDues, PartyObligation
from kebridge.staff import duties
from tests.rooms.people.entering import figure, held, value
from tests.support.world import SYSTEM, Role, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def obligation(system="三会一课制度", lines=(), **raw):
    return save("party_obligations", by=SYSTEM, lines=list(lines), raw={
        "org": "CITY", "system": system, "holder": "机关支部", "since": "2024-01-01", "document": "演示支部工作规定", **raw,
    })  # fmt: skip


def session(day, kind, *items, **raw):
    return save("party_sessions", by=SYSTEM, lines=[{"obligation": one} for one in items], raw={
        "org": "CITY", "day": day, "kind": kind, "days": "1", "holder": "机关支部", **raw,
    })  # fmt: skip


def dues(day="2024-03-01", **raw):
    return save(
        "party_dues", by=SYSTEM, raw={"org": "CITY", "day": day, "members": "9", "on_time": "9", **raw}
    )


def check(day="2024-02-05", **raw):
    return save("party_checks", by=SYSTEM, raw={"org": "CITY", "day": day, "kind": "专项检查", "title": "公车与值班",
                                                "found": "0", "rectified": "0", **raw})  # fmt: skip


class TestRequirements:
    LINES = (
        {"what": "支部党员大会要求", "times": "1", "per": "每季度"},
        {"what": "支委会要求", "times": "1", "per": "每月"},
        {"what": "党课", "times": "1", "per": "每半年"},
    )

    def test_a_system_is_one_whatever_it_requires(self, world):
        one = obligation(lines=self.LINES)
        for system in ("第一议题制度", "理论学习中心组制度"):
            obligation(system, holder="党组")
        assert held("party_obligations", one) == {"party.systems": 1, "party.required_times": 3}
        assert value("party.systems", kind=["topic_system", "centre_system"]) == 2
        assert value("party.required_times", kind="committee_held", grade="month") == 1

    def test_done_due_and_overdue_by_what_was_held(self, world, monkeypatch):
        monkeypatch.setattr(duties.timezone, "localdate", lambda *_: date(2024, 5, 20))
        obligation(lines=self.LINES)
        session("2024-02-10", "支部党员大会")
        session("2024-03-10", "专题党课")
        session("2024-04-10", "支部党员大会", holder="党组")
        session("2024-05-10", "支委会", "党课")
        rows = {row.requirement.what: row for row in duties.requirements(2024, by=SYSTEM)}
        meetings, committees, lectures = rows["members_held"], rows["committee_held"], rows["lecture_given"]
        assert [part.state for part in meetings.parts] == ["done", "due", "ahead", "ahead"], (
            "another's does not count"
        )
        assert [part.state for part in committees.parts][:6] == ["overdue"] * 4 + ["done", "ahead"]
        assert [(part.state, part.done) for part in lectures.parts] == [("done", 2), ("ahead", 0)]
        assert (committees.late, lectures.met) == (4, 1)

    def test_one_session_serves_several_requirements(self, world, monkeypatch):
        monkeypatch.setattr(duties.timezone, "localdate", lambda *_: date(2025, 1, 5))
        obligation(
            lines=[{"what": one, "times": "1", "per": "每年"} for one in ("意识形态", "全面从严治党", "党课")]
        )
        session("2024-05-10", "专题党课", "意识形态", "全面从严治党")
        assert value("party.sessions") == 1
        assert [row.met for row in duties.requirements(2024, by=SYSTEM)] == [1, 1, 1]

    def test_talks_and_dues_answer_as_well(self, world, monkeypatch):
        monkeypatch.setattr(duties.timezone, "localdate", lambda *_: date(2025, 1, 5))
        obligation("谈心谈话制度", [{"what": "谈心谈话人次", "times": "5", "per": "每年"}])
        obligation("党费收缴制度", [{"what": "收缴党费的月数", "times": "3", "per": "每季度"}])
        save(
            "party_talks",
            by=SYSTEM,
            raw={"org": "CITY", "day": "2024-03-01", "kind": "谈心谈话", "people": "6"},
        )
        for month in range(1, 6):
            dues(f"2024-{month:02}-01")
        rows = {
            row.requirement.what: [part.state for part in row.parts]
            for row in duties.requirements(2024, by=SYSTEM)
        }
        assert rows == {"heart_talk": ["done"], "dues_paid": ["done", "overdue", "overdue", "overdue"]}

    def test_an_old_frequency_ends_and_a_new_one_begins(self, world):
        obligation(lines=[{"what": "党课", "times": "1", "per": "每年"}], until="2024-12-31")
        obligation(lines=[{"what": "党课", "times": "1", "per": "每季度"}], since="2025-01-01")
        assert len(duties.requirements(2024, by=SYSTEM)[0].parts) == 1
        assert [len(row.parts) for row in duties.requirements(2025, by=SYSTEM)] == [4]

    @pytest.mark.parametrize(
        ("wrong", "lines", "field"),
        [
            ({"document": ""}, (), "document"),
            ({"until": "2023-01-01"}, (), "until"),
            ({}, ({"what": "党课", "times": "1", "per": "每年"},) * 2, "system"),
            ({}, ({"what": "党课", "times": "0", "per": "每年"},), "system"),
        ],
    )
    def test_what_is_refused(self, world, wrong, lines, field):
        with pytest.raises(Invalid) as refused:
            obligation(lines=lines, **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not PartyObligation.objects.unscoped("test").exists()


class TestCounts:
    def test_dues_in_time_are_a_share_of_counts_and_amounts(self, world):
        dues(owed="620", paid="620")
        dues("2024-04-01", on_time="8", owed="620", paid="600")
        assert value("party.dues_on_time_rate") == Decimal("94.4")
        assert value("party.dues_on_time_rate", "2024-03") == 100
        assert value("party.dues_paid_rate") == Decimal("98.4")
        assert value("party.dues_paid") == 1220

    def test_letters_sites_and_posts(self, world):
        raw = {"org": "CITY", "since": "2022-07-01"}
        save("party_letters", by=SYSTEM, raw={"org": "CITY", "day": "2024-02-20", "kind": "党风廉政建设目标责任书",
                                              "title": "党组与科室责任书", "copies": "6"})  # fmt: skip
        for kind, title in (("党员活动室", "活动室"), ("党员信息库", "信息库"), ("党费台账", "台账")):
            save("party_facilities", by=SYSTEM, raw={**raw, "kind": kind, "title": title})
        save(
            "party_posts",
            by=SYSTEM,
            raw={**raw, "kind": "意识形态风险提醒人", "title": "风险提醒人", "people": "1"},
        )
        assert value("party.letters", kind="integrity") == 6
        assert value("party.facilities", kind=["activity_room", "database"]) == 2
        assert value("party.facilities", kind="dues_ledger") == 1
        assert value("party.posts", kind="reminder") == 1

    def test_checks_around_holidays(self, world):
        check(occasion="春节", found="2", rectified="1")
        check("2024-01-01", occasion="元旦")
        check("2024-01-02", occasion="元旦")
        check("2024-04-01", kind="意识形态风险研判", title="半年研判")
        assert value("party.checks", kind="special") == 3
        assert value("party.check_occasions") == 2
        assert value("party.check_rectified_rate") == 50

    def test_no_breach_is_told_by_a_nil_return_only(self, world):
        save(
            "party_breaches",
            by=SYSTEM,
            raw={"org": "A", "day": "2023-03-01", "kind": "工作纪律", "cases": "1"},
        )
        assert figure("party.breaches", "2024H1", "M").value is None, "a blank is no zero"
        save("nil_returns", by=SYSTEM,
             raw={"org": "CITY", "register": "违纪情况", "since": "2024-01-01", "until": "2024-06-30"})  # fmt: skip
        found = figure("party.breaches", "2024H1")
        assert (found.value, found.status) == (0, "nil")

    def test_what_sessions_tell_besides(self, world):
        session("2024-03-01", "警示教育", cases="2", papers="9")
        session("2024-04-01", "廉政党课", lecturer="派驻纪检组负责人")
        session("2024-05-01", "专题党课", lecturer="党组书记")
        session("2024-05-02", "参观警示教育基地")
        session("2024-05-03", "机关干部职工集体学习")
        assert value("party.cases") == 2
        assert value("party.papers") == 9
        assert value("party.sessions", kind="integrity_lecture", audience="discipline_head") == 1
        assert value("party.items", kind="lecture_given") == 2
        assert value("party.items", kind="warning_held") == 2
        assert value("party.lecturers") == 2

    def test_talks_by_trigger_and_level(self, world):
        for trigger, tier in (("重点岗位", "书记与班子成员"), ("任职（入职）", "分管领导与科室负责人")):
            save("party_talks", by=SYSTEM, raw={"org": "CITY", "day": "2024-03-01", "kind": "廉政谈话", "people": "2",
                                                "trigger": trigger, "tier": tier})  # fmt: skip
        assert value("party.talks", kind="integrity") == 4
        assert value("party.talk_triggers") == 2
        assert value("party.talk_tiers") == 2

    @pytest.mark.parametrize(
        ("enter", "model", "wrong", "field"),
        [
            (dues, PartyDues, {"day": "2024-03-02"}, "day"),
            (dues, PartyDues, {"on_time": "10"}, "on_time"),
            (dues, PartyDues, {"paid": "10"}, "owed"),
            (check, PartyCheck, {"rectified": "1"}, "rectified"),
            (check, PartyCheck, {"day": "2099-01-01"}, "day"),
        ],
    )
    def test_what_is_refused(self, world, enter, model, wrong, field):
        with pytest.raises(Invalid) as refused:
            enter(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not model.objects.unscoped("test").exists()

    def test_a_month_without_breach_is_a_nil_return(self, world):
        with pytest.raises(Invalid, match="零报告"):
            save(
                "party_breaches",
                by=SYSTEM,
                raw={"org": "CITY", "day": "2024-03-01", "kind": "工作纪律", "cases": "0"},
            )
        assert not Breach.objects.unscoped("test").exists()

    def test_the_ledger_agrees_with_the_records(self, world):
        obligation(lines=TestRequirements.LINES)
        dues(owed="620", paid="620")
        check(found="2", rectified="1")
        assert not list(differences())


def test_the_page_is_for_the_circle_only(world):
    obligation(lines=TestRequirements.LINES)
    for role, status in ((Role.OFFICE, 200), (Role.CLERK, 404), (Role.AUDITOR, 404)):
        world.person(role, ("CITY", role))
        client = Client()
        backend = "allauth.account.auth_backends.AuthenticationBackend"
        client.force_login(User.objects.get(username=role), backend=backend)
        year = timezone.localdate().year
        found = client.get(f"/party/requirements/?year={year}")
        assert found.status_code == status
        assert ("支委会要求" in found.content.decode()) is (status == 200)
        assert ("支委会要求" in client.get("/inbox/").content.decode()) is (status == 200)
        assert ("党务要求完成情况" in client.get("/").content.decode()) is (status == 200)
