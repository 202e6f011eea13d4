"""Finding every figure of a draft, and every number that is none, each with its true place in the text."""

import re
from dataclasses import replace
from decimal import Decimal

from kebridge.core.wording.agreement import Qualifier, step_of
from kebridge.figures.checker import hedges
from kebridge.figures.checker.bounds import bounds
from kebridge.figures.checker.names import Name, find_names, quoted
from kebridge.figures.checker.numbers import Number
from kebridge.figures.checker.ranks import Standing, find_standings
from kebridge.figures.checker.reading import Found, begin, read_figure
from kebridge.figures.checker.shapes import Draft, Kind, Mention
from kebridge.figures.checker.units import kind_of
from kebridge.figures.checker.view import View, view_of

FURNITURE = "网页上的栏目文字"
_GROWS = re.compile(
    r"(?:增长|增幅|增加|增速|增收|增产|下降|提高|提升|上升|减少|降低|上涨|回落|缩减|降幅|涨幅|同比|环比|压减|增|降|涨)"
    r"(?!到|至|为|达)[^，。；、：到至达为]{0,6}$"
)
_VERBS = re.compile(r"增|减|降|升|占|其中|共|覆盖|参与|服务|培训|惠及|受益|达|用时|投入|历时")
_ASSIGNED = re.compile(r"^(?:[、，/]|和|及|与|以及)$")


def find_mentions(draft: Draft) -> list[Mention]:
    """All figures and all other numbers of the draft, in order of place, none overlapping.

    A number that is no figure has `is_claim` False, no value, and says in `reason` what it is.
    """
    view = view_of(draft.text)
    standings = find_standings(view.text)
    titles = list(quoted(view.text))
    standings = [one for one in standings if not any(t.start <= one.start < t.end for t in titles)]
    names = _without_standings(find_names(view.text), standings)
    found = _scan(view, names, standings)
    found = _told_units(view, _lend_units(view, found))
    found = [_with_growth(view, found, place) for place in range(len(found))]
    mentions = [_mention(view, draft, one) for one in found]
    mentions += [_standing(view, draft, one) for one in standings]
    mentions += [_name(view, draft, one) for one in names]
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return [_furniture(draft, mention) for mention in _apart(mentions)]


def _apart(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _without_standings(names: list[Name], standings: list[Standing]) -> list[Name]:
    """Names that do not cover a standing: 第一 in 居全省第一 is no fixed saying."""
    return [
        name
        for name in names
        if name.reason in ("引号中的名称", "文件或作品的名称")
        or not any(name.start < one.end and one.start < name.end for one in standings)
    ]


def _scan(view: View, names: list[Name], standings: list[Standing]) -> list[Found]:
    """Figures outside names and standings, left to right."""
    closed = sorted([(n.start, n.end) for n in names] + [(s.start, s.end) for s in standings])
    found: list[Found] = []
    place, barrier, text = 0, 0, view.text
    while (start := begin(text, place)) is not None:
        while barrier < len(closed) and closed[barrier][1] <= start:
            barrier += 1
        if barrier < len(closed) and closed[barrier][0] <= start:
            place = closed[barrier][1]
            continue
        stop = closed[barrier][0] if barrier < len(closed) else len(text)
        pieces, place = read_figure(text, start, stop)
        found += pieces
    return found


def _lend_units(view: View, found: list[Found]) -> list[Found]:
    """A figure without a unit in a list takes that of the next: 国家级3、省级5个, 12、15人, 3、5和8个百分点."""
    result = list(found)
    for place in range(len(result) - 2, -1, -1):
        one, after = result[place], result[place + 1]
        if one.unit or one.kind or one.reason or after.reason or not after.unit or after.unit == "倍":
            continue
        between = view.text[one.end : after.start]
        if not between and after.number.chinese:  # 3、5两类
            result[place] = replace(one, unit=after.unit)
            continue
        close = _ASSIGNED.match(between) or re.match(r"^[、和及与][^，。；：！？\d\n、]{1,12}$", between)
        listed = re.match(r"^，[^，。；：！？\d\n、]{1,7}$", between) and after.unit not in (
            "%",
            "百分点",
            "‰",
        )
        if not close and not (listed and not _VERBS.search(between)):
            continue
        result[place] = replace(one, unit=after.unit)
    return result


def _told_units(view: View, found: list[Found]) -> list[Found]:
    """A bare number after 增至 has the unit of the one before it: 参观人次由20万增至26万."""
    result = list(found)
    for place, one in enumerate(result):
        if not place or one.unit or one.kind or one.reason:
            continue
        between = view.text[result[place - 1].end : one.start]
        if re.fullmatch(r"[^，。；]{0,4}[增升减降跃长加少]?[至到为](?:了)?", between):
            result[place] = replace(one, unit=result[place - 1].unit)
    return result


def _with_growth(view: View, found: list[Found], place: int) -> Found:
    """A per cent is growth where a word of change rules it, also through a list: 分别增长3%、5%."""
    one = found[place]
    if one.unit == "倍" and not one.reason:
        grows = "番" in view.text[one.start : one.end] or _GROWS.search(
            view.text[max(0, one.start - 14) : one.start]
        )
        return replace(one, kind=Kind.GROWTH) if grows else one
    if one.unit != "%" or one.reason:
        return one
    for earlier in range(place, max(-1, place - 8), -1):
        start = found[earlier - 1].end if earlier else 0
        head = view.text[max(start, found[earlier].start - 14) : found[earlier].start]
        if _GROWS.search(head):
            return replace(one, kind=Kind.GROWTH)
        if not re.search(r"(?:^|[^，。；：])[、和及与]?$", head) or len(head) > 6 or "，" in head:
            break
    return one


def _mention(view: View, draft: Draft, one: Found) -> Mention:
    start, end = view.span(one.start, one.end)
    text = draft.text[start:end]
    if one.reason:
        return Mention(start, end, text, None, is_claim=False, reason=one.reason)
    number = one.number
    scale = Decimal(one.scale)
    value, step = number.value * scale, number.step * scale
    low, high, qualifier = _claimed(one, number, value, step, scale)
    kind = one.kind or kind_of(one.unit)
    return Mention(
        start,
        end,
        text,
        _plain(value),
        one.unit,
        qualifier,
        _plain(low),
        _plain(high),
        True,
        "",
        kind,
        step,
        one.hedges,
    )


def _claimed(
    one: Found, number: Number, value: Decimal, step: Decimal, scale: Decimal
) -> tuple[Decimal | None, Decimal | None, Qualifier]:
    """Bounds and qualifier: from the words of the number itself if they give any, else from the hedge."""
    if number.inside in ("数", "上"):
        low, high = number.low, number.high
        return (
            low * scale if low is not None else None,
            high * scale if high is not None else None,
            Qualifier.AT_LEAST,
        )
    if number.low is not None and number.high is not None and not one.hedges:
        exact = one.is_range
        return number.low * scale, number.high * scale, Qualifier.EXACT if exact else Qualifier.APPROXIMATELY
    qualifier = one.qualifier
    low, high = bounds(value, qualifier, step, is_limit=any(word in hedges.LIMITS for word in one.hedges))
    if number.high is not None and qualifier is Qualifier.AT_LEAST:
        high = None
    elif number.high is not None:
        low, high = number.low, number.high
    return low, high, qualifier


def _plain(value: Decimal | None) -> Decimal | None:
    """Without an exponent, and without zeros that end a decimal part: 1E+4 → 10000, 2.50 → 2.5."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return Decimal(format(whole, "f")) if value == whole else Decimal(format(value.normalize(), "f"))


def _standing(view: View, draft: Draft, one: Standing) -> Mention:
    start, end = view.span(one.start, one.end)
    low = Decimal(1) if one.up_to else one.value
    return Mention(
        start,
        end,
        draft.text[start:end],
        one.value,
        one.unit,
        Qualifier.EXACT,
        low,
        one.value,
        True,
        "",
        one.kind,
        step_of(one.value),
    )


def _name(view: View, draft: Draft, one: Name) -> Mention:
    start, end = view.span(one.start, one.end)
    return Mention(start, end, draft.text[start:end], None, is_claim=False, reason=one.reason)


def _furniture(draft: Draft, mention: Mention) -> Mention:
    """Numbers in menus and notices of a web page are no figures of the report."""
    if not mention.is_claim or not any(start <= mention.start < end for start, end in draft.furniture):
        return mention
    return Mention(mention.start, mention.end, mention.text, None, is_claim=False, reason=FURNITURE)
