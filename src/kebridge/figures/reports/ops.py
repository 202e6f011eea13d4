"""Writing, previewing and signing reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.audit.ops import Event
from kebridge.core.db.transactions import write_transaction
from kebridge.core.ledger import seals
from kebridge.core.ledger.models import Seal
from kebridge.core.ledger.postings import LostRace
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.refusal import Refusal
from kebridge.core.wording.places import DefinitionError
from kebridge.figures.documents import fonts
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.html import to_html
from kebridge.figures.metrics import registry
from kebridge.figures.models import Edition, Report
from kebridge.figures.presenting import NO_VALUE
from kebridge.figures.reports import circle
from kebridge.figures.reports import template as templates
from kebridge.figures.reports.binding import Rendered, Stated, render
from kebridge.figures.reports.template import Template


def read_template(text: str) -> Template:
    """Raises Refusal: naming line and column."""
    try:
        return templates.load(text)
    except (DefinitionError, ValueError) as error:
        raise Refusal(str(error), repair="请改正后再保存") from error


def save_report(text: str, *, by: Actor, pk: int | None = None, revision: int | None = None) -> Report:
    """Enter a report, or change its template. Raises Refusal (wrong template), Denied, LostRace."""
    template = read_template(text)
    node = latest_tree().by_code.get(template.org)
    if node is None:
        raise Refusal(f"没有代码为“{template.org}”的组织", repair="请改正模板里的 org")
    by.require(Verb.REPORT, node.id, "编写报告")
    with write_transaction():
        values: dict[str, Any] = {
            "org_id": node.id, "title": template.title, "period": str(template.period), "template": text,
            "changed_by": by.name, "is_closed": circle.is_closed(template),
        }  # fmt: skip
        _require_new_title(node.id, template.title, pk)
        if pk is None:
            report = Report.objects.create(**values)
        else:
            report = Report._base_manager.select_for_update().get(pk=pk)
            by.require(Verb.REPORT, report.org_id, "修改报告")
            if revision is not None and report.revision != revision:
                raise LostRace("这份报告刚刚被别人修改过", repair="请刷新后再改")
            for name, value in values.items():
                setattr(report, name, value)
            report.revision += 1
            report.save()
        word = "新增" if pk is None else "修改"
        audit.record(
            [Event("report", f"{word}报告《{report.title}》", "reports", report.pk, report.org_id)], by=by
        )
    return report


def _require_new_title(org_id: int, title: str, pk: int | None) -> None:
    """Raises Refusal: another report of the organisation bears the title."""
    same = Report.objects.unscoped("titles are unique").filter(org=org_id, title=title)
    if same.exclude(pk=pk).exists():
        raise Refusal(f"已经有一份《{title}》", repair="请改 title，或者打开原来那份修改")


def preview(report: Report, *, by: Actor, marks: tuple[str, ...] = ()) -> Rendered:
    """The report as the ledger stands now; fonts that this machine lacks are among the warnings."""
    made = render(read_template(report.template), by=by, marks=marks, date=timezone.localdate())
    return replace(made, warnings=(*made.warnings, *fonts.choose().warnings))


def sign(report_pk: int, *, by: Actor, marks: tuple[str, ...] = (), day: date | None = None) -> Edition:
    """Seal the ledger, freeze the report at that seal. Raises Refusal: a figure was not reported."""
    report = Report._base_manager.get(pk=report_pk)
    by.require(Verb.SIGN, report.org_id, "签发报告")
    template = read_template(report.template)
    sealer = Actor.system(f"{by.name}签发报告")
    seal = seals.seal(by=sealer) or seals.head_seal()
    if seal is None:
        raise Refusal("台账还是空的，没有可签发的数")
    line = seal_line(seal)
    rendered = render(
        template, by=by, position=seal.pk, marks=marks, draft=False, date=day or timezone.localdate(),
        seal_line=line,
    )  # fmt: skip
    if rendered.blocking:
        raise Refusal("还不能签发：" + "；".join(rendered.blocking), repair="请补报或由单位作零报告后再签发")
    with write_transaction():
        number = Edition.objects.unscoped("numbering").filter(report=report).count()
        edition = Edition.objects.create(
            report=report, number=number, seal=seal, template=report.template, is_closed=report.is_closed, html=to_html(rendered.document),
            docx=to_docx(rendered.document), figures=all_frozen(rendered),
            signed_by=by.name,
        )  # fmt: skip
        audit.record(
            [
                Event(
                    "sign",
                    f"签发《{report.title}》{edition.label}，{line}",
                    "reports",
                    report.pk,
                    report.org_id,
                )
            ],
            by=by,
        )
    return edition


def seal_line(seal: Seal) -> str:
    """The line under a signed report by which it can be computed again."""
    return f"数据存证第{seal.pk}号，摘要{seal.digest[:16]}"


def frozen(one: Stated) -> dict[str, str]:
    """What an edition keeps of a figure."""
    return {
        "key": one.bound.key, "metric": one.bound.request.metric, "text": one.text,
        "value": "" if one.figure.value is None else str(one.figure.value), "version": str(one.figure.version),
    }  # fmt: skip


def all_frozen(rendered: Rendered) -> list[dict[str, str]]:
    """The figures of a report and the numbers of its breakdowns."""
    parts = [
        {"key": one.key, "metric": one.metric.name, "text": one.text,
         "value": "" if one.value is None else str(one.value), "version": str(one.metric.version)}
        for one in rendered.parts.values()
    ]  # fmt: skip
    return [*map(frozen, rendered.stated.values()), *parts]


def deviations(edition: Edition, *, by: Actor) -> list[str]:
    """Figures that, recomputed at the edition's seal, are not what was signed: must be none."""
    rendered = render(read_template(edition.template), by=by, position=edition.seal_id)
    return [
        f"“{signed['key']}”签发时为{signed['text']}，按同一存证重算为{now}"
        for signed, now in _changed(edition, rendered)
    ]


def overtaken(edition: Edition, *, by: Actor) -> list[str]:
    """Figures of an edition that later entries have changed since it was signed."""
    rendered = render(read_template(edition.template), by=by)
    return [
        f"“{_title(rendered, signed)}”签发时为{signed['text']}，现在为{now}"
        for signed, now in _changed(edition, rendered)
    ]


def _changed(edition: Edition, rendered: Rendered) -> Iterator[tuple[dict[str, str], str]]:
    """What was signed and is not the same now, with its words now."""
    now = {one["key"]: one for one in all_frozen(rendered)}
    gone = {"value": "", "text": NO_VALUE}
    for signed in edition.figures:
        found = now.get(signed["key"], gone)
        if found["value"] != signed["value"]:
            yield signed, found["text"]


def _title(rendered: Rendered, signed: dict[str, str]) -> str:
    key = signed["key"]
    if key in rendered.stated:
        return rendered.stated[key].figure.metric.title
    return rendered.parts[key].title if key in rendered.parts else registry.get(signed["metric"]).title
