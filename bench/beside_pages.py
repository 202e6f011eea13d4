"""One installation that answers for its pages: `python -m bench.beside_pages` beside an earlier one.

Requests are lines of JSON on the standard input, answers are lines of JSON on the standard output. It runs with the
program of either commit, and so uses only what both have.
"""

import json
import os
import random
import re
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import django

READER, KEEPER, AUDITOR = "bangong", "guanli", "shenji"
YEAR = 2024
KNOWN = {
    "home": f"/?year={YEAR}",
    "inbox": "/inbox/",
    "who has not reported": f"/missing/?year={YEAR}",
    "catalogue of figures": f"/figures/?period={YEAR}",
    "whole home": f"/?year={YEAR}&whole=1",
    "whole catalogue": f"/figures/?period={YEAR}&whole=1",
    "whole figure": "/figures/activities.on_site/?scope={top}&period=2024&whole=1",
    "one figure": "/figures/activities.on_site/?scope={top}&period=2024",
    "reports": "/reports/",
    "search": "/search/?q=馆",
    "imports": "/imports/",
}
OF_OTHERS = {
    "audit": (KEEPER, "/settings/audit/"),
    "users": (KEEPER, "/settings/users/"),
    "ledger": (AUDITOR, "/ledger/"),
}


def addresses() -> dict[str, tuple[str, str]]:
    """Every page by its name: who opens it, and where it stands in this installation."""
    from kebridge.core.orgs.trees import latest_tree  # noqa: PLC0415 - after `start`
    from kebridge.core.records import register as registers  # noqa: PLC0415

    top = next(node.code for node in latest_tree().by_code.values() if node.parent is None)
    found = {name: (READER, where.format(top=top)) for name, where in KNOWN.items()} | OF_OTHERS
    for one in registers.every():
        base = f"/r/{one.code}/"
        page = _get(READER, base)
        if page.status_code != 200:
            continue
        found[f"list {one.code}"] = (READER, base)
        record = re.search(rf'href="({base}\d+/)', page.content.decode())
        if record:
            found[f"record {one.code}"] = (READER, record[1])
        found[f"new {one.code}"] = (READER, f"{base}new/")
    for code in ("activities", "visits"):
        found[f"paste {code}"] = (READER, f"/r/{code}/paste/")
        found[f"totals {code}"] = (READER, f"/r/{code}/totals/")
    for code in ("visits", "honours"):
        found[f"export {code}"] = (READER, f"/r/{code}/export/")
    report = re.search(r"/reports/\d+/", _get(READER, "/reports/").content.decode())
    if report:
        found["a report"] = (READER, report[0])
    return found


def opened(who: str, address: str, times: int) -> dict[str, Any]:
    """The queries and milliseconds of one opening, and the milliseconds of so many more."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    start = time.perf_counter()
    with CaptureQueriesContext(connection) as asked:
        answer = _get(who, address)
    # Counted at once: the next opening begins the list of queries anew.
    first, queries = (time.perf_counter() - start) * 1000, len(asked)
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        _get(who, address)
        taken.append((time.perf_counter() - start) * 1000)
    return {"status": answer.status_code, "queries": queries, "first_ms": first, "ms": taken}


def fill(activities: int) -> int:
    """So many activities more, of one session each, spread over the organisations and five years."""
    from django.db import connection  # noqa: PLC0415

    from kebridge.core.access.actors import Actor  # noqa: PLC0415
    from kebridge.core.ledger import bulk, sources, store  # noqa: PLC0415
    from kebridge.core.ledger.postings import posting  # noqa: PLC0415
    from kebridge.core.orgs.trees import latest_tree  # noqa: PLC0415
    from kebridge.core.records import register as registers  # noqa: PLC0415
    from kebridge.rooms.activities.models import Activity, Session  # noqa: PLC0415

    chosen, orgs = random.Random(1), sorted(node.id for node in latest_tree().by_code.values())
    none: dict[str, Any] = {name: [] for name in registers.get("activities").prefetch if "__" not in name}
    roots = []
    for number in range(activities):
        day = date(YEAR - 4, 1, 1) + timedelta(days=chosen.randrange(365 * 5))
        root = Activity(org_id=chosen.choice(orgs), title=f"测量活动{number}", day=day, kind="lecture", state="counted",
                        basis="counted")  # fmt: skip
        session = Session(day=day, on_site=chosen.randrange(500), place="school")
        root._prefetched_objects_cache = {**none, "sessions": [session]}
        roots.append(root)
    with posting(by=Actor.system("测量"), reason="测量") as block:
        bulk.insert(bulk.prepare(sources.get("activities"), roots, store.TagSets()), block)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return activities


def _get(who: str, address: str) -> Any:
    return _client(who).get(address)


_CLIENTS: dict[str, Any] = {}


def _client(who: str) -> Any:
    from django.test import Client  # noqa: PLC0415

    from kebridge.core.access.models import User  # noqa: PLC0415

    if who not in _CLIENTS:
        _CLIENTS[who] = Client()
        backend = "allauth.account.auth_backends.AuthenticationBackend"
        _CLIENTS[who].force_login(User.objects.get(username=who), backend=backend)
    return _CLIENTS[who]


def _forget() -> bool:
    from django.core.cache import cache  # noqa: PLC0415

    cache.clear()
    return True


WORK: dict[str, Callable[..., Any]] = {
    "addresses": addresses,
    "opened": opened,
    "fill": fill,
    "forget": _forget,
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
    django.setup()
    from django.conf import settings  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["*"]
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        name, *parts = json.loads(line)
        print(json.dumps(WORK[name](*parts)), file=answers, flush=True)


if __name__ == "__main__":
    main()
