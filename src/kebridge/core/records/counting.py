"""What the facts of every room are made of: the tags of a record, and what stands from a day to a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from kebridge.core.ledger.rows import FactRow


def tag_ids(record: Any, *names: str) -> tuple[int, ...]:
    """The tags of the relations `names`, each once, in order."""
    return tuple(sorted({tag.pk for name in names for tag in getattr(record, name).all()}))


def standing(
    measure: str,
    first: date,
    last: date | None = None,
    gone: date | None = None,
    *,
    quantity: int = 1,
    **common: Any,
) -> Iterable[FactRow]:
    """Stands from `first`; no more on the day after its `last`, or on the day on which it is `gone` if that is earlier.

    Of nothing, nothing stands.
    """
    if not quantity:
        return
    yield FactRow(measure, day=first, quantity=quantity, **common)
    ends = [day for day in (last and last + timedelta(days=1), gone) if day]
    if ends:
        yield FactRow(measure, day=min(ends), quantity=-quantity, **common)
