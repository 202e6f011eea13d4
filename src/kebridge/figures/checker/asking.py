"""The figures of candidates, and other readings of one that would give the number a text states."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.checker.judge import Difference, is_said, value_of
from kebridge.figures.checker.places import OWN_MARK
from kebridge.figures.checker.shapes import Candidate, Mention
from kebridge.figures.compiling import Session
from kebridge.figures.engines.database import DatabaseEngine
from kebridge.figures.evaluating import wanted
from kebridge.figures.evaluation import ask_of, base_asks, evaluate
from kebridge.figures.presenting import filter_words, org_title
from kebridge.figures.requests import FILTER_LABELS, Figure, FigureRequest, Scope

MOST_DIFFERENCES = 2


def request_of(candidate: Candidate) -> FigureRequest | None:
    """The request of a candidate; None: it has no period that can be read."""
    if not candidate.period:
        return None
    code = candidate.scope.removesuffix(OWN_MARK)
    scope = Scope(code, own=candidate.scope.endswith(OWN_MARK))
    return FigureRequest(candidate.metric, scope, Period.parse(candidate.period), candidate.filters)


class Asking:
    """Figures for one reader, computed together; what he may not see or what cannot be asked is None."""

    def __init__(self, by: Actor) -> None:
        self._session = Session(DatabaseEngine(), by)

    def prepare(self, requests: Iterable[FigureRequest | None]) -> None:
        """Read what many figures need in few queries."""
        selects = []
        for request in requests:
            if request is None:
                continue
            try:
                ask = ask_of(request, self._session)
                selects += [select for base in base_asks(ask) for select in wanted(base, self._session)]
            except Refusal:
                continue
        self._session.prepare(selects)

    def figure(self, request: FigureRequest | None) -> Figure | None:
        if request is None:
            return None
        try:
            return evaluate(ask_of(request, self._session), self._session)
        except Refusal:
            return None

    def differences(self, mention: Mention, figure: Figure) -> list[Difference]:
        """Readings near the chosen one (own, whole, a year before, one filter less) that give the stated number."""
        found: list[Difference] = []
        for words, request, is_limit in _neighbours(figure.request):
            other = self.figure(request)
            value = value_of(other) if other else None
            if value is not None and is_said(mention, value):
                told = f"{words}是{value.normalize():f}{figure.unit}"
                found.append(Difference(told, value, is_limit))
            if len(found) == MOST_DIFFERENCES:
                return found
        if not found and self._may_be_wider(mention, figure):
            found.append(Difference("少一个限定时的数不比原文小", figure.value or Decimal(0), is_limit=True))
        if not found and figure.origins.superseded and is_said(mention, figure.origins.superseded):
            words = f"汇总曾报{figure.origins.superseded.normalize():f}{figure.unit}，已由明细代替"
            found.append(Difference(words, figure.origins.superseded))
        return found

    def _may_be_wider(self, mention: Mention, figure: Figure) -> bool:
        """Whether the stated number lies between that of the limits read and that of one limit less.

        The words may then mean more than was read: 专家工作站 among stations of three kinds, 修订完善 beside 制定.
        """
        value, request = value_of(figure), figure.request
        if value is None or mention.value is None or mention.value <= value:
            return False
        without = [replace(request, filters=request.limits.without(key)) for key in request.limits]
        others = [value_of(other) for one in without if (other := self.figure(one))]
        return any(other is not None and mention.value <= other for other in others)


def _neighbours(request: FigureRequest) -> Iterable[tuple[str, FigureRequest, bool]]:
    """Other readings, and whether each differs by what it is limited to."""
    scope = request.scope
    yield (
        f"{org_title(scope.org_code)}{'连同下级' if scope.own else '本级'}",
        replace(request, scope=Scope(scope.org_code, own=not scope.own)),
        False,
    )
    try:
        before = request.period.previous()
        yield before.label, replace(request, period=before), False
        if request.period.kind == "year":
            two = Period.parse(f"{before.start.year}..{request.period.end.year}")
            yield two.label, replace(request, period=two), False
    except ValueError:
        pass
    metric = metrics.get(request.metric)
    for key, values in request.limits.items():
        label = f"不限定{FILTER_LABELS[key]}（{filter_words(key, values, metric)}）"
        yield label, replace(request, filters=request.limits.without(key)), True
