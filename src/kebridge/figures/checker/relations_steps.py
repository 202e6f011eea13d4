"""Three figures of which two give the third: 报名、实到、缺席; 年初、新增、年末; a level with its change and its growth."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kebridge.figures.checker.relation_tools import (
    HUNDRED,
    NOT,
    F,
    Figure,
    Page,
    Piece,
    meet,
    quoted,
    rate,
    rate_fits,
    shown,
    spread,
)
from kebridge.figures.checker.relation_words import AFTER, EARLIER, GAP, LAST, STATED
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

_ABSENT = re.compile(
    rf"(?:报名|应到|应参|应[^，。]{{0,3}}|计划|预算|下达|申报|发放|受理|收到|需求|征集)[^{NOT}]{{0,8}}{AFTER}[，、；]?[^{NOT}]{{0,4}}"
    rf"(?:实到|实际|实[^，。]{{0,3}}|到会|出席|参加|参训|参赛|完成|支出|执行|回收|收回|通过|入选|采纳|办结|合格|解决|入库)[^{NOT}]{{0,6}}{EARLIER}[，、；]?[^{NOT}]{{0,4}}"
    rf"(?:缺席|请假|缺考|缺勤|缺|弃权|未[^，。]{{1,5}}|结余|剩余|尚余|余|节余|结转|落选|淘汰|不合格|差|短缺|作废)[^{NOT}]{{0,4}}{STATED}"
)

_STEPS = re.compile(
    rf"(?:新增|新建|新发展|新成立|增加|吸纳)[^{NOT}]{{0,8}}(?P<a>{F})[，、；][^{NOT}]{{0,4}}(?:注销|撤销|减少|退出|退会|清退|撤并|取消|关停)[^{NOT}]{{0,6}}(?P<b>{F})[，、；][^{NOT}]{{0,4}}净增[^{NOT}]{{0,4}}(?P<c>{F})"
)

_GROWN = (
    re.compile(
        rf"{AFTER}[^{NOT}]{{0,6}}[，（]{GAP}(?:{LAST}|年初)?[^{NOT}]{{0,4}}(?P<way>净增|增加|增长|新增|减少|下降)(?:了)?(?P<d>{F})[，、](?:同比|环比|即|约)?(?:增长|增幅|下降|降幅|减少|提高)(?:了|达|为)?{STATED}"
    ),
    re.compile(
        rf"{AFTER}[^{NOT}]{{0,6}}[，（]{GAP}(?:{LAST}|年初)?[^{NOT}]{{0,4}}(?:增长|增幅|下降|降幅|减少|提高)(?:了|达|为)?{STATED}[，、](?:同比|环比|即|约)?(?P<way>净增|增加|增长|减少|下降)(?:了)?(?P<d>{F})"
    ),
)

_OPENING = re.compile(
    rf"(?:年初|期初|原有|上年末|上年底|去年底|原来)[^{NOT}]{{0,8}}(?P<a>{F})[，、；][^{NOT}]{{0,6}}(?P<way>新增|新建|新发展|新成立|增加|减少|注销|撤销)[^{NOT}]{{0,6}}(?P<b>{F})[，、；][^{NOT}]{{0,4}}(?:现有|年末|年底|期末|目前|总数|达到|达|增至|减至|共有)[^{NOT}]{{0,8}}(?P<c>{F})"
)

_RATE_UP = re.compile(
    rf"(?P<a>{F})(?:以上)?[，（][^{NOT}]{{0,2}}(?:同比|环比|(?:比|较){LAST}|(?:比|较)(?:上次|上届|上期|年初|前次|全[国省市][^{NOT}]{{0,6}})[^{NOT}]{{0,6}})(?P<way>提高|提升|上升|下降|降低|高出|高|低|回落)(?:了)?(?P<c>{F})"
)


def steps(page: Page) -> Iterator[Relation]:
    """All of them, sentence by sentence."""
    for piece in page.sentences():
        for pattern in (_ABSENT, _STEPS):
            for match in pattern.finditer(piece.pattern):
                yield from _absent(*(piece.figure(match[name]) for name in "abc"))
        for pattern in _GROWN:
            for match in pattern.finditer(piece.pattern):
                yield from _grown(piece, match)
        for match in _OPENING.finditer(piece.pattern):
            yield from _opening(*(piece.figure(match[name]) for name in "abc"), way=match["way"])
        for match in _RATE_UP.finditer(piece.pattern):
            yield from _rate_up(piece.figure(match["a"]), piece.figure(match["c"]), match["way"])


def _absent(whole: Figure, present: Figure, rest: Figure) -> Iterator[Relation]:
    """报名320人，实到296人，缺席24人: the third is what the first two leave."""
    if not (whole.unit == present.unit == rest.unit) or whole.unit in ("%", ""):
        return
    exact, members = whole.value - present.value, (whole.index, present.index, rest.index)
    left, taken = spread(whole.mention), spread(present.mention)
    holds = meet((left[0] - taken[1], left[1] - taken[0]), spread(rest.mention))
    text = (
        "两数相减相符。"
        if holds
        else f"{shown(whole.value, whole.unit)}减{shown(present.value, whole.unit)}是{shown(exact, whole.unit)}，"
        f"文中写的是{quoted(rest.mention)}，请核对。"
    )
    yield Relation(RelationType.DIFFERENCE, members, holds, exact, text)


def _opening(first: Figure, step: Figure, last: Figure, *, way: str) -> Iterator[Relation]:
    """年初28个，新增5个，年末达33个."""
    if not (first.unit == step.unit == last.unit):
        return
    sign = -1 if way in ("减少", "注销", "撤销") else 1
    exact, members = first.value + sign * step.value, (first.index, step.index, last.index)
    begin, move = spread(first.mention), spread(step.mention)
    reach = (begin[0] + move[0], begin[1] + move[1]) if sign > 0 else (begin[0] - move[1], begin[1] - move[0])
    holds = meet(reach, spread(last.mention))
    text = (
        "增减与期末数相符。"
        if holds
        else f"{shown(first.value, first.unit)}{way}{shown(step.value, step.unit)}后应为{shown(exact, last.unit)}，"
        f"文中写的是{quoted(last.mention)}，请核对。"
    )
    yield Relation(RelationType.DIFFERENCE, members, holds, exact, text)


def _grown(piece: Piece, match: re.Match[str]) -> Iterator[Relation]:
    """会员5000人，比上年增加1000人，增长25%: the change itself gives the earlier value."""
    now, step, stated = (piece.figure(match[name]) for name in "adc")
    sign = -1 if match["way"] in ("减少", "下降") else 1
    before = now.value - sign * step.value
    if now.unit != step.unit or stated.unit != "%" or now.unit in ("%", "") or before <= 0:
        return
    large, small = spread(now.mention), spread(step.mention)
    least, most = sorted((large[0] - sign * small[1], large[1] - sign * small[0]))
    exact = step.value * HUNDRED / before
    wide = (small[0] * HUNDRED / max(most, Decimal(1)), small[1] * HUNDRED / max(least, Decimal(1)))
    holds, right = rate_fits((exact, exact), wide, stated.mention), rate(exact, stated.mention)
    way = "增长" if sign > 0 else "下降"
    text = (
        "增减数与增减幅度相符。"
        if holds
        else f"{shown(now.value, now.unit)}{'增加' if sign > 0 else '减少'}前是{shown(before, now.unit)}，"
        f"{way}{shown(right)}%，文中写的是{quoted(stated.mention)}，请核对。"
    )
    yield Relation(RelationType.GROWTH, (now.index, step.index, stated.index), holds, right, text)


def _rate_up(level: Figure, change: Figure, way: str) -> Iterator[Relation]:
    """比例达15.3%，比上次提高4.1%: a rate rises by 百分点, also where the earlier rate is not told."""
    if level.unit != "%" or change.unit != "%" or level.mention.kind is Kind.GROWTH:
        return
    yield Relation(
        RelationType.UNIT,
        (level.index, change.index),
        False,
        change.value,
        f"比率{quoted(level.mention)}的变化应用“百分点”，应写“{way}{shown(change.value)}个百分点”，不写{quoted(change.mention)}。",
    )
