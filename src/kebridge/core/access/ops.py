"""Accounts: given by an administrator, entered by a one-time link, kept to the organisations he may configure."""

import hashlib
import secrets
from datetime import date, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import RoleGrant, SignInLink, User
from kebridge.core.access.roles import PERMISSIONS, Role, Verb, who_can
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.orgs.trees import tree_today
from kebridge.core.refusal import Refusal

LINK_HOURS = 24
SOURCE = "users"


def invite(*, username: str, full_name: str, org_id: int, role: str, by: Actor) -> str:
    """Make an account with one role; returns the token of its one-time link. Refuses a name that is taken."""
    username, full_name = username.strip(), full_name.strip()
    by.require(Verb.CONFIGURE, org_id, "新增用户")
    _require_role(role)
    if not username or not full_name:
        raise Refusal("用户名和姓名都要填")
    try:
        with write_transaction():
            user = User.objects.create(username=username, full_name=full_name)
            user.set_unusable_password()
            user.save(update_fields=["password"])
            RoleGrant.objects.create(user=user, org_id=org_id, role=role)
            told = f"新增用户{full_name}，{tree_today().name(org_id)}，{Role(role).label}"
            audit.record([Event("invite", told, SOURCE, user.pk, org_id)], by=by)
            return _new_link(user)
    except IntegrityError as error:
        raise Refusal(f"用户名“{username}”已经有人用了", repair="请换一个用户名") from error


def renew_link(user_id: int, *, by: Actor) -> str:
    """A fresh one-time link, for instance for a forgotten password; older ones lapse."""
    user = _configurable(user_id, by)
    with write_transaction():
        SignInLink.objects.filter(user=user, used=None).update(used=timezone.now())
        audit.record([Event("link", f"为{user.display_name}生成一次性登录链接", SOURCE, user.pk)], by=by)
        return _new_link(user)


def _new_link(user: User) -> str:
    token = secrets.token_urlsafe(32)
    expires = timezone.now() + timedelta(hours=LINK_HOURS)
    SignInLink.objects.create(user=user, digest=digest_of(token), expires=expires)
    return token


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_holder(token: str) -> User:
    """Whose link it is, without using it. Raises Refusal: unknown, used or out of date."""
    link = (
        SignInLink.objects.filter(digest=digest_of(token), used=None, expires__gt=timezone.now())
        .select_related("user")
        .first()
    )
    if link is None or not link.user.is_active:
        raise Refusal(
            "这个登录链接已经用过或已过期", repair="请系统管理员重新生成一个", who_can=who_can(Verb.CONFIGURE)
        )
    user: User = link.user
    return user


def use_link(token: str, *, password: str, address: str = "") -> User:
    """Use the link up and set the password. Raises Refusal: weak password, or the link is spent (also under a race)."""
    user = link_holder(token)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refusal("；".join(error.messages), repair="请换一个密码") from error
    with write_transaction():
        # One conditional update decides which of two simultaneous uses is the first.
        is_first = SignInLink.objects.filter(digest=digest_of(token), used=None).update(used=timezone.now())
        if not is_first:
            raise Refusal("这个登录链接已经用过", repair="请系统管理员重新生成一个")
        user.set_password(password)
        user.save(update_fields=["password"])
        audit.record([Event("enter", "用一次性链接设置密码", SOURCE, user.pk)], by=Actor.of(user, address))
    return user


def grant_role(
    user_id: int, *, org_id: int, role: str, since: date, by: Actor, until: date | None = None
) -> RoleGrant:
    """Give a role on an organisation from a day on. Refuses one that stands already."""
    user = _configurable(user_id, by)
    by.require(Verb.CONFIGURE, org_id, "授予角色")
    _require_role(role)
    if until and until < since:
        raise Refusal("止期早于起期")
    try:
        with write_transaction():
            grant = RoleGrant.objects.create(user=user, org_id=org_id, role=role, since=since, until=until)
            told = f"授予{user.display_name}：{tree_today().name(org_id)}，{Role(role).label}"
            audit.record([Event("grant", told, SOURCE, user.pk, org_id)], by=by)
    except IntegrityError as error:
        raise Refusal("同一天已授予过这个角色") from error
    return grant


def end_role(grant_id: int, *, by: Actor) -> int:
    """From today on the role no longer holds; returns whose it was.

    Refuses to end the last one that can configure the system.
    """
    with write_transaction():
        grant = RoleGrant.objects.select_for_update().filter(pk=grant_id).first()
        if grant is None:
            raise Refusal("没有这个角色", repair="请刷新后再看")
        by.require(Verb.CONFIGURE, grant.org_id, "终止角色")
        if _is_last_administrator(grant):
            raise Refusal("这是最后一个系统管理角色，不能终止", repair="请先授予另一个人")
        yesterday = timezone.localdate() - timedelta(days=1)
        if grant.since > yesterday:
            grant.delete()
        else:
            grant.until = yesterday
            grant.save(update_fields=["until"])
        told = f"终止{grant.user.display_name}：{tree_today().name(grant.org_id)}，{grant.get_role_display()}"
        audit.record([Event("end_role", told, SOURCE, grant.user_id, grant.org_id)], by=by)
    return grant.user_id


def set_active(user_id: int, active: bool, *, by: Actor) -> None:
    """Stop an account or let it in again; nobody stops himself."""
    user = _configurable(user_id, by)
    if user.pk == by.user_id:
        raise Refusal("不能停用自己的账号")
    with write_transaction():
        user.is_active = active
        user.save(update_fields=["is_active"])
        audit.record(
            [Event("account", f"{'启用' if active else '停用'}{user.display_name}", SOURCE, user.pk)], by=by
        )


def set_elder_mode(user: User, on: bool) -> None:
    user.elder_mode = on
    user.save(update_fields=["elder_mode"])


def _configurable(user_id: int, by: Actor) -> User:
    """A user all of whose standing roles lie within the actor's reach: else his account could be taken over."""
    user = User.objects.filter(pk=user_id).first()
    orgs = set(RoleGrant.objects.in_force(user_id).values_list("org_id", flat=True))
    reach = by.org_ids(Verb.CONFIGURE)
    known = orgs or set(RoleGrant.objects.filter(user_id=user_id).values_list("org_id", flat=True))
    if user is None or not known or not known <= reach:
        raise Denied("您没有管理这个用户的权限", who_can=who_can(Verb.CONFIGURE))
    return user


def _require_role(role: str) -> None:
    if role not in Role.values:
        raise Refusal("没有这个角色", repair="请从列表中选择")


def _is_last_administrator(grant: RoleGrant) -> bool:
    if Verb.CONFIGURE not in PERMISSIONS[grant.role] or grant.org_id not in tree_today().roots:
        return False
    able = [role for role, verbs in PERMISSIONS.items() if Verb.CONFIGURE in verbs]
    today = timezone.localdate()
    others = RoleGrant.objects.filter(role__in=able, org_id__in=tree_today().roots, since__lte=today)
    others = others.exclude(until__lt=today).exclude(pk=grant.pk)
    return not others.filter(user__is_active=True).exists()
