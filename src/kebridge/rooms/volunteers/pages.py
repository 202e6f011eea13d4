"""Hours that wait for another person's confirmation, and what each volunteer has had confirmed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kebridge.core.access.roles import Verb
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.base import Page
from kebridge.rooms.volunteers import ops, queries, rules

SHOWN = 200


class HoursPage(Page):
    """Confirm picked hours, all or none; see the totals."""

    template_name = "volunteers/hours.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.SEE, None, "查看志愿服务时长")
        today = timezone.localdate()
        return super().get_context_data(
            waiting=queries.waiting(self.actor)[:SHOWN],
            totals=queries.totals(self.actor, today)[:SHOWN],
            rule=rules.star_rule(today),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        picked = [int(text) for text in request.POST.getlist("pick") if text.isdecimal()]
        if not picked:
            raise Refusal("一条也没有选", repair="请在每行前面打勾，再确认")
        done = ops.confirm(picked, by=self.actor)
        messages.success(request, f"已确认{len(done)}条服务时长，现在计入台账")
        return redirect("/volunteers/hours/")
