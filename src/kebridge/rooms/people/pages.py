"""Putting persons in order: entered twice they are merged, on request they are erased. The right is asked by `ops`."""

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.access.roles import Verb
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from kebridge.core.web import presenting
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import Acting, Page
from kebridge.rooms.people import ops, queries
from kebridge.rooms.people.models import Person

_NUMBER = re.compile(r"(?:persons-)?(\d{1,12})")


class _PersonPage(Page):
    """For whoever sees business data; persons out of reach are not found."""

    def person(self, pk: Any) -> Person:
        self.actor.require(Verb.SEE, None, "查看人员")
        found = queries.standing_person(int(pk), self.actor) if str(pk).isdecimal() else None
        if found is None:
            raise Http404
        return found


class OrderPage(_PersonPage):
    """Who may be entered twice, and the way to erase somebody."""

    template_name = "people/order.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.SEE, None, "查看人员")
        found = queries.likely_duplicates(self.actor, most=queries.SHOWN + 1)
        return super().get_context_data(
            found=found[: queries.SHOWN],
            is_cut=len(found) > queries.SHOWN,
            may_merge=self.actor.can(Verb.CHANGE) and self.actor.can(Verb.VOID),
            may_erase=self.actor.can(Verb.VOID),
            **kwargs,
        )


class ComparePage(_PersonPage):
    """Two cards side by side; merging keeps the one that was chosen."""

    template_name = "people/compare.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        given = self.request.GET.getlist("pk")
        if len(set(given)) != 2:
            raise Refusal("请选两个人来比较", repair="回到“人员整理”，在同名的人里勾选两个")
        both = [self.person(pk) for pk in given]
        return super().get_context_data(
            both=both,
            rows=_rows(both),
            counts=[queries.records_of(one) for one in both],
            may_merge=self.actor.can(Verb.CHANGE) and self.actor.can(Verb.VOID),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        both = [self.person(pk) for pk in request.GET.getlist("pk")]
        keep = self.person(request.POST.get("keep", ""))
        others = [one for one in both if one.pk != keep.pk]
        if len(both) != 2 or len(others) != 1:
            raise Http404
        try:
            kept = ops.merge(keep.pk, others[0].pk, by=self.actor, reason=request.POST.get("reason", ""))
        except Refusal as refusal:
            return self.page(status_of(refusal), refusal=refusal, reason=request.POST.get("reason", ""))
        messages.success(request, "已合并为一个人，原来的业务记录都改记在这一条上")
        return redirect(f"/r/{ops.CODE}/{kept.pk}/")


class FindToErase(Acting, _PersonPage):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        number = _NUMBER.fullmatch(request.POST.get("number", "").strip())
        if number is None:
            raise Refusal("请填人员的登记号", repair="登记号在人员页面的地址里，例如 persons-12 就填 12")
        return redirect("people-erase", pk=self.person(number[1]).pk)


class ErasePage(_PersonPage):
    """What is erased and what stays; done only when reason and confirmation are given."""

    template_name = "people/erase.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.person(self.kwargs["pk"])
        return super().get_context_data(
            person=found,
            counts=queries.records_of(found),
            may_erase=self.actor.can(Verb.VOID, found.org_id),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found, reason = self.person(kwargs["pk"]), request.POST.get("reason", "")
        try:
            _require_sure(request)
            ops.erase(found.pk, by=self.actor, reason=reason)
        except Refusal as refusal:
            return self.page(status_of(refusal), refusal=refusal, reason=reason)
        messages.success(request, "个人信息已清除，次数和人数不变")
        return redirect("people-order")


def _require_sure(request: HttpRequest) -> None:
    if request.POST.get("sure") != "1":
        raise Refusal("清除后不能恢复", repair="请勾选“我已核对”再办理")


def _rows(both: list[Person]) -> list[tuple[str, list[str], bool]]:
    """Label, the two values, whether they differ; masked fields stay masked."""
    fields = registers.get(ops.CODE).fields
    found = []
    for one in fields:
        texts = [presenting.shown_text(one, person) for person in both]
        if any(texts):
            found.append((one.label, texts, texts[0] != texts[1]))
    return found
