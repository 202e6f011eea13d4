"""kebridge serve: the web server and the worker for background tasks, stopped together."""

import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

DEFAULT_ADDRESS = "127.0.0.1:8000"


class Command(BaseCommand):
    help = "启动网页服务和后台任务"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "address", nargs="?", default=DEFAULT_ADDRESS, help=f"地址和端口，默认 {DEFAULT_ADDRESS}"
        )
        parser.add_argument("--workers", type=int, default=2, help="网页进程数，默认 2")

    def handle(self, *args: Any, address: str, workers: int, **options: Any) -> None:
        host, _, port = address.rpartition(":")
        worker = subprocess.Popen([sys.executable, "-m", "kebridge", "work"])
        self.stdout.write(f"科桥已启动：http://{address}/ （按 Ctrl+C 停止）")
        try:
            subprocess.run(
                [
                    sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host or "127.0.0.1",
                    "--port", port, "--workers", str(workers), "--blocking-threads", "4", "--no-ws",
                    "kebridge.wsgi:application",
                ],
                check=False,
            )  # fmt: skip
        except KeyboardInterrupt:
            pass
        finally:
            worker.terminate()
            worker.wait()
