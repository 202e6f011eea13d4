"""One's own settings, and the switches of registers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from kebridge.core.access import ops as access
from kebridge.core.access.queries import own_grants
from kebridge.core.access.roles import Verb
from kebridge.core.orgs.trees import tree_today
from kebridge.core.records import ops as records
from kebridge.core.records import register as registers
from kebridge.core.records.models import RegisterSetting
from kebridge.core.web.views.base import Acting, Page
from kebridge.staff.inbox import USUAL_DAY


class SettingsPage(Page):
    """Where one's own account and all administration begins."""

    template_name = "staff/settings.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(grants=own_grants(self.actor), **kwargs)


class ElderSwitch(Acting, Page):
    """长者模式 on or off, kept for the person; then back to where he was."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        access.set_elder_mode(request.user, not request.user.elder_mode)
        back = request.POST.get("next", "/")
        is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return redirect(back if is_ours else "/")


class RegistersPage(Page):
    """Which registers wait for review: a decision for the whole installation, so asked at its top."""

    template_name = "staff/registers.html"

    def _top(self) -> int | None:
        return next(iter(tree_today().roots), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.CONFIGURE, self._top(), "设置登记簿")
        reviewed = set(RegisterSetting.objects.filter(review=True).values_list("register", flat=True))
        days = dict(RegisterSetting.objects.values_list("register", "due_day"))
        rows = [
            (one, one.code in reviewed, days.get(one.code, USUAL_DAY) if one.reporting else None)
            for one in registers.every()
        ]
        return super().get_context_data(rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        known = {one.code: one for one in registers.every()}
        register = known.get(request.POST.get("register", ""))
        if register and "due_day" in request.POST:
            text = request.POST["due_day"].strip()
            day = int(text) if text.isascii() and text.isdecimal() else 0
            records.set_due_day(register, day, by=self.actor, org_id=self._top())
            messages.success(request, f"{register.title}：每期{day}日前报")
        elif register:
            needed = request.POST.get("review") == "1"
            records.set_review(register, needed, by=self.actor, org_id=self._top())
            messages.success(
                request, f"{register.title}：{'提交后先审核，再计入' if needed else '保存后直接计入'}"
            )
        return redirect("settings-registers")
