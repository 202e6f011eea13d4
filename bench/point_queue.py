"""Point 6: the worst wait of many writers on SQLite, in the fair queue and with Django's own settings."""

import multiprocessing
import sqlite3
import time
import warnings
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection

from bench.lines import Line, in_pairs

WRITERS = 8
TURNS = 40
THINKING = 0.001
_CREATE = "CREATE TABLE IF NOT EXISTS bench_turn (id integer PRIMARY KEY AUTOINCREMENT, writer integer)"


# Connections of these processes are no part of an installation; nothing is wrong with their early use.
warnings.filterwarnings("ignore", message="Accessing the database during app initialization")


def measure(_: int, repeats: int) -> list[Line]:
    """Worst of all waits, median over the turns; PostgreSQL queues by itself and has nothing to compare."""
    if connection.vendor != "sqlite":
        return []
    engine = str(settings.DATABASES["default"]["ENGINE"])
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20}
    found: dict[str, list[tuple[float, int]]] = {"ours": [], "peer": []}

    def ours() -> None:
        found["ours"].append(_run(engine, options))

    def peer() -> None:
        found["peer"].append(_run("django.db.backends.sqlite3", {}))

    in_pairs(ours, peer, repeats, warm_up=False)
    mine, theirs = ([worst for worst, _ in found[who]] for who in ("ours", "peer"))
    refused = [median(times for _, times in found[who]) for who in ("ours", "peer")]
    note = f"refused and tried again: {refused[0]:.0f} ours, {refused[1]:.0f} Django's, of {WRITERS * TURNS} writes"
    name = f"worst wait of {WRITERS} writers"
    return [Line(name, "sqlite", median(mine), median(theirs), max(mine), aim_ratio=1.0, note=note)]


def _run(engine: str, options: dict[str, Any]) -> tuple[float, int]:
    """The worst wait for a write of any writer, and how many were refused (database is locked)."""
    path = Path(str(settings.DATA)) / f"queue-{time.monotonic_ns()}.sqlite3"
    with sqlite3.connect(path) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute(_CREATE)
    context = multiprocessing.get_context("spawn")
    with context.Pool(WRITERS) as pool:
        found = pool.starmap(
            _write, [(engine, str(path), options, writer) for writer in range(WRITERS)], chunksize=1
        )
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    return max(worst for worst, _ in found), sum(refused for _, refused in found)


def _write(engine: str, path: str, options: dict[str, Any], writer: int) -> tuple[float, int]:
    """Read, think, write in one transaction, as a request does; who is refused tries again at once."""
    from django.db import OperationalError, transaction  # noqa: PLC0415 - in a process of its own
    from django.db.utils import ConnectionHandler  # noqa: PLC0415

    database = ConnectionHandler({"default": {"ENGINE": engine, "NAME": path, "OPTIONS": options}})["default"]
    transaction.get_connection = lambda *_: database
    worst, refused = 0.0, 0
    for _ in range(TURNS):
        start, is_done = time.perf_counter(), False
        while not is_done:
            try:
                with transaction.atomic(), database.cursor() as cursor:
                    cursor.execute("SELECT COUNT(*) FROM bench_turn")
                    time.sleep(THINKING)
                    cursor.execute("INSERT INTO bench_turn (writer) VALUES (%s)", [writer])
                is_done = True
            except OperationalError:
                refused += 1
        worst = max(worst, time.perf_counter() - start)
    return worst, refused
