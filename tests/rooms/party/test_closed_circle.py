"""The closed circle, everywhere: whoever is not in it finds nothing of it, and what is refused changes nothing."""

import pytest
from django.test import Client

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import User
from kebridge.core.access.roles import PERMISSIONS, Role, Verb
from kebridge.core.audit.models import Entry
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.models import Posting
from kebridge.core.records import ops, queries
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import ops as imports
from kebridge.core.transfer import running
from kebridge.core.transfer.sheets import NUMBER, export
from kebridge.figures.drilldown import drill
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import FigureRequest, Scope
from kebridge.rooms.party.models import PartySession
from kebridge.rooms.party.registers import REGISTERS
from tests.core.transfer.workbooks import book, plan, take
from tests.core.web.sheets import texts_of
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
SESSION = {"org": "CITY", "day": "2024-04-12", "kind": "中心组学习", "holder": "党组", "ordinal": "1", "days": "1",
           "present": "77777"}  # fmt: skip
ROW = {**SESSION, "org": "演示市科协", "ordinal": 1, "days": 1, "present": 8}
OUTSIDE = [role for role in Role if Verb.SEE_CLOSED not in PERMISSIONS[role]]
INSIDE = [role for role in Role if Verb.SEE_CLOSED in PERMISSIONS[role]]


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def meeting(world):
    return save("party_sessions", by=SYSTEM, raw=SESSION)


def client_of(world, role, code="CITY") -> Client:
    world.person(f"{role}-{code}", (code, role))
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(User.objects.get(username=f"{role}-{code}"), backend=backend)
    return client


def state():
    sessions = (
        PartySession.objects.unscoped("test").order_by("pk").values_list("pk", "revision", "state", "present")
    )
    return list(sessions), Posting.objects.count(), Entry.objects.count()


@pytest.mark.parametrize("role", OUTSIDE)
def test_pages_and_api_show_nothing_outside_the_circle(world, meeting, role):
    client, before = client_of(world, role), state()
    for register in REGISTERS:
        base = f"/r/{register.code}/"
        for address in (base, f"{base}?q=77777", f"{base}export/", f"{base}template/", f"{base}example/", f"{base}new/",
                        f"{base}paste/", f"{base}suggest/org/?org=", f"/api/r/{register.code}"):  # fmt: skip
            assert client.get(address).status_code == 404, address
    for address in ("", "edit/"):
        assert client.get(f"/r/party_sessions/{meeting.pk}/{address}").status_code == 404
    assert client.post(f"/r/party_sessions/{meeting.pk}/void/", {"reason": "试试"}).status_code == 404
    assert client.post("/r/party_sessions/new/", SESSION | {"ordinal": "2"}).status_code == 404
    assert client.get(f"/api/r/party_sessions/{meeting.pk}").status_code == 404
    body = {"values": SESSION | {"ordinal": "2"}}
    assert client.post("/api/r/party_sessions", body, content_type="application/json").status_code == 404
    assert state() == before, "a denial changes nothing"


@pytest.mark.parametrize("role", [role for role in OUTSIDE if Verb.SEE in PERMISSIONS[role]])
def test_navigation_figures_and_lists_do_not_name_it(world, meeting, role):
    client = client_of(world, role)
    for address in ("/", "/figures/", "/imports/", "/api/registers", "/r/activities/"):
        told = client.get(address).content.decode()
        assert "/r/party_sessions/" not in told, address
        assert "组织生活与学习" not in told, address
        assert "party.sessions" not in told, address
    closed, unknown = (
        client.get(f"/figures/{name}/?scope=CITY&period=2024") for name in ("party.sessions", "party.xyz")
    )
    assert (closed.status_code, "77,777" in closed.content.decode()) == (unknown.status_code, False)


@pytest.mark.parametrize("role", INSIDE)
def test_the_circle_itself_sees_it(world, meeting, role):
    client = client_of(world, role)
    assert "77,777" in client.get("/r/party_sessions/").content.decode()
    assert client.get(f"/r/party_sessions/{meeting.pk}/").status_code == 200
    assert client.get("/api/r/party_sessions").json()["count"] == 1
    assert any("77777" in text for text in texts_of(client.get("/r/party_sessions/export/").content))
    told = client.get("/").content.decode()
    assert "/r/party_sessions/" in told
    assert (client.get("/r/party_sessions/new/").status_code == 200) is (Verb.ADD in PERMISSIONS[role])


def test_the_circle_of_a_county_ends_at_its_border(world, meeting):
    save("party_sessions", by=SYSTEM, raw=SESSION | {"org": "A", "present": "12"})
    client = client_of(world, Role.OFFICE, "A")
    told = client.get("/r/party_sessions/").content.decode()
    assert "77,777" not in told
    assert client.get(f"/r/party_sessions/{meeting.pk}/").status_code == 404
    assert client.get("/api/r/party_sessions").json()["count"] == 1


def test_one_who_works_in_the_city_and_is_in_the_circle_of_a_county_only(world, meeting):
    both = world.person("both", ("CITY", Role.CLERK), ("A", Role.OFFICE))
    register = registers.get("party_sessions")
    assert not queries.visible(register, both).exists()
    before = state()
    with pytest.raises(Denied):
        save("party_sessions", by=both, raw=SESSION | {"ordinal": "2"})
    with pytest.raises(Denied):
        save("party_sessions", by=both, raw=SESSION | {"present": "1"}, pk=meeting.pk)
    with pytest.raises(Denied):
        ops.move_record(register, meeting.pk, "void", by=both, reason="试试")
    with pytest.raises(Denied):
        export(register, [meeting], by=both)
    assert state() == before
    save("party_sessions", by=both, raw=SESSION | {"org": "A"})
    assert queries.visible(register, both).count() == 1


def test_operations_refuse_whoever_is_outside(world, meeting):
    clerk, before = world.person("clerk", ("CITY", Role.CLERK)), state()
    register = registers.get("party_sessions")
    with pytest.raises(Denied, match="党务"):
        save("party_sessions", by=clerk, raw=SESSION | {"ordinal": "2"})
    with pytest.raises(Denied, match="党务"):
        save("party_sessions", by=clerk, raw=SESSION, pk=meeting.pk)
    with pytest.raises(Denied, match="党务"):
        ops.move_record(register, meeting.pk, "void", by=clerk, reason="试试")
    with pytest.raises(Denied):
        export(register, [meeting], by=clerk)
    assert state() == before


class TestFigures:
    @pytest.mark.parametrize(
        "metric", ["party.sessions", "party.items", "party.kinds", "party.organisation_coverage"]
    )
    def test_they_are_for_the_circle(self, world, meeting, metric):
        clerk, leader = (
            world.person("clerk", ("CITY", Role.CLERK)),
            world.person("leader", ("CITY", Role.LEADER)),
        )
        request = FigureRequest(metric, Scope("CITY"), Period.parse("2024"), {})
        figures([request], by=leader)
        with pytest.raises(Denied, match="限定范围"):
            figures([request], by=clerk)
        with pytest.raises(Denied, match="限定范围"):
            drill(request, by=clerk, by_dimension="kind")

    def test_a_county_of_the_circle_is_not_the_city(self, world, meeting):
        office = world.person("office", ("A", Role.OFFICE))
        figures([FigureRequest("party.sessions", Scope("A"), Period.parse("2024"), {})], by=office)
        with pytest.raises(Denied):
            figures([FigureRequest("party.sessions", Scope("CITY"), Period.parse("2024"), {})], by=office)


class TestImports:
    def test_a_sheet_of_the_circle_is_not_read_for_a_clerk(self, world, meeting):
        clerk, before = world.person("clerk", ("CITY", Role.CLERK)), state()
        with pytest.raises(Refusal):
            take(clerk, party_sessions=[{**ROW, "ordinal": 2}])
        assert state() == before

    def test_what_stands_elsewhere_is_not_shown_by_its_number(self, world, meeting):
        both = world.person("both", ("CITY", Role.CLERK), ("A", Role.OFFICE))
        before = state()
        own = {**ROW, "org": "演示甲县科协"}
        assert [one.row for one in plan(both, party_sessions=[own, {**ROW, "ordinal": 2}]).problems] == [3]
        for row in (own, ROW):
            judged = plan(both, party_sessions=[{**row, NUMBER: f"party_sessions-{meeting.pk}"}])
            told = " ".join(one.message for one in judged.problems)
            assert told
            assert "77777" not in told
            assert not any(item.changes for sheet in judged.sheets for item in sheet.items)
        assert state() == before

    def test_a_file_of_the_circle_stays_in_it(self, world):
        office, clerk = (
            world.person("office", ("CITY", Role.OFFICE)),
            world.person("clerk", ("CITY", Role.CLERK)),
        )
        job = imports.upload(book(party_sessions=[ROW]), "党务.xlsx", by=office)
        assert not imports.visible(clerk).exists(), "not judged yet: nobody knows what it holds"
        running.plan_job(job.pk)
        assert not imports.visible(clerk).exists()
        assert imports.visible(office).get() == job
        open_job = imports.upload(book(visits=[]), "参观.xlsx", by=clerk)
        assert imports.visible(clerk).get() == open_job


class TestFirstDayRows:
    """Opening stocks, summaries, nil returns and past figures of the circle stand in open registers."""

    ROWS = {
        "opening_stocks": {"measure": "党组织数", "day": "2023-12-31", "quantity": "7", "document": "演示年报"},
        "summary_returns": {"measure": "谈心谈话人次", "since": "2024-01-01", "until": "2024-01-31", "quantity": "7"},
        "nil_returns": {"register": "谈心谈话", "since": "2024-02-01", "until": "2024-02-29"},
        "past_figures": {"metric": "party.sessions", "since": "2023-01-01", "until": "2023-12-31", "value": "7",
                         "document": "演示年报"},
    }  # fmt: skip
    OPEN = {
        "nil_returns": {"register": "培训", "since": "2024-02-01", "until": "2024-02-29"},
        "past_figures": {"metric": "works.meetings", "since": "2023-01-01", "until": "2023-12-31", "value": "7",
                         "document": "演示年报"},
    }  # fmt: skip

    @pytest.mark.parametrize("code", list(ROWS))
    def test_they_are_closed_row_by_row(self, world, code):
        clerk, office = (
            world.person("clerk", ("CITY", Role.CLERK)),
            world.person("office", ("CITY", Role.OFFICE)),
        )
        register, raw = registers.get(code), {"org": "CITY", **self.ROWS[code]}
        one = save(code, by=office, raw=raw)
        assert queries.visible(register, office).get() == one
        assert not queries.visible(register, clerk).exists()
        before = Posting.objects.count(), Entry.objects.count()
        with pytest.raises(Denied, match="党务"):
            save(code, by=clerk, raw=raw | {"org": "M"})
        with pytest.raises(Denied, match="党务"):
            ops.move_record(register, one.pk, "void", by=clerk, reason="试试")
        assert (Posting.objects.count(), Entry.objects.count()) == before

    @pytest.mark.parametrize("code", list(OPEN))
    def test_other_rows_stay_open(self, world, code):
        clerk = world.person("clerk", ("CITY", Role.CLERK))
        one = save(code, by=clerk, raw={"org": "CITY", **self.OPEN[code]})
        assert queries.visible(registers.get(code), clerk).get() == one

    def test_a_row_cannot_be_led_into_the_circle(self, world):
        clerk = world.person("clerk", ("CITY", Role.CLERK))
        one = save("nil_returns", by=clerk, raw={"org": "CITY", **self.OPEN["nil_returns"]})
        with pytest.raises(Denied):
            save("nil_returns", by=clerk, raw={"org": "CITY", **self.ROWS["nil_returns"]}, pk=one.pk)

    def test_a_nil_return_tells_the_circle_who_looked_and_when(self, world):
        client = client_of(world, Role.OFFICE)
        office = User.objects.get(username="office-CITY")
        one = save("nil_returns", by=Actor.of(office), raw={"org": "CITY", **self.ROWS["nil_returns"]})
        told = client.get(f"/r/nil_returns/{one.pk}/").content.decode()
        assert "2024-02-01至2024-02-29没有谈话" in told
        assert office.full_name in told


def test_the_audit_tells_the_circle_only(world, meeting):
    save("party_sessions", by=SYSTEM, raw=SESSION | {"present": "66666"}, pk=meeting.pk)
    told = client_of(world, Role.AUDITOR).get("/settings/audit/").content.decode()
    assert "66666" not in told
    assert "党务活动" not in told
    world.person("chief", ("CITY", Role.AUDITOR), ("CITY", Role.LEADER))
    chief = Client()
    chief.force_login(
        User.objects.get(username="chief"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert "66666" in chief.get("/settings/audit/").content.decode()
