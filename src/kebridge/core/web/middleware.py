"""Who acts in a request, and how a refusal looks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.ledger.postings import LostRace
from kebridge.core.orgs import trees
from kebridge.core.refusal import Refusal

View = Callable[[HttpRequest], HttpResponse]
BAD_REQUEST, FORBIDDEN, CONFLICT = 400, 403, 409


class ActorMiddleware:
    """`request.actor`: the person signed in; the tree is looked at afresh.

    A fragment asked for after the session ended sends the whole page to the sign-in, not only the fragment.
    """

    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        trees.forget()
        if request.user.is_authenticated:
            request.actor = Actor.of(request.user, request.META.get("REMOTE_ADDR", ""))  # type: ignore[attr-defined]
        response = self._next(request)
        is_turned_away = response.status_code == 302 and "/accounts/login/" in response.get("Location", "")
        if is_turned_away and request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": "/accounts/login/"})
        return response


class RefusalMiddleware:
    """A refusal becomes a page (or, asked by htmx, a fragment) that says what, who can, and the repair."""

    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._next(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refused(request, error) if isinstance(error, Refusal) else None


def status_of(refusal: Refusal) -> int:
    if isinstance(refusal, Denied):
        return FORBIDDEN
    return CONFLICT if isinstance(refusal, LostRace) else BAD_REQUEST


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    is_fragment = bool(request.headers.get("HX-Request"))
    name = "web/_refusal.html" if is_fragment else "web/refused.html"
    response = render(request, name, {"refusal": refusal}, status=status_of(refusal))
    if is_fragment:
        # htmx swaps nothing on an error status unless told: the fragment goes on top of the page.
        response["HX-Retarget"] = "#refusal"
        response["HX-Reswap"] = "innerHTML"
    return response
