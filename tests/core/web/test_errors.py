"""What goes wrong is told in plain Chinese, on a page like any other."""

import pytest
from django.template.loader import render_to_string

LINE = "非涉密系统，严禁录入涉密信息"


def test_what_is_not_there(world, sign_in):
    answer = sign_in("clerk", ("A", "clerk")).get("/r/nothing/")
    assert answer.status_code == 404
    assert "没有找到" in answer.content.decode()
    assert LINE in answer.content.decode()


def test_the_page_of_a_failure_needs_nothing():
    assert LINE in render_to_string("500.html")


@pytest.mark.parametrize(
    "address", ["/r/visits/1/void/", "/ledger/seal/", "/settings/elder/", "/imports/1/confirm/"]
)
def test_an_address_that_only_acts_leads_back_when_opened(world, sign_in, address):
    answer = sign_in("office", ("CITY", "office")).get(address)
    assert answer.status_code == 302
    assert answer["Location"] == address.rstrip("/").rpartition("/")[0] + "/"


def test_every_page_says_that_it_is_no_place_for_secrets(world, sign_in, client):
    assert LINE in client.get("/accounts/login/").content.decode()
    signed_in = sign_in("office", ("CITY", "office"), ("CITY", "admin"))
    for address in (
        "/",
        "/r/visits/",
        "/r/visits/new/",
        "/settings/",
        "/imports/",
        "/ledger/",
        "/accounts/2fa/totp/activate/",
    ):
        assert LINE in signed_in.get(address, follow=True).content.decode(), address


def test_demonstration_data_are_marked(world, sign_in, settings, tmp_path):
    client = sign_in("office", ("CITY", "office"))
    settings.DATA = tmp_path
    assert "合成演示数据" not in client.get("/r/visits/").content.decode()
    (tmp_path / "demo.mark").touch()
    assert "合成演示数据，非真实记录" in client.get("/r/visits/").content.decode()


def test_no_page_carries_a_script_of_its_own(world, sign_in):
    client = sign_in("office", ("CITY", "office"))
    for address in (
        "/",
        "/r/activities/",
        "/r/activities/new/",
        "/r/visits/paste/",
        "/imports/",
        "/settings/users/invite/",
    ):
        answer = client.get(address)
        page = answer.content.decode()
        assert "<script>" not in page
        assert " onclick=" not in page
        assert "script-src 'self'" in answer["Content-Security-Policy"]
