"""The tree of organisations at any day, as known now or at any seal: events folded in order of day, then entry."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from django.db import connection
from django.db.models import Count, Max
from django.utils import timezone

from kebridge.core.orgs.models import Organisation, OrgEvent


@dataclass(slots=True)
class Node:
    """An organisation on a day; `founded` and `ended` are the days of its standing."""

    id: int
    code: str
    name: str = ""
    type: str = ""
    parent: int | None = None
    standing: bool = False
    founded: date | None = None
    ended: date | None = None


@dataclass
class Tree:
    """All organisations known on a day, the ended ones included (they keep their past)."""

    day: date
    nodes: dict[int, Node]
    _subtrees: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def ids(self) -> Iterable[int]:
        return self.nodes.keys()

    @cached_property
    def children(self) -> dict[int | None, list[int]]:
        found: dict[int | None, list[int]] = {}
        for node in self.nodes.values():
            found.setdefault(node.parent, []).append(node.id)
        return found

    @property
    def roots(self) -> list[int]:
        return self.children.get(None, [])

    @cached_property
    def by_code(self) -> dict[str, Node]:
        return {node.code: node for node in self.nodes.values()}

    @cached_property
    def by_name(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            found.setdefault(node.name, []).append(node)
        return found

    def name(self, org_id: int) -> str:
        node = self.nodes.get(org_id)
        return node.name if node else "（当时尚未登记的组织）"

    def subtree(self, org_id: int) -> tuple[int, ...]:
        """The organisation and all below it, itself first."""
        if org_id not in self._subtrees:
            self._subtrees[org_id] = tuple(self._walk(org_id)) if org_id in self.nodes else ()
        return self._subtrees[org_id]

    def _walk(self, org_id: int) -> Iterator[int]:
        stack, seen = [org_id], set()
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            yield current
            stack.extend(reversed(self.children.get(current, [])))

    def path(self, org_id: int) -> list[Node]:
        """From the top down to the organisation itself."""
        line: list[Node] = []
        current: int | None = org_id
        while current is not None and current in self.nodes and len(line) < len(self.nodes):
            line.append(self.nodes[current])
            current = self.nodes[current].parent
        return line[::-1]

    def standing(self, org_ids: Iterable[int], types: Iterable[str] = ()) -> list[Node]:
        wanted = set(types)
        found = (self.nodes[i] for i in org_ids if i in self.nodes)
        return [node for node in found if node.standing and (not wanted or node.type in wanted)]


def tree(on: date, seal: int | None = None) -> Tree:
    """The tree at the end of day `on`, from the events known now or at seal number `seal`."""
    return _tree(on, seal, _state_of_knowledge())


def tree_today() -> Tree:
    return tree(timezone.localdate())


def latest_tree() -> Tree:
    """Every organisation ever entered, as it will stand after all events: for looking up codes and names."""
    return tree(date.max)


class _Knowledge(threading.local):
    """How much of the events the running request or task knows of: read once, until `forget`."""

    state: tuple[str, int, int] | None = None


_knowledge = _Knowledge()


def forget() -> None:
    """Look again for new events: at the start of a request or task, and after writing an event."""
    _knowledge.state = None


def forget_all() -> None:
    """Forget the trees too: after a rollback, whose event numbers may be given again."""
    forget()
    _tree.cache_clear()


def _state_of_knowledge() -> tuple[str, int, int]:
    if _knowledge.state is None:
        found = OrgEvent.objects.aggregate(newest=Max("pk"), count=Count("pk"))
        _knowledge.state = (str(connection.settings_dict["NAME"]), found["newest"] or 0, found["count"])
    return _knowledge.state


@lru_cache(maxsize=32)
def _tree(on: date, seal: int | None, _known: tuple[str, int, int]) -> Tree:
    events = OrgEvent.objects.filter(day__lte=on)
    if seal is not None:
        events = events.filter(pk__in=_known_at(seal))
    codes = dict(Organisation.objects.values_list("pk", "code"))
    nodes: dict[int, Node] = {}
    for row in events.order_by("day", "pk").values_list(
        "organisation_id", "kind", "day", "name", "type", "moved", "parent_id", "standing"
    ):
        org_id = row[0]
        _fold(nodes.setdefault(org_id, Node(org_id, codes[org_id])), row)
    return Tree(on, nodes)


def _fold(
    node: Node, row: tuple[int, str, date, str | None, str | None, bool, int | None, bool | None]
) -> None:
    _, _, day, name, kind, moved, parent, standing = row
    if name is not None:
        node.name = name
    if kind is not None:
        node.type = kind
    if moved:
        node.parent = parent
    if standing is not None:
        if standing and not node.standing:
            node.founded, node.ended = node.founded or day, None
        if not standing and node.standing:
            node.ended = day
        node.standing = standing


def _known_at(seal: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.id FROM orgs_orgevent e"
            " JOIN ledger_posting p ON p.source_type = 'organisations' AND p.source_id = e.organisation_id"
            " AND p.revision = e.revision JOIN ledger_sealedposting s ON s.posting_id = p.id WHERE s.seal_id <= %s",
            [seal],
        )
        return [row[0] for row in cursor.fetchall()]
