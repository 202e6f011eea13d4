"""Needs, service visits and agreements: what each counts, when, and what is refused."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.innovation.models import Agreement, Need, ServiceVisit
from tests.rooms.people.entering import figure, held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
LINK, SHOW = "演示链企行动", "演示产业会议"
SOLVED = {"stage": "已解决", "solved_day": "2024-05-20", "solved_at": "需求对接会", "is_confirmed": "是"}


@pytest.fixture
def world() -> World:
    made = make_world()
    for name in (LINK, SHOW):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": name})
    return made


def need(title: str, firm: str = "演示机械厂", day: str = "2024-03-05", **raw):
    return save("needs", by=SYSTEM, raw={"org": "CITY", "title": title, "firm": firm, "day": day,
                                         "source": "集中征集", **raw})  # fmt: skip


def visit(title: str, firms: list[tuple[str, ...]], day: str = "2024-06-05", **raw):
    names = ("firm", "county", "field", "problems")
    return save("service_visits", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": "把脉问诊",
                                                  "experts": "3", **raw},
                lines=[dict(zip(names, line, strict=False)) for line in firms])  # fmt: skip


def sign(title: str, parties: list[str], day: str = "2024-09-10", **raw):
    return save("agreements", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": "战略合作协议",
                                              "parties": parties, **raw})  # fmt: skip


class TestNeeds:
    def test_each_step_counts_on_its_own_day(self, world):
        one = need("裂纹控制", day="2023-11-01", matched_day="2024-02-01", **SOLVED)
        assert held("needs", one) == {
            "innovation.needs_raised": 1, "innovation.needs_matched": 1, "innovation.needs_solved": 1,
            "innovation.need_steps": 3,
        }  # fmt: skip
        assert value("innovation.needs_raised", "2023") == 1
        assert value("innovation.needs_solved", "2023") == 0
        assert value("innovation.needs_solved", "2024", kind="matching") == 1
        assert value("innovation.needs_solved", "2024", kind="visit") == 0

    def test_solved_on_the_spot_was_matched_that_day(self, world):
        need("裂纹控制", **SOLVED)
        assert value("innovation.needs_matched", "2024-05") == 1

    def test_an_open_and_a_closed_need_are_not_solved(self, world):
        need("裂纹控制", **SOLVED)
        need("表面处理")
        need("能耗控制", stage="对接中", matched_day="2024-04-01", firm="演示化工厂")
        need("余热利用", stage="未解决（终止）", firm="演示化工厂", ended_day="2024-08-01")
        assert value("innovation.needs_raised") == 4
        assert value("innovation.needs_matched") == 2
        assert value("innovation.needs_solved") == 1
        assert value("innovation.need_firms") == 2
        assert value("innovation.solved_firms") == 1
        assert value("innovation.solved_rate") == 25

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({**SOLVED, "is_confirmed": ""}, "is_confirmed"),
            ({**SOLVED, "solved_at": ""}, "solved_at"),
            ({**SOLVED, "solved_day": ""}, "solved_day"),
            ({**SOLVED, "solved_day": "2024-01-01"}, "solved_day"),
            ({**SOLVED, "solved_day": "2099-01-01"}, "solved_day"),
            ({**SOLVED, "stage": "已提出"}, "stage"),
            ({"stage": "对接中"}, "matched_day"),
            ({"matched_day": "2024-04-01"}, "stage"),
            ({"stage": "对接中", "matched_day": "2024-03-01"}, "matched_day"),
            ({"day": "2099-01-01"}, "day"),
            ({"stage": "已立项（合作）"}, "started_day"),
            ({"started_day": "2024-04-01"}, "stage"),
            ({**SOLVED, "started_day": "2024-03-01"}, "started_day"),
            ({**SOLVED, "confirmed_day": "2024-05-01"}, "confirmed_day"),
            ({**SOLVED, "confirmed_day": "2099-05-01"}, "confirmed_day"),
            ({**SOLVED, "stage": "已解决待企业确认"}, "stage"),
            ({"stage": "未解决（终止）"}, "ended_day"),
            ({"stage": "未解决（终止）", "ended_day": "2024-03-01"}, "ended_day"),
            ({"ended_day": "2024-04-01"}, "stage"),
            ({"confirmer": "企业负责人"}, "stage"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            need("裂纹控制", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Need.objects.unscoped("test").exists()

    def test_the_same_need_of_the_same_firm_is_one(self, world):
        need("裂纹控制")
        with pytest.raises(Invalid):
            need("裂纹控制", day="2024-04-01")
        need("裂纹控制", firm="演示化工厂")
        assert value("innovation.needs_raised") == 2


class TestVisits:
    def test_one_trip_to_three_firms_is_one_trip_and_three_firm_visits(self, world):
        one = visit("机械专家行", [("演示甲厂", "演示甲县", "机械", "2"), ("演示乙厂", "演示甲县", "化工", "1"),
                                   ("演示丙厂", "演示乙县", "化工")], provincial_societies=["演示省机械学会"])  # fmt: skip
        assert held("service_visits", one) == {
            "innovation.trips": 1, "innovation.experts": 3, "innovation.firm_visits": 3, "innovation.problems": 3,
            "innovation.societies": 1, "innovation.service_sessions": 3,
        }  # fmt: skip
        assert value("innovation.counties") == 2
        assert value("innovation.fields") == 2
        assert value("innovation.firm_visits", place="演示甲县") == 2

    def test_firms_and_societies_are_told_apart_over_trips(self, world):
        """Seven societies, ten counties, thirty-five firms, some of them visited twice."""
        for number in range(35):
            visit(f"服务{number}", [(f"演示{number}厂", f"演示{number % 10}县")], programmes=[LINK],
                  provincial_societies=[f"演示省{number % 7}学会"])  # fmt: skip
        visit("回访", [("演示3厂", "演示3县")], day="2024-10-01", programmes=[LINK],
              provincial_societies=["演示省1学会"], national_societies=["演示国家学会"])  # fmt: skip
        visit("别的", [("演示外厂", "演示外县")], city_societies=["演示甲县科技馆"])
        asked = {"programme": LINK}
        assert value("innovation.societies", level="province", **asked) == 7
        assert value("innovation.societies", level="nation", **asked) == 1
        assert value("innovation.societies", level="city") == 1
        assert value("innovation.counties", **asked) == 10
        assert value("innovation.firms", **asked) == 35
        assert value("innovation.firm_visits", **asked) == 36
        assert value("innovation.trips", kind="diagnosis", **asked) == 36

    @pytest.mark.parametrize(
        ("wrong", "firms", "text"),
        [
            ({"experts": "0"}, [("演示甲厂",)], "写明来了几名专家"),
            ({"day": "2099-01-01"}, [("演示甲厂",)], "还没有到"),
            ({}, [("演示甲厂",), ("演示甲厂",)], "第2行的企业与前面的重复"),
            ({}, [], "至少要填一行"),
        ],
    )
    def test_what_is_refused(self, world, wrong, firms, text):
        with pytest.raises(Invalid, match=text):
            visit("机械专家行", firms, **wrong)
        assert not ServiceVisit.objects.unscoped("test").exists()


class TestAgreements:
    def test_intent_and_contract_are_two_sums_in_yuan(self, world):
        one = sign("联合研发", ["演示大学"], investment="7亿", contract_sum="1200000.50")
        assert held("agreements", one) == {
            "innovation.agreements": 1, "innovation.parties": 1, "innovation.investment": 70_000_000_000,
            "innovation.contract_sum": 120_000_050,
        }  # fmt: skip
        assert value("innovation.investment") == 700_000_000
        assert value("innovation.contract_sum") == 1_200_001, "whole yuan, rounded once"
        assert figure("innovation.investment").bases.keys() == {"declared"}

    def test_signed_projects_of_an_event_with_their_investment(self, world):
        for number in range(10):
            sign(
                f"项目{number}",
                [f"演示{number}公司"],
                kind="项目签约",
                programmes=[SHOW],
                investment="700000000",
            )
        sign("战略合作", ["演示大学"])
        assert value("innovation.agreements", kind="project", programme=SHOW) == 10
        assert value("innovation.investment", kind="project", programme=SHOW) == 7_000_000_000
        assert value("innovation.agreements", kind="strategic") == 1

    def test_schools_are_distinct_and_a_batch_counts_its_copies(self, world):
        scheme("演示馆校计划", kind="项目计划")
        sign("示范校", [f"演示{number}小学" for number in range(10)], kind="馆校合作协议", grade="示范", copies="10",
             org="M", schemes=["演示馆校计划"])  # fmt: skip
        sign("续签", ["演示1小学"], kind="馆校合作协议", org="M", day="2024-11-01")
        assert value("innovation.agreements", kind="museum_school", grade="demonstration") == 10
        assert value("innovation.agreements", scheme="演示馆校计划", scope="M") == 10
        assert value("innovation.agreements", kind="museum_school") == 11
        assert value("innovation.parties", kind="museum_school") == 10

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"copies": "0"}, "copies"),
            ({"parties": []}, "parties"),
            ({"kind": "意向协议", "contract_sum": "1"}, "contract_sum"),
            ({"investment": "1.234"}, "investment"),
            ({"day": "2099-01-01"}, "day"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            sign("联合研发", **{"parties": ["演示大学"], **wrong})
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Agreement.objects.unscoped("test").exists()


def test_a_corrected_and_a_void_record_count_what_stands(world):
    one = need("裂纹控制", **SOLVED)
    save("needs", by=SYSTEM, pk=one.pk, reason="更正", raw={"org": "CITY", "title": "裂纹控制", "firm": "演示机械厂",
         "day": "2024-03-05", "source": "集中征集"})  # fmt: skip
    assert held("needs", one) == {
        "innovation.needs_raised": 1,
        "innovation.need_steps": 1,
        "innovation.needs_open": 1,
    }
    ops.move_record(registers.get("needs"), one.pk, "void", by=SYSTEM, reason="误登")
    assert held("needs", one) == {}
    assert not list(differences())


def test_records_are_told_in_words(world):
    solved = need("裂纹控制", **SOLVED)
    trip = visit("机械专家行", [("演示甲厂",), ("演示乙厂",)], provincial_societies=["演示省机械学会"])
    signed = sign("联合研发", ["演示大学"], investment="7亿")
    told = [registers.get(code).sentence(one) for code, one in
            (("needs", solved), ("service_visits", trip), ("agreements", signed))]  # fmt: skip
    assert told == [
        "2024年3月5日演示机械厂提出技术需求“裂纹控制”，2024年5月20日经需求对接会解决，企业已确认",
        "6月5日机械专家行：3名专家、1家学会到2家企业把脉问诊",
        "9月10日战略合作协议“联合研发”，签约方演示大学，意向投资7亿元",
    ]
