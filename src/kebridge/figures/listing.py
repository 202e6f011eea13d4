"""台账明细 of a figure: the facts behind it, net for each source, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import NIL as NIL_MEASURE
from kebridge.core.ledger.rows import BASIS_LABELS, BASIS_NAMES, DIMENSIONS, ORIGIN_LABELS, ORIGIN_NAMES
from kebridge.core.transfer.writing import table
from kebridge.figures import completeness
from kebridge.figures.compiling import Ask, Session, base_select, days, other_select
from kebridge.figures.drilldown import sides
from kebridge.figures.engines.base import Engine, Group, Select
from kebridge.figures.engines.database import DatabaseEngine
from kebridge.figures.evaluation import ask_of, evaluate, evaluate_lightly
from kebridge.figures.labels import kind_label
from kebridge.figures.observing import observations
from kebridge.figures.origins import others
from kebridge.figures.past import past_select
from kebridge.figures.requests import NIL, Figure, FigureRequest

_LINE = ("day", "org_id", "measure", "since", "kind", "basis", "state", "origin", "source_type", "source_id")
_EXPORT_PAGE = 5000
EXPORT_COLUMNS = (
    "日期",
    "起始日期",
    "单位",
    "统计项",
    "数量",
    "计量单位",
    "类别",
    "依据",
    "来源",
    "预计",
    "登记簿",
    "记录号",
)


@dataclass(frozen=True)
class FactLine:
    """One line: what one record counts on one day; `quantity` in the measure's shown unit."""

    day: date
    since: date | None
    org_id: int
    org_name: str
    measure_title: str
    unit: str
    quantity: Decimal
    kind_label: str
    basis_label: str
    origin_label: str
    is_planned: bool
    source_type: str
    source_id: int


def facts_of_figure(request: FigureRequest, *, by: Actor, offset: int = 0, limit: int = 100,
                    engine: Engine | None = None) -> tuple[list[FactLine], int]:  # fmt: skip
    """One page of the lines behind a figure, and how many there are.

    Summaries, opening stocks, past figures and nil returns come first, then detail by day. A derived figure lists
    the facts of its first side; open the sides one by one for the others (`sides`). Raises as `figures`.
    """
    session = Session(engine or DatabaseEngine(), by)
    return lines(ask_of(request, session), session, offset, limit)


def lines(ask: Ask, session: Session, offset: int, limit: int) -> tuple[list[FactLine], int]:
    """The same inside a session."""
    base = first_base(ask, session)
    # Who owes reports and what waits for review stand in no line.
    figure = evaluate_lightly(base, session)
    first = sorted(_before_detail(base, session, figure), key=_order)
    head = [_line(group.key, group.quantity, base, session) for group in first[offset : offset + limit]]
    if figure.origins.past or figure.status == NIL:
        return head, len(first)
    rest, total = _detail(base, session, max(offset - len(first), 0), limit - len(head))
    return head + [_line(group.key, group.quantity, base, session) for group in rest], len(first) + total


def first_base(ask: Ask, session: Session) -> Ask:
    """The base request that a figure stands on first."""
    while ask.metric.is_derived:
        ask = sides(ask, session)[0][1]
    return ask


def export(request: FigureRequest, *, by: Actor, engine: Engine | None = None) -> bytes:
    """All lines behind a figure as a workbook. Raises Denied: no permission to export from the scope."""
    session = Session(engine or DatabaseEngine(), by)
    ask = ask_of(request, session)
    by.require(Verb.EXPORT, session.org_id(ask.scope.org_code))
    figure = evaluate(ask, session)
    note = f"{ask.period.label} {figure.text}；{len(figure.missing)}项未填报；依据台账，非涉密"
    return table(f"{ask.metric.title}明细", EXPORT_COLUMNS, _export_rows(ask, session), note=note)


def _export_rows(ask: Ask, session: Session) -> Iterator[list[Any]]:
    offset, total = 0, 1
    while offset < total:
        page, total = lines(ask, session, offset, _EXPORT_PAGE)
        offset += _EXPORT_PAGE
        for line in page:
            yield [
                line.day, line.since, line.org_name, line.measure_title, line.quantity, line.unit, line.kind_label,
                line.basis_label, line.origin_label, "是" if line.is_planned else "", line.source_type, line.source_id,
            ]  # fmt: skip


def _before_detail(ask: Ask, session: Session, figure: Figure) -> list[Group]:
    """Everything that is not detail and counts in the figure."""
    if figure.origins.past:
        select = past_select(ask, session)
        assert select is not None
        groups = session.groups(replace(select, columns=_LINE))
        return [group for group in groups if group.key[3] == ask.period.start]
    if figure.status == NIL:
        return session.groups(_nil_select(ask, session))
    counted = others(ask, session).counted if ask.metric.kind not in ("snapshot", "value", "first") else []
    if not counted:
        return []
    known = {fact[:-1] for fact in counted}
    select = other_select(ask, session)
    wide = replace(select, columns=(*select.columns, "source_type", "source_id"))
    found = []
    for group in session.groups(wide):
        if group.key[:-2] in known:
            values = dict(zip(wide.columns, group.key, strict=True))
            found.append(Group(tuple(values[name] for name in _LINE), group.quantity, group.facts))
    return found


def _nil_select(ask: Ask, session: Session) -> Select:
    start, end = days(ask)
    return Select(
        measures=(ledger_measures.get(NIL_MEASURE).number,), columns=_LINE, start=start, end=end,
        orgs=session.orgs(ask), dims=(("kind", tuple(completeness.registers_of(ask))),), seal=ask.position,
        origin="other", spanning=True,
    )  # fmt: skip


def _detail(ask: Ask, session: Session, offset: int, limit: int) -> tuple[list[Group], int]:
    if ask.metric.kind in ("snapshot", "value"):
        chosen = _chosen(ask, session)
        return chosen[offset : offset + limit], len(chosen)
    select = base_select(ask, session, _LINE)
    if select.orgs == ():
        return [], 0
    return session.engine.rows(select, offset, limit)


def _chosen(ask: Ask, session: Session) -> list[Group]:
    """The sources of the observations that the figure chose."""
    wanted = {(seen.org_id, seen.day, seen.quantity, seen.series) for seen in observations(ask, session)}
    columns = (*_LINE, "quantity", "subject_id", "level", "grade", "audience", "channel", "place")
    select = replace(base_select(ask, session, columns), origin="any")
    found = []
    for group in session.groups(select):
        seen = dict(zip(columns, group.key, strict=True))
        series: tuple[Any, ...] = (
            seen["org_id"],
            seen["measure"],
            seen["subject_id"],
            seen["kind"],
            seen["audience"],
        )
        if seen["subject_id"] is None:
            series = (*series, *(seen[name] for name in DIMENSIONS if name not in ("kind", "audience")))
        if (seen["org_id"], seen["day"], seen["quantity"], series) in wanted:
            found.append(Group(group.key[: len(_LINE)], group.quantity, group.facts))
    return sorted(found, key=_order)


def _order(group: Group) -> tuple[Any, ...]:
    return group.key[0], group.key[1], group.key[2], group.key[-2], group.key[-1]


def _line(key: tuple[Any, ...], quantity: int, ask: Ask, session: Session) -> FactLine:
    day, org_id, number, since, kind, basis, state, origin, source_type, source_id = key
    measure = ledger_measures.by_number(number)
    is_own = measure.code in ask.metric.measures
    tree = session.tree(ask.tree_day, ask.position)
    return FactLine(
        day=day,
        since=since,
        org_id=org_id,
        org_name=tree.name(org_id),
        measure_title=measure.title if is_own else f"{ask.metric.title}（{measure.title}）",
        unit=measure.unit if is_own else ask.metric.unit,
        quantity=Decimal(quantity) / measure.scale,
        kind_label=kind_label(measure.register, kind) if is_own and kind else "",
        basis_label=BASIS_LABELS[BASIS_NAMES[basis]],
        origin_label=ORIGIN_LABELS[ORIGIN_NAMES[origin]],
        is_planned=bool(state),
        source_type=source_type,
        source_id=int(source_id),
    )
