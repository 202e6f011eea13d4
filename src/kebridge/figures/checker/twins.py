"""Kinds that two counts of one room know under nearly the same name."""

from kebridge.figures.checker.lexicon import VALUE, Entry, Lexicon, Sense
from kebridge.figures.checker.pairs import pairs
from kebridge.figures.checker.scoring import Match, bearing

_TWIN = 0.6  # of the pairs of characters of the shorter name


class Twins:
    """Kinds that two counts of one room know under nearly the same name: which count is meant, words cannot tell."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kinds: dict[str, list[tuple[Sense, frozenset[str]]]] = {}
        for phrase, senses in lexicon.phrases.items():
            for sense in senses:
                if sense.kind == VALUE and sense.dimension == "kind":
                    named = (sense, frozenset(pairs([phrase])))
                    self._kinds.setdefault(sense.register, []).append(named)

    def of(self, match: Match, clause: tuple[int, int]) -> bool:
        """Whether a kind in the clause has a namesake that only another metric of room and unit counts."""
        entry = match.entry
        others = [
            other
            for other in self._lexicon.entries.values()
            if other.metric.unit == entry.metric.unit
            and _room(other) == _room(entry)
            and not other.measures & entry.measures
        ]
        for hit, sense, _ in match.hits:
            if sense.kind == VALUE and sense.dimension == "kind" and clause[0] <= hit.start < clause[1]:
                mine = frozenset(pairs([hit.phrase]))
                if any(self._is_alike(mine, entry, other) for other in others):
                    return True
        return False

    def _is_alike(self, mine: frozenset[str], entry: Entry, other: Entry) -> bool:
        for sense, theirs in self._kinds.get(other.register, ()):
            is_only_theirs = (
                bearing(sense, other)
                and not bearing(sense, entry)
                and sense.key in other.values.get("kind", ())
            )
            if is_only_theirs and len(mine & theirs) >= _TWIN * min(len(mine), len(theirs)) > 0:
                return True
        return False


def _room(entry: Entry) -> str:
    return entry.metric.name.split(".")[0]
