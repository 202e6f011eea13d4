"""The API does what the pages do: the same operations, the same refusals."""

from typing import Any

import pytest
from django.test import Client

from kebridge.core.access.models import User
from kebridge.core.ledger import verify
from kebridge.core.ledger.models import Posting
from tests.core.transfer.workbooks import review, rows_of
from tests.support.world import SYSTEM, Role, World, activity, make_world, save, visit

pytestmark = pytest.mark.django_db(transaction=True)
VISIT = {"org": "演示市科技馆", "day": "2024-03-05", "individuals": "1,200", "grouped": 30}


@pytest.fixture
def world() -> World:
    return make_world()


def signed_in(world: World, *roles: tuple[str, str], **more: Any) -> Client:
    world.person("ren", *roles)
    client = Client(**more)
    client.force_login(
        User.objects.get(username="ren"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_whoever_is_not_signed_in_is_told_so(world: World) -> None:
    answer = Client().get("/api/registers")
    assert (answer.status_code, answer.json()["message"]) == (401, "请先登录")


def test_registers_tell_their_fields(world: World) -> None:
    found = {one["code"]: one for one in signed_in(world, ("M", Role.REPORTER)).get("/api/registers").json()}
    part = next(field for field in found["visits"]["fields"] if field["name"] == "part")
    assert (part["label"], part["choices"]) == ("区域", ["展厅", "青少年课外活动中心", "影院"])
    assert [field["name"] for field in found["activities"]["line_fields"]][:2] == ["day", "place"]


def test_records_are_searched_and_paged_within_reach(world: World) -> None:
    for day in range(1, 6):
        visit(world, "M", f"2024-03-0{day}", day)
    visit(world, "AM", "2024-03-01", 9)
    client = signed_in(world, ("M", Role.REPORTER))
    page = client.get("/api/r/visits", {"from": "2024-03-02", "size": 2, "page": 2}).json()
    assert (page["count"], page["pages"], page["page"]) == (4, 2, 2)
    assert [one["values"]["individuals"] for one in page["records"]] == [3, 2]
    assert client.get("/api/r/visits", {"from": "三月"}).status_code == 400


def test_a_record_with_lines_goes_out_and_comes_in_alike(world: World) -> None:
    made = activity(world, "A", "讲座", "2024-05-12", partners="演示大学",
                    sessions=[{"day": "2024-05-12", "on_site": 80, "body": "演示县第一小学"}])  # fmt: skip
    client = signed_in(world, ("CITY", Role.CLERK))
    one = client.get(f"/api/r/activities/{made.pk}").json()
    assert one["number"] == f"activities-{made.pk}"
    assert one["lines"][0]["body"] == "演示县第一小学"
    one["values"]["title"] = "科学讲座"
    body = {"values": one["values"], "lines": one["lines"], "revision": one["revision"]}
    changed = client.put(f"/api/r/activities/{made.pk}", body, content_type="application/json")
    assert changed.status_code == 200, changed.json()
    assert changed.json()["values"] == one["values"]
    assert changed.json()["lines"] == one["lines"]
    stale = client.put(f"/api/r/activities/{made.pk}", body, content_type="application/json")
    assert stale.status_code == 409
    assert list(verify.problems()) == []


def test_entering_counts_at_once_or_waits_for_review(world: World) -> None:
    client = signed_in(world, ("M", Role.REPORTER))
    made = client.post("/api/r/visits", {"values": VISIT}, content_type="application/json")
    assert (made.status_code, made.json()["state"], made.json()["values"]["individuals"]) == (
        201,
        "counted",
        1200,
    )
    review("visits")
    waits = client.post(
        "/api/r/visits", {"values": {**VISIT, "day": "2024-03-06"}}, content_type="application/json"
    )
    assert waits.json()["state_label"] == "待审"
    assert list(verify.problems()) == []


@pytest.mark.parametrize(("values", "field"), [
    ({**VISIT, "individuals": "百余"}, "individuals"), ({**VISIT, "day": None}, "day"), ({**VISIT, "indviduals": 3}, "indviduals"),
])  # fmt: skip
def test_faults_name_their_fields_and_nothing_changes(
    world: World, values: dict[str, Any], field: str
) -> None:
    client, before = signed_in(world, ("M", Role.REPORTER)), Posting.objects.count()
    answer = client.post("/api/r/visits", {"values": values}, content_type="application/json")
    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["faults"]] == [field]
    assert answer.json()["message"]
    assert Posting.objects.count() == before


def test_out_of_reach_is_refused_and_nothing_changes(world: World) -> None:
    made = visit(world, "M", "2024-03-05", 120)
    client, before = signed_in(world, ("A", Role.REPORTER)), Posting.objects.count()
    assert client.get(f"/api/r/visits/{made.pk}").status_code == 404
    body = {"values": VISIT, "revision": 1}
    assert client.put(f"/api/r/visits/{made.pk}", body, content_type="application/json").status_code == 404
    assert client.post("/api/r/visits", {"values": VISIT}, content_type="application/json").status_code == 422
    assert client.get("/api/r/nothing").status_code == 404
    assert Posting.objects.count() == before


def test_readers_do_not_write(world: World) -> None:
    made = visit(world, "M", "2024-03-05", 120)
    client, before = signed_in(world, ("CITY", Role.AUDITOR)), Posting.objects.count()
    assert client.get(f"/api/r/visits/{made.pk}").status_code == 200
    body = {"values": VISIT, "revision": 1}
    assert client.put(f"/api/r/visits/{made.pk}", body, content_type="application/json").status_code in (
        403,
        422,
    )
    assert Posting.objects.count() == before


def test_personal_data_are_masked_and_come_back_unchanged(world: World) -> None:
    made = save("groups", by=SYSTEM, raw={"org": "M", "day": "2024-03-01", "body": "演示县第一小学", "people": 40,
                                          "phone": "13800001234"})  # fmt: skip
    client = signed_in(world, ("CITY", Role.CLERK))
    one = client.get(f"/api/r/groups/{made.pk}").json()
    assert one["values"]["phone"] == "138****1234"
    body = {"values": {**one["values"], "people": 41}, "revision": 1}
    assert client.put(f"/api/r/groups/{made.pk}", body, content_type="application/json").status_code == 200
    kept = rows_of("groups").get()
    assert (kept.people, kept.phone.reveal()) == (41, "13800001234")


def test_writing_needs_the_token_of_the_page(world: World) -> None:
    client = signed_in(world, ("M", Role.REPORTER), enforce_csrf_checks=True)
    answer = client.post("/api/r/visits", {"values": VISIT}, content_type="application/json")
    assert answer.status_code == 403
    assert not rows_of("visits").exists()


@pytest.mark.parametrize("body", ["", "[]", '{"values": 3}', "{"])
def test_malformed_requests_are_told_so(world: World, body: str) -> None:
    answer = signed_in(world, ("M", Role.REPORTER)).post(
        "/api/r/visits", body, content_type="application/json"
    )
    assert answer.status_code in (400, 422)
    assert answer.json()["message"]
