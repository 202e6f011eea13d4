"""Money of our own: supported projects and their acceptance, budgets by version, spending, execution."""

from decimal import Decimal

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.projects.models import Budget, Fund, Spending, Support
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
SCHEME = "演示能力提升"


@pytest.fixture
def world() -> World:
    made = make_world()
    scheme(SCHEME, kind="项目计划")
    return made


def support(title="演示项目", holder="演示学会", **raw):
    return save("supports", by=SYSTEM, raw={"org": "CITY", "day": "2024-03-05", "title": title, "holder": holder,
                                            "purpose": "学会能力提升", "schemes": [SCHEME], **raw})  # fmt: skip


def budget(*versions, title="科普专项", year="2024", **raw):
    lines = [dict(zip(("version", "day", "amount"), one, strict=True)) for one in versions]
    raw = {"org": "CITY", "year": year, "title": title, "purpose": "科普活动", **raw}
    return save("budgets", by=SYSTEM, raw=raw, lines=lines)


def spend(amount, day="2024-12-20", title="全年执行", **raw):
    return save("spendings", by=SYSTEM, raw={"org": "CITY", "day": day, "title": title, "amount": amount,
                                             "purpose": "科普活动", **raw})  # fmt: skip


def test_supported_projects_and_their_acceptance(world):
    one = support(amount="20000", status="已验收", ended="2024-11-20", result="通过")
    support("演示项目二", amount="2万", status="验收未通过", ended="2024-11-20")
    support("演示项目三", "演示学会乙")
    assert held("supports", one) == {
        "projects.supported": 1, "projects.money_supported": 2_000_000, "projects.support_ended": 1,
    }  # fmt: skip
    assert value("projects.supported", scheme=SCHEME) == 3
    assert value("projects.supported_holders") == 2
    assert value("projects.support_ended", channel="passed", grade="accepted") == 1
    assert value("projects.support_ended") == 2
    assert value("projects.money_supported") == 40_000


def test_execution_is_what_was_spent_of_the_adjusted_budget(world):
    one = budget(("年初预算", "2024-01-20", "3724055"), ("调整预算", "2024-09-01", "4764453.11"))
    spend("4614453.11")
    spend("100000", title="上级专项支出", source="上级专项")
    assert held("budgets", one) == {"projects.money_budgeted": 476_445_311}
    assert value("projects.money_budgeted") == Decimal("4764453.11")
    assert value("projects.money_budgeted", grade="original") == 3_724_055
    assert value("projects.execution_rate") == Decimal("96.85")
    assert value("projects.money_spent") == Decimal("4714453")
    assert not list(differences())


def test_a_budget_may_be_cut(world):
    budget(("年初预算", "2024-01-20", "100"), ("调整预算", "2024-09-01", "60"))
    assert value("projects.money_budgeted") == 60


def test_spending_by_purpose_over_a_term(world):
    spend("3000000", "2021-05-01", "新建基地", purpose="科普基础设施")
    spend("2100000", "2023-05-01", "更新展品", purpose="科普基础设施")
    spend("1", "2023-05-01", "活动")
    assert value("projects.money_spent", "2018..2023", kind="infrastructure") == 5_100_000


def test_funds_tell_purposes_and_results(world):
    raw = {
        "org": "CITY",
        "day": "2024-03-05",
        "grantor": "演示省科协",
        "level": "省级",
        "decided": "2024-04-10",
    }
    for purpose in ("出国研修", "学术交流"):
        save(
            "funds",
            by=SYSTEM,
            raw={**raw, "title": purpose, "purpose": purpose, "status": "已批准", "schemes": [SCHEME]},
        )
    save("funds", by=SYSTEM, raw={**raw, "title": "已验收的", "status": "已验收", "accepted_day": "2024-09-01",
                                  "result": "优秀"})  # fmt: skip
    assert value("projects.purposes", scheme=SCHEME) == 2
    assert value("projects.accepted", channel="excellent") == 1
    with pytest.raises(Invalid, match="验收结果"):
        save("funds", by=SYSTEM, raw={**raw, "title": "没有验收", "status": "已批准", "result": "通过"})
    assert Fund.objects.unscoped("test").count() == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ended": "2024-01-01", "status": "已终止"}, "ended"),
        ({"ended": "2024-06-01"}, "ended"),
        ({"status": "已终止"}, "ended"),
        ({"status": "已验收", "ended": "2024-06-01"}, "result"),
        ({"result": "通过"}, "result"),
    ],
)
def test_what_is_refused_of_a_supported_project(world, wrong, field):
    with pytest.raises(Invalid) as refused:
        support(**wrong)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not Support.objects.unscoped("test").exists()


@pytest.mark.parametrize(
    "versions",
    [
        (),
        (("调整预算", "2024-01-20", "100"),),
        (("年初预算", "2023-12-20", "100"),),
        (("年初预算", "2024-01-20", "100"), ("年初预算", "2024-02-20", "90")),
        (("年初预算", "2024-01-20", "100"), ("调整预算", "2024-01-20", "90")),
    ],
)
def test_what_is_refused_of_a_budget(world, versions):
    with pytest.raises(Invalid):
        budget(*versions)
    assert not Budget.objects.unscoped("test").exists()


def test_a_wrong_amount_is_corrected_by_import(world):
    row = {
        "org": "CITY",
        "day": "2024-12-20",
        "title": "演示展品更新",
        "purpose": "科普活动",
        "amount": "20000",
    }
    take(spendings=[row])
    assert str(take(spendings=[{**row, "amount": "23000"}])) == "更正1条"
    assert value("projects.money_spent") == 23_000
    assert [one.amount for one in Spending.objects.unscoped("test")] == [2_300_000]
    assert not list(differences())


def test_no_spending_of_nothing_or_of_tomorrow(world):
    for wrong in ({"amount": "0"}, {"amount": "1", "day": "2099-01-01"}):
        with pytest.raises(Invalid):
            spend(**wrong)
    assert not Spending.objects.unscoped("test").exists()
