"""A checked draft as its page shows it: the text in pieces, a card for each figure, what does not stand on top."""

from collections.abc import Iterable
from dataclasses import dataclass

from kebridge.core.calendar.periods import Period
from kebridge.core.wording.styles import trimmed
from kebridge.figures import metrics
from kebridge.figures.checker.correcting import wording_for
from kebridge.figures.checker.outcome import Checked, Judged
from kebridge.figures.checker.places import OWN_MARK
from kebridge.figures.checker.report import RELATION_LABELS, VERDICT_LABELS
from kebridge.figures.checker.shapes import Candidate, Verdict
from kebridge.figures.links import figure_url
from kebridge.figures.presenting import filter_words, org_title
from kebridge.figures.requests import FILTER_LABELS

# One sign a verdict, so that the colour is never alone.
SIGNS = {
    Verdict.MATCHES: "✓",
    Verdict.ROUNDED: "≈",
    Verdict.POSSIBLE: "?",
    Verdict.CONTRADICTS: "✗",
    Verdict.NOT_COMPUTABLE: "–",
    Verdict.NEEDS_EVIDENCE: "!",
}
TONES = {
    Verdict.MATCHES: "good",
    Verdict.ROUNDED: "good",
    Verdict.POSSIBLE: "soon",
    Verdict.CONTRADICTS: "bad",
    Verdict.NOT_COMPUTABLE: "plain",
    Verdict.NEEDS_EVIDENCE: "soon",
}


@dataclass(frozen=True)
class Reading:
    """A candidate in words: `number` is its place among the candidates of its figure."""

    number: int
    title: str
    limits: str
    scope: str
    period: str


@dataclass(frozen=True)
class Card:
    """All that is told of one figure."""

    number: int
    text: str
    verdict: str
    label: str
    sign: str
    tone: str
    explanation: str
    expected: str
    url: str
    best: Reading | None
    others: tuple[Reading, ...]
    wording: str
    signature: str
    is_kept: bool
    is_confirmed: bool


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; with a card it is a figure. `is_crossed`: it does not agree with another figure."""

    text: str
    card: Card | None = None
    is_crossed: bool = False


@dataclass(frozen=True)
class Broken:
    """A relation that does not hold, with the figures it is between."""

    label: str
    explanation: str
    members: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Shown:
    """The page."""

    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    wrong: tuple[Card, ...]
    broken: tuple[Broken, ...]
    counts: tuple[tuple[str, str, str, int], ...]

    @property
    def faults(self) -> int:
        """How many places the list on top names."""
        return len(self.wrong) + len(self.broken)


def show(checked: Checked, kept: Iterable[str]) -> Shown:
    """`kept`: signatures of figures that the person leaves as they are."""
    left = frozenset(kept)
    cards = {
        number: _card(number, one, left)
        for number, one in enumerate(checked.judged)
        if one.finding.mention.is_claim
    }
    crossed = {member for relation in checked.broken for member in relation.members}
    broken = tuple(
        Broken(
            RELATION_LABELS[relation.type],
            relation.explanation,
            tuple((index, checked.judged[index].finding.mention.text) for index in relation.members),
        )
        for relation in checked.broken
    )
    wrong = tuple(card for card in cards.values() if card.verdict == Verdict.CONTRADICTS and not card.is_kept)
    return Shown(
        _pieces(checked, cards, crossed), tuple(cards.values()), wrong, broken, _counts(cards.values())
    )


def _counts(cards: Iterable[Card]) -> tuple[tuple[str, str, str, int], ...]:
    found = [card.verdict for card in cards]
    order = (
        Verdict.CONTRADICTS, Verdict.POSSIBLE, Verdict.NEEDS_EVIDENCE, Verdict.NOT_COMPUTABLE, Verdict.ROUNDED, Verdict.MATCHES,
    )  # fmt: skip
    return tuple(
        (SIGNS[one], VERDICT_LABELS[one].split("，")[0], TONES[one], found.count(one))
        for one in order
        if one in found
    )


def _pieces(checked: Checked, cards: dict[int, Card], crossed: set[int]) -> tuple[Piece, ...]:
    text, at, pieces = checked.draft.text, 0, []
    for number, one in enumerate(checked.judged):
        mention = one.finding.mention
        if number not in cards or mention.start < at:
            continue
        pieces.append(Piece(text[at : mention.start]))
        pieces.append(Piece(text[mention.start : mention.end], cards[number], number in crossed))
        at = mention.end
    return (*pieces, Piece(text[at:]))


def _card(number: int, one: Judged, kept: frozenset[str]) -> Card:
    finding = one.finding
    verdict = one.verdict or Verdict.NOT_COMPUTABLE
    expected = finding.judgement.expected if finding.judgement else None
    candidates = finding.binding.candidates
    return Card(
        number=number,
        text=finding.mention.text,
        verdict=str(verdict),
        label=VERDICT_LABELS[verdict],
        sign=SIGNS[verdict],
        tone=TONES[verdict],
        explanation=finding.judgement.explanation if finding.judgement else "",
        expected=f"{trimmed(expected)}{one.figure.unit if one.figure else ''}"
        if expected is not None
        else "",
        url=figure_url(one.figure.request) if one.figure else "",
        best=reading(0, candidates[0]) if candidates else None,
        others=tuple(reading(place, other) for place, other in enumerate(candidates[1:], start=1)),
        wording=_wording(one, verdict),
        signature=one.signature,
        is_kept=one.signature in kept,
        is_confirmed=finding.binding.confirmed,
    )


def _wording(one: Judged, verdict: Verdict) -> str:
    """What the text should say, where it says something else."""
    if verdict not in (Verdict.CONTRADICTS, Verdict.POSSIBLE):
        return ""
    wording = wording_for(one.finding.mention, one.figure)
    return "" if wording == one.finding.mention.text else wording


def reading(number: int, candidate: Candidate) -> Reading:
    metric = metrics.get(candidate.metric)
    limits = "；".join(
        f"{FILTER_LABELS[key]}：{filter_words(key, values, metric)}"
        for key, values in candidate.filters.items()
    )
    code = candidate.scope.removesuffix(OWN_MARK)
    scope = org_title(code) + ("本级" if candidate.scope.endswith(OWN_MARK) else "")
    period = Period.parse(candidate.period).label if candidate.period else "时段不明"
    return Reading(number, metric.title, limits, scope, period)
