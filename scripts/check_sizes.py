#!/usr/bin/env python3
"""Sizes: no file over 500 lines; a function over 60 lines says why in a `# long: reason` comment.

Prints the ten longest files and functions, so that growth is seen before it is refused.
"""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LIMIT = 500
FUNCTION_LIMIT = 60
WRITTEN = (".py", ".html", ".js", ".css", ".sh", ".typ")


def sources() -> list[Path]:
    """Source files under version control or about to be, written by hand."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    paths = [Path(line) for line in listed.stdout.splitlines() if line.endswith(WRITTEN)]
    return [
        path for path in paths if not {"vendor", "migrations"} & set(path.parts) and (ROOT / path).exists()
    ]


def functions(path: Path, text: str) -> list[tuple[int, str, bool]]:
    """Length, place and whether a reason is given, of every function of a Python file."""
    lines = text.splitlines()
    found = []
    for node in ast.walk(ast.parse(text, str(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, last = node.lineno, node.end_lineno or node.lineno
            reason = any("# long:" in line for line in lines[max(first - 2, 0) : last])
            found.append((last - first + 1, f"{path}:{first} {node.name}", reason))
    return found


def show(title: str, rows: list[tuple[int, str]]) -> None:
    sys.stdout.write(f"{title}\n" + "".join(f"{size:6}  {place}\n" for size, place in rows[:10]))


def main() -> int:
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in sources()}
    files = sorted(((text.count("\n"), str(path)) for path, text in texts.items()), reverse=True)
    spans = sorted(
        (row for path, text in texts.items() if path.suffix == ".py" for row in functions(path, text)),
        reverse=True,
    )
    show("Longest files", files)
    show("Longest functions", [(size, place) for size, place, _ in spans])
    wrong = [f"{place}: {size} lines, at most {FILE_LIMIT}" for size, place in files if size > FILE_LIMIT]
    wrong += [
        f"{place}: {size} lines, over {FUNCTION_LIMIT} without `# long: reason`"
        for size, place, reason in spans
        if size > FUNCTION_LIMIT and not reason
    ]
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
