"""Measures (统计项): declared kinds of fact. Rooms register theirs in `facts.py`."""

from dataclasses import dataclass
from enum import Enum


class Nature(Enum):
    """How quantities of a measure relate to time."""

    FLOW = "期间数"
    STOCK = "时点数"
    SNAPSHOT = "观测数"
    VALUE = "测定值"


class Visibility(Enum):
    """Who may see figures of a measure."""

    OPEN = "公开"
    INTERNAL = "内部"
    CLOSED = "限定范围"


@dataclass(frozen=True)
class Measure:
    """A kind of fact.

    `number` is its short name in the database and never changes. `scale` smallest units make one `unit`
    (1,000 metres a kilometre; 100 fen a yuan). Only measures of one `family` may be added together.
    `unit_in` is the dimension that holds the unit where quantities of several units stand under one measure.
    Raise `version` when its dimensions change; `kebridge ledger restate` then posts the difference.
    """

    code: str
    number: int
    title: str
    unit: str
    register: str
    nature: Nature = Nature.FLOW
    scale: int = 1
    subject_kind: str = ""
    visibility: Visibility = Visibility.OPEN
    family: str = ""
    unit_in: str = ""
    version: int = 1
    help: str = ""


NIL = "records.nil"
PAST = "records.past"

_by_code: dict[str, Measure] = {}
_by_number: dict[int, Measure] = {}


def register(*measures: Measure) -> None:
    """Declare measures. Raises ValueError when a code or number is taken by another."""
    for measure in measures:
        known = _by_code.get(measure.code) or _by_number.get(measure.number)
        if known is not None and known != measure:
            raise ValueError(
                f"measure {measure.code} ({measure.number}) clashes with {known.code} ({known.number})"
            )
        _by_code[measure.code] = measure
        _by_number[measure.number] = measure


def get(code: str) -> Measure:
    """Raises KeyError: no such measure."""
    return _by_code[code]


def by_number(number: int) -> Measure:
    return _by_number[number]


def every() -> list[Measure]:
    return sorted(_by_code.values(), key=lambda measure: measure.number)


def of_register(code: str) -> list[Measure]:
    return [measure for measure in every() if measure.register == code]


register(
    Measure(NIL, 1, "零报告", "次", "nil_returns", help="单位声明某一时期没有发生"),
    Measure(PAST, 2, "往年数", "", "past_figures", nature=Nature.VALUE, scale=1_000_000,
            help="往年报告中的数，附扫描件"),
)  # fmt: skip
