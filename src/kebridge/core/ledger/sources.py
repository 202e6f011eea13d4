"""Sources: the kinds of record that post facts, as the ledger needs to know them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from kebridge.core.ledger.rows import FactRow


@dataclass(frozen=True)
class Source:
    """A kind of counted record: a root model and its child tables.

    `facts` is a pure function of the whole aggregate; `prefetch` names the relations it reads.
    A source without `prefetch` is posted from the instance in hand. `model` is a model class.
    """

    type: str
    model: Any
    facts: Callable[[Any], Iterable[FactRow]]
    prefetch: tuple[str, ...] = ()
    tables: frozenset[str] = frozenset()

    def load(self, ids: Sequence[int]) -> list[Any]:
        """The aggregates with these ids, ordered by id."""
        found = self.model._base_manager.filter(pk__in=ids).order_by("pk")
        return list(found.prefetch_related(*self.prefetch))


_sources: dict[str, Source] = {}
_by_model: dict[type[models.Model], Source] = {}


def add(source: Source) -> None:
    """Raises ValueError: the type is taken."""
    if source.type in _sources and _sources[source.type] != source:
        raise ValueError(f"two sources call themselves {source.type}")
    _sources[source.type] = source
    _by_model[source.model] = source


def get(source_type: str) -> Source:
    return _sources[source_type]


def of_model(model: type[models.Model]) -> Source:
    return _by_model[model]


def every() -> list[Source]:
    return list(_sources.values())


def of_table(table: str) -> list[Source]:
    return [source for source in _sources.values() if table in source.tables]
