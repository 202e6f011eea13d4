"""Reading a placed YAML value: texts, numbers, switches, periods; a wrong one is refused at its line and column."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from kebridge.core.calendar.periods import Period
from kebridge.core.wording.places import Placed

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def is_name(key: str) -> bool:
    return _PLACE.fullmatch("{" + key + "}") is not None


def keys_in(text: str) -> list[str]:
    """The names in braces in a text, in order."""
    return _PLACE.findall(text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its names: (words, False) and (name, True)."""
    for number, part in enumerate(_PLACE.split(text)):
        if part:
            yield part, number % 2 == 1


def only(item: Placed, known: Collection[str]) -> None:
    """Raises DefinitionError: not a mapping, or a word that is not known."""
    if not isinstance(item.value, dict):
        raise item.at.error("应写成“名称: 值”")
    for key in item.value:
        if key not in known:
            raise item.keys[key].error(f"不认识“{key}”，可用：{'、'.join(sorted(known))}")


def text(item: Placed, key: str, *, required: bool = True) -> str:
    value = item.value.get(key)
    if value is None:
        if required:
            raise item.at.error(f"缺少 {key}")
        return ""
    if isinstance(value.value, (dict, list)):
        raise value.at.error(f"{key} 应写成文字")
    return str(value.value)


def chosen(item: Placed, key: str, known: Collection[str], default: str = "") -> str:
    """One of the known words. Raises DefinitionError at its place: another one."""
    value = text(item, key, required=not default) or default
    if value not in known:
        raise item.value[key].at.error(f"没有“{value}”这种 {key}，可用：{'、'.join(known)}")
    return value


def whole(item: Placed, key: str, default: int = 0, *, least: int = 0) -> int:
    """A whole number. Raises DefinitionError at its place: anything else."""
    value = plain(item, key)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise item.value[key].at.error(f"{key} 应是不小于{least}的整数")
    return value


def flag(item: Placed, key: str) -> bool:
    value = plain(item, key)
    if value not in (None, True, False):
        raise item.value[key].at.error(f"{key} 应写 true 或 false")
    return value is True


def listed(item: Placed, key: str) -> list[Placed]:
    """The members of a list. Raises DefinitionError: missing, empty or no list."""
    if key not in item.value:
        raise item.at.error(f"缺少 {key}")
    found = item.value[key]
    if not isinstance(found.value, list) or not found.value:
        raise found.at.error(f"{key} 应写成列表：[甲, 乙]")
    return found.value


def plain(item: Placed, key: str) -> Any:
    """A value without its places; None if it is absent."""
    return unplaced(item.value[key]) if key in item.value else None


def unplaced(placed: Placed) -> Any:
    if isinstance(placed.value, dict):
        return {key: unplaced(value) for key, value in placed.value.items()}
    if isinstance(placed.value, list):
        return [unplaced(value) for value in placed.value]
    return placed.value


def period(item: Placed, key: str, code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError as error:
        at = item.value[key].at if key in item.value else item.at
        raise at.error(str(error)) from error
