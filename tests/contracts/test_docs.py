"""What the documents say of commands, settings and files is true."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from kebridge.casework import cases
from kebridge.casework.claims import COMPUTED, LABEL, read_claims
from kebridge.core.records import register as registers

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
BUILT_IN = {"migrate", "makemigrations", "help"}


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_every_command_that_a_document_names_exists(path: Path) -> None:
    named = set(re.findall(r"\bkebridge ([a-z][a-z_-]+)", path.read_text()))
    assert named - set(get_commands()) - BUILT_IN == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_setting_of_the_operators_guide_is_read_and_every_setting_is_in_it() -> None:
    guide = set(re.findall(r"KEBRIDGE_[A-Z]+", (ROOT / "docs/operators/README.md").read_text()))
    source = "\n".join(path.read_text() for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get)?[(\[]\"(KEBRIDGE_[A-Z]+)\"", source))
    assert guide - set(re.findall(r"KEBRIDGE_[A-Z]+", source)) == set()
    assert read - guide == set()


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_subcommand_of_the_ledger_that_a_document_names_exists() -> None:
    source = (ROOT / "src/kebridge/core/ledger/management/commands/ledger.py").read_text()
    steps = set(re.findall(r"add_parser\(\s*\"([a-z]+)\"", source))
    named = {
        step for path in DOCUMENTS for step in re.findall(r"\bkebridge ledger ([a-z]+)", path.read_text())
    }
    assert named - steps == set()


def test_the_user_guide_says_of_every_register_and_room_what_belongs_there() -> None:
    guide = (ROOT / "docs/user/rooms.md").read_text()
    every = registers.every()
    assert [one.title for one in every if f"“{one.title}”" not in guide] == []
    assert {one.room_title for one in every if f"## {one.room_title}" not in guide} == set()


def test_the_numbers_of_statements_in_the_readme_are_those_of_the_shipped_cases() -> None:
    statuses = [claim.status for case in cases.every() for claim in read_claims(case)]
    told = re.search(
        r"(\d+) statements of .*?: (\d+) computed and equal, (\d+) no", (ROOT / "README.md").read_text()
    )
    assert told is not None
    assert [int(number) for number in told.groups()] == [
        len(statuses), statuses.count(COMPUTED), statuses.count(LABEL),
    ]  # fmt: skip
