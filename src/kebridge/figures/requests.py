"""What can be asked: whose, when, limited to what, as known when; and what comes back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures.metrics.definition import Metric

FILTER_LABELS = {
    "programme": "品牌活动", "plan": "计划事项", "scheme": "奖项、赛事与计划", "kind": "类别", "level": "层级", "grade": "等次",
    "audience": "对象", "channel": "渠道", "place": "地点", "basis": "依据", "org_type": "单位类型",
}  # fmt: skip

REPORTED, NIL, UNREPORTED = "reported", "nil", "unreported"
UNREPORTED_TEXT = "未填报"


@dataclass(frozen=True)
class Scope:
    """Whose figure: an organisation with all below it, or (`own`, 本级) itself alone."""

    org_code: str
    own: bool = False

    def __str__(self) -> str:
        return f"{self.org_code}{'（本级）' if self.own else ''}"


class Filters(Mapping[str, tuple[str, ...]]):
    """Filters as a value: keys in order, values as sorted tuples; hashable."""

    __slots__ = ("_items",)

    def __init__(self, given: Mapping[str, Any] | None = None) -> None:
        """Raises Refusal: a filter that figures do not know."""
        items = []
        for key, value in sorted((given or {}).items()):
            if key not in FILTER_LABELS:
                raise Refusal(f"不能按“{key}”限定", repair=f"可以按{'、'.join(FILTER_LABELS.values())}限定")
            values = (value,) if isinstance(value, str) else tuple(value)
            if values:
                items.append((key, tuple(sorted({str(item) for item in values}))))
        self._items: tuple[tuple[str, tuple[str, ...]], ...] = tuple(items)

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return dict(self._items)[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filters) and self._items == other._items

    def __repr__(self) -> str:
        return f"Filters({dict(self._items)})"

    def __str__(self) -> str:
        return ";".join(f"{key}={'|'.join(values)}" for key, values in self._items)

    def only(self, key: str, value: str) -> "Filters":
        """These filters with one more, replacing what `key` said."""
        return Filters({**dict(self._items), key: value})

    def without(self, *keys: str) -> "Filters":
        return Filters({key: values for key, values in self._items if key not in keys})


def filters_key(filters: Mapping[str, Any]) -> str:
    """The canonical text of filters, as past figures store it in `grade`: `kind=a|b;programme=科普日`."""
    return str(filters if isinstance(filters, Filters) else Filters(filters))


@dataclass(frozen=True)
class FigureRequest:
    """One figure asked for. `position`: a seal number, None for now. `as_then`: each period by its own tree."""

    metric: str
    scope: Scope
    period: Period
    filters: Mapping[str, Any] = field(default_factory=Filters)
    position: int | None = None
    as_then: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.filters, Filters):
            object.__setattr__(self, "filters", Filters(self.filters))

    @property
    def limits(self) -> Filters:
        """The filters in their canonical form."""
        assert isinstance(self.filters, Filters)
        return self.filters


@dataclass(frozen=True)
class Missing:
    """A unit that owed a report for a month or year and gave nothing."""

    org_id: int
    name: str
    label: str


@dataclass(frozen=True)
class Origins:
    """Where the quantity comes from, in shown units.

    `superseded`: what summaries said that detail replaced; `difference`: that minus the detail of the same
    organisations and spans.
    """

    detail: Decimal = Decimal(0)
    summary: Decimal = Decimal(0)
    opening: Decimal = Decimal(0)
    past: Decimal = Decimal(0)
    superseded: Decimal = Decimal(0)
    difference: Decimal = Decimal(0)


@dataclass(frozen=True)
class Straddling:
    """A summary that reaches over the edge of the period and is therefore not counted."""

    org_id: int
    name: str
    since: date | None
    day: date
    quantity: Decimal


@dataclass(frozen=True)
class Figure:
    """A metric's value for a scope, a period and a position.

    `value` is rounded by the metric's rule, `exact` is not; both None when nothing can be said (`note` tells
    why). `bases` are shares by name of basis, adding up to 1. `numerator` and `denominator` are the two sides of
    a ratio, share, growth (now, before), points (now, before) or rank (own value, None). `day` is the answer of
    `first`. `among`: how many a rank ranks. `as_of`: the day of the tree. `hidden`: withheld from publication.
    """

    request: FigureRequest
    metric: Metric
    value: Decimal | None
    exact: Decimal | None
    unit: str
    status: str
    as_of: date
    missing: tuple[Missing, ...] = ()
    pending: int = 0
    bases: Mapping[str, Decimal] = field(default_factory=dict)
    origins: Origins = Origins()
    straddling: tuple[Straddling, ...] = ()
    planned_share: Decimal = Decimal(0)
    numerator: "Figure | None" = None
    denominator: "Figure | None" = None
    day: date | None = None
    among: int = 0
    note: str = ""
    hidden: bool = False

    @property
    def position(self) -> int | None:
        return self.request.position

    @property
    def version(self) -> int:
        return self.metric.version

    @property
    def text(self) -> str:
        """Value and unit as a page shows them; what was never reported says so."""
        if self.hidden:
            return "*"
        if self.day is not None:
            return f"{self.day.year}年{self.day.month}月{self.day.day}日"
        if self.value is None:
            return UNREPORTED_TEXT if self.status == UNREPORTED else "—"
        return f"{self.value:f}{self.unit}"
