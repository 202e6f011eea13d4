"""What runs by the clock. Several workers may look at once: UNIQUE(schedule, due_at) starts each run once."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from kebridge.core.db.transactions import write_transaction
from kebridge.core.jobs import tasks
from kebridge.core.jobs.models import Due

KEPT = timedelta(days=400)


@dataclass(frozen=True)
class Nightly:
    """A task at a time of day, every day; missed while the system was off, it runs once afterwards."""

    name: str
    at: time
    task: Any

    def last_due(self, now: datetime) -> datetime:
        local = timezone.localtime(now)
        due = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
        return due if due <= local else due - timedelta(days=1)


SCHEDULES = (Nightly("seal", time(1, 30), tasks.seal), Nightly("tidy", time(2, 30), tasks.tidy))


def start_due(now: datetime | None = None) -> list[str]:
    """Hand what is due to the workers; returns the names of what was started."""
    moment = now or timezone.now()
    started = []
    for schedule in SCHEDULES:
        due = schedule.last_due(moment)
        if Due.objects.filter(schedule=schedule.name, due_at=due).exists():
            continue
        with write_transaction():
            _, is_new = Due.objects.get_or_create(schedule=schedule.name, due_at=due)
            if is_new:
                schedule.task.enqueue()
                started.append(schedule.name)
                Due.objects.filter(schedule=schedule.name, due_at__lt=moment - KEPT).delete()
    return started
