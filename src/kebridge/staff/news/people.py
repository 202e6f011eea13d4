"""How many came, on the spot and online, and how many sessions: counts of a news text, told apart."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kebridge.core.wording.agreement import Qualifier
from kebridge.figures.checker.context import contexts
from kebridge.figures.checker.mentions import find_mentions
from kebridge.figures.checker.read import from_text
from kebridge.figures.checker.shapes import Context, Kind, Mention
from kebridge.staff.news.shapes import (
    Proposal,
    Proposals,
    Sure,
    best_first,
    is_caption,
    is_of_series,
    sentence_at,
)

_UNITS = frozenset({"人", "人次", "名", "位", "余人", "人（次）"})
_PEOPLE_AFTER = re.compile(r"^\s*(?:多|余)?(?:人次|人|名|位)")
_ONLINE = re.compile(r"线上|在线|直播|网络|云端|云上|收看|网友|网民|回放|同步观看|屏幕前|视频号|远程")
_ONLINE_UNIT = re.compile(r"^\s*(?:人次|人|次)")
_SPOT = re.compile(r"现场|线下|到场")
_CAME = re.compile(
    r"现场|参加|参与|到场|前来|聆听|听讲|观展|参观|吸引|听取|观众|学生|师生|同学|村民|居民|市民|群众|老人|职工|党员|教师|代表|参训|学员|干部|体验|受益"
)
_OTHERS = re.compile(
    r"志愿者|专家|工作人员|讲师|宣讲员|辅导员|医生|医护|教授|院士|裁判|评委|记者|嘉宾|获奖|一等奖|二等奖|三等奖|咨询|义诊|领导|主播|讲解员|主讲|科普员"
)
_SERVE = re.compile(
    r"^[^，。；、\d]{1,10}(?:为|向|给)[^，。；]{1,10}(?:提供|讲|开展|解答|服务|授课|演示|义诊|送)"
)
_WATCHED = re.compile(r"观看|收看|在看")
_VIEWS = re.compile(r"浏览量|点击|阅读量|播放量|点赞|转发|浏览")
_PLANNED = re.compile(r"预计|计划|拟|将(?!近)|力争|限额|名额|规模")
SESSION_UNITS = frozenset({"场", "场次"})
MOST_SESSIONS = 60

Counted = tuple[Mention, Context]


def counted(text: str) -> list[Counted]:
    """Every figure of the text with what stands around it."""
    draft = from_text(text)
    mentions = find_mentions(draft)
    return [
        (one, near) for one, near in zip(mentions, contexts(draft, mentions), strict=True) if one.is_claim
    ]


def people(text: str, found: Sequence[Counted]) -> tuple[Proposals, Proposals, Proposals]:
    """On the spot, online, and the people of each session where they are told one by one."""
    shares = _shares(text, found)
    on_site, online = [], []
    for one, near in found:
        if not _counts_people(text, one):
            continue
        clause = _clause(text, one, near)
        if _VIEWS.search(clause):
            continue
        # The nearest word decides: 现场200人，线上直播观看1.2万人次.
        is_online = _is_online(text, one, near)
        if _others(text, one) and not is_online:
            continue
        scored = (_score(text, one, clause), _proposal(text, one))
        (online if is_online else on_site).append(scored)
    return best_first(on_site), best_first(online), shares


def sessions(text: str, found: Sequence[Counted]) -> Proposals:
    scored = []
    for one, near in found:
        if one.unit not in SESSION_UNITS or one.value is None or not 1 <= one.value <= MOST_SESSIONS:
            continue
        clause = _clause(text, one, near)
        if one.value != one.value.to_integral_value() or re.search(r"招聘|比赛|对决", clause):
            continue
        scored.append((_score(text, one, clause), _proposal(text, one)))
    return best_first(scored)


def too_many(found: Sequence[Counted]) -> str:
    """The first number of sessions that is beyond what one form takes."""
    return next(
        (one.text for one, _ in found if one.unit in SESSION_UNITS and (one.value or 0) > MOST_SESSIONS), ""
    )


def _shares(text: str, found: Sequence[Counted]) -> Proposals:
    """分别有80人和65人: the counts of each session, only where nothing else stands between them."""
    runs: list[list[Mention]] = []
    for one, _ in found:
        if not _counts_people(text, one) and not _lent(one, runs):
            continue
        between = text[runs[-1][-1].end : one.start] if runs else ""
        if runs and re.fullmatch(r"\s*[、，,和与及以]{1,2}(?:及)?\s*", between):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        sentence = sentence_at(text, run[0].start, run[-1].end)
        if (
            len(run) > 1
            and re.search(r"分别|各有|各为|各", sentence)
            and re.search(r"场", sentence)
            and not _others(text, run[-1])
        ):
            return tuple(_proposal(text, one) for one in run)
    return ()


def _lent(one: Mention, runs: list[list[Mention]]) -> bool:
    """Part of a list whose last number alone has the unit."""
    return one.kind is Kind.COUNT and one.unit in _UNITS and bool(runs)


def _counts_people(text: str, one: Mention) -> bool:
    if one.kind is not Kind.COUNT or one.value is None or one.value != one.value.to_integral_value():
        return False
    if one.unit in _UNITS:
        return True
    after = text[one.end : one.end + 4]
    is_views = one.unit == "次" and _ONLINE.search(text[max(0, one.start - 14) : one.start]) is not None
    return (not one.unit and bool(_PEOPLE_AFTER.match(after))) or is_views


def _clause(text: str, one: Mention, near: Context) -> str:
    return text[near.clause[0] : max(near.clause[1], one.end)]


def _is_online(text: str, one: Mention, near: Context) -> bool:
    """By the nearest word in the clause before the number, then in the words after it."""
    before = text[near.clause[0] : one.start]
    before = before[max(before.rfind("、"), before.rfind("和")) + 1 :] if _SPOT.search(before) else before
    words = [(match.start(), True) for match in _ONLINE.finditer(before)]
    words += [(match.start(), False) for match in _SPOT.finditer(before)]
    if words:
        return max(words)[1]
    after = re.split(r"[，。；、\d]", text[one.end : one.end + 16], maxsplit=1)[0]
    if _SPOT.search(after):
        return False
    is_watched = _WATCHED.search(before) or _WATCHED.search(after)
    sentence = sentence_at(text, one.start, one.end)
    return bool(_ONLINE.search(after) or (is_watched and _ONLINE.search(sentence)))


def _others(text: str, one: Mention) -> bool:
    """Those who work for it, win or are asked: told by the words right after the number, or right before."""
    after = re.split(r"[，。；、\d]", text[one.end : one.end + 14], maxsplit=1)[0]
    after = re.split(r"为|向|参加|给", after, maxsplit=1)[0]
    before = text[max(0, one.start - 8) : one.start]
    before = re.split(r"[，。；、\n]", before)[-1]
    return bool(_OTHERS.search(after) or _OTHERS.search(before) or _SERVE.match(text[one.end : one.end + 30]))


def _score(text: str, one: Mention, clause: str) -> float:
    sentence = sentence_at(text, one.start, one.end)
    score = 2.0 if _CAME.search(clause) else 0.0
    score += 1 if re.search(r"共|总|合计", text[max(0, one.start - 8) : one.start]) else 0
    score += 0.5 if _SPOT.search(clause) else 0
    score -= 2 if "其中" in clause else 0
    score -= 3 if is_of_series(sentence) else 0
    score -= 3 if is_caption(text, one.start) else 0
    return score


def _proposal(text: str, one: Mention) -> Proposal:
    """A softened number is the number with the request for the exact one."""
    end = one.end
    if tail := _PEOPLE_AFTER.match(text[end : end + 4]) if not one.unit else None:
        end += tail.end()
    start = one.start
    source = text[start:end]
    value = one.value or Decimal(0)
    note = ""
    if is_soft(one):
        note = f"原文是{source}，请填准确数"
    elif one.step is not None and one.step > 1 and re.search(r"[万千百]", one.text):
        note = f"原文是{source}，已按{value:,f}填入，有准确数请改"
    elif _PLANNED.search(text[max(0, start - 8) : start].rsplit("，", 1)[-1]):
        note = f"原文是预计{source}"
    return Proposal(f"{value:f}", source, start, end, Sure.ASK if note else Sure.GOOD, note)


def is_soft(one: Mention) -> bool:
    return (
        one.qualifier is not Qualifier.EXACT
        or bool(one.hedges)
        or (one.low is not None and one.low != one.high)
    )
