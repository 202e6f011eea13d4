"""Entering and correcting a record of any register."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.access.roles import Verb
from kebridge.core.ledger.postings import LostRace
from kebridge.core.records import ops, practice, queries, reasons
from kebridge.core.records.cleaning import Invalid, clean_record
from kebridge.core.records.lookups import Lookups
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.web.beginning import begun
from kebridge.core.web.forming import Form, Typed, differences, fresh
from kebridge.core.web.middleware import status_of
from kebridge.core.web.views.base import RegisterPage, ways_of

SAVED = {
    State.COUNTED: "已保存，计入台账",
    State.PENDING: "已保存，等待审核",
    State.DRAFT: "已存为草稿，还没有计入",
    State.PRACTICE: "练习已保存，不计入任何数",
}


class FormPage(RegisterPage):
    """A form, kept as typed whatever goes wrong."""

    template_name = "web/form.html"
    record: Any | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.record
        return super().get_context_data(
            record=record,
            verb="新增" if record is None else ("更正" if record.state == State.COUNTED else "修改"),
            may_draft=record is None or record.state in (State.DRAFT, State.RETURNED),
            back=f"/r/{self.register.code}/" if record is None else self.register.url(record),
            reasons=reasons.REASONS,
            ways=ways_of(self.register) if record is None else "",
            begin_notes=self._begin_notes(),
            **self._reason(),
            **kwargs,
        )

    def _reason(self) -> dict[str, str]:
        """What the choice of a reason shows: what was chosen, else the usual one for a record that counts."""
        is_counted = self.record is not None and self.record.state == State.COUNTED
        chosen = self.request.POST.get("reason", reasons.usual(self.register) if is_counted else "")
        return {"chosen": chosen, "written": self.request.POST.get("reason_note", "")}

    def _begin_notes(self) -> tuple[str, ...]:
        """What is still to be looked at in the contents that the form began with."""
        token = self.request.GET.get("begun", "")
        if not token or self.record is not None:
            return ()
        return begun(token, self.register, self.actor, is_answer=self.request.method == "POST").notes

    def require(self) -> None:
        """Raises Denied, Refusal."""
        practice.require_possible(self.register, self.actor)
        if self.record is None:
            self.actor.require(Verb.ADD, None, f"新增{self.register.noun}")
        else:
            self.actor.require(Verb.CHANGE, self.record.org_id, f"修改{self.register.noun}")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require()
        typed = Typed.posted(self.register, request.POST)
        try:
            if alike := self._alike(typed):
                return self._again(typed, 200, alike=alike)
            saved = self._save(typed)
        except Invalid as invalid:
            return self._again(typed, 400, faults=invalid.faults)
        except LostRace as lost:
            return self._lost(typed, lost)
        except Refusal as refusal:
            return self._again(typed, status_of(refusal), refusal=refusal)
        messages.success(request, SAVED.get(saved.state, "已保存"))
        self._settle()
        is_series = "again" in request.POST
        return redirect(f"/r/{self.register.code}/new/" if is_series else self.register.url(saved))

    def _settle(self) -> None:
        """What one practised and has now entered for good leaves the practice book."""
        practised = self.request.GET.get("from", "")
        if self.record is None and practised.isdecimal() and not self.actor.practising:
            practice.settle(int(practised), self.register, self.actor)

    def _alike(self, typed: Typed) -> list[str]:
        """Records that may be this one; asked only before the first saving, and only once."""
        if self.record is not None or "anyway" in self.request.POST or not self.register.similar:
            return []
        raw_lines = [line for _, line in typed.filled_lines()]
        cleaned = clean_record(self.register, typed.raw(self.register, None), raw_lines, Lookups(self.actor))
        return [] if cleaned.faults else queries.similar(self.register, cleaned.values)

    def _save(self, typed: Typed) -> Any:
        post, record = self.request.POST, self.record
        revision = post.get("revision", "")
        return ops.save_record(
            self.register, typed.raw(self.register, record), [line for _, line in typed.filled_lines()],
            by=self.actor, pk=record.pk if record is not None else None,
            revision=int(revision) if revision.isdigit() else None,
            reason=reasons.told(post.get("reason", ""), post.get("reason_note", "")), is_draft="draft" in post,
        )  # fmt: skip

    def _again(self, typed: Typed, status: int, faults: Any = (), **more: Any) -> HttpResponse:
        form = Form(self.register, typed, self.record, faults)
        seen = self.request.POST.get("revision", "")
        return self.page(status, form=form, is_answered=True, **{"revision": seen, **more})

    def _lost(self, typed: Typed, lost: LostRace) -> HttpResponse:
        """Both versions side by side; saving once more is then a decision on the newer one."""
        record = self.record = self.find(self.kwargs["pk"])
        both = differences(self.register, typed, record)
        return self._again(typed, 409, refusal=lost, both=both, revision=record.revision)


class NewPage(FormPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require()
        return self.page(form=Form(self.register, self._begun()))

    def _begun(self) -> Typed:
        """A fresh form, or the contents of what one practised, or those handed over by another page."""
        if token := self.request.GET.get("begun", ""):
            return begun(token, self.register, self.actor).typed
        pattern = self.request.GET.get("from", "")
        if not pattern.isdecimal():
            return fresh(self.register, self.actor)
        record = self.find(int(pattern))
        practice.require_author(record, self.actor)
        return Typed.stored(self.register, record)


class EditPage(FormPage):
    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.record = self.find(kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.require()
        record: Any = self.record
        return self.page(
            form=Form(self.register, Typed.stored(self.register, record), record), revision=record.revision
        )
