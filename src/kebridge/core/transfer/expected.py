"""Names that a workbook is about to enter itself: organisations and programmes that its other rows may name."""

from collections.abc import Callable

from kebridge.core.records.lookups import Lookups
from kebridge.core.transfer.columns import as_text
from kebridge.core.transfer.items import Item, Verdict
from kebridge.core.transfer.reading import Workbook

ORGANISATIONS, PROGRAMMES = "organisations", "programmes"


def expect(workbook: Workbook, lookups: Lookups) -> None:
    """Take note of the names on the sheets of organisations and programmes, before any row is judged."""
    for code, names, columns in (
        (ORGANISATIONS, lookups.pending_orgs, ("code", "name")),
        (PROGRAMMES, lookups.pending_tags, ("name",)),
    ):
        sheet = workbook.get(code)
        for row in sheet.rows if sheet else ():
            names.update(" ".join(as_text(row.cells[name]).split()) for name in columns if row.cells[name])


def names_of(item: Item) -> set[str]:
    """What others call the organisation or programme of a row."""
    return {text for name in ("code", "name") if (text := item.cleaned.values.get(name))}


def drop_wrong(code: str, items: list[Item], lookups: Lookups, complain: Callable[[Item, str], None]) -> None:
    """Names of wrong rows will not be entered: forget them, and fault the organisations placed under them."""
    pending = lookups.pending_orgs if code == ORGANISATIONS else lookups.pending_tags
    while True:
        right = set().union(*(names_of(item) for item in items if item.verdict != Verdict.WRONG))
        pending.intersection_update(right)
        lookups.remembered.clear()
        lost = [item for item in items if code == ORGANISATIONS and _is_lost(item, lookups)]
        if not lost:
            return
        for item in lost:
            complain(item, f"隶属单位“{item.cleaned.values['org']}”所在的行有错，没有登记")


def _is_lost(item: Item, lookups: Lookups) -> bool:
    parent = item.cleaned.values.get("org")
    if item.verdict == Verdict.WRONG or item.owner is not None or not parent:
        return False
    return parent not in lookups.pending_orgs


def parents_first(items: list[Item], complain: Callable[[Item, str], None]) -> list[Item]:
    """Organisations in the order in which they can be entered; those placed in a circle are at fault."""
    ordered: list[Item] = []
    entered: set[str] = set()
    waiting = items
    while waiting:
        ready = [
            item
            for item in waiting
            if item.verdict == Verdict.WRONG or item.owner is not None or item.cleaned.values.get("org") in entered
        ]
        if not ready:
            for item in waiting:
                complain(item, "隶属单位绕成了圈，请核对上下级")
            return [*ordered, *waiting]
        ordered += ready
        for item in ready:
            entered |= names_of(item)
        chosen = set(map(id, ready))
        waiting = [item for item in waiting if id(item) not in chosen]
    return ordered
