"""Choosing whose figure, when, and as known when: what the form shows, and what a person chose in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.models import Seal
from kebridge.core.refusal import Refusal
from kebridge.figures.requests import FigureRequest, Scope

SEALS_SHOWN = 30
_WAYS = (
    ("year", "年"),
    ("half", "半年"),
    ("quarter", "季度"),
    ("month", "月"),
    ("range", "任意两日"),
    ("to_date", "截至某日"),
)


@dataclass(frozen=True)
class Chooser:
    """What the form of a figure shows as chosen."""

    ways: tuple[tuple[str, str], ...]
    way: str
    years: tuple[int, ...]
    year: int
    half: int
    quarter: int
    month: int
    since: date
    until: date
    is_other: bool
    seals: tuple[tuple[int, date], ...]


def chooser(request: FigureRequest) -> Chooser:
    period = request.period
    today = timezone.localdate()
    known = dict(_WAYS)
    month = period.start.month
    first = min(period.start.year, today.year - 9)
    seals = [(one.pk, timezone.localdate(one.at)) for one in Seal.objects.order_by("-pk")[:SEALS_SHOWN]]
    if request.position and request.position not in dict(seals):
        seals += [(one.pk, timezone.localdate(one.at)) for one in Seal.objects.filter(pk=request.position)]
    return Chooser(
        ways=_WAYS, way=period.kind if period.kind in known else "range",
        years=tuple(range(max(today.year, period.end.year), first - 1, -1)), year=period.end.year,
        half=1 if month <= 6 else 2, quarter=(month + 2) // 3, month=month, since=period.start, until=period.end,
        is_other=period.kind not in known, seals=tuple(seals),
    )  # fmt: skip


def chosen_request(request: FigureRequest, form: Mapping[str, str]) -> FigureRequest:
    """The request with what a person chose in the form. Raises Refusal: days out of order or missing."""
    try:
        period = Period.parse(_period_code(form))
        position = int(form["at"]) if form.get("at") else None
    except ValueError as error:
        raise Refusal(str(error)) from error
    scope = Scope(form.get("scope") or request.scope.org_code, own=form.get("own") == "1")
    return replace(request, scope=scope, period=period, position=position, as_then=form.get("as_then") == "1")


def _period_code(form: Mapping[str, str]) -> str:
    year = form.get("year", "")
    match form.get("way"):
        case "half":
            return f"{year}H{form.get('half', '1')}"
        case "quarter":
            return f"{year}Q{form.get('quarter', '1')}"
        case "month":
            return f"{year}-{form.get('month', '1')}"
        case "range":
            return f"{form.get('since', '')}..{form.get('until', '')}"
        case "to_date":
            return f"截至{form.get('until', '')}"
    return year


def year_after(period: Period) -> Period | None:
    """The same a year later, if it has begun; None for terms and several years."""
    if period.kind in ("term", "years"):
        return None
    start, end = _shifted(period.start), _shifted(period.end)
    if start > timezone.localdate():
        return None
    return (
        Period.month(start.year, start.month)
        if period.kind == "month"
        else Period.of(start, end, period.kind)
    )


def _shifted(day: date) -> date:
    return (
        day.replace(year=day.year + 1, day=28)
        if (day.month, day.day) == (2, 29)
        else day.replace(year=day.year + 1)
    )


def year_before(period: Period) -> Period | None:
    try:
        return period.previous()
    except ValueError:
        return None
