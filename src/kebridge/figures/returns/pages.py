"""Pages of statistical returns: the list of forms, one filled, its workbook."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures.pages import XLSX, actor_of, download, require_reader
from kebridge.figures.presenting import default_org, org_choices, scope_title
from kebridge.figures.requests import FigureRequest, Scope
from kebridge.figures.returns import loading
from kebridge.figures.returns.definition import Return
from kebridge.figures.returns.filling import export, fill, may_export

YEARS_SHOWN = 10


def index(request: HttpRequest) -> HttpResponse:
    """The forms, each with its survey, validity and how many lines come by themselves."""
    require_reader(actor_of(request))
    forms = [(one, sum(bool(line.metric) for line in one.lines)) for one in loading.every()]
    return render(request, "figures/returns.html", {"forms": forms})


def filled(request: HttpRequest, code: str) -> HttpResponse:
    """One form for an organisation and a year."""
    by = actor_of(request)
    require_reader(by)
    made, scope, year = _asked(request, code, by)
    rows = fill(made, scope, year, by=by)
    return render(
        request,
        "figures/return.html",
        {
            "made": made, "rows": rows, "scope": scope, "year": year, "years": _years(made, year),
            "scope_name": scope_title(FigureRequest("", scope, Period.year(year))),
            "orgs": org_choices(by, scope.org_code), "missing": sum(one.is_missing for one in rows),
            "may_export": may_export(scope, by=by), "query": request.GET.urlencode(),
        },
    )  # fmt: skip


def workbook(request: HttpRequest, code: str) -> HttpResponse:
    by = actor_of(request)
    require_reader(by)
    made, scope, year = _asked(request, code, by)
    content = export(made, scope, year, by=by)
    who = scope_title(FigureRequest("", scope, Period.year(year)))
    return download(content, XLSX, f"{made.title}-{who}-{year}年.xlsx")


def _asked(request: HttpRequest, code: str, by: Actor) -> tuple[Return, Scope, int]:
    try:
        made = loading.get(code)
    except KeyError as error:
        raise Http404 from error
    home = default_org(by)
    assert home is not None  # who may see anything has a place where
    text = request.GET.get("year") or str(min(made.until or 9999, timezone.localdate().year))
    if not text.isascii() or not text.isdigit() or not 1950 <= int(text) <= 2200:
        raise Refusal(f"“{text[:20]}”不是年份", repair="请写四位数字的年份")
    return made, Scope(request.GET.get("scope") or home.code, own=request.GET.get("own") == "1"), int(text)


def _years(made: Return, chosen: int) -> list[int]:
    last = min(made.until or 9999, timezone.localdate().year)
    first = max(made.since, last - YEARS_SHOWN + 1)
    return sorted({*range(first, last + 1), chosen}, reverse=True)
