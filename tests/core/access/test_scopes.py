"""A scoped model read without a scope raises, whatever the way of reading; with one it shows the reach only."""

import asyncio

import pytest
from django.apps import apps
from django.db.models import Count

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, ScopedQuerySet, Unscoped, User
from kebridge.core.records import register as registers
from kebridge.rooms.venues.models import VisitDay
from tests.support.world import LONG_AGO, SYSTEM, activity, make_world, visit

pytestmark = pytest.mark.django_db
SCOPED = [model for model in apps.get_models() if isinstance(model._default_manager.all(), ScopedQuerySet)]
READS = {
    "list": list,
    "len": len,
    "bool": bool,
    "iteration": lambda rows: next(iter(rows)),
    "index": lambda rows: rows[0],
    "slice": lambda rows: list(rows[:2]),
    "get": lambda rows: rows.get(pk=1),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.order_by("pk").last(),
    "latest": lambda rows: rows.latest("pk"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "contains": lambda rows: rows.contains(rows.model(pk=1)),
    "aggregate": lambda rows: rows.aggregate(n=Count("pk")),
    "iterator": lambda rows: list(rows.iterator()),
    "values": lambda rows: list(rows.values("pk")),
    "values_list": lambda rows: list(rows.values_list("pk", flat=True)),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "raw": lambda rows: list(rows.raw(f'SELECT * FROM "{rows.model._meta.db_table}"')),
    "filter": lambda rows: list(rows.filter(pk=1).exclude(pk=2).order_by("pk").distinct()),
    "select_for_update": lambda rows: list(rows.select_for_update()),
    "get_or_create": lambda rows: rows.get_or_create(pk=1),
    "update": lambda rows: rows.update(pk=1),
    "delete": lambda rows: rows.delete(),
    "union": lambda rows: list(rows.union(rows)),
    "or": lambda rows: list(rows.unscoped("a test") | rows),
    "and": lambda rows: list(rows.unscoped("a test") & rows),
    "scoped union": lambda rows: list(rows.unscoped("a test").union(rows)),
    "subquery": lambda rows: list(User.objects.filter(pk__in=rows.values("pk"))),
}


def test_every_record_and_every_line_is_scoped():
    wanted = {register.model for register in registers.every()}
    wanted |= {register.lines.model for register in registers.every() if register.lines}
    assert wanted - set(SCOPED) == set()


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_reading_without_a_scope_raises(model):
    told = set()
    for name, read in READS.items():
        with pytest.raises(Unscoped):
            read(model.objects.all())
        told.add(name)
    assert told == set(READS)


def test_reading_asynchronously_without_a_scope_raises():
    async def read():
        return [row async for row in VisitDay.objects.aiterator()]

    with pytest.raises(Unscoped):
        asyncio.run(read())


def test_a_scope_shows_the_reach_of_the_actor_and_holds_through_further_steps():
    world = make_world()
    mine, other = visit(world, "AM", "2024-03-05", 1), visit(world, "M", "2024-03-05", 2)
    user = User.objects.create(username="a")
    RoleGrant.objects.create(user=user, org_id=world["A"], role="reporter", since=LONG_AGO)
    seen = VisitDay.objects.visible_to(Actor.of(user))
    assert (list(seen), seen.count(), seen.filter(pk=other.pk).exists()) == ([mine], 1, False)
    assert list(VisitDay.objects.filter(individuals=2).visible_to(Actor.of(user))) == []
    assert set(VisitDay.objects.visible_to(SYSTEM)) == {mine, other}


def test_lines_are_scoped_by_their_record_and_reached_from_it_freely():
    world = make_world()
    one = activity(world, "A", "讲座", "2024-03-05")
    activity(world, "B", "展览", "2024-03-05")
    model = one.sessions.model
    assert one.sessions.count() == len(list(one.sessions.all())) == 1
    user = User.objects.create(username="a")
    RoleGrant.objects.create(user=user, org_id=world["A"], role="reporter", since=LONG_AGO)
    assert list(model.objects.visible_to(Actor.of(user))) == list(one.sessions.all())


def test_saying_why_is_demanded():
    with pytest.raises(AssertionError):
        VisitDay.objects.unscoped("")
