"""Background work: planned runs start once, lost tasks are found, sealing runs at night."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone as clock
from django_tasks_db.models import DBTaskResult

from kebridge.core.jobs import schedule, sweeper, tasks
from kebridge.core.jobs.heart import Heart, beat
from kebridge.core.jobs.models import Beat, Due
from kebridge.core.jobs.worker import HouseWorker
from kebridge.core.ledger.seals import head_seal
from tests.support.world import make_world

pytestmark = pytest.mark.django_db(transaction=True)
CHINA = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2024, 3, 5, 8, 0, tzinfo=CHINA)


def ready() -> int:
    return DBTaskResult.objects.filter(status="READY").count()


def running(worker: str, tries: int = 1) -> DBTaskResult:
    tasks.tidy.enqueue()
    found = DBTaskResult.objects.get()
    found.status, found.worker_ids = "RUNNING", [worker] * tries
    found.started_at = clock.now() - timedelta(minutes=5)
    found.save()
    return found


def test_a_planned_run_starts_once_a_day() -> None:
    assert schedule.start_due(MORNING) == ["seal", "tidy"]
    assert schedule.start_due(MORNING + timedelta(hours=5)) == []
    assert schedule.start_due(MORNING + timedelta(days=1)) == ["seal", "tidy"]
    assert (Due.objects.count(), ready()) == (4, 4)


def test_before_its_hour_yesterday_s_run_is_due() -> None:
    night = schedule.SCHEDULES[0]
    due = night.last_due(datetime(2024, 3, 4, 17, 0, tzinfo=UTC))
    assert due.astimezone(CHINA) == datetime(2024, 3, 4, 1, 30, tzinfo=CHINA)


def test_the_worker_seals_by_the_clock() -> None:
    make_world()
    HouseWorker(batch=True).run()
    sealed = head_seal()
    assert sealed
    assert sealed.postings
    assert DBTaskResult.objects.exclude(status="SUCCESSFUL").count() == 0
    assert not Beat.objects.exists()


def test_a_lost_task_is_made_ready_and_a_living_one_left() -> None:
    task = running("dead")
    assert sweeper.sweep() == 1
    task.refresh_from_db()
    assert task.status == "READY"
    DBTaskResult.objects.all().delete()
    beat("alive")
    task = running("alive")
    assert sweeper.sweep() == 0
    task.refresh_from_db()
    assert task.status == "RUNNING"


def test_a_task_that_kills_every_worker_is_given_up() -> None:
    task = running("dead", tries=sweeper.MOST_TRIES)
    sweeper.sweep()
    task.refresh_from_db()
    assert task.status == "FAILED"


def test_a_heart_beats_while_its_worker_is_busy() -> None:
    with Heart("busy", every=0.05):
        first = Beat.objects.get().at
        deadline = clock.now() + timedelta(seconds=10)
        while Beat.objects.get().at == first and clock.now() < deadline:
            pass
        assert Beat.objects.get().at > first
    assert not Beat.objects.exists()
