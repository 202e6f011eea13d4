"""The home page 年度一览, and who has not reported."""

from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.orgs.trees import Node, latest_tree, tree_today
from kebridge.core.records import queries
from kebridge.core.records.register import Register
from kebridge.core.refusal import Refusal
from kebridge.core.web.navigation import visible_registers
from kebridge.figures.glance import Theme, glance, read_themes, years_with_facts
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
    waiting = _waiting(org, by)
    return render(
        request,
        "staff/home.html",
        {
            "glance": glance(themes(), org, period, by=by),
            "orgs": org_choices(by, org.code),
            "years": years,
            "year": period.start.year,
            "todos": inbox.todos(by),
            "waiting": waiting,
            "waiting_total": sum(count for _, count in waiting),
        },
    )


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
    years = years_with_facts(themes())
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


def _waiting(org: Node, by: Actor) -> list[tuple[Register, int]]:
    """Registers with records that wait for review in the organisation and below, which the actor sees as a whole."""
    below = tree_today().subtree(org.id)
    found = [(one, queries.pending_count(one, below)) for one in visible_registers(by)]
    return [(one, count) for one, count in found if count]
