"""Who acts in a request, and how a refusal looks."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.ledger.postings import LostRace
from kebridge.core.orgs import trees
from kebridge.core.records.practice import LEAVE
from kebridge.core.refusal import Refusal

View = Callable[[HttpRequest], HttpResponse]
SAFE = ("GET", "HEAD", "OPTIONS")
PRACTISING = "practising"
MAY_PRACTISE = frozenset(
    "record-new record-edit record-step record-correct record-unmask register-paste practice practice-discard"
    " settings-elder account_logout".split()
)
BAD_REQUEST, FORBIDDEN, CONFLICT, TOO_LARGE = 400, 403, 409, 413
# What a request may hold, the several files of one evidence form included; without an account, one workbook.
MOST_SENT, MOST_SENT_BY_STRANGERS = 1000 * 2**20, 6 * 2**20


class ActorMiddleware:
    """`request.actor`: the person signed in; the tree is looked at afresh.

    A fragment asked for after the session ended sends the whole page to the sign-in, not only the fragment.
    """

    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        trees.forget()
        if request.user.is_authenticated:
            request.actor = Actor.of(  # type: ignore[attr-defined]
                request.user,
                request.META.get("REMOTE_ADDR", ""),
                practising=bool(request.session.get(PRACTISING)),
            )
        if is_too_large(request):
            told = Refusal("上传的内容太大，没有接收", repair="请分几次上传，或者压缩后再传")
            return refused(request, told, TOO_LARGE)
        response = self._next(request)
        is_turned_away = response.status_code == 302 and "/accounts/login/" in response.get("Location", "")
        if is_turned_away and request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": "/accounts/login/"})
        return response

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """Who practises can send off nothing else."""
        actor = getattr(request, "actor", None)
        match = request.resolver_match
        if actor is None or not actor.practising or request.method in SAFE or not match:
            return None
        if match.url_name in MAY_PRACTISE:
            return None
        return refused(request, Refusal("您正在练习，这里办理的是真实业务", repair=LEAVE))


class RefusalMiddleware:
    """A refusal becomes a page (or, asked by htmx, a fragment) that says what, who can, and the repair."""

    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._next(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return refused(request, error) if isinstance(error, Refusal) else None


def is_too_large(request: HttpRequest) -> bool:
    """Told by the length that the request announces, before anything of it is read and put on the disk."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    most = MOST_SENT if request.user.is_authenticated else MOST_SENT_BY_STRANGERS
    return not length.isdecimal() or int(length) > most


def status_of(refusal: Refusal) -> int:
    if isinstance(refusal, Denied):
        return FORBIDDEN
    return CONFLICT if isinstance(refusal, LostRace) else BAD_REQUEST


def refused(request: HttpRequest, refusal: Refusal, status: int = 0) -> HttpResponse:
    is_fragment = bool(request.headers.get("HX-Request"))
    name = "web/_refusal.html" if is_fragment else "web/refused.html"
    response = render(request, name, {"refusal": refusal}, status=status or status_of(refusal))
    if is_fragment:
        # htmx swaps nothing on an error status unless told: the fragment goes on top of the page.
        response["HX-Retarget"] = "#refusal"
        response["HX-Reswap"] = "innerHTML"
    return response
