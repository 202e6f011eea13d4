"""Figures with what a page draws beside them: the year before, and points along months or years.

Everything of a page is computed in one session, so what its figures share is read once. Earlier periods go by the
tree of the figure's own period (可比口径), unless the request says as then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.figures.comparing import part
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.engines.base import Engine
from kebridge.figures.engines.sparing import SparingEngine
from kebridge.figures.evaluating import base_value
from kebridge.figures.evaluation import ask_of, evaluate, evaluate_lightly, prepare
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.requests import Figure, FigureRequest

MONTHS, YEARS, NO_LINE = "months", "years", ""
LINE_YEARS = 5
MOST_POINTS = 24
# What happens in a month can be told for a month; levels, comparisons and ranks are told year by year.
_BY_MONTH = frozenset({"flow", "subjects", "distinct", "ratio", "share"})
_NO_LINE = frozenset({"first"})
_NO_BEFORE = frozenset({"first", "rank", "run"})


@dataclass(frozen=True)
class Point:
    """One point of a line; `value` None: nothing reported. `before`: the same a year earlier."""

    period: Period
    value: Decimal | None
    before: Decimal | None = None


@dataclass(frozen=True)
class Picture:
    """A figure with its past; of the year `before` it is not told who owed reports and what waits for review."""

    figure: Figure
    before: Figure | None
    line: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Wish:
    """A figure to be pictured: `line` may force months or years, or leave the line out; `pairs`: with last year's."""

    request: FigureRequest
    line: str | None = None
    pairs: bool = False


def pictures(wishes: Iterable[Wish], *, by: Actor, engine: Engine | None = None) -> list[Picture]:
    """The figures asked for with their lines, in order, in one batch. Raises as `figures` does."""
    return draw(wishes, Session(engine or SparingEngine(), by))


def draw(wishes: Iterable[Wish], session: Session) -> list[Picture]:
    """The same inside a session."""
    plans = [_Plan.of(wish, ask_of(wish.request, session)) for wish in wishes]
    prepare((ask for plan in plans for ask in plan.asks), session)
    return [plan.picture(session) for plan in plans]


def line_of(metric: Metric, period: Period) -> str:
    """Whether a figure is drawn by months, by years, or not at all."""
    if metric.kind in _NO_LINE:
        return NO_LINE
    if metric.over_time == "end" or metric.kind not in _BY_MONTH:
        return YEARS
    return MONTHS if period.start.year == period.end.year else YEARS


@dataclass(frozen=True)
class _Plan:
    ask: Ask
    before: Ask | None
    line: str
    points: tuple[tuple[Ask, Ask | None], ...]

    @classmethod
    def of(cls, wish: Wish, ask: Ask) -> "_Plan":
        line = line_of(ask.metric, ask.period) if wish.line is None else wish.line
        points = tuple((ask.during(period), _before(ask.during(period), ask) if wish.pairs else None)
                       for period in _periods(line, ask.period))  # fmt: skip
        return cls(ask, _before(ask, ask), line, points)

    @property
    def asks(self) -> list[Ask]:
        pairs = [one for point in self.points for one in point if one is not None]
        return [self.ask, *([self.before] if self.before else []), *pairs]

    def picture(self, session: Session) -> Picture:
        before = evaluate_lightly(self.before, session) if self.before else None
        return Picture(evaluate(self.ask, session), before, self.line, self._drawn(session))

    def _drawn(self, session: Session) -> tuple[Point, ...]:
        return tuple(
            Point(ask.period, _value(ask, session), _value(earlier, session) if earlier else None)
            for ask, earlier in self.points
        )


def _value(ask: Ask, session: Session) -> Decimal | None:
    """The exact value of a point: as `evaluate` gives it, without looking who reported and what waits for review."""
    key = ("value", ask)
    if key not in session.memo:
        session.memo[key] = _computed(ask, session)
    value: Decimal | None = session.memo[key]
    return value


def _computed(ask: Ask, session: Session) -> Decimal | None:
    if not ask.metric.is_derived:
        return base_value(ask, session)
    if ask.metric.kind != "ratio":
        return evaluate_lightly(ask, session).exact
    above, below = (
        _value(part(ask, name), session) for name in (ask.metric.numerator, ask.metric.denominator)
    )
    return above / below * ask.metric.times if above is not None and below else None


def _before(ask: Ask, whole: Ask) -> Ask | None:
    """The same a year earlier, by the tree of the figure itself."""
    if ask.metric.kind in _NO_BEFORE:
        return None
    try:
        period = ask.period.previous()
    except ValueError:  # a term has no predecessor that can be computed
        return None
    return whole.during(period)


def _periods(line: str, period: Period) -> Sequence[Period]:
    if line == MONTHS:
        return [Period.month(period.end.year, number) for number in range(1, 13)]
    if line == YEARS:
        years = period.years()
        if len(years) == 1:
            last = period.end.year
            tail = Period.to_date(period.end) if _is_cut(period) else Period.year(last)
            return [*(Period.year(year) for year in range(last - LINE_YEARS + 1, last)), tail]
        return years[-MOST_POINTS:]
    return ()


def _is_cut(period: Period) -> bool:
    return (period.end.month, period.end.day) != (12, 31)
