"""What the documents say of commands, settings and files is true."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

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
