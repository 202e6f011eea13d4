"""What the parts of the checker hand to each other: mentions found, what they claim, how they are judged.

Offsets count Unicode characters of the text as read. Values are Decimals with 万 and 亿 expanded; 15.3% is 15.3 with
unit "%", 翻番 is 2 with unit "倍".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kebridge.core.wording.agreement import Qualifier


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    RATE = "rate"
    GROWTH = "growth"
    POINTS = "points"
    RATIO = "ratio"
    RANK = "rank"
    RUN = "run"
    MEASURE = "measure"


class Verdict(StrEnum):
    """How a figure stands against the records."""

    MATCHES = "matches"
    POSSIBLE = "possible"
    ROUNDED = "rounded"
    CONTRADICTS = "contradicts"
    NOT_COMPUTABLE = "not_computable"
    NEEDS_EVIDENCE = "needs_evidence"


class RelationType(StrEnum):
    """What a draft says of its own figures."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    GROWTH = "growth"
    SHARE = "share"
    DUPLICATE = "duplicate"
    UNIT = "unit"
    HEDGE = "hedge"
    DATE = "date"


@dataclass(frozen=True)
class Draft:
    """A text as read: what was furniture of a page is kept (offsets stay true) and listed in `furniture` as spans."""

    text: str
    name: str = ""
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Mention:
    """A place with a number. `is_claim` False: it names something (a date, 第37届, 1+8+N) and `reason` says what.

    `low` and `high` bound the value that the wording allows; None is open. `step` is the place value of the last
    printed digit (33.5万 → 1000), `hedges` the words that soften the number as written (近 … 左右).
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    low: Decimal | None = None
    high: Decimal | None = None
    is_claim: bool = True
    reason: str = ""
    kind: Kind = Kind.COUNT
    step: Decimal | None = None
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What stands around a mention: its clause, sentence, headings above it (outermost first), and the head of its list.

    `subject`: the nearest words that say what is counted; `period_words` and `scope_words`: as written, nearest first,
    inherited from sentence, paragraph and heading; `is_plan`: told as intended, not done.
    """

    clause: tuple[int, int]
    sentence: tuple[int, int]
    headings: tuple[str, ...] = ()
    list_head: str = ""
    subject: str = ""
    period_words: tuple[str, ...] = ()
    scope_words: tuple[str, ...] = ()
    is_plan: bool = False


@dataclass(frozen=True)
class Candidate:
    """A metric that a mention may claim; `confidence` 0 to 1, from words alone, never from the value."""

    metric: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: str = ""
    period: str = ""
    confidence: float = 0.0


@dataclass(frozen=True)
class Binding:
    """What a mention claims: candidates, best first. `confirmed`: a person chose the first one."""

    candidates: tuple[Candidate, ...] = ()
    confirmed: bool = False
    is_ambiguous: bool = True

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True)
class Judgement:
    """How a mention stands; `expected` is the figure from the records, None where there is none."""

    verdict: Verdict
    expected: Decimal | None = None
    explanation: str = ""


@dataclass(frozen=True)
class Relation:
    """Mentions (by their index) that belong together, and whether they do as they say."""

    type: RelationType
    members: tuple[int, ...]
    holds: bool
    expected: Decimal | None = None
    explanation: str = ""


@dataclass(frozen=True)
class Finding:
    """A mention with all that is known of it."""

    mention: Mention
    context: Context | None = None
    binding: Binding = Binding()
    judgement: Judgement | None = None
