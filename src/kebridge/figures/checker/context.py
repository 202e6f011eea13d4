"""What stands around each figure: clause, sentence, headings, what is counted, when, where, done or intended."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kebridge.figures.checker.context_words import PERIOD, SCOPE, is_plan, words
from kebridge.figures.checker.shapes import Context, Draft, Mention
from kebridge.figures.checker.structure import Spans, clause_at, full_sentence_at, paragraph_at, sentence_at
from kebridge.figures.checker.view import View, view_of

LONGEST_SUBJECT = 20
_LONGEST_TAIL = 24
REACH = 400  # characters of a sentence or paragraph that are searched for periods and places
_STOP_AFTER = re.compile(
    r"[，。；：！？（）\n\d|\t.…]|(?<!级)、|得到|获评|荣获|获得?|被|入选|参加|参与|开展|举办|分别|来自|进入|先后|从中|加入|入围|通过|达到|实现|用于|以上|左右|分赴|齐聚|同场|引入|配备|共同|成立|进行|成功|为(?!民)|在(?!线|校|职|岗|册|编)|到|将|已|均|占"
)
_LEAD = re.compile(
    r"^(?:(?:今年|全年|去年|当年|年内|目前|截至目前|现已|现有|已|共|共计|累计|总计|合计|一共|先后|陆续|分别|均|各|其中|并|还|也|又|再|同时|此外|期间|并且|以及|和|与|及|或|等|仅|约|近|超|达|达到|为|有|是|到|至|中|"
    r"的|了|个|名|更|即|即将|拟|将|计划|力争|预计|实现|完成)+)"
)
_TRAIL = re.compile(
    r"(?:达到|高达|多达|达|为|有|共|共计|累计|总计|合计|分别|各|约|近|超过?|逾|突破|已|是|到|至|比例|占|增加|增长|增至|：|:|的|了|数量|总数|各自|均|仅|首次|由|从|较|发展|壮大)+$"
)
_VERB = re.compile(
    r"^(?:组织开展|组织举办|成功举办|积极开展|深入开展|集中开展|持续开展|联合开展|策划开展|开展|举办|召开|组织|承办|主办|新建|建成|建立|新增|新成立|成立|发放|印发|设置|设立|培训|服务|惠及|覆盖|"
    r"接待|邀请|聘任|推荐|评选|选树|创建|打造|完成|实施|签订|签署|争取|投入|获得?|荣获|征集|形成|编印|放映|播放|发布|受理|解决|走访|慰问|参加|进|到|赴|有|新打造|撰写|提交|吸纳|引进|指导|带动|传播|参与|受益|惠及)"
)


def contexts(draft: Draft, mentions: Sequence[Mention]) -> list[Context]:
    """The context of each mention, in the same order. Spans are offsets of the draft's text."""
    view = view_of(draft.text)
    furniture = tuple((place_of(view, start), place_of(view, end)) for start, end in draft.furniture)
    return [_context(view, mentions, index, furniture) for index in range(len(mentions))]


def place_of(view: View, offset: int) -> int:
    """The place in the view of an offset of the text."""
    return bisect_left(view.at, offset)


def _context(view: View, mentions: Sequence[Mention], index: int, furniture: Spans) -> Context:
    mention = mentions[index]
    text = view.text
    start, end = place_of(view, mention.start), place_of(view, mention.end)
    clause, sentence = clause_at(text, start), full_sentence_at(text, start)
    paragraph = paragraph_at(text, start, furniture)
    headings = tuple(h for h in paragraph.headings if h)
    before = [
        text[clause[0] : start][-REACH:],
        text[sentence[0] : clause[0]][-REACH:],
        text[paragraph.start : sentence[0]][-REACH:],
        *reversed(headings),
    ]
    after = text[end : min(clause[1], end + REACH)]
    periods = words(PERIOD, [before[0]]) + words(PERIOD, [after])
    periods += [word for word in words(PERIOD, before[1:]) if word not in periods]
    scopes = words(SCOPE, [before[0]])
    scopes += [word for word in words(SCOPE, before[1:]) if word not in scopes]
    return Context(
        clause=view.span(*_trimmed(text, *clause)),
        sentence=view.span(*_trimmed(text, *sentence)),
        headings=headings,
        list_head=_list_head(text, sentence, start, paragraph.start),
        subject=_subject(view, mentions, index, clause),
        period_words=tuple(periods),
        scope_words=tuple(scopes),
        is_plan=is_plan(
            text[max(clause[0], start - REACH) : min(clause[1], end + REACH)],
            text[max(sentence_at(text, start)[0], clause[0] - REACH) : clause[0]],
            headings,
        ),
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks and spaces that close a clause or sentence."""
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in "，；：。！？\n ":
        end -= 1
    return start, end


def _list_head(text: str, sentence: tuple[int, int], start: int, paragraph: int) -> str:
    """What a list stands under: the words before the colon in its sentence, or a line above that ends with one."""
    colon = text.rfind("：", sentence[0], start)
    if colon >= 0:
        return text[sentence[0] : colon].strip()
    line_end = paragraph - 1
    for _step in range(30):
        if line_end <= 0:
            return ""
        line_start = text.rfind("\n", 0, line_end) + 1
        line = text[line_start:line_end].strip()
        if line.endswith("："):
            return re.split(r"[。！？]", line[:-1])[-1]
        if not re.match(r"[\d（(①-⑳●■◆—]|[一二三四五六七八九十]{1,2}是", line):
            return ""
        line_end = line_start - 1
    return ""


def _subject(view: View, mentions: Sequence[Mention], index: int, clause: tuple[int, int]) -> str:
    """The words after the unit if they name a thing (3个学会), else those before the number (活动5场)."""
    text = view.text
    start, end = place_of(view, mentions[index].start), place_of(view, mentions[index].end)
    after = text[end : min(clause[1], end + REACH)]
    stop = _STOP_AFTER.search(after)
    named = (after[: stop.start()] if stop else after).strip("的 ")
    before = _before(view, mentions, index, start, clause[0])
    if (
        len(named) >= 2
        and re.search(r"[一-龥]", named)
        and not _VERB.match(named)
        and not named.startswith(("多", "次", "和", "与"))
    ):
        return _short(named, from_end=False)
    return before or named


def _short(words_: str, *, from_end: bool) -> str:
    """At most LONGEST_SUBJECT characters, cut where a word of a list begins or ends, without half a pair of marks."""
    bare = words_.strip("、，：；。（）()“”《》 的.…")
    if len(bare) > LONGEST_SUBJECT:
        cut = bare[-LONGEST_SUBJECT:] if from_end else bare[:LONGEST_SUBJECT]
        marks = list(re.finditer(r"[、”》）“《（，]", cut))
        if from_end and marks and len(cut) - marks[0].end() >= 4:
            cut = cut[marks[0].end() :]
        bare = cut.strip("、，：；。（）()“”《》 ")
    return bare if bare.count("“") == bare.count("”") else bare.replace("“", "").replace("”", "")


def _without_tail(words_: str) -> str:
    """Without the words that lead over to the number: 达到, 共有."""
    return words_[:-_LONGEST_TAIL] + _TRAIL.sub("", words_[-_LONGEST_TAIL:])


def _before(view: View, mentions: Sequence[Mention], index: int, start: int, begin: int) -> str:
    text = view.text
    if index and mentions[index - 1].is_claim:
        begin = max(begin, min(place_of(view, mentions[index - 1].end), start))
    bare = _without_tail(text[max(begin, start - REACH) : start])
    bare = _LEAD.sub("", bare.lstrip("、，和与及 "))
    verb = _VERB.match(bare)
    if verb and len(bare) - verb.end() >= 3:
        bare = bare[verb.end() :]
    bare = re.sub(r"^(?:了|到|过)", "", bare)
    if len(bare) < 2 and begin > 0:
        earlier = clause_at(text, begin - 1)
        bare = _without_tail(text[max(earlier[0], earlier[1] - REACH) : earlier[1]].strip("，：；。\n "))
    return _short(bare, from_end=True)
