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
    exactly,
    meet,
    quoted,
    rate,
    rate_fits,
    rounds_to,
    shown,
    spread,
)
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

_UP = "增长|增加|提高|提升|上升|扩大|增多|上涨|净增|超额|超出|增幅|涨幅|新增|增|涨|多|翻"
_DOWN = "减少|下降|降低|回落|缩减|压减|下跌|降幅|减|降|少"
_CHANGE = f"(?P<way>{_UP}|{_DOWN})(?:了|达|为|幅度?为?|率为?)?"
_TO = "(?:[增上攀跃提升扩发壮拓减下降压缩精回调变优拓突达加多少][^，。；！？\n\ue000-\uf8ff]{0,4}?(?:到|至|为|达)(?:了)?)"
_LAST = r"(?:上年|去年|上年同期|去年同期|前一年|上一年度?|上年度|同期|上期|上季度|上月|往年|(?:19|20)\d{2}年(?:度|底|末)?(?:同期)?)"
_BEFORE = r"(?:上年|去年|上年同期|去年同期|前一年|上一年度?|上年度|同期|上期|上季度|上月)"
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
        rf"{_A}[^{NOT}]{{0,8}}[，（；](?:而)?{_BEFORE}[^{NOT}]{{0,10}}{_B}[^{NOT}]{{0,6}}[，；、）]{_GAP}{_CHANGE}{_C}",
        # 上年B，今年A，增长C
        rf"(?:上年|去年|前年|上年同期|去年同期){_SHORT}{_B}[^{NOT}]{{0,8}}[，；]{_GAP}(?:今年|本年|当年|本期){_SHORT}{_A}[^{NOT}]{{0,8}}[，；]{_GAP}{_CHANGE}{_C}",
        # A，比上年增加C，上年为B
        rf"{_A}[^{NOT}]{{0,8}}[，（]{_GAP}(?:比|较)?{_LAST}?{_GAP}{_CHANGE}{_C}[，（；](?:而)?{_LAST}[^{NOT}]{{0,6}}(?:为|是|仅|有|只有|完成)?{_B}",
        # 在B的基础上增加C，达到A
        rf"在{_SHORT}{_B}[^{NOT}]{{0,4}}基础上，?{_GAP}{_CHANGE}{_C}，?{_GAP}(?:达到|达|增至|升至|为){_A}",
    )
)
_REST = (
    # 比上年的B增长C，达到A
    rf"(?:比|较){_LAST}[^{NOT}]{{0,8}}(?:的)?{_B}[^{NOT}]{{0,6}}{_CHANGE}{_C}，[^{NOT}]{{0,6}}(?:达到|达|增至|升至|降至|为|共){_A}",
    # 计划B，完成A，超额C
    rf"(?:计划|目标|任务|指标|预算)[^{NOT}]{{0,12}}{_B}[^{NOT}]{{0,4}}[，、；][^{NOT}]{{0,6}}(?:完成|实现|达到|达|举办|开展|到位){_SHORT}{_A}[，、；（]{_GAP}(?P<way>超额|超出|超)(?:完成|了)?{_C}",
)
_PATTERNS += tuple(re.compile(pattern) for pattern in _REST)
_STEPS = re.compile(
    rf"(?:新增|新建|新发展|新成立|增加|吸纳)[^{NOT}]{{0,8}}(?P<a>{F})[，、；][^{NOT}]{{0,4}}(?:注销|撤销|减少|退出|退会|清退|撤并|取消|关停)[^{NOT}]{{0,6}}(?P<b>{F})[，、；][^{NOT}]{{0,4}}净增[^{NOT}]{{0,4}}(?P<c>{F})"
)
_GROWN = (
    re.compile(
        rf"{_A}[^{NOT}]{{0,6}}[，（]{_GAP}(?:{_LAST}|年初)?[^{NOT}]{{0,4}}(?P<way>净增|增加|增长|新增|减少|下降)(?:了)?(?P<d>{F})[，、][^{NOT}]{{0,6}}(?:增长|增幅|下降|降幅|减少|提高)(?:了|达|为)?{_C}"
    ),
    re.compile(
        rf"{_A}[^{NOT}]{{0,6}}[，（]{_GAP}(?:{_LAST}|年初)?[^{NOT}]{{0,4}}(?:增长|增幅|下降|降幅|减少|提高)(?:了|达|为)?{_C}[，、][^{NOT}]{{0,6}}(?P<way>净增|增加|增长|减少|下降)(?:了)?(?P<d>{F})"
    ),
)
_OPENING = re.compile(
    rf"(?:年初|期初|原有|上年末|上年底|去年底|原来)[^{NOT}]{{0,8}}(?P<a>{F})[，、；][^{NOT}]{{0,6}}(?P<way>新增|新建|新发展|新成立|增加|减少|注销|撤销)[^{NOT}]{{0,6}}(?P<b>{F})[，、；][^{NOT}]{{0,4}}(?:现有|年末|年底|期末|目前|总数|达到|达|增至|减至|共有)[^{NOT}]{{0,8}}(?P<c>{F})"
)
_RATE_UP = re.compile(
    rf"(?P<a>{F})(?:以上)?[，（][^{NOT}]{{0,2}}(?:同比|环比|(?:比|较){_LAST}|(?:比|较)(?:上次|上届|上期|年初|前次|全[国省市][^{NOT}]{{0,6}})[^{NOT}]{{0,6}})(?P<way>提高|提升|上升|下降|降低|高出|高|低|回落)(?:了)?(?P<c>{F})"
)
_TWO_YEARS = re.compile(
    rf"(?P<y1>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f1>{F})[^{NOT}]{{0,8}}[，；、]{_GAP}(?P<y2>(?:19|20)\d{{2}})年[^{NOT}]{{0,16}}(?P<f2>{F})[^{NOT}]{{0,8}}[，；]{_GAP}{_CHANGE}{_C}"
)
_DIRECTION = re.compile(
    rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{_B}[^{NOT}]{{0,8}}(?P<way>增长|增加|提高|提升|上升|扩大|上涨|减少|下降|降低|回落|缩减|压减)(?:到|至|为)(?:了)?[^{NOT}]{{0,6}}{_A}"
)
_DOUBLED = re.compile(
    rf"(?:由|从)[^。；！？\n\ue000-\uf8ff]{{0,18}}{_B}[^{NOT}]{{0,8}}{_TO}[^{NOT}]{{0,10}}{_A}[，（]{_GAP}(?:实现|完成|基本)?(?:了)?{_C}"
)
_ABSENT = re.compile(
    rf"(?:报名|应到|应参|应[^，。]{{0,3}}|计划|预算|下达|申报|发放|受理|收到|需求|征集)[^{NOT}]{{0,8}}{_A}[，、；]?[^{NOT}]{{0,4}}"
    rf"(?:实到|实际|实[^，。]{{0,3}}|到会|出席|参加|参训|参赛|完成|支出|执行|回收|收回|通过|入选|采纳|办结|合格|解决|入库)[^{NOT}]{{0,6}}{_B}[，、；]?[^{NOT}]{{0,4}}"
    rf"(?:缺席|请假|缺考|缺勤|缺|弃权|未[^，。]{{1,5}}|结余|剩余|尚余|余|节余|结转|落选|淘汰|不合格|差|短缺|作废)[^{NOT}]{{0,4}}{_C}"
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
        for match in _DOUBLED.finditer(piece.pattern):
            after, before, stated = (piece.figure(match[name]) for name in "abc")
            one = Change(after, before, stated, down=False)
            if stated.unit == "倍" and after.unit == before.unit and one.members not in done:
                yield from _multiple(one)
        for match in _ABSENT.finditer(piece.pattern):
            yield from _absent(*(piece.figure(match[name]) for name in "abc"))
        for match in _STEPS.finditer(piece.pattern):
            yield from _absent(*(piece.figure(match[name]) for name in "abc"))
        for pattern in _GROWN:
            for match in pattern.finditer(piece.pattern):
                yield from _grown(piece, match)
        for match in _OPENING.finditer(piece.pattern):
            yield from _opening(*(piece.figure(match[name]) for name in "abc"), way=match["way"])
        for match in _RATE_UP.finditer(piece.pattern):
            yield from _rate_up(piece.figure(match["a"]), piece.figure(match["c"]), match["way"], done)


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


def _rates(change: Change, *, wide: bool = True) -> Span:
    """Spread of the growth in per cent, positive where the words have it right; not `wide`: of the printed values."""
    after, before = (
        (spread(change.after.mention), spread(change.before.mention))
        if wide
        else (exactly(change.after), exactly(change.before))
    )
    if before[0] <= 0:
        return Decimal(0), Decimal(10) ** 9
    low, high = (after[0] / before[1] - 1) * HUNDRED, (after[1] / before[0] - 1) * HUNDRED
    return (-high, -low) if change.down else (low, high)


def _growth(change: Change) -> Relation:
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
    if rate_fits(_rates(change, wide=False), _rates(change), change.stated.mention):
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
    least = wanted * Decimal("0.97")
    most = wanted * (Decimal("1.25") if doubling else Decimal("1.03"))  # 翻番 is said of 2.2 times too
    if change.down:
        yield Relation(
            RelationType.GROWTH,
            change.members,
            False,
            None,
            f"减少不能用{quoted(change.stated.mention)}，应写减少百分之几。",
        )
    elif least <= times <= most:
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


def _rate_up(level: Figure, change: Figure, way: str, done: set[tuple[int, ...]]) -> Iterator[Relation]:
    """比例达15.3%，比上次提高4.1%: a rate rises by 百分点, also where the earlier rate is not told."""
    known = any(change.index in members for members in done)
    if level.unit != "%" or change.unit != "%" or known or level.mention.kind is Kind.GROWTH:
        return
    yield Relation(
        RelationType.UNIT,
        (level.index, change.index),
        False,
        change.value,
        f"比率{quoted(level.mention)}的变化应用“百分点”，应写“{way}{shown(change.value)}个百分点”，不写{quoted(change.mention)}。",
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
