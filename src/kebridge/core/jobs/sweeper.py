"""Tasks whose worker was killed: nobody finishes them, so they are made ready again. Tasks are safe to run twice."""

from datetime import datetime

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kebridge.core.jobs.heart import LOST_AFTER
from kebridge.core.jobs.models import Beat

MOST_TRIES = 5


def sweep(now: datetime | None = None) -> int:
    """Put back the running tasks of workers that gave no sign of life; returns how many.

    One that took its worker with it `MOST_TRIES` times is marked as failed.
    """
    moment = (now or timezone.now()) - LOST_AFTER
    living = set(Beat.objects.filter(at__gte=moment).values_list("worker_id", flat=True))
    found = 0
    for task in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=moment):
        if task.worker_ids and task.worker_ids[-1] in living:
            continue
        status = TaskResultStatus.READY if len(task.worker_ids) < MOST_TRIES else TaskResultStatus.FAILED
        still = DBTaskResult.objects.filter(
            pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
        )
        found += still.update(status=status, started_at=None)
    Beat.objects.filter(at__lt=moment).delete()
    return found
