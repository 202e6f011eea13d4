"""The claims of a case, as its CSV states them."""

import csv
from dataclasses import dataclass
from decimal import Decimal

from kebridge.casework.cases import Case
from kebridge.core.calendar.periods import Period
from kebridge.figures.requests import FigureRequest, Scope

COMPUTED, LABEL, LATER = "computed", "label", "later"
STATUSES = (COMPUTED, LABEL, LATER)
OWN = ":own"  # after an organisation's code: itself alone, without those below it


@dataclass(frozen=True)
class Claim:
    """One statement of the report: what it says, and by which figure it is computed.

    `computed` needs a metric; `label` is no measurement (the note says why); `later` names the room it waits for.
    """

    id: str
    statement: str
    expected: Decimal
    unit: str
    qualifier: str
    status: str
    room: str
    metric: str
    filters: dict[str, tuple[str, ...]]
    scope: str
    period: str
    note: str

    def request(self) -> FigureRequest:
        """The figure that computes it. Raises ValueError: the claim has none, or its period is not one."""
        if self.status != COMPUTED:
            raise ValueError(f"{self.id} is not computed but {self.status}")
        code = self.scope.removesuffix(OWN)
        scope = Scope(code, own=self.scope.endswith(OWN))
        return FigureRequest(self.metric, scope, Period.parse(self.period), self.filters)


def read_claims(case: Case) -> list[Claim]:
    """In the order of the file. Raises ValueError: a status or filter that is none."""
    with case.claims_file.open(encoding="utf-8", newline="") as file:
        return [_claim(row) for row in csv.DictReader(file)]


def _claim(row: dict[str, str]) -> Claim:
    if row["status"] not in STATUSES:
        raise ValueError(f"{row['id']}: no such status: {row['status']}")
    values = {**row, "expected": Decimal(row["expected"]), "filters": parse_filters(row["filters"])}
    return Claim(**values)


def parse_filters(text: str) -> dict[str, tuple[str, ...]]:
    """`kind=lecture;programme=a|b` as a mapping."""
    found = {}
    for part in filter(None, text.split(";")):
        key, equals, values = part.partition("=")
        if not equals or not values:
            raise ValueError(f"no filter: {part}")
        found[key] = tuple(values.split("|"))
    return found
