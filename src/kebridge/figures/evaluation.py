"""`figures(requests, by=…)`: the one way in, for screens, reports, API and checker."""

from collections.abc import Iterable, Iterator

from kebridge.core.access.actors import Actor
from kebridge.core.refusal import Refusal
from kebridge.figures import awaiting, completeness, metrics
from kebridge.figures.comparing import derived_figure, part, part_of_share, previous
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.completeness import require_position
from kebridge.figures.engines.base import Engine
from kebridge.figures.engines.database import DatabaseEngine
from kebridge.figures.engines.sparing import SparingEngine
from kebridge.figures.evaluating import base_figure, wanted
from kebridge.figures.requests import Figure, FigureRequest, Missing
from kebridge.figures.seeing import require_seen


def figures(requests: Iterable[FigureRequest], *, by: Actor, engine: Engine | None = None) -> list[Figure]:
    """The figures asked for, in order; what they share is computed once.

    Raises Denied: `by` may not see an organisation of a scope, or a measure of the closed circle. Raises Refusal:
    an unknown metric, organisation, tag, basis or position.
    """
    session = Session(engine or SparingEngine(), by)
    asks = [ask_of(request, session) for request in requests]
    prepare(asks, session)
    return [evaluate(ask, session) for ask in asks]


def prepare(asks: Iterable[Ask], session: Session) -> None:
    """Read what many figures need in few statements."""
    bases = [base for ask in asks for base in base_asks(ask)]
    session.prepare([select for base in bases for select in wanted(base, session)])
    # What has no facts of its own may still be a declared zero.
    silent = [
        base for base in bases if not any(session.groups(select) for select in wanted(base, session)[:1])
    ]
    session.prepare([select for base in silent for select in completeness.asked_of_silent(base, session)])
    awaiting.prepare(bases, session)


def missing_of(requests: Iterable[FigureRequest], *, by: Actor) -> list[tuple[Missing, ...]]:
    """Who owed a report for each figure, without the figures themselves. Raises as `figures`."""
    session = Session(SparingEngine(), by)
    asks = [ask_of(request, session) for request in requests]
    completeness.prepare_missing(asks, session)
    return [completeness.missing(ask, session) for ask in asks]


def ask_of(request: FigureRequest, session: Session) -> Ask:
    """The request with its metric, after its permission and its words are found right."""
    try:
        metric = metrics.get(request.metric)
    except KeyError:
        raise Refusal(f"没有名为“{request.metric}”的指标", repair="请从指标目录里选择") from None
    ask = Ask.of(request, metric)
    require_position(ask.position, session)
    require_seen(ask, session)
    return ask


def require_all_seen(requests: Iterable[FigureRequest], *, by: Actor) -> None:
    """Raises Denied and Refusal as `figures` would: before what was computed earlier is shown again."""
    session = Session(DatabaseEngine(), by)
    for request in requests:
        ask_of(request, session)


def evaluate(ask: Ask, session: Session) -> Figure:
    """The figure of one request inside a session."""
    key = ("figure", ask)
    if key not in session.memo:
        if not ask.peer:
            require_seen(ask, session)
        if ask.metric.is_derived:
            session.memo[key] = derived_figure(ask, session, evaluate)
        else:
            session.memo[key] = base_figure(ask, session)
    figure: Figure = session.memo[key]
    return figure


def evaluate_lightly(ask: Ask, session: Session) -> Figure:
    """The same without who owes reports and what waits for review: for comparisons and lines, which show neither."""
    if ("figure", ask) in session.memo:
        return evaluate(ask, session)
    key = ("light", ask)
    if key not in session.memo:
        if not ask.peer:
            require_seen(ask, session)
        if ask.metric.is_derived:
            session.memo[key] = derived_figure(ask, session, evaluate_lightly)
        else:
            session.memo[key] = base_figure(ask, session, is_whole=False)
    figure: Figure = session.memo[key]
    return figure


def base_asks(ask: Ask) -> Iterator[Ask]:
    """The base metrics of the same scope and period that a request certainly needs."""
    if not ask.metric.is_derived:
        yield ask
    elif ask.metric.kind == "share":
        yield part_of_share(ask)
    elif ask.metric.kind != "mean_per_year":
        for name in ask.metric.references:
            yield from base_asks(part(ask, name))
            if ask.metric.kind in ("growth", "points"):
                yield from base_asks(previous(ask, name))
