"""What tours of experts, corps and banks count. Guests, needs and agreements of a tour stand in their own registers."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids

TOURS = "innovation.tours"
TOUR_DAYS = "innovation.tour_days"
TOUR_ELEMENTS = "innovation.tour_elements"
CORPS_FORMED = "innovation.corps_formed"
CORPS = "innovation.corps"
CORPS_EXPERTS = "innovation.corps_experts"
BANKS_BUILT = "innovation.banks_built"
BANKS = "innovation.banks"
BANK_SIZE = "innovation.bank_size"

measures.register(
    Measure(TOURS, 517, "专家考察活动", "次", "expert_tours", family="考察活动",
            help="开始日期在时期内的考察活动；层级是组织方的层级，渠道一栏是本单位的角色"),
    Measure(TOUR_DAYS, 518, "专家考察天数", "天", "expert_tours", family="考察天数",
            help="首尾两天都算；限定到一次活动就是“为期几天”"),
    Measure(TOUR_ELEMENTS, 519, "专家考察环节次数", "次", "expert_tours", family="考察环节",
            help="考察中的座谈、诊断、签约等；类别是环节，“五个一”的五是不同类别数"),
    Measure(CORPS_FORMED, 520, "组建科技服务团", "个", "service_corps", family="组建服务团",
            help="组建日期在时期内的服务团；等次一栏是服务领域"),
    Measure(CORPS, 525, "科技服务团数", "个", "service_corps", Nature.STOCK, family="服务团",
            help="时期末在任期内的服务团；等次一栏是服务领域"),
    Measure(CORPS_EXPERTS, 526, "科技服务团专家", "人", "service_corps", Nature.STOCK, family="服务团专家",
            help="时期末在任期内的服务团专家人数之和；一人在两个团算两人"),
    Measure(BANKS_BUILT, 527, "建成专家库（名录）", "个", "expert_banks", family="建库",
            help="建成日期在时期内的专家库、名录；渠道一栏是本单位的角色"),
    Measure(BANKS, 528, "专家库（名录）数", "个", "expert_banks", Nature.STOCK, family="专家库",
            help="时期末在用的专家库、名录；类别区分专家库和名录"),
    Measure(BANK_SIZE, 529, "专家库人数", "人", "expert_banks", Nature.SNAPSHOT, family="库内人数",
            help="某一天查看的库内人数，是可联系的专家，不是来过、聘过的人；等次一栏是库名，几个库可能有同一人"),
)  # fmt: skip


def tour_facts(tour: Any) -> Iterable[FactRow]:
    common = {"org": tour.org_id, "level": tour.level, "channel": tour.role, "place": tour.place,
              "basis": tour.basis, "tags": tag_ids(tour, "programmes", "chains")}  # fmt: skip
    yield FactRow(TOURS, day=tour.day, **common)
    yield FactRow(TOUR_DAYS, day=tour.day, quantity=(tour.until - tour.day).days + 1, **common)
    for line in tour.elements.all():
        yield FactRow(TOUR_ELEMENTS, day=line.day, quantity=line.times, kind=line.kind, **common)


def corps_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "level": one.level, "grade": one.field, "place": one.place, "basis": one.basis,
              "tags": tag_ids(one, "programmes", "chains")}  # fmt: skip
    yield FactRow(CORPS_FORMED, day=one.day, **common)
    for measure, quantity in ((CORPS, 1), (CORPS_EXPERTS, one.members or 0)):
        yield from standing(measure, one.day, one.until, quantity=quantity, **common)


def bank_facts(bank: Any) -> Iterable[FactRow]:
    """How many are in a bank is told by whoever keeps it: an outside observation, unless the bank is our own."""
    common = {"org": bank.org_id, "kind": bank.kind, "channel": bank.role,
              "tags": tag_ids(bank, "chains")}  # fmt: skip
    yield FactRow(BANKS_BUILT, day=bank.day, grade=bank.field, basis=bank.basis, **common)
    yield from standing(BANKS, bank.day, gone=bank.until, grade=bank.field, basis=bank.basis, **common)
    seen = [(line.day, line.persons) for line in bank.sizes.all() if not bank.until or line.day < bank.until]
    if bank.until and seen:
        seen.append((bank.until, 0))  # or the last number would go on standing
    for day, persons in seen:
        yield FactRow(BANK_SIZE, day=day, quantity=persons, grade=bank.title, basis=bank.basis, **common)
