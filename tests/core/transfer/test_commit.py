"""Writing a planned import: everything or nothing, each thing once, and facts for all of it."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from kebridge.core.access.actors import Denied
from kebridge.core.audit.models import Entry
from kebridge.core.ledger import verify
from kebridge.core.ledger.closing import close_through
from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.orgs.trees import latest_tree
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import commit
from kebridge.core.transfer.commit import commit_import
from kebridge.core.transfer.plan import plan_import
from tests.core.transfer.workbooks import LECTURE, VISIT, book, plan, review, rows_of, take
from tests.support.world import SYSTEM, Role, World, make_world, visit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    return make_world()


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {**VISIT, "day": f"2024-{1 + n // 28:02d}-{1 + n % 28:02d}", "individuals": n} for n in range(count)
    ]


def everything() -> dict[str, list[dict[str, Any]]]:
    return {
        "organisations": [
            {"org": "演示丙县科协", "code": "CM", "name": "演示丙县科技馆", "type": "科技馆"},
            {"org": "演示市科协", "code": "C", "name": "演示丙县科协", "type": "县（市、区）科协"},
            {"org": "演示丙县科协", "code": "CE", "name": "演示厂科协", "type": "企业科协", "host": "演示厂"},
        ],
        "bodies": [{"org": "C", "name": "演示厂", "kind": "企业"}, {"org": "C", "name": "演示丙县一小", "kind": "学校"}],
        "programmes": [{"org": "CITY", "name": "全国科普日", "is_campaign": "是"}],
        "visits": [{**VISIT, "org": "演示丙县科技馆"}, VISIT],
        "groups": [{"org": "CM", "day": "2024-03-05", "body": "演示丙县二小", "people": 40, "phone": "13800001234"}],
        "activities": [
            {**LECTURE, "org": "C", "programmes": "全国科普日", "partners": "演示厂、演示大学", "co_hosts": "演示甲县科协",
             "lines": [{"day": "2024-05-12", "body": "演示丙县一小", "on_site": 80}, {"day": "2024-05-13", "on_site": 20}]},
        ],
        "trips": [{"org": "A", "vehicle": "1号车", "day": "2024-03-01", "odometer_start": 100, "odometer_end": 150,
                   "lines": [{"body": "演示县第一小学", "site": "学校", "audience": 100}]}],
        "summary_returns": [{"org": "B", "measure": "现场参与人次", "since": "2024-01-01", "until": "2024-01-31",
                             "quantity": 10, "programmes": "全国科普日"}],
    }  # fmt: skip


def sound() -> None:
    assert list(verify.problems()) == []


def test_a_workbook_of_everything_is_entered_and_counted(world: World) -> None:
    result = take(**everything())
    assert str(result) == "新增12条"
    sound()
    lecture = rows_of("activities").get()
    assert lecture.org_id == latest_tree().by_code["C"].id
    assert [tag.name for tag in lecture.programmes.all()] == ["全国科普日"]
    assert sorted(body.name for body in lecture.partners.all()) == ["演示厂", "演示大学"]
    assert [(one.day.day, one.on_site, one.body and one.body.name) for one in lecture.sessions.all()] == [
        (12, 80, "演示丙县一小"), (13, 20, None)]  # fmt: skip
    assert lecture.origin_note == "导入 测试.xlsx 第2行"
    group = rows_of("groups").get()
    assert (str(group.phone), group.phone.reveal()) == ("138****1234", "13800001234")
    assert rows_of("bodies").filter(name="演示厂").count() == 1
    facts = Fact.objects.filter(posting__source_type="activities")
    assert all(fact.tagset_id for fact in facts)
    assert rows_of("summary_returns").get().programme_key


def test_the_same_file_twice_changes_nothing(world: World) -> None:
    take(**everything())
    postings, entries = Posting.objects.count(), Entry.objects.count()
    again = take(**everything())
    assert str(again) == "没有变化12条"
    assert (Posting.objects.count(), Entry.objects.count()) == (postings, entries)


def test_changed_rows_post_the_difference_and_tell_the_audit(world: World) -> None:
    take(visits=rows(3))
    changed = rows(3)
    changed[1]["individuals"] = 99
    result = take(visits=changed)
    assert str(result) == "更正1条，没有变化2条"
    sound()
    entry = Entry.objects.filter(action="change").get()
    assert entry.changes == {"散客人次": ["1", "99"]}
    assert Entry.objects.filter(action="import").count() == 2


def test_lines_of_a_changed_record_are_replaced(world: World) -> None:
    lines = [{"day": "2024-05-12", "on_site": 80}, {"day": "2024-05-13", "on_site": 20}]
    take(activities=[{**LECTURE, "lines": lines}])
    take(activities=[{**LECTURE, "lines": lines[:1]}])
    assert [one.on_site for one in rows_of("activities").get().sessions.all()] == [80]
    sound()


def test_absent_rows_are_never_deleted(world: World) -> None:
    take(visits=rows(3))
    take(visits=rows(1))
    assert rows_of("visits").count() == 3


def test_a_wrong_row_among_right_ones_counts_nothing(world: World) -> None:
    before = Posting.objects.count()
    with pytest.raises(Refusal, match="有1条记录有错，全部都没有导入"):
        take(
            visits=[*rows(3), {**VISIT, "individuals": "百余"}],
            programmes=[{"org": "CITY", "name": "全国科普日"}],
        )
    assert Posting.objects.count() == before
    assert not rows_of("visits").exists()


def test_the_right_rows_are_taken_and_the_rest_is_given_back(world: World) -> None:
    wrong = {**VISIT, "day": "2024-11-11", "individuals": "百余"}
    result = take(right=True, visits=[*rows(3), wrong])
    assert rows_of("visits").count() == 3
    assert result.returned
    sheet = load_workbook(io.BytesIO(result.returned))["日参观登记"]
    texts = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert len(texts) == 1
    assert "百余" in texts[0]
    head = [cell.value for cell in sheet[3]]
    sheet.cell(4, head.index("散客人次*") + 1).value = 150
    buffer = io.BytesIO()
    sheet.parent.save(buffer)
    repaired = plan_import(buffer.getvalue(), "改正.xlsx", by=SYSTEM)
    assert str(commit_import(repaired, by=SYSTEM)) == "新增1条"
    sound()


def test_two_workbooks_with_the_same_records_count_once(world: World) -> None:
    take(visits=rows(5))
    assert str(take(visits=rows(7))) == "新增2条，没有变化5条"
    assert rows_of("visits").count() == 7
    sound()


def test_a_plan_that_others_have_overtaken_is_refused(world: World) -> None:
    early = plan(visits=rows(3))
    take(visits=rows(1))
    before = Posting.objects.count()
    with pytest.raises(Refusal, match="预览以后"):
        commit_import(early, by=SYSTEM)
    assert Posting.objects.count() == before
    changing = plan(visits=[{**rows(1)[0], "individuals": 7}])
    take(visits=[{**rows(1)[0], "individuals": 8}])
    with pytest.raises(Refusal, match="别人修改"):
        commit_import(changing, by=SYSTEM)
    assert [row.individuals for row in rows_of("visits")] == [8]


def test_review_is_honoured(world: World) -> None:
    review("visits")
    reporter = world.person("ren", ("M", Role.REPORTER))
    take(reporter, visits=rows(2))
    assert {row.state for row in rows_of("visits")} == {State.PENDING}
    assert not Fact.objects.filter(posting__source_type="visits").exists()
    sound()
    office = world.person("ban", ("CITY", Role.OFFICE))
    take(office, visits=[{**VISIT, "day": "2024-06-01"}])
    assert rows_of("visits").last().state == State.COUNTED
    sound()


def test_who_may_not_import_changes_nothing(world: World) -> None:
    ready = plan(visits=[VISIT])
    before = Posting.objects.count()
    with pytest.raises(Denied):
        commit_import(ready, by=world.person("du", ("CITY", Role.AUDITOR)))
    assert Posting.objects.count() == before


def test_a_closed_period_needs_a_reason(world: World) -> None:
    import datetime

    close_through(datetime.date(2024, 12, 31), by=SYSTEM)
    before = Posting.objects.count()
    with pytest.raises(Refusal, match="已经封账"):
        take(visits=[VISIT])
    assert Posting.objects.count() == before
    commit_import(plan(visits=[VISIT]), by=SYSTEM, reason="补录")
    assert Posting.objects.last().reason == "补录"
    sound()


def test_trips_corrected_together_pass_through_states_that_would_not_fit(world: World) -> None:
    def trips(shift: int) -> list[dict[str, Any]]:
        return [{"org": "A", "vehicle": "1号车", "day": f"2024-03-0{n + 1}", "odometer_start": 100 * n + shift,
                 "odometer_end": 100 * n + 100 + shift, "lines": [{"body": "演示县第一小学", "site": "学校", "audience": 9}]}
                for n in range(3)]  # fmt: skip

    take(trips=trips(0))
    take(trips=trips(50))
    assert [one.odometer_start for one in rows_of("trips")] == [50, 150, 250]
    sound()


def test_a_new_row_may_take_the_key_that_a_corrected_one_leaves(world: World) -> None:
    record = visit(world, "M", "2024-03-05", 120, 30)
    moved = {**VISIT, "@number": f"visits-{record.pk}", "day": "2024-03-06"}
    assert str(take(visits=[moved, {**VISIT, "individuals": 7}])) == "新增1条，更正1条"
    assert [(row.day.day, row.individuals) for row in rows_of("visits")] == [(6, 120), (5, 7)]
    sound()


def test_numbers_foreseen_wrongly_are_set_right(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    foresee = commit.bulk.foresee

    def too_early(chunks: Any, postings_before: int = 0) -> None:
        foresee(chunks, postings_before)
        visit(world, "AM", "2024-03-05", 9)

    monkeypatch.setattr(commit.bulk, "foresee", too_early)
    lines = [{"day": "2024-05-12", "on_site": 80}, {"day": "2024-05-13", "on_site": 20}]
    take(visits=rows(3), activities=[{**LECTURE, "partners": "演示大学", "lines": lines}])
    assert rows_of("visits").count() == 4
    assert rows_of("activities").get().sessions.count() == 2
    sound()


def test_a_file_of_old_records_keeps_others_revision(world: World) -> None:
    record = visit(world, "M", "2024-03-05", 120, 30)
    take(visits=[VISIT])
    record.refresh_from_db()
    assert record.revision == 1


def test_progress_reaches_the_end(world: World) -> None:
    heard: list[tuple[str, int, int]] = []
    note: Callable[[str, int, int], None] = lambda *what: heard.append(what)  # noqa: E731 (a list is enough)
    commit_import(plan_import(book(visits=rows(5)), "测试.xlsx", by=SYSTEM), by=SYSTEM, progress=note)
    assert heard[-1][1:] == (5, 5)
