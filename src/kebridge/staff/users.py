"""Accounts: list, invitation, roles with their dates, fresh links."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kebridge.core.access import ops, queries
from kebridge.core.access.models import User
from kebridge.core.access.roles import PERMISSIONS, Role, Verb
from kebridge.core.orgs.trees import latest_tree, tree_today
from kebridge.core.refusal import Refusal
from kebridge.core.web.forming import org_text
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import Acting, Page
from kebridge.core.wording.days import parse_day

PAGE = 30


class _Administration(Page):
    """Pages for those who may configure somewhere."""

    def require(self) -> None:
        self.actor.require(Verb.CONFIGURE, None, "管理用户")

    def user(self, pk: int) -> User:
        found = queries.users_of(self.actor).filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def choices(self) -> dict[str, Any]:
        reach = self.actor.org_ids(Verb.CONFIGURE)
        tree = tree_today()
        orgs = [org_text(node.id) for node in tree.standing(org_id for org_id in tree.ids if org_id in reach)]
        verbs = {
            role.value: "、".join(verb.label for verb in Verb if verb in PERMISSIONS[role]) for role in Role
        }
        return {"orgs": orgs, "roles": Role.choices, "role_verbs": verbs, "today": timezone.localdate()}


def chosen_org(typed: str, reach: frozenset[int]) -> int:
    """The organisation of a name or code within reach. Raises Refusal."""
    tree, typed = latest_tree(), typed.strip()
    nodes = [*tree.by_name.get(typed, []), *filter(None, [tree.by_code.get(typed)])]
    found = [node.id for node in nodes if node.id in reach]
    if not found:
        raise Refusal(f"您管理的组织中没有“{typed}”", repair="请从列表中选择")
    return found[0]


def optional_day(typed: str) -> date | None:
    """Raises Refusal: not a day."""
    try:
        return parse_day(typed) if typed.strip() else None
    except ValueError as error:
        raise Refusal(str(error)) from error


class UsersPage(_Administration):
    template_name = "staff/users.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.require()
        q = self.request.GET.get("q", "").strip().replace("\0", "")
        pages = Paginator(queries.users_of(self.actor, q), PAGE).get_page(self.request.GET.get("page", "1"))
        grants = queries.grants_of(pages.object_list, self.actor)
        today = timezone.localdate()
        rows = [
            (user, [one for one in grants.get(user.pk, []) if one.until is None or one.until >= today])
            for user in pages.object_list
        ]
        return super().get_context_data(rows=rows, pages=pages, q=q, **kwargs)


class InvitePage(_Administration):
    template_name = "staff/invite.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.require()
        return super().get_context_data(**self.choices(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        typed = {name: request.POST.get(name, "") for name in ("username", "full_name", "org", "role")}
        try:
            token = ops.invite(
                username=typed["username"], full_name=typed["full_name"], role=typed["role"], by=self.actor,
                org_id=chosen_org(typed["org"], self.actor.org_ids(Verb.CONFIGURE)),
            )  # fmt: skip
        except Refusal as refusal:
            return self.page(status_of(refusal), typed=typed, refusal=refusal)
        return self.page(link=link_of(request, token), typed=typed)


def link_of(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(f"/accounts/enter/{token}/")


class UserPage(_Administration):
    template_name = "staff/user.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.require()
        person = self.user(kwargs["pk"])
        grants = queries.grants_of([person], self.actor).get(person.pk, [])
        return super().get_context_data(person=person, grants=grants, **self.choices(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        """Another role."""
        self.user(pk)
        ops.grant_role(
            pk, org_id=chosen_org(request.POST.get("org", ""), self.actor.org_ids(Verb.CONFIGURE)),
            role=request.POST.get("role", ""), since=optional_day(request.POST.get("since", "")) or timezone.localdate(),
            until=optional_day(request.POST.get("until", "")), by=self.actor,
        )  # fmt: skip
        messages.success(request, "已授予角色")
        return redirect("settings-user", pk=pk)


class NewLink(Acting, _Administration):
    template_name = "staff/user.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.user(kwargs["pk"])
        grants = queries.grants_of([person], self.actor).get(person.pk, [])
        return super().get_context_data(person=person, grants=grants, **self.choices(), **kwargs)

    def post(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        self.user(pk)
        return self.page(link=link_of(request, ops.renew_link(pk, by=self.actor)))


class ActiveSwitch(Acting, _Administration):
    def post(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        person = self.user(pk)
        ops.set_active(pk, not person.is_active, by=self.actor)
        messages.success(request, "已停用，不能再登录" if person.is_active else "已启用")
        return redirect("settings-user", pk=pk)


class EndRole(Acting, _Administration):
    def post(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        user_id = ops.end_role(pk, by=self.actor)
        messages.success(request, "已终止角色")
        return redirect("settings-user", pk=user_id)
