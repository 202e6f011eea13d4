"""Who has not reported what, with the sentence that asks for it (催报)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.remembering import remembered
from kebridge.core.orgs.trees import Node
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.figures.evaluation import missing_of, require_all_seen
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.presenting import MissingUnit, missing_units, open_metrics
from kebridge.figures.requests import FigureRequest, Scope


@dataclass(frozen=True)
class Owed:
    """What a register still waits for: units with their months or years, and the sentence to send."""

    register: Register
    units: tuple[MissingUnit, ...]
    reminder: str


def owed(org: Node, period: Period, *, by: Actor) -> list[Owed]:
    """By register, who of the organisation's units has not reported in the period."""
    known = open_metrics(by)
    asked = [(one, metric) for one in registers.every() if (metric := _metric_of(one, known))]
    wanted = [FigureRequest(metric.name, Scope(org.code), period) for _, metric in asked]
    require_all_seen(wanted, by=by)
    missing = remembered(
        "owed", org.code, str(period), [one.metric for one in wanted], by.sight,
        make=lambda: [missing_units(found) for found in missing_of(wanted, by=by)],
    )  # fmt: skip
    return [
        Owed(register, tuple(units), reminder(register, units, period))
        for (register, _), units in zip(asked, missing, strict=True)
        if units
    ]


def _metric_of(register: Register, known: Sequence[Metric]) -> Metric | None:
    """An open metric of one measure of the register, if anybody owes it reports."""
    if register.reporting is None:
        return None
    own = {measure.code for measure in ledger_measures.of_register(register.code)}
    return next(
        (one for one in known if one.kind == "flow" and one.measures and set(one.measures) <= own), None
    )


def reminder(register: Register, units: Sequence[MissingUnit], period: Period) -> str:
    """The ready sentence of a 催报."""
    lines = "；".join(f"{unit.name}（{unit.text}）" for unit in units)
    return (
        f"请以下单位补报{period.label}“{register.title}”：{lines}。"
        f"确实没有发生的，请在系统里作零报告。如已报送，请忽略。"
    )
