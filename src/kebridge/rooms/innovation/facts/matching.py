"""What innovation service counts. A trip to three firms is one trip and three firm visits; intent is no contract."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.core.wording.styles import FEN
from kebridge.rooms.innovation.enums import FOLLOW_UPS, Money, Party, Stage
from kebridge.rooms.innovation.facts import stages

RAISED = "innovation.needs_raised"
MATCHED = "innovation.needs_matched"
SOLVED = "innovation.needs_solved"
STEPS = "innovation.need_steps"
OPEN = "innovation.needs_open"
DOCKINGS = "innovation.dockings"
OFFERED = "innovation.offered"
TRIPS = "innovation.trips"
EXPERTS = "innovation.experts"
FIRM_VISITS = "innovation.firm_visits"
SESSIONS = "innovation.service_sessions"
PROBLEMS = "innovation.problems"
SOCIETIES = "innovation.societies"
AGREEMENTS = "innovation.agreements"
PARTIES = "innovation.parties"
INVESTMENT = "innovation.investment"
CONTRACT_SUM = "innovation.contract_sum"
REGISTERED = "innovation.contracts_registered"
TECHNICAL_SUM = "innovation.technical_sum"
RECEIVED = "innovation.received"
SPENT = "innovation.spent"

_FINAL = frozenset({Stage.SOLVED.value, Stage.CLOSED.value})

measures.register(
    Measure(RAISED, 501, "征集企业技术需求", "项", "needs", subject_kind="firm", family="需求提出",
            help="提出日期在时期内的需求；类别是怎样提出的，等次一栏是技术领域，层级一栏是难度"),
    Measure(MATCHED, 502, "对接企业技术需求", "项", "needs", subject_kind="firm", family="需求对接",
            help="对接日期在时期内的需求，不论何时提出；当场解决的按解决日期算对接"),
    Measure(SOLVED, 503, "解决企业技术需求", "项", "needs", subject_kind="firm", family="需求解决",
            help="企业确认日期（没有另填的按解决日期）在时期内的需求，不论何时提出；类别是在哪里解决的，对象一栏是由谁确认，层级一栏是难度"),
    Measure(STEPS, 504, "技术需求进展次数", "项次", "needs", subject_kind="firm", family="需求进展",
            help="提出、对接、立项（合作）、解决、终止各按自己的日期算一次，按类别看；不同类别不相加"),
    Measure(OPEN, 505, "未办结的技术需求", "项", "needs", Nature.STOCK, subject_kind="firm", family="未办结需求",
            help="时期末没有解决（企业确认）也没有终止的需求；类别是当天所处的进展"),
    Measure(DOCKINGS, 506, "需求对接与回访次数", "次", "needs", subject_kind="body", family="对接次数",
            help="每次对接、诊断、回访算一次；类别是方式，对接方去重看对接方数"),
    Measure(OFFERED, 507, "悬赏（榜单）金额", "元", "needs", scale=FEN, family="悬赏资金",
            help="时期内提出的需求开出的金额，是意向，不与合同、到账金额相加"),
    Measure(TRIPS, 511, "专家服务企业次数", "次", "service_visits", family="专家服务",
            help="一次到几家企业算一次；类别是服务方式，层级是专家（服务团）的层级"),
    Measure(EXPERTS, 512, "服务企业专家人次", "人次", "service_visits", family="专家人次",
            help="各次服务的专家人数之和，同一人来两次算两人次；要按人去重看来访专家"),
    Measure(FIRM_VISITS, 513, "专家到企业家次", "家次", "service_visits", subject_kind="firm", family="企业家次",
            help="每次每家企业算一家次；地点是县区，等次一栏是技术领域"),
    Measure(SESSIONS, 516, "专家服务次数", "次", "service_visits", subject_kind="firm", family="服务次数",
            help="到各家企业服务的次数之和：一次出去到三家算三次，在一家连续指导几次的算几次；类别是服务方式，技术指导按它限定"),
    Measure(PROBLEMS, 514, "诊断企业问题", "个", "service_visits", family="诊断问题",
            help="专家在企业诊断的问题数；解决的看解决企业技术需求"),
    Measure(SOCIETIES, 515, "参加服务的学会", "家次", "service_visits", subject_kind="body", family="学会家次",
            help="每次每家学会算一家次；层级是学会的层级"),
    Measure(AGREEMENTS, 521, "合作协议与签约项目", "份", "agreements", family="协议",
            help="签订日期在时期内的协议和签约项目；按类别、等次（示范试点）、层级限定"),
    Measure(PARTIES, 522, "签约方", "家次", "agreements", subject_kind="body", family="签约方",
            help="每份协议每个科协系统以外的签约方算一家次；对象一栏是签约方的类别"),
    Measure(INVESTMENT, 531, "意向投资额", "元", "agreements", scale=FEN, family="意向资金",
            help="签约时宣布的投资额，是意向，不与合同金额、到账金额相加"),
    Measure(CONTRACT_SUM, 532, "合同金额", "元", "agreements", scale=FEN, family="合同资金",
            help="合同写明的金额，不等于到账金额"),
    Measure(RECEIVED, 533, "协议到账金额", "元", "agreements", scale=FEN, family="到账资金",
            help="到账日期在时期内的金额，不与意向、合同、支出相加"),
    Measure(SPENT, 534, "协议支出金额", "元", "agreements", scale=FEN, family="支出资金",
            help="支出日期在时期内的金额，不与意向、合同、到账相加"),
    Measure(TECHNICAL_SUM, 535, "技术交易额", "元", "agreements", scale=FEN, family="技术交易额",
            help="登记机构核定的技术交易额，按登记日期统计；是合同成交额里的一部分，两者不相加"),
    Measure(REGISTERED, 524, "认定登记的技术合同", "份", "agreements", family="登记合同",
            help="认定登记日期在时期内的技术合同；等次一栏是合同类型"),
)  # fmt: skip


def need_steps(need: Any) -> list[tuple[str, Any]]:
    """The stages of a need in order, each with its day; an end without success comes last."""
    solved = need.solved_day
    confirmed = (need.confirmed_day or solved) if need.stage == Stage.SOLVED else None
    contacts = [line.day for line in need.contacts.all() if line.kind not in FOLLOW_UPS]
    matched = need.matched_day or min(contacts, default=None) or (solved if confirmed else None)
    waited = solved if solved and solved != confirmed else None
    return [
        (Stage.RAISED.value, need.day), (Stage.MATCHED.value, matched), (Stage.STARTED.value, need.started_day),
        (Stage.UNCONFIRMED.value, waited), (Stage.SOLVED.value, confirmed),
        (Stage.CLOSED.value, need.ended_day),
    ]  # fmt: skip


def need_facts(need: Any) -> Iterable[FactRow]:
    """Each step counts on its own day, whatever the need's stage is today; solved only when the firm confirmed."""
    common = {"org": need.org_id, "grade": need.field, "level": need.weight, "subject": need.firm.subject_id,
              "basis": need.basis, "tags": tag_ids(need, "programmes", "chains")}  # fmt: skip
    steps = need_steps(need)
    days = dict(steps)
    yield FactRow(RAISED, day=need.day, kind=need.source, **common)
    if days[Stage.MATCHED]:
        yield FactRow(MATCHED, day=days[Stage.MATCHED], kind=need.source, **common)
    if days[Stage.SOLVED]:
        yield FactRow(SOLVED, day=days[Stage.SOLVED], kind=need.solved_at, audience=need.confirmer, **common)
    yield from stages.reached(STEPS, steps, **common)
    yield from stages.standing(OPEN, steps, _FINAL, **common)
    for line in need.contacts.all():
        partner = line.partner.subject_id if line.partner_id else None
        yield FactRow(DOCKINGS, day=line.day, kind=line.kind, **{**common, "subject": partner})
    if need.offered:
        yield FactRow(OFFERED, day=need.day, quantity=need.offered,
                      **{**common, "basis": "declared", "subject": None})  # fmt: skip


def visit_facts(visit: Any) -> Iterable[FactRow]:
    common = {"org": visit.org_id, "day": visit.day, "kind": visit.kind, "basis": visit.basis,
              "tags": tag_ids(visit, "programmes", "chains")}  # fmt: skip
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
        yield FactRow(SESSIONS, quantity=line.sessions, subject=line.firm.subject_id, **where)
        if line.problems:
            yield FactRow(PROBLEMS, quantity=line.problems, **where)


def agreement_facts(one: Any) -> Iterable[FactRow]:
    """What was intended, signed, received and spent are four sums; a registered contract has a fifth."""
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "grade": one.grade,
              "tags": tag_ids(one, "programmes", "schemes", "chains")}  # fmt: skip
    yield FactRow(AGREEMENTS, day=one.day, quantity=one.copies, basis=one.basis, **common)
    for party, bodies in ((Party.SOCIETY, one.societies), (Party.UNIVERSITY, one.universities),
                          (Party.ENTERPRISE, one.enterprises), (Party.COUNTY, one.counties),
                          (Party.OTHER_PARTY, one.parties)):  # fmt: skip
        for body in bodies.all():
            yield FactRow(PARTIES, day=one.day, subject=body.subject_id, audience=party.value, basis=one.basis,
                          **common)  # fmt: skip
    if one.investment:
        yield FactRow(INVESTMENT, day=one.day, quantity=one.investment, basis="declared", **common)
    if one.contract_sum:
        yield FactRow(CONTRACT_SUM, day=one.day, quantity=one.contract_sum, basis=one.basis, **common)
    if one.registered_day:
        official = {**common, "grade": one.contract_type, "basis": one.basis}
        yield FactRow(REGISTERED, day=one.registered_day, quantity=one.copies, **official)
        if one.technical_sum:
            yield FactRow(TECHNICAL_SUM, day=one.registered_day, quantity=one.technical_sum, **official)
    for line in one.payments.all():
        measure = RECEIVED if line.kind == Money.RECEIVED else SPENT
        yield FactRow(measure, day=line.day, quantity=line.amount, basis=one.basis, **common)
