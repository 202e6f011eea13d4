"""What the duties of Party life count: systems in force, dues, letters, sites, posts, checks, breaches; all closed."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature, Visibility
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing
from kebridge.core.wording.styles import FEN

SYSTEMS = "party.systems"
REQUIRED_TIMES = "party.required_times"
DUES = "party.dues"
DUES_MEMBERS = "party.dues_members"
DUES_ON_TIME = "party.dues_on_time"
DUES_OWED = "party.dues_owed"
DUES_PAID = "party.dues_paid"
LETTERS = "party.letters"
FACILITIES = "party.facilities"
POSTS = "party.posts"
CHECKS = "party.checks"
CHECK_PROBLEMS = "party.check_problems"
CHECK_RECTIFIED = "party.check_rectified"
BREACHES = "party.breaches"
_CLOSED = {"visibility": Visibility.CLOSED}

measures.register(
    Measure(LETTERS, 642, "签订责任书份数", "份", "party_letters", family="责任书", **_CLOSED, help="签订日期在时期内的责任书份数；按类别限定"),
    Measure(SYSTEMS, 643, "施行的组织生活制度数", "项", "party_obligations", Nature.STOCK, family="党内制度", **_CLOSED,
            help="时期末在施行的党内制度，每项算一项，不论其中有几条频次要求；按制度（类别）、党组织（渠道）限定"),
    Measure(REQUIRED_TIMES, 644, "要求的次数", "次", "party_obligations", Nature.STOCK, family="要求次数", **_CLOSED,
            help="时期末在施行的频次要求，每个周期至少几次；限定到一种要求（类别）、周期（等次）和党组织（渠道）才有意义"),
    Measure(DUES, 645, "收缴党费的月数", "个", "party_dues", family="党费月数", **_CLOSED, help="登记了党费收缴情况的月数"),
    Measure(DUES_MEMBERS, 646, "应缴党费人次", "人次", "party_dues", family="党费人次", **_CLOSED, help="各月应缴党员数之和"),
    Measure(DUES_ON_TIME, 647, "按时足额缴纳党费人次", "人次", "party_dues", family="党费人次", **_CLOSED,
            help="各月按时足额缴纳的党员数之和"),
    Measure(DUES_OWED, 648, "应缴党费", "元", "party_dues", scale=FEN, family="应缴党费", **_CLOSED, help="各月应缴金额之和"),
    Measure(DUES_PAID, 649, "实缴党费", "元", "party_dues", scale=FEN, family="实缴党费", **_CLOSED, help="各月实缴金额之和"),
    Measure(FACILITIES, 650, "党建阵地与台账数", "个", "party_facilities", Nature.STOCK, family="党建阵地", **_CLOSED,
            help="时期末在用的党员活动室、信息库、台账；按类别限定"),
    Measure(POSTS, 654, "党务岗位人数", "名", "party_posts", Nature.STOCK, family="党务岗位", **_CLOSED,
            help="时期末明确的提醒人、责任人、委员等人数；按岗位（类别）限定"),
    Measure(CHECKS, 655, "检查与提醒次数", "次", "party_checks", family="党务检查", **_CLOSED,
            help="日期在时期内的专项检查、督查、风险研判和提醒；节日（等次）可以限定"),
    Measure(CHECK_PROBLEMS, 656, "检查发现问题数", "个", "party_checks", family="检查问题", **_CLOSED, help="各次检查发现的问题数之和"),
    Measure(CHECK_RECTIFIED, 657, "检查问题整改数", "个", "party_checks", family="检查问题", **_CLOSED,
            help="各次检查发现的问题中已完成整改的"),
    Measure(BREACHES, 658, "违纪违法起数", "起", "party_breaches", family="违纪", **_CLOSED,
            help="各月发生的违纪违法起数；没有发生的作零报告，零由零报告证明"),
)  # fmt: skip


def obligation_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "channel": one.holder, "basis": one.basis}
    yield from standing(SYSTEMS, one.since, one.until, kind=one.system, **common)
    for asked in one.requirements.all():
        more = {"quantity": asked.times, "kind": asked.what, "grade": asked.per, **common}
        yield from standing(REQUIRED_TIMES, one.since, one.until, **more)


def dues_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "day": one.day, "basis": one.basis}
    yield FactRow(DUES, **common)
    numbers = (
        (DUES_MEMBERS, one.members), (DUES_ON_TIME, one.on_time), (DUES_OWED, one.owed), (DUES_PAID, one.paid),
    )  # fmt: skip
    for measure, quantity in numbers:
        if quantity:
            yield FactRow(measure, quantity=quantity, **common)


def letter_facts(one: Any) -> Iterable[FactRow]:
    yield FactRow(LETTERS, one.org_id, one.day, one.copies, kind=one.kind, basis=one.basis)


def facility_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "basis": one.basis}
    yield from standing(FACILITIES, one.since, one.until, **common)


def post_facts(one: Any) -> Iterable[FactRow]:
    common = {"org": one.org_id, "kind": one.kind, "basis": one.basis}
    yield from standing(POSTS, one.since, one.until, quantity=one.people, **common)


def check_facts(one: Any) -> Iterable[FactRow]:
    common = {
        "org": one.org_id, "day": one.day, "kind": one.kind, "grade": one.occasion, "basis": one.basis,
    }  # fmt: skip
    yield FactRow(CHECKS, **common)
    if one.found:
        yield FactRow(CHECK_PROBLEMS, quantity=one.found, **common)
    if one.rectified:
        yield FactRow(CHECK_RECTIFIED, quantity=one.rectified, **common)


def breach_facts(one: Any) -> Iterable[FactRow]:
    yield FactRow(BREACHES, one.org_id, one.day, one.cases, kind=one.kind, basis=one.basis)
