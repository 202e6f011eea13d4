"""What an import would do, told row by row before anything is written."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from kebridge.core.access.actors import Denied
from kebridge.core.ledger.models import Posting
from kebridge.core.records import register as registers
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import sheets
from kebridge.core.transfer.items import Plan, Verdict
from kebridge.core.transfer.plan import plan_import
from tests.core.transfer.workbooks import LECTURE, VISIT, book, plan, rows_of, take
from tests.support.world import SYSTEM, Role, World, activity, make_world, save, visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def told(found: Plan) -> list[tuple[str, int, str, str]]:
    return [(p.sheet, p.row, p.column, p.message) for p in found.problems]


def verdicts(found: Plan, code: str) -> list[str]:
    return [item.verdict for sheet in found.sheets if sheet.register.code == code for item in sheet.items]


def test_new_changed_and_same(world: World) -> None:
    visit(world, "M", "2024-03-01", 10)
    visit(world, "M", "2024-03-02", 20)
    found = plan(visits=[
        {"org": "M", "day": "2024-03-01", "individuals": 10, "grouped": 0},
        {"org": "演示市科技馆", "day": "2024年3月2日", "individuals": "25人次", "grouped": 0},
        {"org": "演示市科技馆", "day": "2024-03-03", "individuals": "1,234"},
    ])  # fmt: skip
    assert found.problems == []
    assert verdicts(found, "visits") == [Verdict.SAME, Verdict.CHANGED, Verdict.NEW]
    assert found.sheets[0].items[1].changes == {"散客人次": ("20", "25")}


def test_nothing_is_written_by_planning(world: World) -> None:
    before = Posting.objects.count()
    plan(visits=[VISIT], activities=[{**LECTURE, "lines": [{"day": "2024-05-12", "body": "演示县第一小学"}]}])
    assert Posting.objects.count() == before
    assert not rows_of("bodies").exists()


@pytest.mark.parametrize("typed", [
    45356, 45356.0, "2024/3/5", "2024年3月5日", "2024.3.5", "２０２４－３－５", "20240305", datetime(2024, 3, 5),  # noqa: DTZ001 (as Excel holds it)
    date(2024, 3, 5), " 2024-03-05 ",
])  # fmt: skip
def test_days_in_every_way_of_writing_are_one_day(world: World, typed: Any) -> None:
    visit(world, "M", "2024-03-05", 120, 30)
    assert verdicts(plan(visits=[{**VISIT, "day": typed}]), "visits") == [Verdict.SAME]


@pytest.mark.parametrize(("typed", "meant"), [
    ("1.2万", 12000), ("1,234", 1234), ("１２３", 123), ("186人次", 186), (120.0, 120), ("三百二十", 320), (" 7 ", 7),
])  # fmt: skip
def test_numbers_in_every_way_of_writing(world: World, typed: Any, meant: int) -> None:
    take(visits=[{**VISIT, "individuals": typed}])
    assert [row.individuals for row in rows_of("visits")] == [meant]


@pytest.mark.parametrize(("field", "typed", "column"), [
    ("day", "2024-02-30", "日期"), ("day", "3月5日", "日期"), ("individuals", "百余人", "散客人次"), ("individuals", -3, "散客人次"),
    ("individuals", None, "散客人次"), ("part", "地下室", "区域"), ("org", "不存在的馆", "填报单位"),
    ("org", "演示甲县科协", "填报单位"), ("basis", "猜的", "依据"), ("@number", "activities-1", "登记号"), ("@number", "visits-99", "登记号"),
])  # fmt: skip
def test_a_wrong_cell_is_named_by_sheet_row_and_column(
    world: World, field: str, typed: Any, column: str
) -> None:
    found = plan(visits=[VISIT, {**VISIT, "day": "2024-03-06", field: typed}])
    assert [(p.sheet, p.row, p.column) for p in found.problems] == [("日参观登记", 3, column)]
    assert verdicts(found, "visits") == [Verdict.NEW, Verdict.WRONG]


def test_a_wrong_cell_of_a_line_is_named_in_its_own_row(world: World) -> None:
    lines = [{"day": "2024-05-12", "on_site": 80}, {"day": "2024-05-13", "on_site": "几十"}]
    found = plan(activities=[{**LECTURE, "lines": lines}])
    assert [(p.row, p.column, p.value) for p in found.problems] == [(3, "现场人次", "几十")]


def test_duplicates_inside_the_workbook_name_the_first_row(world: World) -> None:
    found = plan(visits=[VISIT, {**VISIT, "day": "2024-03-06"}, {**VISIT, "individuals": 5}])
    assert [(p.row, p.message[:9]) for p in found.problems] == [(4, "与第 2 行重复：")]
    assert verdicts(found, "visits") == [Verdict.NEW, Verdict.NEW, Verdict.WRONG]


def test_the_second_sheet_has_the_error(world: World) -> None:
    found = plan(visits=[VISIT], activities=[{**LECTURE, "kind": "跳舞", "lines": [{"day": "2024-05-12"}]}])
    assert [(p.sheet, p.row, p.column) for p in found.problems] == [("活动登记簿", 2, "形式")]
    assert not found.is_right


def test_lines_that_move_between_columns_are_a_change(world: World) -> None:
    activity(
        world, "A", "防震减灾讲座", "2024-05-12", sessions=[{"day": "2024-05-12", "online": 100}], form="线上"
    )
    row = {**LECTURE, "form": "线上"}
    same = plan(activities=[{**row, "lines": [{"day": "2024-05-12", "online": 100}]}])
    moved = plan(activities=[{**row, "lines": [{"day": "2024-05-12", "page_views": 100}]}])
    assert verdicts(same, "activities") == [Verdict.SAME]
    assert verdicts(moved, "activities") == [Verdict.CHANGED]
    assert list(moved.sheets[0].items[0].changes) == ["场次"]


def test_rows_may_name_what_the_workbook_enters_itself(world: World) -> None:
    found = plan(
        organisations=[
            {"org": "演示丙县科协", "code": "CM", "name": "演示丙县科技馆", "type": "科技馆"},
            {"org": "演示市科协", "code": "C", "name": "演示丙县科协", "type": "县（市、区）科协"},
        ],
        programmes=[{"org": "CITY", "name": "全国科普日", "is_campaign": "是"}],
        visits=[{**VISIT, "org": "演示丙县科技馆"}],
        activities=[{**LECTURE, "org": "C", "programmes": "全国科普日", "lines": [{"day": "2024-05-12"}]}],
    )
    assert told(found) == []


def test_what_stands_under_a_wrong_organisation_is_wrong_too(world: World) -> None:
    found = plan(
        organisations=[
            {"org": "演示市科协", "code": "C", "name": "演示丙县科协", "type": "不知道"},
            {"org": "演示丙县科协", "code": "CM", "name": "演示丙县科技馆", "type": "科技馆"},
        ],
        visits=[{**VISIT, "org": "演示丙县科技馆"}, VISIT],
    )
    assert verdicts(found, "organisations") == [Verdict.WRONG, Verdict.WRONG]
    assert verdicts(found, "visits") == [Verdict.WRONG, Verdict.NEW]


def test_organisations_in_a_circle_are_wrong(world: World) -> None:
    found = plan(organisations=[
        {"org": "乙学会", "code": "X1", "name": "甲学会", "type": "学会（协会、研究会）"},
        {"org": "甲学会", "code": "X2", "name": "乙学会", "type": "学会（协会、研究会）"},
    ])  # fmt: skip
    assert verdicts(found, "organisations") == [Verdict.WRONG, Verdict.WRONG]
    assert all("绕成了圈" in p.message for p in found.problems)


def test_a_unit_of_another_kind_cannot_report(world: World) -> None:
    found = plan(
        organisations=[{"org": "CITY", "code": "S", "name": "演示学会", "type": "学会（协会、研究会）"}],
        visits=[{**VISIT, "org": "演示学会"}],
    )
    assert [(p.sheet, p.column) for p in found.problems] == [("日参观登记", "填报单位")]


def test_the_odometer_is_followed_across_workbook_and_records(world: World) -> None:
    def trip(day: str, start: int, end: int) -> dict[str, Any]:
        return {"org": "A", "vehicle": "1号车", "day": day, "odometer_start": start, "odometer_end": end,
                "lines": [{"body": "演示县第一小学", "site": "学校", "audience": 100}]}  # fmt: skip

    first = trip("2024-03-01", 100, 150)
    save("trips", by=SYSTEM, raw={k: v for k, v in first.items() if k != "lines"}, lines=first["lines"])
    right = plan(trips=[trip("2024-03-03", 180, 200), trip("2024-03-02", 150, 180)])
    wrong = plan(trips=[trip("2024-03-02", 140, 180), trip("2024-03-03", 170, 200)])
    assert right.problems == []
    assert [(p.row, p.column) for p in wrong.problems] == [(2, "出车里程表"), (3, "出车里程表")]
    assert "2024-03-01收车时的150" in wrong.problems[0].message


def test_permission_is_asked_for_each_owner(world: World) -> None:
    clerk = world.person("ren", ("A", Role.REPORTER))
    found = plan(clerk, visits=[VISIT, {**VISIT, "org": "演示甲县科技馆"}])
    assert [(p.row, p.column) for p in found.problems] == [(2, "填报单位")]
    with pytest.raises(Denied):
        plan(world.person("du", ("A", Role.AUDITOR)), visits=[VISIT])


def test_a_number_outside_reach_is_not_recognised(world: World) -> None:
    pk = visit(world, "M", "2024-03-01", 10).pk
    clerk = world.person("ren", ("A", Role.REPORTER))
    found = plan(clerk, visits=[{**VISIT, "org": "AM", "@number": f"visits-{pk}"}])
    assert [(p.row, p.column) for p in found.problems] == [(2, "登记号")]


def test_an_exported_file_is_the_same_and_a_corrected_one_changed(world: World) -> None:
    visit(world, "M", "2024-03-01", 10)
    activity(world, "A", "讲座", "2024-03-01", partners="演示市教育局、演示大学",
             sessions=[{"day": "2024-03-01", "on_site": 5}, {"day": "2024-03-02", "body": "演示县第一小学"}])  # fmt: skip
    save(
        "groups",
        by=SYSTEM,
        raw={"org": "M", "day": "2024-03-01", "body": "演示县第一小学", "people": 40, "phone": "13800001234"},
    )
    for code in ("organisations", "activities", "visits", "groups", "bodies"):
        register = registers.get(code)
        data = sheets.export(register, rows_of(code), by=SYSTEM)
        assert set(verdicts(plan_import(data, "导出.xlsx", by=SYSTEM), code)) == {Verdict.SAME}, code
    data = sheets.export(registers.get("activities"), rows_of("activities"), by=SYSTEM)
    made = load_workbook(io.BytesIO(data))
    labels = [cell.value for cell in made.active[3]]
    made.active.cell(4, labels.index("名称*") + 1).value = "科学讲座"
    buffer = io.BytesIO()
    made.save(buffer)
    found = plan_import(buffer.getvalue(), "导出.xlsx", by=SYSTEM)
    assert found.sheets[0].items[0].changes == {"名称": ("讲座", "科学讲座")}


def test_masked_data_come_back_unchanged_and_real_changes_stay_masked(world: World) -> None:
    row = {"org": "M", "day": "2024-03-01", "body": "演示县第一小学", "people": 40}
    save("groups", by=SYSTEM, raw={**row, "phone": "13800001234"})
    assert verdicts(plan(groups=[{**row, "phone": "138****1234"}]), "groups") == [Verdict.SAME]
    changed = plan(groups=[{**row, "phone": "13899991234"}])
    assert changed.sheets[0].items[0].changes == {"联系电话": ("138****1234", "138****1234")}
    new = plan(groups=[{**row, "day": "2024-03-02", "phone": "138****1234"}])
    assert [(p.row, p.column) for p in new.problems] == [(2, "联系电话")]


def test_like_records_of_other_units_are_warned_of(world: World) -> None:
    activity(world, "B", "全市防震减灾讲座", "2024-05-12")
    found = plan(activities=[{**LECTURE, "lines": [{"day": "2024-05-12"}]}])
    assert found.problems == []
    assert found.warnings == [
        "工作表“活动登记簿”第 2 行可能已登记：演示乙县科协，2024-05-12，全市防震减灾讲座"
    ]


def test_summaries_are_known_by_their_programmes(world: World) -> None:
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
    row = {
        "org": "A",
        "measure": "现场参与人次",
        "since": "2024-01-01",
        "until": "2024-01-31",
        "quantity": 10,
    }
    take(summary_returns=[row, {**row, "programmes": "全国科普日", "quantity": 4}])
    again = plan(summary_returns=[row, {**row, "programmes": "全国科普日", "quantity": 5}])
    assert verdicts(again, "summary_returns") == [Verdict.SAME, Verdict.CHANGED]


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(world: World, data: bytes) -> None:
    with pytest.raises(Refusal):
        plan_import(data, "坏.xlsx", by=SYSTEM)


def test_progress_is_told(world: World) -> None:
    heard: list[tuple[str, int, int]] = []
    note: Callable[[str, int, int], None] = lambda *what: heard.append(what)  # noqa: E731 (a list is enough)
    plan_import(book(visits=[VISIT]), "测试.xlsx", by=SYSTEM, progress=note)
    assert heard == [("核对日参观登记", 1, 1)]
