"""What was computed for one reader is not told to another who may see less."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

SEEN_ALONE = "/figures/t.{}/?scope=A&period=2024&whole=1"
LOCAL = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
OF_PARENT = """
- {name: t.of_parent, title: 占上级比重, unit: "%", kind: share, of: venues.visits, whole: parent, decimals: 1, help: 占上级的比重}
- {name: t.rank, title: 位次, unit: 位, kind: rank, of: venues.visits, good_direction: up, help: 同级之间的位次}
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["of_parent", "rank"])
@override_settings(CACHES=LOCAL)
def test_siblings_and_parent_are_not_told_from_what_the_city_opened_before(name: str) -> None:
    from kebridge.core.access.models import User
    from kebridge.figures import metrics
    from tests.support.world import make_world, visit

    cache.clear()
    world: Any = make_world()
    world.add_org("BM", "演示乙县科技馆", "museum", "B")
    visit(world, "AM", "2024-03-05", 300)
    visit(world, "BM", "2024-03-05", 40_777)

    def told(username: str, org: str) -> tuple[int, str]:
        world.person(username, (org, "clerk"))
        client = Client()
        client.force_login(User.objects.get(username=username))
        answer = client.get(SEEN_ALONE.format(name))
        return answer.status_code, answer.content.decode()

    with metrics.using([*metrics.every(), *metrics.load(OF_PARENT, "tests")]):
        status, page = told("city", "CITY")
        assert status == 200
        assert "40,777" in page or "41,077" in page
        status, page = told("county", "A")
    assert status == 403
    assert "40,777" not in page
    assert "41,077" not in page
