"""任务推进 and 党务要求完成情况: where tasks and requirements stand, with the figures that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.jobs.errands import ops as errands
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import closed, queries
from kebridge.core.records import register as registers
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.web.views.errands import asked_for
from kebridge.core.wording.days import parse_day
from kebridge.figures.evaluation import figures
from kebridge.figures.links import figure_url
from kebridge.figures.requests import FigureRequest, Scope
from kebridge.rooms.party.enums import Per
from kebridge.rooms.party.models import PartyObligation, Requirement
from kebridge.rooms.party.rules.duties import by_holder, measured_by
from kebridge.rooms.planning import ops as tasks
from kebridge.rooms.planning.enums import Decision
from kebridge.rooms.planning.queries import Tracked, track
from kebridge.rooms.planning.rules.tasks import CLOSED, GREEN, RED, YELLOW
from kebridge.staff import task_packs

TASKS, OBLIGATIONS = "tasks", "party_obligations"
ORDER = {RED: 0, YELLOW: 1, GREEN: 2, CLOSED: 3}
COLOUR_WORDS = {RED: "红灯", YELLOW: "黄灯", GREEN: "绿灯", CLOSED: "办结"}
MARKS = {RED: "mark-returned", YELLOW: "mark-pending", GREEN: "mark-counted", CLOSED: "mark-counted"}
DONE, DUE, OVERDUE, AHEAD = "done", "due", "overdue", "ahead"
MOST_TASKS = 500
SOON_DAYS = 7
MOST_LINES = 20
_CSS = {RED: "bad", YELLOW: "soon"}
# Papers and problems with a day: (register, what ends it, what it is).
_DATED = (("incoming_documents", "handled", "来文"), ("problems", "addressed", "问题"))
_PARTS = {Per.MONTH: 12, Per.QUARTER: 4, Per.HALF: 2, Per.YEAR: 1}


# -- tasks


def tracked(by: Actor, *, is_open: bool = True) -> list[Tracked]:
    """The tasks within the actor's sight, the red first."""
    found: Any = queries.visible(registers.get(TASKS), by).filter(state=State.COUNTED)
    if is_open:
        found = found.filter(closed=None)
    rows = found.prefetch_related("milestones", "frames").order_by("due", "pk")[:MOST_TASKS]
    known = track(rows, timezone.localdate(), by=by)
    return sorted(known, key=lambda one: (ORDER[one.light.colour], one.task.due_now))


def tasks_page(request: HttpRequest) -> HttpResponse:
    """Colour, progress and deadline of every task; `all`: the closed as well."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    _require_sight(by)
    shows_all = request.GET.get("all") == "1"
    found = tracked(by, is_open=not shows_all)
    counts = [
        (COLOUR_WORDS[colour], sum(1 for one in found if one.light.colour == colour), MARKS[colour])
        for colour in (RED, YELLOW, GREEN)
    ]
    rows = [(one, MARKS[one.light.colour], COLOUR_WORDS[one.light.colour]) for one in found]
    may_add = by.can(Verb.ADD, None)
    context = {"rows": rows, "counts": counts, "shows_all": shows_all, "may_add": may_add}
    return render(request, "staff/tasks.html", context)


def task_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """extend, grant, refuse, close; then back to the task."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    task = _task(pk, by)
    back = redirect(registers.get(TASKS).url(task))
    if request.method != "POST":
        return back
    if step == "extend":
        tasks.ask_extension(pk, _day(request), request.POST.get("why", ""), by=by)
        told = "已提出延期申请，等审核人答复"
    elif step in ("grant", "refuse"):
        tasks.decide_extension(pk, granted=step == "grant", by=by)
        told = "已答复延期申请"
    elif step == "close":
        tasks.close(pk, _day(request), by=by)
        told = "已办结"
    else:
        raise Http404
    messages.success(request, told)
    return back


def task_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the 佐证材料包 of a task made; opened by hand, the task."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    task = _task(pk, by)
    back = registers.get(TASKS).url(task)
    if request.method != "POST":
        return redirect(back)
    name = f"{task.name}-佐证材料"
    return asked_for(
        errands.ask(task_packs.CODE, {"task": pk}, name, by=by, filename=f"{name}.zip", back=back)
    )


def _task(pk: int, by: Actor) -> Any:
    _require_sight(by)
    found = queries.visible(registers.get(TASKS), by).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _day(request: HttpRequest) -> date:
    try:
        return parse_day(request.POST.get("day", ""))
    except ValueError as error:
        raise Refusal(str(error)) from error


def _require_sight(by: Actor) -> None:
    if not by.can(Verb.SEE):
        raise Denied("您没有查看业务数据的权限", who_can=who_can(Verb.SEE))


# -- requirements of Party life


@dataclass(frozen=True)
class Part:
    """One month, quarter, half or year of a requirement."""

    period: Period
    state: str
    done: int
    url: str


@dataclass(frozen=True)
class Row:
    """A requirement over the parts of a year."""

    obligation: PartyObligation
    requirement: Requirement
    parts: tuple[Part, ...]

    def count(self, state: str) -> int:
        return sum(1 for part in self.parts if part.state == state)

    @property
    def late(self) -> int:
        return self.count(OVERDUE)

    @property
    def met(self) -> int:
        return self.count(DONE)


def requirements(year: int, *, by: Actor) -> list[Row]:
    """What Party life requires in a year, done, due or overdue; all figures in one batch."""
    known: Any = queries.visible(registers.get(OBLIGATIONS), by).filter(
        state=State.COUNTED, since__lte=date(year, 12, 31)
    )
    asked: list[tuple[PartyObligation, Requirement, Period, FigureRequest]] = []
    for one in known.prefetch_related("requirements").order_by("org", "system", "-since"):
        for line in one.requirements.all():
            asked += [
                (one, line, period, _request(one, line, period))
                for period in _parts(year, line.per)
                if one.since <= period.end and (one.until is None or one.until >= period.end)
            ]
    values = figures([request for *_, request in asked], by=by)
    today = timezone.localdate()
    rows: dict[int, Row] = {}
    for (one, line, period, request), figure in zip(asked, values, strict=True):
        done = int(figure.value or 0)
        part = Part(period, _state(done >= line.times, period, today), done, figure_url(request))
        before = rows.get(line.pk)
        rows[line.pk] = Row(one, line, (*(before.parts if before else ()), part))
    return list(rows.values())


def _state(is_done: bool, period: Period, today: date) -> str:
    if is_done:
        return DONE
    return OVERDUE if today > period.end else DUE if today >= period.start else AHEAD


def _parts(year: int, per: str) -> Iterator[Period]:
    count = _PARTS[Per(per)]
    for number in range(1, count + 1):
        code = {12: f"{year}-{number:02}", 4: f"{year}Q{number}", 2: f"{year}H{number}", 1: f"{year}"}[count]
        yield Period.parse(code)


def _request(one: PartyObligation, line: Requirement, period: Period) -> FigureRequest:
    metric, kind = measured_by(line.what)
    limits = {"kind": kind} if kind else {}
    if by_holder(line.what):
        limits["channel"] = one.holder
    return FigureRequest(metric, Scope(latest_tree().nodes[one.org_id].code, own=True), period, limits)


def requirements_page(request: HttpRequest) -> HttpResponse:
    """党务要求完成情况: only for the closed circle; others find nothing."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not by.can(Verb.SEE_CLOSED):
        raise Http404
    today = timezone.localdate()
    typed = request.GET.get("year", "")
    year = int(typed) if typed.isdecimal() and len(typed) == 4 else today.year
    rows = requirements(year, by=by)
    context = {
        "rows": rows,
        "year": year,
        "late": sum(row.late for row in rows),
        "years": range(today.year, today.year - 6, -1),
    }
    return render(request, "staff/requirements.html", context)


def late_requirements(by: Actor) -> Iterable[tuple[Row, Part]]:
    """This year's parts that are overdue or under way and not done yet."""
    if not by.can(Verb.SEE_CLOSED):
        return
    for row in requirements(timezone.localdate().year, by=by):
        for part in row.parts:
            if part.state in (OVERDUE, DUE):
                yield row, part


# -- for the inbox


def waiting_lines(by: Actor, today: date) -> Iterator[tuple[str, str, str, str, str]]:
    """What of tasks, papers, problems and requirements waits: saying, address, verb, due, colour."""
    for one in tracked(by) if _sees(TASKS, by) else ():
        task, colour = one.task, one.light.colour
        url = registers.get(TASKS).url(task)
        if colour in (RED, YELLOW):
            yield (
                f"任务“{task.title}”{one.light.words}",
                url,
                "查看",
                f"{task.due_now:%-m月%-d日}",
                _CSS[colour],
            )
        if task.decision == Decision.ASKED and by.can(Verb.REVIEW, task.org_id):
            yield (
                f"任务“{task.title}”申请延到{task.asked_until:%-m月%-d日}，等您答复",
                url,
                "去答复",
                "",
                "soon",
            )
    for code, ended, what in _DATED:
        if _sees(code, by):
            yield from _dated(code, ended, what, today=today, by=by)
    for row, part in late_requirements(by):
        saying = f"{part.period.label}“{row.requirement.get_what_display()}”完成{part.done}次，要求{row.requirement.times}次"
        is_late = part.state == OVERDUE
        if is_late or (part.period.end - today).days <= SOON_DAYS:
            due = "逾期" if is_late else f"{part.period.end:%-m月%-d日}前"
            yield saying, "/party/requirements/", "查看", due, "bad" if is_late else "soon"


def _dated(
    code: str, ended: str, what: str, *, today: date, by: Actor
) -> Iterator[tuple[str, str, str, str, str]]:
    limit = today + timedelta(days=SOON_DAYS)
    found: Any = queries.visible(registers.get(code), by).filter(state=State.COUNTED, **{ended: None})
    for record in found.filter(due__lte=limit).order_by("due")[:MOST_LINES]:
        due = record.due
        css = "bad" if due < today else "soon"
        told = f"已过{due:%-m月%-d日}" if due < today else f"{due:%-m月%-d日}前"
        yield (
            f"{what}“{record.title}”还没有{'办结' if code == 'incoming_documents' else '整改完'}",
            registers.get(code).url(record),
            "查看",
            told,
            css,
        )


def _sees(code: str, by: Actor) -> bool:
    return by.can(Verb.SEE) and closed.may_see(registers.get(code), by)
