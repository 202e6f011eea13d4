"""Every page of every register opens, empty and with records."""

import pytest

from kebridge.core.records import register as registers
from tests.support.world import activity, save, visit


@pytest.fixture
def filled(world):
    save(
        "programmes",
        by=__import__("tests.support.world", fromlist=["SYSTEM"]).SYSTEM,
        raw={"org": "CITY", "name": "科普日"},
    )
    visit(world, "M", "2024-03-05", 420, 86)
    activity(world, "A", "科普报告进校园", "2024-03-05", programmes="科普日")
    return world


@pytest.mark.parametrize("page", ["", "new/", "paste/", "example/", "export/", "template/"])
def test_pages_of_every_register_open(filled, sign_in, page):
    client = sign_in("office", ("CITY", "office"))
    for register in registers.every():
        response = client.get(f"/r/{register.code}/{page}")
        assert response.status_code == 200, (register.code, page)


def test_every_record_opens_with_its_form(filled, sign_in):
    client = sign_in("office", ("CITY", "office"))
    for register in registers.every():
        for record in register.model._default_manager.unscoped("test")[:2]:
            assert client.get(register.url(record)).status_code == 200
            assert client.get(f"{register.url(record)}edit/").status_code == 200


@pytest.mark.parametrize("address", ["/settings/", "/settings/users/", "/settings/users/invite/", "/settings/registers/",
                                     "/ledger/", "/orgs/tree/", "/accounts/2fa/", "/accounts/password/change/"])  # fmt: skip
def test_other_pages_open(filled, sign_in, address):
    client = sign_in("office", ("CITY", "office"), ("CITY", "admin"))
    assert client.get(address).status_code == 200
