"""One number put right in its place on the record page, with a reason."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kebridge.core.access.roles import Verb
from kebridge.core.records import ops, reasons
from kebridge.core.refusal import Refusal
from kebridge.core.web.forming import Form, Typed, Widget
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import RegisterPage


class CorrectPage(RegisterPage):
    """A small form for one field of a record or of one of its lines; `name` is what the whole form calls it."""

    record: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.record = self.find(kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.headers.get("HX-Request"):
            return redirect(f"{self.register.url(self.record)}edit/")
        self._require()
        return self._shown(Typed.stored(self.register, self.record), self.record.revision)

    def post(self, request: HttpRequest, *args: Any, name: str, **kwargs: Any) -> HttpResponse:
        self._require()
        typed = Typed.stored(self.register, self.record)
        self._put(typed, name, request.POST.get(name, ""))
        seen = request.POST.get("revision", "")
        try:
            ops.save_record(
                self.register, typed.raw(self.register, self.record), [line for _, line in typed.filled_lines()],
                by=self.actor, pk=self.record.pk, revision=int(seen) if seen.isdecimal() else None,
                reason=reasons.told(request.POST.get("reason", ""), request.POST.get("reason_note", "")),
            )  # fmt: skip
        except Refusal as refusal:
            return self._shown(typed, seen, refusal)
        messages.success(request, "已更正，相关指标随即更新")
        url = self.register.url(self.record)
        return (
            HttpResponse(headers={"HX-Redirect": url}) if request.headers.get("HX-Request") else redirect(url)
        )

    def _require(self) -> None:
        self.actor.require(Verb.CHANGE, self.record.org_id, f"修改{self.register.noun}")

    def _put(self, typed: Typed, name: str, text: str) -> None:
        """Raises Http404: the record has no such field."""
        if name in typed.values and not self.register.by_name[name].sensitive:
            typed.values[name] = text
            return
        line, field = self._place(name)
        if field not in typed.lines.get(line, {}):
            raise Http404
        typed.lines[line][field] = text

    def _place(self, name: str) -> tuple[int, str]:
        """The line and field of a name such as line-3-on_site."""
        parts = name.split("-", 2)
        if len(parts) != 3 or parts[0] != "line" or not parts[1].isdecimal():
            raise Http404
        return int(parts[1]), parts[2]

    def _widget(self, typed: Typed) -> Widget:
        name, form = self.kwargs["name"], Form(self.register, typed, self.record)
        rows = [one for _, widgets in (*form.groups(), *form.line_rows()) for one in widgets]
        found = [one for one in rows if one.name == name and not one.field.sensitive]
        if not found:
            raise Http404
        return found[0]

    def _shown(self, typed: Typed, revision: Any, refusal: Refusal | None = None) -> HttpResponse:
        post = self.request.POST
        told = "；".join(filter(None, (refusal.what, refusal.repair))) if refusal else ""
        context = {
            "base": f"/r/{self.register.code}/", "record": self.record, "widget": self._widget(typed), "told": told,
            "revision": revision, "reasons": reasons.REASONS, "chosen": post.get("reason", reasons.USUAL),
            "written": post.get("reason_note", ""),
        }  # fmt: skip
        return render(
            self.request, "web/_correct.html", context, status=status_of(refusal) if refusal else 200
        )
