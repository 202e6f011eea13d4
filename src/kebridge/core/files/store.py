"""Files on disk by the digest of their content: the same content is stored once, and never half-written."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings


class Store:
    """A folder of files named aa/bb/<sha256>; `folder` is asked for on use, so that settings are read late."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep the content; returns its digest."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return digest

    def get(self, digest: str) -> bytes:
        """Raises FileNotFoundError: the content is gone."""
        return self.path(digest).read_bytes()

    def path(self, digest: str) -> Path:
        return self._folder() / digest[:2] / digest[2:4] / digest

    def drop(self, digest: str) -> None:
        self.path(digest).unlink(missing_ok=True)


evidence = Store(lambda: Path(settings.DATA) / "evidence")
imports = Store(lambda: Path(settings.DATA) / "imports")
