"""Which records name persons: merging and erasing reach them all, whatever room they are in."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reference:
    """A model with a `person`. `text` are its typed fields that tell who she is, the name first.

    `same`: two records of one person that agree in these are the same thing entered twice.
    """

    model: Any
    text: tuple[str, ...]
    same: tuple[str, ...]


_references: dict[Any, Reference] = {}


def add(reference: Reference) -> None:
    _references[reference.model] = reference


def every() -> list[Reference]:
    return list(_references.values())
