"""Wording of a change: 增长12.5%, 下降3%, 提高1.38个百分点. Rounded once, from the unrounded values."""

from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.wording.agreement import round_half_up
from kebridge.core.wording.styles import trimmed

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Change:
    """A change in words. `amount` is in per cent, or in 百分点 for rates, signed and rounded; None where undefined."""

    text: str
    amount: Decimal | None
    note: str = ""


def _step(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


def rate_change(now: Decimal | int, before: Decimal | int, *, places: int = 2) -> Change:
    """The change of a rate; both rates in per cent (36.5 for 36.5%). Never a per cent of a per cent."""
    exact = Decimal(now) - Decimal(before)
    amount = round_half_up(exact, _step(places))
    if amount == 0:
        return Change("持平" if exact == 0 else "基本持平", amount)
    return Change(f"{'提高' if amount > 0 else '降低'}{trimmed(abs(amount))}个百分点", amount)


def change_words(
    now: Decimal | int, before: Decimal | int, *, rate: bool = False, places: int = 2, unit: str = ""
) -> Change:
    """How `now` differs from `before`: 增长x%, 下降x%, 持平; for rates (in per cent) by 百分点.

    Where the earlier value is zero or negative a percentage means nothing: the difference is given in `unit`.
    """
    if rate:
        return rate_change(now, before, places=places)
    new, old = Decimal(now), Decimal(before)
    exact = new - old
    if exact == 0:
        return Change("持平", Decimal(0))
    if old <= 0:
        words = f"{'增加' if exact > 0 else '减少'}{trimmed(abs(exact))}{unit}"
        return Change(words, None, f"上期为{trimmed(old)}，不计算百分比")
    amount = round_half_up(exact * HUNDRED / old, _step(places))
    if amount == 0:
        return Change("基本持平", amount)
    return Change(f"{'增长' if amount > 0 else '下降'}{trimmed(abs(amount))}%", amount)
