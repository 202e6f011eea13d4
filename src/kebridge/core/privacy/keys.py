"""Keys of an installation: random, made once, readable by its owner only."""

import os
import secrets
from pathlib import Path

KEY_BYTES = 32


def load_or_make_key(path: Path) -> bytes:
    """The 32 bytes in `path`; made on first use. Two processes starting together get the same key."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(KEY_BYTES))
    return _read(path)


def _read(path: Path) -> bytes:
    text = path.read_text().strip()
    for _ in range(100):
        if len(text) == KEY_BYTES * 2:
            return bytes.fromhex(text)
        text = path.read_text().strip()
    raise RuntimeError(f"{path.name} 不是完整的密钥文件；请从备份恢复它，不要重新生成")
