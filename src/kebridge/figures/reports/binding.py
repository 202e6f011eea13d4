"""From a template to a document: figures computed in one batch, records listed, what blocks signing collected."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records import queries
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.records.states import State
from kebridge.core.wording.styles import Written, write
from kebridge.figures.documents import model as doc
from kebridge.figures.evaluation import figures
from kebridge.figures.links import figure_url
from kebridge.figures.presenting import limits_text
from kebridge.figures.reports import template as tpl
from kebridge.figures.reports.template import BoundFigure, Template
from kebridge.figures.requests import NIL, UNREPORTED, Figure, FigureRequest


@dataclass(frozen=True)
class Stated:
    """A figure as the report states it."""

    bound: BoundFigure
    figure: Figure
    written: Written | None

    @property
    def is_missing(self) -> bool:
        return self.figure.status == UNREPORTED or self.figure.value is None

    @property
    def is_nothing(self) -> bool:
        """Zero, be it declared by a nil return or counted."""
        return self.figure.status == NIL or self.figure.value == 0

    @property
    def text(self) -> str:
        return self.written.text if self.written else doc.MISSING_TEXT


@dataclass(frozen=True)
class Rendered:
    """A report as it stands: `blocking` must be mended before signing, `warnings` should be read."""

    document: doc.Document
    stated: dict[str, Stated]
    blocking: tuple[str, ...]
    warnings: tuple[str, ...]


def render(template: Template, *, by: Actor, position: int | None = None, marks: tuple[str, ...] = (),
           draft: bool = True, date: Any = None, seal_line: str = "") -> Rendered:  # fmt: skip
    """Bind a template to the ledger at a position. Raises Denied: the actor may not see its scope."""
    stated = _state(template, by, position)
    blocks = [block for part in template.blocks for block in _blocks(part, stated, by)]
    blocks.append(_annex(stated, position))
    document = doc.Document(
        title=template.title, subtitle=template.subtitle, org=_org_name(template.org), date=date,
        blocks=tuple(blocks), marks=marks, draft=draft, seal_line=seal_line,
    )  # fmt: skip
    return Rendered(document, stated, tuple(_blocking(stated)), tuple(_warnings(stated)))


def _state(template: Template, by: Actor, position: int | None) -> dict[str, Stated]:
    bound = list(template.figures.values())
    requests = [_at(one.request, position) for one in bound]
    return {
        one.key: Stated(one, figure, _written(one, figure))
        for one, figure in zip(bound, figures(requests, by=by), strict=True)
    }


def _at(request: FigureRequest, position: int | None) -> FigureRequest:
    return FigureRequest(
        request.metric, request.scope, request.period, request.limits, position, request.as_then
    )


def _written(bound: BoundFigure, figure: Figure) -> Written | None:
    if figure.status == UNREPORTED or figure.value is None:
        return None
    return write(Decimal(figure.value), bound.unit, bound.style)


def _blocks(part: tpl.Block, stated: dict[str, Stated], by: Actor) -> list[doc.Block]:
    if isinstance(part, tpl.HeadingBlock):
        return [doc.Heading(part.level, part.text)]
    if isinstance(part, tpl.ParagraphBlock):
        runs = tuple(run for sentence in part.sentences() for run in _sentence(sentence, stated))
        return [doc.Paragraph(runs)] if runs else []
    return _record_list(part, by)


def _sentence(sentence: str, stated: dict[str, Stated]) -> list[doc.Run]:
    named = [stated[key] for key in tpl.keys_in(sentence)]
    if any(one.is_nothing and one.bound.nil == tpl.DROP for one in named):
        return []
    return [_run(stated[text]) if is_key else doc.Text(text) for text, is_key in tpl.pieces(sentence)]


def _run(one: Stated) -> doc.FigureRun:
    figure = one.figure
    return doc.FigureRun(
        one.text, href=figure_url(figure.request), key=one.bound.key, basis=basis_text(figure),
        tooltip=f"{figure.metric.title}，{figure.request.period.label}，{figure.text}，{basis_text(figure)}",
        missing=one.is_missing,
    )  # fmt: skip


def basis_text(figure: Figure) -> str:
    """The mix of bases in words: 现场计数 92%、单位填报 8%."""
    shares = sorted(figure.bases.items(), key=lambda item: -item[1])
    if len(shares) == 1:
        return BASIS_LABELS[shares[0][0]]
    return "、".join(f"{BASIS_LABELS[name]}{share * 100:.0f}%" for name, share in shares)


def _record_list(part: tpl.RecordsBlock, by: Actor) -> list[doc.Block]:
    register = registers.get(part.register)
    period = Period.parse(part.period)
    wanted = {**dict(part.filters), "org": part.scope, "state": State.COUNTED}
    if register.day:
        wanted |= {"from": period.start.isoformat(), "to": period.end.isoformat()}
    found = queries.search(register, by, wanted).prefetch_related(*register.prefetch)
    found = found.order_by(*(part.order.split(",") if part.order else register.order))
    total = found.count()
    records = list(found[: part.limit] if part.limit else found)
    if not records:
        return []
    items = tuple(
        (doc.RecordRun(_filled(register, part.pattern, one), register.url(one)),) for one in records
    )
    is_cut = len(records) < total
    tail = (part.tail or "等{total}" + register.unit).replace("{total}", str(total)) if is_cut else ""
    listing = doc.Listing(items, sep=part.sep, tail=tail + part.end)
    return [doc.Paragraph((doc.Text(part.lead), listing) if part.lead else (listing,))]


def _filled(register: Register, pattern: str, record: Any) -> str:
    words = []
    for text, is_key in tpl.pieces(pattern):
        if not is_key:
            words.append(text)
        elif text == "sentence":
            words.append(register.sentence(record))
        else:
            words.append(_field_text(register, text, record))
    return "".join(words)


def _field_text(register: Register, name: str, record: Any) -> str:
    value = getattr(record, name, None)
    if isinstance(value, datetime.date):
        return f"{value.month}月{value.day}日"
    return register.by_name[name].text(record)


def _annex(stated: dict[str, Stated], position: int | None) -> doc.Annex:
    titles = ("序号", "指标", "报告中的表述", "精确值", "单位", "范围", "时期", "限定", "依据", "口径版本")
    columns = tuple(doc.Column(title, numeric=title in ("序号", "精确值")) for title in titles)
    rows = tuple(_annex_row(number, one) for number, one in enumerate(stated.values(), start=1))
    known = f"数据时点：第{position}号存证。" if position else "数据时点：生成时全部已计入的记录，尚未存证。"
    note = doc.Paragraph((doc.Text(f"{known}各数均由台账计算，可逐条追溯到业务记录和佐证材料。"),))
    return doc.Annex("数据来源表", (note, doc.Table("报告所用数据", columns, rows)))


def _annex_row(number: int, one: Stated) -> tuple[Any, ...]:
    figure = one.figure
    request = figure.request
    exact = doc.MISSING_TEXT if one.is_missing else f"{figure.value:,f}"
    limits = limits_text(request)
    return (
        str(number), figure.metric.title, _run(one), exact, figure.unit, _org_name(request.scope.org_code),
        request.period.label, limits, basis_text(figure), f"第{figure.version}版",
    )  # fmt: skip


def _org_name(code: str) -> str:
    node = latest_tree().by_code.get(code)
    return node.name if node else code


def _blocking(stated: dict[str, Stated]) -> list[str]:
    return [
        f"“{one.figure.metric.title}”（{one.figure.request.period.label}）没有单位填报，也没有零报告"
        for one in stated.values()
        if one.is_missing
    ]


def _warnings(stated: dict[str, Stated]) -> list[str]:
    found = []
    for one in stated.values():
        title = one.figure.metric.title
        if one.figure.pending:
            found.append(f"“{title}”还有待审{one.figure.pending}条未计入")
        if one.figure.missing:
            names = list(dict.fromkeys(unit.name for unit in one.figure.missing))
            found.append(f"“{title}”还有{len(names)}个单位未报：{'、'.join(names[:5])}")
        if one.figure.straddling:
            found.append(f"“{title}”有{len(one.figure.straddling)}条汇总跨越时期，未计入")
        if one.written and one.written.style != one.bound.style:
            found.append(f"“{title}”：{one.written.note}")
    return list(dict.fromkeys(found))
