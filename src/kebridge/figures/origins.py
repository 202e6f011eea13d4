"""Summaries and opening stocks: they count until detail of the same organisation, register and days replaces them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Nature
from kebridge.core.subjects.models import SubjectKind
from kebridge.figures.compiling import Ask, Session, base_select, other_select
from kebridge.figures.engines.base import Select

_FIRST_DAY = date.min
# Days in order, by organisation and kind.
Details = dict[int, dict[str, list[date]]]


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
    """Facts that count, that detail replaced, and that reach over the edge of the period."""

    counted: list[OtherFact] = field(default_factory=list)
    superseded: list[OtherFact] = field(default_factory=list)
    straddling: list[OtherFact] = field(default_factory=list)


def others(ask: Ask, session: Session) -> Others:
    """The facts other than detail that touch a request, sorted out by the rule."""
    key = ("others", ask)
    if key not in session.memo:
        session.memo[key] = _sort_out(ask, session)
    found: Others = session.memo[key]
    return found


def _sort_out(ask: Ask, session: Session) -> Others:
    facts = [
        OtherFact._make((*group.key, group.quantity)) for group in session.groups(other_select(ask, session))
    ]
    result = Others()
    if not facts:
        return result
    inside: list[OtherFact] = []
    if ask.is_level:
        inside = _newest(facts)
    else:
        for fact in facts:
            is_inside = (
                fact.since is not None and fact.since >= ask.period.start and fact.day <= ask.period.end
            )
            (inside if is_inside else result.straddling).append(fact)
    details = _details(inside, ask, session)
    for fact in inside:
        is_replaced = _is_replaced(fact, details[_register_of(fact)], _replacers(fact, ask, session))
        (result.superseded if is_replaced else result.counted).append(fact)
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


def _replacers(fact: OtherFact, ask: Ask, session: Session) -> tuple[int, ...]:
    """The organisations whose detail replaces a fact: its own; where each organisation counts for itself, all below."""
    if ledger_measures.by_number(fact.measure).subject_kind == SubjectKind.ORGANISATION:
        return session.tree(ask.tree_day, ask.position).subtree(fact.org_id) or (fact.org_id,)
    return (fact.org_id,)


def _details(facts: list[OtherFact], ask: Ask, session: Session) -> dict[str, Details]:
    """By register, the days in order on which detail stands, for each organisation and kind."""
    by_register: dict[str, list[OtherFact]] = defaultdict(list)
    for fact in facts:
        by_register[_register_of(fact)].append(fact)
    return {
        register: _detail_of(register, members, ask, session) for register, members in by_register.items()
    }


def _detail_of(register: str, members: list[OtherFact], ask: Ask, session: Session) -> Details:
    """What was read for wider days serves for the narrower: the months of a year ask after the year.

    Where all statements are of whole months, the months of the detail are enough (each as its first day).
    """
    first, last = min(fact.span[1] for fact in members), max(fact.day for fact in members)
    column = "month" if all(_is_whole_months(fact) for fact in members) else "day"
    orgs = frozenset(org for fact in members for org in _replacers(fact, ask, session))
    known = session.memo.setdefault(("details", register, column, ask.period.planned, ask.position), [])
    for start, end, of, found in known:
        if start <= first and last <= end and orgs <= of:
            return dict(found)
    select = Select(
        measures=tuple(measure.number for measure in ledger_measures.of_register(register)),
        columns=("org_id", "kind", column),
        start=None if first == _FIRST_DAY else first,
        end=last,
        orgs=tuple(sorted(orgs)),
        planned=ask.period.planned,
        seal=ask.position,
    )
    made: Details = defaultdict(dict)
    for org, kind, day in sorted(group.key for group in session.groups(select)):
        made[org].setdefault(kind, []).append(date.fromisoformat(f"{day}-01") if column == "month" else day)
    known.append((first, last, orgs, made))
    return made


def _is_whole_months(fact: OtherFact) -> bool:
    starts = fact.since is None or fact.since.day == 1
    return starts and (fact.day + timedelta(days=1)).day == 1


def _is_replaced(fact: OtherFact, details: Details, orgs: Iterable[int]) -> bool:
    """Whether detail stands in the days of a fact.

    Any kind of the register replaces a flow; a level of one kind (33 societies) is replaced by that kind alone.
    """
    is_level = ledger_measures.by_number(fact.measure).nature is Nature.STOCK
    for org in orgs:
        for kind, days in details.get(org, {}).items():
            if (not is_level or not fact.kind or kind == fact.kind) and _has_day(days, fact):
                return True
    return False


def _has_day(days: list[date], fact: OtherFact) -> bool:
    at = bisect_left(days, fact.span[1])
    return at < len(days) and days[at] <= fact.day


def replacing(superseded: list[OtherFact], ask: Ask, session: Session) -> int:
    """The quantity of detail that stands in place of these facts; each detail fact is taken once."""
    if not superseded:
        return 0
    spans = {(org, *fact.span[1:]) for fact in superseded for org in _replacers(fact, ask, session)}
    is_distinct = ask.metric.kind in ("subjects", "distinct")
    columns = ("org_id", "day", "subject_id") if is_distinct else ("org_id", "day")
    select = replace(
        base_select(ask, session, columns),
        start=None if ask.is_level else min(span[1] for span in spans),
        end=max(span[2] for span in spans),
        orgs=tuple(sorted({span[0] for span in spans})),
    )
    by_org: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for org, since, until in spans:
        by_org[org].append((since, until))
    inside = [
        group
        for group in session.groups(select)
        if any(since <= group.key[1] <= until for since, until in by_org[group.key[0]])
    ]
    if is_distinct:
        return len({group.key[2] for group in inside})
    return sum(group.quantity for group in inside)
