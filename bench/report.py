"""The 300 figures of a report, each also as the one statement that an expert would write by hand for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bench.city import DISTINCT, FIRST_MEASURE, SNAPSHOTS, STOCKS, City, below, code_of, members_of
from kebridge.core.calendar.periods import Period
from kebridge.figures.requests import FigureRequest, Scope

YEAR, QUARTER = Period.parse("2024"), Period.of(date(2024, 1, 1), date(2024, 3, 31), "range")
_SERIES = "org_id, kind, audience, level, grade, channel, place"


@dataclass(frozen=True)
class Case:
    """A request and its statement; `finish` makes the exact value of the row that the statement gives."""

    request: FigureRequest
    sql: str
    finish: Callable[[Sequence[Any]], Decimal | None]


@dataclass(frozen=True)
class Where:
    """A scope: its organisation's place, and the condition that limits a statement to it."""

    code: str
    condition: str


def cases(city: City) -> list[Case]:
    """300: 100 flows, 30 by programme, 40 stocks, 30 distinct counts, 30 ratios, 50 growths, 10 shares, 10 snapshots."""
    wheres = [_where(city, place) for place in (0, 1, 0, 2, 0, 5, 20)]
    return [*_flows(city, wheres), *_others(wheres)]


def _where(city: City, place: int) -> Where:
    orgs = below(place, city.orgs)
    if len(orgs) == city.orgs:
        return Where(code_of(place), "")
    return Where(code_of(place), f" AND org_id IN ({', '.join(str(city.org(org)) for org in orgs)})")


def _flows(city: City, wheres: list[Where]) -> Iterator[Case]:
    for n in range(100):
        where, period = wheres[n % len(wheres)], QUARTER if n % 4 == 3 else YEAR
        kind = f"k{1 + n % 6}" if n % 5 == 4 else ""
        sql = f"SELECT SUM(sign * quantity) {_facts(n % STOCKS, where, period)}" + (
            f" AND kind = '{kind}'" if kind else ""
        )
        yield _case(f"b.m{n % STOCKS}", where, period, sql, _number, **({"kind": kind} if kind else {}))
    for n in range(30):
        where, programme = wheres[n % len(wheres)], n % 20
        sets = [str(city.first_tagset + i) for i in range(60) if programme in members_of(i)]
        tagged = f"SELECT tagset_id FROM ledger_tagsetmember WHERE tag_id = {city.tags[programme]}"
        assert sets
        sql = f"SELECT SUM(sign * quantity) {_facts(n, where, YEAR)} AND tagset_id IN ({tagged})"
        yield _case(f"b.m{n}", where, YEAR, sql, _number, programme=f"品牌{programme}")


def _others(wheres: list[Where]) -> Iterator[Case]:
    for n in range(40):
        where, place = wheres[n % len(wheres)], STOCKS + n % (SNAPSHOTS - STOCKS)
        yield _case(
            f"b.m{place}",
            where,
            YEAR,
            f"SELECT SUM(sign * quantity) {_facts(place, where, YEAR, since_start=False)}",
            _number,
        )
    for n in range(30):
        where, place = wheres[n % len(wheres)], DISTINCT + n % 18
        standing = f"SELECT subject_id {_facts(place, where, YEAR)} GROUP BY subject_id HAVING SUM(sign) > 0"
        yield _case(f"b.m{place}", where, YEAR, f"SELECT COUNT(*) FROM ({standing}) standing", _number)
    for n in range(30):
        where = wheres[n % len(wheres)]
        sides = ", ".join(
            f"SUM(sign * quantity) FILTER (WHERE measure = {FIRST_MEASURE + p})" for p in (n, n + 1)
        )
        yield _case(
            f"b.ratio{n}", where, YEAR, f"SELECT {sides} {_facts(n, where, YEAR, also=n + 1)}", _ratio
        )
    for n in range(50):
        where = wheres[n % len(wheres)]
        years = "SUM(sign * quantity) FILTER (WHERE day {} '2024-01-01')"
        both = Period.of(date(2023, 1, 1), YEAR.end, "range")
        sql = f"SELECT {years.format('>=')}, {years.format('<')} {_facts(n + 30, where, both)}"
        yield _case(f"b.growth{n + 30}", where, YEAR, sql, _growth)
    for n in range(10):
        where = wheres[n % len(wheres)]
        part = "SUM(sign * quantity) FILTER (WHERE kind = 'k1')"
        sql = f"SELECT {part}, SUM(sign * quantity) {_facts(n + 40, where, YEAR)}"
        yield _case(f"b.share{n + 40}", where, YEAR, sql, _share)
    yield from _snapshots(wheres)


def _snapshots(wheres: list[Where]) -> Iterator[Case]:
    """The last standing observation of each series in the 31 days before the end."""
    month = Period.of(date(2024, 11, 30), YEAR.end, "range")
    for n in range(10):
        where, place = wheres[n % len(wheres)], SNAPSHOTS + n % (DISTINCT - SNAPSHOTS)
        ranked = (
            f"SELECT quantity, ROW_NUMBER() OVER (PARTITION BY {_SERIES} ORDER BY day DESC, quantity DESC) AS place_of"
            f" {_facts(place, where, month)} GROUP BY {_SERIES}, day, quantity, basis, tagset_id HAVING SUM(sign) <> 0"
        )
        yield _case(
            f"b.m{place}", where, YEAR, f"SELECT SUM(quantity) FROM ({ranked}) r WHERE place_of = 1", _number
        )


def _facts(
    place: int, where: Where, period: Period, *, since_start: bool = True, also: int | None = None
) -> str:
    chosen = (
        f"= {FIRST_MEASURE + place}"
        if also is None
        else f"IN ({FIRST_MEASURE + place}, {FIRST_MEASURE + also})"
    )
    days = f"BETWEEN '{period.start}' AND '{period.end}'" if since_start else f"<= '{period.end}'"
    return f"FROM ledger_fact WHERE measure {chosen} AND day {days} AND origin = 0 AND state = 0{where.condition}"


def _case(metric: str, where: Where, period: Period, sql: str, finish: Any, **filters: str) -> Case:
    return Case(FigureRequest(metric, Scope(where.code), period, filters), sql, finish)


def _number(row: Sequence[Any]) -> Decimal:
    return Decimal(row[0] or 0)


def _ratio(row: Sequence[Any]) -> Decimal | None:
    return Decimal(row[0] or 0) / Decimal(row[1]) if row[1] else None


def _share(row: Sequence[Any]) -> Decimal | None:
    return Decimal(row[0] or 0) / Decimal(row[1]) * 100 if row[1] else None


def _growth(row: Sequence[Any]) -> Decimal | None:
    now, before = Decimal(row[0] or 0), Decimal(row[1] or 0)
    return (now - before) / abs(before) * 100 if before else None
