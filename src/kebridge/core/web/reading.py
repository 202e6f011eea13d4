"""A page that only reads goes by one position of the ledger, asked for once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kebridge.core.ledger.remembering import one_position

READING = ("GET", "HEAD", "OPTIONS")


class PositionMiddleware:
    """What a page remembers is looked up at the position at which it began; what writes asks each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return self._next(request)
        with one_position():
            return self._next(request)
