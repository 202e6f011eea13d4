"""Who did what, when, why and from where: for auditors, within their reach."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet

from kebridge.core.access.roles import Verb
from kebridge.core.audit.models import Entry
from kebridge.core.orgs.trees import tree_today
from kebridge.core.records import closed
from kebridge.core.records import register as registers
from kebridge.core.web import telling
from kebridge.core.web.views.base import Page
from kebridge.core.wording.days import parse_day

PAGE = 30
OTHER_SOURCES = {"users": "用户与角色", "errands": "后台事项"}


class AuditPage(Page):
    template_name = "staff/audit.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.AUDIT, None)
        asked = {name: text.strip().replace("\0", "") for name, text in self.request.GET.items()}
        known = {one.code: one for one in registers.every()}
        pages = Paginator(self._matching(asked), PAGE).get_page(asked.get("page", "1"))
        rows = [(telling.told(one), one, _url(one, known)) for one in pages.object_list]
        titles = {code: one.title for code, one in known.items()} | OTHER_SOURCES
        return super().get_context_data(pages=pages, rows=rows, asked=asked, titles=titles, **kwargs)

    def _matching(self, asked: dict[str, str]) -> "QuerySet[Entry]":
        reach = self.actor.org_ids(Verb.AUDIT)
        within = Q(org_id__in=reach)
        # What concerns no single organisation is for those who audit the whole installation.
        if set(tree_today().roots) <= reach:
            within |= Q(org_id=None)
        outside = Q(source_type__in=closed.codes()) & ~Q(org_id__in=self.actor.org_ids(Verb.SEE_CLOSED))
        found = Entry.objects.filter(within).exclude(outside).order_by("-at", "-pk")
        if asked.get("who"):
            found = found.filter(actor_name__icontains=asked["who"])
        if asked.get("what"):
            found = found.filter(summary__icontains=asked["what"])
        if asked.get("source"):
            found = found.filter(source_type=asked["source"])
        for name, condition in (("from", "at__date__gte"), ("to", "at__date__lte")):
            day = _day(asked.get(name, ""))
            if day:
                found = found.filter(**{condition: day})
        return found


def _day(typed: str) -> Any:
    try:
        return parse_day(typed) if typed else None
    except ValueError:
        return None


def _url(entry: Entry, known: dict[str, Any]) -> str:
    return (
        f"/r/{entry.source_type}/{entry.source_id}/" if entry.source_type in known and entry.source_id else ""
    )
