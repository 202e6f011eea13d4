"""Rows copied from Excel or WPS, looked at before they are saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.access.roles import Verb
from kebridge.core.refusal import Refusal
from kebridge.core.web import pasting
from kebridge.core.web.middleware import status_of
from kebridge.core.web.pasting import Pasted
from kebridge.core.web.views.base import RegisterPage


class PastePage(RegisterPage):
    template_name = "web/paste.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sheet=pasting.paste_sheet(self.register), **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.actor.require(Verb.ADD, None, f"新增{self.register.noun}")
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.actor.require(Verb.ADD, None, f"新增{self.register.noun}")
        text = request.POST.get("rows", "")
        pasted = Pasted(self.register, text, self.actor)
        try:
            if "save" not in request.POST:
                return self.page(text=text, pasted=pasted, preview=pasted.preview)
            saved = pasting.save(pasted)
        except Refusal as refusal:
            return self._again(text, pasted, refusal)
        messages.success(request, f"已保存{saved}{self.register.unit}{self.register.noun}")
        return redirect(f"/r/{self.register.code}/")

    def _again(self, text: str, pasted: Pasted, refusal: Refusal) -> HttpResponse:
        """The text as pasted, with the preview if it could be read at all."""
        try:
            preview = pasted.preview
        except Refusal:
            return self.page(status_of(refusal), text=text, refusal=refusal)
        return self.page(status_of(refusal), text=text, refusal=refusal, pasted=pasted, preview=preview)
