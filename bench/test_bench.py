"""`make bench`: every measurement, one table. It fails when variants disagree, never for being slow.

KEBRIDGE_BENCH_SIZE=small (1 M facts, the default) or full (10 M as well). KEBRIDGE_BENCH_OUT names a file for the
table in Markdown.
"""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench


def test_bench() -> None:
    from bench import lines, runner  # noqa: PLC0415 - starts a server when imported for a run only

    size = os.environ.get("KEBRIDGE_BENCH_SIZE", "small")
    found, failed = runner.run_all(size, lambda text: print(text, flush=True))
    print(f"\n{lines.table(found)}\n")
    if file := os.environ.get("KEBRIDGE_BENCH_OUT"):
        Path(file).write_text(lines.markdown(found) + "\n", encoding="utf-8")
    assert not failed, "\n\n".join(failed)
