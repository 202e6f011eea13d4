"""Summaries and opening stocks: they count until detail of the same organisation, register and days replaces them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from kebridge.core.ledger import measures as ledger_measures
from kebridge.figures.compiling import Ask, Session, base_select, other_select
from kebridge.figures.engines.base import Select

_FIRST_DAY = date.min


class OtherFact(NamedTuple):
    """A standing fact that is not detail; `quantity` in smallest units, net."""

    org_id: int
    measure: int
    since: date | None
    day: date
    origin: int
    basis: int
    state: int
    kind: str
    level: str
    grade: str
    audience: str
    channel: str
    place: str
    tagset_id: int | None
    quantity: int

    @property
    def series(self) -> tuple[Any, ...]:
        """What a later statement of the same thing would share."""
        return (self.org_id, self.measure, *self[7:14])

    @property
    def span(self) -> tuple[int, date, date]:
        return self.org_id, self.since or _FIRST_DAY, self.day


@dataclass
class Others:
    """Facts that count, that detail replaced, and that reach over the edge of the period.

    `replacing`: the detail quantity of the organisations and spans of the superseded.
    """

    counted: list[OtherFact] = field(default_factory=list)
    superseded: list[OtherFact] = field(default_factory=list)
    straddling: list[OtherFact] = field(default_factory=list)
    replacing: int = 0


def others(ask: Ask, session: Session) -> Others:
    """The facts other than detail that touch a request, sorted out by the rule."""
    key = ("others", ask)
    if key not in session.memo:
        session.memo[key] = _sort_out(ask, session)
    found: Others = session.memo[key]
    return found


def _sort_out(ask: Ask, session: Session) -> Others:
    facts = [OtherFact(*group.key, group.quantity) for group in session.groups(other_select(ask, session))]
    result = Others()
    if not facts:
        return result
    inside: list[OtherFact] = []
    if ask.is_level:
        inside = _newest(facts)
    else:
        for fact in facts:
            is_inside = fact.since is not None and fact.since >= ask.period.start and fact.day <= ask.period.end
            (inside if is_inside else result.straddling).append(fact)
    days = _detail_days(inside, ask, session)
    for fact in inside:
        is_replaced = _has_day(days[_register_of(fact)].get(fact.org_id, []), fact)
        (result.superseded if is_replaced else result.counted).append(fact)
    if result.superseded:
        result.replacing = _replacing(result.superseded, ask, session)
    return result


def _newest(facts: Iterable[OtherFact]) -> list[OtherFact]:
    """Of several statements of one level, the one with the latest day."""
    newest: dict[tuple[Any, ...], list[OtherFact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.day):
        known = newest.get(fact.series)
        newest[fact.series] = [*known, fact] if known and known[0].day == fact.day else [fact]
    return [fact for same_day in newest.values() for fact in same_day]


def _register_of(fact: OtherFact) -> str:
    return ledger_measures.by_number(fact.measure).register


def _detail_days(facts: list[OtherFact], ask: Ask, session: Session) -> dict[str, dict[int, list[date]]]:
    """By register and organisation, the days in order on which detail stands."""
    by_register: dict[str, list[OtherFact]] = defaultdict(list)
    for fact in facts:
        by_register[_register_of(fact)].append(fact)
    found: dict[str, dict[int, list[date]]] = defaultdict(dict)
    for register, members in by_register.items():
        first = min(fact.span[1] for fact in members)
        select = Select(
            measures=tuple(measure.number for measure in ledger_measures.of_register(register)),
            columns=("org_id", "day"),
            start=None if first == _FIRST_DAY else first,
            end=max(fact.day for fact in members),
            orgs=tuple(sorted({fact.org_id for fact in members})),
            planned=ask.period.planned,
            seal=ask.position,
        )
        for group in sorted(session.groups(select)):
            found[register].setdefault(group.key[0], []).append(group.key[1])
    return found


def _has_day(days: list[date], fact: OtherFact) -> bool:
    at = bisect_left(days, fact.since or _FIRST_DAY)
    return at < len(days) and days[at] <= fact.day


def _replacing(superseded: list[OtherFact], ask: Ask, session: Session) -> int:
    """The detail that stands in place of these facts, each span of an organisation taken once."""
    spans = {fact.span for fact in superseded}
    select = replace(
        base_select(ask, session, ("org_id", "day")),
        start=None if ask.is_level else min(span[1] for span in spans),
        end=max(span[2] for span in spans),
        orgs=tuple(sorted({span[0] for span in spans})),
    )
    if ask.metric.kind in ("subjects", "distinct"):
        select = replace(select, columns=("org_id", "day", "subject_id"))
        seen = {
            (span, group.key[2])
            for group in session.groups(select)
            for span in spans
            if span[0] == group.key[0] and span[1] <= group.key[1] <= span[2]
        }
        return len(seen)
    return sum(
        group.quantity
        for group in session.groups(select)
        for span in spans
        if span[0] == group.key[0] and span[1] <= group.key[1] <= span[2]
    )
