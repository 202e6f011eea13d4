"""Points 1 and 5: a report's 300 figures beside hand-written statements, and opening a figure."""

import gc
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import Any

from django.db import connection

from bench import city as cities
from bench.lines import Line, alone, in_pairs, peak_memory
from bench.report import Case, cases
from kebridge.core.calendar.periods import Period
from kebridge.figures import metrics
from kebridge.figures.drilldown import drill_all
from kebridge.figures.evaluation import figures
from kebridge.figures.listing import facts_of_figure
from kebridge.figures.requests import UNREPORTED, Figure, FigureRequest, Scope

BREAKDOWNS = ("org", "month", "kind", "basis")


def with_metrics(action: Callable[[], Any]) -> Any:
    """Run with the metrics of the bench in place of the rooms' own."""
    cities.register_measures()
    with metrics.using(metrics.load(cities.metrics_text(), "bench/metrics.yaml")):
        return action()


def by_hand(found: list[Case]) -> list[Decimal | None]:
    """One statement a figure, straight through the driver."""
    connection.ensure_connection()
    run = connection.connection.execute
    return [case.finish(run(case.sql).fetchone()) for case in found]


def require_equal(found: list[Case], made: list[Figure], values: list[Decimal | None]) -> None:
    """Raises AssertionError: naming every figure that differs. What nobody reported is zero by hand, or compared with it."""
    wrong = [
        f"{case.request.metric} {case.request.scope} {figure.exact} ≠ {value}"
        for case, figure, value in zip(found, made, values, strict=True)
        if (figure.exact or 0) != (value or 0) and figure.status != UNREPORTED
    ]
    assert not wrong, wrong


def measure_figures(facts: int, repeats: int) -> list[Line]:
    """Three lines: the whole report, the figures of the whole tree, those of a part of it."""
    return with_metrics(lambda: _figures(facts, repeats))


def _figures(facts: int, repeats: int) -> list[Line]:
    found = cases(cities.find_city())
    whole = [case for case in found if not case.sql.count(" AND org_id IN ")]
    part = [case for case in found if case.sql.count(" AND org_id IN ")]
    at_million = facts <= 1_000_000
    lines = []
    for name, chosen in (
        ("300 figures", found),
        (f"  whole tree ({len(whole)})", whole),
        (f"  subtrees ({len(part)})", part),
    ):
        requests = [case.request for case in chosen]
        mine, theirs, made, values = in_pairs(
            lambda requests=requests: figures(requests, by=cities.SYSTEM),
            lambda chosen=chosen: by_hand(chosen),
            repeats,
        )
        require_equal(chosen, made, values)
        lines.append(
            Line(
                f"{name}, {facts:,} facts", connection.vendor, median(mine), median(theirs), max(mine),
                aim_ratio=1.3, aim_seconds=1.5 if at_million and chosen is found else None,
            )
        )  # fmt: skip
    return lines


def measure_memory(facts: int, _: int) -> list[Line]:
    """The report in a process that does nothing else."""

    def run() -> list[Line]:
        requests = [case.request for case in cases(cities.find_city())]
        before = peak_memory()
        gc.collect()
        line = alone(
            f"300 figures, {facts:,} facts: memory", connection.vendor,
            lambda: figures(requests, by=cities.SYSTEM), repeats=1,
        )  # fmt: skip
        line.memory, line.note = peak_memory(), f"{before:.0f} MB before the first figure"
        return [line]

    return with_metrics(run)


def measure_drilling(facts: int, repeats: int) -> list[Line]:
    """Total, four breakdowns and the first 100 facts: of a flow and of a count of persons, whole tree, one year."""
    return with_metrics(
        lambda: [_drilling(facts, repeats, "flow", 40), _drilling(facts, repeats, "distinct", 105)]
    )


def _drilling(facts: int, repeats: int, label: str, place: int) -> Line:
    request = FigureRequest(f"b.m{place}", Scope(cities.code_of(0)), Period.parse("2024"))

    def opened() -> int:
        parts = drill_all(request, by=cities.SYSTEM, dimensions=BREAKDOWNS)
        assert all(part.reconciles for part in parts.values()), label
        rows, total = facts_of_figure(request, by=cities.SYSTEM, limit=100)
        assert len(rows) == min(total, 100)
        return total

    return alone(
        f"drill-down of a {label}, {facts:,} facts", connection.vendor, opened, repeats=repeats, aim_seconds=0.2,
        note=f"{opened():,} facts behind it",
    )  # fmt: skip
