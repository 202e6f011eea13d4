"""Sorting the parts of a figure into rows: by child organisation, month, kind, basis or programme."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
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


@dataclass(frozen=True, eq=False)
class Bucket:
    """A row to be: its place in the order, its key and label, and the request that opens it (None: not further).

    A bucket is itself and no other: sorters make each once.
    """

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
    key = ("children", ask)
    if key not in session.memo:
        session.memo[key] = _children(ask, session)
    found: dict[int, Bucket] = session.memo[key]
    return found


def _children(ask: Ask, session: Session) -> dict[int, Bucket]:
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
    opens = not ask.is_level and ask.metric.kind not in ("snapshot", "value", "first")
    months = {_month(part.start): (_of_month(ask, part, opens=opens),) for part in ask.period.months()}
    across = (Bucket((9999, 99), ACROSS_KEY, ACROSS_LABEL),)
    before = (Bucket((0, 0), BEFORE_KEY, BEFORE_LABEL),)
    start, is_level = ask.period.start, ask.is_level

    def sort(cell: Cell) -> tuple[Bucket]:
        if cell.since is not None and not is_level and _month(cell.since) != _month(cell.day):
            return across
        return before if cell.day < start else months[_month(cell.day)]

    return sort


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _of_month(ask: Ask, part: Period, *, opens: bool) -> Bucket:
    year, number = _month(part.start)
    label = part.label if part.kind == "month" else f"{year}年{number}月"
    request = replace(ask.request, period=part) if opens else None
    return Bucket((year, number), f"{year}-{number:02d}", label, request)


def _by_kind(ask: Ask, _session: Session) -> Sorter:
    register = ask.measures[0].register

    @cache
    def of(kind: str) -> tuple[Bucket]:
        request = _limited(ask, "kind", kind) if kind else None
        return (Bucket(kind, kind, kind_label(register, kind), request),)

    return lambda cell: of(cell.kind)


def _by_basis(ask: Ask, _session: Session) -> Sorter:
    @cache
    def of(basis: int) -> tuple[Bucket]:
        name = BASIS_NAMES[basis]
        return (Bucket(basis, name, BASIS_LABELS[name], _limited(ask, "basis", name)),)

    return lambda cell: of(cell.basis)


def _by_programme(ask: Ask, session: Session) -> Sorter:
    untagged = (Bucket((1, ""), "", NO_TAG),)

    @cache
    def of_tag(tag: int) -> Bucket:
        name = tag_name(tag, session)
        return Bucket((0, name), name, name, _limited(ask, "programme", name))

    @cache
    def of(tagset_id: int | None) -> tuple[Bucket, ...]:
        return tuple(of_tag(tag) for tag in tag_members(tagset_id, "programme", session)) or untagged

    return lambda cell: of(cell.tagset_id)


def _limited(ask: Ask, key: str, value: str) -> FigureRequest:
    return replace(ask.request, filters=ask.filters.only(key, value))


_SORTERS: dict[str, Callable[[Ask, Session], Sorter]] = {
    "org": _by_org, "month": _by_month, "kind": _by_kind, "basis": _by_basis, "programme": _by_programme,
}  # fmt: skip
DIMENSION_LABELS = {"org": "单位", "month": "月份", "kind": "类别", "basis": "依据", "programme": "品牌活动"}
