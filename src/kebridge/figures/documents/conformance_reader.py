"""Reads a DOCX for checking: parts, and what a paragraph or run looks like after its styles are applied."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TWIPS_PER_MM = 1440 / 25.4
_OFF = ("0", "false", "off")

Element = Any
Properties = dict[str, dict[str, str]]
"""Property name → attributes, such as {"spacing": {"line": "579", "lineRule": "exact"}}."""


def w(name: str) -> str:
    """The name in the namespace of WordprocessingML."""
    return f"{{{_W}}}{name}"


class Unreadable(ValueError):
    """The file is no DOCX; the words say why."""


@dataclass(slots=True)
class DocxFile:
    """The parts of a DOCX that decide the layout."""

    names: list[str]
    document: Element
    styles: dict[str, Element]
    default_style: str
    defaults: Element | None
    settings: Element | None
    font_table: Element | None
    related: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> DocxFile:
        """Opens the file; raises `Unreadable` with the reason in Chinese."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                parts = {name: package.read(name) for name in package.namelist()}
            return cls._of(parts)
        except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
            raise Unreadable("文件打不开：不是有效的DOCX文件") from error

    @classmethod
    def _of(cls, parts: dict[str, bytes]) -> DocxFile:
        styles = _optional(parts, "word/styles.xml")
        found = {} if styles is None else {s.get(w("styleId"), ""): s for s in styles.iter(w("style"))}
        return cls(
            names=list(parts),
            document=_parse(parts["word/document.xml"]),
            styles=found,
            default_style=next((key for key, style in found.items() if _is_default_paragraph(style)), ""),
            defaults=None if styles is None else styles.find(w("docDefaults")),
            settings=_optional(parts, "word/settings.xml"),
            font_table=_optional(parts, "word/fontTable.xml"),
            related=_related(parts),
        )

    @property
    def body(self) -> Element:
        """The element w:body."""
        return self.document.find(w("body"))

    def section(self, kind: str) -> Iterator[Element]:
        """Elements of one kind (pgSz, pgMar, docGrid) in all sections."""
        for section in self.document.iter(w("sectPr")):
            yield from section.findall(w(kind))

    def style_name(self, paragraph: Element) -> str:
        """The name of the paragraph's style, such as "heading 1"."""
        style = self.styles.get(self._style_id(paragraph))
        name = None if style is None else style.find(w("name"))
        return "" if name is None else name.get(w("val"), "")

    def paragraph_properties(self, paragraph: Element) -> Properties:
        """Effective paragraph properties: defaults, styles from the root, direct."""
        result = self._default("pPrDefault/pPr")
        for style in self._chain(self._style_id(paragraph)):
            _merge(result, style.find(w("pPr")))
        _merge(result, paragraph.find(w("pPr")))
        return result

    def run_properties(self, paragraph: Element, run: Element | None = None) -> Properties:
        """Effective run properties: defaults, paragraph style, character style, direct."""
        result = self._default("rPrDefault/rPr")
        for style in self._chain(self._style_id(paragraph)):
            _merge(result, style.find(w("rPr")))
        direct = None if run is None else run.find(w("rPr"))
        if direct is not None:
            character = direct.find(w("rStyle"))
            for style in self._chain("" if character is None else character.get(w("val"), "")):
                _merge(result, style.find(w("rPr")))
            _merge(result, direct)
        return result

    def _default(self, path: str) -> Properties:
        result: Properties = {}
        if self.defaults is not None:
            _merge(result, self.defaults.find("/".join(w(step) for step in path.split("/"))))
        return result

    def _style_id(self, paragraph: Element) -> str:
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self.default_style if style is None else style.get(w("val"), "")

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self.styles and self.styles[style_id] not in chain:
            chain.append(self.styles[style_id])
            parent = chain[-1].find(w("basedOn"))
            style_id = "" if parent is None else parent.get(w("val"), "")
        return chain[::-1]


def text_of(element: Element) -> str:
    """The visible words of a paragraph or run; breaks as line feeds, tabs as tabs."""
    marks = {w("br"): "\n", w("tab"): "\t"}
    words = []
    for part in element.iter(w("t"), w("br"), w("tab")):
        inside_properties = part.getparent().tag == w("tabs")
        words.append(marks.get(part.tag, part.text or "") if not inside_properties else "")
    return "".join(words)


def number(properties: Properties, name: str, attribute: str = "val") -> int | None:
    """An attribute as a whole number; None if it is absent or not a number."""
    try:
        return int(properties.get(name, {}).get(attribute, ""))
    except ValueError:
        return None


def millimetres(element: Element, name: str) -> float:
    """An attribute in twips as millimetres; 0 if it is absent or not a number."""
    return twips(element, name) / _TWIPS_PER_MM


def twips(element: Element, name: str) -> int:
    """An attribute in twips; 0 if it is absent or not a number."""
    try:
        return int(element.get(w(name), "0"))
    except ValueError:
        return 0


def is_on(properties: Properties, name: str) -> bool:
    """A switch such as b or keepNext."""
    return name in properties and properties[name].get("val", "1") not in _OFF


def _merge(result: Properties, element: Element | None) -> None:
    for child in () if element is None else element:
        if isinstance(child.tag, str):
            attributes = {etree.QName(key).localname: value for key, value in child.attrib.items()}
            result.setdefault(etree.QName(child).localname, {}).update(attributes)


def _parse(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _optional(parts: dict[str, bytes], name: str) -> Element | None:
    return _parse(parts[name]) if name in parts else None


def _is_default_paragraph(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0") not in _OFF


def _related(parts: dict[str, bytes]) -> dict[str, Element]:
    """Relationship id → parsed header or footer."""
    relations = _optional(parts, "word/_rels/document.xml.rels")
    result = {}
    for relation in () if relations is None else relations:
        name = "word/" + relation.get("Target", "")
        if relation.get("Type", "").endswith(("/header", "/footer")) and name in parts:
            result[relation.get("Id", "")] = _parse(parts[name])
    return result


def reference(section: Element, kind: str, page: str) -> str:
    """The relationship id of a section's footer or header ("footerReference", "even"), or nothing."""
    for found in section.findall(w(kind)):
        if found.get(w("type")) == page:
            return str(found.get(f"{{{_R}}}id", ""))
    return ""
