"""The audit: who did what, to what, why and from where, in the same transaction."""

# ruff: noqa: PT012 (a block that must fail has several statements)

import pytest
from django.db import transaction

from kebridge.core.audit.models import Entry
from kebridge.core.audit.ops import Event, record
from kebridge.core.records import register as registers
from kebridge.core.records.ops import move_record
from tests.support.world import SYSTEM, make_world, save, visit

pytestmark = pytest.mark.django_db


def test_entering_correcting_and_voiding_are_told_with_reason_and_address():
    world = make_world()
    clerk = world.person("wang", ("CITY", "clerk"))
    held = visit(world, "M", "2024-03-05", 10, by=clerk)
    raw = {"org": "M", "day": "2024-03-05", "individuals": 12}
    save("visits", by=clerk, raw=raw, pk=held.pk, reason="漏登两人")
    move_record(registers.get("visits"), held.pk, "void", by=clerk, reason="重复登记")
    told = Entry.objects.filter(source_type="visits").order_by("pk")
    assert [(one.action, one.summary, one.reason, one.changes) for one in told] == [
        ("add", "新增日参观", "", {}),
        ("change", "更正日参观", "漏登两人", {"散客人次": ["10", "12"]}),
        ("void", "作废日参观", "重复登记", {}),
    ]
    assert {(one.actor_id, one.actor_name, one.address, one.source_id, one.org_id) for one in told} == {
        (clerk.user_id, "测试wang", "127.0.0.1", held.pk, world["M"])
    }


def test_what_is_rolled_back_is_not_told():
    with pytest.raises(RuntimeError), transaction.atomic():
        record([Event("x", "不应留下")], by=SYSTEM)
        raise RuntimeError
    assert Entry.objects.count() == 0


def test_long_texts_are_cut_not_refused():
    record([Event("x", "长" * 400, reason="因" * 400)], by=SYSTEM)
    entry = Entry.objects.get()
    assert (len(entry.summary), len(entry.reason), entry.actor_name) == (300, 200, "系统（测试）")
