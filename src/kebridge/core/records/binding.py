"""A figure named in a record (a task's target): rooms name it as data, figures read it.

Rooms may not import figures. Figures give themselves here at start; without them nothing can be chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from kebridge.core.access.actors import Actor

MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class Binding:
    """A metric, what limits it in words (“类别=科普报告；品牌活动=科普日”), whose it is and over which days."""

    metric: str
    limits: str
    org_code: str
    own: bool
    start: date
    end: date


@dataclass(frozen=True)
class Bound:
    """What a binding gives: the exact value (None: nothing reported), as a page shows it, and its page."""

    value: Decimal | None
    text: str
    url: str


class Provider(Protocol):
    def choices(self) -> list[tuple[str, str]]: ...
    def fault(self, metric: str, limits: str) -> str: ...
    def read(self, bindings: Sequence[Binding], *, by: Actor) -> list[Bound]: ...


_provided: list[Provider] = []


def provide(provider: Provider) -> None:
    """Called once, by figures."""
    _provided[:] = [provider]


def choices() -> list[tuple[str, str]]:
    """Code and title of the metrics that a record may name; none of the closed circle."""
    return _provided[0].choices() if _provided else []


def fault(metric: str, limits: str) -> str:
    """What is wrong with the limits of a metric, in plain Chinese; empty: nothing."""
    return _provided[0].fault(metric, limits) if _provided else ""


def read(bindings: Sequence[Binding], *, by: Actor) -> list[Bound]:
    """The figures of bindings, in order. Raises Denied: the actor may not see one of their organisations."""
    return _provided[0].read(bindings, by=by) if _provided else []
