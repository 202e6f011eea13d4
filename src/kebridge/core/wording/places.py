"""YAML with places: every value knows its file, line and column, so that a wrong definition can be found.

What reads a member of a mapping raises DefinitionError at the member's place, or at the mapping's if it is missing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from yaml.constructor import SafeConstructor


class DefinitionError(ValueError):
    """A definition that cannot be used; the text says where and why, in plain Chinese."""


@dataclass(frozen=True)
class At:
    """A place in a definition file; lines and columns from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行第{self.column}列"

    def error(self, why: str) -> DefinitionError:
        return DefinitionError(f"{self}：{why}")


# The loader written in C where it is there: the declarations are read at every start.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Placed:
    """A value with its place; mappings hold Placed values by key, sequences are lists of Placed."""

    value: Any
    at: At
    keys: dict[str, At]


def read(text: str, file: str) -> Placed | None:
    """The document with places; None for an empty one. Raises DefinitionError: not YAML, or a key given twice."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = At(file, (mark.line if mark else 0) + 1, (mark.column if mark else 0) + 1)
        raise at.error("写法不合 YAML 格式，请检查缩进、冒号和引号") from error
    return None if node is None else _placed(node, file)


def only(item: Placed, known: Collection[str]) -> None:
    """Refuses what is no mapping, and a word that is not known."""
    if not isinstance(item.value, dict):
        raise item.at.error("应写成若干“字段: 值”")
    for key, at in item.keys.items():
        if key not in known:
            raise at.error(f"不认识“{key}”，可以写：{'、'.join(sorted(known))}")


def text(item: Placed, key: str, *, required: bool = True) -> str:
    """A text without space around it; a number is taken as it is written."""
    placed = item.value.get(key)
    if placed is None:
        if required:
            raise item.at.error(f"缺少“{key}”")
        return ""
    found = "" if isinstance(placed.value, (dict, list, bool)) else str(placed.value).strip()
    if not found and (required or placed.value != ""):
        raise placed.at.error(f"“{key}”应为文字")
    return found


def chosen(item: Placed, key: str, known: Collection[str], default: str | None = None) -> str:
    """One of the known words; `default` (None: there must be one) where none is written."""
    found = text(item, key, required=default is None)
    if not found:
        return default or ""
    if found not in known:
        raise item.value[key].at.error(f"“{key}”不能写“{found}”，可以写：{'、'.join(known)}")
    return found


def whole(item: Placed, key: str, default: int = 0, *, least: int = 0, most: int | None = None) -> int:
    """A whole number between `least` and `most`."""
    placed = item.value.get(key)
    if placed is None:
        return default
    value = placed.value
    if isinstance(value, bool) or not isinstance(value, int) or value < least or value > (most or value):
        asked = f"{least}到{most}之间" if most else f"不小于{least}"
        raise placed.at.error(f"“{key}”应为{asked}的整数")
    return value


def flag(item: Placed, key: str) -> bool:
    placed = item.value.get(key)
    if placed is None:
        return False
    if not isinstance(placed.value, bool):
        raise placed.at.error(f"“{key}”应为 true 或 false")
    return placed.value


def day(item: Placed, key: str) -> date | None:
    placed = item.value.get(key)
    if placed is None:
        return None
    if type(placed.value) is not date:
        raise placed.at.error(f"“{key}”应为日期，如 2024-01-01")
    found: date = placed.value
    return found


def listed(item: Placed, key: str) -> list[Placed]:
    """The members of a list that is not empty."""
    placed = item.value.get(key)
    if placed is None:
        raise item.at.error(f"缺少“{key}”")
    if not isinstance(placed.value, list) or not placed.value:
        raise placed.at.error(f"“{key}”应写成列表：[甲, 乙]")
    return placed.value


def plain(item: Placed, key: str) -> Any:
    """A value without its places; None if it is absent."""
    return unplaced(item.value[key]) if key in item.value else None


def unplaced(placed: Placed) -> Any:
    if isinstance(placed.value, dict):
        return {key: unplaced(value) for key, value in placed.value.items()}
    if isinstance(placed.value, list):
        return [unplaced(value) for value in placed.value]
    return placed.value


def _placed(node: yaml.Node, file: str) -> Placed:
    at = _at(node, file)
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Placed] = {}
        keys: dict[str, At] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in keys:
                raise _at(key_node, file).error(f"“{key}”写了两次")
            keys[key] = _at(key_node, file)
            values[key] = _placed(value_node, file)
        return Placed(values, at, keys)
    if isinstance(node, yaml.SequenceNode):
        return Placed([_placed(item, file) for item in node.value], at, {})
    return Placed(_scalar(node), at, {})


def _scalar(node: yaml.Node) -> Any:
    return SafeConstructor().construct_object(node)


def _at(node: yaml.Node, file: str) -> At:
    return At(file, node.start_mark.line + 1, node.start_mark.column + 1)
