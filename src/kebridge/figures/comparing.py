"""The figures of derived metrics: they divide, compare and rank other figures, from unrounded values."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.past import past_value
from kebridge.figures.requests import REPORTED, UNREPORTED, Figure, Filters, Missing, Origins, Scope

Evaluate = Callable[[Ask, Session], Figure]
MOST_YEARS = 150


def derived_figure(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    """The figure of a derived metric; `evaluate` answers the requests it is made of."""
    figure = _KINDS[ask.metric.kind](ask, session, evaluate)
    if figure.exact is None and (past := past_value(ask, session)):
        return _made(ask, past.value, figure.numerator, figure.denominator, origins=Origins(past=past.value))
    return figure


def part(ask: Ask, name: str) -> Ask:
    """The same request of another metric."""
    return replace(ask, metric=metrics.get(name))


def previous(ask: Ask, name: str) -> Ask:
    """The request a period earlier. Raises Refusal: the period has no predecessor that could be computed."""
    try:
        before = ask.period.previous()
    except ValueError as error:
        raise Refusal(str(error)) from error
    return part(ask.during(before), name)


def whole_of_share(ask: Ask, session: Session) -> Ask:
    """What the part is a share of."""
    if ask.metric.denominator:
        whole = part(ask, ask.metric.denominator)
        is_limited = ask.metric.whole != "unrequested"
        return whole if is_limited else replace(whole, filters=ask.filters.without(*ask.filters))
    base = metrics.get(ask.metric.of)
    if ask.metric.whole == "unrequested":
        return replace(ask, metric=base, filters=ask.filters.without(*ask.filters))
    if ask.metric.whole == "parent":
        tree = session.tree(ask.tree_day, ask.position)
        node = tree.nodes.get(session.org_id(ask.scope.org_code))
        if node and node.parent is not None:
            return replace(ask, metric=base, scope=Scope(tree.nodes[node.parent].code))
    return replace(ask, metric=base)


def part_of_share(ask: Ask) -> Ask:
    """The part: a metric of its own, or the base metric limited by the definition's own filters as well."""
    if ask.metric.numerator:
        return part(ask, ask.metric.numerator)
    limits = dict(ask.filters)
    for key, values in ask.metric.filters:
        limits[key] = tuple(set(values) & set(limits[key])) if key in limits else values
        if not limits[key]:
            # The request excludes the part: no filter can say so, a definition can.
            base = metrics.get(ask.metric.of)
            return replace(ask, metric=replace(base, filters=(*base.filters, *ask.metric.filters)))
    return replace(part(ask, ask.metric.of), filters=Filters(limits))


def siblings(ask: Ask, session: Session) -> list[Ask]:
    """The same request of every standing child of the same parent and type, itself among them."""
    tree = session.tree(ask.tree_day, ask.position)
    own = tree.nodes.get(session.org_id(ask.scope.org_code))
    base = metrics.get(ask.metric.of)
    if own is None:
        return []
    peers = [tree.nodes[child] for child in tree.children.get(own.parent, [])]
    peers = [peer for peer in peers if peer.type == own.type and (peer.standing or peer.id == own.id)]
    return [
        replace(ask, metric=base, scope=Scope(peer.code, ask.scope.own), peer=True)
        for peer in sorted(peers, key=lambda peer: peer.code)
    ]


def years_back(ask: Ask) -> Callable[[int], Ask]:
    """A maker of the request of the n-th year before the period's last; the last year is cut at the period's end."""
    base = metrics.get(ask.metric.of)
    last = ask.period.end

    def of(back: int) -> Ask:
        period = Period.year(last.year - back, planned=ask.period.planned and not back)
        if not back and last != date(last.year, 12, 31):
            period = Period.to_date(last, planned=ask.period.planned)
        return replace(ask.during(period), metric=base)

    return of


def _ratio(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    above = evaluate(part(ask, ask.metric.numerator), session)
    below = evaluate(part(ask, ask.metric.denominator), session)
    return _divided(ask, above, below)


def _share(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    return _divided(
        ask, evaluate(part_of_share(ask), session), evaluate(whole_of_share(ask, session), session)
    )


def _divided(ask: Ask, above: Figure, below: Figure) -> Figure:
    if above.exact is None or below.exact is None:
        return _made(ask, None, above, below, note="分子或分母没有填报")
    if not below.exact:
        return _made(ask, None, above, below, note="分母为零，不能计算")
    return _made(ask, above.exact / below.exact * ask.metric.times, above, below)


def _now_and_before(ask: Ask, session: Session, evaluate: Evaluate) -> tuple[Figure, Figure]:
    return evaluate(part(ask, ask.metric.of), session), evaluate(previous(ask, ask.metric.of), session)


def _growth(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    now, before = _now_and_before(ask, session, evaluate)
    if now.exact is None or before.exact is None:
        return _made(ask, None, now, before, note="本期或上年同期没有填报")
    if not before.exact:
        return _made(ask, None, now, before, note="上年同期为零，不能计算增长率")
    return _made(ask, (now.exact - before.exact) / abs(before.exact) * 100, now, before)


def _points(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    now, before = _now_and_before(ask, session, evaluate)
    if now.exact is None or before.exact is None:
        return _made(ask, None, now, before, note="本期或上年同期没有填报")
    return _made(ask, now.exact - before.exact, now, before)


def _mean_per_year(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    years = [evaluate(part(ask.during(year), ask.metric.of), session) for year in ask.period.years()]
    absent = [figure.request.period.label for figure in years if figure.exact is None]
    if absent:
        return _made(ask, None, *years[:1], note=f"{'、'.join(absent)}没有填报")
    values = [figure.exact or Decimal(0) for figure in years]
    made = _made(ask, sum(values, Decimal(0)) / len(values), None, None)
    return replace(made, missing=_all_missing(*years), pending=sum(figure.pending for figure in years))


def _run(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    of = years_back(ask)
    first = figure = evaluate(of(0), session)
    count = 0
    while figure.exact and figure.exact > 0 and count < MOST_YEARS:
        count += 1
        figure = evaluate(of(count), session)
    if first.exact is None:
        return _made(ask, None, first, None, note="本年没有填报")
    return _made(ask, Decimal(count), first, None)


def _rank(ask: Ask, session: Session, evaluate: Evaluate) -> Figure:
    """Competition ranking (1, 2, 2, 4) among siblings that reported; the best by the good direction is first."""
    own = evaluate(part(ask, ask.metric.of), session)
    peers = [evaluate(sibling, session) for sibling in siblings(ask, session)]
    ranked = [peer.exact for peer in peers if peer.exact is not None]
    if own.exact is None:
        return _made(ask, None, own, None, note="本单位没有填报")
    upwards = (ask.metric.good_direction or own.metric.good_direction) != "down"
    ahead = sum(1 for value in ranked if (value > own.exact if upwards else value < own.exact))
    made = _made(ask, Decimal(ahead + 1), own, None)
    return replace(made, among=len(ranked))


def _all_missing(*figures: Figure | None) -> tuple[Missing, ...]:
    return tuple(dict.fromkeys(row for figure in figures if figure for row in figure.missing))


def _made(ask: Ask, exact: Decimal | None, above: Figure | None = None, below: Figure | None = None, *,
          note: str = "", origins: Origins | None = None) -> Figure:  # fmt: skip
    """A derived figure; its basis mix, planned share and origins are those of the figure it starts from."""
    status = UNREPORTED if exact is None and note.endswith("填报") else REPORTED
    sides = [side for side in (above, below) if side]
    return Figure(
        request=ask.request,
        metric=ask.metric,
        value=None if exact is None else ask.metric.rounded(exact),
        exact=exact,
        unit=ask.metric.unit,
        status=status,
        as_of=ask.tree_day,
        missing=_all_missing(*sides),
        pending=max((side.pending for side in sides), default=0),
        bases=above.bases if above and origins is None else {},
        origins=origins or (above.origins if above else Origins()),
        straddling=tuple(dict.fromkeys(row for side in sides for row in side.straddling)),
        planned_share=max((side.planned_share for side in sides), default=Decimal(0)),
        numerator=above,
        denominator=below,
        note=note,
    )


_KINDS: dict[str, Callable[[Ask, Session, Evaluate], Figure]] = {
    "ratio": _ratio, "share": _share, "growth": _growth, "points": _points, "mean_per_year": _mean_per_year,
    "run": _run, "rank": _rank,
}  # fmt: skip
