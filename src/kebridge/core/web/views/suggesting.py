"""What a field offers while one types: names within the actor's reach, never others."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kebridge.core.access.roles import Verb
from kebridge.core.ledger.models import Tag
from kebridge.core.orgs.trees import tree_today
from kebridge.core.records import fields as kinds
from kebridge.core.records.fields import Field
from kebridge.core.records.models import Body
from kebridge.core.records.states import NOT_STANDING
from kebridge.core.web.forming import org_text
from kebridge.core.web.views.base import RegisterPage

SHOWN = 20
MANY = (kinds.ORGS, kinds.BODIES, kinds.TAGS)
SEPARATORS = "，,；;"


class SuggestPage(RegisterPage):
    """Options for a datalist. Of a field with several names only the last one is completed."""

    def get(self, request: HttpRequest, *args: Any, name: str, **kwargs: Any) -> HttpResponse:
        known = {one.name: one for one in (*self.register.line_fields, *self.register.fields)}
        if name not in known:
            raise Http404
        one = known[name]
        # A line's field is called line-3-body in the form: whatever is typed comes under one of the names.
        typed = next((str(text) for key, text in request.GET.items() if key != "see"), "").replace("\0", "")
        before, last = _last(typed) if one.kind in MANY else ("", typed)
        found = [f"{before}{option}" for option in self._names(one, last.strip())]
        return render(request, "web/_options.html", {"options": found})

    def _names(self, one: Field, typed: str) -> Iterable[str]:
        if one.kind in (kinds.ORG, kinds.ORGS):
            return self._orgs(one, typed)
        if one.kind == kinds.TAGS:
            tags = Tag.objects.filter(scheme=one.scheme, name__icontains=typed).order_by("name")
            return tags.values_list("name", flat=True)[:SHOWN]
        if one.kind in (kinds.BODY, kinds.BODIES):
            bodies: Any = Body.objects.visible_to(self.actor)
            bodies = bodies.filter(name__icontains=typed).exclude(state__in=NOT_STANDING).order_by("name")
            return bodies.values_list("name", flat=True)[:SHOWN]
        return ()

    def _orgs(self, one: Field, typed: str) -> list[str]:
        is_filter = bool(self.request.GET.get("see"))
        reach = self.actor.org_ids(Verb.SEE if is_filter else Verb.ADD)
        types = self.register.org_types if one.name == "org" and not is_filter else ()
        tree = tree_today()
        nodes = tree.standing((org_id for org_id in tree.ids if org_id in reach), types)
        return [org_text(node.id) for node in nodes if typed in node.name or typed == node.code][:SHOWN]


def _last(typed: str) -> tuple[str, str]:
    """What stands before the last separator (with it), and the rest."""
    for other in SEPARATORS:
        typed = typed.replace(other, kinds.SEPARATOR)
    before, mark, last = typed.rpartition(kinds.SEPARATOR)
    return f"{before}{mark}", last
