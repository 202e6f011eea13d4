"""Imports in the background: upload, judge, confirm, write, give back; and from the terminal."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook

from kebridge.core.access.actors import Denied
from kebridge.core.access.models import User
from kebridge.core.audit.models import Entry
from kebridge.core.files import store
from kebridge.core.jobs.worker import HouseWorker
from kebridge.core.ledger import verify
from kebridge.core.refusal import Refusal
from kebridge.core.transfer import ops, running
from kebridge.core.transfer.models import ImportJob, ImportState
from tests.core.transfer.workbooks import VISIT, book, rows_of, take
from tests.support.world import SYSTEM, Role, World, make_world, visit

pytestmark = pytest.mark.django_db(transaction=True)
OTHER = {**VISIT, "day": "2024-03-06"}
BAD = {**VISIT, "day": "2024-03-07", "individuals": "百余"}


@pytest.fixture
def world() -> World:
    return make_world()


def work() -> None:
    HouseWorker(batch=True, with_schedule=False).run()


def uploaded(rows: list[dict[str, Any]], by: Any = SYSTEM) -> ImportJob:
    job = ops.upload(book(visits=rows), "三月.xlsx", by=by)
    work()
    job.refresh_from_db()
    return job


def confirmed(job: ImportJob, by: Any = SYSTEM, **more: Any) -> ImportJob:
    ops.confirm(job.pk, by=by, **more)
    work()
    job.refresh_from_db()
    return job


def test_upload_judge_confirm_write(world: World) -> None:
    clerk = world.person("ren", ("M", Role.REPORTER))
    job = uploaded([VISIT, OTHER], clerk)
    assert (job.state, job.counts) == (ImportState.PLANNED, {"visits": {"new": 2}})
    assert job.preview["sheets"][0]["new"][0]["texts"]["散客人次"] == "120"
    assert not rows_of("visits").exists()
    job = confirmed(job, clerk)
    assert (job.state, job.message) == (ImportState.DONE, "新增2条")
    assert {row.entered_by_name for row in rows_of("visits")} == {clerk.name}
    assert list(verify.problems()) == []
    assert list(Entry.objects.filter(source_type="imports").order_by("pk").values_list("action", flat=True)) == [
        "upload", "confirm"]  # fmt: skip


def test_errors_come_back_beside_the_rows(world: World) -> None:
    job = uploaded([VISIT, BAD])
    assert job.preview["problems"][0]["row"] == 3
    assert job.preview["kinds"][0]["times"] == 1
    name, data = ops.annotated(job.pk, by=SYSTEM)
    assert name == "三月（标注）.xlsx"
    assert "导入问题清单" in load_workbook(io.BytesIO(data)).sheetnames
    with pytest.raises(Refusal, match="还有错误"):
        ops.confirm(job.pk, by=SYSTEM)
    assert not rows_of("visits").exists()
    job = confirmed(job, take_right_rows=True)
    assert (job.state, job.message) == (ImportState.DONE, "新增1条，有错1条")
    _, rest = ops.returned(job.pk, by=SYSTEM)
    assert load_workbook(io.BytesIO(rest)).active.max_row == 4


def test_a_file_that_cannot_be_read_says_why(world: World) -> None:
    job = ops.upload(b"PK\x03\x04", "坏.xlsx", by=SYSTEM)
    work()
    job.refresh_from_db()
    assert job.state == ImportState.FAILED
    assert "已损坏" in job.message


def test_what_others_changed_meanwhile_is_shown_again(world: World) -> None:
    job = uploaded([VISIT, OTHER])
    visit(world, "M", "2024-03-05", 120, 30)
    job = confirmed(job)
    assert (job.state, job.counts) == (ImportState.PLANNED, {"visits": {"new": 1, "same": 1}})
    assert "再看一遍" in job.message
    assert confirmed(job).message == "新增1条，没有变化1条"


def test_nothing_to_do_is_not_confirmed(world: World) -> None:
    take(visits=[VISIT])
    job = uploaded([VISIT])
    with pytest.raises(Refusal, match="没有需要写入的行"):
        ops.confirm(job.pk, by=SYSTEM)


def test_tasks_may_run_twice(world: World) -> None:
    job = uploaded([VISIT])
    running.plan_job(job.pk)
    job = confirmed(job)
    running.commit_job(job.pk)
    job.refresh_from_db()
    assert (job.state, rows_of("visits").count()) == (ImportState.DONE, 1)


def test_a_killed_worker_s_import_is_found_again(world: World) -> None:
    job = uploaded([VISIT])
    ops.confirm(job.pk, by=SYSTEM)
    long_ago = timezone.now() - timedelta(minutes=10)
    DBTaskResult.objects.filter(status="READY").update(
        status="RUNNING", worker_ids=["dead"], started_at=long_ago
    )
    ImportJob.objects.unscoped("as the dead worker left it").update(attempts=1)
    work()
    job.refresh_from_db()
    assert (job.state, job.message) == (ImportState.DONE, "新增1条")


def test_a_try_killed_after_writing_counts_as_done(world: World) -> None:
    job = uploaded([VISIT])
    ops.confirm(job.pk, by=SYSTEM)
    take(visits=[VISIT])
    ImportJob.objects.unscoped("as the dead worker left it").update(attempts=1)
    work()
    job.refresh_from_db()
    assert (job.state, job.message, rows_of("visits").count()) == (ImportState.DONE, "新增1条，更正0条", 1)


def test_an_import_that_kills_its_worker_ends(world: World) -> None:
    job = uploaded([VISIT])
    ops.confirm(job.pk, by=SYSTEM)
    ImportJob.objects.unscoped("as dead workers left it").update(attempts=running.MOST_ATTEMPTS)
    work()
    job.refresh_from_db()
    assert (job.state, rows_of("visits").count()) == (ImportState.FAILED, 0)


def test_given_up_imports_stay_so(world: World) -> None:
    job = ops.upload(book(visits=[VISIT]), "三月.xlsx", by=SYSTEM)
    ops.abandon(job.pk, by=SYSTEM)
    work()
    job.refresh_from_db()
    assert job.state == ImportState.ABANDONED
    with pytest.raises(Refusal):
        ops.confirm(job.pk, by=SYSTEM)


def test_others_imports_are_out_of_reach(world: World) -> None:
    job = uploaded([VISIT])
    stranger = world.person("ren", ("A", Role.REPORTER))
    for act in (ops.confirm, ops.abandon, ops.find, ops.annotated, ops.original):
        with pytest.raises(ImportJob.DoesNotExist):
            act(job.pk, by=stranger)
    with pytest.raises(Denied):
        ops.upload(b"x", "x.xlsx", by=world.person("du", ("A", Role.AUDITOR)))
    job.refresh_from_db()
    assert job.state == ImportState.PLANNED
    assert ops.visible(SYSTEM).count() == 1


def test_rights_lost_between_upload_and_writing_are_lost(world: World) -> None:
    clerk = world.person("ren", ("M", Role.REPORTER))
    job = uploaded([VISIT], clerk)
    ops.confirm(job.pk, by=clerk)
    User.objects.filter(username="ren").update(is_active=False)
    work()
    job.refresh_from_db()
    assert (job.state, rows_of("visits").count()) == (ImportState.FAILED, 0)


def test_old_files_are_forgotten(world: World) -> None:
    job = uploaded([VISIT])
    ImportJob.objects.unscoped("long ago").update(uploaded_at=timezone.now() - timedelta(days=100))
    assert ops.forget_old(by=SYSTEM) == 1
    assert not store.imports.path(job.digest).exists()
    with pytest.raises(Refusal, match="保存期"):
        ops.original(job.pk, by=SYSTEM)


def test_the_terminal_ends_with_0_1_or_2(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = tmp_path / "对.xlsx", tmp_path / "错.xlsx"
    right.write_bytes(book(visits=[VISIT]))
    wrong.write_bytes(book(visits=[OTHER, BAD]))

    def run(*args: str) -> int:
        try:
            call_command("import", *args)
        except SystemExit as end:
            return int(end.code or 0)
        return 0

    assert run(str(right), "--plan-only") == 0
    assert not rows_of("visits").exists()
    assert run(str(right)) == 0
    assert "完成：新增1条" in capsys.readouterr().out
    assert run(str(wrong)) == 1
    assert "工作表“日参观登记”第 3 行“散客人次”列" in capsys.readouterr().err
    assert (tmp_path / "错（标注）.xlsx").exists()
    assert rows_of("visits").count() == 1
    assert run(str(wrong), "--take-right") == 1
    assert rows_of("visits").count() == 2
    assert (tmp_path / "错（待改正）.xlsx").exists()
    assert run(str(tmp_path / "没有.xlsx")) == 2
    assert run(str(right), "--as", "nobody") == 2
