"""From a template to a document: figures computed in one batch, records listed, what blocks signing collected."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from kebridge.core.access.actors import Actor
from kebridge.figures.documents import model as doc
from kebridge.figures.presenting import limits_text, org_title, scope_title
from kebridge.figures.reports import blocks as made
from kebridge.figures.reports import placeholders, tabling, telling
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
    blocks = list(_without_bare_headings([(part, list(_blocks(part, binding))) for part in template.blocks]))
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


def _without_bare_headings(made_of: list[tuple[made.Block, list[doc.Block]]]) -> Iterator[doc.Block]:
    """The blocks; a heading all of whose content came to nothing (no records, sentences dropped) goes with it."""
    for number, (part, blocks) in enumerate(made_of):
        if isinstance(part, made.HeadingBlock):
            below = list(takewhile(lambda item: not _ends(item[0], part.level), made_of[number + 1 :]))  # noqa: B023
            content = [found for one, found in below if not isinstance(one, made.HeadingBlock)]
            if content and not any(content):
                continue
        yield from blocks


def _ends(part: made.Block, level: int) -> bool:
    return isinstance(part, made.HeadingBlock) and part.level <= level


def _sentence(sentence: str, stated: dict[str, Stated]) -> list[doc.Run]:
    named = [stated[key] for key in placeholders.keys_in(sentence)]
    if any(one.is_nothing and one.bound.nil == made.DROP for one in named):
        return []
    return [
        run_of(stated[text]) if is_key else doc.Text(text) for text, is_key in placeholders.pieces(sentence)
    ]


def _annex(stated: Iterable[Stated], position: int | None) -> doc.Annex:
    columns = (
        doc.Column("序号", numeric=True), doc.Column("指标、范围和依据"), doc.Column("文中表述"),
        doc.Column("精确值", numeric=True),
    )  # fmt: skip
    stated = list(stated)
    usual = [_most(texts) for texts in zip(*map(_marks, stated), strict=True)]
    rows = tuple(_annex_row(number, one, usual) for number, one in enumerate(stated, start=1))
    known = f"数据时点：第{position}号存证。" if position else "数据时点：生成时全部已计入的记录，尚未存证。"
    told = f"没有另外注明的，都是{'，'.join(filter(None, usual))}。" if usual else ""
    note = doc.Paragraph((doc.Text(f"{known}各数均由台账计算，可逐条追溯到业务记录和佐证材料。{told}"),))
    return doc.Annex("数据来源表", (note, doc.Table("报告所用数据", columns, rows)))


def _most(texts: Iterable[str]) -> str:
    counted = Counter(texts)
    return max(counted, key=counted.__getitem__, default="")


def _marks(one: Stated) -> tuple[str, ...]:
    """Whose, when, on what basis, by which version of the definition."""
    request = one.figure.request
    return (
        f"{scope_title(request)}，{request.period.label}", basis_text(one.figure), f"口径第{one.figure.version}版",
    )  # fmt: skip


def _annex_row(number: int, one: Stated, usual: Iterable[str]) -> tuple[doc.Cell, ...]:
    figure = one.figure
    limits = limits_text(figure.request)
    named = f"{figure.metric.title}（{limits}）" if limits else figure.metric.title
    others = [mark for mark, most in zip(_marks(one), usual, strict=True) if mark != most]
    exact = one.text if one.is_missing else f"{figure.value:,f}{figure.unit}"
    return str(number), "；".join([named, *filter(None, others)]), run_of(one), exact


__all__ = ["Rendered", "Stated", "render"]
