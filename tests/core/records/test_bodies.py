"""Names of bodies: one county's 第一小学 is not its neighbour's; a batch decides as single entries do."""

import pytest

from kebridge.core.records.lookups import Lookups
from kebridge.core.records.models import Body
from kebridge.core.records.writing import enter_new_bodies
from tests.support.world import SYSTEM, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def entered(world: World, *named: tuple[str, str], one_by_one: bool) -> list[tuple[str, str]]:
    """(organisation code, name) of the bodies that (name, owner code) give rise to."""
    rows = [(name, "school", world[owner]) for name, owner in named]
    for batch in [[row] for row in rows] if one_by_one else [rows]:
        enter_new_bodies(batch, Lookups(SYSTEM), by=SYSTEM)
    codes = {pk: code for code, pk in world.ids.items()}
    return sorted((codes[body.org_id], body.name) for body in Body.objects.unscoped("test"))


@pytest.mark.parametrize("one_by_one", [True, False])
@pytest.mark.parametrize(
    ("named", "bodies"),
    [
        ([("第一小学", "A"), ("第一小学", "B")], [("A", "第一小学"), ("B", "第一小学")]),
        ([("第一小学", "A"), ("第一小学", "AM")], [("A", "第一小学")]),
        ([("演示大学", "CITY"), ("演示大学", "A"), ("演示大学", "B")], [("CITY", "演示大学")]),
        ([("甲县中学", "A"), ("甲县中学", "M")], [("A", "甲县中学")]),
        ([("第一小学", "A"), ("第一小学", "B"), ("第一小学", "M")],
         [("A", "第一小学"), ("B", "第一小学"), ("CITY", "第一小学")]),
    ],
)  # fmt: skip
def test_a_name_means_the_body_of_the_own_region_or_above_or_the_only_one_below(
    world: World, named: list[tuple[str, str]], bodies: list[tuple[str, str]], one_by_one: bool
) -> None:
    assert entered(world, *named, one_by_one=one_by_one) == bodies
