"""What a check comes to, with records or without."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kebridge.core.calendar.periods import Period
from kebridge.figures.checker.finding import find
from kebridge.figures.checker.shapes import Draft, Finding, Relation, Verdict

if TYPE_CHECKING:  # figures need Django, a check of a text alone does not
    from kebridge.figures.requests import Figure


@dataclass(frozen=True)
class Judged:
    """A finding with its figure from the records, why its binding is open, and the signature of its words."""

    finding: Finding
    figure: "Figure | None" = None
    doubts: tuple[str, ...] = ()
    signature: str = ""

    @property
    def verdict(self) -> Verdict | None:
        return self.finding.judgement.verdict if self.finding.judgement else None


@dataclass(frozen=True)
class Checked:
    """A draft, checked. Without records every judgement is None."""

    draft: Draft
    judged: tuple[Judged, ...]
    relations: tuple[Relation, ...]
    org_code: str = ""
    period: Period | None = None

    @property
    def wrong(self) -> Sequence[Judged]:
        """The figures that the records contradict."""
        return [one for one in self.judged if one.verdict is Verdict.CONTRADICTS]

    @property
    def broken(self) -> Sequence[Relation]:
        """What does not hold between the draft's own figures."""
        return [one for one in self.relations if not one.holds]

    @property
    def contradicts(self) -> bool:
        return bool(self.wrong or self.broken)


def check_alone(draft: Draft) -> Checked:
    """Figures and relations of a text, without any records."""
    found = find(draft)
    return Checked(draft, tuple(Judged(one) for one in found.findings), found.relations)
