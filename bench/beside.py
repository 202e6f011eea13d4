"""The pages of this program beside those of an earlier commit: `python -m bench.beside TREE`, where TREE holds its files.

Each builds its own demo installation, on SQLite and on PostgreSQL. The two open every page that both have in turns;
what comes out is now/before (medians; `worse`: more queries, or slower by more than 15% and 2 ms). With `--activities N` so many are added to both, and the pages are opened again.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.lines import REPEATS

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ("sqlite", "postgresql")
HEADINGS = ("page", "database", "queries before", "now", "ms before", "now", "now/before")
FIRST = ", first"


@dataclass
class Installation:
    """A program with its data; it answers through the pipes of a process of its own."""

    tree: Path
    data: Path
    database: str = ""

    @property
    def surroundings(self) -> dict[str, str]:
        return {**os.environ, "KEBRIDGE_DATA": str(self.data), "KEBRIDGE_DB": self.database, "KEBRIDGE_SERVE": "0",
                "PYTHONPATH": os.pathsep.join([str(self.tree / "src"), str(ROOT)])}  # fmt: skip

    def build(self) -> None:
        """Nothing is done where it was built before. Raises CalledProcessError: the demo was not built."""
        if not (self.data / "built").exists():
            self.data.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-m", "kebridge", "demo", "--alone"]
            subprocess.run(
                command, cwd=self.tree, env=self.surroundings, check=True, stdout=subprocess.DEVNULL
            )
            (self.data / "built").touch()

    def start(self) -> None:
        command = [sys.executable, "-m", "bench.beside_pages"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.surroundings, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)  # fmt: skip

    def ask(self, *parts: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(parts), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())


@dataclass(frozen=True)
class Pair:
    """One page of both: queries of one opening, median milliseconds."""

    page: str
    database: str
    queries: tuple[int, int]
    ms: tuple[float, float]

    @property
    def ratio(self) -> float:
        return self.ms[1] / self.ms[0]

    @property
    def is_worse(self) -> bool:
        """By more than noise."""
        return self.queries[1] > self.queries[0] or (self.ratio > 1.15 and self.ms[1] - self.ms[0] > 2)

    def cells(self) -> tuple[str, ...]:
        before, now = self.ms
        return (
            self.page,
            self.database,
            *map(str, self.queries),
            f"{before:.0f}",
            f"{now:.0f}",
            f"{self.ratio:.2f}",
        )


def compared(before: Installation, now: Installation, database: str, only: str, repeats: int) -> list[Pair]:
    """Every page that both have, known and first; a page that either refuses is left out."""
    pages = before.ask("addresses"), now.ask("addresses")
    found = []
    for name in pages[0]:
        if name not in pages[1] or only not in name:
            continue
        # What is remembered is told only by the others.
        for is_first in (False, True)[: 1 if name.startswith(("list", "record", "new", "export")) else 2]:
            pair = _pair(f"{name}{FIRST if is_first else ''}", database, (before, now),
                         (pages[0][name], pages[1][name]), is_first=is_first, repeats=repeats)  # fmt: skip
            found += [pair] if pair else []
    return found


def _pair(name: str, database: str, sides: tuple[Installation, Installation], pages: tuple[Any, Any], *,
          is_first: bool, repeats: int) -> Pair | None:  # fmt: skip
    chance, queries = random.Random(7), [0, 0]
    ms: tuple[list[float], list[float]] = ([], [])
    for turn in range(repeats + 1):
        for which in chance.sample((0, 1), 2):
            if is_first:
                sides[which].ask("forget")
            answer = sides[which].ask("opened", *pages[which], 0 if is_first or not turn else 1)
            if answer["status"] != 200:
                return None
            queries[which] = answer["queries"]
            ms[which].extend(answer["ms"] or ([answer["first_ms"]] if turn else []))
    return Pair(name, database, (queries[0], queries[1]), (median(ms[0]), median(ms[1])))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("tree", type=Path)
    asked.add_argument("--data", type=Path, help="folder of the four installations, to be used again")
    asked.add_argument("--server", default="", help="address of a PostgreSQL server; else one is started")
    asked.add_argument("--activities", type=int, default=0)
    asked.add_argument("--only", default="", help="pages whose name holds this")
    asked.add_argument("--now", type=Path, default=ROOT)
    asked.add_argument("--databases", nargs="*", default=DATABASES)
    asked.add_argument("--repeats", type=int, default=REPEATS)
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kebridge-beside-") as folder:
        data = chosen.data or Path(folder)
        for database in chosen.databases:
            server = (chosen.server or _server()) if database == "postgresql" else ""
            _compare(chosen, data, database, server)


def _compare(chosen: argparse.Namespace, data: Path, database: str, server: str) -> None:
    sides = []
    for name, tree in (("before", chosen.tree), ("now", chosen.now)):
        named = f"beside_{data.name}_{name}".replace("-", "_").lower()
        one = Installation(tree.resolve(), data / f"{name}-{database}", server and f"{server}/{named}")
        if server and not (one.data / "built").exists():
            _make_database(server, named)
        one.build()
        one.start()
        sides.append(one)
    if chosen.activities:
        for one in sides:
            one.ask("fill", chosen.activities)
    for pair in compared(sides[0], sides[1], database, chosen.only, chosen.repeats):
        print("| " + " | ".join(pair.cells()) + (" | worse |" if pair.is_worse else " |"), flush=True)
    for one in sides:
        one.process.communicate()


def _server() -> str:
    from tests.support import postgres  # noqa: PLC0415 - starts a server when asked for only

    postgres.FAST.clear()
    return postgres.url().rsplit("/", 1)[0]


def _make_database(server: str, name: str) -> None:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')


if __name__ == "__main__":
    main()
