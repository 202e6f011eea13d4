"""A figure of a report opened by organisation, month, kind or year: the parts that its tables and charts show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.figures.drilldown import ADDS, DISTINCT, OBSERVED, drill
from kebridge.figures.requests import Figure, FigureRequest
from kebridge.figures.series import YEARS, Wish, pictures


@dataclass(frozen=True)
class Part:
    """`value` None: nothing known; `silent`: though a report was due. `request` opens it further."""

    key: str
    label: str
    value: Decimal | None
    request: FigureRequest | None = None
    silent: bool = False


@dataclass(frozen=True)
class Opened:
    """A figure's parts; `total_label` is empty where a total would mislead. `aside`: parts that have no place."""

    figure: Figure
    parts: tuple[Part, ...]
    total_label: str = ""
    aside: tuple[Part, ...] = ()


def opened(request: FigureRequest, dimension: str, *, by: Actor) -> Opened:
    """The parts by org, month, kind or year (the last five)."""
    if dimension == "year":
        (picture,) = pictures([Wish(request, YEARS)], by=by)
        points = tuple(
            Part(str(one.period), one.period.label, one.value, replace(request, period=one.period))
            for one in picture.points
        )
        return Opened(picture.figure, points)
    found = drill(request, by=by, by_dimension=dimension)
    rows = [Part(row.key, row.label, row.value, row.request, bool(row.note)) for row in found.rows]
    label = {ADDS: "合计", OBSERVED: "合计", DISTINCT: "去重后合计"}.get(found.rule, "总体")
    if dimension != "month":
        return Opened(found.figure, tuple(rows), "" if found.total is None else label)
    months, aside = _months(request, rows)
    return Opened(found.figure, months, "" if found.total is None else label, aside)


def _months(request: FigureRequest, rows: Iterable[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Every month of the period in order, also those without anything; and what belongs to no one month."""
    known = {row.key: row for row in rows}
    spans_years = request.period.start.year != request.period.end.year
    months = []
    for period in request.period.months():
        year, month = period.start.year, period.start.month
        key = f"{year}-{month:02d}"
        label = f"{year}年{month}月" if spans_years else f"{month}月"
        row = known.pop(key, None)
        months.append(Part(key, label, row.value if row else None, row.request if row else None))
    return tuple(months), tuple(known.values())


def key_a_year_on(key: str, dimension: str) -> str:
    """The key of the part a year later that stands beside this one: March beside March."""
    if dimension != "month" or not key[:4].isdecimal():
        return key
    return f"{int(key[:4]) + 1}{key[4:]}"
