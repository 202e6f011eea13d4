"""A fair queue of writers for SQLite: its own busy handler polls, so one writer can starve for seconds."""

import fcntl
import os


class WriterQueue:
    """One place in the queue of a database file; the lock is the file's own, across processes and threads."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None
        self.held = False

    def enter(self) -> None:
        """Wait for this connection's turn to write; entering twice is once."""
        if self.held:
            return
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        self.held = True

    def leave(self) -> None:
        if self.held and self._descriptor is not None:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        self.held = False

    def close(self) -> None:
        self.leave()
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
