"""kebridge serve: a port that another server has is refused before anything starts."""

import signal
import socket

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_a_port_in_use_is_refused(monkeypatch):
    started = []
    monkeypatch.setattr("subprocess.Popen", lambda *args, **_: started.append(args))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"端口{port}已被另一个程序占用"):
            call_command("serve", f"127.0.0.1:{port}")
    assert started == []


class Child:
    """A process that only notes what happens to it."""

    def __init__(self, said):
        self.said = said

    def wait(self):
        self.said.append("wait")
        if self.said == ["wait"]:
            raise SystemExit(0)

    def terminate(self):
        self.said.append("terminate")


def test_told_to_stop_it_takes_server_and_worker_with_it(monkeypatch):
    said, usual = [], signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: Child(said))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(SystemExit):
        call_command("serve", f"127.0.0.1:{port}")
    signal.signal(signal.SIGTERM, usual)
    assert said == ["wait", "terminate", "wait", "terminate", "wait"]
