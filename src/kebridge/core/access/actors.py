"""Who acts. Every operation takes `by=`; permission is asked of the actor, for an organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import PERMISSIONS, Verb, who_can
from kebridge.core.orgs.trees import Tree, tree_today
from kebridge.core.refusal import Refusal


class Denied(Refusal):
    """The actor lacks a permission; nothing was changed."""


@dataclass(frozen=True, eq=False)
class Actor:
    """A person or the system itself; `address` is where the request came from.

    `practising`: what he enters now is practice and counts nowhere (`records.practice`).
    `lent`: (organisation, verbs) of somebody without an account, who holds a link: a guest.
    """

    name: str
    user_id: int | None = None
    address: str = ""
    is_system: bool = False
    practising: bool = False
    lent: tuple[tuple[int, frozenset[str]], ...] = ()

    @classmethod
    def of(cls, user: User, address: str = "", *, practising: bool = False) -> "Actor":
        return cls(name=user.display_name, user_id=user.pk, address=address, practising=practising)

    @classmethod
    def later(cls, user_id: int | None, address: str, task: str) -> "Actor":
        """Who asked for work that is done later, with the rights of now. Raises Denied: the account is closed."""
        if user_id is None:
            return cls.system(task)
        user = User.objects.filter(pk=user_id, is_active=True).first()
        if user is None:
            raise Denied("经办人的账号已停用")
        return cls.of(user, address)

    @classmethod
    def system(cls, task: str) -> "Actor":
        """The program itself at a named task (import of a case, sealing): it may do everything."""
        return cls(name=f"系统（{task}）", is_system=True)

    @cached_property
    def grants(self) -> tuple[tuple[int, str], ...]:
        """(organisation, role) pairs in force today."""
        if self.user_id is None:
            return ()
        return tuple(RoleGrant.objects.in_force(self.user_id).values_list("org_id", "role"))

    @property
    def is_guest(self) -> bool:
        """Whether what he enters always waits for a reviewer."""
        return bool(self.lent)

    @cached_property
    def _reach(self) -> dict[str, tuple[Tree, frozenset[int]]]:
        return {}

    def org_ids(self, verb: str) -> frozenset[int]:
        """The organisations at which the actor may do `verb`: those of the grants and all below them today."""
        tree = tree_today()
        known = self._reach.get(verb)
        if known and known[0] is tree:
            return known[1]
        if self.is_system:
            reach = frozenset(tree.ids)
        else:
            tops = [org for org, role in self.grants if verb in PERMISSIONS[role]]
            below = frozenset(under for top in tops for under in tree.subtree(top))
            reach = below | {org for org, verbs in self.lent if verb in verbs}
        self._reach[verb] = (tree, reach)
        return reach

    @property
    def sight(self) -> tuple[tuple[int, ...], ...]:
        """What the actor may see, as a value: what was made for one may be shown to another of the same sight only."""
        return tuple(tuple(sorted(self.org_ids(verb))) for verb in (Verb.SEE, Verb.SEE_CLOSED))

    def can(self, verb: str, org_id: int | None = None) -> bool:
        """Whether the actor may do `verb` at an organisation (None: anywhere at all)."""
        if self.is_system:
            return True
        if org_id is None:
            return any(verb in PERMISSIONS[role] for _, role in self.grants) or any(
                verb in verbs for _, verbs in self.lent
            )
        return org_id in self.org_ids(verb)

    def require(self, verb: str, org_id: int | None, what: str = "") -> None:
        """Raises Denied: in plain words, naming who may."""
        if not self.can(verb, org_id):
            name = tree_today().name(org_id) if org_id and self.can(Verb.SEE, org_id) else "该组织"
            raise Denied(f"您没有在{name}{what or Verb(verb).label}的权限", who_can=who_can(verb))

    def require_at(self, verb: str, org_id: int | None) -> None:
        """As `require`; None: of the whole installation, at every top organisation. Raises Denied."""
        if org_id is not None:
            self.require(verb, org_id)
        elif not self.is_system and not self.org_ids(verb) >= set(tree_today().roots or [0]):
            raise Denied(
                f"“{Verb(verb).label}”是全系统的事，您没有这项权限", who_can=f"顶层组织的{who_can(verb)}"
            )

    @cached_property
    def top_org_ids(self) -> tuple[int, ...]:
        """The organisations the actor's roles stand on: the default scope of pages."""
        if self.is_system:
            return tuple(tree_today().roots)
        return tuple(dict.fromkeys(org for org, _ in self.grants))

    def sees_closed(self, org_ids: Iterable[int]) -> bool:
        """Whether figures of the closed circle may be shown for all of these organisations."""
        return self.is_system or self.org_ids(Verb.SEE_CLOSED) >= set(org_ids)
