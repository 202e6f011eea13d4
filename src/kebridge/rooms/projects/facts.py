"""What projects and funds count: each step on its own day; an instalment brings money and no new project."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.core.wording.styles import FEN
from kebridge.rooms.projects.enums import GRANTED as GRANTED_STATES
from kebridge.rooms.projects.enums import FundKind, Status

APPLIED = "projects.applied"
GRANTED = "projects.granted"
REFUSED = "projects.refused"
ACCEPTED = "projects.accepted"
RECEIPTS = "projects.receipts"
MONEY_ASKED = "projects.money_asked"
MONEY_GRANTED = "projects.money_granted"
MONEY_RECEIVED = "projects.money_received"
SUPPORTED = "projects.supported"
SUPPORT_ENDED = "projects.support_ended"
MONEY_SUPPORTED = "projects.money_supported"
MONEY_SPENT = "projects.money_spent"
MONEY_BUDGETED = "projects.money_budgeted"

measures.register(
    Measure(APPLIED, 561, "申报项目资金数", "个", "funds", family="申报", help="申报日期在时期内的项目和补助，续拨不算"),
    Measure(GRANTED, 562, "获批项目资金数", "个", "funds", family="获批", help="批准日期在时期内的项目和补助，续拨不算；按类别、批准层级、项目计划限定"),
    Measure(REFUSED, 563, "未获批项目资金", "个", "funds", family="未获批", help="答复日期在时期内"),
    Measure(ACCEPTED, 564, "验收项目数", "个", "funds", family="验收", help="验收日期在时期内的项目"),
    Measure(RECEIPTS, 565, "资金到账笔数", "笔", "funds", family="到账笔数", help="到账日期在时期内的笔数，续拨每笔另算"),
    Measure(MONEY_ASKED, 571, "申请金额", "元", "funds", scale=FEN, family="意向资金",
            help="申报书里申请的金额，是意向，不与批准、到账金额相加"),
    Measure(MONEY_GRANTED, 572, "批准金额", "元", "funds", scale=FEN, family="批准资金",
            help="批准文件写明的金额，按批准日期统计，不等于到账"),
    Measure(MONEY_RECEIVED, 573, "到账金额", "元", "funds", scale=FEN, family="到账资金",
            help="实际到账的金额，按到账日期统计"),
    Measure(SUPPORTED, 566, "资助项目数", "项", "supports", subject_kind="body", family="资助项目",
            help="立项日期在时期内、由本级立项资助的项目；类别是用途，承担单位可以去重"),
    Measure(SUPPORT_ENDED, 567, "结束的资助项目数", "项", "supports", subject_kind="body", family="结束资助项目",
            help="验收、终止日期在时期内的资助项目；按进展（等次）、验收结果（渠道）限定"),
    Measure(MONEY_SUPPORTED, 574, "资助金额", "元", "supports", scale=FEN, family="资助资金",
            help="本级立项资助的金额，按立项日期统计，不与争取来的资金相加"),
    Measure(MONEY_SPENT, 575, "支出金额", "元", "spendings", scale=FEN, family="支出资金",
            help="支出日期在时期内的金额；按用途（类别）、资金来源（渠道）、品牌活动限定"),
    Measure(MONEY_BUDGETED, 576, "预算金额", "元", "budgets", scale=FEN, family="预算资金",
            help="时期内批复的预算：年初数加各次调整的增减，按全年算就是调整后的预算；等次是年初还是调整"),
)  # fmt: skip


def fund_facts(fund: Any) -> Iterable[FactRow]:
    common = {"org": fund.org_id, "kind": fund.kind, "level": fund.level, "grade": fund.purpose,
              "tags": tag_ids(fund, "schemes", "programmes")}  # fmt: skip
    known = {"basis": fund.basis, **common}
    if fund.received:
        yield FactRow(RECEIPTS, day=fund.received_day, **known)
        yield FactRow(MONEY_RECEIVED, day=fund.received_day, quantity=fund.received, **known)
    if fund.kind == FundKind.INSTALMENT:
        return
    yield FactRow(APPLIED, day=fund.day, **known)
    if fund.asked:
        yield FactRow(MONEY_ASKED, day=fund.day, quantity=fund.asked, **{**common, "basis": "declared"})
    if fund.status in GRANTED_STATES:
        yield FactRow(GRANTED, day=fund.decided, **known)
        if fund.granted:
            yield FactRow(MONEY_GRANTED, day=fund.decided, quantity=fund.granted, **known)
    if fund.status == Status.REFUSED:
        yield FactRow(REFUSED, day=fund.decided, **known)
    if fund.status == Status.ACCEPTED:
        yield FactRow(ACCEPTED, day=fund.accepted_day, channel=fund.result, **known)


def support_facts(one: Any) -> Iterable[FactRow]:
    common = {
        "org": one.org_id,
        "kind": one.purpose,
        "basis": one.basis,
        "tags": tag_ids(one, "schemes", "programmes"),
    }
    subject = one.holder.subject_id
    yield FactRow(SUPPORTED, day=one.day, subject=subject, **common)
    if one.amount:
        yield FactRow(MONEY_SUPPORTED, day=one.day, quantity=one.amount, **common)
    if one.ended:
        yield FactRow(
            SUPPORT_ENDED, day=one.ended, subject=subject, grade=one.status, channel=one.result, **common
        )


def budget_facts(one: Any) -> Iterable[FactRow]:
    """Each version counts by how much it differs from the one before: the sum of a year is its latest budget."""
    before = 0
    for line in sorted(one.versions.all(), key=lambda line: line.day):
        if line.amount != before:
            yield FactRow(MONEY_BUDGETED, one.org_id, line.day, line.amount - before, kind=one.purpose,
                          grade=line.version, basis=one.basis)  # fmt: skip
        before = line.amount


def spending_facts(one: Any) -> Iterable[FactRow]:
    yield FactRow(MONEY_SPENT, one.org_id, one.day, one.amount, kind=one.purpose, channel=one.source,
                  basis=one.basis, tags=tag_ids(one, "schemes", "programmes", "items"))  # fmt: skip
