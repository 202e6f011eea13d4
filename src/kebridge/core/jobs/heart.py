"""Signs of life of a worker, given from a thread of its own while the worker is busy."""

import threading
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from kebridge.core.jobs.models import Beat

EVERY = 10.0
LOST_AFTER = timedelta(seconds=90)


def beat(worker_id: str) -> None:
    Beat.objects.update_or_create(worker_id=worker_id, defaults={"at": timezone.now()})


def anyone_alive() -> bool:
    """Whether a worker runs: without one, nothing that was asked for is ever made."""
    return Beat.objects.filter(at__gte=timezone.now() - LOST_AFTER).exists()


class Heart:
    """Beats until stopped: `with Heart(worker_id): …`."""

    def __init__(self, worker_id: str, every: float = EVERY) -> None:
        self._worker_id, self._every = worker_id, every
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heart", daemon=True)

    def __enter__(self) -> "Heart":
        beat(self._worker_id)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._stopped.set()
        self._thread.join(timeout=30)
        Beat.objects.filter(worker_id=self._worker_id).delete()

    def _run(self) -> None:
        try:
            while not self._stopped.wait(self._every):
                beat(self._worker_id)
        finally:
            connection.close()
