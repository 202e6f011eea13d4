"""存证与封账: the chain of seals, verification, closing a period."""

from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.access.actors import Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.ledger import closing, seals, verify
from kebridge.core.ledger.models import Closing, Posting, Seal
from kebridge.core.orgs.trees import tree_today
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.base import Acting, Page
from kebridge.core.wording.days import parse_day

PAGE, PROBLEMS_SHOWN = 30, 50


class _OverAll(Page):
    """The ledger is one for the whole installation: the right is asked at its top organisation."""

    @property
    def top(self) -> int | None:
        return next(iter(tree_today().roots), None)

    def require_to_see(self) -> None:
        if not (self.actor.can(Verb.SEAL, self.top) or self.actor.can(Verb.AUDIT, self.top)):
            raise Denied("您没有查看台账存证的权限", who_can=who_can(Verb.SEAL))


class LedgerPage(_OverAll):
    template_name = "web/ledger.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.require_to_see()
        number = self.request.GET.get("page", "1")
        return super().get_context_data(
            seals=Paginator(Seal.objects.order_by("-pk"), PAGE).get_page(number),
            unsealed=Posting.objects.filter(sealed=None).count(),
            closings=Closing.objects.order_by("-pk")[:PAGE],
            closed=closing.closed_through(),
            may_seal=self.actor.can(Verb.SEAL, self.top),
            **kwargs,
        )


class SealNow(Acting, _OverAll):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = seals.seal(by=self.actor, org_id=self.top)
        told = (
            f"已存证第{made.pk}号：{made.postings:,}笔，{made.facts:,}条明细"
            if made
            else "没有新的内容要存证"
        )
        messages.success(request, told)
        return redirect("ledger")


class VerifyNow(Acting, _OverAll):
    """Recomputes every record and every seal; the finding is a fragment."""

    template_name = "web/_verified.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require_to_see()
        problems = list(islice(verify.problems(), PROBLEMS_SHOWN))
        return self.page(problems=problems)


class ClosePeriod(Acting, _OverAll):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            day = parse_day(request.POST.get("day", ""))
        except ValueError as error:
            raise Refusal(str(error)) from error
        closing.close_through(day, by=self.actor, org_id=self.top)
        messages.success(request, f"已封账到{day:%Y年%-m月%-d日}")
        return redirect("ledger")
