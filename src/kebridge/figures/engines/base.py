"""What an engine must do: add and count ledger facts. Meaning, rounding and rules live above it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, Protocol

Origin = Literal["detail", "other", "any"]

# Columns by which facts may be grouped; the last two belong to the posting, `month` (2024-03) is told from the day.
COLUMNS = (
    "measure", "org_id", "day", "month", "since", "subject_id", "quantity", "kind", "level", "grade", "audience", "channel",
    "place", "basis", "state", "origin", "tagset_id", "source_type", "source_id",
)  # fmt: skip
POSTING_COLUMNS = frozenset({"source_type", "source_id"})
ORIGIN_LIMIT = 3  # past figures (origin 3) never join sums


@dataclass(frozen=True)
class Select:
    """Which facts, grouped by what.

    `measures` are numbers; `orgs` None means every organisation; `dims` pairs a dimension with accepted values;
    `tags` holds groups of tag ids: a fact must carry any tag of each group. `spanning`: keep what overlaps
    [start, end] with [since, day] instead of what has its day there. `count_subjects`: instead of sums, the
    number of distinct subjects. `standing`: a subject stands by its quantities (stocks), not by its facts.
    """

    measures: tuple[int, ...]
    columns: tuple[str, ...]
    end: date
    start: date | None = None
    orgs: tuple[int, ...] | None = None
    dims: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tags: tuple[tuple[int, ...], ...] = ()
    bases: tuple[int, ...] = ()
    planned: bool = False
    seal: int | None = None
    origin: Origin = "detail"
    spanning: bool = False
    count_subjects: bool = False
    standing: bool = False

    def __hash__(self) -> int:
        """Without the thousands of organisations: selects are kept in dictionaries, and asked for often."""
        return hash(
            (self.measures, self.columns, self.start, self.end, self.dims, self.tags, self.origin, self.seal)
        )


class Group(NamedTuple):
    """One group: the values of the columns, the net quantity in smallest units, the net number of facts.

    For `count_subjects` the columns are (basis, state) of each subject and both numbers are the count.
    """

    key: tuple[Any, ...]
    quantity: int
    facts: int


class Engine(Protocol):
    """Five calls. Groups whose facts cancel out are left out; the order of groups is not promised."""

    def load(self, ledger: "Ledger") -> None:
        """Take facts in; an engine that stands on the operational database has nothing to take."""

    def query(self, selects: Sequence[Select]) -> list[list[Group]]:
        """The groups of every select, in the order asked."""

    def rows(self, select: Select, offset: int, limit: int) -> tuple[list[Group], int]:
        """One page of groups in the order of the columns, and how many groups there are."""

    def explain(self, select: Select) -> str:
        """How the engine goes about it, for people who tune it."""

    def capabilities(self) -> frozenset[str]:
        """Words for what it offers: `position` (seals), `live` (sees the open transaction)."""


class LedgerFact(NamedTuple):
    """A stored fact, words as their small numbers."""

    posting_id: int
    measure: int
    org_id: int
    day: date
    since: date | None
    quantity: int
    sign: int
    subject_id: int | None
    kind: str
    level: str
    grade: str
    audience: str
    channel: str
    place: str
    basis: int
    state: int
    origin: int
    tagset_id: int | None


@dataclass
class Ledger:
    """A ledger outside the database: facts, members of tag sets, seal and source of each posting."""

    facts: list[LedgerFact] = field(default_factory=list)
    tags: dict[int, frozenset[int]] = field(default_factory=dict)
    seals: dict[int, int] = field(default_factory=dict)
    sources: dict[int, tuple[str, int]] = field(default_factory=dict)
