from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Column, Sheet
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.reading import read_workbook
from tests.core.transfer.books import ACTIVITIES, CONTESTS, HEADINGS, ROW, book, opened, saved

CELLS = {
    "title": "科普讲座",
    "day": "2024-3-5",
    "kind": "讲座",
    "people": 120,
    "hosts": "市医学会、市农学会",
    "contact": "13900000000",
}


def refusal(data: bytes, name: str = "活动.xlsx") -> str:
    with pytest.raises(Refusal) as refused:
        read_workbook(data, name, [ACTIVITIES, CONTESTS])
    return str(refused.value)


def rows_of(data: bytes, sheet: Sheet = ACTIVITIES) -> list[tuple[int, dict[str, object]]]:
    return [(row.number, row.cells) for row in read_workbook(data, "活动.xlsx", [sheet]).sheets[0].rows]


def test_plain_rows() -> None:
    read = read_workbook(book([HEADINGS, ROW, (), ROW]), "活动.xlsx", [ACTIVITIES, CONTESTS])
    data = read.get("activities")
    assert data is not None
    assert read.get("contests") is None
    assert [(row.sheet, row.number, row.cells) for row in data.rows] == [
        ("activities", 2, CELLS),
        ("activities", 4, CELLS),
    ]
    assert (data.title, data.heading_row, data.columns) == (
        "活动",
        1,
        {name: i for i, name in enumerate(CELLS)},
    )
    assert (read.warnings, data.problems) == ((), ())


def test_headings_below_title_and_notes_and_in_other_writing() -> None:
    headings = ("名　称*", "日期（必填）", "类别", "参加人数(人)", "承办单位＊", "联系\n电话")
    data = book([("2024年活动表",), ("填写说明：带 * 的必填",), (), headings, ROW], title=" 活动 ")
    assert rows_of(data) == [(5, CELLS)]


def test_a_sheet_that_does_not_begin_in_the_first_column() -> None:
    data = book(
        [],
        change=lambda sheet: [
            sheet.cell(r, c + 3, v) for r, row in ((4, HEADINGS), (5, ROW)) for c, v in enumerate(row)
        ],
    )
    read = read_workbook(data, "活动.xlsx", [ACTIVITIES]).sheets[0]
    assert [(row.number, row.cells) for row in read.rows] == [(5, CELLS)]
    assert (read.columns["title"], read.heading_row) == (2, 4)


def test_values_are_tidied_for_their_kind() -> None:
    row = ("\u00a0 讲\u200b座 ", date(2024, 3, 5), " ", 12.5, 2024, 13900000000)
    assert rows_of(book([HEADINGS, row])) == [
        (
            2,
            {
                "title": "讲座",
                "day": date(2024, 3, 5),
                "kind": None,
                "people": 12.5,
                "hosts": "2024",
                "contact": "13900000000",
            },
        )
    ]


def test_two_row_headings() -> None:
    sheet = Sheet(
        "s",
        "活动",
        (
            Column("title", "名称", "text", required=True),
            Column("start", "开始日期", "day", required=True),
            Column("end", "结束日期", "day", required=True),
            Column("young", "参加人数青少年", "count"),
        ),
    )

    def merge(ws: Worksheet) -> None:
        for cells in ("A1:A2", "B1:C1", "D1:E1"):
            ws.merge_cells(cells)

    data = book(
        [
            ("名称", "活动时间", None, "参加人数", None),
            (None, "开始日期", "结束日期", "青少年", "其他"),
            ("甲", 45356, 45357, 5, 6),
        ],
        change=merge,
    )
    read = read_workbook(data, "活动.xlsx", [sheet])
    assert [(r.number, r.cells) for r in read.sheets[0].rows] == [
        (3, {"title": "甲", "start": 45356, "end": 45357, "young": 5})
    ]
    assert read.warnings == ("工作表“活动”的“其他”列不在模板里，没有导入",)


def test_merged_root_cells_are_filled_down_and_child_cells_are_not() -> None:
    rows = [
        ("赛事名称", "日期", "获奖者", "奖项"),
        ("创新赛", "2024-5-1", "甲队", "一等"),
        (None, None, "乙队", None),
        ("模型赛", "2024-6-1", "丙队", "一等"),
    ]
    data = book(rows, "竞赛", lambda ws: [ws.merge_cells(cells) for cells in ("A2:A3", "B2:B3", "D2:D3")])
    assert rows_of(data, CONTESTS) == [
        (2, {"name": "创新赛", "day": "2024-5-1", "winner": "甲队", "level": "一等"}),
        (3, {"name": "创新赛", "day": "2024-5-1", "winner": "乙队", "level": None}),
        (4, {"name": "模型赛", "day": "2024-6-1", "winner": "丙队", "level": "一等"}),
    ]


def test_notes_at_the_foot_are_left_out_and_named() -> None:
    data = book(
        [HEADINGS, ROW, ("合计", None, None, 120), (), ("注：人数为人次",), ("另见附件",), ("填表人：",)]
    )
    read = read_workbook(data, "活动.xlsx", [ACTIVITIES])
    assert [row.number for row in read.sheets[0].rows] == [2]
    assert read.warnings == (
        "工作表“活动”第 3 行“合计”当作表尾说明，没有导入",
        "工作表“活动”第 5 行“注：人数为人次”当作表尾说明，没有导入",
        "工作表“活动”第 6 行“另见附件”当作表尾说明，没有导入",
        "工作表“活动”第 7 行“填表人：”当作表尾说明，没有导入",
    )


@pytest.mark.parametrize(
    "row", [("注册会计师走基层",), ("说明书展览", "2024-3-5", None, 3), ("合计", "2024-3-5", None, 120)]
)
def test_data_that_looks_like_a_note_is_kept(row: tuple[object, ...]) -> None:
    assert [number for number, _cells in rows_of(book([HEADINGS, ROW, row]))] == [2, 3]


def test_a_total_between_data_rows_is_not_dropped_silently() -> None:
    data = book([HEADINGS, ROW, ("小计", None, None, 120), ROW])
    assert [number for number, _cells in rows_of(data)] == [2, 3, 4]


def test_failed_formulas_are_problems_and_not_blanks() -> None:
    def spoil(ws: Worksheet) -> None:
        ws["D3"] = "=1+1"  # written without a computed value
        ws["D4"].value = "#DIV/0!"
        ws["D4"].data_type = "e"

    blank = (*ROW[:3], None, *ROW[4:])
    read = read_workbook(book([HEADINGS, ROW, blank, blank], change=spoil), "活动.xlsx", [ACTIVITIES]).sheets[
        0
    ]
    assert [(row.number, row.cells["people"]) for row in read.rows] == [(2, 120), (3, None), (4, None)]
    message, repair = "单元格里的公式出错或没有算出结果", "请改成数值，或在 Excel、WPS 里打开保存一次"
    assert read.problems == tuple(Problem("活动", n, "参加人数（人次）", "", message, repair) for n in (3, 4))
    assert str(read.problems[0]) == f"工作表“活动”第 3 行“参加人数（人次）”列：{message}。{repair}。"


def test_unknown_columns_warn() -> None:
    read = read_workbook(book([("序号", *HEADINGS[:5], "手机电话"), (1, *ROW)]), "活动.xlsx", [ACTIVITIES])
    assert read.warnings == (
        "工作表“活动”的“手机电话”列不在模板里，没有导入；如果它就是“联系电话”，请改回这个名称",
    )


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        (
            ("名称", "时间", "类别", "参加人数（人次）"),
            "工作表“活动”没有“日期”一列，最接近的是“时间”。请把“时间”改回“日期”，再导入。",
        ),
        (
            ("活动主题", "日期", "类别", "参加总人数"),
            "工作表“活动”没有“名称”一列，最接近的是“活动主题”；没有“参加人数（人次）”一列，最接近的是“参加总人数”。请把“活动主题”改回“名称”，把“参加总人数”改回“参加人数（人次）”，再导入。",
        ),
        (
            ("名称", "日期", "类别"),
            "工作表“活动”没有“参加人数（人次）”一列。请补上“参加人数（人次）”一列，再导入。",
        ),
        (
            ("名称", "日期", "类别", "参加人数", "日期"),
            "工作表“活动”有两列都叫“日期”（第 B 列和第 E 列）。请删去或改名其中一列。",
        ),
        (
            ("甲", "乙"),
            "工作表“活动”的前 15 行里没有找到标题行（应有“名称、日期、参加人数（人次）”等列）。请用导入表，不要改动标题行。",
        ),
    ],
)
def test_headings_refused(headings: tuple[str, ...], message: str) -> None:
    assert refusal(book([headings, ROW])) == message


def test_sheets_refused() -> None:
    assert refusal(book([HEADINGS, ROW], "Sheet1")) == (
        "没有找到要导入的工作表：文件里有“Sheet1”，应有“活动”、“竞赛”。“Sheet1”的列最像“活动”，如果是，请把工作表改成这个名称再导入；如果不是，请把工作表改成登记簿的名称，或者下载导入表，把内容填进去再导入。"
    )
    assert refusal(book([("科室", "姓名"), ("甲", "乙")], "通讯录")) == (
        "没有找到要导入的工作表：文件里有“通讯录”，应有“活动”、“竞赛”。请把工作表改成登记簿的名称，或者下载导入表，把内容填进去再导入。"
    )
    hidden = Workbook()
    hidden.create_sheet("活动").sheet_state = "hidden"
    assert (
        refusal(saved(hidden))
        == "工作表“活动”被隐藏了，看不见的内容不导入。请取消隐藏并核对，或删去这张工作表，再导入。"
    )
    assert refusal(book([])) == "工作表“活动”是空的。请填好后再导入。"
    assert refusal(book([HEADINGS])) == "表里只有标题，没有数据。请从标题下面一行开始填写，再导入。"


def test_other_sheets_with_content_are_named() -> None:
    made = opened(book([HEADINGS, ROW]))
    made.create_sheet("Sheet2").append(["甲"])
    made.create_sheet("Sheet3")
    read = read_workbook(saved(made), "活动.xlsx", [ACTIVITIES])
    assert read.warnings == ("工作表“Sheet2”不在模板里，没有导入",)
