"""Addresses of figures: everything that a request says stands in the address, so it can be kept and sent."""

from collections.abc import Mapping
from urllib.parse import urlencode

from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures.requests import FILTER_LABELS, FigureRequest, Filters, Scope

SEPARATOR = "|"


def figure_url(request: FigureRequest) -> str:
    """The page of a figure."""
    query = {"scope": request.scope.org_code, "period": str(request.period)}
    if request.scope.own:
        query["own"] = "1"
    if request.as_then:
        query["as_then"] = "1"
    if request.position is not None:
        query["position"] = str(request.position)
    query |= {key: SEPARATOR.join(values) for key, values in request.limits.items()}
    return f"/figures/{request.metric}/?{urlencode(query)}"


def request_of(metric: str, query: Mapping[str, str]) -> FigureRequest:
    """The request that an address stands for. Raises Refusal: a word of it cannot be understood."""
    try:
        period = Period.parse(query.get("period", ""))
        position = int(query["position"]) if query.get("position") else None
    except ValueError as error:
        raise Refusal(str(error)) from error
    filters = Filters({key: query[key].split(SEPARATOR) for key in FILTER_LABELS if query.get(key)})
    scope = Scope(query.get("scope", ""), own=query.get("own") == "1")
    return FigureRequest(metric, scope, period, filters, position, as_then=query.get("as_then") == "1")
