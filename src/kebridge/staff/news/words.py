"""Title, place, kind, audience and programmes of a news text, told by words."""

import re
from collections.abc import Iterable, Sequence

from kebridge.rooms.activities.enums import ActivityKind, Audience, SitePlace
from kebridge.staff.news.shapes import HELD, Proposal, Proposals, Sure, best_first, is_caption, sentence_at

_EVENT = (
    r"活动周|活动月|活动日|活动|工作会议|讲座|报告会|宣讲会|展览|巡展|大赛|竞赛|比赛|培训班|培训会|培训|论坛|沙龙|座谈会|研讨会|推进会|仪式|科普行"
    r"|大讲堂|讲堂|课堂|嘉年华|科技节|研学|放映|科学营|夏令营|开放日|学术年会|年会|对接会|咨询|义诊|大会"
)
_QUOTED = re.compile(
    rf"[“\"「]([^”\"」\n]{{2,40}})[”\"」]\s*((?:[一-龥]{{0,10}}?(?:{_EVENT}))?)(?!室|中心|厅)"
)
_HOLDS = r"举办|开展|启动|举行|组织|召开|主办|承办|推出|举"
_PLAIN = re.compile(
    rf"(?:举办|举行|开展|召开|启动|组织)(?:了|的)?([^，。；：！\n“”在将]{{2,36}}?(?:{_EVENT}))(?!室|中心|厅|[的者一-龥]{{0,2}}(?:活动|仪式|讲座))"
)
_SUBJECT = re.compile(
    rf"(?:^|[，。；！\n]|(?:主办|承办|举办|组织|开展|举行)的)([^，。；！：\n【】|｜]{{3,40}}?(?:{_EVENT}))(?:在|于|走进)?[^，。；\n]{{0,24}}?"
    r"(?:举办|举行|启动|召开|开幕|开营|开讲|开班|圆满|成功)"
)
_ANY = re.compile(r"(?:举办|开展|举行)(?:了)?([^，。；！：\n“”]{3,24})(?=[，。；！])")
_OPENING = re.compile(
    r"^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午)?|本报讯|我市|本市|为期.{1,3}天的|由.{2,30}(?:主办|承办|举办|组织|开展)的)\s*"
)
_WHOLE = re.compile(r"(?:科普|主题|系列|培训|宣传|各类)?(?:活动|讲座|培训)")
_AFTER_VERB = re.compile(r"(?:成功|顺利|圆满)?(?:举办|开展|举行|召开)(?:了)?[“]?(.{4,}?)[”]?$")
_META = re.compile(r"^(?:来源|发布|作者|时间|日期|编辑|字号|浏览|图[为：:]|【)|来源[:：]|发布时间")
_LONGEST_HEADING, _LONGEST_TITLE = 45, 120

SITES: tuple[tuple[SitePlace, str], ...] = (
    (SitePlace.MUSEUM, "科技馆|博物馆|图书馆|科普馆|展览馆|文化馆|体育馆|青少年宫|少年宫|天文馆|规划馆|纪念馆|会展中心|展览中心|科普基地|文化中心|影剧院|剧院|影院"),
    (SitePlace.SCHOOL, "小学|中学|高中|初中|学校|幼儿园|学院|大学|职教中心|[一二三四五六七八九]中(?!学)"),
    (SitePlace.COMMUNITY, "社区|小区|居委会|街道|实践站|实践所|党群服务中心"),
    (SitePlace.FIRM, "公司|企业|工厂|车间|产业园|工业园|开发区|集团"),
    (SitePlace.OFFICE, "市委党校|县委党校|党校|机关|政务中心|会议中心|礼堂|政府"),
    (SitePlace.SQUARE, "广场|公园|湿地|景区"),
    (SitePlace.ROAD, "步行街|街头|路口|路段|大街|集市"),
    (SitePlace.VILLAGE, "村|镇|乡|田间地头|合作社|果园|种植基地|大棚|农家书屋"),
)  # fmt: skip
_PHRASE = re.compile(
    r"(?:(?<![正现所存潜实内])在(?!校|线|职|岗|于|场)|走进|来到|走入|深入|进入|赴|地点[:：为]?)"
    r"([^，。；！：\n“”]{1,28}?)(?=举办|举行|启动|开展|召开|开幕|开讲|开课|拉开|开启|开营|进行|与|，|、|。|；|！|\n|$|放映|组织|设立|为|向)"
)
_LISTED = re.compile(r"[、和]([^，。；、和\n]{2,16})")
_VAGUE_SITE = re.compile(
    r"^(?:各|全|每|多|各个|所有)|农村$|^(?:我|本|全)?(?:市|县|省)[^一-龥]*$|指导|支持|期间"
)
_ROOM = re.compile(r"^[^，。；、\n]{0,10}?(?:报告厅|礼堂|会议室|操场|教室|大厅|影院)")

KINDS: tuple[tuple[ActivityKind, str], ...] = (
    (ActivityKind.CEREMONY, "主场活动|启动仪式|主场仪式|开幕式"),
    (ActivityKind.QUIZ, "知识竞答|知识竞赛|答题"),
    (ActivityKind.CONTEST, "大赛|竞赛|比赛|锦标赛"),
    (ActivityKind.CAMP, "科学营|夏令营|冬令营"),
    (ActivityKind.FESTIVAL, "科技节|嘉年华|科普大会"),
    (ActivityKind.LECTURE, "讲座|报告会|宣讲|大讲堂|讲堂|主题报告|开讲|听讲"),
    (ActivityKind.SCREENING, "放映|科普电影|巡映|观影"),
    (ActivityKind.TRAINING, "培训"),
    (ActivityKind.FORUM, "论坛|学术|年会|研讨会"),
    (ActivityKind.MEETING, "座谈会|座谈|推进会|会议(?!室)|交流会|沙龙"),
    (ActivityKind.MATCHING, "需求对接|对接会|技术对接"),
    (ActivityKind.OPEN_DAY, "开放日|开放周"),
    (ActivityKind.EXCURSION, "研学|参观"),
    (ActivityKind.EXHIBITION, "展览|巡展|展出|展品|流动科技馆|科普大篷车|大篷车"),
    (ActivityKind.OUTREACH, "咨询|义诊|宣传|科普集市|发放"),
    (ActivityKind.VISIT, "专家基层行|专家服务|基层行|送技下乡"),
    (ActivityKind.VOLUNTEERING, "志愿服务"),
    (ActivityKind.SURVEY, "调查体验"),
    (ActivityKind.PRACTICE, "实践体验|动手|体验"),
    (ActivityKind.CLASS, "科学课|科普课|实验课|课堂|科教"),
)  # fmt: skip
AUDIENCES: tuple[tuple[Audience, str], ...] = (
    (Audience.PUPILS, "学生|同学|师生|少年|儿童|孩子|小朋友"),
    (Audience.FARMERS, "农民|村民|农户|种植户|养殖户|果农|菜农"),
    (Audience.SENIORS, "老年|老人|银龄|长者"),
    (Audience.OFFICIALS, "干部|公务员"),
    (Audience.WORKERS, "产业工人|职工|工人|企业员工"),
    (Audience.TEACHERS, "教师|老师(?!傅)|辅导员"),
    (Audience.WOMEN, "妇女"),
    (Audience.PARTY_MEMBERS, "党员"),
    (Audience.RESIDENTS, "社区居民|居民"),
    (Audience.EXPERTS, "科技工作者|科研人员|专家学者"),
    (Audience.PUBLIC, "市民|群众|公众|观众|游客"),
)  # fmt: skip
_ALTERNATIVES, MOST_SCHOOLS = 4, 20


def heading(text: str) -> tuple[str, int]:
    """The line above the text, if there is one, with its place."""
    place = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare and not _META.search(bare):
            is_head = len(bare) <= _LONGEST_HEADING and not re.search(r"[。；！]$|。", bare)
            has_more = bool(text[place + len(line) :].strip())
            return (bare, place + line.index(bare)) if is_head and has_more else ("", 0)
        place += len(line) + 1
    return "", 0


def titles(text: str) -> Proposals:
    """A name in quotation marks that is held, what the heading says is held, the heading itself."""
    head, at = heading(text)
    scored: list[tuple[float, Proposal]] = []
    for match in _QUOTED.finditer(text):
        score = _quoted_score(text, match)
        if score > 0:
            name = f"{match[1]}{match[2]}" if match[2] else match[1]
            scored.append((score, _title(name, match.group().strip(), match.start(), score >= 3)))
    for match in _PLAIN.finditer(text):
        score = 1.5 if match.start() < 300 else 0.5
        scored.append((score, _title(match[1], match[1], match.start(1), False)))
    for match in _SUBJECT.finditer(text):
        opening = _OPENING.match(match[1])
        start = match.start(1) + (opening.end() if opening else 0)
        name = text[start : match.end(1)]
        score = 2.2 if match.start() < 300 else 0.6
        scored.append((score, _title(name, name, start, True)))
    if not scored and (match := _ANY.search(text)):
        scored.append((0.3, _title(match[1], match[1], match.start(1), False)))
    if head and "通知" not in head and (core := _AFTER_VERB.search(head)):
        scored.append((2.5, _title(core[1], core[1], at + core.start(1), True)))
    if head:
        scored.append((1.2, _title(_without_notice(head), head, at, False)))
    named = [pair for pair in scored if not _WHOLE.fullmatch(pair[1].value) and len(pair[1].value) >= 4]
    once = {_bare(one.value): one for one in reversed(best_first(named))}
    return tuple(one for one in best_first(named) if once[_bare(one.value)] is one)[:_ALTERNATIVES]


def _quoted_score(text: str, match: re.Match[str]) -> float:
    before = re.split(r"[。，；\n]", text[max(0, match.start() - 40) : match.start()])[-1]
    after = text[match.end() : match.end() + 8]
    if before.endswith("以") or re.search(r"主题[为是:：]?$", before) or re.match(r"为(?:活动)?主题", after):
        return 0
    score = 2.0 if match[2] else 0.0
    score += 1.5 if re.search(_HOLDS, before) else 0
    score += 1 if re.match(rf"[一-龥]{{0,12}}(?:{_HOLDS}|走进|在)", after) else 0
    return score - (2 if is_caption(text, match.start()) or match.start() > 600 else 0)


def _without_notice(head: str) -> str:
    """关于举办…的通知 is the event and not the paper."""
    match = re.match(r"关于(?:举办|开展|召开|举行)?(.{4,})的(?:通知|公告|预告|邀请函)$", head)
    return match[1] if match else re.sub(r"^(?:活动|会议)?(?:预告|通知|公告)\s*[|｜丨：:]\s*", "", head)


def _bare(name: str) -> str:
    return re.sub(r"[“”\"「」]", "", name)


def _title(name: str, source: str, start: int, is_good: bool) -> Proposal:
    tidy = name.strip(" 　").replace("\t", " ")
    if tidy.count("“") != tidy.count("”"):
        tidy = _bare(tidy)
    tidy = tidy[:_LONGEST_TITLE]
    return Proposal(tidy, source, start, start + len(source), Sure.GOOD if is_good else Sure.ASK)


def places(text: str) -> tuple[Proposals, Proposals]:
    """Kinds of place, and the names of the schools among them."""
    kinds: list[tuple[float, Proposal]] = []
    schools: list[tuple[float, Proposal]] = []
    for match in _PHRASE.finditer(text):
        for phrase, start in _named(text, match):
            site = _site(phrase)
            if site is None:
                continue
            place, name = site
            score = _place_score(text, match, name)
            sure = Sure.GOOD if score >= 3 else Sure.ASK
            one = Proposal(str(place.label), name, start, start + len(name), sure)
            kinds.append((score, one))
            if place is SitePlace.SCHOOL and len(name) >= 4:
                note = "请写学校的全称"
                schools.append((score, Proposal(name, name, start, start + len(name), Sure.ASK, note)))
    return best_first(kinds)[:_ALTERNATIVES], best_first(schools)[:MOST_SCHOOLS]


def _named(text: str, match: re.Match[str]) -> list[tuple[str, int]]:
    """The phrase after the preposition, and those listed with it."""
    found, at = [(match[1], match.start(1))], match.end()
    while (more := _LISTED.match(text, at)) is not None and _site(more[1]):
        found.append((more[1], more.start(1)))
        at = more.end()
    return found


def _site(phrase: str) -> tuple[SitePlace, str] | None:
    """What the phrase names, cut behind it: the last word that names a place decides."""
    if _VAGUE_SITE.search(phrase):
        return None
    best: tuple[int, SitePlace] | None = None
    for place, words in SITES:
        for word in re.finditer(words, phrase):
            if best is None or word.end() > best[0]:
                best = (word.end(), place)
    if best is None or best[0] < 2:
        return None
    return best[1], phrase[: best[0]].strip()


def _place_score(text: str, match: re.Match[str], name: str) -> float:
    sentence = sentence_at(text, match.start(), match.end())
    score = 2.0 if re.search(HELD, sentence) else 0.0
    score += 1 if match.start() < 400 else 0
    score += 1 if re.match(r"[^，。；\n]{0,12}(?:举办|举行|启动|开展|召开|开幕)", text[match.end() :]) else 0
    score += 1 if len(name) >= 4 or match.group().startswith("地点") else 0
    return score - (3 if is_caption(text, match.start()) else 0)


def kinds(text: str, title: Proposal | None) -> Proposals:
    return _by_words(text, KINDS, [title] if title else [])


def audiences(text: str, near: Sequence[Proposal]) -> Proposals:
    """Whom it was for: first the words beside the number of those who came."""
    return _by_words(text, AUDIENCES, near, reach=10)


def _by_words(
    text: str, table: Iterable[tuple[ActivityKind | Audience, str]], near: Sequence[Proposal], reach: int = 0
) -> Proposals:
    """Each label by its words: how often they stand, much more where they stand in or beside what is `near`."""
    scored = []
    for order, (label, words) in enumerate(table):
        matches = [one for one in re.finditer(words, text) if not is_caption(text, one.start())]
        if not matches:
            continue
        beside = [one for one in matches if any(p.start - reach <= one.start() < p.end + reach for p in near)]
        first = (beside or matches)[0]
        score = (5.0 if beside else 0.0) + min(len(matches), 4) / 2 - order / 100
        sure = Sure.GOOD if beside else Sure.ASK
        scored.append((score, Proposal(str(label.label), first.group(), first.start(), first.end(), sure)))
    return best_first(scored)[:_ALTERNATIVES]


def programmes(text: str, names: Iterable[str]) -> Proposals:
    """The registered names that stand in the text, the longer one where two overlap."""
    found: list[Proposal] = []
    for name in sorted({one.strip() for one in names if one.strip()}, key=lambda one: (-len(one), one)):
        start = text.find(name)
        while start >= 0 and any(one.start < start + len(name) and start < one.end for one in found):
            start = text.find(name, start + 1)
        if start >= 0:
            found.append(Proposal(name, name, start, start + len(name)))
    return tuple(sorted(found, key=lambda one: one.start))
