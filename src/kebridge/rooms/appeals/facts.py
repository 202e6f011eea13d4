"""What appeals, letters and visits count: each step on its day, what is open and what is late; never who or what."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature, Visibility
from kebridge.core.ledger.rows import FactRow
from kebridge.core.records.counting import standing
from kebridge.rooms.appeals.terms import working_days_between

APPEALS = "appeals.raised"
APPEAL_STEPS = "appeals.steps"
APPEALS_OPEN = "appeals.open"
APPEALS_LATE = "appeals.overdue"
APPEALS_CLOSED_LATE = "appeals.closed_late"
APPEAL_LATE_DAYS = "appeals.late_days"
APPEAL_DAYS = "appeals.handling_days"
APPEAL_OPINIONS = "appeals.opinions"
LETTERS = "appeals.letters"
LETTER_PERSONS = "appeals.letter_persons"
LETTER_STEPS = "appeals.letter_steps"
LETTERS_OPEN = "appeals.letters_open"
LETTERS_LATE = "appeals.letters_overdue"
LETTERS_CLOSED_LATE = "appeals.letters_closed_late"
LETTER_LATE_DAYS = "appeals.letter_late_days"
LETTER_DAYS = "appeals.letter_days"
LETTER_OPINIONS = "appeals.letter_opinions"

_INTERNAL = Visibility.INTERNAL
measures.register(
    Measure(APPEALS, 751, "科技工作者诉求", "件", "appeals", family="诉求", help="收到日期在时期内的诉求；类别是诉求种类，渠道一栏是怎样收到的"),
    Measure(APPEAL_STEPS, 752, "诉求办理进展", "件", "appeals", family="诉求进展",
            help="交办、答复、办结各按自己的日期算一次；等次一栏是进展，要限定来看"),
    Measure(APPEALS_OPEN, 753, "未办结的诉求", "件", "appeals", Nature.STOCK, family="未办诉求", help="时期末还没有办结的诉求"),
    Measure(APPEALS_LATE, 754, "超期未办结的诉求", "件", "appeals", Nature.STOCK, visibility=_INTERNAL, family="超期诉求",
            help="时期末已过应办结日期、还没有办结的诉求；没有登记办理时限的不算"),
    Measure(APPEALS_CLOSED_LATE, 755, "超期办结的诉求", "件", "appeals", visibility=_INTERNAL, family="超期办结",
            help="办结日期在时期内、晚于应办结日期的诉求"),
    Measure(APPEAL_LATE_DAYS, 756, "诉求超期工作日", "天", "appeals", visibility=_INTERNAL, family="超期天数",
            help="办结时超过应办结日期几个工作日，按办结日期相加"),
    Measure(APPEAL_DAYS, 757, "诉求办理工作日合计", "天", "appeals", visibility=_INTERNAL, family="办理天数",
            help="从收到的第二天到办结几个工作日，按办结日期相加"),
    Measure(APPEAL_OPINIONS, 758, "有评价的诉求", "件", "appeals", family="满意度", help="办结时有评价的诉求；等次一栏是评价"),
    Measure(LETTERS, 761, "来信来访", "件", "letters", visibility=_INTERNAL, family="来信来访",
            help="收到日期在时期内的件数；渠道一栏是来信、来访、电话还是网络"),
    Measure(LETTER_PERSONS, 762, "来信来访人次", "人次", "letters", visibility=_INTERNAL, family="来信来访人次",
            help="各件的人数之和"),
    Measure(LETTER_STEPS, 763, "来信来访办理进展", "件次", "letters", visibility=_INTERNAL, family="来信来访进展",
            help="交办、答复、办结各按自己的日期算一次；等次一栏是进展，要限定来看"),
    Measure(LETTERS_OPEN, 764, "未办结的来信来访", "件", "letters", Nature.STOCK, visibility=_INTERNAL, family="未办来信",
            help="时期末还没有办结的件数"),
    Measure(LETTERS_LATE, 765, "超期未办结的来信来访", "件", "letters", Nature.STOCK, visibility=_INTERNAL, family="超期来信",
            help="时期末已过应办结日期、还没有办结的件数；没有登记办理时限的不算"),
    Measure(LETTERS_CLOSED_LATE, 766, "超期办结的来信来访", "件", "letters", visibility=_INTERNAL, family="超期办结来信",
            help="办结日期在时期内、晚于应办结日期的件数"),
    Measure(LETTER_LATE_DAYS, 767, "来信来访超期工作日", "天", "letters", visibility=_INTERNAL, family="来信超期天数",
            help="办结时超过应办结日期几个工作日，按办结日期相加"),
    Measure(LETTER_DAYS, 768, "来信来访办理工作日合计", "天", "letters", visibility=_INTERNAL, family="来信办理天数",
            help="从收到的第二天到办结几个工作日，按办结日期相加"),
    Measure(LETTER_OPINIONS, 769, "有评价的来信来访", "件", "letters", visibility=_INTERNAL, family="来信满意度",
            help="办结时有评价的件数；等次一栏是评价"),
)  # fmt: skip

_OF_APPEALS = (APPEALS, APPEAL_STEPS, APPEALS_OPEN, APPEALS_LATE, APPEALS_CLOSED_LATE, APPEAL_LATE_DAYS, APPEAL_DAYS,
               APPEAL_OPINIONS)  # fmt: skip
_OF_LETTERS = (LETTERS, LETTER_STEPS, LETTERS_OPEN, LETTERS_LATE, LETTERS_CLOSED_LATE, LETTER_LATE_DAYS, LETTER_DAYS,
               LETTER_OPINIONS)  # fmt: skip


def appeal_facts(one: Any) -> Iterable[FactRow]:
    yield from _handled(one, _OF_APPEALS, _common(one, place=one.home))


def letter_facts(one: Any) -> Iterable[FactRow]:
    common = _common(one)
    yield from _handled(one, _OF_LETTERS, common)
    yield FactRow(LETTER_PERSONS, day=one.day, quantity=one.persons, **common)


def term_facts(_term: Any) -> Iterable[FactRow]:
    """A term is a rule: it counts nothing."""
    return ()


def _common(one: Any, **more: Any) -> dict[str, Any]:
    return {"org": one.org_id, "kind": one.kind, "channel": one.channel, "basis": one.basis, **more}


def _handled(one: Any, names: tuple[str, ...], common: dict[str, Any]) -> Iterable[FactRow]:
    """What stands past its due day stands from the day after it, until it is closed."""
    raised, steps, waiting, late, closed_late, late_days, handling_days, opinions = names
    yield FactRow(raised, day=one.day, **common)
    for step, day in (
        ("assigned", one.assigned_day),
        ("answered", one.answered_day),
        ("closed", one.closed_day),
    ):
        if day:
            yield FactRow(steps, day=day, grade=step, **common)
    yield from standing(waiting, one.day, gone=one.closed_day, **common)
    closed, is_late = one.closed_day, False
    if one.due and (closed is None or closed > one.due):
        is_late = True
        yield from standing(late, one.due + timedelta(days=1), gone=closed, **common)
    if closed is None:
        return
    if took := working_days_between(one.day, closed):
        yield FactRow(handling_days, day=closed, quantity=took, **common)
    if is_late:
        yield FactRow(closed_late, day=closed, **common)
        if over := working_days_between(one.due, closed):
            yield FactRow(late_days, day=closed, quantity=over, **common)
    if one.satisfaction:
        yield FactRow(opinions, day=closed, **{**common, "grade": one.satisfaction})
