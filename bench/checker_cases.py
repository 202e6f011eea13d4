"""Cases loaded for the bench of the checker, and commands on their data folders, as many at a time as there are cores."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.lines import timed

ROOT = Path(__file__).resolve().parent.parent
CASES = {
    "S0": "hebi-2024",
    "S1": "nanyang-2024",
    "S2": "county-2024h1",
    "S3": "huangshi-2020-2025",
    "S4": "shiyan-2018-2023",
}
ENDED = (0, 1)  # 1: something is contradicted


@contextmanager
def case_folders(names: list[str]) -> Iterator[dict[str, Path]]:
    """A data folder of the case of each report; those that are made are removed again."""
    given = os.environ.get("KEBRIDGE_BENCH_CASES")
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as folder:
        found = {name: Path(given or folder) / CASES[name] for name in names}
        missing = [data for data in found.values() if not data.exists()]
        if missing:
            _make(missing, Path(folder) / "empty")
        yield found


def _make(folders: list[Path], empty: Path) -> None:
    """Each folder with the case of its name: tables are made once and copied. A folder appears only when it is complete."""
    empty.mkdir()
    print(f"making tables, then {len(folders)} cases", file=sys.stderr, flush=True)
    kebridge(empty, "migrate", "--verbosity", "0")

    def make(data: Path) -> None:
        begun = data.with_name(data.name + ".part")
        shutil.rmtree(begun, ignore_errors=True)
        shutil.copytree(empty, begun)
        seconds, _ = timed(lambda: kebridge(begun, "load-case", data.name))
        begun.rename(data)
        print(f"{data.name} loaded in {seconds:.0f} s", file=sys.stderr, flush=True)

    side_by_side(make, folders)


def kebridge(data: Path | None, *command: str) -> str:
    return run([sys.executable, "-m", "kebridge", *command], data)


def side_by_side(work: Callable[[Any], Any], items: list[Any]) -> list[Any]:
    """The answers in the order of the items; processes are waited for on as many threads as there are cores."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(work, items))


def run(command: list[str], data: Path | None) -> str:
    """On a data folder, or on that of this process. RuntimeError says how the command ended."""
    environment = {name: value for name, value in os.environ.items() if name != "KEBRIDGE_DB"}
    if data:
        environment["KEBRIDGE_DATA"] = str(data)
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if done.returncode not in ENDED or (done.returncode and not done.stdout.startswith("{")):
        raise RuntimeError(f"{' '.join(command)} failed ({done.returncode}):\n{done.stderr[-2000:]}")
    return done.stdout
