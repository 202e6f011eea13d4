"""What the words around a number allow its value to be. The rule is that of core/wording/agreement."""

from decimal import Decimal

from kebridge.core.wording.agreement import ABOUT_WITHIN, BELOW_FROM, NEARLY_FROM, Qualifier

Bounds = tuple[Decimal | None, Decimal | None]


def bounds(value: Decimal, qualifier: Qualifier, step: Decimal, *, is_limit: bool = False) -> Bounds:
    """Lowest and highest value that the wording allows; None is open.

    `is_limit`: an upper limit (不超过, 以内) rather than a near miss (不足), so everything below is allowed.
    """
    match qualifier:
        case Qualifier.ABOUT_OVER:
            return value, value + step
        case Qualifier.NEARLY:
            return value * NEARLY_FROM, value
        case Qualifier.AT_LEAST:
            return value, None
        case Qualifier.APPROXIMATELY:
            return value - value * ABOUT_WITHIN, value + value * ABOUT_WITHIN
        case Qualifier.BELOW:
            return (None if is_limit else value * BELOW_FROM), value
    return value, value
