"""Writing a figure: the exact value is kept, a style chooses its words (精确 余 近 超 约 万).

A style that would not be true, or would mislead, is not used: the figure is then written exactly and the note says
why. No hedge below 20, never two hedges, 万 and 亿 with Arabic digits, never 千.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from kebridge.core.wording.agreement import HEDGE_FROM, Qualifier, agrees, round_half_up, step_of

WAN, YI = Decimal(10**4), Decimal(10**8)
FEN = 100  # of a yuan
OVER_KEEPS = Decimal(
    "0.9"
)  # 余 drops a digit only if nine tenths of the value stay visible: 213 → 200余, 186 → 180余
WAN_PLACES = 2  # national releases print 万 and 亿 with two decimals
_HEDGES_BEFORE = "超过|不超过|约|大约|近|将近|接近|超|逾|突破|至少|至多|不少于|不低于|不足|不到"
_HEDGES_AFTER = "余|多|左右|上下|以上|以下|以内"
_UNITS_BETWEEN = r"[百千万亿余多]*[^\d，。；、：,;:！？\s]{0,3}?"
_DOUBLED = re.compile(rf"(?:{_HEDGES_BEFORE})\s*\d[\d,.]*\s*{_UNITS_BETWEEN}(?:{_HEDGES_AFTER})")
_HEDGE_IN_UNIT = re.compile(rf"^(?:{_HEDGES_AFTER}|几|来)|(?:左右|上下|以上|以下|以内)$|\d")


class Style(StrEnum):
    """How a figure is written."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOVE = "above"
    WAN = "wan"
    WAN_OVER = "wan_over"
    WAN_NEARLY = "wan_nearly"
    ABOUT = "about"
    AUTO = "auto"


@dataclass(frozen=True)
class Written:
    """A figure as written: `printed` is the number that the text states, `qualifier` what it claims of the value.

    `step` is the place value of the last printed digit. `style` is the one used; `note` says in plain Chinese why
    it is not the one asked for, or what was rounded.
    """

    text: str
    style: Style
    printed: Decimal
    note: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    step: Decimal | None = None


def plain_digits(value: Decimal) -> str:
    """All digits, no exponent: 1E+3 → 1000, 12.50 → 12.50."""
    return format(value, "f")


def trimmed(value: Decimal) -> str:
    """All digits without the zeros that end a decimal part: 33.50 → 33.5."""
    text = plain_digits(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_wan(value: Decimal) -> str:
    """The number with 万 from 10,000 and 亿 from 100,000,000, exactly: 335600 → 33.56万."""
    if abs(value) >= YI:
        return f"{trimmed(value / YI)}亿"
    return f"{trimmed(value / WAN)}万" if abs(value) >= WAN else trimmed(value)


def yuan(fen: int) -> str:
    """Money kept in fen, as it is written: 3.2万元."""
    return f"{in_wan(Decimal(fen) / FEN)}元"


def doubled_hedges(text: str) -> list[str]:
    """The places where a number is hedged twice: 约200人左右, 超过2500多人, 近20余场."""
    return [match.group() for match in _DOUBLED.finditer(text)]


def _leading(value: Decimal, digits: int, rounding: str) -> tuple[Decimal, Decimal]:
    """The value cut to its first digits, and their place value."""
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return (value / step).to_integral_value(rounding) * step, step


def _floor(value: Decimal) -> Decimal | None:
    """The roundest number below the value that keeps most of it; None if only the value itself would do."""
    most = 1 if value < 100 else 2
    for digits in range(1, most + 1):
        printed, _step = _leading(value, digits, ROUND_FLOOR)
        if printed < value and (printed >= value * OVER_KEEPS or value < 100):
            return printed
    return None


def _floor_wan(value: Decimal) -> Decimal | None:
    if value >= YI:
        return _floor(value)
    printed = (value / WAN).to_integral_value(ROUND_FLOOR) * WAN
    return printed if WAN <= printed < value else None


def _ceiling(value: Decimal) -> Decimal | None:
    """The roundest number that the value nearly reaches."""
    for digits in (1, 2):
        printed, _step = _leading(value, digits, ROUND_CEILING)
        if agrees(printed, Qualifier.NEARLY, value):
            return printed
    return None


def _ceiling_wan(value: Decimal) -> Decimal | None:
    for digits in (1, 2):
        printed, _step = _leading(value, digits, ROUND_CEILING)
        if printed >= WAN and printed % WAN == 0 and agrees(printed, Qualifier.NEARLY, value):
            return printed
    printed = (value / WAN).to_integral_value(ROUND_CEILING) * WAN
    return printed if printed <= YI and agrees(printed, Qualifier.NEARLY, value) else None


def _around(value: Decimal) -> Decimal | None:
    for digits in (1, 2):
        printed = round_half_up(value, Decimal(1).scaleb(value.adjusted() - digits + 1))
        if printed != value and agrees(printed, Qualifier.APPROXIMATELY, value):
            return printed
    return None


_HEDGED: dict[Style, tuple[Callable[[Decimal], Decimal | None], Qualifier, str, str]] = {
    Style.OVER: (_floor, Qualifier.ABOUT_OVER, "{}余", "没有合适的整数可写“余”"),
    Style.ABOVE: (_floor, Qualifier.AT_LEAST, "超{}", "没有合适的整数可写“超”"),
    Style.WAN_OVER: (_floor_wan, Qualifier.ABOUT_OVER, "{}余", "不够一万或恰为整万，不能写“万余”"),
    Style.NEARLY: (_ceiling, Qualifier.NEARLY, "近{}", "与上面的整数相差超过 2%，不能写“近”"),
    Style.WAN_NEARLY: (_ceiling_wan, Qualifier.NEARLY, "近{}", "与上面的整万数相差超过 2%，不能写“近”"),
    Style.ABOUT: (_around, Qualifier.APPROXIMATELY, "约{}", "本身就是整数或取整后相差太大，不能写“约”"),
}


def _exact(number: Decimal, unit: str, note: str = "") -> Written:
    return Written(
        f"{plain_digits(number)}{unit}", Style.EXACT, number, f"{note}，已写精确数" if note else ""
    )


def _in_wan(number: Decimal, unit: str) -> Written:
    if abs(number) < WAN:
        return _exact(number, unit, "不够一万，不写“万”")
    scale = YI if abs(number) >= YI else WAN
    printed = round_half_up(number, scale.scaleb(-WAN_PLACES))
    if abs(printed) >= YI > abs(number):
        printed, scale = YI.copy_sign(number), YI
    text = f"{in_wan(printed)}{unit}"
    if printed == number:
        return Written(text, Style.WAN, printed)
    note = f"精确数为{plain_digits(number)}{unit}，按四舍五入保留两位小数"
    return Written(text, Style.WAN, printed, note, Qualifier.ROUNDED, scale.scaleb(-WAN_PLACES))


def write(value: Decimal | int, unit: str, style: str = Style.EXACT) -> Written:
    """The figure in words. A style that this value does not permit falls back to exact, with a note.

    `auto` writes 万 or 亿 with at most two decimals from 10,000 and all digits below; it never chooses a hedge.
    ValueError for an unknown style, a value that is no number, or a unit that holds a hedge or digits.
    """
    number, wished = Decimal(value), Style(style)
    if not number.is_finite():
        raise ValueError(f"不是一个数：{value}")
    if _HEDGE_IN_UNIT.search(unit):
        raise ValueError(f"单位里不能带“余”“左右”“以上”一类的词：{unit}")
    if wished is Style.EXACT or (wished is Style.AUTO and abs(number) < WAN):
        return _exact(number, unit)
    if wished in (Style.WAN, Style.AUTO):
        return _in_wan(number, unit)
    if number < HEDGE_FROM:
        return _exact(number, unit, f"不足 {HEDGE_FROM} 的数不写“余”“近”“约”")
    choose, qualifier, pattern, reason = _HEDGED[wished]
    printed = choose(number)
    if printed is None:
        return _exact(number, unit, reason)
    return Written(
        f"{pattern.format(in_wan(printed))}{unit}", wished, printed, "", qualifier, step_of(printed)
    )
