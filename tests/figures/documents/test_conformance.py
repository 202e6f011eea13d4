"""Every rule of the check is seen to fail on a file that breaks it, and to keep quiet on a good one."""

import io
import zipfile

import docx
import pytest

from kebridge.figures.documents.conformance import check_docx

from .conftest import Spoil

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


def test_our_own_file_conforms(good: bytes):
    assert check_docx(good) == []


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all"])
def test_another_file_is_refused_in_words(data: bytes):
    assert check_docx(data) == ["文件打不开：不是有效的DOCX文件"]


def test_a_zip_without_a_document_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "x")
    assert check_docx(stream.getvalue()) == ["文件打不开：不是有效的DOCX文件"]


def test_an_ordinary_word_file_has_many_findings():
    word = docx.Document()
    word.add_heading("工作报告", 0)
    word.add_heading("总体情况", 1)
    word.add_paragraph("正文。")
    stream = io.BytesIO()
    word.save(stream)
    findings = "\n".join(check_docx(stream.getvalue()))
    for part in (
        "纸张为215.9×279.4",
        "天头",
        "行网格跨度",
        "没有页码",
        "1级标题没有序号",
        "应为方正小标宋简体",
    ):
        assert part in findings


@pytest.mark.parametrize(
    ("part", "old", "new", "finding"),
    [
        (DOCUMENT, 'w:w="11906"', 'w:w="12240"', "纸张为215.9×297.0毫米，应为A4纸210×297毫米"),
        (DOCUMENT, 'w:top="2098"', 'w:top="1440"', "天头为25.4毫米，应为37毫米"),
        (DOCUMENT, 'w:left="1587"', 'w:left="1701"', "订口为30.0毫米，应为28毫米"),
        (DOCUMENT, 'w:bottom="1984"', 'w:bottom="1440"', "下边距为25.4毫米，应为35毫米"),
        (DOCUMENT, 'w:right="1474"', 'w:right="1701"', "右边距为30.0毫米，应为26毫米"),
        (DOCUMENT, 'w:footer="1417"', 'w:footer="850"', "页脚距纸边15.0毫米"),
        (DOCUMENT, 'w:linePitch="579"', 'w:linePitch="312"', "行网格跨度为15.6磅，应为28.95磅"),
        (DOCUMENT, 'w:type="lines"', 'w:type="linesAndChars"', "只指定行网格"),
        (DOCUMENT, "w:tblHeader", "w:hidden", "第1个表格的表头没有设为跨页重复"),
        (
            DOCUMENT,
            '<w:t xml:space="preserve">（二）阵',
            '<w:t xml:space="preserve">（三）阵',
            "标题序号不连续，应为“（二）”",
        ),
        (DOCUMENT, "（一）品牌", "(一)品牌", "2级标题的序号形式应为“（一）”"),
        (DOCUMENT, "1.主场", "主场", "3级标题没有序号，应为“1.”"),
        (DOCUMENT, "1.主场", "1、主场", "3级标题的序号形式应为“1.”"),
        (DOCUMENT, 'w:val="Heading2"', 'w:val="Heading3"', "标题跳级，3级标题之前没有2级标题"),
        (DOCUMENT, "2025年1月5日", "2025年01月05日", "成文日期的月、日不编虚位"),
        (DOCUMENT, 'w:val="GwAnnexLabel"', 'w:val="GwSignOff"', "附件应另面编排"),
        (DOCUMENT, 'w:val="Title"', 'w:val="GwBody"', "没有用“标题”样式的文件标题"),
        (STYLES, "方正小标宋简体", "黑体", "字体为黑体，应为方正小标宋简体"),
        (STYLES, "楷体_GB2312", "黑体", "“（一）品牌活动”：字体为黑体，应为楷体_GB2312"),
        (STYLES, "仿宋_GB2312", "宋体", "字体为宋体，应为仿宋_GB2312"),
        (STYLES, 'w:val="44"', 'w:val="36"', "字号为18磅，应为2号（22磅）"),
        (STYLES, 'w:val="32"', 'w:val="28"', "字号为14磅，应为3号（16磅）"),
        (STYLES, 'w:line="579"', 'w:line="560"', ""),
        (STYLES, 'w:line="579"', 'w:line="600"', "行距应为固定值28.95磅（每页22行）"),
        (STYLES, 'w:lineRule="exact"', 'w:lineRule="auto"', "行距应为固定值28.95磅（每页22行）"),
        (STYLES, 'w:before="0"', 'w:before="240"', "段前段后应为0"),
        (STYLES, 'w:firstLineChars="200"', 'w:firstLineChars="0"', "首行应缩进二字"),
        (STYLES, '<w:spacing w:val="-5"/>', "", "字距不能使每行恰好28字"),
        (STYLES, '<w:widowControl w:val="0"/>', "", "应关闭“孤行控制”"),
        (STYLES, '<w:outlineLvl w:val="2"/>', "", "3级标题没有相应的大纲级别"),
        (STYLES, '<w:jc w:val="center"/>', "", "标题应居中"),
        (STYLES, '<w:pageBreakBefore w:val="1"/>', "", "“附件1”：附件应另面编排"),
        (SETTINGS, "<w:evenAndOddHeaders/>", "", "没有设置奇偶页页脚不同"),
        (SETTINGS, "<w:evenAndOddHeaders/>", "<w:evenAndOddHeaders/><w:embedTrueTypeFonts/>", "“嵌入字体”"),
        ("word/fontTable.xml", "<w:charset", "<w:embedRegular/><w:charset", "文件中嵌入了字体"),
        ("word/footer1.xml", "— ", "- ", "单页页码格式应为“— 1 —”"),
        ("word/footer1.xml", 'w:val="right"', 'w:val="center"', "单页页码应居右空一字"),
        ("word/footer2.xml", 'w:val="left"', 'w:val="right"', "双页页码应居左空一字"),
        ("word/footer2.xml", 'w:leftChars="100" w:left="280"', "", "双页页码应居左空一字"),
        ("word/footer2.xml", " PAGE ", " NUMPAGES ", "双页页码格式应为“— 1 —”"),
        (STYLES, "宋体", "黑体", "单页页码应用宋体"),
        (STYLES, 'w:val="28"', 'w:val="24"', "单页页码应为4号字（14磅）"),
    ],
)
def test_each_deviation_is_found(spoil: Spoil, part: str, old: str, new: str, finding: str):
    findings = "\n".join(check_docx(spoil(part, old, new)))
    assert finding in findings
    assert bool(findings) == bool(finding)


def test_a_single_run_in_another_font_or_colour_is_found(spoil: Spoil):
    old = '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">见台账'
    for new, finding in (
        ('<w:rFonts w:eastAsia="微软雅黑"/>', "“见台账。”：字体为微软雅黑，应为仿宋_GB2312"),
        ('<w:color w:val="FF0000"/>', "“见台账。”：文字应为黑色"),
        ('<w:sz w:val="24"/>', "“见台账。”：字号为12磅，应为3号（16磅）"),
    ):
        data = spoil(DOCUMENT, old, old.replace('<w:rFonts w:hint="eastAsia"/>', new))
        assert check_docx(data) == [finding]
