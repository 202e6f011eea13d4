"""An import of 50,000 rows beside people who sign in: seconds, memory, write lock, longest wait.

    python bench/import_rows.py [--rows 50000] [--register visits|activities] [--again]

Each part runs in a process of its own on a SQLite file (KEBRIDGE_DB names another database). Limits: 90 s, 400 MB,
4 s of SQLite's write lock.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LIMITS = {"seconds": 90.0, "peak_mb": 400.0, "lock_seconds": 4.0}
ROOT = Path(__file__).resolve().parent.parent
MUSEUMS = 40


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--register", choices=("visits", "activities"), default="visits")
    parser.add_argument("--again", action="store_true", help="import the same file a second time")
    parser.add_argument("--part", choices=("prepare", "signin", "import"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        sys.path.insert(0, str(ROOT))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
        import django  # noqa: PLC0415 (settings first)

        django.setup()
        {"prepare": prepare, "signin": sign_in, "import": run_import}[asked.part](asked)
        return 0
    with tempfile.TemporaryDirectory(prefix="kebridge-bench-") as folder:
        return measure(asked, Path(folder))


def measure(asked: argparse.Namespace, folder: Path) -> int:
    environment = {
        "KEBRIDGE_DB": f"sqlite:///{folder / 'bench.sqlite3'}",
        **os.environ,
        "KEBRIDGE_DATA": str(folder),
    }
    command = [sys.executable, __file__, "--rows", str(asked.rows), "--register", asked.register, "--part"]
    subprocess.run([*command, "prepare"], env=environment, check=True)
    worst = 0
    for round_number in range(2 if asked.again else 1):
        stop = folder / "stop"
        stop.unlink(missing_ok=True)
        signing = subprocess.Popen([*command, "signin"], env=environment, stdout=subprocess.PIPE, text=True)
        done = subprocess.run(
            [*command, "import"], env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        stop.touch()
        told, _ = signing.communicate(timeout=60)
        found = {**json.loads(done.stdout.splitlines()[-1]), **json.loads(told.splitlines()[-1])}
        print(f"{asked.rows} rows of {asked.register}, {'again' if round_number else 'first'}: {found}")
        for name, limit in LIMITS.items():
            print(f"  {name}: {found[name]} of {limit:g}, ratio {found[name] / limit:.2f}")
            worst = max(worst, found[name] / limit)
    return int(worst > 1)


def prepare(asked: argparse.Namespace) -> None:
    from django.core.management import call_command  # noqa: PLC0415 (settings first)

    from kebridge.core.access.models import User  # noqa: PLC0415 (settings first)
    from tests.support.world import make_world  # noqa: PLC0415 (settings first)

    call_command("migrate", verbosity=0)
    world = make_world()
    for number in range(MUSEUMS):
        world.add_org(f"M{number}", f"演示第{number}科技馆", "museum", "CITY")
    User.objects.create_user("bench", password="a-long-password-1", full_name="测试")
    book(asked.register, asked.rows, Path(os.environ["KEBRIDGE_DATA"]) / "rows.xlsx")


def book(register: str, rows: int, path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 (only the first part needs it)

    from kebridge.core.records import register as registers  # noqa: PLC0415 (settings first)
    from kebridge.core.transfer.sheets import sheet_of  # noqa: PLC0415 (settings first)

    sheet = sheet_of(registers.get(register))
    made = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page = made.add_worksheet(sheet.title)
    names = [column.name for column in sheet.columns]
    page.write_row(0, 0, [column.label for column in sheet.columns])
    for number in range(rows):
        values = visit(number) if register == "visits" else activity(number)
        for index, name in enumerate(names):
            if name in values:
                page.write(number + 1, index, values[name])
    made.close()


def visit(number: int) -> dict[str, Any]:
    day = date(2019, 1, 1) + timedelta(days=number // (MUSEUMS * 3))
    part = ("展厅", "青少年课外活动中心", "影院")[number // MUSEUMS % 3]
    return {"org": f"演示第{number % MUSEUMS}科技馆", "day": day.isoformat(), "part": part, "individuals": number % 900,
            "grouped": number % 70, "basis": "现场计数"}  # fmt: skip


def activity(number: int) -> dict[str, Any]:
    day = (date(2024, 1, 1) + timedelta(days=number % 300)).isoformat()
    return {"org": f"演示第{number % MUSEUMS}科技馆", "title": f"第{number}次讲座", "day": day, "kind": "报告会/讲座",
            "level": "市级", "partners": f"演示单位{number % 50}", "sessions.day": day, "sessions.place": "学校",
            "sessions.body": f"演示第{number % 800}小学", "sessions.audience": "中小学生", "sessions.on_site": number % 500 + 1,
            }  # fmt: skip


def sign_in(_asked: argparse.Namespace) -> None:
    """Sign in again and again until told to stop; prints the number and the longest."""
    from django.test import Client  # noqa: PLC0415 (settings first)

    from kebridge.core.access.models import User  # noqa: PLC0415 (settings first)

    user, stop = User.objects.get(), Path(os.environ["KEBRIDGE_DATA"]) / "stop"
    waits = []
    while not stop.exists():
        started = time.perf_counter()
        Client().force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        waits.append(time.perf_counter() - started)
        time.sleep(0.02)
    print(json.dumps({"sign_ins": len(waits), "longest_sign_in": round(max(waits), 2)}))


def run_import(_asked: argparse.Namespace) -> None:
    from kebridge.core.access.actors import Actor  # noqa: PLC0415 (settings first)
    from kebridge.core.transfer.commit import commit_import  # noqa: PLC0415 (settings first)
    from kebridge.core.transfer.plan import plan_import  # noqa: PLC0415 (settings first)

    held, busy = watch_lock()
    by, path = Actor.system("测量"), Path(os.environ["KEBRIDGE_DATA"]) / "rows.xlsx"
    started = time.perf_counter()
    plan = plan_import(path.read_bytes(), path.name, by=by)
    planned = time.perf_counter()
    assert plan.is_right, plan.problems[:3]
    result = commit_import(plan, by=by)
    ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"result": str(result), "seconds": round(ended - started, 1), "plan": round(planned - started, 1),
                      "peak_mb": round(peak), "lock_seconds": round(sum(held), 2),
                      "longest_lock": round(max(held, default=0), 2), "cpu_seconds": round(time.process_time(), 1),
                      "lock_cpu_seconds": round(sum(busy), 2)}, ensure_ascii=False))  # fmt: skip


def watch_lock() -> tuple[list[float], list[float]]:
    """How long this process holds its place at the head of SQLite's writers, each time: by the clock, and its own work
    (on a busy machine the clock counts what others do)."""
    from kebridge.core.db.queue import WriterQueue  # noqa: PLC0415 (settings first)

    held: list[float] = []
    busy: list[float] = []
    since = {}
    enter, leave = WriterQueue.enter, WriterQueue.leave

    def timed_enter(queue: WriterQueue) -> None:
        was_held = queue.held
        enter(queue)
        if not was_held:
            since[id(queue)] = (time.perf_counter(), time.process_time())

    def timed_leave(queue: WriterQueue) -> None:
        if queue.held:
            clock, work = since[id(queue)]
            held.append(time.perf_counter() - clock)
            busy.append(time.process_time() - work)
        leave(queue)

    WriterQueue.enter, WriterQueue.leave = timed_enter, timed_leave  # type: ignore[method-assign]
    return held, busy


if __name__ == "__main__":
    sys.exit(main())
