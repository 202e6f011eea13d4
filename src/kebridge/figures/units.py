"""The unit in which a figure is told."""

from collections.abc import Mapping

from kebridge.core.ledger import measures as ledger_measures
from kebridge.figures.metrics.definition import Metric


def unit_of(metric: Metric, limits: Mapping[str, tuple[str, ...]]) -> str:
    """The metric's unit; for a measure of mixed units, the one unit that the filters ask for."""
    for code in metric.measures:
        named = limits.get(ledger_measures.get(code).unit_in, ())
        if len(named) == 1:
            return named[0]
    return metric.unit
