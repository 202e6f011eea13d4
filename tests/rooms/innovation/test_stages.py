"""Dated stages of needs and projects, kinds of money, parties by kind, estimates: what stands when, what never adds up."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.figures import metrics
from kebridge.rooms.innovation.facts import band
from kebridge.rooms.innovation.models import Agreement, Attraction, Need
from tests.rooms.innovation.test_innovation import SOLVED, need, sign, visit
from tests.rooms.people.entering import figure, held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
YI = 100_000_000


@pytest.fixture
def world() -> World:
    made = make_world()
    save(
        "plan_frames",
        by=SYSTEM,
        raw={"org": "CITY", "name": "演示产业", "kind": "产业清单", "since": "2020-01-01"},
    )
    for name in ("演示特钢链", "演示装备链", "演示光电链", "演示健康链"):
        save("plan_items", by=SYSTEM, raw={"org": "CITY", "name": name, "frames": ["演示产业"], "kind": "产业",
                                           "since": "2020-01-01"})  # fmt: skip
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示考察"})
    return made


def enter(code: str, lines=(), **raw):
    return save(code, by=SYSTEM, raw={"org": "CITY", **raw}, lines=list(lines))


class TestNeeds:
    def test_open_needs_stand_in_the_stage_they_reached(self, world):
        need("甲", day="2024-01-10", matched_day="2024-02-10", started_day="2024-04-10",
             **{**SOLVED, "solved_day": "2024-06-10", "confirmed_day": "2024-07-10", "confirmer": "企业技术负责人"})  # fmt: skip
        need("乙", day="2024-01-20", stage="未解决（终止）", ended_day="2024-05-20", end_reason="资金未落实")
        need("丙", day="2024-03-20")
        at = {
            month: value("innovation.needs_open", f"2024-{month}") for month in ("01", "03", "05", "06", "07")
        }
        assert at == {"01": 2, "03": 3, "05": 2, "06": 2, "07": 1}
        assert value("innovation.needs_open", "2024-03", kind="matched") == 1
        assert value("innovation.needs_open", "2024-04", kind="started") == 1
        assert value("innovation.needs_open", "2024-06", kind="unconfirmed") == 1
        assert value("innovation.need_steps", "2024-04", kind="started") == 1
        assert value("innovation.need_steps", "2024-05", kind="closed") == 1
        assert not list(differences())

    def test_solved_counts_on_the_day_the_firm_confirmed(self, world):
        need("甲", **{**SOLVED, "confirmed_day": "2024-07-10", "confirmer": "企业技术负责人"})
        need("乙", stage="已解决待企业确认", solved_day="2024-06-01", solved_at="后续合作")
        assert value("innovation.needs_solved", "2024-05") == 0
        assert value("innovation.needs_solved", "2024-07", audience="technical_head") == 1
        assert value("innovation.needs_solved") == 1, "what the firm has not confirmed is not solved"

    def test_key_problems_and_chains(self, world):
        for number in range(8):
            chain = ("演示特钢链", "演示装备链", "演示光电链", "演示健康链")[number % 4]
            weight = "关键技术难题" if number < 5 else "一般需求"
            need(f"难题{number}", weight=weight, chains=[chain], programmes=["演示考察"], **SOLVED)
        assert value("innovation.needs_solved", level=("key_problem", "bottleneck")) == 5
        assert value("innovation.needs_solved") == 8
        assert value("innovation.need_chains", programme="演示考察") == 4

    def test_several_solvers_and_follow_ups(self, world):
        lines = [{"day": "2024-03-10", "kind": "对接会（洽谈）", "partner": "演示甲学会"},
                 {"day": "2024-03-20", "kind": "到企业诊断", "partner": "演示乙学会", "due": "2024-04-20"},
                 {"day": "2024-06-20", "kind": "90天回访", "partner": "演示乙学会"}]  # fmt: skip
        one = save("needs", by=SYSTEM, raw={"org": "CITY", "title": "裂纹", "firm": "演示机械厂", "day": "2024-03-05",
                                            "source": "集中征集", "stage": "对接中"}, lines=lines)  # fmt: skip
        assert held("needs", one)["innovation.needs_matched"] == 1
        assert value("innovation.needs_matched", "2024-03") == 1, "the first meeting is the match"
        assert value("innovation.dockings") == 3
        assert value("innovation.dockings", kind="follow_90") == 1
        assert value("innovation.docking_partners") == 2

    def test_a_follow_up_alone_is_no_match(self, world):
        with pytest.raises(Invalid, match="对接中的要填对接日期"):
            save("needs", by=SYSTEM, raw={"org": "CITY", "title": "裂纹", "firm": "演示机械厂", "day": "2024-03-05",
                                          "source": "集中征集", "stage": "对接中"},
                 lines=[{"day": "2024-04-10", "kind": "30天回访"}])  # fmt: skip
        assert not Need.objects.unscoped("test").exists()


class TestMoney:
    def test_a_round_of_rewards_offered_and_intended(self, world):
        """169 topics with 180 million offered; 70.43 million of intention signed: two sums."""
        for number in range(169):
            need(f"榜单{number}", offered="1000000" if number < 168 else "12000000")
        sign("意向", ["演示大学"], kind="意向协议", investment="70430000")
        assert value("innovation.needs_raised") == 169
        assert value("innovation.offered") == 180_000_000
        assert value("innovation.investment") == 70_430_000

    def test_registered_contracts_have_two_sums(self, world):
        """125 contracts: 781 million by contract, of it 462 million technical."""
        one = sign("合同批", ["演示大学"], kind="技术合同", copies="125", contract_sum="781000000", contract_type="技术开发",
                   registered_day="2024-09-20", registration="演示2024-1", technical_sum="462000000")  # fmt: skip
        assert held("agreements", one)["innovation.contracts_registered"] == 125
        assert value("innovation.contract_sum") == 781_000_000
        assert value("innovation.technical_sum", "2024-09") == 462_000_000
        assert value("innovation.contracts_registered", grade="development") == 125

    def test_signed_received_and_spent_are_counted_on_their_own_days(self, world):
        save("agreements", by=SYSTEM, raw={"org": "CITY", "title": "联合研发", "day": "2023-12-10", "kind": "技术合同",
                                           "universities": ["演示大学"], "enterprises": ["演示甲厂"],
                                           "contract_sum": "1000000"},
             lines=[{"day": "2024-02-01", "kind": "到账", "amount": "400000"},
                    {"day": "2024-03-01", "kind": "支出", "amount": "150000.5"},
                    {"day": "2024-05-01", "kind": "到账", "amount": "100000"}])  # fmt: skip
        assert value("innovation.contract_sum") == 0
        assert value("innovation.received") == 500_000
        assert value("innovation.spent") == 150_001, "whole yuan, rounded once"

    @pytest.mark.parametrize(
        "other", ["contract_sum", "received", "spent", "technical_sum", "impact_estimate", "offered"]
    )
    def test_kinds_of_money_are_never_added(self, other):
        text = f"- {{name: x.sum, title: 合计, unit: 元, kind: flow, measures: [innovation.investment, innovation.{other}], help: 一}}"
        with pytest.raises(Exception, match="不能相加"):
            metrics.reading.load(text, "x.yaml")

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"technical_sum": "1"}, "registered_day"),
            ({"registered_day": "2024-09-20", "contract_type": "技术开发"}, "kind"),
            ({"kind": "技术合同", "registered_day": "2024-09-20"}, "contract_type"),
            ({"kind": "技术合同", "registered_day": "2024-01-20", "contract_type": "技术开发"}, "registered_day"),
            ({"kind": "技术合同", "registered_day": "2024-09-20", "contract_type": "技术开发", "contract_sum": "1",
              "technical_sum": "2"}, "technical_sum"),
        ],
    )  # fmt: skip
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            sign("合同", ["演示大学"], **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Agreement.objects.unscoped("test").exists()


def test_parties_are_told_apart_by_kind(world):
    for number in range(4):
        enter("agreements", day="2024-09-10", title=f"合作{number}", kind="产学研合作协议",
              societies=[f"演示{number % 2}学会"], universities=["演示大学"], enterprises=[f"演示{number}公司"],
              counties=["演示甲县"] if number == 0 else [])  # fmt: skip
    assert value("innovation.parties", audience="society_party") == 2
    assert value("innovation.parties", audience="university_party") == 1
    assert value("innovation.parties", audience="enterprise_party") == 4
    assert value("innovation.parties", audience="county_party") == 1
    assert value("innovation.party_kinds") == 4
    assert value("innovation.parties") == 8


class TestAttractions:
    def enter(self, title="防护材料", **raw):
        return enter("attractions", **{"day": "2024-01-10", "title": title, "planned": "130000000", "stage": "拟签约",
                                       "talks_day": "2024-03-01", "to_sign_day": "2024-05-20", **raw})  # fmt: skip

    def test_a_project_about_to_be_signed_is_not_signed(self, world):
        self.enter()
        assert (
            value("innovation.attraction_projects", "2024-06", grade=("from_100m", "from_500m", "from_1b"))
            == 1
        )
        assert (
            value(
                "innovation.attraction_projects",
                "2024-06",
                kind="to_sign",
                grade=("from_100m", "from_500m", "from_1b"),
            )
            == 1
        )
        assert value("innovation.attraction_planned", "2024-06") == 130_000_000
        assert value("innovation.attraction_steps", kind="signed_project") == 0
        assert value("innovation.attraction_projects", "2024-04", kind="talks") == 1
        assert figure("innovation.attraction_planned").bases.keys() == {"declared"}

    def test_dropped_and_small_projects(self, world):
        self.enter("小项目", planned="5000万")
        self.enter("谈不成", stage="终止", dropped_day="2024-07-01")
        self.enter(
            "计入",
            stage="计入任务",
            signed_day="2024-06-01",
            started_day="2024-07-01",
            credited_day="2024-08-01",
        )
        assert value("innovation.attraction_projects", "2024-06") == 3
        assert value("innovation.attraction_projects") == 2
        assert value("innovation.attraction_projects", grade=("from_100m", "from_500m", "from_1b")) == 1
        assert value("innovation.attraction_steps", "2024-08", kind="credited") == 1
        assert value("innovation.attraction_planned") == 180_000_000
        assert not list(differences())

    @pytest.mark.parametrize(
        ("yuan", "size"),
        [
            (49_999_999, "under_50m"),
            (50_000_000, "from_50m"),
            (YI - 1, "from_50m"),
            (YI, "from_100m"),
            (5 * YI, "from_500m"),
            (10 * YI, "from_1b"),
        ],
    )
    def test_a_lower_bound_belongs_to_its_band(self, yuan, size):
        assert band(yuan * 100) == size

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"stage": "签约"}, "signed_day"),
            ({"signed_day": "2024-06-01"}, "stage"),
            ({"talks_day": "2024-01-01"}, "talks_day"),
            ({"stage": "终止"}, "dropped_day"),
            ({"dropped_day": "2024-06-01"}, "stage"),
            ({"planned": "0"}, "planned"),
            ({"to_sign_day": "2099-05-20"}, "to_sign_day"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            self.enter(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Attraction.objects.unscoped("test").exists()


def test_a_firm_enters_the_library_once(world):
    enter("cultivations", day="2024-01-10", firm="演示甲厂", kind="规模以上工业", stage="入库", applied_day="2024-03-01",
          entered_day="2024-05-01")  # fmt: skip
    enter("cultivations", day="2024-01-10", firm="演示乙厂", kind="规模以上工业")
    assert value("innovation.cultivation_steps", "2024-05", audience="industry", kind="entered") == 1
    assert value("innovation.cultivations", kind="entered") == 1
    assert value("innovation.cultivations") == 2
    assert value("innovation.cultivation_steps", kind="cultivated") == 2


def test_ventures_land(world):
    enter(
        "ventures",
        day="2024-01-10",
        title="传感器",
        founder="海外归国人员",
        stage="落地",
        landed_day="2024-05-01",
    )
    enter(
        "ventures", day="2024-02-10", title="农机", founder="回乡青年", stage="终止", ended_day="2024-06-01"
    )
    assert value("innovation.venture_steps", audience="returnee", kind="landed") == 1
    assert value("innovation.ventures", "2024-05") == 2
    assert value("innovation.ventures") == 1


def test_an_estimate_stays_an_estimate(world):
    for year in (2023, 2024):
        enter("impacts", day=f"{year}-11-05", title=f"矿物展{year}", kind="消费带动", amount="25亿", source="演示文旅局",
              method="人均消费乘人次", basis="实名登记")  # fmt: skip
    assert value("innovation.impact_estimate", "2023..2024") == 50 * YI
    assert figure("innovation.impact_estimate", "2023..2024").bases.keys() == {"declared"}
    sign("意向", ["演示大学"], kind="意向协议", investment="1000")
    assert value("innovation.investment", "2023..2024") == 1000


def test_a_tour_of_experts_in_five_elements(world):
    kinds = ("实地考察", "技术诊断", "需求对接", "签约", "颁发聘书")
    tour = enter("expert_tours", [{"kind": kind, "day": f"2024-05-{6 + n:02}"} for n, kind in enumerate(kinds)],
                 day="2024-05-06", until="2024-05-12", title="人才考察", level="国家级", programmes=["演示考察"])  # fmt: skip
    assert held("expert_tours", tour) == {
        "innovation.tours": 1,
        "innovation.tour_days": 7,
        "innovation.tour_elements": 5,
    }
    assert value("innovation.tour_days", programme="演示考察") == 7
    assert value("innovation.tour_element_kinds", programme="演示考察") == 5
    assert registers.get("expert_tours").sentence(tour) == "2024年5月6日起承办国家级“人才考察”，为期7天"
    with pytest.raises(Invalid, match="不在考察的起止日期之内"):
        enter("expert_tours", [{"kind": "签约", "day": "2024-05-13"}], day="2024-05-06", until="2024-05-12", title="又一次",
              level="国家级")  # fmt: skip
    assert value("innovation.tours") == 1


def test_corps_and_banks_stand(world):
    enter(
        "service_corps",
        day="2024-03-05",
        title="装备服务团",
        level="市级",
        field="装备制造",
        members="10",
        until="2024-10-31",
    )
    enter("service_corps", day="2024-06-05", title="医护服务团", level="省级", field="医护用品")
    bank = enter("expert_banks", [{"day": "2024-06-30", "persons": "120"}, {"day": "2024-12-30", "persons": "150"}],
                 day="2024-03-05", title="演示专家库", kind="专家库", field="电子信息", role="共建", partners=["演示联合会"])  # fmt: skip
    enter("expert_banks", [{"day": "2023-06-30", "persons": "2400"}], day="2023-06-30", title="演示大学老专家",
          kind="合作方专家资源", role="对方提供")  # fmt: skip
    enter("expert_banks", [{"day": "2022-06-30", "persons": "90"}], day="2022-06-30", title="演示旧库", kind="专家库", role="自建",
          until="2024-02-01")  # fmt: skip
    enter("expert_banks", day="2024-03-05", title="演示名录", kind="人才名录", role="参与编制")
    assert value("innovation.corps", "2024-10") == 2
    assert value("innovation.corps") == 1
    assert value("innovation.corps_experts", "2024-06") == 10
    assert value("innovation.corps_formed", level="city") == 1
    assert value("innovation.banks_built", kind="directory") == 1
    assert value("innovation.banks") == 3
    assert value("innovation.bank_size", kind="expert_bank") == 150
    assert value("innovation.bank_size", "2023", kind="expert_bank") == 90
    assert value("innovation.bank_size", kind="partner_pool") == 2400
    assert registers.get("expert_banks").sentence(bank).endswith("2024年12月30日在库150人")


def test_guidance_is_counted_by_sessions_and_superior_societies_once(world):
    visit(
        "指导", [("演示甲厂", "演示甲县", "机械", "0")], kind="技术指导", national_societies=["演示国家学会"]
    )
    save("service_visits", by=SYSTEM, raw={"org": "CITY", "title": "驻厂指导", "day": "2024-07-01", "kind": "技术指导",
                                           "experts": "1", "provincial_societies": ["演示省学会"],
                                           "national_societies": ["演示国家学会"]},
         lines=[{"firm": "演示甲厂", "sessions": "5"}])  # fmt: skip
    visit("诊断", [("演示甲厂",)])
    assert value("innovation.service_sessions", kind="guidance") == 6
    assert value("innovation.service_sessions") == 7
    assert value("innovation.societies", level=("nation", "province")) == 2
