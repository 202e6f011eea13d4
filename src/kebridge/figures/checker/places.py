"""Whose figure: organisations by the names that texts give them, and the words for all and for the house alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kebridge.core.orgs.types import OrgType
from kebridge.figures.checker.lexicon import Place

OWN_MARK = ":own"  # after an organisation's code: itself alone
_ASSOCIATION = re.compile(r"(?:科学技术协会|科协)$")
_REGION = re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|旗|州)(?=[\u4e00-\u9fff])")
_MUSEUM = {"科学技术馆": "科技馆", "科学技术协会": "科协"}
_REGIONAL = frozenset({OrgType.DISTRICT, OrgType.TOWNSHIP, OrgType.VILLAGE})
ALL_WORDS = ("全市", "全省", "全县", "全区", "全系统", "我市", "我县", "我区", "各县", "县市区", "各级")
_REGION_ENDS = "市县区省旗州"
_BEFORE_A_NAME = re.compile(r"[\s，,。；;：:、！!？?“”（）()》在由从的与和及对以让使]")
OWN_WORDS = ("本级", "市科协机关", "机关本级", "市本级", "县本级")


def names_of(name: str, kind: str) -> list[tuple[str, bool]]:
    """The names of an organisation, and whether each is a short form: 方城县科协 also 方城县, 某市科技馆 also 市科技馆."""
    found: dict[str, bool] = {name: False}
    for long, short in _MUSEUM.items():
        if long in name:
            found[name.replace(long, short)] = False
        if short in name:
            found[name.replace(short, long)] = False
    for known in list(found):
        bare = _ASSOCIATION.sub("", known)
        if kind in _REGIONAL and bare != known and len(bare) >= 2:
            found.setdefault(bare, False)
        region = _REGION.match(known)
        if region and kind not in _REGIONAL:
            rest = known[region.end() :]
            found.setdefault(region[0][-1] + rest, True)
            if len(rest) >= 3:
                found.setdefault(rest, True)
    return list(found.items())


@dataclass(frozen=True)
class Where:
    """The scope; `is_doubtful`: a short name that may be another's, or one said farther off."""

    code: str
    is_doubtful: bool = False
    spans: tuple[tuple[int, int], ...] = ()


class Gazetteer:
    """Finds organisations in texts; `home` is whose report it is."""

    def __init__(self, places: Iterable[Place], home: str, children: Iterable[str]) -> None:
        self._home = home
        self._children = frozenset(children)
        self._by_name: dict[str, list[Place]] = {}
        for place in places:
            self._by_name.setdefault(place.name, []).append(place)
        self._openings: dict[str, list[str]] = {}
        for name in self._by_name:
            self._openings.setdefault(name[:2], []).append(name)
        for names in self._openings.values():
            names.sort(key=len, reverse=True)
        self._known: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def found(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Names of organisations in a plain text: start, end, name; the longest at each place."""
        if text not in self._known:
            spans, at = [], 0
            while at < len(text) - 1:
                name = next(
                    (one for one in self._openings.get(text[at : at + 2], ()) if text.startswith(one, at)),
                    None,
                )
                if name and self._stands_alone(text, at, name):
                    spans.append((at, at + len(name), name))
                at += len(name) if name else 1
            self._known[text] = tuple(spans)
        return self._known[text]

    def _stands_alone(self, text: str, start: int, name: str) -> bool:
        """A bare 科技馆 is nobody's name inside a longer word: 流动科技馆, 农村中学科技馆."""
        is_bare = all(place.is_short for place in self._by_name[name]) and name[0] not in _REGION_ENDS
        return not is_bare or start == 0 or bool(_BEFORE_A_NAME.match(text[start - 1]))

    def spans(self, text: str, types: frozenset[str]) -> list[tuple[int, int]]:
        """Where organisations of these types are named."""
        return [
            (start, end)
            for start, end, name in self.found(text)
            if any(place.type in types for place in self._by_name[name])
        ]

    def where(
        self, text: str, span: tuple[int, int], types: frozenset[str], words: Iterable[frozenset[int]] = ()
    ) -> Where | None:
        """The scope that a stretch of plain text names; None: it names none.

        `words`: characters of longer words, in which a short name is no name (科技馆免费开放补助).
        """
        longer = tuple(words)
        stretch = text[span[0] : span[1]]
        if any(word in stretch for word in OWN_WORDS):
            return Where(self._home + OWN_MARK)
        spoken = [
            (start, end, place)
            for start, end, name in self.found(text)
            if span[0] <= start and end <= span[1]
            for place in self._meant(name)
            if place.type in types
            and not (place.is_short and any(set(range(start, end)) < covered for covered in longer))
        ]
        codes = {place.code for _, _, place in spoken if place.code != self._home}
        if any(word in stretch for word in ALL_WORDS):
            return Where(self._home, is_doubtful=bool(codes) and not _all_short(spoken))
        if codes:
            spans = tuple((start, end) for start, end, _ in spoken)
            first = next(place for _, _, place in spoken if place.code in codes)
            return Where(first.code, len(codes) > 1, spans)
        return None

    def _meant(self, name: str) -> list[Place]:
        """Whom a name means: one directly below the house before its namesakes elsewhere."""
        places = self._by_name[name]
        near = [place for place in places if place.code in self._children]
        return near or places


def _all_short(spoken: list[tuple[int, int, Place]]) -> bool:
    return all(place.is_short for _, _, place in spoken)
