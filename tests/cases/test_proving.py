"""Proving all cases: each in a data folder of its own, nothing left behind."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kebridge.casework import cases, proving
from kebridge.core.refusal import Refusal


def test_each_case_has_a_database_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, str, bool]] = []

    def run(command: list[str], *, env: dict[str, str], **_: Any) -> SimpleNamespace:
        data = Path(env["KEBRIDGE_DATA"])
        data.mkdir(exist_ok=True)
        ran.append((command[3], data.name, "KEBRIDGE_DB" in env))
        shown = json.dumps([{"id": data.name, "ok": True}]) if command[3] == "cases" else ""
        return SimpleNamespace(returncode=0, stdout=shown, stderr="")

    monkeypatch.setenv("KEBRIDGE_DB", "postgresql://somewhere/else")
    monkeypatch.setattr(proving.subprocess, "run", run)
    proofs = proving.prove(cases.every())
    names = [case.name for case in cases.every()]
    assert [proof.shown[0]["id"] for proof in proofs] == names
    assert sorted(ran) == sorted(
        [("migrate", "fresh", False)]
        + [(step, name, False) for name in names for step in ("load-case", "cases")]
    )


def test_a_case_that_cannot_be_loaded_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = SimpleNamespace(returncode=1, stdout="", stderr="CommandError: 有1处问题")
    monkeypatch.setattr(proving.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(Refusal, match="没有完成：CommandError: 有1处问题"):
        proving.prove(cases.every())
