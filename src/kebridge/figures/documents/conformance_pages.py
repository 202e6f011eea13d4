"""Page numbers (GB/T 9704-2012, 7.5): “— 1 —”, 4号 宋体, odd pages right, even pages left, one blank in."""

from __future__ import annotations

from collections.abc import Iterator

from . import layout
from .conformance_reader import DocxFile, Element, Properties, millimetres, number, reference, w

_FOOTER_RANGE_MM = (24.0, 28.0)
"""From the paper's edge to the bottom of the number's line, so that its dashes are 7 mm below the type area."""


def footer_findings(file: DocxFile) -> Iterator[str]:
    """Every deviation of the page numbers, in all sections that name footers."""
    if file.settings is None or file.settings.find(w("evenAndOddHeaders")) is None:
        yield "没有设置奇偶页页脚不同，页码不能单页居右、双页居左"
    sections = [s for s in file.document.iter(w("sectPr")) if s.find(w("footerReference")) is not None]
    if not sections:
        yield "没有页码"
    for section in sections:
        for page, name, side in (("default", "单页", "right"), ("even", "双页", "left")):
            footer = file.related.get(reference(section, "footerReference", page))
            if footer is None:
                yield f"{name}没有页码"
            else:
                yield from _footer(file, footer, name, side)
    low, high = _FOOTER_RANGE_MM
    for margins in file.section("pgMar"):
        distance = millimetres(margins, "footer")
        if not low <= distance <= high:
            yield f"页脚距纸边{distance:.1f}毫米，页码一字线不在版心下7毫米处（应为25毫米左右）"


def _footer(file: DocxFile, footer: Element, name: str, side: str) -> Iterator[str]:
    paragraph = next((p for p in footer.iter(w("p")) if _with_field(p).strip()), None)
    if paragraph is None:
        yield f"{name}没有页码"
        return
    if _with_field(paragraph) != "— PAGE —":
        yield f"{name}页码格式应为“— 1 —”（数字左右各一条一字线）"
    properties = file.paragraph_properties(paragraph)
    position = "居右空一字" if side == "right" else "居左空一字"
    if _side(properties) != side or not _blank(properties, side):
        yield f"{name}页码应{position}"
    for run in paragraph.iter(w("r")):
        yield from _number_font(file.run_properties(paragraph, run), name)


def _number_font(run: Properties, name: str) -> Iterator[str]:
    fonts = run.get("rFonts", {})
    if fonts.get("ascii") != layout.SONGTI or fonts.get("eastAsia") != layout.SONGTI:
        yield f"{name}页码应用{layout.SONGTI}"
    if number(run, "sz") != layout.SIZE_4:
        yield f"{name}页码应为4号字（14磅）"


def _with_field(paragraph: Element) -> str:
    """The words of a footer with its field written as PAGE and without the field's last result."""
    words, in_result = "", False
    for part in paragraph.iter(w("fldChar"), w("instrText"), w("fldSimple"), w("t")):
        if part.tag == w("fldChar"):
            in_result = part.get(w("fldCharType")) == "separate"
        elif part.tag == w("fldSimple"):
            words += (part.get(w("instr")) or "").split()[0]
        elif part.tag == w("instrText"):
            words += "".join((part.text or "").split()[:1])
        elif not in_result and not any(True for _ in part.iterancestors(w("fldSimple"))):
            words += part.text or ""
    return words


def _side(properties: Properties) -> str:
    written = properties.get("jc", {}).get("val", "left")
    return {"end": "right", "start": "left", "both": "left"}.get(written, written)


def _blank(properties: Properties, side: str) -> bool:
    """One character of indent on the outer side: in hundredths of a character, or 14 to 16 pt."""
    if number(properties, "ind", f"{side}Chars") == 100:
        return True
    twips = number(properties, "ind", side)
    return twips is not None and layout.SIZE_4 * 10 <= twips <= layout.SIZE_3 * 10
