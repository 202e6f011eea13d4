"""`kebridge work`: runs background tasks (imports, nightly sealing) until stopped."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kebridge.core.jobs.worker import SHORTEST_POLL, HouseWorker


class Command(BaseCommand):
    help = "运行后台任务：导入、定时存证。按 Ctrl+C 停止。"
    # The checks would import every address of the site.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="做完现有的任务就退出")
        parser.add_argument(
            "--interval", type=float, default=SHORTEST_POLL, help="空闲时隔几秒看一次，至少1秒"
        )
        parser.add_argument("--no-schedule", action="store_true", help="不启动定时任务")

    def handle(self, *_args: Any, **options: Any) -> None:
        logger = logging.getLogger("django_tasks")
        logger.setLevel(logging.INFO)
        worker = HouseWorker(
            interval=options["interval"], batch=options["batch"], with_schedule=not options["no_schedule"]
        )
        worker.configure_signals()
        self.stdout.write("后台任务已启动")
        worker.run()
