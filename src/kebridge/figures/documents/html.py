"""A document as an HTML fragment: semantic, everything escaped, every figure a link to its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from .links import safe_href
from .model import (
    MISSING_TEXT,
    Annex,
    Block,
    Document,
    FigureRun,
    Heading,
    Leaf,
    Listing,
    Paragraph,
    Picture,
    RecordRun,
    Run,
    Subhead,
    Table,
    cell_runs,
    leaves,
)
from .numbering import annex_label, numbered


def to_html(document: Document) -> str:
    """The document as `<article class="document">`; headings of level n are h(n+1) under the title's h1."""
    return "\n".join(_article(document)) + "\n"


def _article(document: Document) -> Iterator[str]:
    yield f'<article class="document{" draft" if document.draft else ""}" lang="zh-CN">'
    yield from (f'<p class="mark">{_words(mark)}</p>' for mark in document.page_marks)
    yield f"<h1>{_words(document.title)}</h1>"
    if document.subtitle:
        yield f'<p class="subtitle">{_words(document.subtitle)}</p>'
    yield from _blocks(document.body)
    if document.annexes:
        yield from _annex_note(document.annexes)
    yield from _sign_off(document)
    for number, annex in enumerate(document.annexes, start=1):
        yield from _annex(annex, number, len(document.annexes))
    yield "</article>"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block, number in numbered(blocks):
        if isinstance(block, Heading):
            yield f"<h{block.level + 1}>{_words(number + block.text)}</h{block.level + 1}>"
        elif isinstance(block, Paragraph):
            yield f"<p>{_runs(block.runs)}</p>"
        elif isinstance(block, Listing):
            yield f'<p class="listing">{_runs((block,))}</p>'
        elif isinstance(block, Table):
            yield from _table(block)
        elif isinstance(block, Subhead):
            yield f'<p class="subhead fw-bold">{_words(block.text)}</p>'
        elif isinstance(block, Picture):
            yield from _picture(block)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_leaf(leaf) for leaf in leaves(runs))


def _leaf(leaf: Leaf) -> str:
    if isinstance(leaf, FigureRun):
        return _figure(leaf)
    if isinstance(leaf, RecordRun):
        href = safe_href(leaf.href)
        words = _words(leaf.text)
        return f'<a class="record" href="{escape(href)}">{words}</a>' if href else words
    return _words(leaf.text)


def _figure(figure: FigureRun) -> str:
    """A figure with its address, its explanation and its basis; without an address a span."""
    content = f'<mark class="missing">{MISSING_TEXT}</mark>' if figure.missing else _words(figure.text)
    href = safe_href(figure.href)
    attributes = {"href": href, "title": figure.tooltip, "data-basis": figure.basis, "data-key": figure.key}
    if not any(attributes.values()):
        return content if figure.missing else f'<span class="figure">{content}</span>'
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    tag = "a" if href else "span"
    return f'<{tag} class="figure"{written}>{content}</{tag}>'


def _table(table: Table) -> Iterator[str]:
    yield '<div class="table-responsive"><table class="table">'
    if table.caption:
        yield f"<caption>{_words(table.caption)}</caption>"
    kinds = [' class="numeric"' if column.numeric else "" for column in table.columns]
    heads = "".join(
        f'<th scope="col"{kind}>{_words(column.title)}</th>'
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        cells = "".join(
            f"<td{kind}>{_runs(cell_runs(cell))}</td>" for cell, kind in zip(row, kinds, strict=True)
        )
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"


def _picture(picture: Picture) -> Iterator[str]:
    """The drawing itself, as wide as the page at most; its table is one click away."""
    svg = picture.svg.replace(
        "<svg ", f'<svg role="img" aria-label="{escape(picture.alt)}" class="img-fluid" ', 1
    )
    yield f'<figure class="picture text-center my-3">{svg}'
    yield f'<figcaption class="fw-bold">{_words(picture.caption)}</figcaption>'
    if picture.data:
        yield '<details class="small text-start no-print"><summary>看数据表</summary>'
        yield from _table(picture.data)
        yield "</details>"
    yield "</figure>"


def _annex_note(annexes: tuple[Annex, ...]) -> Iterator[str]:
    names = [
        f'<a href="#annex-{number}">{_words(annex.title)}</a>'
        for number, annex in enumerate(annexes, start=1)
    ]
    if len(names) == 1:
        yield f'<p class="annex-note">附件：{names[0]}</p>'
        return
    listed = "<br>".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
    yield f'<p class="annex-note">附件：{listed}</p>'


def _sign_off(document: Document) -> Iterator[str]:
    if document.org:
        yield f'<p class="sign-off">{_words(document.org)}</p>'
    if document.date:
        day = document.date.isoformat()
        yield f'<p class="sign-off"><time datetime="{day}">{document.date_text}</time></p>'
    if document.seal_line:
        yield f'<p class="seal">（{_words(document.seal_line.strip("（）"))}）</p>'


def _annex(annex: Annex, number: int, count: int) -> Iterator[str]:
    yield f'<section class="annex" id="annex-{number}">'
    yield f'<p class="annex-label">{annex_label(number, count)}</p>'
    yield f"<h2>{_words(annex.title)}</h2>"
    yield from _blocks(annex.blocks)
    yield "</section>"


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")
