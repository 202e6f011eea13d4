"""The repository keeps its promises: locked packages, documented targets, clean files."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["base", "dev"]


def requirements(lock: str) -> list[str]:
    """The logical lines of a lock file."""
    text = (ROOT / f"requirements/{lock}.txt").read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def names(lines: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines)
    return {name[0].lower().replace("_", "-") for name in found if name}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_hashes(lock):
    for line in requirements(lock):
        assert re.match(r"[a-z0-9.-]+==\S+ ", line), line
        assert "--hash=sha256:" in line, line


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_index_host_or_path(lock):
    text = (ROOT / f"requirements/{lock}.txt").read_text()
    assert not re.search(r"index-url|find-links|trusted-host|://|^-", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_wanted_package_is_locked(lock):
    wanted = (ROOT / f"requirements/{lock}.in").read_text().splitlines()
    wanted = [line for line in wanted if line and line[0] not in "#-"]
    assert names(wanted) <= names(requirements(lock))


def test_both_locks_agree_on_versions():
    both = [
        dict(re.match(r"([a-z0-9.-]+)==(\S+)", line).groups() for line in requirements(lock))
        for lock in LOCKS
    ]
    shared = both[0].keys() & both[1].keys()
    assert {name: both[0][name] for name in shared} == {name: both[1][name] for name in shared}


def test_every_documented_target_exists():
    targets = set(re.findall(r"^([a-z_-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    documents = [path for path in ROOT.glob("*.md") if path.name.startswith(("README", "CONTRIBUTING"))]
    named = {word for path in documents for word in re.findall(r"`make ([a-z_-]+)", path.read_text())}
    assert named <= targets, named - targets


def test_tracked_files_name_no_registry_machine_path_or_foreign_host():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/check_clean.py"], check=False, stderr=subprocess.PIPE, text=True
    )
    assert done.returncode == 0, done.stderr
