"""The plain engine: loops over facts in memory. Slow and simple: the reference that tests hold others against."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from kebridge.core.ledger.store import as_day
from kebridge.figures.engines.base import (
    ORIGIN_LIMIT,
    POSTING_COLUMNS,
    Group,
    Ledger,
    LedgerFact,
    Select,
)  # fmt: skip


class PythonEngine:
    """See `base.Engine`."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        self._ledger = ledger or Ledger()

    def load(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def query(self, selects: Sequence[Select]) -> list[list[Group]]:
        return [self._count(select) if select.count_subjects else self._sum(select) for select in selects]

    def rows(self, select: Select, offset: int, limit: int) -> tuple[list[Group], int]:
        groups = sorted(self._sum(select), key=lambda group: [_sortable(value) for value in group.key])
        return groups[offset : offset + limit], len(groups)

    def explain(self, select: Select) -> str:
        return f"一条一条看 {len(self._ledger.facts)} 条台账明细：{select}"

    def capabilities(self) -> frozenset[str]:
        return frozenset({"position"})

    def _sum(self, select: Select) -> list[Group]:
        quantities: dict[tuple[Any, ...], int] = defaultdict(int)
        facts: dict[tuple[Any, ...], int] = defaultdict(int)
        for fact in self._chosen(select):
            key = tuple(self._value(fact, column) for column in select.columns)
            quantities[key] += fact.sign * fact.quantity
            facts[key] += fact.sign
        return [Group(key, quantities[key], count) for key, count in facts.items() if count]

    def _count(self, select: Select) -> list[Group]:
        weights: dict[tuple[int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for fact in self._chosen(select):
            if fact.subject_id is not None:
                weight = fact.sign * (fact.quantity if select.standing else 1)
                weights[fact.subject_id, 0][fact.basis * 10 + fact.state] += weight
        counts: dict[int, int] = defaultdict(int)
        for by_code in weights.values():
            if select.standing:
                if sum(by_code.values()) > 0:
                    counts[min(by_code)] += 1
            elif standing := [code for code, weight in by_code.items() if weight > 0]:
                counts[min(standing)] += 1
        return [Group((code // 10, code % 10), count, count) for code, count in counts.items()]

    def _value(self, fact: LedgerFact, column: str) -> Any:
        if column in POSTING_COLUMNS:
            return self._ledger.sources[fact.posting_id][column == "source_id"]
        if column == "month":
            return fact.day.isoformat()[:7]
        return getattr(fact, column)

    def _chosen(self, select: Select) -> Iterator[LedgerFact]:
        orgs = None if select.orgs is None else set(select.orgs)
        for fact in self._ledger.facts:
            if fact.measure not in select.measures or (orgs is not None and fact.org_id not in orgs):
                continue
            if self._in_time(fact, select) and self._matches(fact, select):
                yield fact

    def _in_time(self, fact: LedgerFact, select: Select) -> bool:
        if select.seal is not None and self._ledger.seals.get(fact.posting_id, select.seal + 1) > select.seal:
            return False
        if select.start is not None and fact.day < select.start:
            return False
        if select.spanning:
            return fact.since is None or fact.since <= select.end
        return fact.day <= select.end

    def _matches(self, fact: LedgerFact, select: Select) -> bool:
        if select.origin == "detail" and fact.origin:
            return False
        if select.origin == "other" and not 0 < fact.origin < ORIGIN_LIMIT:
            return False
        if (fact.state and not select.planned) or (select.bases and fact.basis not in select.bases):
            return False
        if any(getattr(fact, name) not in values for name, values in select.dims):
            return False
        carried = self._ledger.tags.get(fact.tagset_id, frozenset()) if fact.tagset_id else frozenset()
        return all(carried & set(tags) for tags in select.tags)


def read_ledger() -> Ledger:
    """The whole ledger of the database, for tests and small exports."""
    ledger = Ledger()
    names = ", ".join(LedgerFact._fields)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM ledger_fact ORDER BY id")
        for row in cursor.fetchall():
            day = as_day(row[3])
            assert day is not None
            ledger.facts.append(LedgerFact(*row)._replace(day=day, since=as_day(row[4])))
        cursor.execute("SELECT tagset_id, tag_id FROM ledger_tagsetmember")
        for tagset, tag in cursor.fetchall():
            ledger.tags[tagset] = ledger.tags.get(tagset, frozenset()) | {tag}
        cursor.execute("SELECT posting_id, seal_id FROM ledger_sealedposting")
        ledger.seals = dict(cursor.fetchall())
        cursor.execute("SELECT id, source_type, source_id FROM ledger_posting")
        ledger.sources = {row[0]: (row[1], row[2]) for row in cursor.fetchall()}
    return ledger


def _sortable(value: Any) -> tuple[bool, Any]:
    """None last, as PostgreSQL has it."""
    return (value is None, value)
