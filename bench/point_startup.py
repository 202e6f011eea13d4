"""Point 7: how long a command takes on an empty database, and what it must not import."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from django.conf import settings
from django.db import connection

from bench.lines import Line, in_pairs

COMMAND = [sys.executable, "-X", "importtime", "-m", "kebridge", "ledger", "verify", "--json"]
HEAVY = ("ninja", "kebridge.core.api.urls", "docx", "openpyxl", "xlsxwriter", "typst")


def measure(_: int, repeats: int) -> list[Line]:
    """The whole command beside a Python that only sets Django up with nothing installed."""
    bare = "import django; from django.conf import settings; settings.configure(); django.setup()"
    run = run_verify()
    found = json.loads(run.stdout)
    assert run.returncode == 0, run.stderr[-2000:]
    imported = modules_of(run)
    heavy = sorted(name for name in HEAVY if name in imported)
    mine, theirs, _, _ = in_pairs(
        lambda: subprocess.run(
            [COMMAND[0], *COMMAND[3:]], env=_environment(), check=True, capture_output=True
        ),
        lambda: subprocess.run([sys.executable, "-c", bare], check=True, capture_output=True),
        repeats,
    )
    note = (
        f"{len(imported)} modules; heavy ones imported: {', '.join(heavy) or 'none'}; says {str(found)[:60]}"
    )
    return [
        Line(
            "ledger verify --json, empty",
            connection.vendor,
            median(mine),
            median(theirs),
            max(mine),
            note=note,
        )
    ]


def run_verify() -> "subprocess.CompletedProcess[str]":
    """The command with the tale of its imports on standard error."""
    return subprocess.run(COMMAND, env=_environment(), check=False, capture_output=True, text=True)


def modules_of(run: "subprocess.CompletedProcess[str]") -> set[str]:
    """The modules that a run imported."""
    told = (line for line in run.stderr.splitlines() if line.startswith("import time:"))
    return {line.rsplit("|", 1)[-1].strip() for line in told}


def _environment() -> dict[str, str]:
    """That of this process, on the database it is connected to."""
    name = str(connection.settings_dict["NAME"])
    given = {**os.environ, "KEBRIDGE_DATA": str(settings.DATA)}
    if connection.vendor == "sqlite":
        given["KEBRIDGE_DB"] = f"sqlite:///{Path(name)}"
    elif given.get("KEBRIDGE_DB"):
        given["KEBRIDGE_DB"] = f"{given['KEBRIDGE_DB'].rsplit('/', 1)[0]}/{name}"
    return given
