"""One record: what it says, what it counts, its evidence and past; the steps that lead it on."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import select_template

from kebridge.core.access.roles import Verb
from kebridge.core.outside import ops as outside
from kebridge.core.records import alongside, ops, reasons, repeating, unmasking
from kebridge.core.records.register import Register
from kebridge.core.records.states import TRANSITIONS, State
from kebridge.core.web import presenting, steps, telling
from kebridge.core.web.views import evidence
from kebridge.core.web.views.base import Acting, RegisterPage


def lines_table(register: Register, record: Any) -> dict[str, Any]:
    """The lines of a record as a table: only columns that hold something."""
    rows = register.lines_of(record)
    texts = [[presenting.shown_text(one, row) for one in register.line_fields] for row in rows]
    used = [any(row[index] for row in texts) for index in range(len(register.line_fields))]
    columns = [one for one, is_used in zip(register.line_fields, used, strict=True) if is_used]
    cells = [[text for text, is_used in zip(row, used, strict=True) if is_used] for row in texts]
    numbers = [one.name if one.kind in presenting.NUMERIC else "" for one in columns]
    css = ["number" if one.kind in presenting.NUMERIC else "" for one in columns]
    return {
        "heads": list(
            zip(
                [one.label for one in columns],
                ["" if one.unit in one.label else one.unit for one in columns],
                css,
                strict=True,
            )
        ),
        "rows": [
            [
                (text, kind, one.label, f"line-{number}-{name}" if name and text else "")
                for text, kind, one, name in zip(row, css, columns, numbers, strict=True)
            ]
            for number, row in enumerate(cells)
        ],
    }


class RecordPage(RegisterPage):
    template_name = "web/record.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        register, record = self.register, self.find(kwargs["pk"])
        available = steps.steps_of(record, self.actor)
        more = select_template([f"{register.room}/{register.code}_record.html", "web/_nothing.html"])
        return super().get_context_data(
            record=record,
            sentence=register.sentence(record),
            groups=presenting.groups(register.fields, record),
            lines=lines_table(register, record) if register.lines else None,
            counted=telling.counted(register, record, self.actor),
            history=telling.history(register.code, record.pk),
            first_steps=[one for one in available if one.name in steps.FIRST],
            more_steps=[one for one in available if one.name not in steps.FIRST],
            evidence=evidence.shown(register, record, self.actor),
            may_repeat=repeating.may_repeat(register)
            and self.actor.can(Verb.ADD, record.org_id)
            and not self.actor.practising
            and record.state != State.PRACTICE,
            may_correct=steps.may_correct(record, self.actor),
            may_go_on=bool(register.goes_on)
            and record.state == State.COUNTED
            and steps.may_correct(record, self.actor),
            may_fix=record.state == State.COUNTED and steps.may_correct(record, self.actor),
            may_enter_for_real=record.state == State.PRACTICE and record.entered_by == self.actor.user_id,
            reasons=reasons.REASONS,
            usual_reason=reasons.USUAL,
            may_unmask=self.actor.can(Verb.UNMASK, record.org_id),
            extra_template=more.template,
            number=register.number_of(record),
            duties=outside.duties(register, record),
            may_hand_over=self.actor.can(Verb.EXPORT, record.org_id),
            **kwargs,
        )


class RelatedPage(RegisterPage):
    """What else is known about the thing of a record: a part of its page, or a page for whoever has no script."""

    def get_template_names(self) -> list[str]:
        is_part = self.request.headers.get("HX-Request") == "true"
        return ["web/_related.html" if is_part else "web/related.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        record = self.find(kwargs["pk"])
        return super().get_context_data(
            record=record,
            sentence=self.register.sentence(record),
            number=self.register.number_of(record),
            sections=alongside.sections(self.register, record, by=self.actor),
            **kwargs,
        )


class StepPage(Acting, RegisterPage):
    """Leads a record one step on."""

    def post(self, request: HttpRequest, *args: Any, pk: int, step: str, **kwargs: Any) -> HttpResponse:
        record = self.find(pk)
        if step not in TRANSITIONS:
            raise Http404
        seen = request.POST.get("revision", "")
        ops.move_record(
            self.register, pk, step, by=self.actor,
            reason=reasons.told(request.POST.get("reason", ""), request.POST.get("reason_note", "")),
            revision=int(seen) if seen.isdigit() else None,
        )  # fmt: skip
        messages.success(request, f"已{TRANSITIONS[step].label}")
        return redirect(self.register.url(record))


class UnmaskPage(Acting, RegisterPage):
    """One personal datum in clear, for a reason given."""

    def post(self, request: HttpRequest, *args: Any, pk: int, name: str, **kwargs: Any) -> HttpResponse:
        self.find(pk)
        text = unmasking.reveal(self.register, pk, name, reason=request.POST.get("reason", ""), by=self.actor)
        response = render(request, "web/_revealed.html", {"text": text})
        response["Cache-Control"] = "no-store"
        return response
