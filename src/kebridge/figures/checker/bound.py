"""What binding is told and what it answers: whose report, what people chose before, and the binding of each claim."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kebridge.core.calendar.periods import Period
from kebridge.figures.checker.shapes import Binding, Context


@dataclass(frozen=True)
class Choice:
    """What a person chose for figures said in these words; scope "" is that of the words."""

    metric: str
    filters: Mapping[str, tuple[str, ...]]
    scope: str = ""


@dataclass(frozen=True)
class House:
    """Whose report, for when, and what its people have chosen before (by signature)."""

    code: str
    period: Period
    children: frozenset[str] = frozenset()
    choices: Mapping[str, Choice] | None = None
    is_period_sure: bool = True


@dataclass(frozen=True)
class Bound:
    """A binding with what is told of it: why it is open, and the signature by which a choice is remembered.

    `is_clear`: nearly every word near the figure speaks for it, so that agreement is no accident; `is_firm`: and
    speaks strongly, so that a difference is the figure's fault.
    """

    binding: Binding
    doubts: tuple[str, ...] = ()
    signature: str = ""
    is_clear: bool = False
    is_firm: bool = False


def without_namesakes(bounds: Sequence[Bound], contexts: Sequence[Context | None]) -> list[Bound]:
    """Two figures of one sentence that came out as the same count are open: their words differ in what was not read."""
    counts = Counter(key for pair in zip(bounds, contexts, strict=True) if (key := _count_of(*pair)))
    return [
        replace(
            bound,
            binding=replace(bound.binding, is_ambiguous=True),
            doubts=(*bound.doubts, "同一句里有两个数落在同一口径上"),
            is_clear=False,
            is_firm=False,
        )
        if (key := _count_of(bound, context)) and counts[key] > 1 and not bound.binding.confirmed
        else bound
        for bound, context in zip(bounds, contexts, strict=True)
    ]


def _count_of(bound: Bound, context: Context | None) -> tuple[object, ...] | None:
    best = bound.binding.best
    if best is None or context is None:
        return None
    return context.sentence, best.metric, tuple(sorted(best.filters.items())), best.scope, best.period
