"""SQL written by hand is understood by SQLite, PostgreSQL and those that follow it at a distance."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts)
VERBS = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|COPY|FROM|WHERE|GROUP BY|ORDER BY)\b[^a-z]")
NOT_PORTABLE = {
    "FILTER (": r"\bFILTER\s*\(",
    "ILIKE": r"\bILIKE\b",
    "a cast with ::": r"\w::\w",
    "DISTINCT ON": r"\bDISTINCT\s+ON\b",
    "RETURNING": r"\bRETURNING\b",
    "JSON operators": r"->>?|@>|\bjsonb?_",
    "arrays": r"\bARRAY\[|\bANY\s*\(",
    "INSERT OR": r"\bINSERT\s+OR\b",
    "REPLACE INTO": r"\bREPLACE\s+INTO\b",
    "LATERAL": r"\bLATERAL\b",
    "NULLS FIRST": r"\bNULLS\s+(FIRST|LAST)\b",
    "ON CONFLICT": r"\bON\s+CONFLICT\b",
    "functions of dates": r"\b(strftime|julianday|date_trunc|to_char|extract)\s*\(",
    "IFNULL": r"\b(IFNULL|NVL|GROUP_CONCAT|string_agg)\s*\(",
    "LIMIT with comma": r"\bLIMIT\s+\d+\s*,",
    "PRAGMA": r"\bPRAGMA\b",
    "backticks": r"`\w+`",
}
# Each is the one place where the databases must differ, with a branch for both.
EXCEPTIONS = {"src/kebridge/core/db/transactions.py", "src/kebridge/settings.py"}


def texts(path):
    """String constants that hold SQL, f-strings with their values left out."""
    tree = ast.parse(path.read_text())
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values]
            yield node.lineno, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside | docs:
            yield node.lineno, node.value


@cache
def statements():
    return list(_statements())


def _statements():
    for path in SOURCES:
        relative = str(path.relative_to(ROOT))
        if "core/db/guard" in relative or relative in EXCEPTIONS:
            continue
        for line, text in texts(path):
            if VERBS.search(text + " "):
                yield f"{relative}:{line}", text


@pytest.mark.parametrize("construct", NOT_PORTABLE)
def test_is_not_used(construct):
    pattern = re.compile(NOT_PORTABLE[construct], re.IGNORECASE)
    assert [place for place, text in statements() if pattern.search(text)] == []


def test_the_statements_are_found_at_all():
    places = {place.split(":")[0] for place, _ in statements()}
    assert {"src/kebridge/core/ledger/seals.py", "src/kebridge/core/ledger/store.py"} <= places


@pytest.mark.parametrize(
    ("construct", "sql"),
    [
        ("FILTER (", "SELECT SUM(a) FILTER (WHERE b) FROM t"),
        ("a cast with ::", "SELECT a::date FROM t"),
        ("JSON operators", "SELECT a->>'b' FROM t"),
        ("DISTINCT ON", "SELECT DISTINCT ON (a) b FROM t"),
        ("ON CONFLICT", "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING"),
    ],
)
def test_the_linter_sees(construct, sql):
    assert re.search(NOT_PORTABLE[construct], sql, re.IGNORECASE)
    assert VERBS.search(sql)
