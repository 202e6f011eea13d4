from dataclasses import replace

import pytest

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Sheet
from kebridge.core.transfer.grouping import group_rows
from kebridge.core.transfer.paste import read_paste, split_cells
from kebridge.core.transfer.problems import Problem
from kebridge.core.transfer.reading import Row
from tests.core.transfer.books import ACTIVITIES, CONTESTS


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("甲\t乙\r\n丙\t丁\r\n", [["甲", "乙"], ["丙", "丁"]]),
        ('"第一行\n第二行"\t乙', [["第一行\n第二行", "乙"]]),
        ('"他说""好""\n完"\t乙\n丙', [['他说"好"\n完', "乙"], ["丙"]]),
        ('"科普"活动\t乙', [['"科普"活动', "乙"]]),
        ('"科普"\t乙', [['"科普"', "乙"]]),
        ('"未闭合\t乙\n丙', [['"未闭合', "乙"], ["丙"]]),
        ("甲\t\t丙", [["甲", "", "丙"]]),
    ],
)
def test_cells(text: str, cells: list[list[str]]) -> None:
    assert split_cells(text) == cells


def test_with_headings_in_another_order() -> None:
    rows = read_paste("日期\t名称*\t参加人数\n2024-3-5\t讲座\t1,200\n\n\t展览\t3\n", ACTIVITIES)
    blank = {"kind": None, "hosts": None, "contact": None}
    assert rows == [
        Row("activities", 2, {"title": "讲座", "day": "2024-3-5", "people": "1,200", **blank}),
        Row("activities", 4, {"title": "展览", "day": None, "people": "3", **blank}),
    ]


def test_without_headings() -> None:
    rows = read_paste("讲座\t2024-3-5\t讲座\t12", ACTIVITIES)
    assert [(row.number, list(row.cells.values())) for row in rows] == [
        (1, ["讲座", "2024-3-5", "讲座", "12", None, None])
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n ", "没有粘贴任何内容"),
        ("名称\t日期\t参加人数", "粘贴的内容只有标题，没有数据"),
        (
            "甲\t乙",
            "粘贴的内容只有 2 列，至少应有前 4 列（名称、日期、类别、参加人数（人次）、承办单位、联系电话）",
        ),
        (
            "\t".join("1234567"),
            "粘贴的内容有 7 列，这里只有 6 列（名称、日期、类别、参加人数（人次）、承办单位、联系电话）",
        ),
        ("名称\t时间\t参加人数\n甲\t乙\t3", "工作表“活动”没有“日期”一列，最接近的是“时间”"),
    ],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_paste(text, ACTIVITIES)
    assert refused.value.what == message


def contest(number: int, *cells: object, sheet: Sheet = CONTESTS) -> Row:
    return Row(sheet.code, number, dict(zip((c.name for c in sheet.columns), cells, strict=True)))


def test_records_go_on_over_rows() -> None:
    rows = [
        contest(2, "创新赛", "2024-5-1", "甲", "一等"),
        contest(3, None, None, "乙", "二等"),
        contest(4, "创新赛", "2024-5-1", "丙", "二等"),
        contest(5, "创新赛", "2024-6-1", "丁", "一等"),
        contest(6, "模型赛", "2024-6-1", None, None),
    ]
    records, problems = group_rows(rows, CONTESTS)
    assert [(r.root.number, r.numbers, [line.number for line in r.lines]) for r in records] == [
        (2, [2, 3, 4], [2, 3, 4]),
        (5, [5], [5]),
        (6, [6], []),
    ]
    assert problems == []


def test_child_rows_without_a_record() -> None:
    records, problems = group_rows([contest(2, None, None, "乙", "二等")], CONTESTS)
    assert [record.numbers for record in records] == [[2]]
    assert problems == [Problem("竞赛", 2, "", "", "这一行只有明细，上面没有所属的记录", "请补上前面的栏")]


def test_a_continuation_must_not_contradict_its_record() -> None:
    sheet = Sheet("contests", "竞赛", CONTESTS.columns, key=("name",))
    rows = [contest(2, "创新赛", "2024-5-1", "甲", "一等"), contest(3, "创新赛", "2024-5-2", "乙", "二等")]
    records, problems = group_rows(rows, sheet)
    assert [record.numbers for record in records] == [[2, 3]]
    assert problems == [
        Problem(
            "竞赛", 3, "日期", "2024-5-2", "与同一条记录首行的“2024-5-1”不一致", "请改成一致，或在续行留空"
        )
    ]


def test_every_row_is_a_record_where_there_are_no_child_columns() -> None:
    sheet = Sheet("s", "表", CONTESTS.roots, key=("name",))
    rows = [contest(n, "创新赛", "2024-5-1", sheet=sheet) for n in (2, 3)]
    assert [record.numbers for record in group_rows(rows, sheet)[0]] == [[2], [3]]


def test_child_columns_may_be_missing_where_child_rows_may() -> None:
    columns = [replace(column, required=column.line or column.required) for column in CONTESTS.columns]
    strict = replace(CONTESTS, columns=tuple(columns))
    text = "赛事名称\t日期\n青少年机器人竞赛\t2024-3-5"
    assert [row.number for row in read_paste(text, replace(strict, bare=True))] == [2]
    with pytest.raises(Refusal, match="没有“获奖者”一列"):
        read_paste(text, strict)
    with pytest.raises(Refusal, match="没有“奖项”一列"):
        read_paste("赛事名称\t日期\t获奖者\n机器人竞赛\t2024-3-5\t甲", replace(strict, bare=True))
