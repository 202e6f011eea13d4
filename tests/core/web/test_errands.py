"""Errands through the pages: progress, a word when no worker runs, the verification of the ledger."""

import pytest
from django.db import connection

from kebridge.core.db import guard
from kebridge.core.jobs.errands import running
from kebridge.core.jobs.heart import beat
from kebridge.core.jobs.models import Errand
from tests.support.world import visit


@pytest.fixture
def office(world, sign_in):
    visit(world, "M", "2024-03-05", 420)
    return sign_in("office", ("CITY", "office"))


def asked(client):
    answer = client.post("/ledger/verify/")
    assert answer.status_code == 302
    return Errand.objects.latest("pk"), answer["Location"]


def test_the_ledger_is_verified_in_the_background(office):
    errand, address = asked(office)
    page = office.get(address).content.decode()
    assert 'hx-trigger="load delay:1s"' in page
    assert "正在核验台账" in office.get("/ledger/").content.decode()
    assert asked(office)[0] == errand, "asked for while it runs: the same"
    running.run(errand.pk)
    done = office.get(address, headers={"HX-Target": "errand"}).content.decode()
    assert "台账与全部记录一致" in done
    assert "load delay" not in done
    assert "台账与全部记录一致" in office.get("/ledger/").content.decode()
    assert asked(office)[0] != errand, "what was found before is not an answer for now"


def test_what_is_wrong_is_told(office):
    with guard.flushing(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_tagset (key) VALUES ('8,9')")
    errand, address = asked(office)
    running.run(errand.pk)
    assert "标签组合的成员与登记时不同" in office.get(address).content.decode()


def test_no_worker_is_told(office):
    _, address = asked(office)
    assert "后台任务没有运行" in office.get(address).content.decode()
    beat("a worker")
    assert "后台任务没有运行" not in office.get(address).content.decode()


def test_who_may_not_verify_asks_for_nothing_and_sees_nothing(office, sign_in):
    errand, address = asked(office)
    clerk = sign_in("clerk", ("CITY", "clerk"))
    for answer in (clerk.post("/ledger/verify/"), clerk.get(address), clerk.get(f"{address}file/")):
        assert answer.status_code == 403
    assert list(Errand.objects.all()) == [errand]
    auditor = sign_in("auditor", ("CITY", "auditor"))
    assert auditor.get(address).status_code == 200, "the finding is for all who oversee the ledger"
    assert auditor.get(f"{address}file/").status_code == 400
    assert "核验台账" in office.get("/errands/").content.decode()
    assert "核验台账" not in clerk.get("/errands/").content.decode()
