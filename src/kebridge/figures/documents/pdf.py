"""A document as PDF by typst, from the same content model as the DOCX; page by GB/T 9704-2012 (5.1, 5.2, 7.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import typst

from .fonts import LATIN, choose
from .layout import PICTURE_MM
from .model import (
    Annex,
    Block,
    Document,
    FigureRun,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Run,
    Subhead,
    Table,
    cell_runs,
    leaves,
    shown,
)
from .numbering import annex_label, numbered
from .placing import sign_off_blanks
from .raster import image
from .raster import string as _string
from .titles import title_lines
from .widths import column_widths

# Millimetres, points: A4 with a type area of 156 × 225 mm, 22 lines of 28 characters of 16 pt.
_PAGE = """
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), header-ascent: 12mm,
  footer-descent: 7mm,
  header: align(center, text(font: {hei}, size: 10.5pt, {marks})),
  footer: context {{
    let n = counter(page).get().first()
    let words = text(font: {song}, size: 14pt, "— " + str(n) + " —")
    if calc.odd(n) {{ align(right, words + h(14pt)) }} else {{ align(left, h(14pt) + words) }}
  }})
#set text(font: {body}, size: 16pt, lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 12.95pt, spacing: 12.95pt, first-line-indent: (amount: 2em, all: true), justify: true)
#set table(stroke: 0.5pt, inset: (x: 3pt, y: 4pt))
#set table.cell(breakable: false)
"""
_TITLE_CHARACTERS = 20
_LINE = "#v(28.95pt, weak: true)"


@dataclass(frozen=True)
class Pdf:
    """The file, and what a reader must be told about its fonts."""

    data: bytes
    warnings: tuple[str, ...]


def to_pdf(document: Document) -> Pdf:
    """The document typeset. The same document gives the same pages on machines with the same fonts."""
    chosen = choose()
    fonts = {name: f"({_string(LATIN)}, {_string(family)})" for name, family in chosen.families.items()}
    source = "\n".join(_source(document, fonts))
    data = typst.compile(source.encode(), format="pdf", timestamp=0)
    return Pdf(bytes(data), chosen.warnings)


def _source(document: Document, fonts: dict[str, str]) -> Iterator[str]:
    yield _PAGE.format(**fonts, marks=_string("　".join(document.page_marks)))
    lines = " + linebreak() + ".join(_string(line) for line in title_lines(document.title, _TITLE_CHARACTERS))
    yield _centred(lines, fonts["title"], 22, weight="semibold")
    if document.subtitle:
        yield _centred(_string(document.subtitle), fonts["kai"], 16)
    yield "#v(12.95pt)"
    yield from _blocks(document.body, fonts)
    yield from _annex_note(document.annexes)
    yield from _sign_off(document)
    for number, annex in enumerate(document.annexes, start=1):
        yield from _annex(annex, annex_label(number, len(document.annexes)), fonts)


def _blocks(blocks: Iterable[Block], fonts: dict[str, str]) -> Iterator[str]:
    for block, number in numbered(blocks):
        if isinstance(block, Heading):
            font = {1: fonts["hei"], 2: fonts["kai"]}.get(block.level, fonts["body"])
            yield f"#block(sticky: true, par(text(font: {font}, {_string(number + block.text)})))\n"
        elif isinstance(block, Paragraph):
            words = f"par({_runs(block.runs)})"
            yield f"#block(sticky: true, {words})\n" if block.leads else f"#{words}\n"
        elif isinstance(block, Listing):
            yield f"#par({_runs((block,))})\n"
        elif isinstance(block, Table):
            yield from _table(block, fonts)
        elif isinstance(block, Subhead):
            yield f"#block(sticky: true, par(text(font: {fonts['hei']}, {_string(block.text)})))\n"
        elif isinstance(block, Picture):
            yield _picture(block, fonts)


def _runs(runs: tuple[Run, ...]) -> str:
    parts = [
        _leaf(shown(leaf), is_missing=isinstance(leaf, FigureRun) and leaf.missing) for leaf in leaves(runs)
    ]
    return " + ".join(parts) or _string("")


def _leaf(words: str, *, is_missing: bool) -> str:
    return f"highlight(strong({_string(words)}))" if is_missing else _string(words)


def _table(table: Table, fonts: dict[str, str]) -> Iterator[str]:
    alignments = ", ".join("right" if column.numeric else "left" for column in table.columns)
    heads = ", ".join(
        f"table.cell(align: center, text(font: {fonts['hei']}, {_string(column.title)}))"
        for column in table.columns
    )
    rows = ",\n  ".join(", ".join(f"[#{{{_runs(cell_runs(cell))}}}]" for cell in row) for row in table.rows)
    if table.caption:
        title = f"text(font: {fonts['hei']}, size: 14pt, {_string(table.caption)})"
        yield f"#block(sticky: true, width: 100%, align(center, {title}))"
    widths = ", ".join(f"{one}fr" for one in column_widths(table))
    size = 10.5 if len(table.columns) <= 7 else 8
    yield (
        f"#{{ set text(size: {size}pt); set par(leading: 5pt, first-line-indent: 0pt, justify: false)\n"
        f" table(columns: ({widths}), align: ({alignments}), table.header({heads}),\n  {rows}) }}\n"
    )


def _picture(picture: Picture, fonts: dict[str, str]) -> str:
    """The drawing over its title, on one page; the words for who cannot see it go into the file."""
    drawn = image(picture.svg, PICTURE_MM, alt=picture.alt)
    title = f"text(font: {fonts['hei']}, size: 14pt, {_string(picture.caption)})"
    return (
        "#block(breakable: false, width: 100%, { set par(first-line-indent: 0pt); set align(center)\n"
        f" stack(spacing: 8pt, {drawn}, {title}) }})\n"
    )


def _annex_note(annexes: tuple[Annex, ...]) -> Iterator[str]:
    if annexes:
        yield _LINE
    for number, annex in enumerate(annexes, start=1):
        lead = "附件：" if number == 1 else "　　　"
        label = "" if len(annexes) == 1 else f"{number}. "
        yield f"#par({_string(lead + label + annex.title)})\n"


def _sign_off(document: Document) -> Iterator[str]:
    """Name and date keep together, placed as in the DOCX (7.3.5.2)."""
    lines = zip(
        (document.org, document.date_text), sign_off_blanks(document.org, document.date_text), strict=True
    )
    words = " + linebreak() + ".join(f"{_string(one)} + h({room}em)" for one, room in lines if one)
    if words:
        yield _LINE
        yield f"#block(breakable: false, width: 100%, align(right, par(first-line-indent: 0pt, {words})))"
    if document.seal_line:
        yield f"#par({_string(f'（{document.seal_line}）')})\n"


def _annex(annex: Annex, label: str, fonts: dict[str, str]) -> Iterator[str]:
    yield "#pagebreak()"
    yield f"#block(text(font: {fonts['hei']}, {_string(label)}))"
    yield _centred(_string(annex.title), fonts["title"], 18, weight="semibold")
    yield from _blocks(annex.blocks, fonts)


def _centred(words: str, font: str, size: int, *, weight: str = "regular") -> str:
    style = f"font: {font}, size: {size}pt, weight: {_string(weight)}"
    return f"#align(center, {{ set par(first-line-indent: 0pt); text({style}, {words}) }})"
