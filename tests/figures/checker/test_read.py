"""Opening drafts: what is read, what is furniture, what is refused and how."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from pypdf import PdfWriter

from kebridge.core.refusal import Refusal
from kebridge.figures.checker.read import LONGEST_TEXT, from_text, read_draft

TEXT = "全年举办科普讲座36场，参与公众1.2万人次。\n新建企业科协12家。"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "总结.txt"
    path.write_bytes(TEXT.encode(encoding))
    draft = read_draft(path)
    assert draft.text == TEXT
    assert draft.name == "总结.txt"


def test_line_ends_count_as_one_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert read_draft(path).text == TEXT


def test_word_paragraphs_tables_and_text_boxes(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("全年举办讲座36场。")
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(["项目", "数量", "培训", "12期"]):
        table.cell(place // 2, place % 2).text = words
    box = parse_xml(
        f'<w:p xmlns:w="{W}"><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内8次</w:t></w:r></w:p></w:txbxContent>'
        "</w:pict></w:r></w:p>"
    )
    document.element.body.insert(1, box)
    path = tmp_path / "总结.docx"
    document.save(str(path))
    lines = read_draft(path).text.split("\n")
    assert lines[0] == "全年举办讲座36场。"
    assert "框内8次" in lines
    assert "培训\t12期" in lines


def test_deleted_text_of_a_word_file_is_not_read(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("留下3场")
    paragraph._p.append(parse_xml(f'<w:del xmlns:w="{W}"><w:r><w:delText>删去9场</w:delText></w:r></w:del>'))
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert read_draft(path).text == "留下3场"


def _pdf(text: str) -> bytes:
    """A PDF page with Latin text, written by hand."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def test_pdf_with_text(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf("In 2024 there were 126 lectures in all"))
    assert "126 lectures" in read_draft(path).text


def _refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read_draft(path)
    return str(caught.value)


def test_scanned_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(str(path))
    assert "扫描" in _refused(path)


def test_protected_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(path))
    assert "密码" in _refused(path)


def test_broken_files_are_refused(tmp_path: Path) -> None:
    for name, data in [
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.docx", b"PK\x03\x04broken"),
        ("a.txt", bytes(range(256)) * 9),
    ]:
        path = tmp_path / name
        path.write_bytes(data)
        message = _refused(path)
        assert name in message
        assert "请" in message


def test_other_office_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert "不是 Word" in _refused(path)
    old = tmp_path / "a.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "另存为" in _refused(old)


def test_empty_missing_and_too_long_are_refused(tmp_path: Path) -> None:
    empty, blank = tmp_path / "a.txt", tmp_path / "b.txt"
    empty.write_bytes(b"")
    blank.write_text(" \n　\n", encoding="utf-8")
    assert "空" in _refused(empty)
    assert "空" in _refused(blank)
    assert "没有找到" in _refused(tmp_path / "c.txt")
    with pytest.raises(Refusal, match="最多"):
        from_text("字" * (LONGEST_TEXT + 1))


def test_furniture_is_listed_and_kept() -> None:
    text = "首页 > 新闻 > 正文\n云泽市科协总结\n来源：云泽市科协 时间：2024-12-26 浏览次数：88\n全年20场。\n上一篇：通知\n版权所有 云泽市科协"
    draft = from_text(text)
    assert draft.text == text
    kept = "".join(
        line for line in text.split("\n") if not any(s <= text.index(line) < e for s, e in draft.furniture)
    )
    assert kept == "云泽市科协总结全年20场。"


def test_prose_with_words_of_furniture_is_text() -> None:
    text = "全年开展来源地核查12次，阅读推广活动30场，分享会8场，打印资料5000份。"
    assert from_text(text).furniture == ()
