"""One measurement in a process of its own: `python -m bench.worker POINT FACTS REPEATS FILE`; lines go to FILE as JSON.

The database is that of the environment (KEBRIDGE_DB, KEBRIDGE_DATA).
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

from bench.lines import Line

ORGS = 3000


def start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kebridge.settings")
    django.setup()


def migrate(_: int, __: int) -> list[Line]:
    from django.core.management import call_command  # noqa: PLC0415 - after `start`

    call_command("migrate", verbosity=0, interactive=False)
    return []


def fill(facts: int, _: int) -> list[Line]:
    """The ledger of the figures, with how long it took."""
    from django.db import connection  # noqa: PLC0415

    from bench import city, generate  # noqa: PLC0415
    from bench.lines import timed  # noqa: PLC0415

    made = city.make_city(ORGS)
    seconds, _ = timed(lambda: generate.fill(made, facts))
    return [Line(f"(making {facts:,} facts)", connection.vendor, seconds)]


def points() -> dict[str, Callable[[int, int], list[Line]]]:
    from bench import (  # noqa: PLC0415
        point_bulk,
        point_checker,
        point_figures,
        point_ledger,
        point_pages,
        point_queue,
        point_saving,
        point_startup,
    )  # fmt: skip

    return {
        "migrate": migrate,
        "fill": fill,
        "figures": point_figures.measure_figures,
        "memory": point_figures.measure_memory,
        "drilling": point_figures.measure_drilling,
        "saving": point_saving.measure,
        "bulk": point_bulk.measure,
        "ledger": point_ledger.measure,
        "pages": point_pages.measure,
        "queue": point_queue.measure,
        "startup": point_startup.measure,
        "checker": point_checker.measure,
        "checker_time": point_checker.measure_time,
    }


def main(point: str, facts: str, repeats: str, file: str) -> None:
    start()
    lines = points()[point](int(facts), int(repeats))
    Path(file).write_text(
        json.dumps([line.as_dict() for line in lines], ensure_ascii=False), encoding="utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
