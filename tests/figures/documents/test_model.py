import datetime

import pytest

from kebridge.figures.documents.model import (
    Annex,
    Column,
    Document,
    FigureRun,
    Heading,
    Listing,
    Paragraph,
    Table,
    Text,
    plain_text,
)
from kebridge.figures.documents.numbering import annex_label, numbered
from kebridge.figures.documents.placing import sign_off_blanks
from kebridge.figures.documents.titles import title_lines, width


def test_headings_count_anew_below_a_higher_one():
    levels = (1, 2, 2, 3, 4, 4, 3, 1, 2)
    numbers = [number for _, number in numbered(Heading(level, "标题") for level in levels)]
    assert numbers == ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "二、", "（一）"]


def test_other_blocks_have_no_number():
    assert [number for _, number in numbered([Paragraph((Text("正文"),))])] == [""]


def test_a_listing_reads_as_one_phrase():
    listing = Listing(((Text("甲"),), (Text("乙"), FigureRun("3")), (Text("丙"),)), "、", "等")
    assert plain_text((Text("有"), listing)) == "有甲、乙3、丙等"


def test_a_missing_figure_never_shows_a_number():
    assert plain_text((FigureRun("0", missing=True),)) == "【未报】"


def test_a_date_has_no_leading_zeros():
    assert Document("报告", date=datetime.date(2026, 1, 5)).date_text == "2026年1月5日"


def test_impossible_blocks_are_refused():
    with pytest.raises(ValueError, match="1至4级"):
        Heading(5, "太深")
    with pytest.raises(ValueError, match="第1行有1格，应为2格"):
        Table("表", (Column("甲"), Column("乙")), (("只有一格",),))
    with pytest.raises(ValueError, match="附件中不能再有附件"):
        Annex("外", (Annex("内", ()),))


def test_a_sole_annex_has_no_number():
    assert [annex_label(1, 1), annex_label(1, 2), annex_label(2, 2)] == ["附件", "附件1", "附件2"]


def test_a_long_title_is_broken_between_words_into_lines_that_fit():
    lines = title_lines("样例市科学技术协会2024年度全民科学素质建设工作情况报告", 20)
    assert lines == ("样例市科学技术协会2024年度", "全民科学素质建设工作情况报告")
    assert title_lines("工作报告", 20) == ("工作报告",)
    assert title_lines("作者定的\n两行", 20) == ("作者定的", "两行")


@pytest.mark.parametrize("length", [1, 19, 20, 21, 40, 41, 95])
def test_title_lines_lose_nothing_and_fit(length: int):
    title = ("样例市科学技术协会关于2024年度科普工作的报告" * 5)[:length]
    lines = title_lines(title, 20)
    assert "".join(lines) == title
    assert all(width(line) <= 20 for line in lines)


def test_the_date_stands_two_blanks_inside_the_name():
    name, date = sign_off_blanks("样例市科学技术协会", "2025年1月5日")
    assert (name, date) == (2.0, 2.0 + 9 - 2 - 6)


def test_a_date_longer_than_the_name_moves_the_name():
    name, date = sign_off_blanks("市科协", "2025年12月31日")
    assert (name, date) == (2.0 + 7 + 2 - 3, 2.0)
