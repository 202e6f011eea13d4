"""kebridge serve: the web server and the worker for background tasks, stopped together."""

import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kebridge.core.db.shape import require_fitting
from kebridge.core.refusal import Refusal

DEFAULT_ADDRESS = "127.0.0.1:8000"


class Command(BaseCommand):
    help = "启动网页服务和后台任务"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "address", nargs="?", default=DEFAULT_ADDRESS, help=f"地址和端口，默认 {DEFAULT_ADDRESS}"
        )
        parser.add_argument("--workers", type=int, default=2, help="网页进程数，默认 2")

    def handle(self, *args: Any, address: str, workers: int, **options: Any) -> None:
        try:
            require_fitting()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        host, _, port = address.rpartition(":")
        _require_free(host or "127.0.0.1", port)
        # Told to stop by a service manager or a plain kill, it takes the server and the worker with it.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        worker = subprocess.Popen([sys.executable, "-m", "kebridge", "work"])
        self.stdout.write(f"科桥已启动：http://{address}/ （按 Ctrl+C 停止）")
        server = subprocess.Popen(
            [
                sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host or "127.0.0.1",
                "--port", port, "--workers", str(workers), "--blocking-threads", "4", "--no-ws",
                "kebridge.wsgi:application",
            ]
        )  # fmt: skip
        try:
            server.wait()
        except KeyboardInterrupt:
            pass
        finally:
            # Asked, not killed: a server that is killed leaves its own processes behind.
            for one in (server, worker):
                one.terminate()
                one.wait()


def _require_free(host: str, port: str) -> None:
    """The server would share a port with another one that listens there: people would land now here, now there."""
    if not port.isdigit():
        raise CommandError(f"“{port}”不是端口，请写成 127.0.0.1:8000")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(1)
        if probe.connect_ex((host.strip("[]"), int(port))) == 0:
            raise CommandError(
                f"端口{port}已被另一个程序占用，请先停掉它，或者换一个端口，例如 {host}:{int(port) + 1}"
            )
