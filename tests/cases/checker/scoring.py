"""How well figures and relations were found, against what people marked. Pure: no database, no text reading.

A found claim answers the marked figure it overlaps; value, unit and qualifier must then be the same. Units count as the
same in writing only (see UNITS); shares may be told as %, ‰, 成 or a plain fraction, a place in a ranking with any of
RANK_UNITS or none. A number rounded to its last digit counts as exact: nothing in the text softens it. A false alarm is a found claim on
a marked non-figure or where nothing is marked; its share is taken of the marked non-figures.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.cases.checker.marks import Sentence, Span

UNITS = {
    "场(次)": "场次", "人(次)": "人次", "㎡": "平方米", "m2": "平方米", "个百分点": "百分点", "千米": "公里",
    "月": "个月", "课时": "学时", "学时": "学时", "名次": "位次", "个位次": "位次",
}  # fmt: skip
RANK_UNITS = {"", "位", "名", "位次"}
SHARES = {"": 100, "成": 10, "%": 1, "‰": Fraction(1, 10)}
SHARE_KINDS = {"rate", "ratio", "growth"}
MATCHES = "matches"
SHOWN = 120  # characters of a text in a miss
CLOSE = Fraction(1, 100)  # two thirds cannot be written as a decimal


@dataclass(frozen=True)
class Found:
    """A place that the checker tells of, whichever way it was asked."""

    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    qualifier: str = "exact"
    low: Decimal | None = None
    high: Decimal | None = None
    is_claim: bool = True
    metrics: tuple[str, ...] = ()
    verdict: str = ""
    kind: str = ""

    @classmethod
    def of_mention(cls, mention: Any, metrics: Iterable[str] = (), verdict: str = "") -> "Found":
        qualifier = "exact" if str(mention.qualifier) == "rounded" else str(mention.qualifier)
        return cls(
            mention.start, mention.end, mention.value, mention.unit, qualifier, mention.low,
            mention.high, mention.is_claim, tuple(metrics), verdict, str(mention.kind),
        )  # fmt: skip

    @classmethod
    def of_json(cls, said: dict[str, Any]) -> "Found":
        """One entry of the figures that the command line prints as JSON."""

        def number(name: str) -> Decimal | None:
            return None if said.get(name) is None else Decimal(str(said[name]))

        metrics = [one.get("metric") for one in (said, *(said.get("alternatives") or ()))]
        return cls(
            said["start"], said["end"], number("value"), said.get("unit") or "", said.get("qualifier", "exact"),
            number("low"), number("high"), said.get("role", "claim") == "claim",
            tuple(metric for metric in metrics if metric), said.get("verdict") or "",
            said.get("kind") or "",
        )  # fmt: skip


@dataclass
class Tally:
    """Sums over texts; `misses` says in plain words what went wrong and where."""

    figures: int = 0
    right: int = 0
    found: int = 0
    kinds_right: int = 0
    non_figures: int = 0
    alarms: int = 0
    seeded: int = 0
    seeded_found: int = 0
    expected_asked: int = 0
    expected_right: int = 0
    objections: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / self.figures if self.figures else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def alarm_share(self) -> float:
        return self.alarms / self.non_figures if self.non_figures else float(self.alarms)

    @property
    def objection_share(self) -> float:
        """False objections for each figure."""
        return self.objections / self.figures if self.figures else float(self.objections)

    def __iadd__(self, other: "Tally") -> "Tally":
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


def unit_of(unit: str) -> str:
    """The unit in its one way of writing."""
    plain = unicodedata.normalize("NFKC", unit).replace(" ", "")
    return UNITS.get(plain, plain)


def is_right(gold: Span, found: Found) -> bool:
    """Value, unit and qualifier as marked."""
    if gold.qualifiers and found.qualifier not in gold.qualifiers:
        return False
    units = {unit_of(unit) for unit in gold.units} | (RANK_UNITS if gold.kind == "rank" else set())
    unit = unit_of(found.unit)
    if gold.bounds:
        return unit in units and (found.low, found.high) == gold.bounds
    if found.value is None:
        return False
    value = Fraction(found.value)
    if unit in units and any(abs(value - allowed) <= _slack(allowed) for allowed in gold.values):
        return True
    if gold.kind not in SHARE_KINDS or unit not in SHARES:
        return False
    shares = [allowed * SHARES[one] for allowed in gold.values for one in units if one in SHARES]
    return any(abs(value * SHARES[unit] - share) <= CLOSE for share in shares)


def _slack(value: Fraction) -> Fraction:
    """None, except for a fraction without an end."""
    denominator = value.denominator
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator //= factor
    return CLOSE / 100 if denominator > 1 else Fraction(0)


def overlap(one: Any, other: Any) -> bool:
    return one.start < other.end and other.start < one.end


def pairs(gold: Sequence[Span], found: Sequence[Found]) -> list[tuple[Span, Found | None]]:
    """Every marked figure with the found claim that answers it best; a claim answers one figure."""
    free = [claim for claim in found if claim.is_claim]
    answered: dict[int, Found] = {}
    figures = [span for span in gold if span.role == "claim"]
    for only_right in (True, False):
        for number, span in enumerate(figures):
            if number in answered:
                continue
            near = [c for c in free if overlap(span, c) and (is_right(span, c) or not only_right)]
            if near:
                answered[number] = near[0]
                free.remove(near[0])
    return [(span, answered.get(number)) for number, span in enumerate(figures)]


def score_figures(text: str, gold: Sequence[Span], found: Sequence[Found], place: str = "") -> Tally:
    tally = Tally(non_figures=sum(span.role == "not_claim" for span in gold))
    matched = pairs(gold, found)
    for span, claim in matched:
        tally.figures += 1
        if claim is not None and is_right(span, claim):
            tally.right += 1
            tally.kinds_right += claim.kind in ("", span.kind)
        else:
            wanted = f"{_said(span)} in 「{_around(text, span)}」"
            tally.misses.append(
                f"{place} 漏 {wanted}" if claim is None else f"{place} 误 {wanted}: {_got(claim)}"
            )
    for claim in found:
        if not claim.is_claim:
            continue
        met = {span.role for span in gold if overlap(span, claim)}
        if met == {"either"}:
            continue
        tally.found += 1
        if "claim" not in met and "either" not in met:
            tally.alarms += 1
            tally.misses.append(f"{place} 多 {_got(claim)} in 「{_around(text, claim)}」")
    return tally


def score_relations(sentence: Sentence, relations: Iterable[Any], place: str = "") -> Tally:
    """Seeded errors found by type, and objections to what is right."""
    tally = Tally(seeded=len(sentence.errors))
    objections = [relation for relation in relations if not relation.holds]
    allowed = {kind for error in sentence.errors for kind in error.types}
    for error in sentence.errors:
        hits = [relation for relation in objections if str(relation.type) in error.types]
        tally.seeded_found += bool(hits)
        if not hits:
            tally.misses.append(f"{place} 未指出 {'/'.join(error.types)} in 「{sentence.text}」")
        elif error.expected is not None:
            tally.expected_asked += 1
            told = [r.expected.quantize(error.expected) for r in hits if r.expected is not None]
            tally.expected_right += error.expected in told
            if error.expected not in told:
                tally.misses.append(f"{place} 应为 {error.expected}, 说的是 {told} in 「{sentence.text}」")
    for relation in objections:
        if str(relation.type) not in allowed:
            tally.objections += 1
            tally.misses.append(
                f"{place} 错怪 {relation.type} {relation.expected} {relation.explanation} in 「{sentence.text[:SHOWN]}」"
            )
    return tally


@dataclass
class Bindings:
    """Right metric first, and answers that call a figure right for the wrong reason."""

    asked: int = 0
    right_first: int = 0
    right_in_three: int = 0
    wrong_matches: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right_first / self.asked if self.asked else 1.0


def score_bindings(gold: Sequence[Span], found: Sequence[Found], metrics: dict[str, str]) -> Bindings:
    """`metrics`: claim id → its metric. A match is wrong by another metric than marked, or for a value that is not there."""
    result = Bindings()
    matched = pairs(gold, found)
    answers = [claim for _, claim in matched]
    for claim in found:
        if (
            claim.verdict == MATCHES
            and claim not in answers
            and not any(overlap(span, claim) for span in gold if span.role != "not_claim")
        ):
            result.wrong_matches += 1
            result.misses.append(f"matches where nothing is told: {_got(claim)}")
    for span, claim in matched:
        ids = ",".join(span.claim_ids)
        wanted = {metrics[one] for one in span.claim_ids if one in metrics}
        told = claim.metrics if claim else ()
        if (
            claim is not None
            and claim.verdict == MATCHES
            and (not wanted.intersection(told[:1]) or not is_right(span, claim))
        ):
            result.wrong_matches += 1
            result.misses.append(f"{ids} matches by {told[:1]}, not {sorted(wanted)}: {_got(claim)}")
        if not wanted:
            continue
        result.asked += 1
        result.right_first += bool(wanted.intersection(told[:1]))
        result.right_in_three += bool(wanted.intersection(told[:3]))
        if not wanted.intersection(told[:1]):
            result.misses.append(f"{ids} {sorted(wanted)}: {list(told[:3])}")
    return result


def _said(span: Span) -> str:
    value = "~".join(map(str, span.bounds)) if span.bounds else "/".join(map(str, span.values))
    return f"{span.text!r} {value} {'/'.join(span.units)} {'/'.join(span.qualifiers)}"


def _got(claim: Found) -> str:
    return (
        f"{claim.start}-{claim.end} {claim.value} [{claim.low}, {claim.high}] {claim.unit} {claim.qualifier}"
    )


def _around(text: str, place: Any) -> str:
    return text[max(0, place.start - 8) : place.end + 8].replace("\n", "⏎")
