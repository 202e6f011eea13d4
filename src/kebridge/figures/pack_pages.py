"""What is taken away from figures and reports: PDF, evidence packs; and the starters that a new report begins with."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.jobs.errands import ops as errands
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.errands import asked_for
from kebridge.figures import metrics, packs
from kebridge.figures.documents.pdf import to_pdf
from kebridge.figures.links import figure_url, request_of
from kebridge.figures.pages import actor_of, download, require_reader
from kebridge.figures.presenting import default_org, open_metrics, org_choices, scope_title
from kebridge.figures.report_pages import edition_of, marks, report_of
from kebridge.figures.reports import ops, resetting
from kebridge.figures.reports.drafting import STARTERS, Starter, fill, starter_of, usual_period

PDF = "application/pdf"


# -- PDF


def draft_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as it stands now, marked as such on every page."""
    by = actor_of(request)
    found = report_of(pk, by)
    rendered = ops.preview(found, by=by, marks=marks())
    return download(to_pdf(rendered.document).data, PDF, f"{found.title}（草稿）.pdf")


def edition_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A signed edition set again from its frozen template at its seal; refused where that is not what was signed."""
    by = actor_of(request)
    found = edition_of(pk, number, by)
    document = resetting.document_of(found, by=by, marks=marks())
    return download(to_pdf(document).data, PDF, f"{found.report.title}（{found.label}）.pdf")


# -- evidence


def figure_pack(request: HttpRequest, metric: str) -> HttpResponse:
    """Have the 佐证材料包 of one figure made; opened by hand, the figure."""
    by = actor_of(request)
    require_reader(by)
    asked = request_of(metric, request.GET.dict())
    back = figure_url(asked)
    if request.method != "POST":
        return redirect(back)
    title = metrics.get(metric).title if metric in {one.name for one in open_metrics(by)} else metric
    name = f"{title}-{scope_title(asked)}-{asked.period.label}-佐证材料"
    args = {"metric": metric, "query": dict(parse_qsl(back.partition("?")[2]))}
    return asked_for(errands.ask(packs.FIGURE, args, name, by=by, filename=f"{name}.zip", back=back))


def report_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the 佐证材料包 of all figures of a report made; opened by hand, the report."""
    by = actor_of(request)
    found = report_of(pk, by)
    back = reverse("report", args=[pk])
    if request.method != "POST":
        return redirect(back)
    name, args = f"{found.title}-佐证材料", {"report": pk, "revision": found.revision}
    return asked_for(errands.ask(packs.REPORT, args, name, by=by, filename=f"{name}.zip", back=back))


# -- starters


@dataclass(frozen=True)
class Offer:
    """A starter with the period it proposes."""

    starter: Starter
    period: str


def start(request: HttpRequest) -> HttpResponse:
    """新增报告: what kind, whose, when."""
    by = _writer(request)
    today = timezone.localdate()
    home = default_org(by)
    offers = [Offer(one, str(usual_period(one, today))) for one in STARTERS]
    context = {"offers": offers, "orgs": org_choices(by), "home": home.code if home else ""}
    return render(request, "figures/report_start.html", context)


def begin(request: HttpRequest, key: str) -> HttpResponse:
    """A report from a starter for an organisation and a period: by POST saved at once, else in the editor."""
    by = _writer(request)
    found = starter_of(key)
    asked = request.POST if request.method == "POST" else request.GET
    node = latest_tree().by_code.get(asked.get("org", "")) or default_org(by)
    if node is None or not by.can(Verb.REPORT, node.id):
        raise Denied("您没有为这个单位编写报告的权限", who_can=who_can(Verb.REPORT))
    text = fill(found, node.code, node.name, _period(asked.get("period", ""), found, timezone.localdate()))
    if request.method == "POST":
        saved = ops.save_report(text, by=by)
        messages.success(request, f"已生成《{saved.title}》，数和名单来自台账；要改文字，点“修改模板”")
        return redirect("report", pk=saved.pk)
    context = {
        "text": text,
        "heading": f"新增报告：{found.title}",
        "revision": "",
        "action": reverse("report_new"),
    }
    return render(request, "figures/report_editor.html", context)


def _writer(request: HttpRequest) -> Actor:
    by = actor_of(request)
    require_reader(by)
    if not by.can(Verb.REPORT):
        raise Denied("您没有编写报告的权限", who_can=who_can(Verb.REPORT))
    return by


def _period(typed: str, found: Starter, today: date) -> Period:
    """Raises Refusal: a period that cannot be understood."""
    if not typed.strip():
        return usual_period(found, today)
    try:
        return Period.parse(typed)
    except ValueError as error:
        raise Refusal(str(error)) from error
