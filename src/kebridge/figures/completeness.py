"""Who owed a report and gave none, and who declared a zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils import timezone

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import NIL
from kebridge.core.ledger.models import Seal
from kebridge.core.orgs.trees import Node
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from kebridge.figures.compiling import Ask, Session, days
from kebridge.figures.engines.base import Select
from kebridge.figures.requests import Missing

_FIRST_DAY = date.min
_LEVELS = ("snapshot", "value")
Due = tuple[str, date, date]  # label and span of a report


@dataclass(frozen=True)
class Activity:
    """What organisations gave to a register in a span: (org, first day, last day) of each statement."""

    reported: frozenset[tuple[int, date, date]]
    nil: frozenset[tuple[int, date, date]]


def registers_of(ask: Ask) -> list[str]:
    return list(dict.fromkeys(measure.register for measure in ask.measures))


def missing(ask: Ask, session: Session) -> tuple[Missing, ...]:
    """The units of the scope that owed a report in the period and gave neither record, summary nor nil return."""
    found: list[Missing] = []
    for code in registers_of(ask):
        reporting = _reporting(code)
        if reporting is None:
            continue
        # All that the answer depends on: figures of one register, scope and period share it.
        key = (
            "missing", code, ask.scope, ask.metric.over_tree == "none", ask.filters.get("org_type"), ask.tree_day,
            ask.position, ask.period, days(ask), _is_flow(ask),
        )  # fmt: skip
        if key not in session.memo:
            session.memo[key] = _missing_of(code, reporting, ask, session)
        found += session.memo[key]
    return tuple(found)


def _is_flow(ask: Ask) -> bool:
    return ask.metric.kind not in _LEVELS and not ask.is_level


def _missing_of(code: str, reporting: Any, ask: Ask, session: Session) -> list[Missing]:
    units = _units(reporting, ask, session)
    if not units:
        return []
    due = list(_due(ask, session, reporting.frequency))
    # Most units that reported gave facts of the register's first measure: only the others are asked about all of them.
    every = tuple(measure.number for measure in ledger_measures.of_register(code))
    owing = _owing(units, due, _activity(code, ask, session, _ids_of(units), every[:1]), ask)
    if owing and len(every) > 1:
        units = list({unit.id: unit for unit, *_ in owing}.values())
        owing = _owing(units, due, _activity(code, ask, session, _ids_of(units)), ask)
    return [Missing(unit.id, unit.name, label) for unit, label in owing]


def _units(reporting: Any, ask: Ask, session: Session) -> list[Node]:
    """The units of the scope that owe reports to a register."""
    tree, orgs = session.tree(ask.tree_day, ask.position), session.orgs(ask)
    units = [tree.nodes[i] for i in (tree.ids if orgs is None else orgs) if i in tree.nodes]
    return [unit for unit in units if unit.type in reporting.org_types]


def prepare_missing(asks: Iterable[Ask], session: Session) -> None:
    """Read what `missing` asks first, for many figures in few statements."""
    selects: list[Select] = []
    for ask in asks:
        for code in registers_of(ask):
            reporting = _reporting(code)
            units = _units(reporting, ask, session) if reporting else []
            if units:
                every = tuple(measure.number for measure in ledger_measures.of_register(code))
                selects += [*_given(code, ask, _ids_of(units), only=every[:1]), _nil_select(ask, session)]
    session.prepare(selects)


def _ids_of(units: Iterable[Node]) -> tuple[int, ...]:
    return tuple(sorted(unit.id for unit in units))


def _owing(units: list[Node], due: list[Due], given: Activity, ask: Ask) -> list[tuple[Node, str]]:
    """Units with the labels of what they owed and did not give."""
    is_flow = _is_flow(ask)
    spans: dict[int, list[tuple[date, date]]] = {}
    for org, since, until in given.reported | given.nil:
        spans.setdefault(org, []).append((since, until))
    return [
        (unit, label)
        for unit in sorted(units, key=lambda unit: unit.code)
        for label, start, end in due
        if _stands(unit, start if is_flow else end, end)
        and not any(since <= end and until >= start for since, until in spans.get(unit.id, ()))
    ]


def _stands(unit: Node, start: date, end: date) -> bool:
    """Whether the unit stood from `start` to `end`: one founded or ended in between owes nothing."""
    founded = unit.founded or _FIRST_DAY
    return founded <= start and (unit.standing or (unit.ended is not None and unit.ended > end))


def _due(ask: Ask, session: Session, frequency: str) -> Iterable[Due]:
    """Labels and spans for which a report was owed: whole months or years that are over."""
    today = _today(ask.position, session)
    if not _is_flow(ask):
        start, end = days(ask)
        if end < today:
            yield f"截至{end.isoformat()}", start or _FIRST_DAY, end
        return
    parts: list[Period] = ask.period.months() if frequency == "month" else ask.period.years()
    for part in parts:
        if part.kind == frequency and part.end < today:
            yield part.label, part.start, part.end


def _today(position: int | None, session: Session) -> date:
    """The day from which the position looks. Raises Refusal: no such seal."""
    if position is None:
        return timezone.localdate()
    key = ("sealed", position)
    if key not in session.memo:
        made = Seal.objects.filter(pk=position).first()
        if made is None:
            raise Refusal(f"没有第{position}号存证", repair="请选择已有的数据时点")
        session.memo[key] = timezone.localdate(made.at)
    day: date = session.memo[key]
    return day


def require_position(position: int | None, session: Session) -> None:
    """Raises Refusal: no such seal."""
    _today(position, session)


def has_nil(ask: Ask, session: Session) -> bool:
    """Whether somebody in the scope declared a zero for days of the period."""
    return any(_nil_of(code, ask, session) for code in registers_of(ask))


def has_records(ask: Ask, session: Session) -> bool:
    """Whether the registers hold anything of the scope in the period, filters aside."""
    asked = [select for code in registers_of(ask) for select in _given_of(code, ask, session)]
    return any(session.surely_holds(select) for select in asked if select.origin == "detail") or any(
        bool(session.groups(select)) for select in asked
    )


def asked_of_silent(ask: Ask, session: Session) -> list[Select]:
    """What `has_nil` and `has_records` will ask, for planning a batch."""
    if ask.metric.kind in ("first", "value", "snapshot"):
        return []
    asked = (select for code in registers_of(ask) for select in _given_of(code, ask, session))
    sure = [one for one in asked if one.origin != "detail" or not session.surely_holds(one)]
    return [_nil_select(ask, session), *sure]


def _given_of(code: str, ask: Ask, session: Session) -> list[Select]:
    """What the scope gave to a register in the period: one row a measure."""
    key = (
        "given",
        code,
        ask.scope,
        ask.tree_day,
        days(ask),
        session.orgs(ask),
        ask.position,
        ask.period.planned,
    )
    if key not in session.memo:
        session.memo[key] = _given(code, ask, session.orgs(ask), ("measure",))
    selects: list[Select] = session.memo[key]
    return selects


def _given(code: str, ask: Ask, orgs: tuple[int, ...] | None, columns: tuple[str, ...] = (),
           only: tuple[int, ...] = ()) -> list[Select]:  # fmt: skip
    """What organisations gave to a register: detail (of some measures `only`) and summaries."""
    start, end = days(ask)
    shared: dict[str, Any] = {
        "start": start, "end": end, "orgs": orgs, "planned": ask.period.planned, "seal": ask.position,
    }  # fmt: skip
    numbers = tuple(measure.number for measure in ledger_measures.of_register(code))
    return [
        Select(only or numbers, columns or ("org_id", "month"), **shared),
        Select(numbers, ("org_id", "since", "day"), origin="other", spanning=True, **shared),
    ]


def _nil_select(ask: Ask, session: Session) -> Select:
    """The nil returns of the scope to all registers: few, read once for all figures of a scope and its days."""
    start, end = days(ask)
    return Select(
        (ledger_measures.get(NIL).number,), ("kind", "org_id", "since", "day"), start=start, end=end,
        orgs=session.orgs(ask), planned=ask.period.planned, seal=ask.position, origin="other", spanning=True,
    )  # fmt: skip


def _nil_of(code: str, ask: Ask, session: Session) -> list[tuple[int, date | None, date]]:
    """Who declared to a register that nothing happened: organisation, first day, last day."""
    groups = session.groups(_nil_select(ask, session))
    return [(org, since, day) for (kind, org, since, day), _, _ in groups if kind == code]


def _activity(code: str, ask: Ask, session: Session, of: tuple[int, ...] | None = None,
              only: tuple[int, ...] = ()) -> Activity:  # fmt: skip
    """What the organisations of the scope, or those asked for alone, gave to a register; of detail, some measures `only`."""
    orgs, (start, end) = of or session.orgs(ask), days(ask)
    key = ("activity", code, orgs, start, end, ask.position, ask.period.planned, only)
    if key not in session.memo:
        detail, summary = _given(code, ask, orgs, only=only)
        session.prepare([detail, summary, _nil_select(ask, session)])
        reported = {(org, *_month(month)) for (org, month), _, _ in session.groups(detail)}
        reported |= {(org, since or _FIRST_DAY, day) for (org, since, day), _, _ in session.groups(summary)}
        declared = {(org, since or _FIRST_DAY, day) for org, since, day in _nil_of(code, ask, session)}
        session.memo[key] = Activity(frozenset(reported), frozenset(declared))
    found: Activity = session.memo[key]
    return found


@lru_cache(maxsize=1000)
def _month(text: str) -> tuple[date, date]:
    """First and last day of 2024-03: reports are owed for whole months or years."""
    month = Period.month(int(text[:4]), int(text[5:]))
    return month.start, month.end


def register_of(code: str) -> Any:
    """The register of a code; None: measures may name one that is no longer there."""
    try:
        return registers.get(code)
    except KeyError:
        return None


def _reporting(code: str) -> Any:
    register = register_of(code)
    return register.reporting if register else None
