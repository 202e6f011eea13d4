"""Several waiting records accepted or returned at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.ledger.postings import posting
from kebridge.core.records import ops
from kebridge.core.records.states import TRANSITIONS, State
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.base import Acting, RegisterPage

STEPS = ("accept", "return")


class ReviewPage(Acting, RegisterPage):
    """All picked records are led on, or none."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        step = request.POST.get("step", "")
        picked = [_seen(text) for text in request.POST.getlist("pick")]
        if step not in STEPS:
            raise Refusal("请选择“审核通过”或“退回”")
        if not picked:
            raise Refusal("一条也没有选", repair="请在每行前面打勾，再办理")
        reason = request.POST.get("reason", "").strip()
        with posting(by=self.actor, reason=reason):
            for pk, revision in picked:
                record = self.find(pk)
                try:
                    ops.move_record(self.register, pk, step, by=self.actor, reason=reason, revision=revision)
                except Refusal as refusal:
                    raise _naming(refusal, self.register.sentence(record)) from refusal
        messages.success(
            request, f"已{TRANSITIONS[step].label}{len(picked)}{self.register.unit}{self.register.noun}"
        )
        return redirect(f"/r/{self.register.code}/?state={State.PENDING}")


def _seen(text: str) -> tuple[int, int]:
    """12:3 → record 12 as it stood in revision 3. Raises Refusal."""
    pk, _, revision = text.partition(":")
    if not (pk.isdecimal() and revision.isdecimal()):
        raise Refusal("看不懂选了哪些记录", repair="请刷新后重新选择")
    return int(pk), int(revision)


def _naming(refusal: Refusal, sentence: str) -> Refusal:
    """The same refusal, saying at which of several records it was."""
    refusal.what = f"“{sentence}”：{refusal.what}；其余各条也没有办理"
    return refusal
