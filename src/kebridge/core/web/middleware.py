"""Who acts in a request, and how a refusal looks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kebridge.core.access.actors import Actor
from kebridge.core.orgs import trees

View = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """`request.actor`: the person signed in; the tree is looked at afresh."""

    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        trees.forget()
        if request.user.is_authenticated:
            request.actor = Actor.of(request.user, request.META.get("REMOTE_ADDR", ""))  # type: ignore[attr-defined]
        return self._next(request)


class RefusalMiddleware:
    def __init__(self, get_response: View) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._next(request)
