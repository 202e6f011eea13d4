"""Projects and funds: each step on its own day; asked, granted and received money stay apart."""

from decimal import Decimal

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.projects.models import Fund
from tests.rooms.people.entering import figure, held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
UNION, NETWORK = "演示会市合作", "演示基层网络建设"
GRANTED = {"status": "已批准", "decided": "2024-04-10"}


@pytest.fixture
def world() -> World:
    made = make_world()
    for name in (UNION, NETWORK):
        scheme(name, kind="项目计划")
    return made


def fund(title: str, day: str = "2024-03-05", **raw):
    return save("funds", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "grantor": "演示省科协",
                                         "level": "省级", **raw})  # fmt: skip


def test_a_project_counts_each_step_on_its_own_day(world):
    one = fund("产业服务", "2023-10-01", schemes=[UNION], asked="30万", status="已验收", decided="2024-02-01",
               granted="200000", received_day="2024-03-01", received="120000.5", accepted_day="2024-12-01")  # fmt: skip
    assert held("funds", one) == {
        "projects.applied": 1, "projects.money_asked": 30_000_000, "projects.granted": 1,
        "projects.money_granted": 20_000_000, "projects.receipts": 1, "projects.money_received": 12_000_050,
        "projects.accepted": 1,
    }  # fmt: skip
    assert value("projects.applied", "2023") == 1
    assert value("projects.granted", "2023") == 0
    assert value("projects.money_asked", "2023") == 300_000
    assert value("projects.money_granted", "2024") == 200_000
    assert figure("projects.money_asked", "2023").bases.keys() == {"declared"}


def test_an_instalment_brings_money_and_no_project(world):
    fund(
        "产业服务", schemes=[UNION], granted="200000", received_day="2024-05-01", received="120000", **GRANTED
    )
    later = fund("产业服务续拨", "2025-02-01", kind="续拨（分期到账）", schemes=[UNION], received_day="2025-02-01",
                 received="80000")  # fmt: skip
    assert held("funds", later) == {"projects.receipts": 1, "projects.money_received": 8_000_000}
    assert value("projects.money_received", "2024") == 120_000
    assert value("projects.money_received", "2025", scheme=UNION) == 80_000
    assert value("projects.granted", "2025") == 0


def test_projects_and_subsidy_won_in_a_year(world):
    for number in range(13):
        fund(f"项目{number}", schemes=[UNION] if number < 4 else [], granted="220000", **GRANTED)
    fund("试点", schemes=[NETWORK], level="国家级", **GRANTED)
    fund("免费开放补助", kind="补助（奖补）", granted="900000", org="M", **GRANTED)
    fund("未批的", status="未获批", decided="2024-04-10", asked="500000")
    fund("还没有答复的", asked="500000")
    assert value("projects.granted", kind="project", level="province") == 13
    assert value("projects.granted", kind="subsidy") == 1
    assert value("projects.granted", scheme=NETWORK, level="nation") == 1
    assert value("projects.granted", scheme=UNION) == 4
    assert value("projects.money_granted") == 13 * 220_000 + 900_000
    assert value("projects.money_granted", kind="project") == 13 * 220_000
    assert value("projects.schemes") == 2
    assert value("projects.applied") == 17
    assert value("projects.success_rate") == Decimal("88.2")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"status": "已批准"}, "decided"),
        ({"decided": "2024-04-10"}, "status"),
        ({"status": "未获批"}, "decided"),
        ({"status": "已批准", "decided": "2024-01-01"}, "decided"),
        ({"status": "已验收", "decided": "2024-04-10"}, "accepted_day"),
        ({**GRANTED, "accepted_day": "2024-12-01"}, "status"),
        ({"status": "已验收", "decided": "2024-04-10", "accepted_day": "2024-04-01"}, "accepted_day"),
        ({**GRANTED, "received": "100"}, "received"),
        ({**GRANTED, "received_day": "2024-05-01"}, "received"),
        ({"granted": "100"}, "status"),
        ({"received": "100", "received_day": "2024-05-01"}, "status"),
        ({"kind": "续拨（分期到账）"}, "received"),
        (
            {"kind": "续拨（分期到账）", "received": "1", "received_day": "2024-05-01", "granted": "1"},
            "granted",
        ),
        ({"day": "2099-01-01"}, "day"),
        ({**GRANTED, "granted": "1.234"}, "granted"),
    ],
)
def test_what_is_refused(world, wrong, field):
    with pytest.raises(Invalid) as refused:
        fund("产业服务", **wrong)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not Fund.objects.unscoped("test").exists()


def test_a_record_is_told_in_words(world):
    tell = registers.get("funds").sentence
    one = fund("产业服务", granted="200000", received_day="2024-05-01", received="20万", **GRANTED)
    assert tell(one) == "2024年4月10日演示省科协项目“产业服务”已批准，批准20万元，到账20万元"
    later = fund("续", kind="续拨（分期到账）", received_day="2024-06-01", received="5000.5")
    assert tell(later) == "演示省科协续拨“续”，到账5000.5元"


def test_a_corrected_and_a_void_record_count_what_stands(world):
    one = fund("产业服务", granted="200000", **GRANTED)
    save("funds", by=SYSTEM, pk=one.pk, reason="更正", raw={"org": "CITY", "title": "产业服务", "day": "2024-03-05",
         "grantor": "演示省科协", "level": "省级", "status": "未获批", "decided": "2024-04-10"})  # fmt: skip
    assert held("funds", one) == {"projects.applied": 1, "projects.refused": 1}
    ops.move_record(registers.get("funds"), one.pk, "void", by=SYSTEM, reason="误登")
    assert held("funds", one) == {}
    assert not list(differences())
