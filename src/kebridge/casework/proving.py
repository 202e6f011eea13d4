"""Proving every case: each is loaded into a temporary database of its own, in a process of its own, and checked there.

One installation holds one city's association, so the cases cannot stand side by side in one database.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kebridge.casework.cases import Case
from kebridge.core.refusal import Refusal

LAST_LINES = 6  # of what a failed process said


@dataclass(frozen=True)
class Proof:
    """What checking a case gave: a row for each claim, and how long loading and checking took."""

    case: Case
    shown: list[dict[str, Any]]
    seconds: float


def prove(cases: Sequence[Case]) -> list[Proof]:
    """Every case, several at once; nothing of them is left behind. Raises Refusal: one could not be loaded."""
    with tempfile.TemporaryDirectory(prefix="kebridge-cases-") as folder:
        fresh = Path(folder) / "fresh"
        _run(fresh, "migrate", "--verbosity", "0")
        with ThreadPoolExecutor(max_workers=max(1, min(len(cases), os.cpu_count() or 1))) as pool:
            return list(pool.map(lambda case: _prove_one(case, fresh, Path(folder) / case.name), cases))


def _prove_one(case: Case, fresh: Path, data: Path) -> Proof:
    started = time.monotonic()
    shutil.copytree(fresh, data)
    _run(data, "load-case", case.name)
    shown = json.loads(_run(data, "cases", "--case", case.name, "--json", may_fail=True))
    return Proof(case, shown, time.monotonic() - started)


def _run(data: Path, *command: str, may_fail: bool = False) -> str:
    """A command of kebridge on a data folder; `cases` exits with 1 when a figure is wrong, and still prints all."""
    environment = {name: value for name, value in os.environ.items() if name != "KEBRIDGE_DB"}
    environment["KEBRIDGE_DATA"] = str(data)
    done = subprocess.run(
        [sys.executable, "-m", "kebridge", *command], env=environment, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if done.returncode and not (may_fail and done.stdout.strip()):
        said = "\n".join(done.stderr.strip().splitlines()[-LAST_LINES:])
        raise Refusal(f"kebridge {' '.join(command)} 没有完成：{said}")
    return done.stdout
