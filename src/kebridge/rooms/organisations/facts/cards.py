"""What organisations count: standing (stock), founded and ended (flows), each with its type as kind."""

from collections.abc import Iterable
from typing import Any

from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Measure, Nature
from kebridge.core.ledger.rows import FactRow
from kebridge.core.orgs.types import EventKind

STANDING = "organisations.standing"
FOUNDED = "organisations.founded"
ENDED = "organisations.ended"

measures.register(
    Measure(STANDING, 101, "组织数", "个", "organisations", Nature.STOCK, subject_kind="organisation",
            family="组织", help="时期末存续的组织数；并入、终止的不算；按组织类型限定"),
    Measure(FOUNDED, 102, "新成立组织数", "个", "organisations", subject_kind="organisation", family="组织",
            help="成立日期在时期内的组织数"),
    Measure(ENDED, 103, "终止组织数", "个", "organisations", subject_kind="organisation", family="组织",
            help="终止或并入日期在时期内的组织数"),
)  # fmt: skip


def organisation_facts(card: Any) -> Iterable[FactRow]:
    """Fold the organisation's events; it counts for itself, so a move carries it to the new parent."""
    organisation = card.organisation
    kind, standing = "", False
    for event in sorted(organisation.events.all(), key=lambda one: (one.day, one.pk)):
        common = {"org": organisation.pk, "day": event.day, "subject": organisation.subject_id}
        new_kind = event.type or kind
        if standing and event.standing is not False and new_kind != kind:
            yield FactRow(STANDING, quantity=-1, kind=kind, **common)
            yield FactRow(STANDING, kind=new_kind, **common)
        kind = new_kind
        if event.standing and not standing:
            standing = True
            yield FactRow(STANDING, kind=kind, **common)
            if event.kind == EventKind.FOUND:
                yield FactRow(FOUNDED, kind=kind, **common)
        elif event.standing is False and standing:
            standing = False
            yield FactRow(STANDING, quantity=-1, kind=kind, **common)
            yield FactRow(ENDED, kind=kind, **common)
