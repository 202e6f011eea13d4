"""待办: what waits for a person, computed from the records; nothing is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.roles import Verb, who_can
from kebridge.core.calendar.periods import Period
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.orgs.types import OrgType
from kebridge.core.records import queries
from kebridge.core.records import register as registers
from kebridge.core.records.models import RegisterSetting
from kebridge.core.records.states import State
from kebridge.core.records.waiting import waiting
from kebridge.core.transfer import ops as imports
from kebridge.core.transfer.models import ImportState
from kebridge.core.web.navigation import visible_registers
from kebridge.figures.owing import Owed, owed
from kebridge.figures.presenting import default_org
from kebridge.rooms.organisations import terms
from kebridge.rooms.volunteers import queries as hours
from kebridge.staff.duties import waiting_lines

USUAL_DAY = 5
SOON = timedelta(days=3)
TERM_AHEAD = timedelta(days=90)
SHOWN_NAMES = 3
RENEWAL_DAYS = ("due", "delayed_to", "prepared", "requested", "held", "done")
SHOWN_IMPORTS = 10
# (register, its day, the condition that it is still open, what ends)
TERMS = (
    ("appointments", "until", {}, "人聘期"), ("designations", "until", {"withdrawn": None, "grade": "named"}, "个命名"),
    ("designation_reviews", "rectify_until", {"rectified": None}, "个阵地整改"),
    ("annual_checks", "rectify_until", {"rectified": None}, "家学会年检整改"), ("star_ratings", "until", {}, "家学会评级"),
)  # fmt: skip


@dataclass(frozen=True)
class Todo:
    """One sentence with where to do it. `css` of `due`: bad when late, soon when near."""

    saying: str
    url: str = ""
    verb: str = ""
    due: str = ""
    css: str = ""
    copy: str = ""
    abandon: str = ""

    @property
    def rank(self) -> int:
        return {"bad": 0, "soon": 1}.get(self.css, 2)


def todos(by: Actor) -> list[Todo]:
    """Everything that waits for the actor, the late first."""
    if not by.can(Verb.SEE):
        return []
    today = timezone.localdate()
    found = [
        *_records(by),
        *_hours(by),
        *_imports(by),
        *_reports(by, today),
        *_terms(by, today),
        *_renewals(by, today),
        *_checks(by, today),
        *(Todo(*line) for line in waiting_lines(by, today)),
    ]
    return sorted(found, key=lambda one: one.rank)


def inbox(request: HttpRequest) -> HttpResponse:
    by: Actor = request.actor
    if not by.can(Verb.SEE):
        raise Denied("您没有查看业务数据的权限", who_can=who_can(Verb.SEE))
    return render(request, "staff/inbox.html", {"todos": todos(by)})


def _records(by: Actor) -> Iterable[Todo]:
    for one in waiting(visible_registers(by), by):
        register, base = one.register, f"/r/{one.register.code}/?state="
        told = f"{register.unit}{register.noun}"
        if one.returned:
            yield Todo(
                f"{one.returned}{told}被退回，请改好再提交",
                f"{base}{State.RETURNED}&mine=1",
                "去修改",
                css="soon",
            )
        if one.to_review:
            yield Todo(f"{one.to_review}{told}等您审核", f"{base}{State.PENDING}", "去审核")
        if one.drafts:
            yield Todo(f"{one.drafts}{told}还是草稿，没有提交", f"{base}{State.DRAFT}&mine=1", "去提交")


def _hours(by: Actor) -> Iterable[Todo]:
    count = hours.waiting(by).count() if by.can(Verb.REVIEW) else 0
    if count:
        yield Todo(f"{count}条志愿服务时长等待确认", "/volunteers/hours/", "去确认")


def _imports(by: Actor) -> Iterable[Todo]:
    if not by.can(Verb.IMPORT) or by.user_id is None:
        return
    mine = imports.visible(by).filter(
        actor_id=by.user_id, state__in=(ImportState.PLANNED, ImportState.FAILED)
    )
    for job in mine[:SHOWN_IMPORTS]:
        is_failed = job.state == ImportState.FAILED
        saying = f"“{job.filename}”{'没有导入成功' if is_failed else '已核对，等您确认'}"
        css = "bad" if is_failed else ""
        yield Todo(saying, f"/imports/{job.pk}/", "查看" if is_failed else "去确认", css=css,
                   due="没有完成" if is_failed else "", abandon=f"/imports/{job.pk}/abandon/")  # fmt: skip


def _reports(by: Actor, today: date) -> Iterable[Todo]:
    """Who has not reported last month; in the first quarter also who has not reported last year."""
    org = default_org(by)
    if org is None or not (by.can(Verb.ADD, org.id) or by.can(Verb.REVIEW, org.id)):
        return
    last = today.replace(day=1) - timedelta(days=1)
    days = dict(RegisterSetting.objects.values_list("register", "due_day"))
    asked = [(Period.month(last.year, last.month), "month")]
    if today.month <= 3:
        asked.append((Period.year(today.year - 1), "year"))
    for period, frequency in asked:
        for one in owed(org, period, by=by):
            if one.register.reporting and one.register.reporting.frequency == frequency:
                yield _owing(one, period, today, days.get(one.register.code, USUAL_DAY), own=org.name)


def _owing(one: Owed, period: Period, today: date, day: int, *, own: str) -> Todo:
    names = [unit.name for unit in one.units]
    who = "、".join(names[:SHOWN_NAMES]) + (f"等{len(names)}个单位" if len(names) > SHOWN_NAMES else "")
    due = today.replace(day=day)
    left = (due - today).days
    css = "bad" if left < 0 else "soon" if left <= SOON.days else ""
    told = f"已过{due:%-m月%-d日}" if left < 0 else f"{due:%-m月%-d日}前"
    what = f"{period.label}“{one.register.title}”"
    if names == [own]:
        return Todo(f"本单位还没有报{what}", f"/r/{one.register.code}/", "去填报", told, css)
    return Todo(
        f"{who}还没有报{what}", f"/missing/?year={period.start.year}", "看名单", told, css, one.reminder
    )


def _terms(by: Actor, today: date) -> Iterable[Todo]:
    """Terms that end soon, where such records exist, by one statement."""
    seen = {one.code: one for one in visible_registers(by)}
    asked = []
    for code, day, still, _ in TERMS:
        if code in seen:
            found: Any = queries.visible(seen[code], by).filter(state=State.COUNTED, **still).order_by()
            ending = found.filter(**{f"{day}__range": (today, today + TERM_AHEAD)})
            named = ending.annotate(ends_in=Value(code, output_field=CharField())).values("ends_in")
            asked.append(named.annotate(ends=Count("pk")).values_list("ends_in", "ends"))
    counts = dict(asked[0].union(*asked[1:], all=True)) if asked else {}
    last = (today + TERM_AHEAD).strftime("%-m月%-d日")
    for code, _, _, what in TERMS:
        if count := counts.get(code):
            yield Todo(f"{count}{what}将在{last}前到期", f"/r/{code}/", "查看", css="soon")


def _renewals(by: Actor, today: date) -> Iterable[Todo]:
    """What renewals owe, by the dated rules: plan, request, congress, filing. One sentence for each kind of step."""
    if "term_renewals" not in {one.code for one in visible_registers(by)}:
        return
    found: Any = queries.visible(registers.get("term_renewals"), by).filter(state=State.COUNTED, done=None)
    steps: dict[str, list[tuple[date, str, str]]] = {}
    for renewal in found.order_by("due", "pk"):
        owing = terms.dues({name: getattr(renewal, name) for name in RENEWAL_DAYS})
        for one in owing:
            if one.day <= today + TERM_AHEAD:
                name = latest_tree().name(renewal.org_id)
                steps.setdefault(one.what, []).append((one.day, name, one.rule.document))
    for what, owed_by in steps.items():
        yield _renewing(what, sorted(owed_by), today)


def _renewing(what: str, owed_by: list[tuple[date, str, str]], today: date) -> Todo:
    names = [name for _, name, _ in owed_by]
    who = "、".join(names[:SHOWN_NAMES]) + (f"等{len(names)}个组织" if len(names) > SHOWN_NAMES else "")
    first, _, document = owed_by[0]
    is_late = first < today
    told = f"已过{first:%Y年%-m月%-d日}" if is_late else f"{first:%-m月%-d日}前"
    return Todo(
        f"{who}要{what}（依据：{document}）", "/r/term_renewals/", "查看", told, "bad" if is_late else "soon"
    )


def _checks(by: Actor, today: date) -> Iterable[Todo]:
    """Societies that have not handed in last year's check, once the office keeps such a list."""
    if "annual_checks" not in {one.code for one in visible_registers(by)}:
        return
    known: Any = queries.visible(registers.get("annual_checks"), by).filter(state=State.COUNTED)
    year = today.year - 1
    if not known.exists():
        return
    done = set(known.filter(year=year).exclude(submitted=None, day=None).values_list("org_id", flat=True))
    standing = latest_tree().standing(by.org_ids(Verb.SEE))
    names = [node.name for node in standing if node.type == OrgType.SOCIETY and node.id not in done]
    if not names:
        return
    rule = terms.parameter(terms.CHECK_MONTH, today)
    last = date(today.year, rule.value + 1, 1) - timedelta(days=1)
    who = "、".join(names[:SHOWN_NAMES]) + (f"等{len(names)}家学会" if len(names) > SHOWN_NAMES else "")
    is_late = today > last
    told = f"已过{last:%-m月%-d日}" if is_late else f"{last:%-m月%-d日}前"
    yield Todo(f"{who}还没有报送{year}年度年检（依据：{rule.document}）", "/r/annual_checks/", "去登记", told,
               "bad" if is_late else "soon" if last - today <= TERM_AHEAD else "")  # fmt: skip
