"""Encrypted text: AES-GCM under the installation's field key, masked whenever it is shown.

The provider is one object so that certified modules (SM4) can take its place.
"""

import base64
import hashlib
import hmac
import os
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE_BYTES = 12
PREFIX = "k1:"


class AesGcmProvider:
    """Encrypts and decrypts short texts; `digest` gives a blind index for equality look-ups."""

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(NONCE_BYTES)
        sealed = AESGCM(settings.FIELD_KEY).encrypt(nonce, text.encode(), None)
        return PREFIX + base64.b64encode(nonce + sealed).decode()

    def decrypt(self, stored: str) -> str:
        raw = base64.b64decode(stored.removeprefix(PREFIX))
        return AESGCM(settings.FIELD_KEY).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()

    def digest(self, text: str) -> str:
        return hmac.new(settings.FIELD_KEY, text.encode(), hashlib.sha256).hexdigest()


provider = AesGcmProvider()


class Sealed:
    """A personal text that shows itself masked; `reveal()` gives the clear text.

    Deliberately no `str`: joining or serialising it by accident fails instead of leaking.
    """

    __slots__ = ("_clear",)

    def __init__(self, clear: str) -> None:
        self._clear = clear

    def reveal(self) -> str:
        return self._clear

    def __str__(self) -> str:
        return mask(self._clear)

    def __repr__(self) -> str:
        return f"<Sealed {self}>"

    def __bool__(self) -> bool:
        return bool(self._clear)

    def __eq__(self, other: object) -> bool:
        clear = other.reveal() if isinstance(other, Sealed) else other
        return clear == self._clear

    def __hash__(self) -> int:
        return hash(self._clear)


def mask(text: str) -> str:
    """13812345678 → 138****5678; 63123456 → 63****56; 张三丰 → 张**; an identity number keeps four at each end."""
    if len(text) >= 15:
        return text[:4] + "*" * (len(text) - 8) + text[-4:]
    if len(text) >= 11:
        return text[:3] + "*" * (len(text) - 7) + text[-4:]
    if len(text) >= 7:
        return text[:2] + "*" * (len(text) - 4) + text[-2:]
    return text[:1] + "*" * (len(text) - 1)


class EncryptedTextField(models.TextField):
    """Stored encrypted, read as `Sealed` (masked unless an operation reveals it and audits why)."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """What was saved is masked in hand too, as it will be when read again."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, str) and value:
            value = Sealed(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "":
            return value
        text = value.reveal() if isinstance(value, Sealed) else str(value)
        return provider.encrypt(text)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return Sealed(provider.decrypt(value)) if value and value.startswith(PREFIX) else value
