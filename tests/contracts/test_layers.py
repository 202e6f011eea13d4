"""Contracts of the house that a program can check: layers, signals, sizes, declarations, migrations."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from kebridge.core.ledger import measures
from kebridge.core.records import register as registers

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
WRITTEN = [path for path in SOURCES if "migrations" not in path.parts]
MANY_LINES = 500


def name(path):
    return str(path.relative_to(ROOT))


def test_nobody_imports_upward():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_signal_of_django_is_used():
    signals = re.compile(
        r"django\.(db\.models|core|dispatch|contrib\.auth)[\w.]*signals?\b|@receiver|django\.dispatch"
    )
    assert [name(path) for path in SOURCES if signals.search(path.read_text())] == []


def test_files_are_short():
    long = {name(path): path.read_text().count("\n") for path in WRITTEN}
    assert {path: lines for path, lines in long.items() if lines > MANY_LINES} == {}


def test_no_function_of_the_core_opens_a_transaction_by_itself():
    """`write_transaction` and `posting` are the doors; the backends and the schema are below them."""
    found = [
        name(path)
        for path in WRITTEN
        if "core/db/" not in name(path) and re.search(r"\btransaction\.atomic\(", path.read_text())
    ]
    assert found == []


FIELDS = {
    "AutoField", "BigAutoField", "BigIntegerField", "BinaryField", "BooleanField", "CharField", "DateField", "DateTimeField",
    "EncryptedTextField", "FileField", "ForeignKey", "ImageField", "IntegerField", "JSONField", "ManyToManyField",
    "OneToOneField", "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SlugField",
    "SmallIntegerField", "TextField", "TimeField", "UUIDField",
}  # fmt: skip
OURS = [model for model in apps.get_models() if model.__module__.startswith("kebridge.")]


def test_models_use_only_fields_that_every_database_has_and_no_floating_numbers():
    used = Counter(type(field).__name__ for model in OURS for field in model._meta.local_fields)
    ours = {
        field for model in OURS if model._meta.label != "access.User" for field in model._meta.local_fields
    }
    strange = {type(field).__name__ for field in ours} - FIELDS
    assert (strange, used["FloatField"], used["DecimalField"]) == (set(), 0, 0)


def test_no_contents_of_json_are_compared():
    """`contains` does not exist on SQLite."""
    json_fields = [
        f.name for model in OURS for f in model._meta.local_fields if isinstance(f, models.JSONField)
    ]
    looked_up = re.compile(rf"\b({'|'.join(json_fields)})__(contains|contained_by)\b")
    assert [name(path) for path in WRITTEN if looked_up.search(path.read_text())] == []


def test_no_module_of_one_database_is_imported_outside_the_backends():
    wanted = re.compile(r"^\s*(from|import) (django\.contrib\.postgres|psycopg|sqlite3)\b", re.MULTILINE)
    allowed = {"src/kebridge/core/db/postgresql/base.py", "src/kebridge/core/db/sqlite3/base.py"}
    assert {name(path) for path in WRITTEN if wanted.search(path.read_text())} <= allowed


@pytest.mark.parametrize("code", [register.code for register in registers.every()])
def test_a_register_explains_itself(code):
    register = registers.get(code)
    declared = [*register.fields, *register.line_fields]
    assert [one.name for one in declared if not one.help] == []
    assert (register.help != "", register.noun != "", register.unit != "") == (True, True, True)
    known = {*register.by_name, *register.computed_by_name}
    lists = {*register.columns, *register.filters, *register.totals}
    assert lists - known == set()
    assert [one.name for one in register.model._meta.many_to_many if one.name not in register.by_name] == []
    assert not (register.lines and register.lines.model._meta.many_to_many)


def test_measures_have_numbers_of_their_own_units_help_and_a_register():
    # Measurements in the same process declare measures of their own from 5,000 on.
    every = [one for one in measures.every() if one.number < 5_000]
    assert len({one.number for one in every}) == len({one.code for one in every}) == len(every)
    assert [one.code for one in every if not one.help] == []
    assert [one.code for one in every if one.code != measures.PAST and not one.unit] == []
    codes = {register.code for register in registers.every()}
    assert {one.register for one in every} - codes == set()
    assert max(one.number for one in every) < 2**15


def test_every_measure_is_posted_by_somebody():
    """Its constant is read by the facts of the room that registers it."""
    unused = []
    for path in [
        *ROOT.glob("src/kebridge/rooms/*/facts.py"),
        ROOT / "src/kebridge/core/records/first_day.py",
    ]:
        text = path.read_text()
        constants = re.findall(r"^([A-Z_]+) = \"[a-z_]+\.[a-z_]+\"$", text, re.MULTILINE)
        loads = Counter(
            node.id
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        )
        unused += [f"{path.parent.name}.{constant}" for constant in constants if loads[constant] < 2]
    assert unused == []


def test_measures_of_the_first_day_are_posted():
    text = (ROOT / "src/kebridge/core/records/first_day.py").read_text()
    assert ("measures.NIL," in text, "measures.PAST," in text) == (True, True)


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
