"""What honours count. One honour of several grantors is one; a place in a table is a value and never added."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.core.wording.values import split_names

GRANTED = "honours.granted"
RANK = "honours.rank"
RANKINGS = "honours.rankings"
FIRSTS = "honours.firsts"
GRANTORS = "honours.grantors"
AMONG = "honours.first_among"

measures.register(
    Measure(GRANTED, 441, "荣誉数", "项", "honours", subject_kind="recipient", family="荣誉",
            help="授予日期在时期内的荣誉；几家联合授予的算一项，同一文件授予几个单位的每个算一项；按类别、层级、等次、获得者（对象）、奖项限定"),
    Measure(GRANTORS, 443, "联合授予单位数", "家", "honours", family="授予单位",
            help="几家联合授予的荣誉写明的授予单位数；限定到一个奖项才有意义"),
    Measure(RANK, 451, "位次", "位", "ranks", Nature.VALUE, help="外部榜单上最近一次的位次；类别填排的是什么，限定到一个榜单才有意义"),
    Measure(RANKINGS, 452, "上榜次数", "次", "ranks", family="上榜",
            help="榜单日期在时期内的排名记录数；等次一栏是位次或方阵"),
    Measure(FIRSTS, 461, "首次与唯一", "项", "firsts", family="首次", help="有依据的首次、首批、唯一事项"),
    Measure(AMONG, 462, "首批（唯一）的同类个数", "家", "firsts", Nature.VALUE, help="首批、唯一的说法里全国、全省同样的一共几家，取最近一次登记；按类别、范围限定"),
)  # fmt: skip


def _subject(honour: Any) -> int | None:
    for name in ("recipient_org", "recipient_body", "person"):
        if getattr(honour, f"{name}_id"):
            found: int = getattr(honour, name).subject_id
            return found
    return None


def honour_facts(honour: Any) -> Iterable[FactRow]:
    common = {"org": honour.org_id, "kind": honour.kind, "level": honour.level, "grade": honour.grade,
              "audience": honour.recipient, "subject": _subject(honour), "basis": honour.basis,
              "tags": tag_ids(honour, "schemes")}  # fmt: skip
    yield FactRow(GRANTED, day=honour.day, quantity=honour.copies, **common)
    if (grantors := len(set(split_names(honour.grantors)))) > 1:
        yield FactRow(GRANTORS, day=honour.day, quantity=grantors, **{**common, "subject": None})


def ranking_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.subject_matter, "level": one.level, "basis": one.basis,
              "tags": tag_ids(one, "schemes")}  # fmt: skip
    if one.place:
        yield FactRow(RANK, quantity=one.place, **common)
    yield FactRow(RANKINGS, grade=str(one.place or one.tier), **common)


def first_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.kind, "level": one.level, "basis": one.basis}
    yield FactRow(FIRSTS, **common)
    if one.among:
        yield FactRow(AMONG, quantity=one.among, **common)
