"""Past figures (往年数): what an old report says, used only when nothing else is reported."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import PAST
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.engines.base import Select

_MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class PastValue:
    """A value in the shown unit and its basis."""

    value: Decimal
    basis: int


def past_select(ask: Ask, session: Session) -> Select | None:
    """The select of the past figure that answers a request exactly: same organisation, period and filters."""
    org_id = session.org_id(ask.scope.org_code)
    if ask.scope.own:
        return None
    return Select(
        measures=(ledger_measures.get(PAST).number,),
        columns=("day", "since", "quantity", "basis"),
        start=ask.period.end,
        end=ask.period.end,
        orgs=(org_id,),
        dims=(("grade", (str(ask.filters),)), ("kind", (ask.metric.name,))),
        seal=ask.position,
        origin="any",
    )


def past_value(ask: Ask, session: Session) -> PastValue | None:
    """The past figure that answers a request; all metrics of one organisation and day share one reading."""
    select = past_select(ask, session)
    if select is None:
        return None
    key = ("past", select.orgs, select.end, select.seal)
    if key not in session.memo:
        every = replace(select, dims=(), columns=("kind", "grade", *select.columns))
        known: dict[tuple[str, str, date], list[tuple[int, int]]] = {}
        for kind, grade, _, since, quantity, basis in (group.key for group in session.groups(every)):
            known.setdefault((kind, grade, since), []).append((quantity, basis))
        session.memo[key] = known
    found = session.memo[key].get((ask.metric.name, str(ask.filters), ask.period.start))
    return PastValue(Decimal(found[0][0]) / _MILLIONTHS, found[0][1]) if found else None
