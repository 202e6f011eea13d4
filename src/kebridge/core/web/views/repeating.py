"""A whole series at once, and last year's records carried over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kebridge.core.access.roles import Verb
from kebridge.core.records import repeating
from kebridge.core.refusal import Refusal
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import RegisterPage
from kebridge.core.wording.days import parse_day

SHOWN = 200


class RepeatPage(RegisterPage):
    """The same record on other days: every week, or on days typed in; looked at before it is saved."""

    template_name = "web/repeat.html"
    record: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not repeating.may_repeat(self.register):
            raise Http404
        self.record = self.find(kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.ADD, self.record.org_id, f"新增{self.register.noun}")
        told = self.register.sentence(self.record)
        return super().get_context_data(
            record=self.record, told=told, back=self.register.url(self.record), **kwargs
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        post = request.POST
        try:
            days = self._days()
            if "save" not in post:
                return self.page(typed=post, days=days)
            made = repeating.repeat(self.register, self.record.pk, days, by=self.actor)
        except Refusal as refusal:
            return self.page(status_of(refusal), typed=post, refusal=refusal)
        messages.success(request, f"已登记{len(made)}{self.register.unit}{self.register.noun}")
        return redirect("register", code=self.register.code)

    def _days(self) -> list[Any]:
        """The days asked for, without the one that the record itself stands on."""
        own = getattr(self.record, self.register.day or "")
        days = [day for day in self._asked() if day != own]
        if not days:
            raise Refusal(f"只有{own:%Y-%m-%d}这一天，这一条已经登记", repair="请写别的日期")
        return days

    def _asked(self) -> list[Any]:
        post = self.request.POST
        if post.get("way") == "listed":
            return repeating.listed(post.get("days", ""))
        try:
            return repeating.weekly(parse_day(post.get("first", "")), parse_day(post.get("last", "")))
        except ValueError as error:
            raise Refusal(str(error), repair="请填写第一次和到哪天为止") from error


class LastYearPage(RegisterPage):
    """Last year's records to choose from; those chosen become this year's drafts."""

    template_name = "web/last_year.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not repeating.may_repeat(self.register):
            raise Http404

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.ADD, None, f"新增{self.register.noun}")
        year = timezone.localdate().year
        found = repeating.last_year(self.register, year, by=self.actor)
        found = found.filter(org__in=self.actor.org_ids(Verb.ADD)).prefetch_related(*self.register.prefetch)
        rows = [
            (one.pk, getattr(one, self.register.day), self.register.sentence(one)) for one in found[:SHOWN]
        ]
        return super().get_context_data(rows=rows, year=year, shown=SHOWN, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        picked = [int(pk) for pk in request.POST.getlist("pick") if pk.isdecimal()]
        try:
            made = repeating.carry_over(self.register, picked, by=self.actor)
        except Refusal as refusal:
            return self.page(status_of(refusal), refusal=refusal)
        messages.success(request, f"已照搬{len(made)}条，存为草稿；逐条核对日期和内容后提交，才会计入")
        return redirect(f"/r/{self.register.code}/?state=draft&mine=1")
