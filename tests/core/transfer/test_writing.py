import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.cells import LONGEST_CELL, tab_name
from kebridge.core.transfer.reading import read_workbook
from kebridge.core.transfer.writing import table, template
from tests.core.transfer.books import ACTIVITIES, CONTESTS, opened, saved


def test_template_page() -> None:
    book = opened(template([ACTIVITIES, CONTESTS], office="示例市科协"))
    assert book.sheetnames == ["活动", "竞赛"]
    sheet = book["活动"]
    assert sheet["A1"].value == "活动导入表（示例市科协）"
    assert sheet["A2"].value.endswith("非涉密系统，严禁录入涉密信息。")
    assert [cell.value for cell in sheet[3]][:6] == [
        "名称*",
        "日期*",
        "类别",
        "参加人数（人次）*",
        "承办单位",
        "联系电话",
    ]
    assert [cell.value for cell in sheet[4]] == [
        "全国科普日主场活动", datetime.fromisoformat("2024-09-15"), "讲座", 120, None, None, "示例，导入时忽略",
    ]  # fmt: skip
    assert sheet["A4"].font.color.rgb == "FF808080"
    assert sheet["A3"].comment.text == "必填。\n活动的全称\n例如：全国科普日主场活动"
    assert (sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "B4",
        "landscape",
        9,
    )
    assert [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation] == [
        ("C4:C5003", '"讲座,展览"')
    ]


def test_long_lists_stand_on_a_hidden_sheet() -> None:
    names = [f"第{n}号科普教育基地" for n in range(100)]
    book = opened(template([CONTESTS], lists={"contests.winner": names}))
    assert (book.sheetnames, book["选项"].sheet_state) == (["竞赛", "选项"], "hidden")
    rules = book["竞赛"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == ["'选项'!$A$1:$A$100"]
    assert [row[0].value for row in book["选项"].iter_rows()] == names


def test_an_untouched_template_has_no_data() -> None:
    with pytest.raises(Refusal, match="表里只有标题，没有数据"):
        read_workbook(template([ACTIVITIES]), "模板.xlsx", [ACTIVITIES])


def test_the_example_is_ignored_and_rows_below_it_are_read() -> None:
    book = opened(template([ACTIVITIES]))
    book["活动"].append(["讲座", "2024-3-5", "讲座", 20])
    read = read_workbook(saved(book), "活动.xlsx", [ACTIVITIES])
    assert [(row.number, row.cells["title"]) for row in read.sheets[0].rows] == [(5, "讲座")]
    assert read.warnings == ()


def test_an_example_that_was_written_over_is_data() -> None:
    book = opened(template([ACTIVITIES]))
    book["活动"]["A4"] = "我们的活动"
    read = read_workbook(saved(book), "活动.xlsx", [ACTIVITIES])
    assert [(row.number, row.cells["title"]) for row in read.sheets[0].rows] == [(4, "我们的活动")]
    assert read.warnings == (
        "工作表“活动”第 4 行带有“示例”字样，但内容已经改动，按数据读入；如果仍是示例，请删去这一行",
    )


def grid(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_table_values() -> None:
    rows = [
        (1, Decimal("12.50"), date(2024, 3, 5), "甲", None),
        (12345678901234567890, True, datetime(2024, 3, 5, 16, 30, tzinfo=UTC), ["甲", "乙"], float("nan")),
    ]
    data = table("活动[表]", ["数", "额", "日", "名", "空"], rows, note="数据时点：2024年12月20日")
    assert grid(data) == [
        ["活动[表]", "", "", "", ""],
        ["数据时点：2024年12月20日", "", "", "", ""],
        ["数", "额", "日", "名", "空"],
        [1.0, 12.5, date(2024, 3, 5), "甲", ""],
        ["12345678901234567890", "是", datetime.fromisoformat("2024-03-06T00:30"), "甲、乙", ""],
    ]
    sheet = opened(data).active
    assert sheet is not None
    assert (sheet.title, sheet.auto_filter.ref, sheet.freeze_panes) == ("活动 表", "A3:E5", "B4")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "http://example.org", "{=1}", "007"]
)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    sheet = opened(table("表", ["列"], [(text,)])).active
    assert sheet is not None
    cell = sheet["A3"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix is text.startswith(("=", "+", "-", "@"))
    assert grid(table("表", ["列"], [(text,)]))[2] == [text]


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_any_text_comes_back(text: str) -> None:
    written = table("表", ["列"], [(text,)])
    assert opened(written).active["A3"].value == text  # type: ignore[index]


def test_texts_that_a_cell_cannot_hold() -> None:
    written = grid(table("表", ["列"], [("字" * 40_000,), ("\ud800坏",)]))
    assert written[2] == ["字" * LONGEST_CELL + "……（余下内容过长，未写入）"]
    assert written[3] == ["?坏"]


def test_an_empty_table_and_tab_names() -> None:
    assert grid(table("表", ["列"], [])) == [["表"], ["列"]]
    assert [tab_name(t) for t in ("a/b", "'", "x" * 40)] == ["a b", "表", "x" * 31]
    assert tab_name("表", ["表", "表（2）"]) == "表（3）"
