"""A before, an after and the change between them: 由120场增加到150场，增长25%; 提高3个百分点 and 提高3%; 翻一番."""

import re
from collections.abc import Iterator

from kebridge.figures.checker.relation_tools import (
    NOT,
    F,
    Page,
    Piece,
    quoted,
    rate,
    rounds_to,
    shown,
    spread,
)
from kebridge.figures.checker.relation_words import (
    AFTER,
    BEFORE,
    CHANGE,
    DOWN,
    EARLIER,
    GAP,
    LAST,
    SHORT,
    STATED,
    TO,
)
from kebridge.figures.checker.relations_growth import Change, judged, multiple
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 由B增加到A，增长C
        rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{EARLIER}[^{NOT}]{{0,8}}，?[^{NOT}]{{0,6}}{TO}{SHORT}{AFTER}[，、（]{GAP}{CHANGE}{STATED}",
        # 由B，增长C，达到A
        rf"(?:由|从){SHORT}{EARLIER}{GAP}{CHANGE}{STATED}，(?:达到|达|增至|升至|降至|为){AFTER}",
        # A，比上年的B增长C / A，上年为B，增长C
        rf"{AFTER}[^{NOT}]{{0,8}}[，（]{GAP}(?:比|较){LAST}[^{NOT}]{{0,8}}(?:的)?{EARLIER}{GAP}{CHANGE}{STATED}",
        rf"{AFTER}[^{NOT}]{{0,8}}[，（；](?:而)?{BEFORE}[^{NOT}]{{0,10}}{EARLIER}[^{NOT}]{{0,6}}[，；、）]{GAP}{CHANGE}{STATED}",
        # 上年B，今年A，增长C
        rf"(?:上年|去年|前年|上年同期|去年同期){SHORT}{EARLIER}[^{NOT}]{{0,8}}[，；]{GAP}(?:今年|本年|当年|本期){SHORT}{AFTER}[^{NOT}]{{0,8}}[，；]{GAP}{CHANGE}{STATED}",
        # A，比上年增加C，上年为B
        rf"{AFTER}[^{NOT}]{{0,8}}[，（]{GAP}(?:比|较)?{LAST}?{GAP}{CHANGE}{STATED}[，（；](?:而)?{LAST}[^{NOT}]{{0,6}}(?:为|是|仅|有|只有|完成)?{EARLIER}",
        # 在B的基础上增加C，达到A
        rf"在{SHORT}{EARLIER}[^{NOT}]{{0,4}}基础上，?{GAP}{CHANGE}{STATED}，?{GAP}(?:达到|达|增至|升至|为){AFTER}",
    )
)
_REST = (
    # 比上年的B增长C，达到A
    rf"(?:比|较){LAST}[^{NOT}]{{0,8}}(?:的)?{EARLIER}[^{NOT}]{{0,6}}{CHANGE}{STATED}，[^{NOT}]{{0,6}}(?:达到|达|增至|升至|降至|为|共){AFTER}",
    # 计划B，完成A，超额C
    rf"(?:计划|目标|任务|指标|预算)[^{NOT}]{{0,12}}{EARLIER}[^{NOT}]{{0,4}}[，、；][^{NOT}]{{0,6}}(?:完成|实现|达到|达|举办|开展|到位){SHORT}{AFTER}[，、；（]{GAP}(?P<way>超额|超出|超)(?:完成|了)?{STATED}",
)
_PATTERNS += tuple(re.compile(pattern) for pattern in _REST)
_TWO_YEARS = re.compile(
    rf"(?P<y1>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f1>{F})[^{NOT}]{{0,8}}[，；、]{GAP}(?P<y2>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f2>{F})[^{NOT}]{{0,8}}[，；]{GAP}{CHANGE}{STATED}"
)
_DIRECTION = re.compile(
    rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{EARLIER}[^{NOT}]{{0,8}}(?P<way>增长|增加|提高|提升|上升|扩大|上涨|减少|下降|降低|回落|缩减|压减)(?:到|至|为)(?:了)?[^{NOT}]{{0,6}}{AFTER}"
)
_DOUBLED = re.compile(
    rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{EARLIER}[^{NOT}]{{0,8}}{TO}[^{NOT}]{{0,10}}{AFTER}[，（]{GAP}(?:实现|完成|基本)?(?:了)?{STATED}"
)
_TIMES = re.compile(
    rf"{AFTER}[^。；！？\n\ue000-\uf8ff]{{0,10}}(?:是|相当于|约为|为|达到|达)[^{NOT}]{{0,10}}{EARLIER}[^{NOT}]{{0,4}}的{STATED}"
)


def changes(page: Page) -> Iterator[Relation]:
    """Changes whose before and after the sentence itself gives."""
    for piece in page.sentences():
        done: set[tuple[int, ...]] = set()
        for change in _found(piece):
            if change.members not in done and change.after.unit == change.before.unit:
                done.add(change.members)
                yield from judged(change)
        for match in _DIRECTION.finditer(piece.pattern):
            yield from _direction(piece, match)
        for match in _TIMES.finditer(piece.pattern):
            yield from _times(piece, match)
        for match in _DOUBLED.finditer(piece.pattern):
            after, before, stated = (piece.figure(match[name]) for name in "abc")
            one = Change(after, before, stated, down=False)
            if stated.unit == "倍" and after.unit == before.unit and one.members not in done:
                yield from multiple(one)


def _found(piece: Piece) -> Iterator[Change]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(piece.pattern):
            figures = [piece.figure(match[name]) for name in "abc"]
            yield Change(figures[0], figures[1], figures[2], bool(re.fullmatch(DOWN, match["way"])))
    for match in _TWO_YEARS.finditer(piece.pattern):
        first, second = piece.figure(match["f1"]), piece.figure(match["f2"])
        if match["y1"] == match["y2"]:
            continue
        later = (first, second) if match["y1"] > match["y2"] else (second, first)
        yield Change(later[0], later[1], piece.figure(match["c"]), bool(re.fullmatch(DOWN, match["way"])))


def _direction(piece: Piece, match: re.Match[str]) -> Iterator[Relation]:
    """从30增加到20: the words go one way and the figures the other."""
    after, before = piece.figure(match["a"]), piece.figure(match["b"])
    if after.unit != before.unit or after.mention.kind in (Kind.RANK, Kind.RUN):
        return
    down = bool(re.fullmatch(DOWN, match["way"]))
    first, last = spread(before.mention), spread(after.mention)
    wrong = first[1] < last[0] if down else last[1] < first[0]
    if wrong:
        yield Relation(
            RelationType.DIFFERENCE,
            (before.index, after.index),
            False,
            None,
            f"写的是“{match['way']}”，但{quoted(before.mention)}到{quoted(after.mention)}是{'增加' if down else '减少'}，"
            "请核对两个数或这个词。",
        )


def _times(piece: Piece, match: re.Match[str]) -> Iterator[Relation]:
    after, before, stated = (piece.figure(match[name]) for name in "abc")
    if stated.unit != "倍" or after.unit != before.unit or before.value <= 0:
        return
    times = after.value / before.value
    low, high = (
        spread(after.mention)[0] / spread(before.mention)[1],
        spread(after.mention)[1] / spread(before.mention)[0],
    )
    holds = rounds_to((low, high), stated.mention)
    yield Relation(
        RelationType.RATIO,
        (after.index, before.index, stated.index),
        holds,
        rate(times, stated.mention),
        "倍数相符。"
        if holds
        else f"{quoted(after.mention)}是{quoted(before.mention)}的{shown(rate(times, stated.mention))}倍，文中写的是{quoted(stated.mention)}。",
    )
