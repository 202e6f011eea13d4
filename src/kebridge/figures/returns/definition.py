"""A return (统计报表): a form of an outside survey in the version of some years; each line is a metric, or is filled by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Line:
    """One line (报表指标). `metric` with its `filters`, shown divided by `divide` (10000: 万人); or `by_hand`: why we have none."""

    number: str
    form: str
    title: str
    unit: str
    metric: str
    filters: Mapping[str, tuple[str, ...]]
    divide: int
    decimals: int
    by_hand: str
    note: str

    def shown(self, value: Decimal) -> Decimal:
        """In the unit of the form, 四舍五入."""
        return (value / self.divide).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


@dataclass(frozen=True)
class Return:
    """Valid for years `since`..`until`. A change of more than `explain_above` per cent must be explained."""

    code: str
    system: str
    title: str
    source: str
    note: str
    due: str
    since: int
    until: int | None
    explain_above: int | None
    lines: tuple[Line, ...]
    place: str

    def holds_in(self, year: int) -> bool:
        return self.since <= year and (self.until is None or year <= self.until)
