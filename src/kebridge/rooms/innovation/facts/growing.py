"""What growing firms count: projects by stage, planned sums that stand, entries into the library, estimates apart."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import tag_ids
from kebridge.core.wording.styles import FEN
from kebridge.rooms.innovation.enums import AttractionStage, Band, CultivationStage, VentureStage
from kebridge.rooms.innovation.facts import stages

_YUAN_FROM = ((1_000_000_000, Band.FROM_1B), (500_000_000, Band.FROM_500M), (100_000_000, Band.FROM_100M),
              (50_000_000, Band.FROM_50M))  # fmt: skip

ATTRACTION_STEPS = "innovation.attraction_steps"
ATTRACTIONS = "innovation.attraction_projects"
PLANNED = "innovation.attraction_planned"
VENTURE_STEPS = "innovation.venture_steps"
VENTURES = "innovation.ventures"
CULTIVATION_STEPS = "innovation.cultivation_steps"
CULTIVATIONS = "innovation.cultivations"
IMPACT = "innovation.impact_estimate"

measures.register(
    Measure(CULTIVATION_STEPS, 509, "企业培育进展次数", "家次", "cultivations", subject_kind="firm", family="培育进展",
            help="开始培育、申报、入库各按自己的日期算一次，按类别看；对象一栏是培育成哪一类企业；不同类别不相加"),
    Measure(CULTIVATIONS, 510, "培育中与在库企业", "家", "cultivations", Nature.STOCK, subject_kind="firm",
            family="培育企业", help="时期末培育中、申报中、在库的企业；类别是当天所处的进展"),
    Measure(IMPACT, 530, "经济效益估算", "元", "impacts", scale=FEN, family="效益估算",
            help="外单位估算的消费带动、交易额等，是估算，从不与意向、合同、到账、支出金额相加"),
    Measure(ATTRACTION_STEPS, 536, "招商引资项目进展次数", "个次", "attractions", subject_kind="firm", family="招商进展",
            help="线索、洽谈、拟签约、签约、开工、计入任务各按自己的日期算一次，按类别看；等次一栏是计划投入的规模；不同类别不相加"),
    Measure(ATTRACTIONS, 537, "招商引资项目数", "个", "attractions", Nature.STOCK, subject_kind="firm", family="招商项目",
            help="时期末没有终止的项目；类别是当天所处的进展，等次一栏是计划投入的规模"),
    Measure(PLANNED, 538, "招商引资项目计划投入", "元", "attractions", Nature.STOCK, scale=FEN, family="计划投入",
            help="时期末没有终止的项目的计划投入之和，是意向；类别是当天所处的进展"),
    Measure(VENTURE_STEPS, 539, "创业项目进展次数", "个次", "ventures", family="创业进展",
            help="意向、落地、孵化毕业各按自己的日期算一次，按类别看；对象一栏是创业者；不同类别不相加"),
    Measure(VENTURES, 540, "创业项目数", "个", "ventures", Nature.STOCK, family="创业项目",
            help="时期末没有终止的创业项目；类别是当天所处的进展"),
)  # fmt: skip


def band(fen: int) -> str:
    """The size of a planned investment: a lower bound belongs to its band."""
    return next((size.value for least, size in _YUAN_FROM if fen >= least * FEN), Band.UNDER_50M.value)


def attraction_steps(one: Any) -> stages.Steps:
    stage = AttractionStage
    return [
        (stage.LEAD.value, one.day), (stage.TALKS.value, one.talks_day), (stage.TO_SIGN.value, one.to_sign_day),
        (stage.SIGNED.value, one.signed_day), (stage.STARTED.value, one.started_day),
        (stage.CREDITED.value, one.credited_day), (stage.DROPPED.value, one.dropped_day),
    ]  # fmt: skip


def attraction_facts(one: Any) -> Iterable[FactRow]:
    final = frozenset({AttractionStage.DROPPED.value})
    common = {"org": one.org_id, "grade": band(one.planned), "place": one.place, "basis": one.basis,
              "tags": tag_ids(one, "chains", "plans")}  # fmt: skip
    who = {"subject": one.firm.subject_id if one.firm_id else None, **common}
    steps = attraction_steps(one)
    yield from stages.reached(ATTRACTION_STEPS, steps, **who)
    yield from stages.standing(ATTRACTIONS, steps, final, **who)
    yield from stages.standing(PLANNED, steps, final, quantity=one.planned, **{**common, "basis": "declared"})


def venture_steps(one: Any) -> stages.Steps:
    stage = VentureStage
    return [(stage.PLANNED.value, one.day), (stage.LANDED.value, one.landed_day), (stage.GROWN.value, one.grown_day),
            (stage.ENDED.value, one.ended_day)]  # fmt: skip


def venture_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "grade": one.field, "audience": one.founder, "basis": one.basis,
              "tags": tag_ids(one, "programmes", "chains")}  # fmt: skip
    steps = venture_steps(one)
    yield from stages.reached(VENTURE_STEPS, steps, **common)
    yield from stages.standing(VENTURES, steps, frozenset({VentureStage.ENDED.value}), **common)


def cultivation_steps(one: Any) -> stages.Steps:
    stage = CultivationStage
    return [(stage.CULTIVATED.value, one.day), (stage.APPLIED.value, one.applied_day),
            (stage.ENTERED.value, one.entered_day), (stage.LEFT.value, one.left_day)]  # fmt: skip


def cultivation_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "audience": one.kind, "place": one.place, "subject": one.firm.subject_id,
              "basis": one.basis, "tags": tag_ids(one, "plans")}  # fmt: skip
    steps = cultivation_steps(one)
    yield from stages.reached(CULTIVATION_STEPS, steps, **common)
    yield from stages.standing(CULTIVATIONS, steps, frozenset({CultivationStage.LEFT.value}), **common)


def impact_facts(one: Any) -> Iterable[FactRow]:
    """An estimate is an estimate, whoever typed it."""
    yield FactRow(IMPACT, one.org_id, one.day, one.amount, kind=one.kind, basis="declared",
                  tags=tag_ids(one, "programmes"))  # fmt: skip
