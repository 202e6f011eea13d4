"""The search of the staff: one box for every name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.actors import Actor
from kebridge.staff.finding import find, holding


def search(request: HttpRequest) -> HttpResponse:
    """What answers to `q`; which registers hold records that say it, is asked for when the page stands."""
    q = _asked(request)
    return render(request, "staff/search.html", {"q": q, "found": find(q, by=_actor(request))})


def search_records(request: HttpRequest) -> HttpResponse:
    """The registers in which records say `q`, with how many; a part of the page above."""
    q = _asked(request)
    return render(request, "staff/_search_records.html", {"q": q, "holding": holding(q, by=_actor(request))})


def _asked(request: HttpRequest) -> str:
    return request.GET.get("q", "").strip().replace("\0", "")


def _actor(request: HttpRequest) -> Actor:
    by: Actor = request.actor  # type: ignore[attr-defined]
    return by
