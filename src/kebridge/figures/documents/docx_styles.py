"""Named styles, font table and settings of a plain material (GB/T 9704-2012, 5.2 and 7.3)."""

from __future__ import annotations

from dataclasses import dataclass

from . import layout
from .docx_xml import Element, el, on

BODY = "GwBody"
TITLE = "Title"
SUBTITLE = "Subtitle"
ANNEX_LABEL = "GwAnnexLabel"
ANNEX_TITLE = "GwAnnexTitle"
ANNEX_NOTE = "GwAnnexNote"
SIGN_OFF = "GwSignOff"
NOTE = "GwNote"
SUBHEAD = "GwSubhead"
PICTURE = "GwPicture"
PICTURE_TITLE = "GwPictureTitle"
HEADER = "Header"
FOOTER = "Footer"
TABLE_TITLE = "GwTableTitle"
TABLE_HEAD = "GwTableHead"
TABLE_TEXT = "GwTableText"
TABLE_NUMBER = "GwTableNumber"
TABLE_DENSE = "GwTableDense"
TABLE_DENSE_NUMBER = "GwTableDenseNumber"
TABLE_GAP = "GwTableGap"
TABLE_GRID = "GwTable"
MISSING = "GwMissing"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; unset values (None, "") come from the style it is based on. Size in half points.

    `grows`: the line is as high as its content, as a picture needs it.
    """

    id: str
    name: str
    font: str = ""
    size: int | None = None
    based_on: str = "Normal"
    next: str = ""
    align: str = ""
    indented: bool = False
    outline: int | None = None
    keep_next: bool = False
    new_page: bool = False
    line: int | None = None
    spacing: int | None = None
    latin: str = ""
    on_grid: bool = True
    grows: bool = False


_HEADINGS = tuple(
    Style(
        f"Heading{level}",
        f"heading {level}",
        font,
        next=BODY,
        indented=True,
        outline=level - 1,
        keep_next=True,
    )
    for level, font in enumerate((layout.HEITI, layout.KAITI, layout.FANGSONG, layout.FANGSONG), start=1)
)

STYLES: tuple[Style, ...] = (
    Style(BODY, "公文正文", indented=True),
    *_HEADINGS,
    Style(
        TITLE,
        "Title",
        layout.TITLE_SONG,
        layout.SIZE_2,
        next=BODY,
        align="center",
        keep_next=True,
        spacing=0,
        on_grid=False,
    ),
    Style(SUBTITLE, "Subtitle", layout.KAITI, next=BODY, align="center", keep_next=True),
    Style(ANNEX_LABEL, "附件标识", layout.HEITI, keep_next=True, new_page=True, align="left"),
    Style(ANNEX_TITLE, "附件标题", based_on=TITLE, next=BODY, outline=0),
    Style(ANNEX_NOTE, "附件说明", align="left"),
    Style(SIGN_OFF, "落款", align="right"),
    Style(NOTE, "附注", indented=True, align="left"),
    Style(
        HEADER,
        "header",
        layout.HEITI,
        layout.SIZE_SMALL_4,
        align="center",
        line=layout.TABLE_LINE,
        spacing=0,
        on_grid=False,
    ),
    Style(
        FOOTER,
        "footer",
        layout.SONGTI,
        layout.SIZE_4,
        line=layout.FOOTER_LINE,
        spacing=0,
        latin=layout.SONGTI,
        on_grid=False,
    ),
    Style(TABLE_TITLE, "表题", layout.HEITI, layout.SIZE_4, align="center", keep_next=True, spacing=0),
    Style(
        TABLE_TEXT,
        "表格文字",
        size=layout.SIZE_SMALL_4,
        align="left",
        line=layout.TABLE_LINE,
        spacing=0,
        on_grid=False,
    ),
    Style(TABLE_NUMBER, "表格数字", based_on=TABLE_TEXT, align="right"),
    Style(TABLE_DENSE, "密表文字", size=layout.SIZE_5, based_on=TABLE_TEXT, line=layout.DENSE_LINE),
    Style(TABLE_DENSE_NUMBER, "密表数字", based_on=TABLE_DENSE, align="right"),
    Style(TABLE_HEAD, "表头", layout.HEITI, based_on=TABLE_TEXT, align="center", keep_next=True),
    Style(SUBHEAD, "分组标题", layout.HEITI, next=BODY, indented=True, keep_next=True),
    Style(PICTURE, "图", align="center", grows=True, keep_next=True, on_grid=False),
    Style(PICTURE_TITLE, "图题", layout.HEITI, layout.SIZE_4, align="center", spacing=0),
    Style(TABLE_GAP, "表后空", size=12, line=240, on_grid=False),
)


def styles() -> list[Element]:
    """The content of `w:styles`: defaults, the standard's text as Normal, and the named styles."""
    return [
        _defaults(),
        _normal(),
        *(_paragraph_style(style) for style in STYLES),
        _character_default(),
        _missing(),
        _table_default(),
        _table_grid(),
    ]


def _defaults() -> Element:
    fonts = _fonts(layout.FANGSONG, layout.LATIN)
    language = el("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    size = (el("sz", val=layout.SIZE_3), el("szCs", val=layout.SIZE_3))
    return el("docDefaults", el("rPrDefault", el("rPr", fonts, *size, language)), el("pPrDefault"))


def _normal() -> Element:
    """3号 仿宋, exact lines, no widow control (it would leave lines empty), no extra room beside digits.

    Punctuation may hang at the line's end, as Word and WPS do by default. Written out because LibreOffice 7.4 reads
    the switch the wrong way round, and when it lets punctuation hang in a justified line it can lose the mark.
    """
    paragraph = el(
        "pPr",
        on("widowControl", False),
        on("overflowPunct"),
        on("autoSpaceDE", False),
        on("autoSpaceDN", False),
        _lines(layout.LINE),
        el("jc", val="both"),
    )
    run = el(
        "rPr",
        _fonts(layout.FANGSONG, layout.LATIN),
        el("spacing", val=layout.CHARACTER_SPACING),
        el("sz", val=layout.SIZE_3),
        el("szCs", val=layout.SIZE_3),
    )
    marks = (el("name", val="Normal"), el("qFormat"))
    return el("style", *marks, paragraph, run, type="paragraph", default=1, styleId="Normal")


def _paragraph_style(spec: Style) -> Element:
    paragraph = el(
        "pPr",
        on("keepNext") if spec.keep_next else None,
        on("pageBreakBefore") if spec.new_page else None,
        None if spec.on_grid else on("snapToGrid", False),
        _lines(spec.line) if spec.line else _growing() if spec.grows else None,
        indent() if spec.indented else None,
        el("jc", val=spec.align) if spec.align else None,
        el("outlineLvl", val=spec.outline) if spec.outline is not None else None,
    )
    run = el(
        "rPr",
        _fonts(spec.font, spec.latin or layout.LATIN) if spec.font else None,
        el("spacing", val=spec.spacing) if spec.spacing is not None else None,
        el("sz", val=spec.size) if spec.size else None,
        el("szCs", val=spec.size) if spec.size else None,
    )
    return el(
        "style",
        el("name", val=spec.name),
        el("basedOn", val=spec.based_on),
        el("next", val=spec.next) if spec.next else None,
        el("qFormat"),
        paragraph,
        run,
        type="paragraph",
        styleId=spec.id,
    )


def indent() -> Element:
    """Two characters at the first line (7.3.3): in characters for Word and WPS, in twips for others."""
    return el("ind", firstLineChars=layout.INDENT_CHARS, firstLine=layout.INDENT)


def _lines(pitch: int) -> Element:
    return el("spacing", before=0, after=0, line=pitch, lineRule="exact")


def _growing() -> Element:
    return el("spacing", before=120, after=0, line=240, lineRule="auto")


def _fonts(chinese: str, latin: str) -> Element:
    return el("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)


def _character_default() -> Element:
    name = el("name", val="Default Paragraph Font")
    return el("style", name, type="character", default=1, styleId="DefaultParagraphFont")


def _missing() -> Element:
    mark = el("rPr", on("b"), el("highlight", val="yellow"))
    return el("style", el("name", val="未报"), el("qFormat"), mark, type="character", styleId=MISSING)


def _table_default() -> Element:
    cells = el("tblCellMar", *(el(side, w=width, type="dxa") for side, width in _cell_margins(0, 108)))
    properties = el("tblPr", el("tblInd", w=0, type="dxa"), cells)
    return el(
        "style", el("name", val="Normal Table"), properties, type="table", default=1, styleId="TableNormal"
    )


def _table_grid() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = el("tblBorders", *(el(side, val="single", sz=4, space=0, color="auto") for side in sides))
    cells = el("tblCellMar", *(el(side, w=width, type="dxa") for side, width in _cell_margins(40, 85)))
    return el(
        "style",
        el("name", val="公文表格"),
        el("basedOn", val="TableNormal"),
        el("tblPr", borders, cells),
        type="table",
        styleId=TABLE_GRID,
    )


def _cell_margins(vertical: int, horizontal: int) -> tuple[tuple[str, int], ...]:
    return (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))


def font_table() -> list[Element]:
    """The office fonts by name, with the name a newer Windows uses; nothing is embedded."""
    other_names = {
        layout.FANGSONG: "仿宋",
        layout.KAITI: "楷体",
        layout.HEITI: "SimHei",
        layout.SONGTI: "SimSun",
    }
    fonts = [
        el("font", el("altName", val=other), el("charset", val="86"), name=name)
        for name, other in other_names.items()
    ]
    title = el("font", el("charset", val="86"), name=layout.TITLE_SONG)
    return [*fonts, title, el("font", el("charset", val="00"), el("family", val="roman"), name=layout.LATIN)]


def settings() -> list[Element]:
    """The content of `w:settings`: odd and even footers, Word 2013 layout, nothing that WPS reads differently."""
    mode = el(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return [
        el("zoom", percent=100),
        el("defaultTabStop", val=420),
        el("evenAndOddHeaders"),
        el("characterSpacingControl", val="compressPunctuation"),
        el("compat", el("doNotExpandShiftReturn"), mode),
        el("themeFontLang", val="en-US", eastAsia="zh-CN"),
    ]
