"""Imports: hand in a workbook, look at what was understood, take it, fetch what comes back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kebridge.core.access.roles import Verb
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import ops, sheets
from kebridge.core.transfer.items import VERDICT_LABELS, Verdict
from kebridge.core.transfer.models import ImportJob
from kebridge.core.web.middleware import status_of
from kebridge.core.web.navigation import visible_registers
from kebridge.core.web.views.base import Acting, Page, workbook
from kebridge.core.web.views.errands import waits_in_vain

PAGE = 30


class ImportsPage(Page):
    """The door for files, and the imports so far."""

    template_name = "web/imports.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.actor.require(Verb.IMPORT, None)
        rooms: dict[str, list[Any]] = {}
        for register in visible_registers(self.actor):
            rooms.setdefault(register.room_title, []).append(register)
        wanted = self.request.GET.get("register", "")
        number = self.request.GET.get("page", "1")
        jobs = Paginator(ops.visible(self.actor), PAGE).get_page(number)
        return super().get_context_data(rooms=rooms, wanted=wanted, jobs=jobs, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        file = request.FILES.get("file")
        try:
            if file is None:
                return self.page(400, refusal=Refusal("没有选择文件", repair="请先选择要导入的表格"))
            job = ops.upload(file.read(ops.MOST_BYTES + 1), file.name or "", by=self.actor)
        except Refusal as refusal:
            return self.page(status_of(refusal), refusal=refusal)
        return redirect("import", pk=job.pk)


class TemplatesFile(Page):
    """An empty import table of the registers chosen."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = set(request.GET.getlist("register"))
        registers = [one for one in visible_registers(self.actor) if one.code in chosen]
        if not registers:
            raise Refusal("没有选择登记簿", repair="请至少选择一个")
        name = registers[0].title if len(registers) == 1 else "业务记录"
        return workbook(sheets.workbook_template(registers, by=self.actor), f"{name}导入表.xlsx")


class _OneImport(Page):
    def job(self) -> ImportJob:
        try:
            return ops.find(self.kwargs["pk"], by=self.actor)
        except ImportJob.DoesNotExist as error:
            raise Http404 from error


class ImportPage(_OneImport):
    """One import; asked by htmx while it runs, only its changing part."""

    def get_template_names(self) -> list[str]:
        is_fragment = self.request.headers.get("HX-Target") == "import"
        return ["web/_import.html" if is_fragment else "web/import.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job = self.job()
        total = dict.fromkeys(Verdict, 0)
        for counts in job.counts.values():
            for verdict, number in counts.items():
                total[Verdict(verdict)] += number
        counts = [(verdict.value, VERDICT_LABELS[verdict], number) for verdict, number in total.items()]
        return super().get_context_data(
            job=job, counts=counts, total=total, in_vain=waits_in_vain(job), **kwargs
        )


class ConfirmImport(Acting, _OneImport):
    """全部导入, or only the rows that are right."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        job = self.job()
        right_rows = request.POST.get("take") == "right"
        ops.confirm(job.pk, by=self.actor, take_right_rows=right_rows, reason=request.POST.get("reason", ""))
        return redirect("import", pk=job.pk)


class AbandonImport(Acting, _OneImport):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ops.abandon(self.job().pk, by=self.actor)
        messages.success(request, "已放弃，没有导入任何内容")
        return redirect("imports")


class ImportFile(_OneImport):
    """The copy with the messages, the rows not taken, or the file as handed in."""

    FILES = {"copy": ops.annotated, "returned": ops.returned, "original": ops.original}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name, content = self.FILES[kwargs["which"]](self.job().pk, by=self.actor)
        return workbook(content, name)
