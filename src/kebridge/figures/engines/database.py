"""The operational database as engine: one indexed statement for selects that differ only in their measures."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from kebridge.core.db.transactions import in_clause
from kebridge.core.ledger.rows import BASIS_NAMES
from kebridge.core.ledger.store import as_day
from kebridge.figures.engines.base import ORIGIN_LIMIT, POSTING_COLUMNS, Group, Ledger, Select
from kebridge.figures.engines.batches import alike, dealt, joined

_DAYS = ("day", "since")
_WIDE = ((), ("measure",), ("measure", "day"))
_WORTH_ASKING = 4
_MOST_TERMS = 200
# From measure to measure through the partial index, not through all its rows.
_MEASURES_WITH_OTHERS = (
    "WITH RECURSIVE m(number) AS (SELECT MIN(measure) FROM ledger_fact WHERE origin > 0 UNION ALL"
    " SELECT (SELECT MIN(measure) FROM ledger_fact WHERE origin > 0 AND measure > m.number) FROM m"
    " WHERE m.number IS NOT NULL) SELECT number FROM m WHERE number IS NOT NULL"
)


class DatabaseEngine:
    """See `base.Engine`."""

    def load(self, ledger: Ledger) -> None:
        """Nothing: the facts are in the database."""

    def query(self, selects: Sequence[Select]) -> list[list[Group]]:
        found: dict[Select, list[Group]] = {}
        asked = [select for select in selects if select.orgs != () and select.measures]
        for batch in alike(_not_surely_empty(asked)):
            if len(batch) == 1:
                found[batch[0]] = self._run(batch[0])
            else:
                found |= dealt(self._run(joined(batch)), batch)
        return [found.get(select, []) for select in selects]

    def rows(self, select: Select, offset: int, limit: int) -> tuple[list[Group], int]:
        sql, params = statement(select)
        order = ", ".join(str(index + 1) for index in range(len(select.columns)))
        paged = f"SELECT g.*, COUNT(*) OVER () FROM ({sql}) g ORDER BY {order} LIMIT {int(limit)} OFFSET {int(offset)}"
        with connection.cursor() as cursor:
            cursor.execute(paged, params)
            found = cursor.fetchall()
            if found:
                return _groups(select, [row[:-1] for row in found]), int(found[0][-1])
            # A page past the end holds no count.
            cursor.execute(f"SELECT COUNT(*) FROM ({sql}) g", params)
            return [], int(cursor.fetchone()[0])

    def explain(self, select: Select) -> str:
        sql, params = statement(select)
        verb = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        with connection.cursor() as cursor:
            cursor.execute(f"{verb} {sql}", params)
            plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
        return f"{sql}\n{params}\n{plan}"

    def capabilities(self) -> frozenset[str]:
        return frozenset({"position", "live"})

    def count_all(self, selects: Sequence[Select]) -> dict[Select, list[Group]]:
        """Distinct counts, all by one statement."""
        found: dict[Select, list[Group]] = {select: [] for select in selects}
        for start in range(0, len(selects), _MOST_TERMS):
            terms, params = [], []
            for number, select in enumerate(selects[start : start + _MOST_TERMS], start):
                sql, own = statement(select)
                terms.append(f"SELECT {number}, z.* FROM ({sql}) z")
                params += own
            with connection.cursor() as cursor:
                cursor.execute(" UNION ALL ".join(terms), params)
                for number, *row in cursor.fetchall():
                    found[selects[number]] += _groups(selects[number], [tuple(row)])
        return found

    def _run(self, select: Select) -> list[Group]:
        is_wide = connection.vendor == "sqlite" and _is_by_basis(select)
        sql, params = _wide_statement(select) if is_wide else statement(select)
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            found = cursor.fetchall()
        return _unfolded(select, found) if is_wide else _groups(select, found)


def _not_surely_empty(selects: Sequence[Select]) -> Sequence[Select]:
    """Without selects of summaries whose measures never had one: most measures, and one question tells of all."""
    if sum(select.origin == "other" for select in selects) < _WORTH_ASKING:
        return selects
    with connection.cursor() as cursor:
        cursor.execute(_MEASURES_WITH_OTHERS)
        known = {row[0] for row in cursor.fetchall()}
    return [select for select in selects if select.origin != "other" or not known.isdisjoint(select.measures)]


def _is_by_basis(select: Select) -> bool:
    """Whether a row for each measure can hold all groups: facts that happened, by basis and state."""
    return (
        select.columns[-2:] == ("basis", "state")
        and select.columns[:-2] in _WIDE
        and not (select.planned or select.count_subjects)
    )


def _wide_statement(select: Select) -> tuple[str, list[Any]]:
    """The groups of every basis side by side: SQLite would sort all facts to group them by basis."""
    source, params = _source(select)
    sums = ", ".join(
        f"SUM(CASE WHEN f.basis = {basis} THEN f.sign * f.quantity END),"
        f" SUM(CASE WHEN f.basis = {basis} THEN f.sign END)"
        for basis in BASIS_NAMES
    )
    names = ", ".join(_name(column) for column in select.columns[:-2])
    if names:
        return f"SELECT {names}, {sums} {source} GROUP BY {names}", params
    return f"SELECT {sums} {source}", params


def _unfolded(select: Select, rows: Sequence[tuple[Any, ...]]) -> list[Group]:
    groups = []
    width, with_day = len(select.columns) - 2, "day" in select.columns
    for row in rows:
        start, sums = row[:width], row[width:]
        if with_day:
            start = (start[0], as_day(start[1]))
        for basis, quantity, facts in zip(BASIS_NAMES, sums[::2], sums[1::2], strict=True):
            if facts:
                groups.append(Group((*start, basis, 0), int(quantity), int(facts)))
    return groups


def statement(select: Select) -> tuple[str, list[Any]]:
    """The SQL of a select and its parameters; numbers are written in, text and days are parameters."""
    source, params = _source(select)
    if select.count_subjects:
        return _subject_count(select, source), params
    names = ", ".join(_name(column) for column in select.columns)
    return (
        f"SELECT {names}, SUM(f.sign * f.quantity) AS net, SUM(f.sign) AS facts {source}"
        f" GROUP BY {names} HAVING SUM(f.sign) <> 0"
    ), params


def _subject_count(select: Select, source: str) -> str:
    """Distinct subjects by the lowest (basis, state) they stand with."""
    code = "MIN(x.code) AS code"
    if select.standing:
        inner = (
            f"SELECT f.subject_id, MIN(f.basis * 10 + f.state) AS code {source} AND f.subject_id IS NOT NULL"
            " GROUP BY f.subject_id HAVING SUM(f.sign * f.quantity) > 0"
        )
    else:
        inner = (
            f"SELECT f.subject_id, f.basis * 10 + f.state AS code {source} AND f.subject_id IS NOT NULL"
            " GROUP BY f.subject_id, f.basis, f.state HAVING SUM(f.sign) > 0"
        )
    per_subject = f"SELECT x.subject_id, {code} FROM ({inner}) x GROUP BY x.subject_id"
    return f"SELECT y.code, COUNT(*), COUNT(*) FROM ({per_subject}) y GROUP BY y.code"


def _source(select: Select) -> tuple[str, list[Any]]:
    joins = ""
    if POSTING_COLUMNS & set(select.columns):
        joins += " JOIN ledger_posting p ON p.id = f.posting_id"
    if select.seal is not None:
        joins += (
            f" JOIN ledger_sealedposting s ON s.posting_id = f.posting_id AND s.seal_id <= {int(select.seal)}"
        )
    where, params = _conditions(select)
    return f"FROM ledger_fact f{joins} WHERE {' AND '.join(where)}", params


def _conditions(select: Select) -> tuple[list[str], list[Any]]:
    where = [f"f.measure IN {in_clause(select.measures)}"]
    params: list[Any] = []
    if select.start is not None:
        where.append("f.day >= %s")
        params.append(select.start.isoformat())
    where.append("(f.since IS NULL OR f.since <= %s)" if select.spanning else "f.day <= %s")
    params.append(select.end.isoformat())
    if select.orgs is not None:
        where.append(f"f.org_id IN {in_clause(select.orgs)}")
    if select.origin == "detail":
        where.append("f.origin = 0")
    elif select.origin == "other":
        # As in the partial index, word for word.
        where.append(f"f.origin > 0 AND f.origin < {ORIGIN_LIMIT}")
    if not select.planned:
        where.append("f.state = 0")
    if select.bases:
        where.append(f"f.basis IN {in_clause(select.bases)}")
    for name, values in select.dims:
        where.append(f"f.{name} IN ({', '.join(['%s'] * len(values))})")
        params.extend(values)
    where.extend(
        f"f.tagset_id IN (SELECT m.tagset_id FROM ledger_tagsetmember m WHERE m.tag_id IN {in_clause(tags)})"
        for tags in select.tags
    )
    return where, params


def _name(column: str) -> str:
    if column == "month":
        return "to_char(f.day, 'YYYY-MM')" if connection.vendor == "postgresql" else "substr(f.day, 1, 7)"
    return f"p.{column}" if column in POSTING_COLUMNS else f"f.{column}"


def _groups(select: Select, found: Sequence[tuple[Any, ...]]) -> list[Group]:
    if select.count_subjects:
        return [Group((row[0] // 10, row[0] % 10), int(row[1]), int(row[2])) for row in found]
    days = [index for index, column in enumerate(select.columns) if column in _DAYS]
    if not days:
        return [Group(tuple(row[:-2]), int(row[-2]), int(row[-1])) for row in found]
    groups = []
    for row in found:
        key = list(row[:-2])
        for index in days:
            key[index] = as_day(key[index])
        groups.append(Group(tuple(key), int(row[-2]), int(row[-1])))
    return groups
