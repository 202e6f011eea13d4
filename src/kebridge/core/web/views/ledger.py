"""存证与封账: the chain of seals, verification, closing a period."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kebridge.core.access.roles import Verb
from kebridge.core.jobs.errands import ops as errands
from kebridge.core.jobs.errands.verifying import CODE, require_overseer
from kebridge.core.ledger import closing, seals
from kebridge.core.ledger.models import Closing, Posting, Seal
from kebridge.core.orgs.trees import tree_today
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.base import Acting, Page
from kebridge.core.web.views.errands import asked_for
from kebridge.core.wording.days import parse_day

PAGE = 30


class _OverAll(Page):
    """The ledger is one for the whole installation: the right is asked at its top organisation."""

    @property
    def top(self) -> int | None:
        return next(iter(tree_today().roots), None)

    def require_to_see(self) -> None:
        require_overseer(self.actor)


class LedgerPage(_OverAll):
    template_name = "web/ledger.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.require_to_see()
        number = self.request.GET.get("page", "1")
        closings = list(Closing.objects.order_by("-pk")[:PAGE])
        return super().get_context_data(
            seals=Paginator(Seal.objects.order_by("-pk"), PAGE).get_page(number),
            unsealed=Posting.objects.filter(sealed=None).count(),
            closings=closings,
            # No closing is of an earlier day than the one before it.
            closed=closings[0].through if closings else None,
            errand=errands.newest(CODE, by=self.actor),
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
    """Has every record and every seal computed again, in the background."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return asked_for(errands.ask(CODE, {}, "核验台账", by=self.actor, back=reverse("ledger")))


class ClosePeriod(Acting, _OverAll):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            day = parse_day(request.POST.get("day", ""))
        except ValueError as error:
            raise Refusal(str(error)) from error
        closing.close_through(day, by=self.actor, org_id=self.top)
        messages.success(request, f"已封账到{day:%Y年%-m月%-d日}")
        return redirect("ledger")
