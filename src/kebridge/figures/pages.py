"""Pages of figures: the catalogue, one figure with its parts and records, its printed note, its workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.remembering import recall, remembered
from kebridge.core.refusal import Refusal
from kebridge.figures import metrics
from kebridge.figures.choosing import chooser, chosen_request, year_after, year_before
from kebridge.figures.evaluation import figures, require_all_seen
from kebridge.figures.links import figure_url, request_of
from kebridge.figures.listing import export
from kebridge.figures.metrics.definition import KIND_LABELS, Metric
from kebridge.figures.noting import definition_of, sources_note
from kebridge.figures.opening import (
    headed,
    may_export,
    opened,
    records_of,
    side_names,
    sides_of,
    with_records,
)
from kebridge.figures.presenting import (
    ChangeText,
    bases_of,
    chips,
    default_org,
    has_unit,
    limits_text,
    missing_units,
    open_metrics,
    org_choices,
    org_title,
    plain,
    room_of,
    scope_title,
    sentence,
    shown,
    text_of,
)
from kebridge.figures.requests import Figure, FigureRequest, Scope
from kebridge.figures.series import line_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SOURCE_LINES = 12
SOURCE_PARTS = 18


def actor_of(request: HttpRequest) -> Actor:
    by: Actor = request.actor  # type: ignore[attr-defined]
    return by


def require_reader(by: Actor) -> None:
    """Raises Denied: the actor sees no figures at all."""
    if not by.can(Verb.SEE):
        raise Denied("您没有查看指标的权限", who_can=who_can(Verb.SEE))


# -- catalogue


@dataclass(frozen=True)
class Entry:
    """A metric of the catalogue with its figure (None: still to be asked for)."""

    metric: Metric
    figure: Figure | None
    url: str

    @property
    def text(self) -> str:
        return text_of(self.figure) if self.figure else "…"

    @property
    def has_unit(self) -> bool:
        return self.figure is not None and has_unit(self.figure)


@dataclass(frozen=True)
class RoomOfCatalogue:
    title: str
    entries: list[Entry]

    @property
    def held(self) -> list[Entry]:
        """What there is to read, or may be as long as nobody has asked."""
        return [one for one in self.entries if one.figure is None or one.figure.value is not None]

    @property
    def bare(self) -> list[Entry]:
        return [one for one in self.entries if one.figure is not None and one.figure.value is None]


def catalogue(request: HttpRequest) -> HttpResponse:
    """All metrics by room with their 口径 and their value for an organisation and a period."""
    by = actor_of(request)
    require_reader(by)
    scope, period = _scope_and_period(request.GET, by)
    q = request.GET.get("q", "").strip()
    found = [
        one for one in open_metrics(by) if not q or q.lower() in f"{one.title}{one.help}{one.name}".lower()
    ]
    requests = _catalogued(found, scope, period)
    require_all_seen(requests, by=by)
    key = ("catalogue", scope, str(period), [one.metric for one in requests], by.sight)
    shared = {"kinds": KIND_LABELS, "q": q}

    def valued() -> SafeString:
        rooms = _by_room(requests, figures(requests, by=by))
        return render_to_string("figures/_catalogue.html", {**shared, "rooms": rooms})

    if request.GET.get("part") or request.GET.get("whole"):
        values = remembered(*key, make=valued)
    else:
        values = recall(*key)
    if request.GET.get("part"):
        return HttpResponse(values)
    return render(
        request,
        "figures/catalogue.html",
        {
            **shared, "values": values, "rooms": [] if values else _by_room(requests, [None] * len(requests)),
            "count": len(found), "scope": scope, "scope_name": org_title(scope), "period": period,
            "orgs": org_choices(by, scope),
        },
    )  # fmt: skip


def _scope_and_period(query: Mapping[str, str], by: Actor) -> tuple[str, Period]:
    home = default_org(by)
    assert home is not None
    try:
        period = (
            Period.parse(query["period"]) if query.get("period") else Period.year(timezone.localdate().year)
        )
    except ValueError as error:
        raise Refusal(str(error)) from error
    return query.get("scope") or home.code, period


def _catalogued(found: list[Metric], scope: str, period: Period) -> list[FigureRequest]:
    if period.kind == "term":  # a term has nothing before it to compare with
        found = [one for one in found if one.kind not in ("growth", "points")]
    return [FigureRequest(one.name, Scope(scope), period) for one in found]


def _by_room(requests: list[FigureRequest], made: Sequence[Figure | None]) -> list[RoomOfCatalogue]:
    rooms: dict[str, list[Entry]] = {}
    for request, figure in zip(requests, made, strict=True):
        metric = metrics.get(request.metric)
        rooms.setdefault(room_of(metric)[1], []).append(Entry(metric, figure, figure_url(request)))
    return [RoomOfCatalogue(title, entries) for title, entries in rooms.items()]


# -- one figure


def figure(request: HttpRequest, metric: str) -> HttpResponse:
    """A figure down to its records; without a period in the address, this year of the reader's own organisation."""
    by = actor_of(request)
    require_reader(by)
    _require_known(metric, by)
    if not request.GET.get("period") and "way" not in request.GET:
        return HttpResponseRedirect(figure_url(_plain_request(metric, request.GET, by)))
    if "way" in request.GET:
        asked = request_of(metric, {**request.GET.dict(), "period": request.GET.get("period") or "2000"})
        return HttpResponseRedirect(figure_url(chosen_request(asked, request.GET)))
    asked = request_of(metric, request.GET.dict())
    require_all_seen([asked], by=by)
    part, is_whole = request.GET.get("part", ""), bool(request.GET.get("whole"))
    context: dict[str, Any] = {"asked": asked, "metric": metrics.get(metric), "url": figure_url(asked)}
    if part == "lines" or is_whole:
        page = request.GET.get("page", "1")
        context["records"] = records_of(asked, by=by, page=int(page) if page.isdecimal() else 1)
    if part != "lines":
        context["parts"] = _parts(request, asked, by, is_wanted=part == "parts" or is_whole)
    if part:
        return render(request, _PIECES[part == "lines"], context)
    made, change = remembered("figure", str(asked), by.sight, make=lambda: headed(asked, by=by))
    return render(request, "figures/figure.html", {**context, **_context(asked, made, change, by)})


_PIECES = ("figures/_opened.html", "figures/_lines.html")


def _parts(request: HttpRequest, asked: FigureRequest, by: Actor, *, is_wanted: bool) -> SafeString | None:
    """Line and parts of a figure as a piece of its page; if not wanted now, only what is known already."""
    dimension = request.GET.get("by", "")
    key = ("parts", str(asked), dimension, by.sight)

    def drawn() -> SafeString:
        found = opened(asked, by=by, dimension=dimension)
        metric = found.figure.metric
        return render_to_string(
            "figures/_drawn.html",
            {
                "opened": found, "metric": metric, "side_names": side_names(metric.kind),
                "total": plain(found.breakdown.total, metric),
            },
        )  # fmt: skip

    made: SafeString | None = remembered(*key, make=drawn) if is_wanted else recall(*key)
    return made


def _context(asked: FigureRequest, made: Figure, change: ChangeText | None, by: Actor) -> dict[str, Any]:
    before, after = year_before(asked.period), year_after(asked.period)
    return {
        "figure": made, "metric": made.metric, "text": text_of(made), "change": change,
        "has_unit": has_unit(made), "scope_name": scope_title(asked), "limits": limits_text(asked),
        "chips": chips(asked), "chooser": chooser(asked), "orgs": org_choices(by, asked.scope.org_code),
        "missing": missing_units(made.missing), "bases": bases_of(made), "origins": _origins(made),
        "difference": _difference(made), "straddling": made.straddling, "planned": shown(made.planned_share * 100, 1),
        "sentence": sentence(made, change), "query": figure_url(asked).split("?", 1)[1],
        "before": (before, _with(asked, before)) if before else None,
        "after": (after, _with(asked, after)) if after else None,
        "sides": sides_of(made), "has_line": bool(line_of(made.metric, asked.period)),
        "definition": definition_of(made.metric), "room": room_of(made.metric)[1],
        "may_export": may_export(asked, by=by),
    }  # fmt: skip


def _with(asked: FigureRequest, period: Period) -> str:
    return figure_url(
        FigureRequest(asked.metric, asked.scope, period, asked.limits, asked.position, asked.as_then)
    )


def _require_known(metric: str, by: Actor) -> None:
    """Raises Refusal in the same words for a metric that does not exist and one that the reader may not know of."""
    if metric not in {one.name for one in open_metrics(by)}:
        raise Refusal(f"没有名为“{metric}”的指标", repair="请从指标目录里选择")


def _plain_request(metric: str, query: Mapping[str, str], by: Actor) -> FigureRequest:
    scope, period = _scope_and_period(query, by)
    return request_of(metric, {**dict(query.items()), "scope": scope, "period": str(period)})


def _origins(made: Figure) -> list[tuple[str, str]]:
    """How much came from where; nothing of a ratio, which is no sum of such parts."""
    if made.numerator:
        return []
    origins = made.origins
    rows = (("明细记录", origins.detail), ("汇总填报", origins.summary), ("期初存量", origins.opening),
            ("往年数", origins.past))  # fmt: skip
    return [(label, f"{value.normalize():,f}") for label, value in rows if value]


def _difference(made: Figure) -> str:
    """What detail replaced, and by how much the two differ."""
    origins, unit = made.origins, made.unit
    if not origins.superseded:
        return ""
    head = f"汇总曾报{origins.superseded.normalize():,f}{unit}，已由明细代替"
    if not origins.difference:
        return f"{head}，两者相等"
    word = "多" if origins.difference > 0 else "少"
    return f"{head}，汇总比明细{word}{abs(origins.difference).normalize():,f}{unit}"


# -- what is taken away


def workbook(request: HttpRequest, metric: str) -> HttpResponse:
    """The records behind a figure as a workbook."""
    by = actor_of(request)
    require_reader(by)
    _require_known(metric, by)
    asked = request_of(metric, request.GET.dict())
    name = f"{metrics.get(metric).title}-{scope_title(asked)}-{asked.period.label}.xlsx"
    return download(export(asked, by=by), XLSX, name)


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return HttpResponse(content, content_type=kind, headers=headers)


def source(request: HttpRequest, metric: str) -> HttpResponse:
    """数据来源说明: one page to print."""
    by = actor_of(request)
    require_reader(by)
    _require_known(metric, by)
    asked = request_of(metric, request.GET.dict())
    note = sources_note(asked, by=by)
    rows = sorted(note.by_org.rows, key=lambda row: (row.value is None, -(row.value or 0)))
    parts = [(row.label, row.note or plain(row.value, note.figure.metric)) for row in rows]
    return render(
        request,
        "figures/source.html",
        {
            "note": note, "figure": note.figure, "text": text_of(note.figure), "has_unit": has_unit(note.figure),
            "limits": limits_text(asked), "parts": parts[:SOURCE_PARTS], "more_parts": max(0, len(parts) - SOURCE_PARTS),
            "lines": with_records(note.lines[:SOURCE_LINES], by=by),
            "more_lines": max(0, note.line_count - SOURCE_LINES), "url": figure_url(asked),
            "origins": _origins(note.figure), "difference": _difference(note.figure),
            "missing": missing_units(note.figure.missing), "now": timezone.now(), "scope_name": scope_title(asked),
            "sides": [(label, side, text_of(side)) for label, side in note.sides],
        },
    )  # fmt: skip
