"""Planning: frames and their items, documents in force, renewals; what counts and what is refused."""

import pytest

from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.planning.models import Document, PlanItem, TermRenewal
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
YEAR = {"org": "CITY", "since": "2024-01-01", "until": "2024-12-31"}


@pytest.fixture
def world() -> World:
    return make_world()


def frame(name="演示框架", kind="工作框架（聚焦、提升）", **raw):
    return save("plan_frames", by=SYSTEM, raw={**YEAR, "name": name, "kind": kind, **raw})


def item(name, *frames, **raw):
    return save(
        "plan_items", by=SYSTEM, raw={**YEAR, "name": name, "frames": list(frames), "kind": "事项", **raw}
    )


def document(title, day="2024-03-05", kind="实施意见", **raw):
    return save("documents", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": kind, **raw})


def renewal(**raw):
    return save("term_renewals", by=SYSTEM, raw={"org": "CITY", "sort": "科协代表大会", "term": "6", **raw})


class TestFrames:
    def test_ten_focuses_are_ten_items_of_their_frame(self, world):
        frame()
        frame("别的框架")
        for number in range(1, 11):
            item(f"演示框架{number:02}", "演示框架")
        one = item("两处都有", "演示框架", "别的框架")
        assert value("planning.items", plan="演示框架") == 11
        assert value("planning.items", plan="别的框架") == 1
        assert value("planning.items") == 11, "an item of two frames is one"
        assert held("plan_items", one) == {}, "after its last day nothing stands"
        assert value("planning.items", "2024-06", plan="演示框架") == 11
        assert value("planning.items", "2025") in (0, None)

    def test_a_frame_stands_while_it_is_in_force(self, world):
        frame("演示计划", "年度工作计划")
        frame("演示品牌", "工作品牌", since="2023-05-01", until="")
        assert value("planning.frames", kind="plan") == 1
        assert value("planning.frames", kind="brand", period="2026") == 1
        assert value("planning.frames", kind="plan", period="2023") in (0, None)

    def test_the_tag_follows_the_name(self, world):
        one = frame()
        assert Tag.objects.get(name="演示框架").scheme == "plan"
        save("plan_frames", by=SYSTEM, pk=one.pk, raw={**YEAR, "name": "改了名", "kind": "年度工作计划"})
        assert Tag.objects.get(pk=one.tag_id).name == "改了名"

    def test_frame_and_items_come_in_one_workbook(self, world):
        row = {"org": "演示市科协", "since": "2024-01-01", "until": "2024-12-31"}
        take(plan_frames=[{**row, "name": "四服务", "kind": "职责分类"}],
             plan_items=[{**row, "name": f"职责{n}", "frames": "四服务", "kind": "职责"} for n in range(4)])  # fmt: skip
        assert value("planning.items", plan="四服务", kind="duty") == 4

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"until": "2023-12-31"}, "until"),
            ({"frames": ["没有登记"]}, "frames"),
            ({"frames": []}, "frames"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        frame()
        with pytest.raises(Invalid) as refused:
            item("演示框架01", "演示框架", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not PlanItem.objects.unscoped("test").exists()


class TestDocuments:
    def test_issued_in_the_year_and_in_force_at_its_end(self, world):
        document("演示意见")
        document("演示行动计划", "2023-02-01", "行动计划", valid_from="2023-01-01", valid_until="2025-12-31")
        document("演示旧办法", "2019-02-01", "制度（办法）", repealed="2024-05-01")
        document("演示慰问信", "2024-05-28", "慰问信")
        assert value("planning.documents") == 2
        assert value("planning.documents", kind="letter") == 1
        assert value("planning.documents", kind=["opinion", "work_plan"], level="city") == 1
        assert value("planning.documents_in_force", kind="action_plan") == 1
        assert value("planning.documents_in_force", "2026", kind="action_plan") == 0
        assert value("planning.documents_in_force", kind="rule") == 0
        assert value("planning.documents_in_force", "2023", kind="rule") == 1

    def test_a_document_is_found_by_programme_and_by_item(self, world):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示教育"})
        frame()
        document("演示方案", kind="工作方案", programmes=["演示教育"], items=["演示框架"])
        document("演示台账", kind="工作台账（清单）", programmes=["演示教育"])
        assert value("planning.documents", programme="演示教育") == 2
        assert value("planning.documents", plan="演示框架") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"day": "2099-01-01"}, "day"),
            ({"valid_from": "2024-04-01", "valid_until": "2024-03-31"}, "valid_until"),
            ({"repealed": "2024-03-04"}, "repealed"),
            ({"kind": "不知道"}, "kind"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            document("演示意见", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Document.objects.unscoped("test").exists()


class TestRenewals:
    def test_preparing_and_done_are_told_apart(self, world):
        renewal(prepared="2024-06-01")
        one = renewal(sort="其他组织", term="3", prepared="2024-02-01", held="2024-03-01", done="2024-03-20")
        assert value("planning.renewals_under_way") == 1
        assert value("planning.renewals", kind="done") == 1
        assert value("planning.renewals", kind="preparing") == 2
        assert value("planning.renewals", kind="held", audience="other") == 1
        assert held("term_renewals", one) == {"planning.renewals": 3, "planning.term_number": 9}
        assert value("planning.renewals_under_way", "2024-02") == 1, "the other one had not begun"

    def test_a_later_step_is_a_correction_of_the_same_record(self, world):
        one = renewal(prepared="2024-06-01")
        raw = {
            "org": "CITY",
            "sort": "科协代表大会",
            "term": "6",
            "prepared": "2024-06-01",
            "held": "2024-11-01",
        }
        save("term_renewals", by=SYSTEM, pk=one.pk, raw=raw)
        assert value("planning.renewals", kind="held") == 1
        assert value("planning.renewals_under_way") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({}, "prepared"),
            ({"prepared": "2024-06-01", "held": "2024-05-01"}, "held"),
            ({"held": "2024-06-01", "done": "2024-05-01"}, "done"),
            ({"prepared": "2024-06-01", "term": "0"}, "term"),
            ({"requested": "2024-06-01", "held": "2024-05-01"}, "held"),
            ({"prepared": "2024-06-01", "delayed_to": "2025-06-01"}, "delayed_to"),
            ({"prepared": "2024-06-01", "due": "2024-12-31", "delayed_to": "2026-01-01"}, "delayed_to"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            renewal(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not TermRenewal.objects.unscoped("test").exists()


def test_the_ledger_agrees_with_the_records(world):
    frame()
    item("演示框架01", "演示框架")
    document("演示意见", valid_until="2026-01-01")
    renewal(prepared="2024-06-01")
    assert not list(differences())
