"""Which reports and editions a reader may open: one that speaks of the closed circle is for the circle alone."""

from typing import Any

from django.db.models import Q, QuerySet

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger.measures import Visibility
from kebridge.core.records import closed
from kebridge.core.records import register as registers
from kebridge.figures.metrics import registry
from kebridge.figures.models import Edition, Report
from kebridge.figures.reports.blocks import ChronicleBlock, RecordsBlock
from kebridge.figures.reports.template import Template
from kebridge.figures.seeing import visibility


def is_closed(template: Template) -> bool:
    """Whether a figure or a list of the template comes from the closed circle."""
    named = {bound.request.metric for bound in template.figures.values()}
    if any(visibility(registry.get(name)) == Visibility.CLOSED for name in named):
        return True
    sources = [part.source for part in template.blocks if isinstance(part, RecordsBlock)]
    for part in template.blocks:
        if isinstance(part, ChronicleBlock):
            sources.extend(part.sources)
    return any(closed.is_closed(registers.get(source.register)) for source in sources)


def reports_for(by: Actor) -> QuerySet[Any]:
    """The reports that the reader may open."""
    open_or_inside = Q(is_closed=False) | Q(org__in=by.org_ids(Verb.SEE_CLOSED))
    found: QuerySet[Any] = Report.objects.visible_to(by).filter(open_or_inside).select_related("org")
    return found


def editions_for(by: Actor) -> QuerySet[Any]:
    """The editions that the reader may open, each by what was in it when it was signed."""
    open_or_inside = Q(is_closed=False) | Q(report__org__in=by.org_ids(Verb.SEE_CLOSED))
    found: QuerySet[Any] = Edition.objects.visible_to(by).filter(open_or_inside)
    return found.filter(report__in=reports_for(by)).select_related("seal", "report")
