"""待办: computed from records, the late first; several records reviewed at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kebridge.core.access.models import User
from kebridge.core.records import register as registers
from kebridge.core.records.ops import move_record, set_due_day, set_review
from kebridge.core.records.waiting import waiting
from kebridge.core.refusal import Refusal
from kebridge.rooms.venues.models import VisitDay
from kebridge.staff import inbox
from tests.support.world import SYSTEM, activity, make_world, save, visit

pytestmark = pytest.mark.django_db
VISITS = registers.get("visits")


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def people(world):
    return {
        "reporter": world.person("reporter", ("AM", "reporter")),
        "office": world.person("office", ("CITY", "office")),
        "other": world.person("other", ("B", "office")),
        "leader": world.person("leader", ("CITY", "leader")),
    }


@pytest.fixture
def held(world, people):
    set_review(VISITS, True, by=SYSTEM)
    return [visit(world, "AM", f"2024-03-0{day}", day, by=people["reporter"]) for day in range(1, 6)]


def said(by):
    return [one.saying for one in inbox.todos(by)]


def test_records_wait_for_the_reviewer_of_their_organisation_only(held, people):
    assert any(
        "5条参观" in one or "5天参观" in one or ("5" in one and "等您审核" in one)
        for one in said(people["office"])
    )
    for name in ("other", "leader", "reporter"):
        assert not any("等您审核" in one for one in said(people[name]))


def test_what_was_returned_or_not_finished_is_told_to_its_author(held, people, world):
    move_record(VISITS, held[0].pk, "return", by=people["office"], reason="请核对")
    save(
        "visits",
        by=people["reporter"],
        raw={"org": "AM", "day": "2024-04-01", "individuals": 1},
        is_draft=True,
    )
    told = said(people["reporter"])
    assert any("被退回" in one for one in told)
    assert any("草稿" in one for one in told)
    assert not any("被退回" in one or "草稿" in one for one in said(people["office"]))


def test_counts_cost_one_query(held, people, world):
    people["office"].org_ids("review")
    with CaptureQueriesContext(
        connection,
    ) as found:
        waiting([one for one in registers.every() if one.speaks is None], people["office"])
    assert len(found) <= 2


def test_the_late_stand_first_with_a_text_to_copy(world, people, monkeypatch):
    monkeypatch.setattr(inbox.timezone, "localdate", lambda *_: date(2024, 5, 8))
    monkeypatch.setattr("kebridge.figures.completeness.timezone.localdate", lambda *_: date(2024, 5, 8))
    activity(world, "A", "讲座", "2024-04-05")
    found = inbox.todos(people["office"])
    late = [one for one in found if "还没有报2024年4月“活动登记簿”" in one.saying]
    assert [one.saying.split("还")[0] for one in late] == ["演示乙县科协"]
    assert (late[0].css, late[0].due, found[0].css) == ("bad", "已过5月5日", "bad")
    assert "演示乙县科协" in late[0].copy
    set_due_day(registers.get("activities"), 10, by=SYSTEM)
    later = [one for one in inbox.todos(people["office"]) if "活动登记簿" in one.saying]
    assert (later[0].css, later[0].due) == ("soon", "5月10日前")
    own = [one.saying for one in inbox.todos(people["other"]) if "活动登记簿" in one.saying]
    assert own == ["本单位还没有报2024年4月“活动登记簿”"]
    with pytest.raises(Refusal):
        set_due_day(registers.get("activities"), 31, by=SYSTEM)


@pytest.fixture
def signed_in(client, people):
    def as_(name):
        client.force_login(User.objects.get(username=name))
        return client

    return as_


def states():
    found = VisitDay.objects.unscoped("a test").order_by("day")
    return [one.state for one in found]


def picks(records):
    return [f"{one.pk}:{one.revision}" for one in records]


def test_several_are_accepted_from_the_list(held, signed_in):
    client = signed_in("office")
    page = client.get("/r/visits/?state=pending").content.decode()
    assert page.count('name="pick"') == 5
    assert 'name="pick"' not in client.get("/r/visits/").content.decode()
    answer = client.post("/r/visits/review/", {"step": "accept", "pick": picks(held[:3])})
    assert answer.status_code == 302
    assert states() == ["counted"] * 3 + ["pending"] * 2


def test_several_are_returned_with_one_reason_or_none_at_all(held, signed_in, people):
    client = signed_in("office")
    assert client.post("/r/visits/review/", {"step": "return", "pick": picks(held)}).status_code == 400
    assert states() == ["pending"] * 5
    client.post("/r/visits/review/", {"step": "return", "pick": picks(held), "reason": "请核对"})
    assert states() == ["returned"] * 5


def test_one_changed_meanwhile_stops_all(held, signed_in, people):
    client = signed_in("office")
    move_record(VISITS, held[4].pk, "accept", by=people["office"])
    answer = client.post("/r/visits/review/", {"step": "accept", "pick": picks(held)})
    assert answer.status_code == 409
    assert "也没有办理" in answer.content.decode()
    assert states() == ["pending"] * 4 + ["counted"]


def test_who_may_not_review_may_not_review_several(held, signed_in):
    answer = signed_in("reporter").post("/r/visits/review/", {"step": "accept", "pick": picks(held)})
    assert answer.status_code == 403
    assert states() == ["pending"] * 5


def test_the_page_and_the_home_page_show_them(held, signed_in):
    client = signed_in("office")
    assert "等您审核" in client.get("/inbox/").content.decode()
    assert "等您审核" in client.get("/").content.decode()
    assert signed_in("leader").get("/inbox/").status_code == 200


def test_a_failed_import_is_told_until_it_is_given_up(world, people, signed_in):
    from kebridge.core.transfer.models import ImportJob, ImportState

    ImportJob.objects.create(
        org_id=world["CITY"], filename="三月.xlsx", digest="x", size=1, state=ImportState.FAILED,
        actor_id=people["office"].user_id, actor_name="测试", counts={"visits": {}},
    )  # fmt: skip
    assert "“三月.xlsx”没有导入成功" in said(people["office"])
    client = signed_in("office")
    client.post(next(one.abandon for one in inbox.todos(people["office"]) if one.abandon))
    assert "“三月.xlsx”没有导入成功" not in said(people["office"])


def test_the_due_day_is_set_on_the_settings_page(world, people, signed_in):
    client = signed_in("office")
    assert "每月" in client.get("/settings/registers/").content.decode()
    client.post("/settings/registers/", {"register": "visits", "due_day": "8"})
    assert 'value="8"' in client.get("/settings/registers/").content.decode()
    assert client.post("/settings/registers/", {"register": "visits", "due_day": "40"}).status_code == 400
