#!/usr/bin/env python3
"""Cleanliness: no hosts of package registries, no paths of one machine, no pages that load from other hosts.

A line that must break this rule ends with a comment holding `clean: ok` and the reason.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = re.compile(r"static/vendor/|^LICENSE$|^scripts/check_clean\.py$")
RULES = [
    (
        "host of a package registry",
        re.compile(r"pypi\.org|pythonhosted\.|registry\.(npmjs|yarnpkg)|debian\.(org|net)|proxy\.golang"),
        re.compile(""),
    ),
    (
        "path of one machine",
        re.compile(r"(?<![\w.}*~-])/(?:(?:work|root)(?:/\w|\b(?![/\w-]))|home/\w+/\w)"),
        re.compile(""),
    ),
    (
        "page that loads from another host",
        re.compile(
            r"<(?:script|link|img|iframe|source|video)\b[^>]*(?:https?:)?//\w|(?:@import|url\()[\s\"']*(?:https?:)?//"
        ),
        re.compile(r"\.(?:html|css|js|svg)$"),
    ),
]


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [line for line in listed.stdout.splitlines() if not NOT_OURS.search(line)]


def faults(name: str) -> list[str]:
    path = ROOT / name
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    except UnicodeDecodeError:  # a picture, a workbook
        return []
    return [
        f"{name}:{number}: {title}"
        for number, line in enumerate(lines, 1)
        for title, pattern, where in RULES
        if where.search(name) and pattern.search(line) and "clean: ok" not in line
    ]


def main() -> int:
    found = [fault for name in tracked() for fault in faults(name)]
    sys.stderr.write("".join(f"{fault}\n" for fault in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
