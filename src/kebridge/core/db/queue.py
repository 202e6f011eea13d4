"""A fair queue of writers for SQLite: its own busy handler polls, so one writer can starve for seconds.

A chain of tickets: each writer locks the byte of its own ticket and waits for the byte of the ticket before. Locks
belong to the open file and end with it, so a killed process holds up nobody. Should a waiting one be killed, the one
behind it comes early and waits for SQLite's own lock: the queue gives order, never correctness.
"""

import fcntl
import os
import struct

_COUNTER_BYTES = 8


def _lock_byte(descriptor: int, command: int, kind: int, ticket: int) -> None:
    flock = struct.pack("hhlli", kind, os.SEEK_SET, _COUNTER_BYTES + ticket, 1, 0)
    fcntl.fcntl(descriptor, command, flock)


class WriterQueue:
    """One place in the queue of a database file, shared by all its processes and threads."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._ticket = 0
        self.held = False

    def enter(self) -> None:
        """Wait for this connection's turn to write; entering twice is once."""
        if self.held:
            return
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        self._ticket = self._draw(self._descriptor)
        self.held = True
        try:
            _lock_byte(self._descriptor, fcntl.F_OFD_SETLKW, fcntl.F_WRLCK, self._ticket - 1)
            _lock_byte(self._descriptor, fcntl.F_OFD_SETLK, fcntl.F_UNLCK, self._ticket - 1)
        except BaseException:
            self.leave()
            raise

    @staticmethod
    def _draw(descriptor: int) -> int:
        """The next ticket, its byte locked."""
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            ticket = int.from_bytes(os.pread(descriptor, _COUNTER_BYTES, 0), "little") + 1
            os.pwrite(descriptor, ticket.to_bytes(_COUNTER_BYTES, "little"), 0)
            _lock_byte(descriptor, fcntl.F_OFD_SETLK, fcntl.F_WRLCK, ticket)
        finally:
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        return ticket

    def leave(self) -> None:
        if self.held and self._descriptor is not None:
            _lock_byte(self._descriptor, fcntl.F_OFD_SETLK, fcntl.F_UNLCK, self._ticket)
        self.held = False

    def close(self) -> None:
        self.leave()
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
