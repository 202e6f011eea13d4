"""Every measure is a figure of its own: what was recorded can be asked without anybody defining it again."""

from kebridge.core.ledger.measures import Measure, Nature
from kebridge.figures.metrics.definition import AGGREGATIONS, Metric

KIND_OF = {Nature.FLOW: "flow", Nature.STOCK: "stock", Nature.SNAPSHOT: "snapshot", Nature.VALUE: "value"}
# An observation speaks for a year and the month in which the next one is looked up.
CARRY_FORWARD = {"snapshot": 400, "value": 400}


def own_metric(measure: Measure) -> Metric:
    """Summed, counted at the end or last observed, as the measure's nature says; whole numbers."""
    kind = KIND_OF[measure.nature]
    rule = AGGREGATIONS[kind]
    return Metric(
        name=measure.code, title=measure.title, unit=measure.unit, help=helped(measure), kind=kind,
        measures=(measure.code,), over_tree=rule.over_tree[0], over_time=rule.over_time[0],
        carry_forward=CARRY_FORWARD.get(kind, 0),
    )  # fmt: skip


def helped(measure: Measure) -> str:
    return f"{measure.help}。" if measure.help else ""
