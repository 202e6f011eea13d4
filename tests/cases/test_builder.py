"""The builder: the same cells every time, quickly, with the untidiness that real workbooks have."""

import re
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kebridge.casework import building
from kebridge.casework.cases import Case
from kebridge.casework.making.book import write_book
from kebridge.casework.making.ground import Page, Row
from tests.cases.books import NANYANG, values_of

Cells = dict[str, dict[str, list[tuple[Any, ...]]]]
SECONDS = 20
FAMILY = "演例拟样设"  # invented names of persons begin so


def test_same_cells_every_time_and_fast(case: Case, cells: Cells, tmp_path: Path) -> None:
    started = time.process_time()
    again = building.build(case, tmp_path)
    assert time.process_time() - started < SECONDS
    assert {path.stem: values_of(path) for path in again} == cells


def test_every_sheet_carries_the_mark(case: Case, cells: Cells) -> None:
    for book, sheets in cells.items():
        assert "说明" in sheets, book
        for title, rows in sheets.items():
            assert case.mark in {value for row in rows[:3] for value in row}, f"{book} {title}"


def _column(rows: list[tuple[Any, ...]], label: str) -> list[Any]:
    at = next(n for n, row in enumerate(rows) if label in row)
    index = rows[at].index(label)
    return [row[index] for row in rows[at + 1 :]]


@NANYANG
def test_days_are_written_in_five_ways(cells: Cells) -> None:
    written = _column(cells["05-科普活动"]["活动登记簿"], "开始日期")
    texts = [value for value in written if isinstance(value, str)]
    assert any(isinstance(value, datetime) for value in written)
    assert any(isinstance(value, int) for value in written)
    for way in (r"\d{4}/\d+/\d+", r"\d{4}年\d+月\d+日", r"\d{4}\.\d+\.\d+"):
        assert any(re.fullmatch(way, text) for text in texts), way


@NANYANG
def test_numbers_in_wan_full_width_and_with_commas(cells: Cells) -> None:
    found = [str(value) for rows in cells["05-科普活动"].values() for row in rows for value in row]
    for way in (r"[\d.]+万", r"[０-９]+", r"\d{1,3},\d{3}"):
        assert any(re.fullmatch(way, text) for text in found), way


@NANYANG
def test_merged_cells_blank_rows_and_notes_at_the_foot(workbooks: list[Path], cells: Cells) -> None:
    path = next(path for path in workbooks if path.stem == "05-科普活动")
    sheet = load_workbook(path)["活动登记簿"]
    assert any(merge.max_row > merge.min_row for merge in sheet.merged_cells.ranges)
    rows = cells["05-科普活动"]["活动登记簿"]
    assert any(not any(row) for row in rows[5:])
    assert str(rows[-1][0]).startswith("注：")
    assert "合计" in _column(cells["03-场馆参观"]["团体接待"], "填报单位")


@NANYANG
def test_joint_cancelled_and_postponed_activities(cells: Cells) -> None:
    rows = cells["05-科普活动"]["活动登记簿"]
    assert {"取消", "延期"} <= set(_column(rows, "举办情况"))
    assert any("、" in str(value) for value in _column(rows, "联合举办"))
    assert any("、" in str(value) for value in _column(rows, "品牌活动"))


@NANYANG
def test_a_duplicate_and_a_correction_in_the_last_workbook(cells: Cells) -> None:
    first = set(_column(cells["05-科普活动"]["活动登记簿"], "名称"))
    again = set(_column(cells["10-补报与更正"]["活动登记簿"], "名称")) - {None}
    assert again & first
    assert len(_column(cells["10-补报与更正"]["日参观登记"], "散客人次")) >= 1


@pytest.mark.parametrize("title", ["期初存量", "汇总填报", "零报告", "往年数"])
def test_the_first_day_kinds(cells: Cells, title: str) -> None:
    book = next(sheets for name, sheets in cells.items() if name.endswith("期初与往年"))
    assert len(book[title]) > 3


def test_persons_bear_family_names_that_nobody_has(cells: Cells) -> None:
    labels = {"姓名", "获得者名称（姓名）"}
    for sheets in cells.values():
        for rows in sheets.values():
            at = next((n for n, row in enumerate(rows) if "姓名" in row), None)
            if at is not None:
                named = [
                    row[n] for n, label in enumerate(rows[at]) if label in labels for row in rows[at + 1 :]
                ]
                assert all(str(name)[0] in FAMILY for name in named if name)


def test_a_field_that_the_register_has_not_is_refused(tmp_path: Path) -> None:
    page = Page("honours", [Row({"org": "演示市科协", "colour": "红"})])
    with pytest.raises(ValueError, match="honours has no field colour"):
        write_book(tmp_path / "错.xlsx", "错", [page])
