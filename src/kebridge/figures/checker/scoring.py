"""How well the words around a figure name each metric. The value of the figure is not among the arguments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kebridge.figures.checker.lexicon import (
    MEASURE,
    NAME,
    REGISTER,
    TAG,
    VALUE,
    Entry,
    Hit,
    Lexicon,
    Sense,
)
from kebridge.figures.checker.likeness import CLOSE, SAME, may_be
from kebridge.figures.checker.pairs import metrics_by_pair
from kebridge.figures.checker.shapes import Kind
from kebridge.figures.checker.zones import OWN, Zone

STRENGTHS = {NAME: 1.0, MEASURE: 0.9, VALUE: 0.75, TAG: 0.75, REGISTER: 0.5}
_HEADING = 0.12
_NAME_PART, _OWN_PART, _OUTSIDE_PART, _UNIT_PART, _PAIR_PART = 0.34, 0.36, 0.16, 0.14, 0.1
_WEAK_UNIT = 0.25
_PLAIN_KINDS = frozenset({"flow", "stock", "snapshot", "value", "subjects"})
# A mean, or a metric limited by its definition, is meant only where words say so.
_UNSAID = {"ratio": 0.5, "share": 0.5, "mean_per_year": 0.4, "distinct": 0.85, "rank": 0.5}
_UNSAID_LIMIT = 0.9
# A standing number or a year's: said by the verb, whatever is counted.
_STANDING = re.compile(r"达到?|(?<!新)建成|现有|共有|拥有|已有|建有|总数|存量|在册|在库")
_HAPPENING = re.compile(r"新[增建成认命打创聘]|成立|举办|开展|召开|印发|出台")
_STANDING_KINDS = frozenset({"stock", "snapshot"})
_VERB = 0.09
_LEAST_SHARE = 0.2
_NAMING_LENGTH = (
    4  # a name of so many characters is enough; a shorter one is weaker evidence, a longer stronger
)
_LONG_NAME = 1.3
_LOOSE_WORTH = 0.85  # a unit that only may stand for the metric's
_WITHIN_A_NAME = 0.5  # a name that is only part of a longer one said there: 活动 in 志愿者…活动总计
_LONGEST_STANDING = 6
_STRANGE_TAG = 0.12  # a programme is named that the metric's facts have never borne


@dataclass
class Match:
    """A metric with the evidence for it: hits that credit it, how near, the characters they cover, and the score.

    `explained` weighs the words near the figure by how strongly each speaks, `covered` only asks whether it speaks.
    """

    entry: Entry
    unit: float
    score: float = 0.0
    naming: float = 0.0
    explained: float = 0.0
    covered: float = 0.0
    hits: list[tuple[Hit, Sense, float]] = field(default_factory=list)
    cover: dict[int, float] = field(default_factory=dict)
    is_counted_twice: bool = (
        False  # in the very unit of the text another metric counts who has it: 36家 for 36个
    )


class Scorer:
    """Scores all metrics of a lexicon for one mention after the other; what phrases credit is worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._credits: dict[str, dict[str, tuple[float, Sense]]] = {}
        self._likenesses: dict[tuple[Kind, str, str], dict[str, float]] = {}
        self._by_pair = metrics_by_pair(lexicon)
        self._words = frozenset(word for entry in lexicon.entries.values() for word in entry.metric.words)
        self._by_register: dict[str, list[Entry]] = {}
        for entry in lexicon.entries.values():
            self._by_register.setdefault(entry.register, []).append(entry)

    def matches(self, kind: Kind, unit: str, zone: Zone) -> list[Match]:
        """Metrics whose unit may be this one, best first; those that no word speaks for are left out."""
        standing = self._standing(zone) if kind is Kind.RANK else ""
        likenesses = self._units(kind, unit, standing)
        found: dict[str, Match] = {}
        longer = _long_names(zone)
        for hit in zone.hits:
            near = max((zone.weights[at] for at in hit.covered), default=0.0)
            if any(hit.covered < name for name in longer):
                near *= _WITHIN_A_NAME
            if near:
                self._credit(hit, near, likenesses, found)
        shares = self._pair_shares(zone)
        for name, share in shares.items():
            if share >= _LEAST_SHARE and name in likenesses:
                found.setdefault(name, Match(self.lexicon.entries[name], likenesses[name]))
        outside = self._from_headings(zone, found)
        named = self._tags_named(zone)
        whole = sum(zone.weights[at] * zone.passage.content[at] for at in _inside(zone)) or 1.0
        for name, match in found.items():
            self._weigh(match, whole, shares.get(name, 0.0), outside.get(name, 0.0), zone)
            if named and not any(_bears(match.entry, senses) for senses in named):
                match.score -= _STRANGE_TAG
        ranked = [match for match in found.values() if match.score > 0]
        ranked.sort(key=lambda match: (-match.score, match.entry.metric.name))
        if ranked:
            ranked[0].is_counted_twice = self._is_counted_twice(ranked[0], likenesses)
        return ranked

    def _is_counted_twice(self, match: Match, likenesses: dict[str, float]) -> bool:
        return match.unit < SAME and any(
            likenesses.get(name) == SAME
            and entry.metric.kind == "subjects"
            and entry.measures & match.entry.measures
            for name, entry in self.lexicon.entries.items()
        )

    def _standing(self, zone: Zone) -> str:
        """The words of a standing, as far as some metric is named by them: 唯一, 唯一入选."""
        text, (start, end) = zone.passage.plain_text, zone.mention
        longer = (text[start : end + more] for more in range(_LONGEST_STANDING, 0, -1))
        return next((words for words in longer if words in self._words), text[start:end])

    def _units(self, kind: Kind, unit: str, standing: str) -> dict[str, float]:
        """The metrics that may be counted in this unit at all; `standing`: the words of a standing (首次, 第一方阵)."""
        if (kind, unit, standing) not in self._likenesses:
            self._likenesses[kind, unit, standing] = {
                name: likeness
                for name, entry in self.lexicon.entries.items()
                if (
                    likeness := may_be(
                        kind,
                        unit,
                        entry.metric.unit,
                        entry.metric.kind,
                        counts_persons=entry.counts_persons,
                        names_standing=any(
                            len(word) >= 2 and standing.startswith(word) for word in entry.metric.words
                        ),
                    )
                )
            }
        return self._likenesses[kind, unit, standing]

    def _credit(self, hit: Hit, near: float, likenesses: dict[str, float], found: dict[str, Match]) -> None:
        for name, (strength, sense) in self._credits_of(hit.phrase).items():
            if name not in likenesses:
                continue
            if name not in found:
                found[name] = Match(self.lexicon.entries[name], likenesses[name])
            match = found[name]
            match.hits.append((hit, sense, near))
            for at in hit.covered:
                match.cover[at] = max(match.cover.get(at, 0.0), strength)

    def _tags_named(self, zone: Zone) -> list[list[Sense]]:
        """The tags that stand in the clause, each as what it may be."""
        found = []
        for hit in zone.hits:
            tags = [sense for sense in hit.senses if sense.kind == TAG]
            if tags and zone.clause[0] <= hit.start and hit.end <= zone.clause[1]:
                found.append(tags)
        return found

    def _credits_of(self, phrase: str) -> dict[str, tuple[float, Sense]]:
        """Which metrics a phrase speaks for, how strongly and in which sense."""
        if phrase not in self._credits:
            found: dict[str, tuple[float, Sense]] = {}
            for sense in self.lexicon.phrases[phrase]:
                strength = STRENGTHS[sense.kind] * sense.strength
                for entry in self._may_mean(sense):
                    name, worth = entry.metric.name, strength * bearing(sense, entry)
                    if worth > found.get(name, (0.0, sense))[0]:
                        found[name] = (worth, sense)
            self._credits[phrase] = found
        return self._credits[phrase]

    def _may_mean(self, sense: Sense) -> Iterable[Entry]:
        """The metrics that a sense may speak for at all."""
        if sense.kind == NAME:
            return [self.lexicon.entries[sense.key]] if sense.key in self.lexicon.entries else []
        if sense.kind in (REGISTER, VALUE):
            return self._by_register.get(sense.register if sense.kind == VALUE else sense.key, [])
        return self.lexicon.entries.values()

    def _from_headings(self, zone: Zone, found: dict[str, Match]) -> dict[str, float]:
        worth: dict[str, float] = {}
        for heading in zone.headings:
            for hit in heading.hits:
                for name, (strength, _) in self._credits_of(hit.phrase).items():
                    if name in found:
                        worth[name] = max(worth.get(name, 0.0), strength * _HEADING)
        return worth

    def _weigh(self, match: Match, whole: float, pair_share: float, outside: float, zone: Zone) -> None:
        content, weights, cover = zone.passage.content, zone.weights, match.cover
        inside = _inside(zone)
        told = sum(weights[at] * (content[at] or 1.0) * worth for at, worth in cover.items() if at in inside)
        beyond = sum(weights[at] * worth for at, worth in cover.items() if at not in inside)
        names = [
            near * sense.strength * min(_LONG_NAME, len(hit.covered) / _NAMING_LENGTH)
            for hit, sense, near in match.hits
            if sense.kind == NAME or (sense.kind == MEASURE and match.entry.metric.kind in _PLAIN_KINDS)
        ]
        match.naming = max(names, default=0.0)
        match.explained = min(1.0, told / whole)
        match.covered = sum(weights[at] * content[at] for at in cover if at in inside) / whole
        unit = match.unit if match.unit == SAME else match.unit * 0.7
        match.score = (
            _NAME_PART * match.naming
            + _OWN_PART * match.explained
            + _OUTSIDE_PART * min(1.0, beyond / 3)
            + _UNIT_PART * unit
            + _PAIR_PART * pair_share
            + outside
            + _verb_worth(match.entry.metric.kind, zone)
        ) * self._saidness(match)
        if match.unit < CLOSE:
            match.score *= _LOOSE_WORTH

    def _saidness(self, match: Match) -> float:
        metric = match.entry.metric
        if any(sense.kind == NAME and sense.strength == 1 for _, sense, _ in match.hits):
            return 1.0
        return _UNSAID.get(metric.kind, _UNSAID_LIMIT if metric.filters else 1.0)

    def _pair_shares(self, zone: Zone) -> dict[str, float]:
        """Of each metric, the share of the near words that its own titles hold, in pairs of characters."""
        text, content, inside = zone.passage.plain_text, zone.passage.content, _inside(zone)
        whole, told = 0.0, dict[str, float]()
        for at in inside[:-1]:
            if content[at] and content[at + 1]:
                whole += zone.weights[at]
                for name in self._by_pair.get(text[at : at + 2], ()):
                    told[name] = told.get(name, 0.0) + zone.weights[at]
        return {name: share / whole for name, share in told.items()} if whole else {}


def _long_names(zone: Zone) -> list[frozenset[int]]:
    """Where the names of metrics stand that are said in full, in the clause of the figure or with a part in it."""
    return [
        hit.covered
        for hit in zone.hits
        if any(sense.kind == NAME and sense.strength == 1 for sense in hit.senses)
        and len(hit.covered) > _NAMING_LENGTH
        and any(zone.weights[at] == OWN for at in hit.covered)
    ]


def _inside(zone: Zone) -> range:
    """The characters of the clause."""
    return range(max(0, zone.clause[0]), min(zone.clause[1], len(zone.weights)))


def _verb_worth(kind: str, zone: Zone) -> float:
    text = zone.passage.plain_text
    for start in (
        zone.own[0],
        zone.clause[0],
        zone.sentence[0],
    ):  # the verb of a list stands before its first item
        said = text[start : zone.own[1]]
        is_standing, is_happening = _STANDING.search(said), _HAPPENING.search(said)
        if is_standing or is_happening:
            break
    if bool(is_standing) == bool(is_happening):
        return 0.0
    return _VERB if bool(is_standing) == (kind in _STANDING_KINDS) else -_VERB


def _bears(entry: Entry, tags: list[Sense]) -> bool:
    return any(tag.key in entry.tags.get(tag.dimension, ()) for tag in tags)


def bearing(sense: Sense, entry: Entry) -> float:
    """How much a sense of a phrase speaks for a metric."""
    match sense.kind:
        case "name":
            return 1.0 if sense.key == entry.metric.name else 0.0
        case "measure":
            return 1.0 if sense.key in entry.measures else 0.0
        case "register":
            return 1.0 if sense.key == entry.register else 0.0
        case "value":
            if sense.register != entry.register:
                return 0.0
            fixed = dict(entry.metric.filters).get(sense.dimension)
            if fixed is not None:
                return 1.0 if sense.key in fixed else 0.0
            return 1.0 if sense.key in entry.values.get(sense.dimension, ()) else 0.0
    return 1.0 if sense.key in entry.tags.get(sense.dimension, ()) else 0.0
