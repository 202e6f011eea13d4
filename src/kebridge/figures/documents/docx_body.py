"""The blocks of a document as WordprocessingML, in the order of GB/T 9704-2012, 7.3."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from . import docx_styles as names
from . import layout
from .docx_table import table_elements
from .docx_xml import Element, clean, el, on, paragraph, text_run
from .links import is_absolute
from .model import (
    Annex,
    Block,
    Document,
    FigureRun,
    Heading,
    Leaf,
    Listing,
    Paragraph,
    Picture,
    Run,
    Subhead,
    Table,
    Text,
    leaves,
)
from .numbering import annex_label, numbered
from .placing import sign_off_blanks
from .raster import size_of, to_png
from .titles import title_lines

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_TOOLTIP_LIMIT = 250


class Body:
    """Writes the blocks of one document; links become relationships of its part."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._pictures = 0

    def elements(self, document: Document) -> Iterator[Element]:
        """Title, text, list of annexes, sign-off, seal line, annexes."""
        yield _title(document.title, names.TITLE)
        if document.subtitle:
            yield paragraph(names.SUBTITLE, text_run(document.subtitle))
        yield paragraph(names.BODY)
        yield from self._text_and_ending(document)
        if document.seal_line:
            yield paragraph(names.NOTE, text_run(f"（{document.seal_line.strip('（）')}）"))
        for number, annex in enumerate(document.annexes, start=1):
            yield from self._annex(annex, annex_label(number, len(document.annexes)))

    def _text_and_ending(self, document: Document) -> Iterator[Element]:
        """The text with the list of annexes and the sign-off; the last paragraph stays on the page of these."""
        text = list(self._blocks(document.body))
        ending = [*annex_note(document.annexes), *sign_off(document.org, document.date_text)]
        for element in [*text[-1:], *ending[:-1]] if ending else []:
            keep_with_next(element)
        yield from text
        yield from ending

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Element]:
        for block, number in numbered(blocks):
            if isinstance(block, Heading):
                yield paragraph(f"Heading{block.level}", text_run(number + block.text))
            elif isinstance(block, Paragraph):
                keep = (on("keepNext"),) if block.leads else ()
                yield paragraph(names.BODY, *self._runs(block.runs), properties=keep)
            elif isinstance(block, Listing):
                yield paragraph(names.BODY, *self._runs((block,)))
            elif isinstance(block, Table):
                yield from table_elements(block, self._runs)
            elif isinstance(block, Subhead):
                yield paragraph(names.SUBHEAD, text_run(block.text))
            elif isinstance(block, Picture):
                yield from self._picture(block)

    def _picture(self, picture: Picture) -> Iterator[Element]:
        """The drawing as a picture with a text for who cannot see it, its title below."""
        self._pictures += 1
        wide, high = size_of(picture.svg)
        png = io.BytesIO(to_png(picture.svg, layout.PICTURE_MM))
        tall = layout.PICTURE_MM * high / wide
        inline = self._part.new_pic_inline(png, Mm(layout.PICTURE_MM), Mm(tall))
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"图{self._pictures}")
        inline.docPr.set("title", clean(picture.caption))
        inline.docPr.set("descr", clean(picture.alt))
        yield paragraph(names.PICTURE, el("r", el("drawing", inline)))
        yield paragraph(names.PICTURE_TITLE, text_run(picture.caption))

    def _annex(self, annex: Annex, label: str) -> Iterator[Element]:
        """A new page: label flush left on line 1, title centred on line 3 (7.3.7)."""
        yield paragraph(names.ANNEX_LABEL, text_run(label))
        yield paragraph(names.BODY, properties=(on("keepNext"),))
        yield _title(annex.title, names.ANNEX_TITLE)
        yield paragraph(names.BODY, properties=(on("keepNext"),))
        yield from self._blocks(annex.blocks)

    def _runs(self, runs: tuple[Run, ...]) -> list[Element]:
        return [self._leaf(leaf) for leaf in leaves(runs)]

    def _leaf(self, leaf: Leaf) -> Element:
        if isinstance(leaf, Text):
            return text_run(leaf.text)
        if isinstance(leaf, FigureRun):
            return self._linked(_figure(leaf), leaf.href, leaf.tooltip)
        return self._linked(text_run(leaf.text), leaf.href, "")

    def _linked(self, run: Element, href: str, tooltip: str) -> Element:
        """A black link without underline (5.2.4). A relative address means nothing on paper and is left out."""
        if not is_absolute(href):
            return run
        link = el("hyperlink", run, history=1)
        link.set(qn("r:id"), self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        if tooltip:
            link.set(qn("w:tooltip"), tooltip[:_TOOLTIP_LIMIT])
        return link


def _figure(figure: FigureRun) -> Element:
    """A figure; a missing one is bold on yellow, by style and directly, so that no program loses it."""
    if not figure.missing:
        return text_run(figure.text)
    return text_run(figure.shown, on("b"), el("highlight", val="yellow"), style=names.MISSING)


def _title(title: str, style: str) -> Element:
    return paragraph(style, text_run("\n".join(title_lines(title, layout.TITLE_CHARACTERS))))


def keep_with_next(paragraph: Element) -> None:
    """Sets w:keepNext at its place in the schema, right after the style."""
    if paragraph.pPr.find(qn("w:keepNext")) is None:
        paragraph.pPr.insert(1, on("keepNext"))


def annex_note(annexes: tuple[Annex, ...]) -> Iterator[Element]:
    """“附件：1. ××” one line below the text, indented two; wrapped lines align with the name (7.3.4)."""
    if not annexes:
        return
    yield paragraph(names.BODY)
    sole = len(annexes) == 1
    for number, annex in enumerate(annexes, start=1):
        mark = "" if sole else f"{number}.\t"
        start = 2 if number == 1 else 5
        name = 5 if sole else 6
        hang = (name - start) * layout.CHARACTER
        indent = el("ind", left=name * layout.CHARACTER, hanging=hang)
        title = "".join(annex.title.split("\n"))
        words = ("附件：" if number == 1 else "") + mark + title
        yield paragraph(names.ANNEX_NOTE, *_tabbed(words), properties=(indent,))


def _tabbed(words: str) -> list[Element]:
    before, tab, after = words.partition("\t")
    return [text_run(before), el("r", el("tab")), text_run(after)] if tab else [text_run(before)]


def sign_off(org: str, date: str) -> Iterator[Element]:
    """Name and date without a seal (7.3.5.2): a line below the text; positions in characters from the right.

    The name ends two blanks from the right, the date begins two to the right of the name's beginning; a date
    longer than the name ends two blanks from the right and moves the name instead.
    """
    if not (org or date):
        return
    yield paragraph(names.BODY)
    name_blank, date_blank = sign_off_blanks(org, date)
    if org:
        yield paragraph(names.SIGN_OFF, text_run(org), properties=(_right(name_blank),))
    if date:
        yield paragraph(names.SIGN_OFF, text_run(date), properties=(_right(date_blank),))


def _right(characters: float) -> Element:
    return el("ind", rightChars=round(characters * 100), right=round(characters * layout.CHARACTER))
