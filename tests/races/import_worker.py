"""One process that imports a workbook: `python import_worker.py FILE [N]`; with N it is killed at its Nth insertion."""

import os
import signal
import sys
from pathlib import Path

import django

django.setup()

from django.db import connection  # noqa: E402 - settings first

from kebridge.core.access.actors import Actor  # noqa: E402 - settings first
from kebridge.core.refusal import Refusal  # noqa: E402 - settings first
from kebridge.core.transfer.commit import commit_import  # noqa: E402 - settings first
from kebridge.core.transfer.plan import plan_import  # noqa: E402 - settings first


def die_at(number):
    """kill -9 in the middle of the transaction, before the Nth statement that inserts."""
    seen = 0

    def count(execute, sql, params, many, context):
        nonlocal seen
        if sql.lstrip().upper().startswith("INSERT"):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    connection.execute_wrappers.append(count)


path, by = Path(sys.argv[1]), Actor.system("竞争测试")
plan = plan_import(path.read_bytes(), path.name, by=by)
print("planned", flush=True)
sys.stdin.readline()
if len(sys.argv) > 2:
    die_at(int(sys.argv[2]))
try:
    print(commit_import(plan, by=by), flush=True)
except Refusal as refusal:
    print(f"refused: {refusal}", flush=True)
