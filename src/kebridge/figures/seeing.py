"""Who may see which figure, and what is withheld from publication."""

from dataclasses import replace

from kebridge.core.access.actors import Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Visibility
from kebridge.core.orgs.trees import tree_today
from kebridge.core.subjects.models import SubjectKind
from kebridge.figures import metrics
from kebridge.figures.compiling import Ask, Session
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.requests import Figure

FEWEST_PERSONS = 3
HIDDEN_NOTE = "人数少于3，公开时不显示"
_CLASSES = (Visibility.OPEN, Visibility.INTERNAL, Visibility.CLOSED)


def visibility(metric: Metric) -> Visibility:
    """The narrowest class among the measures of a metric and of what it is built on."""
    classes = [ledger_measures.get(code).visibility for code in metric.measures]
    classes += [visibility(metrics.get(name)) for name in metric.references]
    return max(classes, key=_CLASSES.index, default=Visibility.OPEN)


def require_seen(ask: Ask, session: Session) -> None:
    """Raises Denied: the reader may not see an organisation of the scope, or a measure of the closed circle."""
    key = ("seen", ask.scope, ask.tree_day, ask.position, ask.metric.name)
    if key in session.memo:
        return
    by = session.by
    if not by.is_system:
        top = session.org_id(ask.scope.org_code)
        by.require(Verb.SEE, top)
        tree = session.tree(ask.tree_day, ask.position)
        orgs = {top} if ask.scope.own else {top, *tree.subtree(top)}
        # Organisations that are founded only after today have no reader yet but those of their parents.
        if not orgs & set(tree_today().ids) <= by.org_ids(Verb.SEE):
            raise Denied("这个数据包含您无权查看的单位", who_can=who_can(Verb.SEE))
        if visibility(ask.metric) == Visibility.CLOSED and not by.sees_closed(orgs):
            raise Denied(f"“{ask.metric.title}”只在限定范围内查看", who_can=who_can(Verb.SEE_CLOSED))
    session.memo[key] = True


def is_publishable(metric: Metric) -> bool:
    """Whether figures of a metric may leave the house at all: internal and closed ones may not."""
    return visibility(metric) == Visibility.OPEN


def hide_small(figure: Figure) -> Figure:
    """The figure as it may be published: a count of fewer than 3 distinct persons, or a side of one, is withheld."""
    sides = [side for side in (figure.numerator, figure.denominator) if side is not None]
    hidden = [hide_small(side) for side in sides]
    if not (_is_small(figure) or any(side.hidden for side in hidden)):
        return figure
    above = hide_small(figure.numerator) if figure.numerator else None
    below = hide_small(figure.denominator) if figure.denominator else None
    return replace(
        figure,
        value=None,
        exact=None,
        hidden=True,
        note=HIDDEN_NOTE,
        bases={},
        numerator=above,
        denominator=below,
    )


def _is_small(figure: Figure) -> bool:
    metric = figure.metric
    if metric.kind != "subjects" or figure.exact is None or not 0 < figure.exact < FEWEST_PERSONS:
        return False
    return any(ledger_measures.get(code).subject_kind == SubjectKind.PERSON for code in metric.measures)
