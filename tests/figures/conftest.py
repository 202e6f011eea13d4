"""A city with two counties and their museums, and the metrics of these tests in place of the rooms' own.

Imports stand inside: this file is read before the settings are.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest


@pytest.fixture
def only_test_metrics(db: None) -> Iterator[None]:
    from kebridge.figures import metrics
    from tests.figures.measures import METRICS

    with metrics.using(metrics.load(METRICS, "tests/metrics.yaml")):
        yield


@pytest.fixture
def city(only_test_metrics: None) -> Any:
    from tests.figures.city import City

    made = City()
    made.org("CITY", "city", None)
    made.org("A")
    made.org("B")
    made.org("AM", "museum", "A")
    made.org("BM", "museum", "B")
    return made


@pytest.fixture
def monthly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Museums owe the register of visits a report every month."""
    from kebridge.core.records import register as registers
    from kebridge.core.records.models import Body

    reporting = registers.Reporting("month", ("museum",))
    stub = SimpleNamespace(
        code="t_visits", title="参观", noun="参观", model=Body, day="", reporting=reporting, fields=(), line_fields=(),
        words={},
    )  # fmt: skip
    monkeypatch.setitem(registers._registers, "t_visits", stub)
