# ruff: noqa: N999 (the command is called import)
"""`kebridge import FILE`: takes a workbook in from the terminal, as the page does.

Ends with 0: all rows taken (or nothing to do), 1: rows are wrong, 2: the file or the request was refused.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import User
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.annotate import annotated_copy
from kebridge.core.transfer.commit import commit_import
from kebridge.core.transfer.items import VERDICT_LABELS, Plan
from kebridge.core.transfer.plan import plan_import
from kebridge.core.transfer.problems import Problem

SHOWN = 50
TAKEN, WRONG, REFUSED = 0, 1, 2


class Command(BaseCommand):
    help = "导入一个 Excel 工作簿：先核对，全部正确才写入"
    # The checks would import every address of the site.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="工作簿（.xlsx）")
        parser.add_argument(
            "--as", dest="user", default="system", help="以谁的名义导入：用户名，默认 system（系统）"
        )
        parser.add_argument("--take-right", action="store_true", help="先导入没有错的，有错的另存一个文件")
        parser.add_argument("--plan-only", action="store_true", help="只核对，不写入")
        parser.add_argument("--reason", default="", help="补录已封账时期时的原因")

    def handle(self, *_args: Any, **options: Any) -> None:
        path = Path(options["file"])
        try:
            code = self._run(path, options)
        except (Refusal, OSError) as error:
            self.stderr.write(f"没有导入：{error}")
            code = REFUSED
        if code:
            sys.exit(code)

    def _run(self, path: Path, options: dict[str, Any]) -> int:
        by, data = actor(options["user"]), path.read_bytes()
        meter = Meter(self)
        plan = plan_import(data, path.name, by=by, progress=meter)
        meter.end()
        self._tell(plan)
        if plan.problems:
            copy = path.with_name(f"{path.stem}（标注）.xlsx")
            copy.write_bytes(annotated_copy(data, plan.problems))
            self.stdout.write(f"标注了问题的副本：{copy}")
        if options["plan_only"] or (not plan.is_right and not options["take_right"]):
            return TAKEN if plan.is_right else WRONG
        meter = Meter(self)
        result = commit_import(
            plan, by=by, take_right_rows=options["take_right"], reason=options["reason"], progress=meter
        )
        meter.end()
        self.stdout.write(f"完成：{result}")
        if result.returned:
            rest = path.with_name(f"{path.stem}（待改正）.xlsx")
            rest.write_bytes(result.returned)
            self.stdout.write(f"没有导入的行：{rest}")
        return TAKEN if plan.is_right else WRONG

    def _tell(self, plan: Plan) -> None:
        for sheet in plan.sheets:
            counts = sheet.counts
            told = "，".join(f"{label}{counts[v]}条" for v, label in VERDICT_LABELS.items() if counts[v])
            self.stdout.write(f"{sheet.title}：{told or '没有数据'}")
        for warning in plan.warnings[:SHOWN]:
            self.stdout.write(f"提醒：{warning}")
        self._tell_problems(plan.problems)

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems[:SHOWN]:
            self.stderr.write(str(problem))
        if len(problems) > SHOWN:
            self.stderr.write(f"……还有{len(problems) - SHOWN}个问题，都写在标注的副本里")


def actor(name: str) -> Actor:
    """Raises Refusal: no such user."""
    if name == "system":
        return Actor.system("导入")
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise Refusal(f"没有用户“{name}”", repair="请核对用户名，或用 --as system")
    return Actor.of(user)


class Meter:
    """Rows done and time left, on one line of a terminal; silent when the output goes to a file."""

    def __init__(self, command: BaseCommand) -> None:
        self._out = command.stderr
        self._is_shown = sys.stderr.isatty()
        self._started = time.monotonic()
        self._width = 0

    def __call__(self, step: str, done: int, total: int) -> None:
        if not self._is_shown:
            return
        spent = time.monotonic() - self._started
        left = f"，约剩{spent / done * (total - done):.0f}秒" if done and done < total else ""
        line = f"{step} {done}/{total}{left}"
        self._out.write(f"\r{line:<{self._width}}", ending="")
        self._width = max(self._width, len(line))

    def end(self) -> None:
        if self._is_shown and self._width:
            self._out.write("")
