import dataclasses
import io
import zipfile

import docx
from docx.oxml.ns import qn

from kebridge.figures.documents import layout
from kebridge.figures.documents.conformance import check_docx
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.model import Column, Document, FigureRun, Paragraph, Table, Text
from kebridge.figures.documents.widths import column_widths


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_same_document_gives_the_same_bytes(document: Document):
    assert to_docx(document) == to_docx(document)


def test_nothing_of_the_clock_or_the_template_is_left(good: bytes):
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "fonts/" in name]
    properties = docx.Document(io.BytesIO(good)).core_properties
    assert properties.created == properties.modified
    assert properties.created.year == 2025
    assert properties.author == "样例市科学技术协会"


def test_the_text_in_order(good: bytes):
    texts = [text for text in _texts(good) if text]
    assert texts == [
        "样例市科学技术协会2024年度\n全民科学素质建设工作情况报告",
        "（2024年）",
        "一、科学普及",
        "全年举办“科普”活动——1,286场，航天报告会、科普进校园等。",
        "（一）品牌活动",
        "1.主场",
        "（1）开放日",
        "巡展【未报】站。",
        "（二）阵地建设",
        "二、下一步打算",
        "A & B < C。",
        "附件：1.\t分县区统计表",
        "2.\t数据来源说明",
        "样例市科学技术协会",
        "2025年1月5日",
        "（数据存证号：第12号）",
        "附件1",
        "分县区统计表",
        "一、口径",
        "只计一次。",
        "分县区统计表",
        "附件2",
        "数据来源说明",
        "见台账。",
    ]


def test_marks_stand_on_odd_and_even_pages(good: bytes):
    section = docx.Document(io.BytesIO(good)).sections[0]
    marks = "草稿，未经签发　合成演示数据，非真实记录　非涉密"
    assert section.header.paragraphs[0].text == marks
    assert section.even_page_header.paragraphs[0].text == marks


def test_a_missing_figure_is_bold_on_yellow(good: bytes):
    runs = [r for p in docx.Document(io.BytesIO(good)).paragraphs for r in p.runs if r.text == "【未报】"]
    assert len(runs) == 1
    assert runs[0].bold
    assert runs[0]._r.rPr.find(qn("w:highlight")).get(qn("w:val")) == "yellow"


def test_only_addresses_that_work_outside_become_links(good: bytes):
    relations = docx.Document(io.BytesIO(good)).part.rels.values()
    assert [r.target_ref for r in relations if r.is_external] == ["https://kebridge.example/f/1"]


def test_quotes_and_dashes_stay_in_the_chinese_font(good: bytes):
    body = docx.Document(io.BytesIO(good)).element.body
    hints = [
        r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        for r in body.iter(qn("w:r"))
        if r.find(qn("w:t")) is not None
    ]
    assert hints
    assert all(fonts.get(qn("w:hint")) == "eastAsia" for fonts in hints)


def test_numbers_are_right_aligned_and_the_head_repeats(good: bytes):
    table = docx.Document(io.BytesIO(good)).tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1].cells[1].paragraphs[0].style.name == "表格数字"
    assert "【未报】" in table.rows[2].cells[1].text


def test_columns_fill_the_type_area_and_only_the_widest_wrap():
    columns = tuple(Column(title) for title in ("序号", "单位", "说明"))
    rows = (("1", "甲县科学技术协会", "按学校逐一核对后汇总的数字，" * 9),)
    widths = column_widths(Table("表", columns, rows))
    assert sum(widths) == layout.TYPE_WIDTH
    assert widths[1] >= 9 * layout.SIZE_SMALL_4 * 10
    assert widths[0] < widths[1] < widths[2]


def test_twenty_two_lines_and_twenty_eight_characters_fit():
    height = layout.PAGE_HEIGHT - layout.MARGIN_TOP - layout.MARGIN_BOTTOM
    assert height // layout.LINE == height // layout.GRID_PITCH == 22
    assert layout.TYPE_WIDTH // (layout.SIZE_3 * 10 + layout.CHARACTER_SPACING) == 28


def test_the_ending_stays_with_the_last_paragraph(good: bytes):
    paragraphs = docx.Document(io.BytesIO(good)).paragraphs
    start = next(i for i, p in enumerate(paragraphs) if p.text.startswith("A & B"))
    end = next(i for i, p in enumerate(paragraphs) if p.text == "2025年1月5日")
    assert all(p.paragraph_format.keep_with_next for p in paragraphs[start:end])


def test_text_that_xml_cannot_hold_does_not_break_the_file():
    strange = Document("报\x00告", blocks=(Paragraph((Text("甲\x0b乙\ud800\r\n丙"), FigureRun("1\x1f"))),))
    assert "甲乙\n丙1" in _texts(to_docx(strange))


def test_an_empty_document_conforms():
    assert check_docx(to_docx(Document("空"))) == []


def test_a_published_text_says_no_draft(document: Document):
    data = to_docx(dataclasses.replace(document, draft=False))
    assert "草稿" not in _part(data, "word/document.xml") + _part(data, "docProps/core.xml")


def test_hanging_punctuation_is_written_out(good: bytes):
    """Left out or off, LibreOffice 7.4 loses marks at the end of full lines."""
    assert '<w:overflowPunct w:val="1"/>' in _part(good, "word/styles.xml")
