"""The worker of background tasks: the stock one, made kind to SQLite and sure to be noticed when it dies.

The stock worker opens an exclusive transaction at every poll; this one looks with a plain SELECT and takes its turn in the
queue of writers only when a task is ready.
"""

import time

from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from kebridge.core.db.transactions import write_transaction
from kebridge.core.jobs.heart import Heart
from kebridge.core.jobs.schedule import start_due
from kebridge.core.jobs.sweeper import sweep
from kebridge.core.orgs import trees

LOOK_EVERY = 30.0  # seconds between two looks at the clock and at lost tasks
SHORTEST_POLL = 1.0


class HouseWorker(Worker):
    """Runs tasks one by one; `batch` ends when none is ready."""

    def __init__(
        self, *, interval: float = SHORTEST_POLL, batch: bool = False, with_schedule: bool = True
    ) -> None:
        super().__init__(
            queue_names=["*"], interval=max(interval, SHORTEST_POLL), batch=batch, backend_name="default",
            startup_delay=False, max_tasks=None, worker_id=get_random_string(32), excluded_queue_names=[],
        )  # fmt: skip
        self._with_schedule = with_schedule
        self._looked = 0.0

    def run(self) -> None:
        with Heart(self.worker_id):
            while self.running:
                close_old_connections()
                self._look_around()
                task = self.claim()
                if task is not None:
                    self.run_task(task)
                elif self.batch:
                    return
                elif self.running:
                    time.sleep(self.interval)

    def claim(self) -> DBTaskResult | None:
        """The next ready task, marked as this worker's; None: there is none."""
        ready = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        if not ready.exists():
            return None
        with write_transaction():
            task: DBTaskResult | None = ready.get_locked()
            if task is not None:
                task.claim(self.worker_id)
        return task

    def run_task(self, db_task_result: DBTaskResult) -> None:
        trees.forget()
        super().run_task(db_task_result)

    def _look_around(self) -> None:
        now = time.monotonic()
        if self._looked and now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        sweep()
        if self._with_schedule:
            start_due()
