"""A before, an after and the change between them: 由120场增加到150场，增长25%; 提高3个百分点 and 提高3%; 翻一番."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kebridge.figures.checker.relation_tools import (
    HUNDRED,
    NOT,
    F,
    Figure,
    Page,
    Piece,
    Span,
    meet,
    quoted,
    rate,
    rounds_to,
    shown,
    spread,
)
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

_UP = "增长|增加|提高|提升|上升|扩大|增多|上涨|净增|增幅|涨幅|新增|增|涨|多|翻"
_DOWN = "减少|下降|降低|回落|缩减|压减|下跌|降幅|减|降|少"
_CHANGE = f"(?P<way>{_UP}|{_DOWN})(?:了|达|为|幅度?为?|率为?)?"
_TO = "(?:(?:增长|增加|提高|提升|上升|扩大|发展|壮大|上涨|增|升|减少|下降|降低|回落|缩减|压减|降|减|变|跃升)(?:到|至|为)(?:了)?)"
_LAST = r"(?:上年|去年|上年同期|去年同期|前一年|上一年度?|上年度|同期|上期|上季度|上月|往年|(?:19|20)\d{2}年(?:度|底|末)?(?:同期)?)"
_C = f"(?P<c>{F})"
_B = f"(?P<b>{F})"
_A = f"(?P<a>{F})"
_SHORT, _GAP = f"[^{NOT}]{{0,14}}", f"[^{NOT}]{{0,10}}"
_SPOKEN = r"(?:同比|环比|比上年|较上年|相比)?"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 由B增加到A，增长C
        rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{_B}[^{NOT}]{{0,8}}，?[^{NOT}]{{0,6}}{_TO}{_SHORT}{_A}[，、（]{_GAP}{_CHANGE}{_C}",
        # 由B，增长C，达到A
        rf"(?:由|从){_SHORT}{_B}{_GAP}{_CHANGE}{_C}，(?:达到|达|增至|升至|降至|为){_A}",
        # A，比上年的B增长C / A，上年为B，增长C
        rf"{_A}[^{NOT}]{{0,8}}[，（]{_GAP}(?:比|较){_LAST}[^{NOT}]{{0,8}}(?:的)?{_B}{_GAP}{_CHANGE}{_C}",
        rf"{_A}[^{NOT}]{{0,8}}[，（；](?:而)?{_LAST}[^{NOT}]{{0,10}}{_B}[^{NOT}]{{0,6}}[，；、）]{_GAP}{_CHANGE}{_C}",
        # 上年B，今年A，增长C
        rf"(?:上年|去年|前年|上年同期|去年同期){_SHORT}{_B}[^{NOT}]{{0,8}}[，；]{_GAP}(?:今年|本年|当年|本期){_SHORT}{_A}[^{NOT}]{{0,8}}[，；]{_GAP}{_CHANGE}{_C}",
        # A，比上年增加C，上年为B
        rf"{_A}[^{NOT}]{{0,8}}[，（]{_GAP}(?:比|较)?{_LAST}?{_GAP}{_CHANGE}{_C}[，（；](?:而)?{_LAST}[^{NOT}]{{0,6}}(?:为|是|仅|有|只有|完成)?{_B}",
        # 在B的基础上增加C，达到A
        rf"在{_SHORT}{_B}[^{NOT}]{{0,4}}基础上，?{_GAP}{_CHANGE}{_C}，?{_GAP}(?:达到|达|增至|升至|为){_A}",
    )
)
_TWO_YEARS = re.compile(
    rf"(?P<y1>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f1>{F})[^{NOT}]{{0,8}}[，；、]{_GAP}(?P<y2>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f2>{F})[^{NOT}]{{0,8}}[，；]{_GAP}{_CHANGE}{_C}"
)
_DIRECTION = re.compile(
    rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{_B}[^{NOT}]{{0,8}}(?P<way>增长|增加|提高|提升|上升|扩大|上涨|减少|下降|降低|回落|缩减|压减)(?:到|至|为)(?:了)?[^{NOT}]{{0,6}}{_A}"
)
_TIMES = re.compile(rf"{_A}[^。；！？\n\ue000-\uf8ff]{{0,10}}是[^{NOT}]{{0,10}}{_B}[^{NOT}]{{0,4}}的{_C}")


@dataclass(frozen=True)
class Change:
    """After, before, and the change as stated; `down`: said to fall."""

    after: Figure
    before: Figure
    stated: Figure
    down: bool

    @property
    def members(self) -> tuple[int, ...]:
        return self.before.index, self.after.index, self.stated.index


def changes(page: Page) -> Iterator[Relation]:
    """Changes whose before and after the sentence itself gives."""
    for piece in page.sentences():
        done: set[tuple[int, ...]] = set()
        for change in _found(piece):
            if change.members not in done and change.after.unit == change.before.unit:
                done.add(change.members)
                yield from _judged(change)
        for match in _DIRECTION.finditer(piece.pattern):
            yield from _direction(piece, match)
        for match in _TIMES.finditer(piece.pattern):
            yield from _times(piece, match)


def _found(piece: Piece) -> Iterator[Change]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(piece.pattern):
            figures = [piece.figure(match[name]) for name in "abc"]
            yield Change(figures[0], figures[1], figures[2], bool(re.fullmatch(_DOWN, match["way"])))
    for match in _TWO_YEARS.finditer(piece.pattern):
        first, second = piece.figure(match["f1"]), piece.figure(match["f2"])
        if match["y1"] == match["y2"]:
            continue
        later = (first, second) if match["y1"] > match["y2"] else (second, first)
        yield Change(later[0], later[1], piece.figure(match["c"]), bool(re.fullmatch(_DOWN, match["way"])))


def _judged(change: Change) -> Iterator[Relation]:
    """The rule for the kind of change stated."""
    unit, rates = change.stated.unit, change.after.unit in ("%", "‰")
    if change.stated.mention.kind in (Kind.RANK, Kind.RUN):
        return
    if rates and unit in ("百分点", "%"):
        yield _points(change)
    elif unit == "百分点":
        yield _no_points(change)
    elif unit == "%":
        yield _growth(change)
    elif unit == "倍":
        yield from _multiple(change)
    elif unit in (change.after.unit, ""):
        yield _difference(change)


def _sizes(change: Change) -> tuple[Span, Span]:
    """Spreads of the larger and the smaller value as the words have it."""
    after, before = spread(change.after.mention), spread(change.before.mention)
    return (before, after) if change.down else (after, before)


def _difference(change: Change) -> Relation:
    large, small = _sizes(change)
    exact = (change.after.value - change.before.value) * (-1 if change.down else 1)
    holds = meet((large[0] - small[1], large[1] - small[0]), spread(change.stated.mention))
    unit = change.after.unit
    if holds:
        return Relation(RelationType.DIFFERENCE, change.members, True, exact, "两数相减与写的增减相符。")
    return Relation(
        RelationType.DIFFERENCE, change.members, False, abs(exact), _gap_text(change, exact, unit)
    )


def _gap_text(change: Change, exact: Decimal, unit: str) -> str:
    way = ("减少" if change.down else "增加") if exact >= 0 else ("增加" if change.down else "减少")
    return (
        f"从{shown(change.before.value, unit)}到{shown(change.after.value, unit)}是{way}{shown(abs(exact), unit)}，"
        f"文中写的是{quoted(change.stated.mention)}，应为{shown(abs(exact), unit)}。"
    )


def _rates(change: Change) -> Span:
    """Spread of the growth in per cent, positive where the words have it right."""
    after, before = spread(change.after.mention), spread(change.before.mention)
    if before[0] <= 0:
        return Decimal(0), Decimal(10) ** 9
    low, high = (after[0] / before[1] - 1) * HUNDRED, (after[1] / before[0] - 1) * HUNDRED
    return (-high, -low) if change.down else (low, high)


def _growth(change: Change) -> Relation:
    low, high = _rates(change)
    if change.before.value == 0:
        return Relation(
            RelationType.GROWTH,
            change.members,
            False,
            None,
            "上期为0，不能计算增长百分之几，应写增加了多少。",
        )
    exact = (change.after.value / change.before.value - 1) * HUNDRED * (-1 if change.down else 1)
    right = rate(abs(exact), change.stated.mention)
    if rounds_to((low, high), change.stated.mention):
        return Relation(RelationType.GROWTH, change.members, True, right, "按文中两数计算，增减幅度相符。")
    way = ("下降" if change.down else "增长") if exact >= 0 else ("增长" if change.down else "下降")
    return Relation(
        RelationType.GROWTH,
        change.members,
        False,
        right,
        f"从{shown(change.before.value, change.before.unit)}到{shown(change.after.value, change.after.unit)}，"
        f"{way}{shown(right)}%，文中写的是{quoted(change.stated.mention)}，应为{way}{shown(right)}%。",
    )


def _points(change: Change) -> Relation:
    """Two rates: their difference is in 百分点; a per cent of a per cent is allowed only where it is computed so."""
    exact = (change.after.value - change.before.value) * (-1 if change.down else 1)
    large, small = _sizes(change)
    reach = (large[0] - small[1], large[1] - small[0])
    unit = change.after.unit
    if change.stated.unit == "百分点":
        if meet(reach, spread(change.stated.mention)):
            return Relation(RelationType.DIFFERENCE, change.members, True, abs(exact), "两个比率相减相符。")
        return Relation(
            RelationType.DIFFERENCE,
            change.members,
            False,
            abs(exact),
            f"从{shown(change.before.value, unit)}到{shown(change.after.value, unit)}相差{shown(abs(exact))}个百分点，"
            f"文中写的是{quoted(change.stated.mention)}，应为{shown(abs(exact))}个百分点。",
        )
    if rounds_to(_rates(change), change.stated.mention) and not meet(reach, spread(change.stated.mention)):
        return Relation(
            RelationType.GROWTH, change.members, True, change.stated.value, "按相对幅度计算相符。"
        )
    way = "降低" if change.down else "提高"
    return Relation(
        RelationType.UNIT,
        change.members,
        False,
        abs(exact),
        f"两个百分比之间的变化应用“百分点”：从{shown(change.before.value, unit)}到{shown(change.after.value, unit)}，"
        f"应写“{way}{shown(abs(exact))}个百分点”，不写{quoted(change.stated.mention)}。",
    )


def _no_points(change: Change) -> Relation:
    exact = (
        abs((change.after.value / change.before.value - 1) * HUNDRED) if change.before.value else Decimal(0)
    )
    right = rate(exact, change.stated.mention)
    return Relation(
        RelationType.UNIT,
        change.members,
        False,
        right,
        f"{quoted(change.after.mention)}和{quoted(change.before.mention)}不是百分比，变化不能用“百分点”，"
        f"应写“{'下降' if change.down else '增长'}{shown(right)}%”。",
    )


def _multiple(change: Change) -> Iterator[Relation]:
    """增长N倍 is to N+1 times; 翻一番 is to twice, said loosely."""
    if change.before.value <= 0:
        return
    times, stated = change.after.value / change.before.value, change.stated.value
    doubling = "番" in change.stated.mention.text
    wanted = stated if doubling else stated + 1
    loose = Decimal("0.06") if doubling else Decimal("0.03")
    if change.down:
        yield Relation(
            RelationType.GROWTH,
            change.members,
            False,
            None,
            f"减少不能用{quoted(change.stated.mention)}，应写减少百分之几。",
        )
    elif abs(times - wanted) <= wanted * loose:
        yield Relation(RelationType.GROWTH, change.members, True, stated, "倍数相符。")
    else:
        right = rate(times - 1, change.stated.mention) if not doubling else round(times, 2)
        words = f"是原来的{shown(round(times, 2))}倍" + ("" if doubling else f"，即增长{shown(right)}倍")
        yield Relation(
            RelationType.GROWTH,
            change.members,
            False,
            right,
            f"从{shown(change.before.value, change.before.unit)}到{shown(change.after.value, change.after.unit)}{words}，"
            f"与文中的{quoted(change.stated.mention)}不符。",
        )


def _direction(piece: Piece, match: re.Match[str]) -> Iterator[Relation]:
    """从30增加到20: the words go one way and the figures the other."""
    after, before = piece.figure(match["a"]), piece.figure(match["b"])
    if after.unit != before.unit or after.mention.kind in (Kind.RANK, Kind.RUN):
        return
    down = bool(re.fullmatch(_DOWN, match["way"]))
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
