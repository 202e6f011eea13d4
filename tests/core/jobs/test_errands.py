"""Errands: made once, again after a kill, for who asked alone, with his rights of now, and kept for some days."""

from datetime import timedelta
from typing import IO, Any

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kebridge.core.access.actors import Denied
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import Verb
from kebridge.core.audit.models import Entry
from kebridge.core.files import store
from kebridge.core.jobs.errands import names, ops, running
from kebridge.core.jobs.errands.kinds import Kind
from kebridge.core.jobs.models import Errand, ErrandState
from kebridge.core.jobs.worker import HouseWorker
from kebridge.core.ledger.models import Posting
from kebridge.core.refusal import Refusal
from tests.support.world import SYSTEM, Role, World, make_world, visit

pytestmark = pytest.mark.django_db(transaction=True)
LONG_AGO = timedelta(minutes=10)


class Killed(BaseException):
    """The worker is gone: nothing after it runs."""


class Letter(Kind):
    """A kind for the tests; `cut` breaks so many runs off in the middle of writing."""

    cut = 0

    def require(self, args: dict[str, Any], *, by: Any) -> None:
        by.require(Verb.EXPORT, args["org"])

    def make(self, args: dict[str, Any], into: IO[bytes], *, by: Any, progress: Any) -> dict[str, Any]:
        into.write(b"half")
        progress("写信", 1, 2)
        if Letter.cut:
            Letter.cut -= 1
            raise Killed
        into.write(f", whole for {by.name}".encode())
        return {}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setitem(names.ADDRESSES, "letter", f"{__name__}.Letter")
    monkeypatch.setattr(Letter, "cut", 0)
    return make_world()


@pytest.fixture
def clerk(world: World) -> Any:
    return world.person("ren", ("A", Role.CLERK))


def ask(world: World, by: Any, org: str = "A") -> Errand:
    return ops.ask("letter", {"org": world[org]}, "一封信", by=by, filename="信.txt")


def work(errand: Errand) -> Errand:
    HouseWorker(batch=True, with_schedule=False).run()
    errand.refresh_from_db()
    return errand


def left_by_a_dead_worker() -> None:
    DBTaskResult.objects.filter(status="READY").update(
        status="RUNNING", worker_ids=["dead"], started_at=timezone.now() - LONG_AGO
    )


def kept() -> set[str]:
    return {path.name for path in store.outputs.path("0" * 64).parents[2].glob("*/*/*")}


def state_of_world() -> tuple[Any, ...]:
    return (
        Posting.objects.count(),
        Entry.objects.count(),
        list(Errand.objects.values_list("pk", "state", "digest")),
    )


def test_asked_made_fetched_and_audited(world: World, clerk: Any) -> None:
    errand = work(ask(world, clerk))
    assert (errand.state, errand.attempts) == (ErrandState.DONE, 1)
    _, path = ops.fetch(errand.pk, by=clerk)
    assert path.read_bytes() == f"half, whole for {clerk.name}".encode()
    told = Entry.objects.filter(source_type="errands").order_by("pk")
    assert list(told.values_list("action", "actor_name")) == [
        ("ask", clerk.name), ("make", clerk.name), ("export", clerk.name)]  # fmt: skip


def test_a_run_killed_in_the_middle_runs_again_from_the_start(world: World, clerk: Any) -> None:
    errand, before = ask(world, clerk), kept()
    Letter.cut = 1
    with pytest.raises(Killed):
        running.run(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.step, errand.digest) == (ErrandState.RUNNING, "写信", "")
    assert kept() == before
    left_by_a_dead_worker()
    errand = work(errand)
    assert (errand.state, errand.attempts) == (ErrandState.DONE, 2)
    assert ops.fetch(errand.pk, by=clerk)[1].read_bytes().startswith(b"half, whole")
    assert Entry.objects.filter(action="make", source_id=errand.pk).count() == 1


def test_one_that_kills_every_worker_ends(world: World, clerk: Any) -> None:
    errand = ask(world, clerk)
    Letter.cut = running.MOST_ATTEMPTS + 1
    for _ in range(running.MOST_ATTEMPTS):
        with pytest.raises(Killed):
            running.run(errand.pk)
    running.run(errand.pk)
    errand.refresh_from_db()
    assert (errand.state, errand.digest) == (ErrandState.FAILED, "")
    assert "多次中断" in errand.message


def test_done_is_done_when_its_task_runs_twice(world: World, clerk: Any) -> None:
    errand = work(ask(world, clerk))
    before = state_of_world()
    running.run(errand.pk)
    assert state_of_world() == before


def test_asked_twice_is_one_until_something_changes(world: World, clerk: Any) -> None:
    first = ask(world, clerk)
    assert ask(world, clerk) == first
    work(first)
    assert ask(world, clerk) == first
    assert ask(world, clerk, "AM") != first
    visit(world, "AM", "2024-03-05", 7)
    assert ask(world, clerk) != first


def test_another_s_is_not_given_and_nothing_changes(world: World, clerk: Any) -> None:
    errand = work(ask(world, clerk))
    boss = world.person("ban", ("CITY", Role.OFFICE))
    before = state_of_world()
    for act in (ops.find, ops.fetch):
        with pytest.raises(Errand.DoesNotExist):
            act(errand.pk, by=boss)
    assert not ops.visible(boss).exists()
    assert state_of_world() == before
    assert ask(world, boss) != errand


def test_who_may_not_have_it_cannot_ask(world: World, clerk: Any) -> None:
    before = state_of_world()
    with pytest.raises(Denied):
        ask(world, clerk, "B")
    assert state_of_world() == before
    assert not DBTaskResult.objects.exists()


def test_rights_are_asked_again_at_the_making(world: World, clerk: Any) -> None:
    errand, closed = ask(world, clerk), ask(world, world.person("er", ("A", Role.CLERK)))
    RoleGrant.objects.filter(user__username="ren").delete()
    User.objects.filter(username="er").update(is_active=False)
    work(errand)
    closed.refresh_from_db()
    assert (errand.state, errand.digest) == (ErrandState.FAILED, "")
    assert (closed.state, closed.message) == (ErrandState.FAILED, "经办人的账号已停用。")


def test_rights_are_asked_again_at_the_fetching(world: World) -> None:
    leader = world.person("ling", ("A", Role.LEADER))
    errand = work(ask(world, leader))
    RoleGrant.objects.filter(user__username="ling").update(role=Role.AUDITOR)
    narrower = type(leader).of(User.objects.get(username="ling"))
    assert narrower.can(Verb.EXPORT, world["A"])
    before = state_of_world()
    with pytest.raises(Denied, match="权限变了"):
        ops.fetch(errand.pk, by=narrower)
    assert state_of_world() == before
    assert ask(world, narrower) != errand


def test_files_are_kept_some_days_and_strays_not_at_all(world: World, clerk: Any) -> None:
    errand = work(ask(world, clerk))
    path = store.outputs.path(errand.digest)
    now = timezone.now()
    assert ops.forget_old(by=SYSTEM, now=now + timedelta(days=6)) == 0
    assert path.exists()
    stray = path.parent / "half-written"
    stray.write_bytes(b"half")
    assert ops.forget_old(by=SYSTEM, now=now + timedelta(days=8)) == 1
    assert not path.exists()
    assert not stray.exists()
    errand.refresh_from_db()
    assert errand.state == ErrandState.GONE
    with pytest.raises(Refusal, match="保存期"):
        ops.fetch(errand.pk, by=clerk)
    assert ask(world, clerk) != errand
    with pytest.raises(Denied):
        ops.forget_old(by=clerk)
    ops.forget_old(by=SYSTEM, now=now + timedelta(days=91))
    assert not Errand.objects.exists()


def test_a_lost_file_is_made_again(world: World, clerk: Any) -> None:
    errand = work(ask(world, clerk))
    store.outputs.drop(errand.digest)
    again = work(ask(world, clerk))
    assert again != errand
    assert ops.fetch(again.pk, by=clerk)[1].exists()
