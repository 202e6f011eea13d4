"""A document as DOCX: plain material by GB/T 9704-2012, readable in Word, WPS and LibreOffice.

Fonts are named, never embedded. Equal documents give equal bytes: no wall clock, fixed times in the package.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml

from . import docx_styles as names
from . import layout
from .docx_body import Body
from .docx_table import end_without_room
from .docx_xml import Element, clean, el, field_run, fixed_times, paragraph, text_run
from .model import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NO_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_DOCUMENT_PARTS = (RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME)
_PACKAGE_PARTS = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES)


def to_docx(document: Document) -> bytes:
    """The document as a DOCX file. The same document always gives the same bytes."""
    word = docx.Document()
    _keep_only(word.part.package.rels, _PACKAGE_PARTS)
    _keep_only(word.part.rels, _DOCUMENT_PARTS)
    _refill(word.part.styles.element, names.styles())
    _refill(word.settings.element, names.settings())
    _font_table(word)
    _page(word)
    _head_and_foot(word, document)
    _write(word, document)
    _properties(word, document)
    stream = io.BytesIO()
    word.save(stream)
    return fixed_times(stream.getvalue())


def _keep_only(relations: Any, kinds: tuple[str, ...]) -> None:
    """Drops the sample parts of python-docx's template (thumbnail, list numbers, custom XML)."""
    for key in [key for key, relation in relations.items() if relation.reltype not in kinds]:
        del relations[key]


def _refill(element: Element, children: list[Element]) -> None:
    for child in list(element):
        element.remove(child)
    for child in children:
        element.append(child)


def _font_table(word: WordDocument) -> None:
    part: Any = word.part.part_related_by(RT.FONT_TABLE)
    part._blob = serialize_part_xml(el("fonts", *names.font_table()))  # python-docx has no setter for it


def _page(word: WordDocument) -> None:
    """5.1 and 5.2: A4, margins, a line grid of 579 twips (type lines: linesAndChars spreads characters)."""
    element = word.sections[0]._sectPr
    for child in list(element):
        element.remove(child)
    element.append(el("pgSz", w=layout.PAGE_WIDTH, h=layout.PAGE_HEIGHT))
    element.append(
        el(
            "pgMar",
            top=layout.MARGIN_TOP,
            right=layout.MARGIN_RIGHT,
            bottom=layout.MARGIN_BOTTOM,
            left=layout.MARGIN_LEFT,
            header=layout.HEADER_DISTANCE,
            footer=layout.FOOTER_DISTANCE,
            gutter=0,
        )
    )
    element.append(el("docGrid", type="lines", linePitch=layout.GRID_PITCH))


def _head_and_foot(word: WordDocument, document: Document) -> None:
    """Marks on top of every page; “— 1 —” below, odd pages right and even pages left, one blank in (7.5)."""
    section = word.sections[0]
    marks = "　".join(document.page_marks)
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        _refill(header._element, [paragraph(names.HEADER, *([text_run(marks)] if marks else []))])
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        blank = el("ind", **{f"{side}Chars": 100, side: layout.FOOTER_BLANK})
        number = [text_run("— "), *field_run("PAGE"), text_run(" —")]
        content = paragraph(names.FOOTER, *number, properties=(blank, el("jc", val=side)))
        _refill(footer._element, [content])


def _write(word: WordDocument, document: Document) -> None:
    body = word.element.body
    section = body.sectPr
    element = None
    for element in Body(word.part).elements(document):
        section.addprevious(element)
    if element is not None:
        end_without_room(element)


def _properties(word: WordDocument, document: Document) -> None:
    day = document.date
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC) if day else _NO_DATE
    properties = word.core_properties
    properties.title = clean(document.title).replace("\n", "")[:255]
    properties.author = properties.last_modified_by = clean(document.org)[:255]
    properties.comments = "；".join(clean(mark) for mark in document.page_marks)[:255]
    properties.keywords = clean(document.seal_line)[:255]
    properties.language = "zh-CN"
    properties.created = properties.modified = moment
    properties.revision = 1
