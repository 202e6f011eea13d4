"""Reading accounts within an administrator's reach."""

from collections.abc import Iterable

from django.db.models import QuerySet

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import Verb


def users_of(by: Actor, q: str = "") -> QuerySet[User]:
    """Accounts that have or had a role where the actor may configure."""
    reach = by.org_ids(Verb.CONFIGURE)
    found = User.objects.filter(role_grants__org__in=reach).distinct().order_by("full_name", "pk")
    if q:
        found = found.filter(full_name__icontains=q) | found.filter(username__icontains=q)
    return found


def grants_of(users: Iterable[User], by: Actor) -> dict[int, list[RoleGrant]]:
    """The roles of these users that lie within the actor's reach, newest first."""
    found: dict[int, list[RoleGrant]] = {}
    reach = by.org_ids(Verb.CONFIGURE)
    for grant in RoleGrant.objects.filter(user__in=list(users), org__in=reach).order_by("-since", "-pk"):
        found.setdefault(grant.user_id, []).append(grant)
    return found


def own_grants(by: Actor) -> list[RoleGrant]:
    """The actor's own roles in force."""
    return list(RoleGrant.objects.in_force(by.user_id)) if by.user_id else []
