"""All packs: read once, from `outside.yaml` of every room installed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps

from kebridge.core.outside.definition import Pack
from kebridge.core.outside.reading import load
from kebridge.core.records.register import Register
from kebridge.core.wording.places import DefinitionError

FILE = "outside.yaml"

_known: dict[str, Pack] | None = None


def every() -> list[Pack]:
    return list(_all().values())


def of(register: Register) -> list[Pack]:
    """The packs of a register, in the order of their file."""
    return [one for one in every() if one.register == register.code]


def checked(packs: Iterable[Pack]) -> dict[str, Pack]:
    """By code. Raises DefinitionError: a code twice."""
    found: dict[str, Pack] = {}
    for pack in packs:
        if pack.code in found:
            raise DefinitionError(f"{pack.place}：报送表 {pack.code} 已在 {found[pack.code].place} 定义")
        found[pack.code] = pack
    return found


@contextmanager
def using(packs: Iterable[Pack]) -> Iterator[None]:
    """Only these packs exist, for the length of a test."""
    global _known  # noqa: PLW0603 - the one registry of the process
    before, _known = _known, checked(packs)
    try:
        yield
    finally:
        _known = before


def _all() -> dict[str, Pack]:
    global _known  # noqa: PLW0603 - the one registry of the process
    if _known is None:
        paths = (Path(app.path) / FILE for app in apps.get_app_configs())
        texts = [
            (one.read_text(encoding="utf-8"), f"{one.parent.name}/{FILE}") for one in paths if one.exists()
        ]
        _known = checked(pack for text, file in texts for pack in load(text, file))
    return _known
