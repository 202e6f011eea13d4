"""`kebridge ledger …`: plain Chinese, numbers, exit codes."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from kebridge.core.db import guard
from kebridge.core.ledger.closing import closed_through
from kebridge.core.ledger.models import Seal
from tests.support.world import make_world, visit

pytestmark = pytest.mark.django_db


def run(*words):
    """(exit code, what was printed)."""
    out = StringIO()
    try:
        call_command("ledger", *words, stdout=out, stderr=out)
    except SystemExit as ended:
        return ended.code, out.getvalue()
    return 0, out.getvalue()


def spoil():
    with guard.maintenance(), connection.cursor() as cursor:
        cursor.execute("UPDATE venues_visitday SET individuals = individuals + 1")


def test_verify_tells_what_it_compared_and_that_all_is_well():
    visit(make_world(), "M", "2024-03-05", 10, 5)
    assert run("verify") == (0, "已核对6笔计入、8条明细、0号存证\n全部相符\n")


def test_verify_names_the_record_that_differs_and_exits_with_1():
    record = visit(make_world(), "M", "2024-03-05", 10)
    spoil()
    assert run("verify") == (
        1,
        f"已核对6笔计入、7条明细、0号存证\n  visits 第{record.pk}号记录：少1条，多1条\n发现1处不符\n",
    )


def test_verify_as_json():
    record = visit(make_world(), "M", "2024-03-05", 10)
    assert json.loads(run("verify", "--json")[1]) == {
        "ok": True, "postings": 6, "facts": 7, "seals": 0, "problems": [],
    }  # fmt: skip
    spoil()
    code, printed = run("verify", "--json")
    assert (code, json.loads(printed)["ok"]) == (1, False)
    assert json.loads(printed)["problems"] == [f"visits 第{record.pk}号记录：少1条，多1条"]


def test_seal_prints_number_counts_and_digest_once():
    visit(make_world(), "M", "2024-03-05", 10, 5)
    code, printed = run("seal")
    assert (code, printed) == (0, f"存证第1号：6笔，8条明细\n摘要 {Seal.objects.get().digest}\n")
    assert run("seal") == (0, "没有需要存证的计入\n")


def test_restate_repairs_what_verify_finds():
    visit(make_world(), "M", "2024-03-05", 10)
    assert run("restate") == (0, "没有需要更正的记录\n")
    spoil()
    assert run("restate") == (0, "已按现行程序更正1条记录的统计\n")
    assert run("verify")[0] == 0


def test_close_takes_a_day_and_refuses_an_earlier_one():
    assert run("close", "2024年12月31日") == (0, "已封账到2024年12月31日\n")
    assert run("close", "2024-6-30") == (1, "已封账到2024年12月31日。请选择更晚的日期。\n")
    assert run("close", "明天")[0] == 1
    assert closed_through().isoformat() == "2024-12-31"
