"""The practice book: what is practised counts nowhere, shows nowhere, takes no place, and touches nothing real."""

from dataclasses import replace

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.access.models import User
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.models import Fact
from kebridge.core.ledger.verify import problems
from kebridge.core.records import practice
from kebridge.core.records import register as registers
from kebridge.core.records.models import Body
from kebridge.core.records.ops import move_record, save_record
from kebridge.core.records.queries import search, similar
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import sheets
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import FigureRequest, Scope
from tests.support.world import SYSTEM, activity, make_world, visit

pytestmark = pytest.mark.django_db
ACTIVITIES, VISITS = registers.get("activities"), registers.get("visits")
DAY = "2024-03-05"
SESSIONS = [{"day": DAY, "on_site": 120, "body": "演示第九小学"}]


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def clerk(world):
    return world.person("clerk", ("CITY", "clerk"))


@pytest.fixture
def pupil(clerk):
    """The same clerk while he practises."""
    return replace(clerk, practising=True)


def value():
    request = FigureRequest("venues.visits", Scope("CITY"), Period.parse("2024"))
    return figures([request], by=SYSTEM)[0].value


def test_it_posts_nothing_and_moves_no_figure(world, clerk, pupil):
    visit(world, "M", DAY, 10)
    before, facts = value(), Fact.objects.count()
    record = visit(world, "M", "2024-03-06", 500, by=pupil)
    assert (record.state, record.origin_note) == ("practice", "练习")
    corrected = save_record(
        VISITS, {"org": "M", "day": "2024-03-06", "individuals": 700}, by=pupil, pk=record.pk
    )
    assert corrected.state == "practice"
    assert (value(), Fact.objects.count()) == (before, facts)
    assert list(problems()) == []


def test_it_hides_from_lists_search_keys_likeness_and_suggested_bodies(world, clerk, pupil):
    record = activity(world, "A", "科普报告进校园", DAY, by=pupil, sessions=SESSIONS)
    values = {"day": record.day, "title": "科普报告进校园", "org": "演示甲县科协"}
    assert not search(ACTIVITIES, clerk, {}).exists()
    assert not search(ACTIVITIES, clerk, {"q": "报告"}).exists()
    assert similar(ACTIVITIES, values) == []
    assert Body.objects.unscoped("a test").get(name="演示第九小学").state == "practice"
    assert list(search(ACTIVITIES, clerk, {"state": "practice"})) == [record]
    other = world.person("other", ("CITY", "clerk"))
    assert not search(ACTIVITIES, other, {"state": "practice"}).exists()


def test_it_takes_no_place_of_a_real_record(world, clerk, pupil):
    activity(world, "A", "同名", DAY, by=pupil, sessions=SESSIONS)
    activity(world, "A", "同名", DAY, by=pupil, sessions=SESSIONS)
    real = activity(world, "A", "同名", DAY, by=clerk, sessions=SESSIONS)
    assert real.state == "counted"
    bodies = Body.objects.unscoped("a test").filter(name="演示第九小学", state="counted")
    assert bodies.count() == 1


def test_who_practises_leaves_real_records_alone_and_the_other_way_round(world, clerk, pupil):
    real, practised = visit(world, "M", DAY, 10), visit(world, "M", "2024-03-06", 20, by=pupil)
    raw = {"org": "M", "day": "2024-03-07", "individuals": 1}
    with pytest.raises(Refusal, match="正在练习"):
        save_record(VISITS, raw, by=pupil, pk=real.pk)
    with pytest.raises(Refusal, match="正在练习"):
        move_record(VISITS, real.pk, "void", by=pupil, reason="重复登记")
    with pytest.raises(Refusal, match="只能在练习时修改"):
        save_record(VISITS, raw, by=clerk, pk=practised.pk)
    for step in ("submit", "accept", "void"):
        with pytest.raises(Refusal):
            move_record(VISITS, practised.pk, step, by=SYSTEM, reason="不行")


def test_only_its_author_throws_it_away_and_it_never_comes_back(world, clerk, pupil):
    practised = visit(world, "M", DAY, 20, by=pupil)
    with pytest.raises(Denied):
        move_record(VISITS, practised.pk, "discard", by=SYSTEM)
    move_record(VISITS, practised.pk, "discard", by=clerk)
    with pytest.raises(Refusal, match="不能恢复"):
        move_record(VISITS, practised.pk, "restore", by=clerk, reason="想要回来")


def test_everything_practised_is_thrown_away_at_once(world, clerk, pupil):
    visit(world, "M", DAY, 20, by=pupil)
    activity(world, "A", "练习", DAY, by=pupil, sessions=SESSIONS)
    real = visit(world, "M", "2024-03-07", 30, by=clerk)
    assert {one.code: count for one, count in practice.own(clerk)} == {
        "visits": 1,
        "activities": 1,
        "bodies": 1,
    }
    assert practice.discard_all(clerk) == 3
    assert practice.own(clerk) == []
    real.refresh_from_db()
    assert real.state == "counted"


def test_registers_that_begin_other_records_are_not_practised(world, pupil):
    with pytest.raises(Refusal, match="不能用来练习"):
        save_record(registers.get("programmes"), {"org": "CITY", "name": "新品牌"}, by=pupil)
    assert not registers.get("organisations").practises
    assert not registers.get("persons").practises


def test_a_role_that_may_not_enter_may_not_practise(world):
    leader = replace(world.person("leader", ("CITY", "leader")), practising=True)
    with pytest.raises(Refusal):
        visit(world, "M", DAY, 20, by=leader)
    assert practice.own(leader) == []


def test_an_import_does_not_find_it_by_its_number(world, clerk, pupil):
    practised = visit(world, "M", DAY, 20, by=pupil)
    assert sheets.export(VISITS, search(VISITS, clerk, {}), by=clerk)
    found = search(VISITS, clerk, {}).filter(pk=practised.pk)
    assert not found.exists()


def test_pages_hide_it_and_refuse_real_business_meanwhile(world, client, clerk, pupil):
    client.force_login(User.objects.get(username="clerk"))
    real = visit(world, "M", DAY, 10)
    client.post("/practice/", {"on": "1"})
    assert "正在练习" in client.get("/").content.decode()
    form = client.get("/r/visits/new/").content.decode()
    assert 'class=" practising"' in form
    assert "存为草稿" not in form
    client.post("/r/visits/new/", {"org": "M", "day": "2024-03-06", "individuals": "99"})
    practised = search(VISITS, clerk, {"state": "practice"}).get()
    page = client.get(f"/r/visits/{practised.pk}/").content.decode()
    assert "watermark" in page
    assert "正式登记" in page
    assert client.post(f"/r/visits/{real.pk}/void/", {"reason": "重复登记"}).status_code == 400
    assert client.post("/imports/", {}).status_code == 400
    assert client.post("/r/visits/review/", {"step": "accept"}).status_code == 400
    assert client.get("/api/r/visits?state=practice").json()["count"] == 0
    assert client.get(f"/api/r/visits/{practised.pk}").status_code == 404
    assert client.get("/r/visits/export/?state=practice").status_code == 200
    answer = client.post(
        "/practice/", {"on": "0", "next": f"/r/visits/new/?from={practised.pk}"}, follow=True
    )
    assert 'value="99"' in answer.content.decode()
    client.post("/r/visits/new/", {"org": "M", "day": "2024-03-06", "individuals": "99"})
    assert search(VISITS, clerk, {"q": ""}).count() == 2
    client.post("/practice/discard/")
    assert not search(VISITS, clerk, {"state": "practice"}).exists()


def test_what_is_entered_for_good_leaves_the_practice_book(client, world, clerk, pupil):
    record = visit(world, "M", DAY, 500, by=pupil)
    client.force_login(User.objects.get(username="clerk"))
    sent = {
        "org": "M",
        "day": DAY,
        "part": "hall",
        "individuals": "500",
        "grouped": "0",
        "basis": "registered",
    }
    assert client.post(f"/r/visits/new/?from={record.pk}", {**sent, "individuals": "x"}).status_code == 400
    assert practice.own(clerk) == [(VISITS, 1)]
    assert client.post(f"/r/visits/new/?from={record.pk}", sent).status_code == 302
    assert practice.own(clerk) == []


def test_another_s_practice_is_not_settled(world, pupil):
    record = visit(world, "M", DAY, 500, by=pupil)
    with pytest.raises(Denied):
        practice.settle(record.pk, VISITS, SYSTEM)
    record.refresh_from_db()
    assert record.state == "practice"


def test_the_page_says_why_a_register_cannot_be_practised(client, world, clerk):
    client.force_login(User.objects.get(username="clerk"))
    closed = {one.code for one, why in client.get("/practice/").context["closed_to"] if why}
    assert "organisations" in closed
    assert "visits" not in closed
