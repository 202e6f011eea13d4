"""YAML with places: every value knows its file, line and column, so that a wrong definition can be found."""

from dataclasses import dataclass
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
