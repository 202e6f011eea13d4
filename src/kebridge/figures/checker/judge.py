"""How a figure stands against the records. `matches` is hard to get: whatever leaves room for doubt is `possible`."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from kebridge.core.wording.agreement import Qualifier, agrees
from kebridge.core.wording.styles import trimmed
from kebridge.figures.checker.bound import Bound
from kebridge.figures.checker.shapes import Judgement, Kind, Mention, Verdict
from kebridge.figures.presenting import missing_units
from kebridge.figures.requests import UNREPORTED, Figure

_RATES = frozenset({Kind.RATE, Kind.GROWTH, Kind.POINTS})
MOST_NAMED = 5
_CONFIRM = "可能相符，请确认"
_UNREAD = "原文还有没对上的词，可能说的是其中一部分"


@dataclass(frozen=True)
class Difference:
    """Another reading of the same metric that gives the number in the text."""

    words: str
    value: Decimal
    is_limit: bool = False  # by other filters, which the words may well have meant


def value_of(figure: Figure) -> Decimal | None:
    """What a text is compared with: rates before they are rounded, counts as they are shown."""
    if figure.hidden or figure.day is not None:
        return None
    return figure.exact if figure.metric.is_derived else figure.value


def is_said(mention: Mention, value: Decimal) -> bool:
    """Whether the wording of the mention may stand for the value."""
    if mention.value is None:
        return (mention.low is None or mention.low <= value) and (
            mention.high is None or value <= mention.high
        )
    qualifier = mention.qualifier
    if qualifier is Qualifier.EXACT and mention.kind in _RATES:
        qualifier = Qualifier.ROUNDED
    if qualifier is Qualifier.ROUNDED and value == mention.value:
        return True
    return agrees(mention.value, qualifier, value, mention.step)


def is_exact(mention: Mention, value: Decimal) -> bool:
    return mention.value == value and mention.qualifier in (Qualifier.EXACT, Qualifier.ROUNDED)


def why_incomplete(figure: Figure) -> str:
    """Why the figure may still change, in words; empty when all is reported."""
    if figure.missing:
        units = missing_units(figure.missing)
        named = "、".join(f"{unit.name}（{unit.text}）" for unit in units[:MOST_NAMED])
        return f"还有{len(units)}个单位没有填报：{named}{'等' if len(units) > MOST_NAMED else ''}"
    if figure.pending:
        return f"还有{figure.pending}条记录待审"
    if figure.straddling:
        return "有跨时段的汇总填报没有计入"
    if figure.planned_share:
        return "其中有预计数"
    if figure.request.period.end >= timezone.localdate():
        return "这一时段还没有结束"
    return ""


def needs_evidence(mention: Mention, figure: Figure | None) -> Judgement | None:
    """An outside rank or a first is not for the records to say: it needs the list or the document."""
    if mention.kind is not Kind.RANK or (figure is not None and figure.metric.kind == "rank"):
        return None
    told = value_of(figure) if figure is not None else None
    known = f"榜单登记里最近一次是第{trimmed(told)}位，" if told is not None else ""
    return Judgement(Verdict.NEEDS_EVIDENCE, told, f"{known}对外排位要附榜单或公布文件作依据")


def judge(
    mention: Mention,
    bound: Bound,
    figure: Figure | None,
    register: str,
    differences: Sequence[Difference] = (),
) -> Judgement:
    """The verdict of one claim. `register`: the title of the register that would carry it."""
    if evidence := needs_evidence(mention, figure):
        return evidence
    if figure is None:
        where = f"应在“{register}”里登记" if register else "没有一个登记簿统计这件事"
        return Judgement(Verdict.NOT_COMPUTABLE, None, f"不能由记录算出：{where}")
    value = value_of(figure)
    if value is None:
        why = "没有单位填报" if figure.status == UNREPORTED else (figure.note or "不能计算")
        return Judgement(Verdict.NOT_COMPUTABLE, None, f"{why}；应在“{register}”里登记")
    open_reason = _open_reason(bound, figure)
    shown = f"记录为{trimmed(value)}{figure.unit}"
    if is_said(mention, value):
        if open_reason:
            return Judgement(Verdict.POSSIBLE, value, f"{_CONFIRM}：{shown}；{open_reason}")
        if is_exact(mention, value):
            return Judgement(Verdict.MATCHES, value, f"{shown}，相符")
        return Judgement(Verdict.ROUNDED, value, f"{shown}，在原文的说法之内")
    source = "；".join(one.words for one in differences) or why_incomplete(figure)
    tail = f"；{source}" if source else ""
    if not open_reason and not bound.is_firm and not bound.binding.confirmed:
        open_reason = _UNREAD
    if not open_reason and any(one.is_limit for one in differences) and not bound.binding.confirmed:
        open_reason = "限定可能与原文所指不同"
    if open_reason:
        return Judgement(
            Verdict.POSSIBLE, value, f"请核对：按最可能的口径{shown}，与原文不同{tail}；{open_reason}"
        )
    return Judgement(Verdict.CONTRADICTS, value, f"{shown}，与原文不符{tail}")


def _open_reason(bound: Bound, figure: Figure) -> str:
    if bound.binding.is_ambiguous and not bound.binding.confirmed:
        return "、".join(bound.doubts[:3]) or "口径没有十分把握"
    if not bound.is_clear and not bound.binding.confirmed:
        return _UNREAD
    return why_incomplete(figure)
