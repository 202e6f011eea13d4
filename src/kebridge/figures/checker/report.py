"""A check as data for other programs, and as lines for a person at the terminal. Needs no database."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kebridge.core.wording.agreement import Qualifier
from kebridge.figures.checker.outcome import Checked, Judged
from kebridge.figures.checker.shapes import Candidate, Relation, RelationType, Verdict

VERDICT_LABELS = {
    Verdict.MATCHES: "相符",
    Verdict.POSSIBLE: "可能相符，请确认",
    Verdict.ROUNDED: "约数相符",
    Verdict.CONTRADICTS: "不符",
    Verdict.NOT_COMPUTABLE: "无法计算",
    Verdict.NEEDS_EVIDENCE: "需要依据",
}
RELATION_LABELS = {
    RelationType.SUM: "分项与合计",
    RelationType.DIFFERENCE: "增减数",
    RelationType.RATIO: "倍数或平均",
    RelationType.GROWTH: "增长率",
    RelationType.SHARE: "占比",
    RelationType.DUPLICATE: "前后两处",
    RelationType.UNIT: "单位",
    RelationType.HEDGE: "约数写法",
    RelationType.DATE: "日期",
}
_NOTHING: Mapping[str, str] = {}


def as_json(checked: Checked, titles: Mapping[str, str] = _NOTHING) -> dict[str, Any]:
    """Figures in the order of the text and relations among them; `titles`: Chinese names of metrics."""
    return {
        "figures": [_figure(one, titles) for one in checked.judged],
        "relations": [_relation(one) for one in checked.relations],
    }


def _figure(one: Judged, titles: Mapping[str, str]) -> dict[str, Any]:
    mention, judgement, binding = one.finding.mention, one.finding.judgement, one.finding.binding
    best = binding.best
    return {
        "start": mention.start, "end": mention.end, "text": mention.text, "value": number(mention.value),
        "low": number(mention.low), "high": number(mention.high), "unit": mention.unit,
        "qualifier": _qualifier(mention.qualifier), "role": "claim" if mention.is_claim else "not_claim",
        "reason": mention.reason, "kind": str(mention.kind),
        "metric": best.metric if best else None,
        "metric_title": titles.get(best.metric) if best else None,
        "filters": _filters(best) if best else None,
        "scope": best.scope if best else None, "period": (best.period or None) if best else None,
        "verdict": str(judgement.verdict) if judgement else None,
        "expected": number(judgement.expected) if judgement else None,
        "confidence": best.confidence if best else None,
        "alternatives": [_alternative(other, titles) for other in binding.candidates[1:]],
        "explanation": judgement.explanation if judgement else None,
    }  # fmt: skip


def _alternative(one: Candidate, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "metric": one.metric, "metric_title": titles.get(one.metric), "filters": _filters(one),
        "scope": one.scope, "period": one.period or None, "confidence": one.confidence,
    }  # fmt: skip


def _filters(one: Candidate) -> dict[str, list[str]]:
    return {key: list(values) for key, values in one.filters.items()}


def _relation(one: Relation) -> dict[str, Any]:
    return {
        "type": str(one.type), "members": list(one.members), "holds": one.holds, "expected": number(one.expected),
        "explanation": one.explanation,
    }  # fmt: skip


def _qualifier(qualifier: Qualifier) -> str:
    """A number rounded to its last digit is told as exact: nothing in the text softens it."""
    return str(Qualifier.EXACT if qualifier is Qualifier.ROUNDED else qualifier)


def number(value: Decimal | None) -> int | float | None:
    """A Decimal as JSON has it: whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def lines(checked: Checked, titles: Mapping[str, str] = _NOTHING) -> Iterator[str]:
    """What does not stand first, then every figure in its order."""
    claims = [one for one in checked.judged if one.finding.mention.is_claim]
    if checked.contradicts:
        yield f"有{len(checked.wrong) + len(checked.broken)}处不符："
        for one in checked.wrong:
            yield "  " + _line(one, checked.draft.text, titles)
        for relation in checked.broken:
            yield "  " + _relation_line(relation, checked)
        yield ""
    yield f"共找到{len(claims)}个数据："
    for one in claims:
        yield "  " + _line(one, checked.draft.text, titles)


def _line(one: Judged, text: str, titles: Mapping[str, str]) -> str:
    mention, judgement, best = one.finding.mention, one.finding.judgement, one.finding.binding.best
    place = f"第{text.count(chr(10), 0, mention.start) + 1}行"
    if judgement is None:
        return f"{place}  {mention.text}"
    title = f"（{titles.get(best.metric, best.metric)}）" if best else ""
    # What is possible says so itself, in the words that fit: it may agree or differ.
    label = "" if judgement.verdict is Verdict.POSSIBLE else f"{VERDICT_LABELS[judgement.verdict]}："
    return f"{place}  {mention.text}{title}  {label}{judgement.explanation}"


def _relation_line(relation: Relation, checked: Checked) -> str:
    texts = "、".join(checked.judged[index].finding.mention.text for index in relation.members)
    return f"{RELATION_LABELS[relation.type]}  {texts}：{relation.explanation}"
