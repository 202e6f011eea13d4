"""Title, headings, body and annexes of a DOCX against GB/T 9704-2012, 5.2 and 7.3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kebridge.core.wording.headings import heading_number

from . import layout
from .conformance_reader import DocxFile, Element, Properties, is_on, number, text_of, w

_BODY_STYLES = ("公文正文", "Normal", "正文", "Body Text")
_TITLE_STYLES = ("Title", "附件标题")
_HEADING_STYLE = re.compile(r"heading ([1-4])", re.IGNORECASE)
_MARKS = (r"[一二三四五六七八九十百]+、", r"（[一二三四五六七八九十百]+）", r"\d+\.", r"（\d+）")
_LOOSE_MARK = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]、?|[（(]?\d+[.．、）)])"
)
_HEADING_FONTS = (layout.HEITI, layout.KAITI, layout.FANGSONG, layout.FANGSONG)
_SIZE_NAMES = {layout.SIZE_2: "2号（22磅）", layout.SIZE_3: "3号（16磅）"}
_PADDED_DATE = re.compile(r"年0\d月|月0\d日")
_TYPE_HEIGHT = layout.PAGE_HEIGHT - layout.MARGIN_TOP - layout.MARGIN_BOTTOM


def text_findings(file: DocxFile) -> Iterator[str]:
    """Every deviation in the paragraphs outside tables."""
    paragraphs = [p for p in file.body.iter(w("p")) if not any(True for _ in p.iterancestors(w("tbl")))]
    if not any(file.style_name(p) == "Title" and text_of(p).strip() for p in paragraphs):
        yield "没有用“标题”样式的文件标题"
    for paragraph in paragraphs:
        level, name = heading_level(file, paragraph), file.style_name(paragraph)
        if not text_of(paragraph).strip():
            continue
        if level:
            yield from _heading(file, paragraph, level)
        elif name in _TITLE_STYLES:
            yield from _title(file, paragraph)
        elif name in _BODY_STYLES:
            yield from _body(file, paragraph)
        elif name == "附件标识" or re.fullmatch(r"附件\d*", text_of(paragraph).strip()):
            yield from _annex_label(file, paragraph)
        elif name == "落款" and _PADDED_DATE.search(text_of(paragraph)):
            yield f"{_place(paragraph)}：成文日期的月、日不编虚位（1不编为01）"
    yield from _numbering(file, paragraphs)


def heading_level(file: DocxFile, paragraph: Element) -> int:
    """1 to 4 by the style's name or the outline level; 0 for anything else (annex titles have an outline too)."""
    name = file.style_name(paragraph)
    if found := _HEADING_STYLE.fullmatch(name):
        return int(found[1])
    outline = number(file.paragraph_properties(paragraph), "outlineLvl")
    return outline + 1 if outline is not None and outline < 4 and name not in _TITLE_STYLES else 0


def _title(file: DocxFile, paragraph: Element) -> Iterator[str]:
    """7.3.1: 2号 小标宋, centred."""
    yield from _runs(file, paragraph, layout.TITLE_SONG, layout.SIZE_2)
    if file.paragraph_properties(paragraph).get("jc", {}).get("val") != "center":
        yield f"{_place(paragraph)}：标题应居中"


def _heading(file: DocxFile, paragraph: Element, level: int) -> Iterator[str]:
    """7.3.3: 黑体, 楷体, 仿宋, 仿宋, all 3号, indented, with an outline level."""
    yield from _runs(file, paragraph, _HEADING_FONTS[level - 1], layout.SIZE_3)
    properties = file.paragraph_properties(paragraph)
    yield from _indent(paragraph, properties)
    yield from _lines(paragraph, properties)
    if number(properties, "outlineLvl") != level - 1:
        yield f"{_place(paragraph)}：{level}级标题没有相应的大纲级别"


def _body(file: DocxFile, paragraph: Element) -> Iterator[str]:
    """5.2.2, 5.2.3, 7.3.3: 3号 仿宋, 28 characters a line, 22 lines, first line indented by two."""
    yield from _runs(file, paragraph, layout.FANGSONG, layout.SIZE_3)
    properties = file.paragraph_properties(paragraph)
    yield from _indent(paragraph, properties)
    yield from _lines(paragraph, properties)
    if is_on(properties, "widowControl") or "widowControl" not in properties:
        yield f"{_place(paragraph)}：应关闭“孤行控制”，否则每页排不满22行"
    spacing = number(file.run_properties(paragraph), "spacing") or 0
    pitch = layout.SIZE_3 * 10 + spacing
    if not layout.TYPE_WIDTH / (layout.CHARACTERS + 1) < pitch <= layout.TYPE_WIDTH / layout.CHARACTERS:
        yield f"{_place(paragraph)}：字距不能使每行恰好28字（应紧缩0.25磅）"


def _annex_label(file: DocxFile, paragraph: Element) -> Iterator[str]:
    """7.3.7: a new page, 3号 黑体, flush left."""
    yield from _runs(file, paragraph, layout.HEITI, layout.SIZE_3)
    properties = file.paragraph_properties(paragraph)
    if not is_on(properties, "pageBreakBefore"):
        yield f"{_place(paragraph)}：附件应另面编排"
    indents = [
        number(properties, "ind", name) or 0 for name in ("firstLineChars", "firstLine", "left", "leftChars")
    ]
    if any(indents) or properties.get("jc", {}).get("val", "left") not in ("left", "start", "both"):
        yield f"{_place(paragraph)}：“附件”二字应顶格"


def _indent(paragraph: Element, properties: Properties) -> Iterator[str]:
    if number(properties, "ind", "firstLineChars") != layout.INDENT_CHARS:
        yield f"{_place(paragraph)}：首行应缩进二字"


def _lines(paragraph: Element, properties: Properties) -> Iterator[str]:
    """22 lines and no 23rd must fit into 225 mm."""
    spacing = properties.get("spacing", {})
    line = number(properties, "spacing", "line") or 0
    exact = spacing.get("lineRule") == "exact"
    if not exact or not _TYPE_HEIGHT / (layout.LINES + 1) < line <= _TYPE_HEIGHT / layout.LINES:
        yield f"{_place(paragraph)}：行距应为固定值28.95磅（每页22行）"
    if any(number(properties, "spacing", name) for name in ("before", "after", "beforeLines", "afterLines")):
        yield f"{_place(paragraph)}：段前段后应为0"


def _runs(file: DocxFile, paragraph: Element, font: str, size: int) -> Iterator[str]:
    place = _place(paragraph)
    for run in paragraph.iter(w("r")):
        if not text_of(run).strip():
            continue
        properties = file.run_properties(paragraph, run)
        found = properties.get("rFonts", {}).get("eastAsia", "未写明")
        if found != font:
            yield f"{place}：字体为{found}，应为{font}"
        if (number(properties, "sz") or 20) != size:
            yield f"{place}：字号为{(number(properties, 'sz') or 20) / 2:g}磅，应为{_SIZE_NAMES[size]}"
        if properties.get("color", {}).get("val", "auto").lower() not in ("auto", "000000"):
            yield f"{place}：文字应为黑色"


def _numbering(file: DocxFile, paragraphs: list[Element]) -> Iterator[str]:
    """7.3.3: 一、（一）1.（1） in this order, counted from one under every higher heading; anew in each annex."""
    counts = [0, 0, 0, 0]
    for paragraph in paragraphs:
        if file.style_name(paragraph) in _TITLE_STYLES and text_of(paragraph).strip():
            counts = [0, 0, 0, 0]
        level = heading_level(file, paragraph)
        if not level or not text_of(paragraph).strip():
            continue
        if level > 1 and not counts[level - 2]:
            yield f"{_place(paragraph)}：标题跳级，{level}级标题之前没有{level - 1}级标题"
        counts[level - 1] += 1
        counts[level:] = [0] * (4 - level)
        yield from _mark(paragraph, level, counts[level - 1])


def _mark(paragraph: Element, level: int, count: int) -> Iterator[str]:
    text, wanted = text_of(paragraph), heading_number(level, count)
    if text.startswith(wanted):
        return
    if re.match(_MARKS[level - 1], text):
        yield f"{_place(paragraph)}：标题序号不连续，应为“{wanted}”"
    elif _LOOSE_MARK.match(text):
        yield f"{_place(paragraph)}：{level}级标题的序号形式应为“{wanted}”"
    else:
        yield f"{_place(paragraph)}：{level}级标题没有序号，应为“{wanted}”"


def _place(paragraph: Element) -> str:
    """The first words of a paragraph, to find it by."""
    words = re.sub(r"\s+", "", text_of(paragraph))
    return f"“{words[:12]}{'…' if len(words) > 12 else ''}”"
