"""Which filters the words around a figure put on a metric: kinds, levels, places and named programmes."""

import re
from dataclasses import dataclass, field, replace

from kebridge.figures.checker.lexicon import NAME, TAG, VALUE, Entry, Hit, Sense
from kebridge.figures.checker.scoring import Match
from kebridge.figures.checker.zones import CLAUSE, Zone

LEVELS = ("nation", "province", "city", "county")
_UPWARD = ("以上",)
_NEAR, _FAR, _OWN = CLAUSE, 0.2, 0.7
_JOINING = re.compile(r"[、和及与或]|以及")
_AROUND = 4  # how far before a short name its region may stand: 省…大赛, 市第30届…大赛
_REGIONS = {"省": ("省",), "市": ("市",), "县": ("县",), "全国": ("全国", "中国")}

Filters = dict[str, tuple[str, ...]]


@dataclass
class Limits:
    """The filters, and why they may be wrong."""

    filters: Filters = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Found:
    hit: Hit
    sense: Sense
    near: float
    is_in_name: bool = False  # part of a word that names the metric: 公众 in 服务公众


def limits_of(match: Match, zone: Zone) -> Limits:
    """The filters for a metric from its clause; what only stands further off makes them doubtful."""
    limits = Limits()
    borne = _unshadowed(_borne(match.entry, zone))
    borne = _without_descriptions(borne)
    for dimension in dict.fromkeys(found.sense.dimension for found in borne if found.sense.kind == VALUE):
        _limit_by_values(dimension, [f for f in borne if _is(f, VALUE, dimension)], zone, limits)
    for scheme in dict.fromkeys(found.sense.dimension for found in borne if found.sense.kind == TAG):
        _limit_by_tags(scheme, [f for f in borne if _is(f, TAG, scheme)], zone, limits)
    for dimension, values in match.entry.metric.filters:
        if dimension in limits.filters and set(limits.filters[dimension]) & set(values):
            del limits.filters[dimension]
    return limits


def _is(found: _Found, kind: str, dimension: str) -> bool:
    return found.sense.kind == kind and found.sense.dimension == dimension


def _borne(entry: Entry, zone: Zone) -> list[_Found]:
    found = []
    for hit in zone.hits:
        near = max((zone.weights[at] for at in hit.covered), default=0.0)
        if near < _FAR:
            continue
        for sense in hit.senses:
            known = {
                VALUE: sense.register == entry.register
                and sense.key in entry.values.get(sense.dimension, ()),
                TAG: sense.key in entry.tags.get(sense.dimension, ()),
                NAME: sense.key == entry.metric.name,
            }.get(sense.kind, False)
            if known:
                found.append(_Found(hit, sense, near))
    return found


def _unshadowed(found: list[_Found]) -> list[_Found]:
    """Without what is only part of a longer word: 专家 in 首席科普专家, 志愿服务 in the name of a programme."""
    kept = []
    for one in found:
        longer = [
            other.sense.kind
            for other in found
            if len(other.hit.covered) > len(one.hit.covered)
            and one.hit.covered <= other.hit.covered
            and (other.sense.kind != NAME or not _is_piece(one.hit, other.hit))
        ]
        if one.sense.kind != NAME and not set(longer) & {VALUE, TAG}:
            kept.append(replace(one, is_in_name=NAME in longer))
    return kept


def _without_descriptions(found: list[_Found]) -> list[_Found]:
    """In a list of named programmes a kind that stands between the names describes one of them, not all."""
    programmes = [one.hit for one in found if one.sense.dimension == "programme" and one.near >= _NEAR]
    if len({hit.start for hit in programmes}) < 2:
        return found
    last = max(hit.end for hit in programmes)
    return [one for one in found if one.sense.kind != VALUE or one.hit.start >= last]


def _is_piece(part: Hit, whole: Hit) -> bool:
    """Whether the longer word stands in pieces and this is one of them: 学校 in 覆盖…学校."""
    is_gapped = len(whole.covered) < whole.end - whole.start
    return is_gapped and (part.start - 1 not in whole.covered or part.end not in whole.covered)


def _limit_by_values(dimension: str, found: list[_Found], zone: Zone, limits: Limits) -> None:
    near = [one for one in found if one.near >= _NEAR]
    if not near:
        return
    best = max(one.near for one in near)
    chosen = _with_enumerated([one for one in near if one.near >= min(best, _OWN)], near, zone)
    values = {one.sense.key for one in chosen}
    if dimension == "level":
        text = zone.passage.plain_text
        for one in chosen:
            if text[one.hit.end : one.hit.end + 2] in _UPWARD and one.sense.key in LEVELS:
                values |= set(LEVELS[: LEVELS.index(one.sense.key)])
    if any(one.is_in_name for one in chosen):
        limits.doubts.append("不能确定这个词是名称还是限定")
    if any(one.sense.strength < 1 for one in chosen):
        limits.doubts.append("分类的说法与登记簿不全一样")
    if len({one.hit.start for one in chosen}) == 1 and len(values) > 1:
        limits.doubts.append("同一个词可以指几类")
    limits.filters[dimension] = tuple(sorted(values))


def _with_enumerated(chosen: list[_Found], near: list[_Found], zone: Zone) -> list[_Found]:
    """With what stands in one enumeration with them: 高校科协、企业科协、医院科协."""
    text, found = zone.passage.plain_text, list(chosen)
    is_growing = True
    while is_growing:
        joined = [
            one
            for one in near
            if one not in found
            and any(
                _JOINING.fullmatch(text[min(a.end, b.end) : max(a.start, b.start)])
                for a, b in ((one.hit, other.hit) for other in found)
            )
        ]
        found += joined
        is_growing = bool(joined)
    return found


def _limit_by_tags(scheme: str, found: list[_Found], zone: Zone, limits: Limits) -> None:
    near = [one for one in found if one.near >= _NEAR]
    if not near:
        limits.doubts.append("所指的活动或项目在前文，没有写在本句里")
    closest = max(one.near for one in found)
    chosen = near or [one for one in found if one.near == closest]
    names: dict[int, set[str]] = {}
    for one in chosen:
        names.setdefault(one.hit.start, set()).add(one.sense.key)
    values: set[str] = set()
    for start, candidates in names.items():
        fitting = {name for name in candidates if _fits_region(name, zone.passage.plain_text, start)}
        if len(fitting or candidates) > 1:
            limits.doubts.append("这个名称对应几个登记的品牌或奖项")
        values |= fitting or candidates
    limits.filters[scheme] = tuple(sorted(values))


def _fits_region(name: str, text: str, start: int) -> bool:
    """Whether the region in a tag's full name is that which stands before its short name in the text."""
    if text.startswith(name[:3], start):
        return True
    before = text[max(0, start - _AROUND - 4) : start]
    for mark, words in _REGIONS.items():
        if any(word in name[:6] for word in words) and any(
            word in before[-_AROUND - 2 :] for word in (mark, *words)
        ):
            return True
    return False
