"""The home page 年度一览, and who has not reported."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.remembering import recall, remembered
from kebridge.core.orgs.trees import Node, latest_tree, tree_today
from kebridge.core.records.waiting import pending
from kebridge.core.refusal import Refusal
from kebridge.core.web.navigation import visible_registers
from kebridge.figures.glance import Theme, glance, read_themes, require_glance, seen_themes, years_with_facts
from kebridge.figures.owing import owed
from kebridge.figures.presenting import default_org, org_choices
from kebridge.staff import inbox

THEMES = Path(__file__).with_name("glance.yaml")


@lru_cache(maxsize=1)
def themes() -> list[Theme]:
    return read_themes(THEMES)


def home(request: HttpRequest) -> HttpResponse:
    """The year of an organisation at a glance."""
    by: Actor = request.actor
    if default_org(by) is None:
        return render(request, "staff/no_figures.html", {"who_can": who_can(Verb.SEE)})
    org, years, period = _chosen(request, by)
    waiting = pending(visible_registers(by), tree_today().subtree(org.id), by)
    # What is known already stands on the page at once; else the page comes first and asks for it.
    seen = require_glance(themes(), org, period, by=by)
    known = (
        _drawn(org, period, by) if request.GET.get("whole") else recall(*_glance_key(org, period, seen, by))
    )
    return render(
        request,
        "staff/home.html",
        {
            "glance": known,
            "org": org,
            "orgs": org_choices(by, org.code),
            "years": years,
            "year": period.start.year,
            "todos": inbox.todos(by),
            "waiting": waiting,
            "waiting_total": sum(count for _, count in waiting),
            "shape": [(theme.title, theme.cards) for theme in seen_themes(themes(), by)],
        },
    )


def year_part(request: HttpRequest) -> HttpResponse:
    """The figures of the year alone, asked for by the home page after it stands."""
    by: Actor = request.actor
    if default_org(by) is None:
        raise Denied("您没有查看业务数据的权限", who_can=who_can(Verb.SEE))
    org, _, period = _chosen(request, by)
    return HttpResponse(_drawn(org, period, by))


def _drawn(org: Node, period: Period, by: Actor) -> SafeString:
    """The year at a glance as a piece of a page, drawn once for all who see the same."""
    seen = require_glance(themes(), org, period, by=by)
    made: SafeString = remembered(
        *_glance_key(org, period, seen, by),
        make=lambda: render_to_string(
            "staff/_glance.html",
            {"glance": glance(themes(), org, period, by=by), "year": period.start.year},
        ),
    )
    return made


def _glance_key(org: Node, period: Period, seen: list[str], by: Actor) -> tuple[Any, ...]:
    return "glance", org.code, str(period), seen, by.sight


def missing(request: HttpRequest) -> HttpResponse:
    """Who has not reported what, with the sentence to send."""
    by: Actor = request.actor
    if default_org(by) is None:
        raise Denied("您没有查看业务数据的权限", who_can=who_can(Verb.SEE))
    org, years, period = _chosen(request, by)
    owing = owed(org, period, by=by)
    units = {unit.name for one in owing for unit in one.units}
    return render(
        request,
        "staff/missing.html",
        {
            "owing": owing, "org": org, "orgs": org_choices(by, org.code), "years": years, "period": period,
            "year": period.start.year, "unit_count": len(units),
        },
    )  # fmt: skip


def _chosen(request: HttpRequest, by: Actor) -> tuple[Node, list[int], Period]:
    """Organisation, years to choose from and year of the address. Raises Refusal: a word of it is wrong."""
    years = remembered("years", make=lambda: years_with_facts(themes()))
    org = default_org(by)
    if code := request.GET.get("scope"):
        org = latest_tree().by_code.get(code)
        if org is None:
            raise Refusal(f"没有代码为“{code}”的组织", repair="请从页面上的单位里选择")
    assert org is not None
    by.require(Verb.SEE, org.id)
    year = request.GET.get("year", "")
    if year and not (year.isdecimal() and len(year) == 4):
        raise Refusal(f"“{year}”不是年份", repair="请写四位年份，例如2024")
    period = Period.year(int(year) if year else years.first)
    return org, sorted({*years.known, period.start.year}, reverse=True), period
