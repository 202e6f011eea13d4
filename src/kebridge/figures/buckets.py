"""Sorting the parts of a figure into rows: by child organisation, month, kind, basis or programme."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.rows import BASIS_LABELS, BASIS_NAMES
from kebridge.figures.cells import Cell
from kebridge.figures.compiling import Ask, Session, tag_members
from kebridge.figures.labels import NO_TAG, kind_label, tag_name
from kebridge.figures.requests import FigureRequest, Scope

OWN_LABEL = "（本级）"
ACROSS_KEY, ACROSS_LABEL = "across", "跨月汇总"
BEFORE_KEY, BEFORE_LABEL = "before", "期初"


@dataclass(frozen=True)
class Bucket:
    """A row to be: its place in the order, its key and label, and the request that opens it (None: not further)."""

    order: Any
    key: str
    label: str
    request: FigureRequest | None = None


Sorter = Callable[[Cell], Iterable[Bucket]]


def sorter(dimension: str, ask: Ask, session: Session) -> Sorter:
    """A function that tells the bucket or buckets of a part. KeyError: no such dimension."""
    return _SORTERS[dimension](ask, session)


def child_buckets(ask: Ask, session: Session) -> dict[int, Bucket]:
    """For every organisation of the scope, the bucket of the child through which it belongs."""
    tree = session.tree(ask.tree_day, ask.position)
    top = session.org_id(ask.scope.org_code)
    if top not in tree.nodes:
        return {}
    node = tree.nodes[top]
    own_request = replace(ask.request, scope=Scope(node.code, own=True))
    found = {top: Bucket((0, ""), node.code, f"{node.name}{OWN_LABEL}", own_request)}
    if ask.scope.own:
        return found
    for child_id in tree.children.get(top, []):
        child = tree.nodes[child_id]
        request = replace(ask.request, scope=Scope(child.code))
        bucket = Bucket((1, child.code), child.code, child.name, request)
        found.update(dict.fromkeys(tree.subtree(child_id), bucket))
    return found


def _by_org(ask: Ask, session: Session) -> Sorter:
    buckets = child_buckets(ask, session)
    return lambda cell: (buckets[cell.org_id],)


def _by_month(ask: Ask, _session: Session) -> Sorter:
    months = {(part.start.year, part.start.month): part for part in ask.period.months()}
    start = ask.period.start
    opens = not ask.is_level and ask.metric.kind not in ("snapshot", "value", "first")

    def sort(cell: Cell) -> tuple[Bucket]:
        if cell.since is not None and not ask.is_level and _month(cell.since) != _month(cell.day):
            return (Bucket((9999, 99), ACROSS_KEY, ACROSS_LABEL),)
        if cell.day < start:
            return (Bucket((0, 0), BEFORE_KEY, BEFORE_LABEL),)
        month = months[_month(cell.day)]
        year, number = _month(cell.day)
        label = month.label if month.kind == "month" else f"{year}年{number}月"
        return (
            Bucket((year, number), f"{year}-{number:02d}", label, _of_month(ask, month) if opens else None),
        )

    return sort


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _of_month(ask: Ask, month: Period) -> FigureRequest:
    return replace(ask.request, period=month)


def _by_kind(ask: Ask, _session: Session) -> Sorter:
    register = ask.measures[0].register

    def sort(cell: Cell) -> tuple[Bucket]:
        request = replace(ask.request, filters=ask.filters.only("kind", cell.kind)) if cell.kind else None
        return (Bucket(cell.kind, cell.kind, kind_label(register, cell.kind), request),)

    return sort


def _by_basis(ask: Ask, _session: Session) -> Sorter:
    def sort(cell: Cell) -> tuple[Bucket]:
        name = BASIS_NAMES[cell.basis]
        return (
            Bucket(
                cell.basis,
                name,
                BASIS_LABELS[name],
                replace(ask.request, filters=ask.filters.only("basis", name)),
            ),
        )

    return sort


def _by_programme(ask: Ask, session: Session) -> Sorter:
    def sort(cell: Cell) -> Iterable[Bucket]:
        tags = tag_members(cell.tagset_id, "programme", session)
        if not tags:
            return (Bucket((1, ""), "", NO_TAG),)
        names = [tag_name(tag, session) for tag in tags]
        return [
            Bucket((0, name), name, name, replace(ask.request, filters=ask.filters.only("programme", name)))
            for name in names
        ]

    return sort


_SORTERS: dict[str, Callable[[Ask, Session], Sorter]] = {
    "org": _by_org, "month": _by_month, "kind": _by_kind, "basis": _by_basis, "programme": _by_programme,
}  # fmt: skip
DIMENSION_LABELS = {"org": "单位", "month": "月份", "kind": "类别", "basis": "依据", "programme": "品牌活动"}
