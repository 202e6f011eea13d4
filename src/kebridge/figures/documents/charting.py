"""Charts of a document as SVG: one blue, axis from zero, values written beside; bars across, columns and a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from html import escape
from typing import Literal

from .titles import width

Kind = Literal["line", "bar"]
_Place = Callable[[int], float]
_Height = Callable[[Decimal], float]
BLUE, INK, QUIET, RULE = "#1f5fa8", "#1c2733", "#5b6b7b", "#d5dbe1"
WIDTH = 640
_FONTS = "'Noto Sans CJK SC', 'Microsoft YaHei', SimHei, sans-serif"
_SIZE, _SMALL = 15, 14
_HEIGHT, _TOP, _BOTTOM, _RIGHT = 300, 34, 34, 16
_ROW, _MOST_LABEL = 30, 14
_STEPS = (
    Decimal(1),
    Decimal("1.5"),
    Decimal(2),
    Decimal("2.5"),
    Decimal(4),
    Decimal(5),
    Decimal(8),
    Decimal(10),
)
_LINES = 4
UNREPORTED = "未报"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a chart. `value` None: not reported, drawn as nothing. `text`: the value as it is written."""

    label: str
    value: Decimal | None
    text: str = ""


def draw(marks: Sequence[Mark], *, kind: Kind, unit: str = "", across: bool = False) -> str:
    """The chart: `across` lays the bars on their side, for names that are long."""
    if across and kind == "bar":
        return _across(marks, unit)
    return _upright(marks, kind, unit)


def in_words(marks: Sequence[Mark], unit: str) -> str:
    """The chart for those who do not see it: 1月36人次，2月未报."""
    return "，".join(f"{one.label}{_shown(one)}{unit if one.value is not None else ''}" for one in marks)


def _shown(one: Mark) -> str:
    if one.value is None:
        return one.text or UNREPORTED
    return one.text or f"{one.value:,f}"


def _nice(largest: Decimal) -> Decimal:
    """The step of the axis: four steps reach over the largest value."""
    if largest <= 0:
        return Decimal(1)
    rough = largest / _LINES
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in _STEPS if step * power >= rough)


def _upright(marks: Sequence[Mark], kind: Kind, unit: str) -> str:
    """Columns or a line over names that are short: months, years."""
    values = [one.value for one in marks if one.value is not None]
    most, least = max([Decimal(0), *values]), min([Decimal(0), *values])
    step = _nice(max(most, -least))
    above = max(1, _steps_over(most, step)) if most or not least else 0
    ticks = [step * number for number in range(-_steps_over(-least, step), above + 1)]
    names = [_tick(tick) for tick in ticks]
    left = max(width(name) for name in names) * _SMALL + 14
    low, span, tall = ticks[0], ticks[-1] - ticks[0], _HEIGHT - _TOP - _BOTTOM
    room = (WIDTH - left - _RIGHT) / max(1, len(marks))

    def y(value: Decimal) -> float:
        return _TOP + float((low + span - value) / span) * tall

    def x(index: int) -> float:
        return left + room * (index + 0.5)

    parts = [_text(2, 16, f"单位：{unit}", anchor="start", colour=QUIET)] if unit else []
    for tick, name in zip(ticks, names, strict=True):
        colour = QUIET if tick == 0 else RULE
        parts.append(
            f'<line x1="{left:.1f}" x2="{WIDTH - _RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}" stroke="{colour}"/>'
        )
        parts.append(_text(left - 8, y(tick) + 5, name, anchor="end", colour=QUIET))
    every = _every(marks, room)
    for index, one in enumerate(marks):
        if index % every == 0:
            parts.append(_text(x(index), _HEIGHT - 10, one.label, anchor="middle"))
    parts += _columns(marks, x, y, room) if kind == "bar" else _line(marks, x, y)
    parts += _values(marks, x, y, room, is_line=kind == "line")
    return _svg(_HEIGHT, parts)


def _steps_over(value: Decimal, step: Decimal) -> int:
    return max(0, int((value / step).to_integral_value(ROUND_CEILING)))


def _tick(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _every(marks: Sequence[Mark], room: float) -> int:
    """Names that would touch are thinned out."""
    widest = max((width(one.label) for one in marks), default=1) * _SMALL + 6
    return max(1, -int(-widest // room))


def _columns(marks: Sequence[Mark], x: _Place, y: _Height, room: float) -> list[str]:
    thick = min(36.0, room * 0.6)
    zero = y(Decimal(0))
    parts = []
    for index, one in enumerate(marks):
        if one.value is not None:
            top, bottom = sorted((y(one.value), zero))
            parts.append(
                f'<rect x="{x(index) - thick / 2:.1f}" y="{top:.1f}" width="{thick:.1f}" height="{bottom - top:.1f}" '
                f'fill="{BLUE}"/>'
            )
    return parts


def _line(marks: Sequence[Mark], x: _Place, y: _Height) -> list[str]:
    """The line breaks where nothing was reported."""
    runs: list[list[str]] = [[]]
    dots = []
    for index, one in enumerate(marks):
        if one.value is None:
            runs.append([])
            continue
        runs[-1].append(f"{x(index):.1f},{y(one.value):.1f}")
        dots.append(f'<circle cx="{x(index):.1f}" cy="{y(one.value):.1f}" r="3.5" fill="{BLUE}"/>')
    lines = [
        f'<polyline points="{" ".join(run)}" fill="none" stroke="{BLUE}" stroke-width="2.5" stroke-linejoin="round"/>'
        for run in runs
        if len(run) > 1
    ]
    return [*lines, *dots]


def _values(marks: Sequence[Mark], x: _Place, y: _Height, room: float, *, is_line: bool) -> list[str]:
    """The values over their places, all of them or (where they would touch) the largest and the last."""
    known = [(index, one) for index, one in enumerate(marks) if one.value is not None]
    if not known:
        return [_text(WIDTH / 2, _HEIGHT / 2, "没有填报", anchor="middle", colour=QUIET)]
    if max(width(_shown(one)) for _, one in known) * _SMALL + 4 > room:
        largest = max(known, key=lambda item: item[1].value or 0)
        apart = abs(largest[0] - known[-1][0]) * room
        keep = {largest[0], known[-1][0]} if apart > 70 else {largest[0]}
        known = [(index, one) for index, one in known if index in keep]
    return [
        _text(
            _inside(x(index), _shown(one)),
            _beside(marks, index, y, is_line=is_line),
            _shown(one),
            anchor="middle",
        )
        for index, one in known
    ]


def _beside(marks: Sequence[Mark], index: int, y: _Height, *, is_line: bool) -> float:
    """Above a column or a point; below the point where the line turns up on both sides."""
    value = marks[index].value or Decimal(0)
    near = [one.value for one in (*marks[max(0, index - 1) : index], *marks[index + 1 : index + 2])]
    turns_up = all(one is not None and one > value for one in near)
    if is_line and turns_up and near and y(Decimal(0)) - y(value) > 2 * _SMALL:
        return y(value) + _SMALL + 6
    return y(value if is_line else max(value, Decimal(0))) - 8


def _inside(place: float, words: str) -> float:
    half = width(words) * _SMALL / 2
    return min(place, WIDTH - half - 2)


def _across(marks: Sequence[Mark], unit: str) -> str:
    """Bars on their side, a row each, the value behind the bar."""
    names = [_shortened(one.label) for one in marks]
    texts = [f"{_shown(one)}{unit if one.value is not None else ''}" for one in marks]
    left = max((width(name) for name in names), default=0) * _SIZE + 14
    right = max((width(text) for text in texts), default=0) * _SMALL + 14
    largest = max((one.value for one in marks if one.value is not None), default=Decimal(0))
    long = WIDTH - left - right
    parts = []
    for index, (one, name, text) in enumerate(zip(marks, names, texts, strict=True)):
        top = 8 + index * _ROW
        size = (
            float(one.value / largest) * long
            if one.value is not None and largest > 0 and one.value > 0
            else 0.0
        )
        parts.append(_text(left - 8, top + 16, name, anchor="end", size=_SIZE))
        if size:
            parts.append(f'<rect x="{left:.1f}" y="{top}" width="{size:.1f}" height="20" fill="{BLUE}"/>')
        parts.append(
            _text(
                left + size + 6,
                top + 16,
                text,
                anchor="start",
                colour=INK if one.value is not None else QUIET,
            )
        )
    bottom = 8 + len(marks) * _ROW
    parts.append(f'<line x1="{left:.1f}" x2="{left:.1f}" y1="2" y2="{bottom}" stroke="{QUIET}"/>')
    return _svg(bottom + 8, parts)


def _shortened(name: str) -> str:
    return name if width(name) <= _MOST_LABEL else f"{name[: _MOST_LABEL - 1]}…"


def _text(x: float, y: float, words: str, *, anchor: str, colour: str = INK, size: int = _SMALL) -> str:
    """Words with a white edge, so that a rule behind them does not cross them out."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" stroke="#fff" '
        f'stroke-width="4" stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>'
    )


def _svg(height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="{_FONTS}">{"".join(parts)}</svg>'
    )
