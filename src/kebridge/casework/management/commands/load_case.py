"""kebridge load-case: build a case's workbooks, import them, seal; the installation is then a demo."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.casework import cases
from kebridge.casework.loading import load
from kebridge.core.access.actors import Actor
from kebridge.core.refusal import Refusal


class Command(BaseCommand):
    help = "生成案例的工作簿，逐个导入并存证；本系统随后标为演示"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="案例名，例如 nanyang-2024")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        started = time.monotonic()
        try:
            case = cases.find(name)
            self.stdout.write(f"{case.title}：{case.mark}")
            loaded = load(case, by=Actor.system("导入演示案例"), tell=self._tell)
        except Refusal as error:
            raise CommandError(str(error)) from error
        if options["verbosity"] > 1:
            for warning in loaded.warnings:
                self.stdout.write(f"  {warning}")
        self.stdout.write(f"用时{time.monotonic() - started:.0f}秒。")

    def _tell(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
