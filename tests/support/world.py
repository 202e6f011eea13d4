"""A small invented world for tests: a city, two counties, a museum, people with roles."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.access.roles import Role
from kebridge.core.records import register as registers
from kebridge.core.records.ops import save_record
from kebridge.rooms.organisations.ops import found_top

SYSTEM = Actor.system("测试")
LONG_AGO = date(2010, 1, 1)


@dataclass
class World:
    """Codes: CITY; A, B (counties of it); M (city museum); AM (museum of A)."""

    ids: dict[str, int]

    def __getitem__(self, code: str) -> int:
        return self.ids[code]

    def add_org(self, code: str, name: str, org_type: str, parent: str, **more: Any) -> int:
        card = save(
            "organisations", by=SYSTEM,
            raw={"code": code, "name": name, "type": org_type, "org": parent, "known_from": "2010-01-01", **more},
        )  # fmt: skip
        self.ids[code] = card.pk
        return card.pk

    def person(self, username: str, *roles: tuple[str, str]) -> Actor:
        """An actor with (organisation code, role) grants."""
        user = User.objects.create_user(username, password="a-long-password-1", full_name=f"测试{username}")
        for code, role in roles:
            RoleGrant.objects.create(user=user, org_id=self.ids[code], role=role, since=LONG_AGO)
        return Actor.of(user, "127.0.0.1")


def make_world() -> World:
    top = found_top(code="CITY", name="演示市科协", by=SYSTEM)
    world = World({"CITY": top.pk})
    world.add_org("A", "演示甲县科协", "district", "CITY")
    world.add_org("B", "演示乙县科协", "district", "CITY")
    world.add_org("M", "演示市科技馆", "museum", "CITY")
    world.add_org("AM", "演示甲县科技馆", "museum", "A")
    return world


def save(
    code: str, *, by: Actor, raw: dict[str, Any], lines: list[dict[str, Any]] | None = None, **more: Any
) -> Any:
    return save_record(registers.get(code), raw, lines or [], by=by, **more)


def visit(world: World, org: str, day: str, individuals: int, grouped: int = 0, *, by: Actor = SYSTEM) -> Any:
    return save("visits", by=by, raw={"org": org, "day": day, "individuals": individuals, "grouped": grouped})


def activity(
    world: World, org: str, title: str, day: str, *, by: Actor = SYSTEM, sessions: Any = None, **raw: Any
) -> Any:
    lines = sessions if sessions is not None else [{"day": day, "on_site": 100}]
    return save("activities", by=by, raw={"org": org, "title": title, "day": day, "kind": "报告会/讲座", **raw},
                lines=lines)  # fmt: skip


__all__ = ["SYSTEM", "Role", "World", "activity", "make_world", "save", "visit"]
