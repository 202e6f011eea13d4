"""kebridge serve: a port that another server has is refused before anything starts."""

import socket

import pytest
from django.core.management import CommandError, call_command


def test_a_port_in_use_is_refused(monkeypatch):
    started = []
    monkeypatch.setattr("subprocess.Popen", lambda *args, **_: started.append(args))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"端口{port}已被另一个程序占用"):
            call_command("serve", f"127.0.0.1:{port}")
    assert started == []
