"""What each figure claims: metric, filters, scope and period, from words alone. The value is never looked at.

`bind` gives every claim its candidates, best first, with a confidence; whatever leaves room for another reading
makes the binding ambiguous, and says why.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebridge.core.orgs.types import OrgType
from kebridge.figures.checker.bound import Bound, Choice, House
from kebridge.figures.checker.lexicon import NAME, TAG, VALUE, Lexicon, plain_phrase
from kebridge.figures.checker.likeness import CLOSE
from kebridge.figures.checker.limiting import Limits, limits_of
from kebridge.figures.checker.periods import When, when_of
from kebridge.figures.checker.places import ALL_WORDS, Gazetteer, Where
from kebridge.figures.checker.scoring import Match, Scorer
from kebridge.figures.checker.shapes import Binding, Candidate, Context, Draft, Kind, Mention
from kebridge.figures.checker.signatures import signature_of
from kebridge.figures.checker.twins import Twins
from kebridge.figures.checker.zones import Passages, Zone, zone_of

MOST_CANDIDATES = 5
LEAST_SCORE = 0.2  # below it the words do not speak for the metric
SURE = 0.75
_FULL_SCORE = 0.85
_MARGIN = 0.12  # nearer than this, two readings are both possible
_LEAST_EXPLAINED, _LEAST_NAMING, _CLEAR = 0.55, 0.7, 0.8
_DOUBT_COSTS = 0.85
# What points back at something said before: the words of the sentence alone do not tell what is meant.
_POINTING = re.compile(r"期间|其中|本次|此次|该|上述|这些|会上|现场|各自|分别|前者|后者|另有|此外|剩余|仅")
# What an earlier clause says of where, by whom or on which occasion holds for the clauses after it.
_FRAMING = re.compile(
    r"依托|借助|利用|借力|以.{2,16}为(?:契机|抓手|载体|平台)|通过.{2,30}(?:形式|方式|平台|渠道|途径)|期间|在.{2,14}(?:活动中|上|中|内)(?:$|[，,])"
)
# What may take a part only, which no filter of ours says.
_PARTIAL = re.compile(r"[首第][一二三四五六七八九十]?批|部分|主要|重点|骨干|典型|代表|符合条件|以上")
_FOLLOWING = re.compile(
    r"(?:总|累计|共计?|合计|总计|全网)*(?:浏览|播放|点击|阅读|点赞|转发|观看|受益|受众|覆盖|惠及|服务|参与|参加|吸引|参训|总量|总数|总额|时长)"
)
_CHANGES = {Kind.GROWTH: "growth", Kind.POINTS: "points"}
_LEVELS = frozenset({"stock", "snapshot", "value"})
# Organisations that are the scope of a figure; societies, schools and enterprises are more often what is counted.
_SCOPE_TYPES = frozenset(
    {OrgType.CITY, OrgType.DISTRICT, OrgType.TOWNSHIP, OrgType.MUSEUM, OrgType.YOUTH_CENTRE, OrgType.BASE,
     OrgType.UNIVERSITY, OrgType.PARK, OrgType.HOSPITAL, OrgType.SCHOOL}
)  # fmt: skip

_TYPED = frozenset({OrgType.MUSEUM, OrgType.BASE, OrgType.YOUTH_CENTRE, OrgType.SCHOOL, OrgType.ENTERPRISE})


@dataclass(frozen=True)
class _Reading:
    """A metric that the words may name, with all else they say of it."""

    match: Match
    candidate: Candidate
    limits: Limits
    where: Where
    when: When


class Binder:
    """Binds the claims of one draft."""

    def __init__(self, draft: Draft, mentions: Sequence[Mention], lexicon: Lexicon, house: House) -> None:
        self._claims = sorted((one for one in mentions if one.is_claim), key=lambda one: one.start)
        self._starts = [one.start for one in self._claims]
        self._lexicon = lexicon
        self._house = house
        self._scorer = Scorer(lexicon)
        self._twins = Twins(lexicon)
        self._before: tuple[Mention, Bound] | None = None
        self._gazetteer = Gazetteer(lexicon.places, house.code, house.children)
        self._passages = Passages(draft, lexicon, lambda text: self._gazetteer.spans(text, _SCOPE_TYPES))

    def bind(self, mention: Mention, context: Context) -> Bound:
        """The binding of one claim; claims are bound in the order of the text."""
        bound = self._change_of_before(mention, context) or self._bound(mention, context)
        if mention.kind not in _CHANGES:
            self._before = (mention, bound)
        return bound

    def _change_of_before(self, mention: Mention, context: Context) -> Bound | None:
        """接待观众…人次，同比增长12.5%: the growth of the figure before it in the sentence."""
        if mention.kind not in _CHANGES or self._before is None:
            return None
        base, bound = self._before
        best = bound.binding.best
        if best is None or not context.sentence[0] <= base.start < mention.start:
            return None
        for name, entry in self._lexicon.entries.items():
            if entry.metric.kind == _CHANGES[mention.kind] and entry.metric.of == best.metric:
                binding = Binding((replace(best, metric=name),), is_ambiguous=bound.binding.is_ambiguous)
                return replace(bound, binding=binding, signature=f"{bound.signature}|{mention.kind}")
        return None

    def _bound(self, mention: Mention, context: Context) -> Bound:
        first, last = (bisect_left(self._starts, place) for place in context.clause)
        zone = zone_of(mention, context, self._claims[first:last], self._passages)
        signature = signature_of(zone, mention)
        matches = [
            match
            for match in self._scorer.matches(mention.kind, mention.unit, zone)[:MOST_CANDIDATES]
            if match.score >= LEAST_SCORE
        ]
        read = [self._read(match, zone, context) for match in matches]
        chosen = (self._house.choices or {}).get(signature)
        if chosen is not None and chosen.metric in self._lexicon.entries:
            return self._confirmed(chosen, read, zone, context, signature)
        if not read:
            return Bound(Binding(), signature=signature)
        return self._ranked(read, zone, context, signature)

    def _read(self, match: Match, zone: Zone, context: Context) -> _Reading:
        limits = limits_of(match, zone)
        where = self._where(match, zone, context, limits)
        when = self._when(zone, context, is_level=match.entry.metric.kind in _LEVELS)
        period = str(when.period) if when.period else ""
        candidate = Candidate(match.entry.metric.name, limits.filters, where.code, period)
        return _Reading(match, candidate, limits, where, when)

    def _ranked(self, read: Sequence[_Reading], zone: Zone, context: Context, signature: str) -> Bound:
        first = read[0]
        best = first.match
        margin = best.score - read[1].match.score if len(read) > 1 else 1.0
        doubts = [*first.limits.doubts, *self._doubts(best, margin, zone, context)]
        if first.where.is_doubtful:
            doubts.append("单位的简称可能指别的单位")
        if first.when.period is None or first.when.is_doubtful:
            doubts.append("时段的说法不能确定")
        candidates: list[Candidate] = []
        for one in read:
            worth = min(1.0, one.match.score / _FULL_SCORE)
            gap = margin if one is first else one.match.score - best.score
            worth *= 0.6 + 0.4 * max(0.0, min(1.0, gap / (2 * _MARGIN)))
            worth *= _DOUBT_COSTS ** len(doubts) if one is first else 1.0
            surest = min(worth, candidates[0].confidence) if candidates else worth
            candidates.append(replace(one.candidate, confidence=round(surest, 2)))
        is_open = bool(doubts) or candidates[0].confidence < SURE
        said = zone.passage.plain_text[zone.clause[0] : zone.clause[1]]
        is_clear = not is_open and best.covered >= _CLEAR and not _PARTIAL.search(said)
        is_firm = is_clear and best.explained >= _CLEAR and not self._follows_on(zone, said)
        return Bound(
            Binding(tuple(candidates), is_ambiguous=is_open), tuple(doubts), signature, is_clear, is_firm
        )

    def _follows_on(self, zone: Zone, said: str) -> bool:
        """…视频153个，总浏览量达630万次: a clause whose words leave to the clause before what it is of."""
        return zone.clause[0] > zone.sentence[0] and bool(_FOLLOWING.match(said))

    def _doubts(self, best: Match, margin: float, zone: Zone, context: Context) -> list[str]:
        found = []
        if margin < _MARGIN:
            found.append("另一个指标也说得通")
        if best.naming < _LEAST_NAMING:
            found.append("本句没有写出指标的名称")
        if best.explained < _LEAST_EXPLAINED:
            found.append("本句还有没看明白的词")
        if best.unit < CLOSE:
            found.append("量词与指标的单位不同")
        if best.is_counted_twice:
            found.append("按个数和按单位数有两种算法")
        if self._twins.of(best, zone.clause):
            found.append("两个登记簿都有这一类")
        text = zone.passage.plain_text[zone.clause[0] : zone.clause[1]]
        if _POINTING.search(text):
            found.append("本句指着前文所说的事")
        if _FRAMING.search(zone.passage.plain_text[zone.sentence[0] : zone.clause[0]]):
            found.append("前面的话可能限定了范围")
        if context.is_plan:
            found.append("说的是打算，不是已经做成的")
        return found

    def _confirmed(
        self,
        chosen: Choice,
        read: Sequence[_Reading],
        zone: Zone,
        context: Context,
        signature: str,
    ) -> Bound:
        """The remembered choice first; scope and period still come from the words unless it fixes the scope."""
        when = self._when(zone, context)
        where = self._place(zone, context) or Where(self._house.code)
        first = Candidate(
            chosen.metric,
            chosen.filters,
            chosen.scope or where.code,
            str(when.period) if when.period else "",
            confidence=1.0,
        )
        rest = [one.candidate for one in read if one.candidate.metric != chosen.metric]
        is_open = when.period is None or when.is_doubtful
        doubts = ("时段的说法不能确定",) if is_open else ()
        return Bound(Binding((first, *rest), confirmed=not is_open, is_ambiguous=is_open), doubts, signature)

    def register_of(self, bound: Bound) -> str:
        """The title of the register that the best candidate is counted from."""
        best = bound.binding.best
        entry = self._lexicon.entries.get(best.metric) if best else None
        return self._lexicon.registers.get(entry.register, "") if entry else ""

    # -- whose and when

    def _where(self, match: Match, zone: Zone, context: Context, limits: Limits) -> Where:
        """The scope; a county that the metric knows as a place becomes a filter instead."""
        if match.entry.register == "organisations":
            return Where(self._house.code)
        places = match.entry.values.get("place", frozenset())
        text = zone.passage.plain_text
        for place in sorted(places):
            if len(place) >= 2 and place in text[zone.clause[0] : zone.clause[1]]:
                limits.filters["place"] = (place,)
                return Where(self._house.code)
        where = self._place(zone, context) or Where(self._house.code)
        return self._of_type(where, match, zone, limits)

    def _of_type(self, where: Where, match: Match, zone: Zone, limits: Limits) -> Where:
        """全市…科技馆: all organisations of that kind, not all there are."""
        stretch = zone.passage.plain_text[zone.clause[0] : zone.clause[1]]
        if where.code != self._house.code or not any(word in stretch for word in ALL_WORDS):
            return where
        for kind in sorted({place.type for place in self._lexicon.places}):
            label = OrgType(kind).label if kind in OrgType else ""
            is_counted = any(label in hit.phrase for hit, *_ in match.hits)
            if kind in _TYPED and label in stretch and not is_counted:
                limits.filters["org_type"] = (kind,)
                return replace(where, is_doubtful=True)
        return where

    def _place(self, zone: Zone, context: Context) -> Where | None:
        text = zone.passage.plain_text
        words = [
            hit.covered for hit in zone.hits if any(sense.kind in (TAG, VALUE, NAME) for sense in hit.senses)
        ]
        for span, is_far in ((zone.clause, False), ((zone.sentence[0], zone.clause[0]), True)):
            if found := self._gazetteer.where(text, span, _SCOPE_TYPES, words):
                return replace(
                    found, is_doubtful=found.is_doubtful or (is_far and found.code != self._house.code)
                )
        for said in context.scope_words:
            if found := self._gazetteer.where(said, (0, len(said)), _SCOPE_TYPES):
                return replace(found, is_doubtful=found.code != self._house.code and found.is_doubtful)
        for heading in (*reversed(context.headings), context.list_head):
            if found := self._gazetteer.where(heading, (0, len(heading)), _SCOPE_TYPES):
                return replace(found, is_doubtful=found.code != self._house.code)
        return None

    def _when(self, zone: Zone, context: Context, *, is_level: bool = False) -> When:
        text = zone.passage.plain_text[zone.clause[0] : zone.clause[1]]
        home = self._house.period
        sentence = zone.passage.plain_text[zone.sentence[0] : zone.sentence[1]]
        near = [word for word in context.period_words if plain_phrase(word) in sentence]
        when = when_of(near, text, home, is_level=is_level)
        if not when.is_said:  # said in another sentence, which may tell of something else
            when = when_of(context.period_words, text, home, is_level=is_level)
            when = replace(when, is_doubtful=when.is_doubtful or when.period != home)
        is_open = when.period == home and not self._house.is_period_sure
        return replace(when, is_doubtful=when.is_doubtful or is_open)
