"""From names that people type to what they mean: organisations, bodies, tags. One instance a request or import."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import Tree, latest_tree
from kebridge.core.orgs.types import OrgType
from kebridge.core.records.models import Body
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.wording.values import plain

# The registers that give a tag its name, by scheme.
REGISTERED_IN = {
    Tag.Scheme.PROGRAMME: "品牌活动",
    Tag.Scheme.PLAN: "工作框架”或“工作事项",
    Tag.Scheme.SCHEME: "奖项赛事与计划",
}
_REGIONS = (OrgType.DISTRICT, OrgType.CITY)


def region_of(org_id: int) -> int:
    """The county or city that an organisation lies in: names of bodies are unique within it."""
    path = latest_tree().path(org_id)
    return next((node.id for node in reversed(path) if node.type in _REGIONS), path[0].id)


class Unknown(ValueError):
    """A name that nothing answers to; plain Chinese, with the likeliest ones."""


class Lookups:
    """What the actor may name. `pending_*` are names that the same workbook is about to enter."""

    def __init__(self, by: Actor, verb: str = Verb.ADD) -> None:
        self.by = by
        self.verb = verb
        self.pending_orgs: set[str] = set()
        self.pending_tags: set[str] = set()
        self.remembered: dict[tuple[int, str], Any] = {}
        self._tags: dict[tuple[str, str], int] | None = None
        self._bodies: dict[str, dict[int, int]] = {}

    @property
    def tree(self) -> Tree:
        return latest_tree()

    def org_id(self, typed: str, *, anywhere: bool = False) -> int | None:
        """The organisation of a code or name, within the actor's reach; None: the workbook will enter it.

        `anywhere`: one that is only named, such as a joint host, may be any. Raises Unknown: no such organisation, or
        several of that name.
        """
        within = self.tree.nodes.keys() if anywhere else self.by.org_ids(self.verb)
        node = self.tree.by_code.get(typed)
        if node and node.id in within:
            return node.id
        named = [node for node in self.tree.by_name.get(typed, []) if node.id in within]
        if len(named) == 1:
            return named[0].id
        if typed in self.pending_orgs:
            return None
        if len(named) > 1:
            codes = "、".join(node.code for node in named)
            raise Unknown(f"有{len(named)}个组织都叫“{typed}”，请改填代码：{codes}")
        raise Unknown(f"没有叫“{typed}”的组织{self._near(typed, within)}，请核对名称或先在组织登记簿登记")

    def _near(self, typed: str, within: Iterable[int]) -> str:
        # rapidfuzz is slow to import and needed only to repair a mistake.
        from rapidfuzz import process  # noqa: PLC0415

        names = [self.tree.name(org_id) for org_id in within]
        best = process.extractOne(typed, names, score_cutoff=60)
        return f"，最接近的是“{best[0]}”" if best else ""

    def tag_id(self, scheme: str, name: str) -> int | None:
        """The tag of a name; None: the workbook will enter it. Raises Unknown."""
        if self._tags is None:
            self._tags = {(tag.scheme, tag.name): tag.pk for tag in Tag.objects.all()}
        found = self._tags.get((scheme, name))
        if found is None and name not in self.pending_tags:
            known = [tag for kind, tag in self._tags if kind == scheme]
            close = [tag for tag in known if plain(name) in plain(tag) or plain(tag) in plain(name)]
            hint = f"，相近的有：{'、'.join(close[:3])}" if close else ""
            label = Tag.Scheme(scheme).label
            raise Unknown(
                f"{label}里没有“{name}”{hint}，请先登记：到“{REGISTERED_IN[Tag.Scheme(scheme)]}”新增"
            )
        return found

    def load_bodies(self, names: Iterable[str]) -> None:
        """Read the bodies with these names, many at once."""
        wanted = list({name for name in names if name not in self._bodies})
        for start in range(0, len(wanted), 500):
            chunk = wanted[start : start + 500]
            for name in chunk:
                self._bodies[name] = {}
            found = (
                Body.objects.unscoped("names of bodies are shared")
                .filter(name__in=chunk)
                .exclude(state__in=NOT_STANDING)
            )
            for pk, org_id, name in found.values_list("pk", "org_id", "name"):
                self.remember_body(org_id, name, pk)

    def remember_body(self, org_id: int, name: str, pk: int) -> None:
        self._bodies.setdefault(name, {})[org_id] = pk

    def body_id(self, name: str, owner: int) -> int | None:
        """The body of this name in the owner's county or city, above it, or the only one below it; None: it is new.

        Never a neighbour's: every county has its 第一小学.
        """
        self.load_bodies([name])
        regions = self._bodies[name]
        if not regions:
            return None
        own = region_of(owner)
        for node in reversed(self.tree.path(own)):
            if node.id in regions:
                return regions[node.id]
        below = [regions[org_id] for org_id in self.tree.subtree(own) if org_id in regions]
        return below[0] if len(below) == 1 else None

    def forget(self) -> None:
        """References were entered: read tags again (trees refresh themselves)."""
        self._tags = None
        self.remembered.clear()
        self.pending_orgs.clear()
        self.pending_tags.clear()
