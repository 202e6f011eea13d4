"""kebridge demo: a fresh installation with the shipped case, its report written, served."""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from kebridge.casework.cases import Case, every, find
from kebridge.core.access.actors import Actor
from kebridge.core.ledger import verify
from kebridge.core.orgs.models import Organisation
from kebridge.staff.demo import make_accounts, write_report

DEFAULT_CASE = "nanyang-2024"


class Command(BaseCommand):
    help = "建库，导入演示案例，存证，写出报告并启动网页服务（KEBRIDGE_SERVE=0 时不启动）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--case", default=DEFAULT_CASE, help=f"案例名，默认 {DEFAULT_CASE}")
        parser.add_argument("--alone", action="store_true", help="只做这一个案例，不做其他随附案例")

    def handle(self, *args: Any, case: str, alone: bool, **options: Any) -> None:
        started = time.monotonic()
        found = find(case)
        call_command("migrate", verbosity=0)
        if Organisation.objects.exists():
            self.stdout.write("数据库里已有数据，不再重复导入。")
        else:
            call_command("load_case", case)
        call_command("cases", case=case, only_summary=True)
        self._write_report(found)
        self._print_accounts(found)
        problems = list(verify.problems())
        if problems:
            raise CommandError("台账核对不符：" + "；".join(problems[:5]))
        if not alone:
            self._make_others(case)
        self.stdout.write(f"台账核对无误。用时{time.monotonic() - started:.0f}秒。")
        if os.environ.get("KEBRIDGE_SERVE") != "0":
            call_command("serve")

    def _make_others(self, case: str) -> None:
        """One installation is one city's: every other case gets a data folder of its own and is not served."""
        others = [other for other in every() if other.name != case]
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for other, (failed, said) in zip(others, pool.map(_make_alone, others), strict=True):
                self.stdout.write(f"另一案例，数据目录 {_shown(_folder_of(other))}：")
                self.stdout.write(said)
                self.stdout.flush()
                if failed:
                    raise CommandError(f"案例 {other.name} 没有做成，原因见上")

    def _write_report(self, found: Any) -> None:
        by = Actor.system("演示")
        template = (found.folder / "report.yaml").read_text(encoding="utf-8")
        _, rendered, files = write_report(template, found.mark, by=by)
        self.stdout.write("报告已写出：")
        for path in files:
            self.stdout.write(f"  {_shown(path)}")
        for line in rendered.blocking:
            self.stdout.write(f"  不能签发：{line}")

    def _print_accounts(self, found: Any) -> None:
        self.stdout.write("演示账号（密码每次运行都会重新生成）：")
        for account in make_accounts(found.org_code, found.county_code):
            self.stdout.write(f"  {account.username:<9} {account.password}  {account.role}，{account.org}")


def _folder_of(case: Case) -> Path:
    return Path(settings.DATA) / "cases" / f"{case.name}-installation"


def _make_alone(case: Case) -> tuple[bool, str]:
    """Make the installation of a case in a process of its own: whether it failed, and what it said."""
    surroundings = {
        **os.environ, "KEBRIDGE_DATA": str(_folder_of(case)), "KEBRIDGE_DB": "", "KEBRIDGE_SERVE": "0",
    }  # fmt: skip
    command = [sys.executable, "-m", "kebridge", "demo", "--alone", "--case", case.name]
    done = subprocess.run(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return bool(done.returncode), done.stdout


def _shown(path: Path) -> Path:
    """The path as seen from here, where that is shorter."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
