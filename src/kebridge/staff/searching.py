"""The search of the staff: one box for every name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.actors import Actor
from kebridge.core.web.navigation import visible_registers
from kebridge.staff.finding import find


def search(request: HttpRequest) -> HttpResponse:
    """What answers to `q`; where nothing does, the page leads to the search within the registers."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    q = request.GET.get("q", "").strip().replace("\0", "")
    return render(
        request,
        "staff/search.html",
        {
            "q": q,
            "found": find(q, by=by),
            "registers": [one for one in visible_registers(by) if one.search and not one.is_reference],
        },
    )
