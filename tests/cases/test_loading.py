"""Finding cases, and loading that fails loudly."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command

from kebridge.casework import building, cases
from kebridge.casework.cases import VARIABLE, Case
from kebridge.casework.loading import load_workbooks
from kebridge.core.access.actors import Actor
from kebridge.core.refusal import Refusal
from kebridge.rooms.organisations.ops import found_top
from tests.cases.books import HEBI

SYSTEM = Actor.system("测试")


def _sheet(path: Path, title: str, rows: list[list[Any]]) -> Path:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(title)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


@HEBI
def test_cases_are_folders_with_a_card(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "another").mkdir()
    shutil.copy(case.folder / "case.yaml", tmp_path / "another")
    (tmp_path / "no-case").mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert [found.name for found in cases.every()] == ["another"]


@HEBI
def test_an_unknown_case_is_refused_with_the_known_ones(case: Case) -> None:
    with pytest.raises(Refusal, match="没有名为“nowhere”的案例") as refused:
        cases.find("nowhere")
    assert case.name in refused.value.repair


@HEBI
def test_a_builder_that_leaves_out_a_workbook_is_refused(case: Case, tmp_path: Path) -> None:
    longer = Case(case.folder, {**case.card, "workbooks": [*case.workbooks, "08-没有.xlsx"]})
    with pytest.raises(Refusal, match="08-没有"):
        building.build(longer, tmp_path)


@pytest.mark.django_db
def test_a_wrong_row_stops_the_load(tmp_path: Path) -> None:
    found_top(code="CITY", name="演示市科协", by=SYSTEM)
    rows = [
        ["填报单位", "日期", "区域", "散客人次", "团体人次"],
        ["没有这个馆", "2024-03-05", "展厅", 420, 86],
    ]
    path = _sheet(tmp_path / "错.xlsx", "日参观登记", rows)
    with pytest.raises(Refusal, match=r"错\.xlsx有1处问题.*没有这个馆"):
        load_workbooks([path], by=SYSTEM)


@pytest.mark.django_db
def test_cases_before_loading_says_what_to_do() -> None:
    with pytest.raises(CommandError, match="还没有导入案例"):
        call_command("cases")
