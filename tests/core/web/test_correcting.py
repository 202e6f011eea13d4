"""A mistake put right in one step, with a reason from a list."""

import pytest

from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Posting
from kebridge.core.records import reasons
from kebridge.core.refusal import Refusal
from tests.support.world import activity, visit

HTMX = {"HX-Request": "true"}


@pytest.fixture
def clerk(sign_in):
    return sign_in("clerk", ("CITY", "clerk"))


def last(code, record):
    entry = Entry.objects.filter(source_type=code, source_id=record.pk).order_by("-pk")[0]
    posting = Posting.objects.filter(source_type=code, source_id=record.pk).order_by("-pk")[0]
    return entry.reason, posting.reason


def test_a_reason_is_chosen_and_may_be_told_more_of():
    assert reasons.told("登记错误") == "登记错误"
    assert reasons.told("数量核实后更正", " 与 签到表一致 ") == "数量核实后更正：与 签到表一致"
    assert reasons.told("其他", "场地更换") == "场地更换"
    assert reasons.told("", "") == ""
    with pytest.raises(Refusal, match="写明"):
        reasons.told("其他", " ")


def test_a_single_number_is_put_right_on_the_record_page(world, clerk):
    record = visit(world, "M", "2024-03-05", 168)
    page = clerk.get(f"/r/visits/{record.pk}/").content.decode()
    assert f"/r/visits/{record.pk}/correct/individuals/" in page
    small = clerk.get(f"/r/visits/{record.pk}/correct/individuals/", headers=HTMX).content.decode()
    assert 'value="168"' in small
    assert "登记错误" in small
    typed = {"individuals": "186", "revision": record.revision, "reason": "登记错误"}
    answer = clerk.post(f"/r/visits/{record.pk}/correct/individuals/", typed, headers=HTMX)
    assert answer.headers["HX-Redirect"] == f"/r/visits/{record.pk}/"
    record.refresh_from_db()
    assert (record.individuals, record.day.isoformat()) == (186, "2024-03-05")
    assert last("visits", record) == ("登记错误", "登记错误")


def test_a_number_in_a_line_is_put_right_in_its_line(world, clerk):
    lines = [{"day": "2024-03-05", "on_site": 10}, {"day": "2024-03-06", "on_site": 20}]
    record = activity(world, "A", "讲座", "2024-03-05", sessions=lines)
    typed = {"line-1-on_site": "200", "revision": record.revision, "reason": "数量核实后更正"}
    clerk.post(f"/r/activities/{record.pk}/correct/line-1-on_site/", typed)
    assert [one.on_site for one in record.sessions.all()] == [10, 200]


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        ({"individuals": "-5", "reason": "登记错误"}, 400, "不能是负数"),
        ({"individuals": "5", "reason": "其他"}, 400, "写明"),
        ({"individuals": "5", "reason": "登记错误", "revision": "0"}, 409, "别人修改过"),
    ],
)
def test_what_is_wrong_is_said_in_place_and_what_was_typed_stays(world, clerk, typed, status, told):
    record = visit(world, "M", "2024-03-05", 168)
    typed = {"revision": record.revision, **typed}
    answer = clerk.post(f"/r/visits/{record.pk}/correct/individuals/", typed, headers=HTMX)
    page = answer.content.decode()
    assert (answer.status_code, told in page) == (status, True)
    assert f'value="{typed["individuals"]}"' in page


@pytest.mark.parametrize("name", ["nothing", "line-9-on_site", "line-0-nothing", "line-x-on_site"])
def test_an_unknown_field_is_not_found(world, clerk, name):
    record = activity(world, "A", "讲座", "2024-03-05")
    assert clerk.get(f"/r/activities/{record.pk}/correct/{name}/", headers=HTMX).status_code == 404
    assert clerk.post(f"/r/activities/{record.pk}/correct/{name}/", {name: "1"}).status_code == 404


def test_who_may_not_change_may_not_correct(world, sign_in):
    record = visit(world, "M", "2024-03-05", 168)
    leader = sign_in("leader", ("CITY", "leader"))
    assert "/correct/" not in leader.get(f"/r/visits/{record.pk}/").content.decode()
    typed = {"individuals": "1", "reason": "登记错误"}
    assert leader.post(f"/r/visits/{record.pk}/correct/individuals/", typed).status_code == 403


def test_the_whole_form_and_voiding_ask_from_the_same_list(world, clerk):
    record = visit(world, "M", "2024-03-05", 168)
    form = clerk.get(f"/r/visits/{record.pk}/edit/").content.decode()
    assert "<option selected>登记错误</option>" in form
    posted = {"org": "M", "day": "2024-03-05", "individuals": "186", "revision": record.revision,
              "reason": "其他", "reason_note": "重新清点"}  # fmt: skip
    clerk.post(f"/r/visits/{record.pk}/edit/", posted)
    assert last("visits", record) == ("重新清点", "重新清点")
    clerk.post(f"/r/visits/{record.pk}/void/", {"reason": "重复登记", "reason_note": "与3月6日一条相同"})
    assert last("visits", record)[0] == "重复登记：与3月6日一条相同"
