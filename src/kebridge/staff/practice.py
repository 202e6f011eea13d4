"""The practice book: begun and ended by the person, emptied when he likes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from kebridge.core.access.roles import Verb
from kebridge.core.records import practice
from kebridge.core.web.middleware import PRACTISING
from kebridge.core.web.navigation import visible_registers
from kebridge.core.web.views.base import Acting, Page


class PracticePage(Page):
    """What one practised, and the switch."""

    template_name = "staff/practice.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.ADD, None, "练习填报")
        owned, seen = practice.own(self.actor), visible_registers(self.actor)
        return super().get_context_data(
            owned=owned,
            total=sum(count for _, count in owned),
            open_to=[one for one in seen if one.practises],
            closed_to=[(one, practice.why_not(one)) for one in seen if not one.practises],
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_on = request.POST.get("on") == "1"
        if is_on:
            self.actor.require(Verb.ADD, None, "练习填报")
        request.session[PRACTISING] = is_on
        messages.success(
            request, "开始练习：随便填，不计入任何数" if is_on else "练习结束，以后填的都是真实记录"
        )
        back = request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return redirect(back if back and is_ours else "practice")


class DiscardAll(Acting, Page):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        done = practice.discard_all(self.actor)
        messages.success(request, f"已删除练习{done}条")
        return redirect("practice")
