"""What other works, trainings and meetings count. Quantities of different units are told apart and never mean a sum."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids

ITEMS = "works.items"
QUANTITY = "works.quantity"
TRAININGS = "works.trainings"
TRAINING_DAYS = "works.training_days"
TRAINED = "works.trained"
MEETINGS = "works.meetings"
ATTENDED = "works.attended"
ASSIGNMENTS = "works.assignments"
ASSIGNED_MEASURES = "works.assigned_measures"
ASSIGNED_PEOPLE = "works.assigned_people"

measures.register(
    Measure(ITEMS, 671, "其他工作事项数", "项", "other_works", family="其他事项", help="日期在时期内的事项，每条算一项；按类别、细类（渠道）限定"),
    Measure(QUANTITY, 672, "其他工作数量", "个", "other_works", family="其他数量", unit_in="grade",
            help="登记的数量之和；各类单位不同，限定到一种类别（细类）或单位（等次）才有意义"),
    Measure(TRAININGS, 681, "培训期数", "期", "trainings", family="期",
            help="开始日期在时期内的培训，办一期算一期；按形式、等级（等次）、主题（渠道）、对象、品牌活动限定"),
    Measure(TRAINING_DAYS, 682, "培训天数", "天", "trainings", family="培训天数", help="各期培训的天数之和"),
    Measure(TRAINED, 683, "参训人次", "人次", "trainings", family="参训人次", help="各期参训人次之和，同一人参加两期算两人次"),
    Measure(MEETINGS, 686, "会议次数", "次", "meetings", family="会议",
            help="召开日期在时期内的会议，开一次算一次；按类别、届次（等次，如 5-4）、品牌活动限定"),
    Measure(ATTENDED, 687, "到会人次", "人次", "meetings", family="到会人次", help="各次会议的到会人次之和"),
    Measure(ASSIGNMENTS, 691, "分包联系点数", "个", "assignments", Nature.STOCK, family="联系点",
            help="时期末分包的小区、路段、村等；类别是哪种地方"),
    Measure(ASSIGNED_MEASURES, 692, "联系点帮扶措施次数", "次", "assignments", family="帮扶措施",
            help="时期内在联系点做的事，做一次算一次；按地方（类别）、措施（等次）限定"),
    Measure(ASSIGNED_PEOPLE, 693, "联系点服务人次", "人次", "assignments", family="联系点人次", help="各次措施的参加人次之和"),
)  # fmt: skip


def _common(record: Any) -> dict[str, Any]:
    return {"org": record.org_id, "day": record.day, "kind": record.kind, "basis": record.basis,
            "tags": tag_ids(record, "programmes", "items")}  # fmt: skip


def work_facts(work: Any) -> Iterable[FactRow]:
    common = _common(work) | {"grade": work.unit, "channel": work.label, "audience": work.taking}
    yield FactRow(ITEMS, **common)
    yield FactRow(QUANTITY, quantity=work.quantity, **common)


def training_facts(one: Any) -> Iterable[FactRow]:
    common = _common(one) | {
        "level": one.level, "grade": one.grade, "audience": one.audience, "channel": one.topic,
    }  # fmt: skip
    yield FactRow(TRAININGS, **common)
    yield FactRow(TRAINING_DAYS, quantity=one.days, **common)
    if one.people:
        yield FactRow(TRAINED, quantity=one.people, **common)


def meeting_facts(one: Any) -> Iterable[FactRow]:
    numbered = f"{one.term}-{one.session}" if one.term and one.session else ""
    common = _common(one) | {"level": one.level, "grade": numbered}
    yield FactRow(MEETINGS, **common)
    if one.people:
        yield FactRow(ATTENDED, quantity=one.people, **common)


def assignment_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "basis": one.basis,
              "tags": tag_ids(one, "items")}  # fmt: skip
    yield from standing(ASSIGNMENTS, one.since, one.until, **common)
    for line in one.measures.all():
        done = {**common, "day": line.day, "grade": line.kind}
        yield FactRow(ASSIGNED_MEASURES, **done)
        if line.people:
            yield FactRow(ASSIGNED_PEOPLE, quantity=line.people, **done)
