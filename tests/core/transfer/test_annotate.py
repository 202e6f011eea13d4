import pytest

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.annotate import annotated_copy, only_rows
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.reading import read_workbook
from tests.core.transfer.books import ACTIVITIES, CONTESTS, HEADINGS, ROW, book, opened

PROBLEMS = [
    Problem("活动", 5, "日期", "2024-2-30", "没有“2024-2-30”这一天", "请核对月和日"),
    Problem("活动", 5, "", "", "与第 4 行重复"),
    Problem("活动", 0, "", "", "=缺少零报告"),
]
DATA = book([("活动表",), ("填写说明",), HEADINGS, ROW, ROW])


def test_problem_in_words() -> None:
    assert [str(p) for p in PROBLEMS] == [
        "工作表“活动”第 5 行“日期”列：没有“2024-2-30”这一天。请核对月和日。",
        "工作表“活动”第 5 行：与第 4 行重复。",
        "工作表“活动”：=缺少零报告。",
    ]


def test_annotated_copy() -> None:
    copy = opened(annotated_copy(DATA, PROBLEMS))
    assert copy.sheetnames == ["导入问题清单", "活动"]
    assert list(copy["导入问题清单"].iter_rows(values_only=True)) == [
        ("工作表", "行", "列", "填的内容", "问题", "修改办法"),
        ("活动", 5, "日期", "2024-2-30", "没有“2024-2-30”这一天", "请核对月和日"),
        ("活动", 5, None, None, "与第 4 行重复", None),
        ("活动", None, None, None, "=缺少零报告", None),
    ]
    assert copy["导入问题清单"]["E4"].data_type == "s"
    sheet = copy["活动"]
    assert [sheet.cell(row, 7).value for row in range(1, 6)] == [
        None, None, "问题与修改办法", None, "【日期】没有“2024-2-30”这一天。请核对月和日。\n与第 4 行重复。",
    ]  # fmt: skip
    assert (sheet["B5"].fill.fgColor.rgb, sheet["B4"].fill.fill_type) == ("00FFE699", None)


def test_an_annotated_copy_can_be_handed_in_and_annotated_again() -> None:
    once = annotated_copy(DATA, PROBLEMS)
    read = read_workbook(once, "活动.xlsx", [ACTIVITIES])
    assert (read.warnings, [row.number for row in read.sheets[0].rows]) == ((), [4, 5])
    again = opened(annotated_copy(once, [Problem("活动", 4, "名称", "甲", "太短")]))
    assert again.sheetnames == ["导入问题清单", "活动"]
    assert [again["活动"].cell(row, 7).value for row in (3, 4, 5)] == [
        "问题与修改办法",
        "【名称】太短。",
        None,
    ]
    assert again["活动"].max_column == 7


def test_what_cannot_be_opened_is_answered_with_the_list() -> None:
    copy = opened(annotated_copy(b"broken", PROBLEMS))
    assert copy.sheetnames == ["导入问题清单"]
    assert copy["导入问题清单"].max_row == 4


def test_a_very_large_workbook_is_answered_with_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kebridge.core.transfer.annotate.MOST_UNPACKED", 100)
    assert opened(annotated_copy(DATA, PROBLEMS)).sheetnames == ["导入问题清单"]


def test_only_the_wrong_rows_come_back_and_can_be_handed_in() -> None:
    read = read_workbook(DATA, "活动.xlsx", [ACTIVITIES])
    back = read_workbook(only_rows(read, PROBLEMS), "改正.xlsx", [ACTIVITIES])
    assert [row.cells for row in back.sheets[0].rows] == [read.sheets[0].rows[1].cells]
    assert back.warnings == ()
    with pytest.raises(Refusal, match="没有需要改正的行"):
        only_rows(read, [])


def test_a_record_comes_back_whole() -> None:
    rows = [
        ("赛事名称", "日期", "获奖者", "奖项"),
        ("创新赛", "2024-5-1", "甲队", "一等"),
        (None, None, "乙队", "二等"),
        ("模型赛", "2024-6-1", "丙队", "一等"),
    ]
    read = read_workbook(book(rows, "竞赛"), "竞赛.xlsx", [CONTESTS])
    back = read_workbook(only_rows(read, [], {"contests": [3]}), "改正.xlsx", [CONTESTS])
    assert [row.cells["winner"] for row in back.sheets[0].rows] == ["甲队", "乙队"]
