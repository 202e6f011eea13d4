"""Roles × verbs × (own, child, sibling, parent), through the pages: as the table says, and nothing leaks."""

import pytest

from kebridge.core.access.roles import PERMISSIONS, Role, Verb
from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Posting
from kebridge.rooms.activities.models import Activity
from tests.support.world import activity, save, visit

PLACES = {"own": "A", "child": "AM", "sibling": "B", "parent": "CITY"}
WITHIN = {"own", "child"}
SECRET = "只有本单位知道的活动"


@pytest.fixture
def records(world):
    """One activity at each place; all persons of the tests stand on county A."""
    return {
        place: activity(world, code, f"{SECRET}{place}", "2024-03-05", partners=f"秘密单位{place}")
        for place, code in PLACES.items()
    }


def may(role, verb, place):
    return verb in PERMISSIONS[role] and place in WITHIN


def state_of_world():
    return (
        Posting.objects.count(),
        Entry.objects.count(),
        list(Activity.objects.unscoped("test").values_list("state")),
    )


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", list(PLACES))
def test_seeing(records, sign_in, role, place):
    client, record = sign_in("someone", ("A", role)), records[place]
    sees = may(role, Verb.SEE, place)
    assert client.get(f"/r/activities/{record.pk}/").status_code == (200 if sees else 404)
    listed = client.get("/r/activities/", {"q": SECRET}).content.decode()
    assert (record.title in listed) is sees
    edit = client.get(f"/r/activities/{record.pk}/edit/").status_code
    assert edit == (404 if not sees else 200 if may(role, Verb.CHANGE, place) else 403)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", list(PLACES))
def test_adding_and_voiding(world, records, sign_in, role, place):
    client, record = sign_in("someone", ("A", role)), records[place]
    before = state_of_world()
    form = {"org": PLACES[place], "title": f"新{place}", "day": "2024-04-01", "kind": "报告会/讲座", "form": "线下",
            "outcome": "已举办", "is_planned": "否", "basis": "现场计数", "line-0-day": "2024-04-01",
            "line-0-on_site": "10"}  # fmt: skip
    added = client.post("/r/activities/new/", form)
    assert (added.status_code == 302) is may(role, Verb.ADD, place)
    if not may(role, Verb.ADD, place):
        assert state_of_world() == before, "a denial changes nothing"
        assert "演示乙县" not in added.content.decode(), "a refusal names no foreign organisation"
    before = state_of_world()
    voided = client.post(f"/r/activities/{record.pk}/void/", {"reason": "重复"})
    assert (voided.status_code == 302) is (may(role, Verb.VOID, place) and may(role, Verb.SEE, place))
    if voided.status_code != 302:
        assert state_of_world() == before


@pytest.mark.parametrize("role", list(Role))
def test_reviewing(world, sign_in, role):
    from kebridge.core.records import ops, register
    from tests.support.world import SYSTEM

    ops.set_review(register.get("activities"), True, by=SYSTEM)
    pending = activity(world, "A", "待审活动", "2024-03-05", by=world.person("entering", ("A", "reporter")))
    assert pending.state == "pending"
    client = sign_in("someone", ("A", role))
    answer = client.post(f"/r/activities/{pending.pk}/accept/")
    assert (answer.status_code == 302) is may(role, Verb.REVIEW, "own")
    pending.refresh_from_db()
    assert pending.state == ("counted" if may(role, Verb.REVIEW, "own") else "pending")


def test_suggestions_and_filters_tell_nothing_of_others(records, sign_in):
    client = sign_in("reporter", ("A", "reporter"))
    bodies = client.get("/r/activities/suggest/partners/", {"partners": "秘密"}).content.decode()
    assert "秘密单位own" in bodies
    assert "秘密单位sibling" not in bodies
    assert "秘密单位parent" not in bodies
    orgs = client.get("/r/activities/suggest/org/", {"org": "", "see": "1"}).content.decode()
    assert "演示甲县科协" in orgs
    assert "演示乙县" not in orgs
    assert "演示市科协" not in orgs
    told = client.get("/r/activities/", {"org": "B"}).content.decode()
    assert f"{SECRET}sibling" not in told
    assert "演示乙县" not in told, "an unknown code and a foreign one look the same"


def test_an_export_holds_only_what_may_be_exported(records, sign_in):
    from tests.core.web.sheets import texts_of

    content = client_export(sign_in("reporter", ("A", "reporter")))
    found = texts_of(content)
    assert any(f"{SECRET}own" in text for text in found)
    assert not any(f"{SECRET}sibling" in text or f"{SECRET}parent" in text for text in found)


def client_export(client):
    response = client.get("/r/activities/export/")
    assert response.status_code == 200
    return response.content


@pytest.mark.parametrize("role", list(Role))
def test_exporting_and_importing_need_their_verbs(records, sign_in, role):
    client = sign_in("someone", ("A", role))
    sees = Verb.SEE in PERMISSIONS[role]
    wanted = 404 if not sees else 200 if Verb.EXPORT in PERMISSIONS[role] else 403
    assert client.get("/r/activities/export/").status_code == wanted
    wanted = 404 if not sees else 200 if Verb.IMPORT in PERMISSIONS[role] else 403
    assert client.get("/r/activities/template/").status_code == wanted


@pytest.mark.parametrize("role", list(Role))
def test_unmasking_asks_why_and_is_audited(world, sign_in, role):
    group = save("groups", by=world.person("office", ("CITY", "office")),
                 raw={"org": "AM", "day": "2024-03-05", "body": "演示县第一小学", "people": "86", "phone": "13800001234"})  # fmt: skip
    client = sign_in("someone", ("A", role))
    page = client.get(f"/r/groups/{group.pk}/").content.decode()
    assert "13800001234" not in page
    address = f"/r/groups/{group.pk}/unmask/phone/"
    assert b"13800001234" not in client.post(address, {"reason": ""}).content
    assert not Entry.objects.filter(action="unmask").exists()
    clear = client.post(address, {"reason": "联系老师"}).content.decode()
    allowed = may(role, Verb.UNMASK, "child") and may(role, Verb.SEE, "child")
    assert ("13800001234" in clear) is allowed
    assert Entry.objects.filter(action="unmask", reason="联系老师").exists() is allowed
    assert not any("13800001234" in str(entry.changes) for entry in Entry.objects.all())


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("org", ["CITY", "A"])
def test_administration(world, sign_in, role, org):
    client = sign_in("someone", (org, role))
    configures, is_top = Verb.CONFIGURE in PERMISSIONS[role], org == "CITY"
    assert (client.get("/settings/users/").status_code == 200) is configures
    assert (client.get("/settings/registers/").status_code == 200) is (configures and is_top)
    assert (client.get("/settings/audit/").status_code == 200) is (Verb.AUDIT in PERMISSIONS[role])
    assert (client.post("/ledger/seal/").status_code == 302) is (Verb.SEAL in PERMISSIONS[role] and is_top)
    sees_ledger = is_top and bool({Verb.SEAL, Verb.AUDIT} & PERMISSIONS[role])
    assert (client.get("/ledger/").status_code == 200) is sees_ledger


def test_the_audit_of_a_county_ends_at_its_border(records, sign_in):
    page = sign_in("auditor", ("A", "auditor")).get("/settings/audit/").content.decode()
    assert "演示甲县科协" in page
    assert "演示乙县科协" not in page


@pytest.mark.parametrize("place", list(PLACES))
def test_reorganising(world, sign_in, place):
    client = sign_in("office", ("A", "office"))
    address = f"/orgs/{world[PLACES[place]]}/rename/"
    answer = client.post(address, {"value": "改了的名字", "day": "2024-05-01"})
    assert (answer.status_code == 302) is (place in WITHIN)


def test_nobody_enters_without_signing_in(client, records):
    for address in (
        "/",
        "/r/activities/",
        "/r/activities/1/",
        "/settings/",
        "/ledger/",
        "/orgs/tree/",
        "/imports/",
    ):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/accounts/login/")


def test_totals_count_only_what_is_seen(world, sign_in):
    visit(world, "AM", "2024-03-05", 111)
    visit(world, "M", "2024-03-05", 7000)
    page = sign_in("reporter", ("A", "reporter")).get("/r/visits/").content.decode()
    assert "111" in page
    assert "7,111" not in page
    assert "7,000" not in page
