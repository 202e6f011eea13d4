"""Registers as sheets: every one has a template and an export in the same layout."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from kebridge.core.access.actors import Denied
from kebridge.core.audit.models import Entry
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import sheets
from tests.core.transfer.workbooks import rows_of
from tests.support.world import SYSTEM, Role, World, activity, make_world, save, visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def cells(data: bytes, title: str) -> list[list[Any]]:
    return [
        [cell.value for cell in row] for row in load_workbook(io.BytesIO(data))[title].iter_rows(min_row=3)
    ]


@pytest.mark.parametrize("code", sorted(one.code for one in registers.every()))
def test_every_register_has_a_sheet_with_labels_that_differ(code: str) -> None:
    sheet = sheets.sheet_of(registers.get(code))
    assert sheet.columns[0].label == "登记号"
    assert sheet.key


def test_what_others_name_comes_first() -> None:
    order = [one.code for one in sheets.importable()]
    assert order[:2] == ["organisations", "bodies"]
    assert order.index("programmes") < order.index("activities")


def test_the_template_offers_programmes_yet_lets_several_be_typed(world: World) -> None:
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
    book = load_workbook(io.BytesIO(sheets.workbook_template([registers.get("materials")], by=SYSTEM)))
    rule = next(
        one for one in book["科普物料"].data_validations.dataValidation if one.formula1 == '"全国科普日"'
    )
    assert not rule.showErrorMessage


def test_the_template_offers_choices_and_organisations_within_reach(world: World) -> None:
    clerk = world.person("ren", ("A", Role.REPORTER))
    data = sheets.workbook_template([registers.get("visits"), registers.get("activities")], by=clerk)
    book = load_workbook(io.BytesIO(data))
    lists = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in book["日参观登记"].data_validations.dataValidation
    }
    assert lists["B4"] == '"演示甲县科技馆"'
    assert lists["D4"] == '"展厅,青少年课外活动中心,影院"'
    with pytest.raises(Denied):
        sheets.workbook_template([registers.get("visits")], by=world.person("du", ("A", Role.AUDITOR)))


def test_an_export_has_the_layout_of_the_template(world: World) -> None:
    visit(world, "M", "2024-03-05", 120, 30)
    register = registers.get("visits")
    exported = cells(sheets.export(register, rows_of("visits"), by=SYSTEM), register.title)
    template = cells(sheets.workbook_template([register], by=SYSTEM), register.title)
    width = len(exported[0])
    assert exported[0] == template[0][:width]
    assert exported[1][0] == f"visits-{rows_of('visits').get().pk}"
    assert exported[1][4:6] == [120, 30]
    assert Entry.objects.filter(action="export").get().summary == "导出日参观登记1条"


def test_lines_of_a_record_follow_each_other(world: World) -> None:
    days = ["2024-03-01", "2024-03-02"]
    activity(world, "A", "讲座", days[0], sessions=[{"day": day, "on_site": 5} for day in days])
    register = registers.get("activities")
    head, *rows = cells(sheets.export(register, rows_of("activities"), by=SYSTEM), register.title)
    of_session = [str(label).rstrip("*") for label in head].index("日期")
    assert [(row[2], str(row[of_session])[:10]) for row in rows] == [("讲座", days[0]), (None, days[1])]


def test_personal_data_stay_masked_unless_a_reason_is_given(world: World) -> None:
    save(
        "groups",
        by=SYSTEM,
        raw={"org": "M", "day": "2024-03-01", "body": "演示县第一小学", "people": 40, "phone": "13800001234"},
    )
    register = registers.get("groups")
    clerk, reporter = world.person("wu", ("CITY", Role.CLERK)), world.person("ren", ("M", Role.REPORTER))

    def phone(**more: Any) -> object:
        data = sheets.export(register, rows_of("groups"), **more)
        rows = cells(data, register.title)
        return rows[1][rows[0].index("联系电话")]

    assert phone(by=clerk) == "138****1234"
    assert phone(by=clerk, reveal=True, reason="核对名单") == "13800001234"
    told = Entry.objects.filter(action="export").order_by("pk").last()
    assert told
    assert (told.summary, told.reason) == ("导出团体接待1条（含完整个人信息）", "核对名单")
    entries = Entry.objects.count()
    with pytest.raises(Refusal, match="原因"):
        phone(by=clerk, reveal=True)
    with pytest.raises(Denied):
        phone(by=reporter, reveal=True, reason="想看")
    assert Entry.objects.count() == entries


def test_records_out_of_reach_are_not_exported(world: World) -> None:
    visit(world, "M", "2024-03-05", 120)
    with pytest.raises(Denied):
        sheets.export(
            registers.get("visits"), rows_of("visits"), by=world.person("ren", ("A", Role.REPORTER))
        )
    assert not Entry.objects.filter(action="export").exists()
