"""What all pages of registers share."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import select_template
from django.utils.http import content_disposition_header
from django.views.generic import TemplateView

from kebridge.core.access.actors import Actor
from kebridge.core.records import linked, queries
from kebridge.core.records.register import Register
from kebridge.core.web.navigation import visible_registers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Page(TemplateView):
    """A page of somebody signed in; `self.actor` is who."""

    actor: Actor

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.actor = request.actor  # type: ignore[attr-defined]

    def page(self, status: int = 200, **more: Any) -> HttpResponse:
        """The page with these values in its context."""
        return self.render_to_response(self.get_context_data(**{**self.kwargs, **more}), status=status)


class Acting:
    """An address that only acts. Opened by hand, or after signing in again, it leads to the page it belongs to."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(request.path.rstrip("/").rpartition("/")[0] + "/")


class RegisterPage(Page):
    """A page of one register, for whoever may open it; others find nothing."""

    register: Register

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        known = {one.code: one for one in visible_registers(self.actor)}
        if kwargs["code"] not in known:
            raise Http404
        self.register = known[kwargs["code"]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(register=self.register, base=f"/r/{self.register.code}/", **kwargs)

    def find(self, pk: int) -> Any:
        """One record within the actor's sight."""
        try:
            found = queries.visible(self.register, self.actor).get(pk=pk)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        linked.read(self.register, [found], self.register.prefetch)
        return found


def ways_of(register: Register) -> Any:
    """The template of this register's own ways to enter a record, beside those that all have; empty for most."""
    return select_template([f"{register.room}/{register.code}_ways.html", "web/_nothing.html"])


def workbook(content: bytes, filename: str) -> HttpResponse:
    """An Excel file to keep."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    return response
