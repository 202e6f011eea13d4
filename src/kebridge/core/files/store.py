"""Files on disk by the digest of their content: the same content is stored once, and never half-written."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings

_PIECE = 2**20


class Store:
    """A folder of files named aa/bb/<sha256>; `folder` is asked for on use, so that settings are read late."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep the content; returns its digest."""
        digest = hashlib.sha256(data).hexdigest()
        self._keep(digest, lambda file: file.write(data))
        return digest

    def put_file(self, source: IO[bytes]) -> str:
        """The same of a file, read bit by bit."""
        digest = hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]
        source.seek(0)
        self._keep(digest, lambda file: shutil.copyfileobj(source, file, _PIECE))
        return digest

    def _keep(self, digest: str, fill: Callable[[IO[bytes]], object]) -> None:
        path = self.path(digest)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def get(self, digest: str) -> bytes:
        """Raises FileNotFoundError: the content is gone."""
        return self.path(digest).read_bytes()

    def path(self, digest: str) -> Path:
        return self._folder() / digest[:2] / digest[2:4] / digest

    def drop(self, digest: str) -> None:
        self.path(digest).unlink(missing_ok=True)

    def drop_others(self, kept: Collection[str], *, older_than: datetime) -> int:
        """Remove what is not in `kept` and was written before; half-written files too. Returns how many."""
        dropped = 0
        for path in self._folder().glob("*/*/*"):
            if path.name not in kept and path.stat().st_mtime < older_than.timestamp():
                path.unlink(missing_ok=True)
                dropped += 1
        return dropped


evidence = Store(lambda: Path(settings.DATA) / "evidence")
imports = Store(lambda: Path(settings.DATA) / "imports")
outputs = Store(lambda: Path(settings.DATA) / "outputs")
