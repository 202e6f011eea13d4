"""All measurements in one run: each in a process and a database of its own, on SQLite and on PostgreSQL."""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg

from bench.lines import REPEATS, Line
from tests.support import postgres

ROOT = Path(__file__).resolve().parent.parent
MILLION = 1_000_000
SIZES = {"small": (MILLION,), "full": (MILLION, 10 * MILLION)}
DATABASES = ("sqlite", "postgresql")
BULK = 50_000
# Points on a database that holds nothing yet, with their number of facts or records.
SMALL_POINTS = (("startup", 0), ("saving", 30_000), ("queue", 0), ("bulk", BULK), ("ledger", MILLION),
                ("pages", 100_000))  # fmt: skip

Say = Callable[[str], None]


@dataclass
class Place:
    """Where databases are made: a folder, and the address of a server."""

    folder: Path
    server: str
    made: int = 0

    def fresh(self, database: str) -> dict[str, str]:
        """The environment of an empty, migrated database."""
        self.made += 1
        data = self.folder / f"bench{self.made}"
        data.mkdir()
        environment = {
            **os.environ,
            "KEBRIDGE_DATA": str(data),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }
        environment.pop("KEBRIDGE_DB", None)
        if database == "postgresql":
            name = f"kebridge_bench{os.getpid()}_{self.made}"
            self.ask(f'CREATE DATABASE "{name}"')
            environment["KEBRIDGE_DB"] = f"{self.server}/{name}"
        self.run("migrate", 0, environment)
        return environment

    def drop(self, environment: dict[str, str]) -> None:
        """Give the room back."""
        for path in sorted(Path(environment["KEBRIDGE_DATA"]).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        if "KEBRIDGE_DB" in environment:
            self.ask(f'DROP DATABASE "{environment["KEBRIDGE_DB"].rsplit("/", 1)[1]}" WITH (FORCE)')

    def ask(self, sql: str) -> str:
        with psycopg.connect(f"{self.server}/postgres", autocommit=True) as connection:
            cursor = connection.execute(sql)
            return str(cursor.fetchone()[0]) if cursor.description else ""

    def run(self, point: str, facts: int, environment: dict[str, str], repeats: int = REPEATS) -> list[Line]:
        """Raises RuntimeError: the point failed (variants that differ fail too)."""
        file = Path(environment["KEBRIDGE_DATA"]) / "lines.json"
        command = [sys.executable, "-m", "bench.worker", point, str(facts), str(repeats), str(file)]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{point} failed ({done.returncode}):\n{done.stderr[-4000:]}")
        return [Line(**found) for found in json.loads(file.read_text(encoding="utf-8"))]


def run_all(size: str, say: Say) -> tuple[list[Line], list[str]]:
    """Every line in the order of the points, and what failed: the other points are measured all the same."""
    # Every commit survives a power cut, as in production and as SQLite's do here.
    postgres.FAST.clear()
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as folder:
        place = Place(Path(folder), postgres.url().rsplit("/", 1)[0])
        say(machine(place))
        lines: list[Line] = []
        failed: list[str] = []
        for work in _points(place, SIZES[size]):
            try:
                found = work()
            except RuntimeError as error:
                failed.append(str(error))
                continue
            for line in found:
                say(f"{line.database}  {line.name}: {line.told}")
            lines += found
    return lines, failed


def _points(place: Place, sizes: tuple[int, ...]) -> Iterator[Callable[[], list[Line]]]:
    """Measurements to be made one after the other."""
    for facts in sizes:
        for database in DATABASES:
            environment = place.fresh(database)
            for point in ("fill", "figures", "memory", "drilling"):
                yield partial(place.run, point, facts, environment)
            place.drop(environment)
    for point, amount in SMALL_POINTS:
        for database in DATABASES:
            environment = place.fresh(database)
            yield partial(place.run, point, amount, environment)
            place.drop(environment)
    # What the checker reads and finds is the same on every database.
    environment = place.fresh("sqlite")
    yield partial(place.run, "checker", 0, environment)
    place.drop(environment)


def machine(place: Place) -> str:
    """The facts without which a number of seconds says nothing."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, PostgreSQL {place.ask('SHOW server_version')}"
    )
