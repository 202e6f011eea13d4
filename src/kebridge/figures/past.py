"""Past figures (往年数): what an old report says, used only when nothing else is reported."""

from dataclasses import dataclass
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
    select = past_select(ask, session)
    if select is None:
        return None
    for group in session.groups(select):
        _, since, quantity, basis = group.key
        if since == ask.period.start:
            return PastValue(Decimal(quantity) / _MILLIONTHS, basis)
    return None
