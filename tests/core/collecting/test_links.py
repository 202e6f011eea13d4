"""Links for bodies without an account: what comes in waits, and a link opens nothing else."""

import io
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import User
from kebridge.core.audit.models import Entry
from kebridge.core.collecting import ops
from kebridge.core.collecting.models import CollectionLink
from kebridge.core.ledger.models import Fact
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import register as registers
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.web.middleware import MOST_SENT_BY_STRANGERS
from kebridge.rooms.activities.models import Activity
from kebridge.rooms.venues.models import VisitDay
from kebridge.rooms.volunteers.models import Service
from tests.support.world import SYSTEM, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    made = make_world()
    made.clerk = made.person("yewu", ("A", "clerk"))
    return made


@pytest.fixture
def link(world):
    return ops.give_out(registers.get("activities"), org_code="A", receiver="演示县化学会", by=world.clerk)


def standing(model):
    return list(model._default_manager.unscoped("the test looks at all").order_by("pk"))


FORM = {
    "title": "化学会科普讲座", "day": "2024-05-06", "kind": "报告会/讲座", "line-0-day": "2024-05-06", "line-0-on_site": "60",
}  # fmt: skip


def test_what_comes_in_waits_and_counts_only_when_accepted(world, link, client):
    given, token = link
    before = Fact.objects.count()
    page = client.get(f"/collect/{token}/")
    # A stricter policy makes browsers send "Origin: null", and what they hand in is then refused.
    assert page["Referrer-Policy"] == "same-origin"
    assert "演示县化学会" in page.content.decode()
    assert "由发链接的单位审核" in page.content.decode()
    assert "<legend>归属</legend>" not in page.content.decode()
    assert "hx-get" not in page.content.decode()
    answer = client.post(f"/collect/{token}/", FORM)
    assert "已提交" in answer.content.decode()
    record = standing(Activity)[0]
    assert (record.state, record.org_id) == (State.PENDING, world["A"])
    assert record.origin_note == given.note
    assert Fact.objects.count() == before
    given.refresh_from_db()
    assert given.received == 1


def test_the_unit_of_the_link_stands_whatever_is_sent(world, link, client):
    client.post(f"/collect/{link[1]}/", {**FORM, "org": "演示乙县科协"})
    assert [one.org_id for one in standing(Activity)] == [world["A"]]


def test_a_wrong_form_is_told_and_kept_and_nothing_is_written(link, client):
    answer = client.post(f"/collect/{link[1]}/", {**FORM, "day": ""})
    assert answer.status_code == 400
    assert "化学会科普讲座" in answer.content.decode()
    assert standing(Activity) == []
    assert CollectionLink.objects.unscoped("test").get().received == 0


def test_a_workbook_is_taken_in_whole_or_not_at_all(world, client):
    given, token = ops.give_out(registers.get("visits"), org_code="AM", receiver="演示县馆", by=world.clerk)
    content = client.get(f"/collect/{token}/template/").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = next(one for one in book if one.sheet_state == "visible" and one.max_column > 3)
    heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=4) for cell in row if cell.value}
    at = {
        name: next(col for head, col in heads.items() if str(head).startswith(name))
        for name in ("填报单位", "日期", "散客")
    }
    first = sheet.max_row + 1

    def sent():
        data = io.BytesIO()
        book.save(data)
        data.name, _ = "回填.xlsx", data.seek(0)
        return client.post(f"/collect/{token}/", {"upload": "1", "file": data})

    for number, day in enumerate(("2024-05-01", "2024-13-40")):
        sheet.cell(first + number, at["填报单位"], "演示甲县科技馆")
        sheet.cell(first + number, at["日期"], day)
        sheet.cell(first + number, at["散客"], 100 + number)
    answer = sent()
    assert answer.status_code == 400
    assert "2024-13-40" in answer.content.decode()
    assert standing(VisitDay) == []
    sheet.cell(first + 1, at["日期"], "2024-05-02")
    assert "已提交" in sent().content.decode()
    assert [one.state for one in standing(VisitDay)] == [State.PENDING] * 2
    given.refresh_from_db()
    assert given.received == 2


@pytest.mark.parametrize("ended", ["expired", "closed", "full", "unknown"])
def test_a_link_that_ended_opens_nothing(world, link, client, ended):
    given, token = link
    client.get(f"/collect/{token}/")
    if ended == "expired":
        CollectionLink.objects.unscoped("test").update(expires=timezone.now() - timedelta(seconds=1))
    elif ended == "closed":
        ops.stop(given.pk, by=world.clerk)
    elif ended == "full":
        CollectionLink.objects.unscoped("test").update(received=ops.MOST_RECORDS)
    else:
        token = "x" * 32
    answer = client.post(f"/collect/{token}/", FORM)
    assert answer.status_code == 400
    assert "化学会科普讲座" not in answer.content.decode()
    assert standing(Activity) == []


def test_a_guest_can_neither_see_nor_change_nor_reach_another_register(world, link):
    guest = ops.guest(link[0])
    assert not guest.can("see")
    assert not guest.can("change", world["A"])
    assert not guest.can("add", world["B"])
    assert not guest.can("import", world["B"])


def test_only_who_may_enter_there_gives_out_and_stops(world, link):
    outsider = world.person("wai", ("B", "clerk"))
    with pytest.raises(Refusal, match="请选择您能填报的单位"):
        ops.give_out(registers.get("activities"), org_code="A", receiver="演示学会", by=outsider)
    with pytest.raises(CollectionLink.DoesNotExist):
        ops.stop(link[0].pk, by=outsider)
    with pytest.raises(Refusal, match="不能用链接收集"):
        ops.give_out(registers.get("party_sessions"), org_code="A", receiver="演示学会", by=world.clerk)
    with pytest.raises(Denied):
        ops.give_out(
            registers.get("activities"), org_code="A", receiver="某", by=world.person("ld", ("A", "leader"))
        )
    links = CollectionLink.objects.unscoped("test")
    assert links.count() == 1
    assert links.get().is_open


def test_giving_out_shows_the_link_once_and_is_audited(world, client):
    client.force_login(User.objects.get(username="yewu"))
    answer = client.post("/r/activities/collect/", {"org": "A", "receiver": "演示县化学会", "days": "7"})
    text = answer.content.decode()
    assert "/collect/" in text
    assert "只显示这一次" in text
    again = client.get("/r/activities/collect/").content.decode()
    assert "只显示这一次" not in again
    unit = latest_tree().name(Actor.of(User.objects.get(username="yewu")).top_org_ids[0])
    assert f'data-label="单位">{unit}</td>' in again
    assert f'<option value="A" selected>{unit}</option>' in again
    assert Entry.objects.filter(action="give_out").count() == 1
    wrong = client.post("/r/activities/collect/", {"org": "A", "receiver": "", "days": "7"})
    assert wrong.status_code == 400
    assert CollectionLink.objects.unscoped("test").count() == 1


def uploaded(client, token, data):
    file = io.BytesIO(data)
    file.name = "回填.xlsx"
    return client.post(f"/collect/{token}/", {"upload": "1", "file": file})


def test_a_workbook_that_unpacks_to_much_more_is_refused(link, client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b" " * (ops.MOST_UNPACKED + 1))
    answer = uploaded(client, link[1], packed.getvalue())
    assert (answer.status_code, standing(Activity)) == (400, [])
    assert "太大" in answer.content.decode()


def test_workbooks_cannot_be_poured_in(link, client, monkeypatch):
    monkeypatch.setattr(ops, "READ_AN_HOUR", 2)
    content = client.get(f"/collect/{link[1]}/template/").content
    told = [uploaded(client, link[1], content).content.decode() for _ in range(3)]
    assert ["一小时内" in page for page in told] == [False, False, True]


@pytest.mark.parametrize("address", ["/collect/{}/", "/accounts/login/"])
def test_who_has_no_account_cannot_fill_the_disk(link, client, address):
    answer = client.post(address.format(link[1]), {"note": "x" * MOST_SENT_BY_STRANGERS})
    assert answer.status_code == 413
    assert "太大" in answer.content.decode()


def test_a_guest_learns_nothing_of_what_the_unit_has(world, client):
    hours = {"day": "2024-03-05", "person_name": "演示人", "employer": "演示大学", "kind": "科普服务", "activity": "演示活动",
             "minutes": "60"}  # fmt: skip
    save("volunteer_hours", by=SYSTEM, raw={**hours, "org": "A", "begins": "09:13", "ends": "10:13"})
    _, token = ops.give_out(registers.get("volunteer_hours"), org_code="A", receiver="某学会", by=world.clerk)
    answer = client.post(f"/collect/{token}/", {**hours, "begins": "08:00", "ends": "20:00"})
    assert answer.status_code == 400
    assert "时间重叠" in answer.content.decode()
    assert "09:13" not in answer.content.decode()
    assert len(standing(Service)) == 1


def test_the_token_stands_in_no_log(link, client, capfd):
    client.post(f"/collect/{link[1]}/", {**FORM, "day": ""})
    client.get("/accounts/enter/演示口令abcdefgh/")
    told = capfd.readouterr()
    assert "/collect/" in told.err
    assert link[1] not in told.out + told.err
    assert "abcdefgh" not in told.out + told.err
