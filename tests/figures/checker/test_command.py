"""kebridge check: its three exit states, its JSON, and a text alone before anything is recorded."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kebridge.figures.checker import command
from kebridge.figures.checker.outcome import check_alone
from kebridge.figures.checker.read import from_text
from kebridge.figures.checker.report import as_json

FIELDS = {
    "start", "end", "text", "value", "low", "high", "unit", "qualifier", "role", "reason", "kind", "metric", "filters",
    "scope", "period", "verdict", "expected", "confidence", "alternatives", "explanation",
}  # fmt: skip


def alone(path: Path, *more: str, folder: Path) -> Any:
    """The command as a person runs it, with a data folder that does not exist."""
    surroundings = {key: value for key, value in os.environ.items() if key != "KEBRIDGE_DB"}
    surroundings["KEBRIDGE_DATA"] = str(folder)
    return subprocess.run(
        [sys.executable, "-m", "kebridge", "check", str(path), *more],
        capture_output=True, text=True, encoding="utf-8", env=surroundings, check=False,
    )  # fmt: skip


@pytest.fixture
def draft(tmp_path: Path) -> Any:
    def write(text: str) -> Path:
        path = tmp_path / "稿子.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_text_alone_is_checked_and_nothing_is_made(draft: Any, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    ran = alone(draft("2024年新成立企业科协39家。"), "--json", folder=folder)
    assert ran.returncode == 0
    claims = [one for one in json.loads(ran.stdout)["figures"] if one["role"] == "claim"]
    assert [(one["text"], one["value"], one["unit"], one["verdict"], one["metric"]) for one in claims] == [
        ("39家", 39, "家", None, None)
    ]
    assert not folder.exists()


def test_a_broken_sum_ends_with_1(draft: Any, tmp_path: Path) -> None:
    text = "共举办活动100场，其中讲座60场、展览30场。"
    ran = alone(draft(text), folder=tmp_path / "nowhere")
    assert ran.returncode == 1
    assert "不符" in ran.stdout


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("", (), "空"),
        ("  \n", (), "空"),
        ("活动3场。", ("--period", "去年吧"), "时段"),
        ("活动3场。", ("--wrong",), "写法"),
    ],
)
def test_bad_input_ends_with_2_and_a_plain_word(
    draft: Any, tmp_path: Path, text: str, more: tuple[str, ...], said: str
) -> None:
    ran = alone(draft(text), *more, folder=tmp_path / "nowhere")
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not ran.stdout


def test_no_such_file_ends_with_2(tmp_path: Path) -> None:
    ran = alone(tmp_path / "没有.txt", folder=tmp_path / "nowhere")
    assert ran.returncode == 2
    assert "没有找到" in ran.stderr


def test_text_prints_what_offsets_count(draft: Any, tmp_path: Path) -> None:
    path = draft("2024年𠮷祥活动12场。\n第二行3次。")
    text = alone(path, "--text", folder=tmp_path / "nowhere").stdout
    for one in json.loads(alone(path, "--json", folder=tmp_path / "nowhere").stdout)["figures"]:
        assert text[one["start"] : one["end"]] == one["text"]


def test_json_has_every_field_and_no_word_of_rounding() -> None:
    said = as_json(check_alone(from_text("接待观众33.56万人次，增长12.5%。")))
    assert said["figures"]
    for one in said["figures"]:
        assert set(one) >= FIELDS
        assert one["qualifier"] != "rounded"


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return command.main(arguments, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def recorded(world: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The records of the test, in place of a data folder of its own."""
    monkeypatch.setattr(command, "_may_have_records", lambda: True)
    return world


def test_against_the_records_a_contradiction_ends_with_1(recorded: Any, draft: Any) -> None:
    state, out, _ = run(
        str(draft("2024年新成立企业科协8家。")), "--org", "CITY", "--period", "2024", "--json"
    )
    assert state == 1
    one = next(one for one in json.loads(out)["figures"] if one["role"] == "claim")
    assert (one["verdict"], one["metric"], one["expected"]) == ("contradicts", "organisations.founded", 3)
    assert (one["scope"], one["period"], one["filters"]) == ("CITY", "2024", {"kind": ["enterprise"]})


def test_period_and_organisation_come_from_the_title(recorded: Any, draft: Any) -> None:
    text = "演示市科协2024年工作总结\n\n新成立企业科协3家。"
    state, out, _ = run(str(draft(text)), "--json")
    claims = [one for one in json.loads(out)["figures"] if one["role"] == "claim"]
    assert state == 0
    assert (claims[-1]["verdict"], claims[-1]["period"], claims[-1]["scope"]) == ("matches", "2024", "CITY")


def test_an_unknown_organisation_ends_with_2(recorded: Any, draft: Any) -> None:
    state, out, err = run(str(draft("活动3场。")), "--org", "没有的")
    assert (state, out) == (2, "")
    assert "没有的" in err


def test_data_of_an_older_program_are_told_of(draft: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    from kebridge.figures.checker import operating

    def missing(*_: object) -> None:
        raise OperationalError("no such table: figures_rememberedchoice")

    monkeypatch.setattr(command, "_may_have_records", lambda: True)
    monkeypatch.setattr(operating, "_checked", missing)
    monkeypatch.setattr(operating, "_is_of_another_version", lambda: True)
    out, err = io.StringIO(), io.StringIO()
    assert command.main([str(draft("举办活动3场。"))], out, err) == command.UNUSABLE
    assert "旧版本" in err.getvalue()
    assert "kebridge migrate" in err.getvalue()
    assert out.getvalue() == ""
