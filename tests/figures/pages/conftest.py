"""A world with two years of work, and people who look at it."""

from typing import Any

import pytest


@pytest.fixture
def world(db: None) -> Any:
    from tests.support.world import activity, make_world, visit

    made = make_world()
    for year, individuals in (("2023", 400), ("2024", 500)):
        visit(made, "M", f"{year}-03-05", individuals, 86)
        visit(made, "AM", f"{year}-04-05", 100)
        activity(made, "A", f"{year}年报告", f"{year}-03-06")
    return made


@pytest.fixture
def see(client: Any, world: Any) -> Any:
    """Sign in as a new person with roles and open an address, a figure with all that its page asks for later."""
    from kebridge.core.access.models import User

    def open_as(role: str, address: str, org: str = "CITY", **more: Any) -> Any:
        name = f"{role}-{org}".lower()
        if not User.objects.filter(username=name).exists():
            world.person(name, (org, role))
        client.force_login(User.objects.get(username=name))
        if address.startswith("/figures/") and "/?" in address and "part=" not in address:
            address += "&whole=1"
        return client.get(address, **more)

    return open_as
