#!/usr/bin/env python3
"""All tests: everything but the browser on SQLite, the same on PostgreSQL, then the browser journeys.

The last line is the sum of the runs: `N passed, N failed`. A run that breaks off or finds no test is a failure.
Names of runs as arguments choose some of them: `run_tests.py sqlite`.
"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAIN = ["-m", "not browser and not bench", "-n", "2", "--dist", "loadgroup"]
RUNS = {
    "sqlite": ({"KEBRIDGE_TEST_DB": "sqlite"}, PLAIN),
    "postgresql": ({"KEBRIDGE_TEST_DB": "postgresql"}, PLAIN),
    "browser": ({"KEBRIDGE_TEST_DB": "sqlite"}, ["-m", "browser"]),
}


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def totals(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests of one junit report."""
    if not report.exists():
        return 0, 0, 0
    suites = list(ET.parse(report).iter("testsuite"))
    tests, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    return tests - failures - errors - skipped, failures + errors, skipped


def run(name: str) -> tuple[int, int]:
    """Run the tests once and return passed and failed; something wrong without a failed test counts as one."""
    environment, options = RUNS[name]
    say(f"== {name}")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *options]
        code = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode
        passed, failed, skipped = totals(report)
    if code and not failed:
        say(f"{name}: pytest ended with code {code}" + (" (no tests found)" if code == 5 else ""))
        failed = 1
    say(f"{name}: {passed} passed, {failed} failed, {skipped} skipped")
    return passed, failed


def main() -> int:
    results = [run(name) for name in sys.argv[1:] or RUNS]
    failed = sum(result[1] for result in results)
    say(f"{sum(result[0] for result in results)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
