"""Point 9: how long the server works on a page with so many activities behind it, opened again and opened first."""

import os
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.lines import Line
from kebridge.core.access.models import User
from kebridge.core.ledger import bulk, sources, store
from kebridge.core.ledger.postings import posting
from kebridge.core.records import register as registers
from kebridge.rooms.activities.models import Activity, Session
from tests.support.world import SYSTEM, make_world

LIMIT = 0.1
TIMES = 7
YEARS, LAST = 5, 2024
COUNTIES = 40
FIGURE = f"/figures/activities.on_site/?scope=CITY&period={LAST}"
# Pages must stand within the limit; parts are asked for after them.
PAGES = (
    f"/?year={LAST}",
    "/inbox/",
    "/r/activities/",
    "/r/activities/?page=20",
    "/r/visits/",
    "/figures/",
    FIGURE,
)
PARTS = (f"/glance/?year={LAST}", "/r/activities/totals/", f"{FIGURE}&part=parts", f"{FIGURE}&part=lines")


def measure(activities: int, _: int) -> list[Line]:
    """Each page and part: what was computed before is known, and nothing is."""
    _fill(activities)
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(User.objects.get(username="bench"), backend=backend)
    return [
        _line(client, address, f"{activities:,} activities", is_page=address in PAGES, is_known=is_known)
        for address in (*PAGES, *PARTS)
        for is_known in (True, False)
    ]


def _line(client: Client, address: str, note: str, *, is_page: bool, is_known: bool) -> Line:
    def before() -> None:
        if not is_known:
            cache.clear()

    worked, waited = _times(lambda: client.get(address), before)
    before()
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    name = f"{'page' if is_page else 'part'} {address}{'' if is_known else ', first'}"
    return Line(
        name, connection.vendor, median(waited), worst=max(waited), aim_seconds=LIMIT if is_page else None,
        note=f"{len(asked)} queries, {median(worked) * 1000:.0f} ms of processor, {median(waited) / LIMIT:.2f} of the"
        f" limit, {note}",
    )  # fmt: skip


def _times(work: Callable[[], Any], before: Callable[[], None]) -> tuple[list[float], list[float]]:
    """Processor and wall seconds of each time; processes that run beside add to the second alone."""
    before()
    assert work().status_code == 200
    worked, waited = [], []
    for _ in range(TIMES):
        before()
        processor, wall = time.process_time(), time.perf_counter()
        work()
        worked.append(time.process_time() - processor)
        waited.append(time.perf_counter() - wall)
    return worked, waited


def _fill(activities: int) -> None:
    world, chosen = make_world(), random.Random(1)
    orgs = [world.add_org(f"C{n}", f"演示第{n}县科协", "district", "CITY") for n in range(COUNTIES)]
    world.person("bench", ("CITY", "office"))
    User.objects.filter(username="bench").update(is_active=True)
    # Lists left out here would each be asked for, of every activity.
    none: dict[str, list[Any]] = {
        name: [] for name in registers.get("activities").prefetch if "__" not in name
    }
    roots = []
    for number in range(activities):
        day = date(LAST - YEARS + 1, 1, 1) + timedelta(days=chosen.randrange(365 * YEARS))
        root = Activity(org_id=chosen.choice(orgs), title=f"活动{number}", day=day, kind="lecture", state="counted",
                        basis="counted")  # fmt: skip
        session = Session(day=day, on_site=chosen.randrange(500), place="school")
        root._prefetched_objects_cache = {**none, "sessions": [session]}
        roots.append(root)
    prepared = bulk.prepare(sources.get("activities"), roots, store.TagSets())
    with posting(by=SYSTEM, reason="测量") as block:
        bulk.insert(prepared, block)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    os.sync()
