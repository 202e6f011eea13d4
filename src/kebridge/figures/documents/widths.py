"""The columns of a table: as wide as their content asks, numbers never broken, long words taking the rest."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from . import layout
from .model import Table, cell_runs, plain_text
from .titles import width

_NARROWEST, _SHORT_TITLE, _MARGIN, _MOST_FIXED = 2.5, 4, 1.0, 0.7
"""In characters of a table: least width of a column, longest title kept on one line, room beside the text; the part
of the page that numbers may take before they too must give way."""


def column_widths(table: Table) -> list[int]:
    """Widths in twips that fill the type area: what fits on one line keeps it, only the widest columns wrap."""
    wanted = []
    for index, column in enumerate(table.columns):
        longest = max((width(plain_text(cell_runs(row[index]))) for row in table.rows), default=0.0)
        title = width(column.title)
        wanted.append(max(longest, title if title <= _SHORT_TITLE else (title + 1) / 2, _NARROWEST) + _MARGIN)
    is_dense = len(table.columns) >= layout.MANY_COLUMNS
    available = layout.TYPE_WIDTH / ((layout.SIZE_5 if is_dense else layout.SIZE_SMALL_4) * 10)
    fixed = [column.numeric for column in table.columns]
    granted = _granted(wanted, fixed, available)
    widths = [int(layout.TYPE_WIDTH * one / sum(granted)) for one in granted]
    widths[-1] += layout.TYPE_WIDTH - sum(widths)
    return widths


def _granted(wanted: Sequence[float], fixed: Sequence[bool], available: float) -> list[float]:
    """Numbers keep their width, and so do words that ask for no more than an equal share; the others share the rest.

    They share by the root of what they ask: long words get more than short ones, but not all.
    """
    if sum(wanted) <= available:
        return list(wanted)
    kept = {index for index, is_fixed in enumerate(fixed) if is_fixed}
    if sum(wanted[index] for index in kept) > available * _MOST_FIXED:
        kept = set()
    while True:
        rest = available - sum(wanted[index] for index in kept)
        wide = [index for index in range(len(wanted)) if index not in kept]
        small = {index for index in wide if wanted[index] <= rest / len(wide)}
        if not small:
            break
        kept |= small
    total = sum(sqrt(wanted[index]) for index in wide)
    return [one if index in kept else rest * sqrt(one) / total for index, one in enumerate(wanted)]
