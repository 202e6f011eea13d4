"""The list of any register, its export and its template."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kebridge.core.access.roles import Verb
from kebridge.core.collecting import ops as collecting
from kebridge.core.outside import registry
from kebridge.core.records import repeating
from kebridge.core.records.states import State
from kebridge.core.transfer import sheets
from kebridge.core.web.listing import Listing
from kebridge.core.web.views.base import RegisterPage, ways_of, workbook


class ListPage(RegisterPage):
    """Rows with search, filters, totals; a fragment of it for htmx."""

    template_name = "web/list.html"

    def get_template_names(self) -> list[str]:
        is_fragment = self.request.headers.get("HX-Target") == "list"
        return ["web/_list.html" if is_fragment else "web/list.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listing = Listing(self.register, self.actor, self.request.GET.dict())
        return super().get_context_data(
            listing=listing,
            states=State.choices,
            is_unfiltered=not listing.wanted,
            is_fragment=self.request.headers.get("HX-Target") == "list",
            may_add=self.actor.can(Verb.ADD),
            ways=ways_of(self.register),
            may_import=self.actor.can(Verb.IMPORT),
            may_repeat=self.actor.can(Verb.ADD) and repeating.may_repeat(self.register),
            may_collect=self.actor.can(Verb.CHANGE) and collecting.may_collect(self.register),
            may_export=self.actor.can(Verb.EXPORT),
            has_packs=self.actor.can(Verb.EXPORT) and bool(registry.of(self.register)),
            may_pick=self._may_pick(listing),
            **kwargs,
        )

    def _may_pick(self, listing: Listing) -> bool:
        """Of waiting records alone several may be led on at once."""
        is_waiting = listing.wanted.get("state") == State.PENDING
        return is_waiting and self.actor.can(Verb.REVIEW) and not self.actor.practising

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        listing: Listing = context["listing"]
        # The address holds what is asked for, without empty parts.
        response["HX-Push-Url"] = f"{context['base']}{listing.address(page=listing.page)}"
        return response


class TotalsPart(RegisterPage):
    """Count and totals of a long list, asked for after its page stands."""

    template_name = "web/_totals.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listing = Listing(self.register, self.actor, {**self.request.GET.dict(), "total": "1"})
        is_picking = listing.wanted.get("state") == State.PENDING and self.actor.can(Verb.REVIEW)
        return super().get_context_data(
            listing=listing, may_pick=is_picking and not self.actor.practising, **kwargs
        )


class ExportPage(RegisterPage):
    """What the list shows, as an Excel file that can be imported again."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        listing = Listing(self.register, self.actor, request.GET.dict())
        within = listing.matching.filter(org__in=self.actor.org_ids(Verb.EXPORT)).exclude(
            state=State.PRACTICE
        )
        ordered = within.order_by(*self.register.order, "pk")
        content = sheets.export(self.register, ordered, by=self.actor)
        return workbook(content, f"{self.register.title}-{timezone.localdate():%Y%m%d}.xlsx")


class TemplateFile(RegisterPage):
    """The empty import table."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        content = sheets.workbook_template([self.register], by=self.actor)
        return workbook(content, f"{self.register.title}导入表.xlsx")


class ExamplePage(RegisterPage):
    """What belongs into each field, with an example: also the help of the register."""

    template_name = "web/example.html"
