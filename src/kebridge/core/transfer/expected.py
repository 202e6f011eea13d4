"""Names that a workbook is about to enter itself: organisations, and tags (programmes, schemes), that other rows name."""

from collections.abc import Callable

from kebridge.core.ledger.models import Tag
from kebridge.core.records import register as registers
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.register import Register
from kebridge.core.transfer.columns import as_text
from kebridge.core.transfer.items import Item, Verdict
from kebridge.core.transfer.reading import Workbook

ORGANISATIONS = "organisations"
_NAMES = ("code", "name")


def enters_tags(register: Register) -> bool:
    """Whether each record of the register is a tag that others carry by its name."""
    return any(
        field.name == "tag" and field.related_model is Tag for field in register.model._meta.concrete_fields
    )


def enters_names(register: Register) -> bool:
    return register.code == ORGANISATIONS or enters_tags(register)


def expect(workbook: Workbook, lookups: Lookups) -> None:
    """Take note of the names on the sheets of organisations and tags, before any row is judged."""
    for sheet in workbook.sheets:
        register = registers.get(sheet.sheet.code)
        if enters_names(register):
            names = lookups.pending_orgs if register.code == ORGANISATIONS else lookups.pending_tags
            for row in sheet.rows:
                typed = (as_text(row.cells[name]) for name in _NAMES if row.cells.get(name))
                names.update(" ".join(text.split()) for text in typed)


def names_of(item: Item) -> set[str]:
    """What others call the organisation or tag of a row."""
    return {text for name in _NAMES if (text := item.cleaned.values.get(name))}


def drop_wrong(code: str, items: list[Item], lookups: Lookups, complain: Callable[[Item, str], None]) -> None:
    """Names of wrong rows will not be entered: forget them, and fault the organisations placed under them."""
    pending = lookups.pending_orgs if code == ORGANISATIONS else lookups.pending_tags
    while True:
        right = set().union(*(names_of(item) for item in items if item.verdict != Verdict.WRONG))
        pending.difference_update(set().union(*map(names_of, items)) - right)
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
            if item.verdict == Verdict.WRONG
            or item.owner is not None
            or item.cleaned.values.get("org") in entered
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
