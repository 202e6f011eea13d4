"""PDF: the same content as the DOCX, page by page, nothing taken for markup."""

import datetime
import subprocess

import pytest

from kebridge.figures.documents import fonts
from kebridge.figures.documents.model import (
    Annex,
    Column,
    Document,
    FigureRun,
    Heading,
    Paragraph,
    Table,
    Text,
)
from kebridge.figures.documents.pdf import to_pdf

SAMPLE = Document(
    title="演示年度报告",
    org="演示市科协",
    date=datetime.date(2025, 1, 5),
    marks=("合成演示数据，非真实记录",),
    blocks=(
        Heading(1, "场馆"),
        Paragraph(
            (
                Text("全年参观"),
                FigureRun("4.31万人次"),
                Text("，巡展"),
                FigureRun("", missing=True),
                Text("。"),
            )
        ),
        Annex(
            "数据来源表",
            (Table("数据", (Column("指标"), Column("值", numeric=True)), (("参观", "43,120"),)),),
        ),
    ),
)


def words(data: bytes) -> str:
    """The text of a PDF, spaces taken out; needs pdftotext (poppler-utils, installed by `make setup`)."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return "".join(done.stdout.decode().split())


def test_the_pdf_says_what_the_document_says() -> None:
    text = words(to_pdf(SAMPLE).data)
    for part in ("演示年度报告", "一、场馆", "全年参观4.31万人次，巡展【未报】。", "2025年1月5日", "附件", "43,120",
                 "合成演示数据，非真实记录"):  # fmt: skip
        assert part in text


def test_the_same_document_gives_the_same_file() -> None:
    assert to_pdf(SAMPLE).data == to_pdf(SAMPLE).data


@pytest.mark.parametrize(
    "odd", ['#panic("x")', 'a "quoted" word', "back\\slash", "$x$ *bold* _it_ @ref <label>"]
)
def test_what_looks_like_markup_is_printed_as_it_is(odd: str) -> None:
    document = Document(title="标题", blocks=(Paragraph((Text(odd),)),))
    text = words(to_pdf(document).data)
    straight = text.replace("“", '"').replace("”", '"')
    assert "".join(odd.split()) in straight


def test_a_missing_font_is_said_and_never_swapped_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts.ROLES, "body", fonts.Role("仿宋", ("无此字体", "Noto Serif CJK SC")))
    fonts.choose.cache_clear()
    try:
        assert to_pdf(SAMPLE).warnings == ("本机没有仿宋，PDF 暂用 Noto Serif CJK SC 代替；安装后会自动采用",)
    finally:
        fonts.choose.cache_clear()
