"""What projects and funds count: each step on its own day; an instalment brings money and no new project."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.rows import FactRow
from kebridge.rooms.projects.enums import GRANTED as GRANTED_STATES
from kebridge.rooms.projects.enums import FundKind, Status

FEN = 100

APPLIED = "projects.applied"
GRANTED = "projects.granted"
REFUSED = "projects.refused"
ACCEPTED = "projects.accepted"
RECEIPTS = "projects.receipts"
MONEY_ASKED = "projects.money_asked"
MONEY_GRANTED = "projects.money_granted"
MONEY_RECEIVED = "projects.money_received"

measures.register(
    Measure(APPLIED, 561, "申报项目资金", "个", "funds", family="申报", help="申报日期在时期内；续拨不算"),
    Measure(GRANTED, 562, "获批项目资金", "个", "funds", family="获批", help="批准日期在时期内；续拨不算"),
    Measure(REFUSED, 563, "未获批项目资金", "个", "funds", family="未获批", help="答复日期在时期内"),
    Measure(ACCEPTED, 564, "验收项目", "个", "funds", family="验收", help="验收日期在时期内"),
    Measure(RECEIPTS, 565, "资金到账", "笔", "funds", family="到账笔数", help="到账日期在时期内；续拨每笔另算"),
    Measure(MONEY_ASKED, 571, "申请金额", "元", "funds", scale=FEN, family="意向资金",
            help="申报书里申请的金额，是意向，不与批准、到账金额相加"),
    Measure(MONEY_GRANTED, 572, "批准金额", "元", "funds", scale=FEN, family="批准资金",
            help="批准文件写明的金额，按批准日期统计"),
    Measure(MONEY_RECEIVED, 573, "到账金额", "元", "funds", scale=FEN, family="到账资金",
            help="实际到账的金额，按到账日期统计"),
)  # fmt: skip


def fund_facts(fund: Any) -> Iterable[FactRow]:
    tags = {tag.pk for name in ("schemes", "programmes") for tag in getattr(fund, name).all()}
    common = {"org": fund.org_id, "kind": fund.kind, "level": fund.level, "tags": tuple(sorted(tags))}
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
        yield FactRow(ACCEPTED, day=fund.accepted_day, **known)
