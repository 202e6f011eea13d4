"""What waits is kept until the ledger moves on, for each reader by his own reach."""

import pytest

from kebridge.core.access.models import RoleGrant, User
from kebridge.core.records import ops, waiting
from kebridge.core.records import register as registers
from tests.support.world import SYSTEM, Role, World, make_world, save

pytestmark = pytest.mark.django_db(transaction=True)
SESSION = {
    "org": "CITY",
    "day": "2024-04-12",
    "kind": "中心组学习",
    "holder": "党组",
    "ordinal": "1",
    "days": "1",
}


@pytest.fixture
def world() -> World:
    made = make_world()
    ops.set_review(registers.get("party_sessions"), True, by=SYSTEM)
    return made


def waits(by: object) -> list[tuple[str, int]]:
    return [
        (one.register.code, one.to_review) for one in waiting.waiting([registers.get("party_sessions")], by)
    ]  # type: ignore[arg-type]


def test_a_record_of_the_circle_waits_for_the_circle_alone_and_no_longer_than_it_does(world: World) -> None:
    office, clerk = world.person("ban", ("CITY", Role.OFFICE)), world.person("ye", ("CITY", Role.CLERK))
    assert (waits(office), waits(clerk)) == ([], [])
    enterer = world.person("lu", ("CITY", Role.LEADER), ("CITY", Role.CLERK))
    record = save("party_sessions", by=enterer, raw=SESSION)
    assert record.state == "pending"
    assert (waits(office), waits(clerk)) == ([("party_sessions", 1)], [])
    RoleGrant.objects.filter(user__username="ban").update(role=Role.CLERK)
    assert waits(type(office).of(User.objects.get(username="ban"))) == []
    other = world.person("sh", ("CITY", Role.OFFICE))
    assert waits(other) == [("party_sessions", 1)]
    ops.move_record(registers.get("party_sessions"), record.pk, "accept", by=other)
    assert waits(other) == []
