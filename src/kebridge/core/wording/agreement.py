"""Whether a printed figure agrees with a value: the one rule, for writing figures and for checking drafts."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """What the words around a printed number claim about the value."""

    EXACT = "exact"
    ROUNDED = "rounded"  # the last printed digit is rounded half up: 33.56万 for 335612
    ABOUT_OVER = "about_over"  # 余, 多
    NEARLY = "nearly"  # 近
    AT_LEAST = "at_least"  # 超, 以上, 达
    APPROXIMATELY = "approximately"  # 约, 左右
    BELOW = "below"  # 不足


NEARLY_FROM = Decimal("0.98")  # 近 claims at most 2 % short; a reader takes 近100 for 98 or 99
ABOUT_WITHIN = Decimal("0.05")  # 约 claims no more than 5 % either way; beyond it another number is nearer
BELOW_FROM = Decimal(
    "0.9"
)  # 不足100 for 60 would be true but mislead: the next rounder number is then nearer
HEDGE_FROM = Decimal(20)  # below this a hedge hides more than it spares: the exact number is as short


def step_of(printed: Decimal | int) -> Decimal:
    """The place value of the last non-zero digit: 20 → 10, 180000 → 10000, 33.5 → 0.1; of zero it is 1."""
    number = Decimal(printed)
    if number == 0:
        return Decimal(1)
    _sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"不是一个数：{printed}")
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal(1).scaleb(exponent + zeros)


def round_half_up(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to the value, halves away from zero (四舍五入)."""
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def agrees(
    printed: Decimal | int, qualifier: str, value: Decimal | int, unit_step: Decimal | int | None = None
) -> bool:
    """Whether `printed` with its qualifier may stand for `value` (both in the same plain unit, 18万 as 180000).

    `unit_step` is the place value of the last digit as printed, where it is known (33.50万 → 100); else it is that
    of the last non-zero digit. A negative figure takes no hedge. ValueError for an unknown qualifier.
    """
    claim, stated, true = Qualifier(qualifier), Decimal(printed), Decimal(value)
    step = Decimal(unit_step) if unit_step is not None else step_of(stated)
    if step <= 0:
        raise ValueError(f"数位必须大于零：{unit_step}")
    if claim is Qualifier.EXACT:
        return stated == true
    if claim is Qualifier.ROUNDED:
        return round_half_up(true, step) == stated
    if stated <= 0 or true < 0:
        return False
    match claim:
        case Qualifier.ABOUT_OVER:
            return stated < true < stated + step
        case Qualifier.AT_LEAST:
            return stated <= true < stated + step
        case Qualifier.NEARLY:
            return stated * NEARLY_FROM <= true < stated
        case Qualifier.BELOW:
            return stated * BELOW_FROM <= true < stated
    return abs(true - stated) <= stated * ABOUT_WITHIN
