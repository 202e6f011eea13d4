"""What was asked for and is made in the background: where it stands, and the file when it is ready."""

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from kebridge.core.jobs import heart
from kebridge.core.jobs.errands import ops
from kebridge.core.jobs.models import Errand
from kebridge.core.web.views.base import Page

PAGE = 30
OCTETS = "application/octet-stream"


def asked_for(errand: Errand) -> HttpResponse:
    """The page that shows how far it has come."""
    return redirect("errand", pk=errand.pk)


def waits_in_vain(errand: Any) -> bool:
    """Whether it is to be made and no worker runs."""
    return errand is not None and errand.is_running and not heart.anyone_alive()


class ErrandsPage(Page):
    """What the person asked for lately."""

    template_name = "web/errands.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = self.request.GET.get("page", "1")
        errands = Paginator(ops.visible(self.actor), PAGE).get_page(number)
        return super().get_context_data(errands=errands, days=ops.FILES_KEPT.days, **kwargs)


class _OneErrand(Page):
    def errand(self) -> Errand:
        try:
            return ops.find(self.kwargs["pk"], by=self.actor)
        except Errand.DoesNotExist as error:
            raise Http404 from error


class ErrandPage(_OneErrand):
    """One errand; asked by htmx while it runs, only its changing part, which fetches the file by itself."""

    @property
    def is_fragment(self) -> bool:
        return self.request.headers.get("HX-Target") == "errand"

    def get_template_names(self) -> list[str]:
        return ["web/_errand.html" if self.is_fragment else "web/errand.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        errand = self.errand()
        return super().get_context_data(
            errand=errand, in_vain=waits_in_vain(errand), is_fragment=self.is_fragment, days=ops.FILES_KEPT.days,
            **kwargs,
        )  # fmt: skip


class ErrandFile(_OneErrand):
    """The file, for who asked and still may see all that is in it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        errand, path = ops.fetch(self.errand().pk, by=self.actor)
        response = FileResponse(path.open("rb"), content_type=OCTETS)
        response["Content-Disposition"] = content_disposition_header(
            as_attachment=True, filename=errand.filename
        )
        response["Cache-Control"] = "no-store"
        return response
