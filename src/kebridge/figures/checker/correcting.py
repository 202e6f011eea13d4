"""Putting a figure right in the text: the number from the records, in the way of writing that the text chose."""

from decimal import Decimal

from kebridge.core.wording.agreement import Qualifier
from kebridge.core.wording.styles import Style, write
from kebridge.figures.checker.shapes import Draft, Kind, Mention
from kebridge.figures.requests import Figure

_STYLES = {
    Qualifier.ABOUT_OVER: (Style.OVER, Style.WAN_OVER),
    Qualifier.NEARLY: (Style.NEARLY, Style.WAN_NEARLY),
    Qualifier.AT_LEAST: (Style.ABOVE, Style.ABOVE),
    Qualifier.APPROXIMATELY: (Style.ABOUT, Style.ABOUT),
}
_LARGE = ("万", "亿")
_RATES = frozenset({Kind.RATE, Kind.GROWTH, Kind.POINTS})


def wording_for(mention: Mention, figure: Figure | None) -> str:
    """How the text should tell the figure; "" where the records have none or the wording is not for us to change."""
    if (
        figure is None
        or figure.value is None
        or figure.day is not None
        or mention.kind in (Kind.RANK, Kind.RATIO)
    ):
        return ""
    value = Decimal(figure.value)
    if mention.kind in _RATES:
        return f"{value.normalize():f}{mention.unit}"
    is_large = any(mark in mention.text for mark in _LARGE)
    plain, large = _STYLES.get(mention.qualifier, (Style.EXACT, Style.WAN))
    return write(value, mention.unit, large if is_large else plain).text


def corrected(draft: Draft, mention: Mention, wording: str) -> str:
    """The text with one figure told anew; everything else stays as it was."""
    return draft.text[: mention.start] + wording + draft.text[mention.end :]
