"""A document with everything in it, and a way to spoil a good file."""

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest

from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.model import (
    DEMO_MARK,
    OPEN_MARK,
    Annex,
    Column,
    Document,
    FigureRun,
    Heading,
    Listing,
    Paragraph,
    RecordRun,
    Table,
    Text,
)

Spoil = Callable[..., bytes]


@pytest.fixture
def document() -> Document:
    sessions = FigureRun(
        "1,286", href="https://kebridge.example/f/1", key="k1", basis="登记", tooltip="场次<2024年>"
    )
    counties = Table(
        "分县区统计表",
        (Column("填报单位"), Column("场次（场）", numeric=True)),
        (("甲县科协", FigureRun("137")), ("乙县科协", FigureRun("", missing=True))),
    )
    names = Listing(((RecordRun("航天报告会", "/r/1"),), (RecordRun("科普进校园", "/r/2"),)), "、", "等")
    return Document(
        "样例市科学技术协会2024年度全民科学素质建设工作情况报告",
        "（2024年）",
        "样例市科学技术协会",
        datetime.date(2025, 1, 5),
        (
            Heading(1, "科学普及"),
            Paragraph((Text("全年举办“科普”活动——"), sessions, Text("场，"), names, Text("。"))),
            Heading(2, "品牌活动"),
            Heading(3, "主场"),
            Heading(4, "开放日"),
            Paragraph((Text("巡展"), FigureRun("", href="/f/2", missing=True), Text("站。"))),
            Heading(2, "阵地建设"),
            Heading(1, "下一步打算"),
            Paragraph((Text("A & B < C。"),)),
            Annex("分县区统计表", (Heading(1, "口径"), Paragraph((Text("只计一次。"),)), counties)),
            Annex("数据来源说明", (Paragraph((Text("见台账。"),)),)),
        ),
        marks=(DEMO_MARK, OPEN_MARK),
        draft=True,
        seal_line="数据存证号：第12号",
    )


@pytest.fixture
def good(document: Document) -> bytes:
    return to_docx(document)


@pytest.fixture
def spoil(good: bytes) -> Spoil:
    """spoil(part, old, new): the good file with every `old` in the part replaced; `old` must be there."""

    def spoiled(part: str, old: str, new: str) -> bytes:
        result = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(result, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                if name == part:
                    assert old in content.decode()
                    content = content.decode().replace(old, new).encode()
                target.writestr(name, content)
        return result.getvalue()

    return spoiled
