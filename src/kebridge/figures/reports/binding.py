"""From a template to a document: figures computed in one batch, records listed, what blocks signing collected."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.figures.documents import model as doc
from kebridge.figures.presenting import limits_text, org_title
from kebridge.figures.reports import blocks as made
from kebridge.figures.reports import places, tabling, telling
from kebridge.figures.reports.stating import (
    Binding,
    PartStated,
    Stated,
    basis_text,
    bind,
    blocking,
    run_of,
    warnings,
)
from kebridge.figures.reports.template import Template


@dataclass(frozen=True)
class Rendered:
    """A report as it stands: `blocking` must be mended before signing, `warnings` should be read.

    `parts`: the numbers of its breakdowns, by key.
    """

    document: doc.Document
    stated: dict[str, Stated]
    blocking: tuple[str, ...]
    warnings: tuple[str, ...]
    parts: dict[str, PartStated] = field(default_factory=dict)


def render(template: Template, *, by: Actor, position: int | None = None, marks: tuple[str, ...] = (),
           draft: bool = True, date: Any = None, seal_line: str = "") -> Rendered:  # fmt: skip
    """Bind a template to the ledger at a position. Raises Denied: the actor may not see its scope."""
    binding = bind(template, by, position)
    stated = binding.stated
    blocks = [block for part in template.blocks for block in _blocks(part, binding)]
    if stated:
        blocks.append(_annex(stated.values(), position))
    document = doc.Document(
        title=template.title, subtitle=template.subtitle, org=org_title(template.org), date=date,
        blocks=tuple(blocks), marks=marks, draft=draft, seal_line=seal_line,
    )  # fmt: skip
    return Rendered(
        document, stated, tuple(blocking(stated.values())), tuple(warnings(stated.values())), binding.parts
    )


def _blocks(part: made.Block, binding: Binding) -> Iterable[doc.Block]:
    match part:
        case made.HeadingBlock():
            return [doc.Heading(part.level, part.text)]
        case made.ParagraphBlock():
            runs = tuple(run for one in part.sentences() for run in _sentence(one, binding.stated))
            return [doc.Paragraph(runs)] if runs else []
        case made.RecordsBlock():
            return telling.record_list(part, binding.by)
        case made.ChronicleBlock():
            return telling.chronicle(part, binding.by)
        case made.FiguresTable():
            return [tabling.figures_table(part, binding)]
        case made.PartsTable():
            return [tabling.parts_table(part, binding)]
        case made.ChartBlock():
            return [tabling.chart(part, binding)]


def _sentence(sentence: str, stated: dict[str, Stated]) -> list[doc.Run]:
    named = [stated[key] for key in places.keys_in(sentence)]
    if any(one.is_nothing and one.bound.nil == made.DROP for one in named):
        return []
    return [run_of(stated[text]) if is_key else doc.Text(text) for text, is_key in places.pieces(sentence)]


def _annex(stated: Iterable[Stated], position: int | None) -> doc.Annex:
    titles = ("序号", "指标", "报告中的表述", "精确值", "单位", "范围", "时期", "限定", "依据", "口径版本")
    columns = tuple(doc.Column(title, numeric=title in ("序号", "精确值")) for title in titles)
    rows = tuple(_annex_row(number, one) for number, one in enumerate(stated, start=1))
    known = f"数据时点：第{position}号存证。" if position else "数据时点：生成时全部已计入的记录，尚未存证。"
    note = doc.Paragraph((doc.Text(f"{known}各数均由台账计算，可逐条追溯到业务记录和佐证材料。"),))
    return doc.Annex("数据来源表", (note, doc.Table("报告所用数据", columns, rows)))


def _annex_row(number: int, one: Stated) -> tuple[doc.Cell, ...]:
    figure = one.figure
    request = figure.request
    exact = one.text if one.is_missing else f"{figure.value:,f}"
    return (
        str(number), figure.metric.title, run_of(one), exact, figure.unit, org_title(request.scope.org_code),
        request.period.label, limits_text(request), basis_text(figure), f"第{figure.version}版",
    )  # fmt: skip


__all__ = ["Rendered", "Stated", "render"]
