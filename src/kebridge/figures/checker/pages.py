"""核稿: a draft is pasted or uploaded, checked, and handed back. Nothing of the draft is kept on the server."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.calendar.periods import Period
from kebridge.core.orgs.trees import Node, latest_tree
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.checker import remembering
from kebridge.figures.checker.checking import check, home_of
from kebridge.figures.checker.correcting import corrected, wording_for
from kebridge.figures.checker.outcome import Checked
from kebridge.figures.checker.read import from_text, read_draft
from kebridge.figures.checker.report import as_json
from kebridge.figures.checker.shapes import Candidate, Draft
from kebridge.figures.checker.showing import show
from kebridge.figures.pages import actor_of, require_reader
from kebridge.figures.presenting import default_org, open_metrics, org_choices, org_title

LONGEST = 200_000
MOST_BYTES = 20 * 2**20
_KEPT_MARK = "\x1f"


@dataclass(frozen=True)
class Asked:
    """What a person sent: the draft, whose it is and for when, and the figures left as they are."""

    draft: Draft
    home: Node
    period: Period
    kept: tuple[str, ...]


def checker(request: HttpRequest) -> HttpResponse:
    """The empty page, or a draft checked, after what the person decided of one of its figures."""
    by = actor_of(request)
    require_reader(by)
    if request.method != "POST":
        return _page(request, by)
    try:
        asked = _asked(request, by)
        asked, checked = _decided(request, asked, by)
    except Refusal as error:
        return _page(request, by, error=str(error), status=400)
    return _page(request, by, asked=asked, checked=checked)


def _asked(request: HttpRequest, by: Actor) -> Asked:
    """Raises Refusal: no text, a text that cannot be read, an organisation out of reach, a period that is none."""
    upload = request.FILES.get("file")
    draft = uploaded(upload) if upload else from_text(request.POST.get("text", "").replace("\r\n", "\n"))
    if len(draft.text) > LONGEST:
        raise Refusal(f"稿子超过{LONGEST // 10_000}万字", repair="请分成几部分核对")
    home = home_of(request.POST.get("org", ""), by=by)
    try:
        period = Period.parse(request.POST.get("period", "").strip())
    except ValueError as error:
        raise Refusal(str(error)) from error
    kept = tuple(filter(None, request.POST.get("kept", "").split(_KEPT_MARK)))
    return Asked(draft, home, period, kept)


def uploaded(upload: UploadedFile) -> Draft:
    """Read from a file that is gone again before this returns."""
    name = Path(upload.name or "").name
    if (upload.size or 0) > MOST_BYTES:
        raise Refusal(f"文件“{name}”太大", repair="请只留文字再核对")
    with tempfile.TemporaryDirectory(prefix="kebridge-draft-") as folder:
        path = Path(folder) / f"draft{Path(name).suffix.lower()}"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return read_draft(path)


def _run(asked: Asked, by: Actor) -> Checked:
    choices = remembering.choices_of(asked.home.id)
    return check(asked.draft, asked.home, asked.period, by=by, choices=choices)


def _decided(request: HttpRequest, asked: Asked, by: Actor) -> tuple[Asked, Checked]:
    """The draft checked, after one decision: choose:3:1 (figure, candidate), other:3, keep:3, correct:3."""
    checked = _run(asked, by)
    act, _, rest = request.POST.get("act", "").partition(":")
    if act not in ("choose", "other", "keep", "correct"):
        return asked, checked
    number, _, place = rest.partition(":")
    try:
        one = checked.judged[int(number)]
        if act == "choose":
            _remember(one.signature, one.finding.binding.candidates[int(place or 0)], asked, by)
    except (ValueError, IndexError) as error:
        raise Refusal("没有这个数据", repair="请重新核对") from error
    if act == "keep":
        return Asked(asked.draft, asked.home, asked.period, (*asked.kept, one.signature)), checked
    if act == "other":
        _remember(one.signature, _typed(request.POST.get(f"other-{number}", ""), by), asked, by)
    if act == "correct":
        wording = wording_for(one.finding.mention, one.figure)
        if not wording:
            raise Refusal("记录里没有这个数，不能改写", repair="请先选定指标")
        text = corrected(asked.draft, one.finding.mention, wording)
        asked = Asked(from_text(text), asked.home, asked.period, asked.kept)
    else:
        messages.success(request, "已记住：这样的说法以后都按选定的指标核对")
    return asked, _run(asked, by)


def _remember(signature: str, candidate: Candidate, asked: Asked, by: Actor) -> None:
    """The metric and its filters; the scope only where it is another than the house's, for it is part of the words."""
    remembering.remember(
        signature, org_id=asked.home.id, metric=candidate.metric, filters=dict(candidate.filters), by=by
    )


def _typed(title: str, by: Actor) -> Candidate:
    """The metric that was typed by its title. Raises Refusal: there is none of this name, or several."""
    found = [one for one in open_metrics(by) if one.title == title.strip()]
    if not found:
        raise Refusal(f"没有名为“{title.strip()[:40]}”的指标", repair="请从列出的指标里选")
    return Candidate(found[0].name)


def _page(
    request: HttpRequest,
    by: Actor,
    *,
    asked: Asked | None = None,
    checked: Checked | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    home = asked.home if asked else default_org(by)
    code = request.POST.get("org") or (home.code if home else "")
    period = request.POST.get("period") or str(timezone.localdate().year)
    context: dict[str, Any] = {
        "orgs": org_choices(by, code), "org": code, "period": period, "error": error,
        "text": asked.draft.text if asked else request.POST.get("text", ""),
        "kept": _KEPT_MARK.join(asked.kept) if asked else "",
        "again": ":" in request.POST.get("act", ""),
        "may_choose": bool(asked and by.can(Verb.REPORT, asked.home.id)),
    }  # fmt: skip
    if asked and checked:
        context |= {
            "shown": show(checked, asked.kept),
            "titles": sorted({one.title for one in open_metrics(by)}) if context["may_choose"] else [],
            "org_name": org_title(asked.home.code),
            "period_label": asked.period.label,
        }
    return render(request, "figures/checker.html", context, status=status)


@require_POST
def checker_json(request: HttpRequest) -> HttpResponse:
    """The same for a program: text or file, org, period; the answer is that of `kebridge check --json`."""
    by = actor_of(request)
    require_reader(by)
    asked = _asked(request, by)
    titles = {one.name: one.title for one in metrics.every()}
    return JsonResponse(as_json(_run(asked, by), titles), json_dumps_params={"ensure_ascii": False})


def choices(request: HttpRequest) -> HttpResponse:
    """The choices that drafts of the actor's organisations are checked by, each to be taken back."""
    by = actor_of(request)
    require_reader(by)
    by.require(Verb.REPORT, None, remembering.WHAT)
    rows = [(one, latest_tree().name(one.org_id)) for one in remembering.listed(by=by)]
    return render(request, "figures/checker_choices.html", {"rows": rows})


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    remembering.forget(pk, by=actor_of(request))
    messages.success(request, "已删去，以后不再按它核对")
    return HttpResponseRedirect(reverse("checker_choices"))
