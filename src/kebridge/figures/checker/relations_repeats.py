"""The same thing stated twice: with two values, in two units, with 人 here and 人次 there, ten thousand times apart."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from kebridge.figures.checker.relation_tools import Figure, Page, alike, meet, quoted, shown, spread
from kebridge.figures.checker.shapes import Kind, Relation, RelationType
from kebridge.figures.checker.structure import clause_at, full_sentence_at

_NOISE = re.compile(
    r"^（?[一二三四五六七八九十\d]{1,2}[）、.．是]|(?:19|20)\d{2}年(?:度)?|今年|全年|去年|本年度?|年内|截至目前|目前|以来|活动期间|期间|会上|会议|大会|总结会|通报|一年[中内里]?|为|向|给|对|开展|举办|召开|共计?|累计|总计|合计|总数|总量|总人数|数量|人数|一共|先后|已经?|成功|积极|广泛|深入|组织|认真|持续|大力|各类|各种|全市|我市|(?:市|省|县|区)科协|达到?|为|有|了|的|约|近|超过?|逾|突破|"
    r"均|总|其中|并|还|同时|此外|期间|一年来|五年来|等|次|多|人次|左右|以上|[，、：；。（）“”《》\s]"
)
_PERIOD_OF = re.compile(
    r"(?:19|20)\d{2}年(?:度|上半年|下半年)?|今年|去年|上年|前年|上半年|下半年|[一二三四]季度|\d{1,2}月|五年来|近?[一二三五]年来|年均|每年|累计|同期|当日|首日|当天"
)
_SHORTEST = 4
_ENOUGH = 6  # so many characters before the number say what is counted, whatever is told of it after
_VAGUE = frozenset(
    "开展活动 举办活动 服务公众 服务群众 参与 学生 企业 专家 活动 项目 参加 人员 培训 科普活动 主题活动 单位 学会 学校 群众".split()
)
_TURNED = re.compile(
    r"(?P<what>[^的]{0,8})的(?P<whose>[一-龥]{3,20}?)(?:$|(?P<goes_on>将|已|正|也|又|再|必|都|还|仍|不断|持续|继续|成为|成了|获|荣|被|是|有望|迎来|走|受))"
)
_TO_COME = re.compile(
    r"未来|明年|来年|下一步|今后|拟|力争|争取|建成|建好|落成|竣工|开工|投[入用]|启用|开馆|达[到产]"
)
_KINDS = (Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.MEASURE)
TEN_THOUSAND = Decimal(10_000)


def repeats(page: Page) -> Iterator[Relation]:
    """Pairs of figures that the same words introduce."""
    by_words: dict[str, list[Figure]] = defaultdict(list)
    for figure in page.figures:
        if figure.mention.kind in _KINDS:
            for key in sorted(_keys(page, figure)):
                if len(key) >= _SHORTEST and key not in _VAGUE:
                    by_words[_in_any_order(key)].append(figure)
    for figures in by_words.values():
        if len({(f.value, f.unit) for f in figures}) <= 3:
            for one, other in combinations(_few_of_each(figures), 2):
                yield from _compared(page, one, other)
    yield from _touching(page)
    yield from _people_in_sentence(page)


def _in_any_order(key: str) -> str:
    """接待观众 and 观众接待 are the same words."""
    return "".join(sorted(key))


def _few_of_each(figures: list[Figure]) -> list[Figure]:
    """The first two of each value: a text that repeats a sentence a hundred times is compared as fast as any."""
    seen: dict[tuple[Decimal, str], int] = defaultdict(int)
    kept = []
    for figure in figures:
        seen[figure.value, figure.unit] += 1
        if seen[figure.value, figure.unit] <= 2:
            kept.append(figure)
    return kept


def _key(page: Page, figure: Figure) -> str:
    """The clause without its figure and without words that say nothing of what is counted."""
    said, named = _words_around(page, figure)
    before = _NOISE.sub("", said)
    if len(before) >= _ENOUGH and (len(named) < 2 or _TELLS.match(named)):
        return before
    return _NOISE.sub("", said + named)


def _keys(page: Page, figure: Figure) -> set[str]:
    """The words that introduce a figure, also as they follow it: 接待5万人次学员的活动中心将….

    What is intended is no repetition; yet where the subject of a plan is told by a figure, the figure is no plan.
    """
    is_plan = page.contexts[figure.index].is_plan
    keys: set[str] = set() if is_plan else {_key(page, figure)}
    said, named = _words_around(page, figure)
    turned = _TURNED.match(named) if len(said) <= _ENOUGH else None
    if turned and not (is_plan and (not turned["goes_on"] or _TO_COME.search(said + named))):
        keys.add(_NOISE.sub("", said + turned["what"] + turned["whose"]))
    return keys


def _words_around(page: Page, figure: Figure) -> tuple[str, str]:
    """The words of its clause since the figure before it, and those after it up to a mark or the next figure."""
    text = page.view.text
    start, end = clause_at(text, figure.start)
    start, end = max(start, figure.start - 200), min(end, figure.end + 200)
    others = [f for f in page.within(start, end) if f is not figure]
    begin = max([f.end for f in others if f.end <= figure.start], default=start)
    stop = min([f.start for f in others if f.start >= figure.end], default=end)
    return text[begin : figure.start], re.split(r"[，、。；：！？\n（]", text[figure.end : stop])[0]


def _frame(page: Page, figure: Figure) -> tuple[str, frozenset[str], frozenset[str], str]:
    """What else tells two figures apart: the sentence before the clause, periods and places named in it."""
    text = page.view.text
    sentence, clause = full_sentence_at(text, figure.start), clause_at(text, figure.start)
    before = text[sentence[0] : figure.start]
    here = text[sentence[0] : clause[1]]
    context = page.contexts[figure.index]
    places = frozenset(word for word in context.scope_words[:1] if word in here)
    return (
        before,
        frozenset(_PERIOD_OF.findall(here)),
        places,
        context.headings[-1] if context.headings else "",
    )


def _may_be_same(page: Page, one: Figure, other: Figure) -> bool:
    """Not two periods, two places, two parts of one list, or items of two different sections."""
    left, right = _frame(page, one), _frame(page, other)
    years = [_year(page, figure) for figure in (one, other)]
    if years[0] and years[1] and years[0] != years[1]:
        return False
    low, high = sorted((one.value, other.value))
    if ("累计" in left[0][-24:]) != ("累计" in right[0][-24:]) and high > low * 2:
        return False  # a total of years beside the figure of a season
    if left[1] != right[1] and left[1] and right[1]:
        return False
    if left[2] != right[2] and left[2] and right[2]:
        return False
    if not _same_setting(page, one, other):
        return False
    names = [set(re.findall(r"第[^，。]{1,5}届|[“《][^”》]{2,20}[”》]", frame[0])) for frame in (left, right)]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    if "其中" in left[0] + right[0] or _is_for_each(left[0]) != _is_for_each(right[0]):
        return False
    same_sentence = full_sentence_at(page.view.text, one.start) == full_sentence_at(
        page.view.text, other.start
    )
    if same_sentence:
        return False
    first, second = page.contexts[one.index].headings, page.contexts[other.index].headings
    siblings = len(first) == len(second) > 1 and first[:-1] == second[:-1] and first[-1] != second[-1]
    return not (siblings and _names_place(first[-1]) and _names_place(second[-1]))


def _is_for_each(before: str) -> bool:
    """每个3元: the price of one is no total."""
    return bool(re.search(r"[每各均][^，。；、]{0,6}$", before))


_GENERIC = re.compile(
    r"^(?:覆盖|参与|受益|服务|惠及|吸引|参加|接待|培训|发放|投入|带动|受众|听众|观众|学员|参训|总投资|走访|现场)"
)


def _same_setting(page: Page, one: Figure, other: Figure) -> bool:
    """Figures such as 覆盖人群 belong to what the sentence told before them: two different things there, two figures."""
    if not _GENERIC.match(_key(page, one)):
        return True
    leads = [_lead(page, figure) for figure in (one, other)]
    if leads[0] and leads[1]:
        return leads[0] == leads[1]
    low, high = sorted((one.value, other.value))
    return not (leads[0] or leads[1]) or high <= low * 2


def _lead(page: Page, figure: Figure) -> str:
    """The key of the figure before it in the same sentence; empty if it is the first."""
    start, _end = full_sentence_at(page.view.text, figure.start)
    earlier = page.within(start, figure.start)
    return _key(page, earlier[-1]) if earlier else ""


def _year(page: Page, figure: Figure) -> str:
    """The year that holds for a figure: the nearest one told, in its sentence, paragraph or headings."""
    for word in page.contexts[figure.index].period_words:
        if year := re.search(r"(?:19|20)\d{2}", word):
            return year.group()
    return ""


def _names_place(heading: str) -> bool:
    return bool(re.search(r"[县市区镇乡省]|学会|协会|科技馆|中心|部", heading))


def _compared(page: Page, one: Figure, other: Figure) -> Iterator[Relation]:
    if not _may_be_same(page, one, other):
        return
    members = (one.index, other.index)
    if alike(one.unit, other.unit):
        if meet(spread(one.mention), spread(other.mention)):
            return
        low, high = sorted((one.value, other.value))
        if low > 0 and high == low * TEN_THOUSAND:
            yield _scale(one, other)
            return
        yield Relation(
            RelationType.DUPLICATE,
            members,
            False,
            one.value,
            f"同一件事前后写法不一：前面是{quoted(one.mention)}，后面是{quoted(other.mention)}，请核实后统一。",
        )
    elif {one.unit, other.unit} <= {"人", "名", "位", "人次"} and meet(
        spread(one.mention), spread(other.mention)
    ):
        yield _people(one, other)


_TELLS = re.compile(
    r"的(?!科|学|专|企|基)|受聘|颁|授|到|赴|走|深入|上[岗线台门]|下[乡沉]|参|报名|齐|受|落|投|启动|完工|竣工|开|建成|发|入[库会驻选]|签|通过|获|进|出|在|被|把|将|以|用|供|为|由|与|和|并|已|均|都|是|较|比|同比|再|创|位|居|成|全部|左右|以上|圆满|先后|顺利|覆盖|惠及"
)
_SHARED = re.compile("[训参观听受惠服益接]")


def _people_in_sentence(page: Page) -> Iterator[Relation]:
    """培训农民1800人次，…参训1800人: one sentence has the same number once in 人 and once in 人次."""
    for piece in page.sentences():
        people = [f for f in piece.figures if f.unit in ("人", "名", "人次") and f.value >= 100]
        for one, other in combinations(people, 2):
            if "人次" not in (one.unit, other.unit) or one.unit == other.unit or one.value != other.value:
                continue
            words = [set(_SHARED.findall(_key(page, figure))) for figure in (one, other)]
            if words[0] & words[1]:
                yield _people(one, other)


def _people(one: Figure, other: Figure) -> Relation:
    return Relation(
        RelationType.UNIT,
        (one.index, other.index),
        False,
        None,
        f"同一个数前后单位不一：{quoted(one.mention)}和{quoted(other.mention)}。“人”是不重复的人数，“人次”重复计算，请核实后统一。",
    )


def _scale(one: Figure, other: Figure) -> Relation:
    large = one if one.value > other.value else other
    return Relation(
        RelationType.UNIT,
        (one.index, other.index),
        False,
        None,
        f"{quoted(one.mention)}和{quoted(other.mention)}正好相差一万倍，多半是其中一处漏写或多写了“万”，"
        f"请核对单位（例如{shown(large.value, large.unit)}）。",
    )


def _touching(page: Page) -> Iterator[Relation]:
    """The same clause says the sum once in 万元 and once in 元, or a thing in 人 and at once in 人次."""
    for one, other in zip(page.figures, page.figures[1:], strict=False):
        between = page.view.text[one.end : other.start]
        if len(between) > 6 or not re.fullmatch(r"[（，、]?(?:即|合|共|也就是|折合|计|约)+", between or " "):
            continue
        if one.unit == other.unit and one.mention.kind is Kind.MONEY:
            if any(_is_for_each(page.view.text[max(0, f.start - 8) : f.start]) for f in (one, other)):
                continue
            if meet(spread(one.mention), spread(other.mention)):
                continue
            low, high = sorted((one.value, other.value))
            if low > 0 and high == low * TEN_THOUSAND:
                yield _scale(one, other)
            elif re.search("即|折合|合|也就是", between):
                yield Relation(
                    RelationType.DUPLICATE,
                    (one.index, other.index),
                    False,
                    one.value,
                    f"{quoted(one.mention)}与{quoted(other.mention)}应是同一个数，换算不符，请核对。",
                )
