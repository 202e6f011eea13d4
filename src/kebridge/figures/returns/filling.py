"""A return filled for an organisation and a year: every line opens down to its figure; what is missing says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.audit import ops as audit
from kebridge.core.calendar.periods import Period
from kebridge.core.db.transactions import write_transaction
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.refusal import Refusal
from kebridge.core.transfer.writing import table
from kebridge.figures.evaluation import figures, require_all_seen
from kebridge.figures.links import figure_url
from kebridge.figures.presenting import open_metrics, scope_title
from kebridge.figures.requests import Figure, FigureRequest, Scope
from kebridge.figures.returns.definition import Line, Return

COLUMNS = ("序号", "表", "指标", "计量单位", "本年", "上年", "情况", "取数说明")


@dataclass(frozen=True)
class Filled:
    """One line with its value in the form's unit; `value` None: by hand, or nothing can be said."""

    line: Line
    value: Decimal | None
    before: Decimal | None
    url: str
    remark: str
    is_missing: bool


def fill(made: Return, scope: Scope, year: int, *, by: Actor) -> list[Filled]:
    """Every line for this year and the one before.

    Raises Denied: the actor may not see the organisation; Refusal: the form does not hold in that year.
    """
    if not made.holds_in(year):
        raise Refusal(f"“{made.title}”不适用于{year}年", repair="请换一年，或选择那一年的报表")
    known = {one.name for one in open_metrics(by)}
    lines = [line for line in made.lines if line.metric in known]
    now, past = Period.year(year), Period.year(year - 1)
    asked = [
        FigureRequest(line.metric, scope, period, dict(line.filters))
        for period in (now, past)
        for line in lines
    ]
    if not asked:
        require_all_seen([FigureRequest(next(iter(known)), scope, now)], by=by)
    found = figures(asked, by=by)
    values = {line.number: (found[at], found[at + len(lines)]) for at, line in enumerate(lines)}
    return [_filled(made, line, values.get(line.number)) for line in made.lines]


def _filled(made: Return, line: Line, found: tuple[Figure, Figure] | None) -> Filled:
    if found is None:
        remark = f"手工填写：{line.by_hand}" if line.by_hand else "这一指标您看不到"
        return Filled(line, None, None, "", remark, is_missing=True)
    now, before = found
    value, last = _value(line, now), _value(line, before)
    remarks = []
    if value is None:
        remarks.append(now.text if now.text != "—" else now.note or "没有数")
    if now.missing:
        remarks.append(f"{len({one.org_id for one in now.missing})}个单位还有未报的，数可能不全")
    if (
        made.explain_above
        and value is not None
        and last
        and abs(value - last) * 100 > last * made.explain_above
    ):
        remarks.append("与上年相差大，上报时要说明原因")
    return Filled(
        line,
        value,
        last,
        figure_url(now.request),
        "；".join(remarks),
        is_missing=value is None or bool(now.missing),
    )


def _value(line: Line, figure: Figure) -> Decimal | None:
    return None if figure.value is None or figure.hidden else line.shown(figure.value)


def may_export(scope: Scope, *, by: Actor) -> bool:
    node = latest_tree().by_code.get(scope.org_code)
    return node is not None and by.can(Verb.EXPORT, node.id)


def export(made: Return, scope: Scope, year: int, *, by: Actor) -> bytes:
    """The filled return as a workbook; audited. Raises Denied: no permission to export from the scope; as `fill`."""
    rows = fill(made, scope, year, by=by)
    node = latest_tree().by_code[scope.org_code]
    by.require(Verb.EXPORT, node.id)
    who = scope_title(FigureRequest("", scope, Period.year(year)))
    note = (
        f"{made.system}；{who}；{year}年；{made.source}。空着的不是零：要么手工填写，要么还没有报，见“情况”。"
    )
    content = table(f"{made.title}{year}年", COLUMNS, _rows(rows), note=note)
    with write_transaction():
        told = f"导出{made.system}“{made.title}”{year}年（{who}）"
        audit.record([audit.Event("export", told, "returns", org_id=node.id)], by=by)
    return content


def _rows(rows: Sequence[Filled]) -> list[list[object]]:
    return [
        [
            one.line.number,
            one.line.form,
            one.line.title,
            one.line.unit,
            one.value,
            one.before,
            one.remark,
            one.line.note,
        ]
        for one in rows
    ]
