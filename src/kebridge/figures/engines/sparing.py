"""The operational database for many figures at once: alike questions are one statement, empty ones are not asked."""

from collections.abc import Sequence

from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import PAST
from kebridge.core.ledger.models import Fact
from kebridge.figures.engines import spans
from kebridge.figures.engines.base import Group, Select
from kebridge.figures.engines.database import DatabaseEngine


class SparingEngine(DatabaseEngine):
    """The database, not asked for summaries, opening stocks and past figures of measures that have none at all."""

    def __init__(self) -> None:
        self._with_others: frozenset[int] | None = None

    def query(self, selects: Sequence[Select]) -> list[list[Group]]:
        asked = [
            one for one in dict.fromkeys(selects) if one.orgs != () and one.measures and self._may_hold(one)
        ]
        counts = [one for one in asked if one.count_subjects]
        found = self.count_all(counts) if len(counts) > 1 else {one: self._run(one) for one in counts}
        for batch in spans.alike(one for one in asked if not one.count_subjects):
            if len(batch) == 1:
                found[batch[0]] = self._run(batch[0])
            else:
                found |= spans.dealt(self._run(spans.joined(batch)), batch)
        return [found.get(select, []) for select in selects]

    def _may_hold(self, select: Select) -> bool:
        past = ledger_measures.get(PAST).number
        if select.origin == "detail" or (select.origin == "any" and select.measures != (past,)):
            return True
        if self._with_others is None:
            known = Fact.objects.filter(origin__gt=0).values_list("measure", flat=True).distinct()
            self._with_others = frozenset(known)
        return not self._with_others.isdisjoint(select.measures)
