"""可能已登记: new rows that may be records already entered, perhaps by another unit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.queries import LIKE_ENOUGH
from kebridge.core.records.register import Register
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.transfer.items import Item

MOST_ROWS = 300  # beyond it nobody reads the warnings, and comparing takes long


def warnings(register: Register, title: str, items: Sequence[Item]) -> list[str]:
    """One sentence for each new row that is like a standing record; none if there are too many rows to compare."""
    rule = register.similar
    if not rule or not items or len(items) > MOST_ROWS:
        return []
    # rapidfuzz is slow to import and needed here only.
    from rapidfuzz import fuzz  # noqa: PLC0415

    near = _by_day(register, {item.cleaned.values[rule.day] for item in items})
    told = []
    for item in items:
        values = item.cleaned.values
        for org_id, day, other in near.get(values[rule.day], ()):
            if fuzz.token_set_ratio(other, values[rule.title]) >= LIKE_ENOUGH:
                name = latest_tree().name(org_id)
                told.append(f"工作表“{title}”第 {item.number} 行可能已登记：{name}，{day:%Y-%m-%d}，{other}")
                break
    return told


def _by_day(register: Register, days: set[date]) -> dict[date, list[tuple[int, date, str]]]:
    """Standing records by each wanted day that they are near to."""
    rule = register.similar
    assert rule
    one = timedelta(days=1)
    manager: Any = register.model._default_manager
    wanted = {day + shift for day in days for shift in (-one, one - one, one)}
    found = (
        manager.unscoped("a doubled record may stand under another unit")
        .filter(**{f"{rule.day}__in": wanted})
        .exclude(state__in=NOT_STANDING)
        .values_list("org_id", rule.day, rule.title)
    )
    near: dict[date, list[tuple[int, date, str]]] = defaultdict(list)
    for row in found:
        for day in (row[1] - one, row[1], row[1] + one):
            if day in days:
                near[day].append(row)
    return near
