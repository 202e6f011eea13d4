"""What innovation service counts. A trip to three firms is one trip and three firm visits; intent is no contract."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.ledger.rows import FactRow
from kebridge.rooms.innovation.enums import Stage

FEN = 100

RAISED = "innovation.needs_raised"
MATCHED = "innovation.needs_matched"
SOLVED = "innovation.needs_solved"
TRIPS = "innovation.trips"
EXPERTS = "innovation.experts"
FIRM_VISITS = "innovation.firm_visits"
PROBLEMS = "innovation.problems"
SOCIETIES = "innovation.societies"
AGREEMENTS = "innovation.agreements"
PARTIES = "innovation.parties"
INVESTMENT = "innovation.investment"
CONTRACT_SUM = "innovation.contract_sum"

measures.register(
    Measure(RAISED, 501, "企业技术需求", "项", "needs", subject_kind="firm", family="需求提出",
            help="提出日期在时期内的需求；类别是怎样提出的，等次一栏是技术领域"),
    Measure(MATCHED, 502, "对接的技术需求", "项", "needs", subject_kind="firm", family="需求对接",
            help="对接日期在时期内的需求；当场解决的按解决日期算对接"),
    Measure(SOLVED, 503, "解决的技术需求", "项", "needs", subject_kind="firm", family="需求解决",
            help="解决日期在时期内、企业已确认的需求；类别是在哪里解决的"),
    Measure(TRIPS, 511, "专家服务企业", "次", "service_visits", family="专家服务",
            help="一次到几家企业算一次"),
    Measure(EXPERTS, 512, "服务企业专家人次", "人次", "service_visits", family="专家人次",
            help="各次服务的专家人数之和；同一人来两次算两人次"),
    Measure(FIRM_VISITS, 513, "专家到企业", "家次", "service_visits", subject_kind="firm", family="企业家次",
            help="每次每家企业算一家次；地点是县区，等次一栏是技术领域"),
    Measure(PROBLEMS, 514, "诊断问题", "个", "service_visits", family="诊断问题",
            help="专家在企业诊断的问题数；解决的在技术需求里登记"),
    Measure(SOCIETIES, 515, "参加服务的学会", "家次", "service_visits", subject_kind="body", family="学会家次",
            help="每次每家学会算一家次；层级是学会的层级"),
    Measure(AGREEMENTS, 521, "合作协议与签约", "份", "agreements", family="协议",
            help="签订日期在时期内的协议、签约项目；按类别看，不同类别的总数意义不大"),
    Measure(PARTIES, 522, "签约方", "家次", "agreements", subject_kind="body", family="签约方",
            help="每份协议每个科协系统以外的签约方算一家次"),
    Measure(INVESTMENT, 531, "意向投资额", "元", "agreements", scale=FEN, family="意向资金",
            help="签约时宣布的投资额，是意向，不与合同金额、到账金额相加"),
    Measure(CONTRACT_SUM, 532, "合同金额", "元", "agreements", scale=FEN, family="合同资金",
            help="合同写明的金额，不等于到账金额"),
)  # fmt: skip


def _tags(record: Any, *names: str) -> tuple[int, ...]:
    return tuple(sorted(tag.pk for name in names for tag in getattr(record, name).all()))


def need_facts(need: Any) -> Iterable[FactRow]:
    """Each step counts on its own day, whatever the need's stage is today."""
    common = {"org": need.org_id, "grade": need.field, "subject": need.firm.subject_id, "basis": need.basis,
              "tags": _tags(need, "programmes")}  # fmt: skip
    yield FactRow(RAISED, day=need.day, kind=need.source, **common)
    is_solved = need.stage == Stage.SOLVED
    matched = need.matched_day or (need.solved_day if is_solved else None)
    if matched:
        yield FactRow(MATCHED, day=matched, kind=need.source, **common)
    if is_solved:
        yield FactRow(SOLVED, day=need.solved_day, kind=need.solved_at, **common)


def visit_facts(visit: Any) -> Iterable[FactRow]:
    common = {"org": visit.org_id, "day": visit.day, "kind": visit.kind, "basis": visit.basis,
              "tags": _tags(visit, "programmes")}  # fmt: skip
    yield FactRow(TRIPS, level=visit.level, **common)
    if visit.experts:
        yield FactRow(EXPERTS, quantity=visit.experts, level=visit.level, **common)
    for level, societies in (("nation", visit.national_societies), ("province", visit.provincial_societies),
                             ("city", visit.city_societies)):  # fmt: skip
        for society in societies.all():
            yield FactRow(SOCIETIES, level=level, subject=society.subject_id, **common)
    for line in visit.firms.all():
        where = {"level": visit.level, "grade": line.field, "place": line.county, **common}
        yield FactRow(FIRM_VISITS, subject=line.firm.subject_id, **where)
        if line.problems:
            yield FactRow(PROBLEMS, quantity=line.problems, **where)


def agreement_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.kind, "level": one.level, "grade": one.grade,
              "tags": _tags(one, "programmes", "schemes")}  # fmt: skip
    yield FactRow(AGREEMENTS, quantity=one.copies, basis=one.basis, **common)
    for body in one.parties.all():
        yield FactRow(PARTIES, subject=body.subject_id, basis=one.basis, **common)
    if one.investment:
        yield FactRow(INVESTMENT, quantity=one.investment, basis="declared", **common)
    if one.contract_sum:
        yield FactRow(CONTRACT_SUM, quantity=one.contract_sum, basis=one.basis, **common)
