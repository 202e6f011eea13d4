"""Judging a change whose before and after are known: difference, growth, points, multiples."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kebridge.figures.checker.relation_tools import (
    HUNDRED,
    Figure,
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


def judged(change: Change) -> Iterator[Relation]:
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
        yield from multiple(change)
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


def multiple(change: Change) -> Iterator[Relation]:
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
