"""Telling how far long work has come: each note is a write, so not too often and never inside the work's own transaction."""

import time
from collections.abc import Callable

from django.db import connection

# (what is being done, how much of it is done, how much there is)
Progress = Callable[[str, int, int], None]
EVERY = 1.0  # seconds between two notes


def untold(_step: str, _done: int, _total: int) -> None:
    """Progress that nobody waits for."""


class Teller:
    """Passes on at most one note a second, and every last one."""

    def __init__(self, note: Progress) -> None:
        self._note, self._last = note, 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        if connection.in_atomic_block or (now - self._last < EVERY and done < total):
            return
        self._last = now
        self._note(step[:60], done, total)
