"""Users, their roles on organisations, and one-time sign-in links."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kebridge.core.access.roles import Role
from kebridge.core.orgs.trees import latest_tree


class User(AbstractUser):
    """A person who signs in. Names are held once, here."""

    full_name = models.CharField("姓名", max_length=40)
    elder_mode = models.BooleanField("长者模式", default=False)

    class Meta:
        verbose_name = "用户"

    @property
    def display_name(self) -> str:
        return self.full_name or self.username


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def in_force(self, user_id: int) -> "RoleGrantQuerySet":
        today = timezone.localdate()
        open_ended = Q(until=None) | Q(until__gte=today)
        return self.filter(open_ended, user_id=user_id, since__lte=today).order_by("pk")


class RoleGrant(models.Model):
    """A role of a user on an organisation and all below it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_grants")
    org = models.ForeignKey("orgs.Organisation", models.PROTECT, related_name="+")
    role = models.CharField("角色", max_length=12, choices=Role.choices)
    since = models.DateField("起", default=timezone.localdate)
    until = models.DateField("止", null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = "角色"
        constraints = [
            models.UniqueConstraint(fields=["user", "org", "role", "since"], name="access_grant_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}：{self.get_role_display()}"


class SignInLink(models.Model):
    """A link that signs its user in once, to set a password; only a digest of it is stored."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user} {self.expires:%Y-%m-%d}"


class Unscoped(RuntimeError):
    """A scoped model was read without saying for whom: a fault of the program, never shown as data."""


class ScopedQuerySet(models.QuerySet[Any]):
    """Reads only after `visible_to(actor)` or `unscoped(reason)`; objects reached from an instance are in scope."""

    model: Any
    _chain: Any
    _hints: dict[str, Any]
    _in_scope = False

    def _clone(self) -> "ScopedQuerySet":
        clone: ScopedQuerySet = super()._clone()  # type: ignore[misc]
        clone._in_scope = self._in_scope
        return clone

    def visible_to(self, actor: Any, verb: str = "see") -> "ScopedQuerySet":
        """The rows of organisations at which the actor may do `verb`."""
        path, reach = self.model.scope_path, actor.org_ids(verb)
        if reach and reach >= latest_tree().nodes.keys():
            # A list of all organisations would only lead the database astray.
            return self.unscoped("every organisation there is")
        return self.unscoped("filtered").filter(**{f"{path}__in": reach})

    def unscoped(self, reason: str) -> "ScopedQuerySet":
        """All rows, for the program's own work; `reason` says why."""
        assert reason
        clone: ScopedQuerySet = self._chain()
        clone._in_scope = True
        return clone

    def _require_scope(self) -> None:
        if not self._in_scope and "instance" not in self._hints:
            raise Unscoped(f"{self.model.__name__} was read without a scope")

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().resolve_expression(*args, **kwargs)

    def _combined(self, others: Any) -> None:
        for queryset in (self, *others):
            if isinstance(queryset, ScopedQuerySet):
                queryset._require_scope()

    def __and__(self, other: Any) -> Any:
        self._combined([other])
        return super().__and__(other)

    def __or__(self, other: Any) -> Any:
        self._combined([other])
        return super().__or__(other)

    def __xor__(self, other: Any) -> Any:
        self._combined([other])
        return super().__xor__(other)

    def union(self, *others: Any, **kwargs: Any) -> Any:
        self._combined(others)
        return super().union(*others, **kwargs)

    def intersection(self, *others: Any) -> Any:
        self._combined(others)
        return super().intersection(*others)

    def difference(self, *others: Any) -> Any:
        self._combined(others)
        return super().difference(*others)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().raw(*args, **kwargs)

    def aiterator(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().aiterator(*args, **kwargs)

    def _fetch_all(self) -> None:
        self._require_scope()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._require_scope()
        return super().count()

    def exists(self) -> bool:
        self._require_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._require_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        return super().delete()
