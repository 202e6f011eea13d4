"""Checks a DOCX against GB/T 9704-2012 for plain material (no red head). Every finding is a plain sentence."""

from __future__ import annotations

from collections.abc import Iterator

from . import layout
from .conformance_pages import footer_findings
from .conformance_reader import DocxFile, Unreadable, millimetres, twips, w
from .conformance_text import text_findings

_TOLERANCE_MM = 1.0


def check_docx(data: bytes) -> list[str]:
    """Every deviation found, in the order package, page, text, tables, footers; an empty list means none."""
    try:
        file = DocxFile.read(data)
    except Unreadable as error:
        return [str(error)]
    findings = [
        *_fonts(file),
        *_page(file),
        *_grid(file),
        *text_findings(file),
        *_tables(file),
        *footer_findings(file),
    ]
    return list(dict.fromkeys(findings))


def _fonts(file: DocxFile) -> Iterator[str]:
    """The office fonts are not ours to pass on."""
    table = file.font_table
    embedded = [] if table is None else [one for one in table.iter() if "embed" in str(one.tag)]
    if embedded or any(name.startswith("word/fonts/") for name in file.names):
        yield "文件中嵌入了字体：办公字体不得随文件分发，只写字体名称"
    if file.settings is not None and file.settings.find(w("embedTrueTypeFonts")) is not None:
        yield "设置中打开了“嵌入字体”，应当关闭"


def _page(file: DocxFile) -> Iterator[str]:
    """5.1 and 5.2.1, within one millimetre."""
    if not list(file.section("pgSz")) or not list(file.section("pgMar")):
        yield "没有写明纸张和页边距"
    for size in file.section("pgSz"):
        wide, high = millimetres(size, "w"), millimetres(size, "h")
        if abs(wide - 210) > _TOLERANCE_MM or abs(high - 297) > _TOLERANCE_MM:
            yield f"纸张为{wide:.1f}×{high:.1f}毫米，应为A4纸210×297毫米"
    wanted = {"top": ("天头", 37), "left": ("订口", 28), "bottom": ("下边距", 35), "right": ("右边距", 26)}
    for margins in file.section("pgMar"):
        for side, (name, due) in wanted.items():
            found = millimetres(margins, side)
            if abs(found - due) > _TOLERANCE_MM:
                yield f"{name}为{found:.1f}毫米，应为{due}毫米"


def _grid(file: DocxFile) -> Iterator[str]:
    """5.2.3: 22 lines a page; a grid of type lines, one twip of rounding allowed."""
    grids = list(file.section("docGrid"))
    if not grids:
        yield "没有文档网格，应指定行网格（每页22行）"
    for grid in grids:
        if grid.get(w("type")) != "lines":
            yield "文档网格应为“只指定行网格”：同时指定字符网格会把字距拉开"
        pitch = twips(grid, "linePitch")
        high = layout.PAGE_HEIGHT - layout.MARGIN_TOP - layout.MARGIN_BOTTOM
        if not high / (layout.LINES + 1) < pitch <= high / layout.LINES + 1:
            yield f"行网格跨度为{pitch / 20:g}磅，应为28.95磅（每页22行）"


def _tables(file: DocxFile) -> Iterator[str]:
    for index, table in enumerate(file.body.iter(w("tbl")), start=1):
        row = table.find(w("tr"))
        head = None if row is None else row.find(f"{w('trPr')}/{w('tblHeader')}")
        if head is None or head.get(w("val"), "1") in ("0", "false", "off"):
            yield f"第{index}个表格的表头没有设为跨页重复"
