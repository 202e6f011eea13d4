"""What papers received, assigned targets, problems and assessments count."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing, tag_ids
from kebridge.core.wording.styles import FEN

HUNDREDTHS = 100

INCOMING = "planning.incoming"
INCOMING_HANDLED = "planning.incoming_handled"
TARGETS = "planning.targets"
TARGETS_MET = "planning.targets_met"
TARGET_FLOOR = "planning.target_floor"
ACHIEVED = "planning.target_achieved"
PROBLEMS = "planning.problems"
PROBLEMS_OPEN = "planning.problems_open"
ADDRESSED = "planning.problems_addressed"
ASSESSMENTS = "planning.assessments"
ASSESSMENT_ITEMS = "planning.assessment_items"
SCORE = "planning.assessed_score"

measures.register(
    Measure(INCOMING, 607, "来文份数", "份", "incoming_documents", family="来文", help="收文日期在时期内的来文，每份算一份；表扬信限定类别"),
    Measure(INCOMING_HANDLED, 608, "办结来文份数", "份", "incoming_documents", family="办结来文", help="办结日期在时期内的来文"),
    Measure(TARGET_FLOOR, 609, "目标门槛金额", "元", "targets", Nature.STOCK, scale=FEN, family="门槛金额",
            help="时期末有效的目标规定的单个项目门槛，是目标的条件，不是完成数；限定到一个目标类别才有意义"),
    Measure(SCORE, 610, "考核得分", "分", "assessments", Nature.VALUE, scale=HUNDREDTHS, family="考核得分",
            help="最近一次考核的得分，有评定的按评定；用考核方案限定到一种考核"),
    Measure(ACHIEVED, 620, "目标完成数量", "个", "targets", family="目标完成", unit_in="channel", help="按下达单位的算法登记的完成数量；渠道是计量单位，限定到一个类别才有意义"),
    Measure(PROBLEMS, 623, "提出的问题数", "个", "problems", family="问题", help="提出日期在时期内的问题；按来源（等次）、方面（渠道）限定"),
    Measure(PROBLEMS_OPEN, 624, "没有整改完的问题数", "个", "problems", Nature.STOCK, family="未整改问题",
            help="时期末已提出、没有完成整改的问题"),
    Measure(ADDRESSED, 625, "完成整改的问题数", "个", "problems", family="整改问题", help="完成整改日期在时期内的问题"),
    Measure(TARGETS, 626, "上级下达目标数", "项", "targets", Nature.STOCK, family="下达目标", help="时期末有效的上级下达目标；按类别、考核方案限定"),
    Measure(TARGETS_MET, 627, "达标目标数", "项", "targets", family="达标目标", help="达标日期在时期内的目标"),
    Measure(ASSESSMENTS, 628, "考核次数", "次", "assessments", family="考核", help="结果日期在时期内的考核；按考核关系（类别）、等次限定"),
    Measure(ASSESSMENT_ITEMS, 629, "考核项目数", "项", "assessments", family="考核项目",
            help="结果日期在时期内的考核里的项目；“纳入上级考核的指标几项”限定到这种关系"),
)  # fmt: skip


def incoming_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "level": one.level, "basis": one.basis,
              "tags": tag_ids(one, "programmes", "items")}  # fmt: skip
    yield FactRow(INCOMING, day=one.day, **common)
    if one.handled:
        yield FactRow(INCOMING_HANDLED, day=one.handled, **common)


def target_facts(one: Any) -> Iterable[FactRow]:
    common = {
        "org": one.org_id,
        "kind": one.kind,
        "basis": one.basis,
        "tags": tag_ids(one, "schemes", "items"),
    }
    yield from standing(TARGETS, one.since, one.until, **common)
    yield from standing(TARGET_FLOOR, one.since, one.until, quantity=one.floor or 0, **common)
    if one.met:
        yield FactRow(TARGETS_MET, day=one.met, **common)
    for line in one.achievements.all():
        yield FactRow(ACHIEVED, day=line.day, quantity=line.quantity, channel=one.unit, **common)


def problem_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "grade": one.source, "channel": one.area, "basis": one.basis,
              "tags": tag_ids(one, "items")}  # fmt: skip
    yield FactRow(PROBLEMS, day=one.day, **common)
    yield from standing(PROBLEMS_OPEN, one.day, gone=one.addressed, **common)
    if one.addressed:
        yield FactRow(ADDRESSED, day=one.addressed, **common)


def assessment_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "kind": one.role, "grade": one.result, "basis": one.basis,
              "tags": tag_ids(one, "schemes")}  # fmt: skip
    yield FactRow(ASSESSMENTS, **common)
    scores = list(one.scores.all())
    if scores:
        yield FactRow(ASSESSMENT_ITEMS, quantity=len(scores), **common)
    reached = [line.given if line.given is not None else line.computed for line in scores]
    if any(points is not None for points in reached):
        yield FactRow(SCORE, quantity=sum(points or 0 for points in reached), **common)
