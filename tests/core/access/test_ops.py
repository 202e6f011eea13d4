"""Accounts are given within reach; a link works once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from kebridge.core.access import ops
from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import RoleGrant, SignInLink, User
from kebridge.core.audit.models import Entry
from kebridge.core.refusal import Refusal

PASSWORD = "一个很长的密码-2024"


def invite(by, org_id, role="clerk", username="new"):
    return ops.invite(username=username, full_name="新同事", org_id=org_id, role=role, by=by)


def test_an_invitation_makes_an_account_without_password(world):
    admin = world.person("admin", ("CITY", "admin"))
    token = invite(admin, world["A"])
    user = User.objects.get(username="new")
    assert not user.has_usable_password()
    assert ops.link_holder(token) == user
    assert not SignInLink.objects.filter(digest=token).exists(), "only a digest is stored"
    assert Entry.objects.filter(action="invite", source_id=user.pk).count() == 1


def test_a_link_works_once(world):
    token = invite(world.person("admin", ("CITY", "admin")), world["A"])
    user = ops.use_link(token, password=PASSWORD)
    assert user.check_password(PASSWORD)
    with pytest.raises(Refusal, match="已经用过"):
        ops.use_link(token, password="另一个很长的密码-2024")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_of_two_uses_at_once_only_one_succeeds(world, monkeypatch):
    token = invite(world.person("admin", ("CITY", "admin")), world["A"])
    holder = ops.link_holder(token)
    # Both have read the link as unused before either writes.
    monkeypatch.setattr(ops, "link_holder", lambda _token: holder)
    ops.use_link(token, password=PASSWORD)
    with pytest.raises(Refusal, match="已经用过"):
        ops.use_link(token, password="另一个很长的密码-2024")
    assert User.objects.get(pk=holder.pk).check_password(PASSWORD)


def test_an_old_link_and_a_weak_password_are_refused(world):
    token = invite(world.person("admin", ("CITY", "admin")), world["A"])
    with pytest.raises(Refusal):
        ops.use_link(token, password="123")
    SignInLink.objects.update(expires=timezone.now() - timedelta(minutes=1))
    with pytest.raises(Refusal, match="过期"):
        ops.use_link(token, password=PASSWORD)


def test_a_county_administrator_stays_in_the_county(world):
    admin = world.person("admin", ("A", "admin"))
    for org in ("CITY", "B"):
        with pytest.raises(Denied):
            invite(admin, world[org])
    assert not User.objects.filter(username="new").exists()


def test_who_has_a_role_elsewhere_cannot_be_taken_over(world):
    admin = world.person("admin", ("A", "admin"))
    leader = world.person("leader", ("CITY", "leader"), ("A", "clerk"))
    before = (SignInLink.objects.count(), Entry.objects.count())
    for act in (
        lambda: ops.renew_link(leader.user_id, by=admin),
        lambda: ops.set_active(leader.user_id, False, by=admin),
        lambda: ops.grant_role(
            leader.user_id, org_id=world["A"], role="office", since=timezone.localdate(), by=admin
        ),
    ):
        with pytest.raises(Denied):
            act()
    assert (SignInLink.objects.count(), Entry.objects.count()) == before
    assert User.objects.get(pk=leader.user_id).is_active


def test_a_clerk_administers_nobody(world):
    clerk, other = world.person("clerk", ("A", "clerk")), world.person("other", ("A", "reporter"))
    grant = RoleGrant.objects.get(user_id=other.user_id)
    with pytest.raises(Denied):
        ops.end_role(grant.pk, by=clerk)
    with pytest.raises(Denied):
        ops.renew_link(other.user_id, by=clerk)
    assert RoleGrant.objects.filter(pk=grant.pk, until=None).exists()


def test_an_ended_role_holds_no_longer(world):
    admin, other = world.person("admin", ("CITY", "admin")), world.person("other", ("A", "reporter"))
    ops.end_role(RoleGrant.objects.get(user_id=other.user_id).pk, by=admin)
    assert not Actor.of(User.objects.get(pk=other.user_id)).can("see")


def test_the_last_administrator_stays(world):
    admin = world.person("admin", ("CITY", "admin"))
    with pytest.raises(Refusal, match="最后一个"):
        ops.end_role(RoleGrant.objects.get(user_id=admin.user_id).pk, by=admin)


def test_the_command_gives_the_first_administrator(db, capsys):
    call_command("admin-link", org_name="演示市科协", code="YS")
    first = capsys.readouterr().out.split()[0]
    user = ops.link_holder(first.rstrip("/").rsplit("/", 1)[1])
    actor = Actor.of(user)
    assert actor.can("configure")
    assert actor.can("review")
    call_command("admin-link")
    second = capsys.readouterr().out.split()[0]
    assert ops.link_holder(second.rstrip("/").rsplit("/", 1)[1]) == user
    with pytest.raises(Refusal):
        ops.link_holder(first.rstrip("/").rsplit("/", 1)[1])
