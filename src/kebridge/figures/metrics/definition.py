"""A metric (指标): a named, versioned definition over facts. Which fields each kind takes is told here, once."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

from kebridge.core.ledger.measures import Nature

ROUNDINGS = {
    "half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP,
    "floor": ROUND_FLOOR, "ceiling": ROUND_CEILING,
}  # fmt: skip
FILTER_DIMENSIONS = ("kind", "level", "grade", "audience", "channel", "basis")
DISTINCT_DIMENSIONS = (
    "kind", "level", "grade", "audience", "channel", "place", "programme", "plan", "scheme", "orgs",
)  # fmt: skip

BASE_KINDS = frozenset({"flow", "stock", "snapshot", "value", "subjects", "distinct", "first"})
# Kinds that compare or divide other metrics.
DERIVED_KINDS = frozenset({"ratio", "share", "growth", "points", "mean_per_year", "run", "rank"})
KINDS = BASE_KINDS | DERIVED_KINDS
KIND_LABELS = {
    "flow": "期间合计", "stock": "期末时点数", "snapshot": "观测数", "value": "测定值", "subjects": "去重数",
    "distinct": "不同类别数", "first": "首次日期", "ratio": "比率", "share": "占比", "growth": "增长率",
    "points": "百分点差", "mean_per_year": "年均", "run": "连续年数", "rank": "位次",
}  # fmt: skip


@dataclass(frozen=True)
class Aggregation:
    """What a kind may do over the tree and over time (its default first), and the natures it reads."""

    over_tree: tuple[str, ...]
    over_time: tuple[str, ...]
    natures: frozenset[Nature] = frozenset(Nature)


AGGREGATIONS = {
    "flow": Aggregation(("sum", "none", "max"), ("sum",), frozenset({Nature.FLOW})),
    "stock": Aggregation(("sum", "none", "max"), ("end", "mean"), frozenset({Nature.STOCK})),
    "snapshot": Aggregation(("sum", "none", "max"), ("last", "none"), frozenset({Nature.SNAPSHOT})),
    "value": Aggregation(("none", "max"), ("last", "none"), frozenset({Nature.VALUE})),
    "subjects": Aggregation(("sum", "none"), ("sum", "end"), frozenset({Nature.FLOW, Nature.STOCK})),
    "distinct": Aggregation(("sum", "none"), ("sum",), frozenset({Nature.FLOW})),
    "first": Aggregation(("sum", "none"), ("sum",), frozenset({Nature.FLOW, Nature.STOCK})),
}

COMMON = frozenset(
    {"name", "title", "unit", "help", "kind", "decimals", "rounding", "version", "good_direction", "words"}
)
_BASE = frozenset({"measure", "measures", "filters", "over_tree", "over_time"})
FIELDS = {
    "flow": _BASE, "stock": _BASE, "subjects": _BASE, "first": _BASE,
    "snapshot": _BASE | {"carry_forward", "change"}, "value": _BASE | {"carry_forward"},
    "distinct": _BASE | {"of"},
    "ratio": frozenset({"numerator", "denominator", "times"}),
    "share": frozenset({"part", "whole", "of", "filters", "whole_unlimited"}),
    "growth": frozenset({"of"}), "points": frozenset({"of"}), "mean_per_year": frozenset({"of"}),
    "run": frozenset({"of"}), "rank": frozenset({"of"}),
}  # fmt: skip
REQUIRED = {
    "snapshot": ("carry_forward",), "distinct": ("of",), "ratio": ("numerator", "denominator"), "growth": ("of",), "points": ("of",), "mean_per_year": ("of",), "run": ("of",),
    "rank": ("of",),
}  # fmt: skip
WHOLES = ("unfiltered", "unrequested", "parent")
DIRECTIONS = ("up", "down")


@dataclass(frozen=True)
class Metric:
    """One definition.

    `measures` are codes; `filters` pairs a dimension with accepted values. `over_tree` sum | none | max;
    `over_time` sum | end | last | mean | none. `carry_forward`: days that an observation still speaks for.
    `change`: a snapshot's end minus its start. `dimension`: what `distinct` counts. `of`, `numerator`,
    `denominator` name other metrics (a share's part and whole are its numerator and denominator); `times`
    multiplies a ratio (100 for %). `whole` of a share of one metric: `unfiltered` (the same without the
    definition's filters), `unrequested` (without the request's filters; of two metrics by `whole_unlimited`), `parent`
    (the parent organisation).
    `words`: other ways in which texts name it. `place` tells file and line of the definition.
    """

    name: str
    title: str
    unit: str
    help: str
    kind: str
    measures: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    over_tree: str = "sum"
    over_time: str = "sum"
    decimals: int = 0
    rounding: str = "half_up"
    version: int = 1
    good_direction: str = ""
    carry_forward: int = 0
    change: bool = False
    dimension: str = ""
    of: str = ""
    numerator: str = ""
    denominator: str = ""
    times: int = 1
    whole: str = ""
    words: tuple[str, ...] = ()
    place: str = ""

    def __hash__(self) -> int:
        """Of the name alone: requests are kept in dictionaries by their metric."""
        return hash(self.name)

    @property
    def is_derived(self) -> bool:
        return self.kind in DERIVED_KINDS

    @property
    def references(self) -> tuple[str, ...]:
        """Names of the metrics that this one is built on."""
        return tuple(name for name in (self.of, self.numerator, self.denominator) if name)

    def rounded(self, exact: Decimal) -> Decimal:
        """The shown value: rounded once, here, by the definition's rule."""
        return exact.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUNDINGS[self.rounding])
