"""Pages of reports: live text, template, signing, editions and what has changed since."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.ledger import seals
from kebridge.core.refusal import Refusal
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.html import to_html
from kebridge.figures.documents.model import DEMO_MARK
from kebridge.figures.links import figure_url
from kebridge.figures.models import Edition, Report
from kebridge.figures.pages import actor_of, download, require_reader
from kebridge.figures.presenting import default_org, org_title
from kebridge.figures.reports import circle, ops
from kebridge.figures.reports.drafting import next_year_of, starter

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_AT = re.compile(r"第(\d+)行第(\d+)列")


def marks() -> tuple[str, ...]:
    """What stands on every page of a report of this installation."""
    return (DEMO_MARK,) if (Path(settings.DATA) / "demo.mark").exists() else ()


def report_of(pk: int, by: Actor) -> Report:
    require_reader(by)
    found: Report | None = circle.reports_for(by).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def edition_of(pk: int, number: int, by: Actor) -> Edition:
    report = report_of(pk, by)
    found: Edition | None = circle.editions_for(by).filter(report=report, number=number).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Listed:
    report: Report
    org: str
    editions: tuple[Edition, ...]


def index(request: HttpRequest) -> HttpResponse:
    """All reports within reach, each with its editions."""
    by = actor_of(request)
    require_reader(by)
    found = list(circle.reports_for(by).order_by("-changed_at", "-pk"))
    kept = circle.editions_for(by).filter(report__in=found).order_by("number")
    editions: dict[int, list[Edition]] = {}
    for one in kept.defer("html", "docx", "template", "figures"):
        editions.setdefault(one.report_id, []).append(one)
    listed = [Listed(one, org_title(one.org.code), tuple(editions.get(one.pk, ()))) for one in found]
    return render(request, "figures/reports.html", {"listed": listed, "may_write": by.can(Verb.REPORT)})


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A report as the ledger stands now: every figure opens, what blocks signing stands on top."""
    by = actor_of(request)
    found = report_of(pk, by)
    rendered = ops.preview(found, by=by, marks=marks())
    editions = circle.editions_for(by).filter(report=found).order_by("number")
    return render(
        request,
        "figures/report.html",
        {
            "report": found, "document": to_html(rendered.document), "blocking": rendered.blocking,
            "warnings": rendered.warnings, "figure_count": len(rendered.stated),
            "editions": list(editions.defer("html", "docx", "template", "figures")),
            "may_write": by.can(Verb.REPORT, found.org_id), "may_sign": by.can(Verb.SIGN, found.org_id),
        },
    )  # fmt: skip


def draft_docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as it stands now, marked as such on every page."""
    by = actor_of(request)
    found = report_of(pk, by)
    rendered = ops.preview(found, by=by, marks=marks())
    return download(to_docx(rendered.document), DOCX, f"{found.title}（草稿）.docx")


# -- the template


def new(request: HttpRequest) -> HttpResponse:
    by = actor_of(request)
    require_reader(by)
    _require_writer(by)
    if request.method == "POST":
        return _saved(request, None, by)
    home = default_org(by)
    assert home is not None
    text = starter(home.code, home.name, timezone.localdate().year)
    return _editor(request, text, heading="新增报告")


def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """A new report from this one's template with every year moved on by one."""
    by = actor_of(request)
    found = report_of(pk, by)
    _require_writer(by, found.org_id)
    return _editor(request, next_year_of(found.template), heading=f"用《{found.title}》写下一年")


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    by = actor_of(request)
    found = report_of(pk, by)
    _require_writer(by, found.org_id)
    if request.method == "POST":
        return _saved(request, found, by)
    return _editor(request, found.template, report=found, revision=found.revision, heading="修改模板")


def _require_writer(by: Actor, org_id: int | None = None) -> None:
    if not by.can(Verb.REPORT, org_id):
        raise Denied("您没有编写报告的权限", who_can=who_can(Verb.REPORT))


def _saved(request: HttpRequest, found: Report | None, by: Actor) -> HttpResponse:
    """Saves the template; a refusal is shown beside the text, and nothing typed is lost."""
    text = request.POST.get("template", "").replace("\r\n", "\n")
    revision = request.POST.get("revision", "")
    try:
        saved = ops.save_report(
            text,
            by=by,
            pk=found.pk if found else None,
            revision=int(revision) if revision.isdecimal() else None,
        )
    except Refusal as refusal:
        heading = "修改模板" if found else "新增报告"
        status = 403 if isinstance(refusal, Denied) else 400
        return _editor(
            request, text, report=found, revision=revision, refusal=refusal, heading=heading, status=status
        )
    messages.success(request, f"已保存《{saved.title}》")
    return HttpResponseRedirect(reverse("report", args=[saved.pk]))


def _editor(request: HttpRequest, text: str, *, heading: str, report: Report | None = None, revision: Any = "",
            refusal: Refusal | None = None, status: int = 200) -> HttpResponse:  # fmt: skip
    place = _AT.search(str(refusal)) if refusal else None
    return render(
        request,
        "figures/report_editor.html",
        {
            "text": text, "heading": heading, "report": report, "revision": revision, "refusal": refusal,
            "line": place and place[1], "column": place and place[2],
            "action": reverse("report_edit", args=[report.pk]) if report else reverse("report_new"),
        },
        status=status,
    )  # fmt: skip


# -- signing and editions


def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """What signing will freeze; the same address by POST signs."""
    by = actor_of(request)
    found = report_of(pk, by)
    if not by.can(Verb.SIGN, found.org_id):
        raise Denied("您没有签发报告的权限", who_can=who_can(Verb.SIGN))
    if request.method == "POST":
        return _sign(request, found, by)
    rendered = ops.preview(found, by=by, marks=marks())
    count = circle.editions_for(by).filter(report=found).count()
    return render(
        request,
        "figures/report_sign.html",
        {
            "report": found, "blocking": rendered.blocking, "warnings": rendered.warnings,
            "stated": [(one, figure_url(one.figure.request)) for one in rendered.stated.values()],
            "label": Edition(number=count).label, "is_correction": count > 0, "head": seals.head_seal(),
        },
    )  # fmt: skip


@require_POST
def _sign(request: HttpRequest, found: Report, by: Actor) -> HttpResponse:
    edition = ops.sign(found.pk, by=by, marks=marks())
    messages.success(request, f"已签发《{found.title}》{edition.label}，数据存证第{edition.seal_id}号")
    return HttpResponseRedirect(reverse("edition", args=[found.pk, edition.number]))


def edition(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A signed edition as it was frozen."""
    by = actor_of(request)
    found = edition_of(pk, number, by)
    return render(
        request,
        "figures/edition.html",
        {"edition": found, "report": found.report, "figure_count": len(found.figures)},
    )


def edition_docx(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    by = actor_of(request)
    found = edition_of(pk, number, by)
    return download(bytes(found.docx), DOCX, f"{found.report.title}（{found.label}）.docx")


def check(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """核对: the edition recomputed at its own seal, and what has changed since."""
    by = actor_of(request)
    found = edition_of(pk, number, by)
    return render(
        request,
        "figures/edition_check.html",
        {
            "edition": found, "report": found.report, "deviations": ops.deviations(found, by=by),
            "overtaken": ops.overtaken(found, by=by), "figure_count": len(found.figures),
            "may_sign": by.can(Verb.SIGN, found.report.org_id),
        },
    )  # fmt: skip
