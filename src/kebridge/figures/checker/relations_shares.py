"""Rates that the sentence itself lets one compute: 占x%, 完成率, 平均每场; and shares that should make 100%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kebridge.figures.checker.relation_tools import (
    HUNDRED,
    NOT,
    F,
    Figure,
    Page,
    Piece,
    alike,
    exactly,
    is_plain,
    per_cent,
    quoted,
    rate,
    rate_fits,
    rounds_to,
    shown,
    spread,
)
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

_OF = re.compile(
    rf"(?P<a>{F})[^。；！？\n\ue000-\uf8ff]{{0,12}}占[^{NOT}]{{0,14}}(?P<b>{F})[^{NOT}]{{0,6}}的(?P<c>{F})"
)
_TAKES = re.compile(
    rf"(?P<a>{F})[^。；！？\n\ue000-\uf8ff]{{0,14}}?[，、（](?:约)?(?:占|比例|占比|比重)(?P<of>[^{NOT}]{{0,10}}?)(?:为|达到?|约|的|比例|比重|比)*(?P<c>{F})"
)
_ELSEWHERE = re.compile(r"全[省市国县区]|同期|GDP|本科|地区|总投资|产值|人口|规模|财政|以上")
_TOTAL = re.compile(r"其中|共|总|合计|现有|应")
_RATE = re.compile(
    rf"(?P<name>(?:完成|合格|到会|参会|到课|出勤|通过|执行|覆盖|达标|优秀|办结|就业|转化|采纳|参训|获奖|普及|满意|命中|录取|签约|兑现|落实|参与|参评|入选|立项|结题|使用|建成|建会|组建|回收|有效|建成|换届|知晓|合规|达成|入会|报到|办理|开放|更新|好评|优良)(?:率|进度|比例)|占比|(?P<other>(?!增长|下降|上升|利|税|汇|效|速|频|功|年均)[一-龥]{{2,4}}率))(?:[^{NOT}]{{0,4}}?)(?:为|达到?|是|高达|仅)?(?P<c>{F})"
)
_AVERAGE = re.compile(
    rf"(?:平均(?:每|到每)(?:一)?(?P<per>[^{NOT}\d]{{1,6}}?)|(?P<short>[场人户家校所次期馆站项村])均|每(?:一)?(?P<each>[^{NOT}\d]{{1,6}}?)平均)"
    rf"(?:参与|接待|听众|受众|投入|经费|培训|服务|覆盖|惠及|吸引|参加|参观)?(?:约|为|达|有|是)*(?P<c>{F})"
)
_EACH = re.compile(
    rf"[，（、]每(?:(?:个|名|所|家|处|座|场|期|支)?(?P<per>站|校|村|馆|企业|学会|学校|基地|社区|项目|县|乡镇|户|人|场|期)|(?P<bare>个|名|所|家|处|座|支))(?:点)?(?:平均|补助|资助|投入|奖励|经费|拨付|支持|安排|发放)?(?:约|为)?(?P<c>{F})(?=[，。；）])"
)
_MONTHLY = re.compile(rf"全年[^。；]{{0,30}}(?:月均|平均每(?:个)?月)[^{NOT}]{{0,4}}(?P<c>{F})")
KNOWN_WITHIN = Decimal(30)
OTHER_WITHIN = Decimal(10)  # points; a rate of another name further off is of something else
_EACH_SHARE = re.compile(r"(?:占|占比|比例|比重)[^，。；\ue000-\uf8ff]{0,6}$")
_ALL_SHARES = re.compile(
    r"(?:占比|比例|比重|分别占)[^。；\ue000-\uf8ff]{0,14}$|分别(?:为|是|占)[^。；\ue000-\uf8ff]{0,6}$"
)
_ACROSS = re.compile(r"女|党员|青年|少数民族|博士|硕士|高级|副高|中级|职称|岁|本科|农村|基层|满意|增长|率")
_CLOSING = (("男", "女"), ("线上", "线下"), ("上半年", "下半年"), ("城镇", "农村"), ("专职", "兼职"))


def shares(page: Page) -> Iterator[Relation]:
    """Parts in per cent, rates of two figures, averages, lists of shares."""
    for piece in page.sentences():
        yield from _explicit(piece)
        yield from _taken(piece)
        yield from _rated(piece)
        yield from _averaged(piece)
        yield from _whole(piece)


def _relation(kind: RelationType, part: Figure, whole: Figure, stated: Figure, *, holds: bool) -> Relation:
    right = rate(part.value * HUNDRED / whole.value, stated.mention)
    text = "按文中两数计算，比率相符。"
    if not holds:
        text = (
            f"{shown(part.value, part.unit)}÷{shown(whole.value, whole.unit)}＝{shown(right)}%，"
            f"文中写的是{quoted(stated.mention)}，应为{shown(right)}%。"
        )
    return Relation(kind, (part.index, whole.index, stated.index), holds, right, text)


def _fits(part: Figure, whole: Figure, stated: Figure) -> bool:
    exact, wide = (
        per_cent(exactly(part), exactly(whole)),
        per_cent(spread(part.mention), spread(whole.mention)),
    )
    return rate_fits(exact, wide, stated.mention)


def _explicit(piece: Piece) -> Iterator[Relation]:
    """A占B的x%."""
    for match in _OF.finditer(piece.pattern):
        part, whole, stated = (piece.figure(match[name]) for name in "abc")
        if stated.unit == "%" and part.unit == whole.unit and whole.value > 0:
            yield _relation(RelationType.RATIO, part, whole, stated, holds=_fits(part, whole, stated))


def _taken(piece: Piece) -> Iterator[Relation]:
    """共B人，其中A人，占x%: the whole is an earlier figure of the same unit."""
    for match in _TAKES.finditer(piece.pattern):
        part, stated = piece.figure(match["a"]), piece.figure(match["c"])
        if stated.unit != "%" or part.unit in ("%", "") or _ELSEWHERE.search(match["of"]):
            continue
        before = [
            f for f in piece.figures if f.start < part.start and f.unit == part.unit and f.value >= part.value
        ]
        before = [f for f in before if _named_by(piece, f, match["of"])]
        fitting = next((f for f in reversed(before) if f.value > 0 and _fits(part, f, stated)), None)
        if fitting:
            yield _relation(RelationType.RATIO, part, fitting, stated, holds=True)
            continue
        whole = _whole_of(piece, before, len(before) == 1)
        if whole and whole.value > 0 and is_plain(part.mention):
            yield _relation(RelationType.RATIO, part, whole, stated, holds=False)


def _named_by(piece: Piece, whole: Figure, noun: str) -> bool:
    """Whether a figure may be what 占…的 names: 占会员总数的 is of 共有会员200人, not of 志愿者500人."""
    bare = re.sub(
        r"总人数|总数量?|总量|总额|总体|全部|全体|当年|年度|其|的|总|约|达|为|比例|比重|比", "", noun
    )
    label = _around(piece, whole)
    if not bare or bare in label:
        return True
    return any(bare[at : at + 3] in label for at in range(len(bare) - 2))


def _whole_of(piece: Piece, before: list[Figure], only: bool) -> Figure | None:
    """The total that shares are of: the last figure before 其中, the only one, or the one said with 共."""
    inside = piece.pattern.find("其中")
    if inside >= 0:
        marks = [f for f in before if piece.pattern.index(chr(0xE000 + piece.figures.index(f))) < inside]
        if marks:
            return marks[-1]
    for figure in before:
        at = piece.pattern.index(chr(0xE000 + piece.figures.index(figure)))
        if _TOTAL.search(re.split(r"[，。；\ue000-\uf8ff]", piece.pattern[:at])[-1]):
            return figure
    return before[0] if only and before else None


def _rated(piece: Piece) -> Iterator[Relation]:
    """计划120场，完成108场，完成率90%: the two figures before the rate."""
    for match in _RATE.finditer(piece.pattern):
        stated = piece.figure(match["c"])
        before = [f for f in piece.figures if f.start < stated.start]
        if stated.unit != "%" or len(before) < 2:
            continue
        one, other = before[-2], before[-1]
        if (
            one.unit != other.unit
            or one.unit in ("%", "")
            or one.mention.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
        ):
            continue
        if not one.value or not other.value or _fits(one, other, stated) or _fits(other, one, stated):
            if one.value and other.value:
                part, whole = (one, other) if _fits(one, other, stated) else (other, one)
                yield _relation(RelationType.RATIO, part, whole, stated, holds=True)
            continue
        near = stated.start - one.start < 50 and _linked(piece, one, other)
        smaller, larger = sorted((one.value, other.value))
        near = near and abs(smaller * HUNDRED / larger - stated.value) < KNOWN_WITHIN
        if match["other"] or match["name"] == "占比":
            near = near and abs(smaller * HUNDRED / larger - stated.value) < OTHER_WITHIN
        part, whole = (one, other) if one.value <= other.value else (other, one)
        if re.match(r"完成|执行|兑现", match["name"]) and re.search(
            r"计划|目标|任务|预算|年初|应", piece.pattern[: piece.pattern.index(match["c"])]
        ):
            part, whole = (other, one)
        if near and is_plain(one.mention) and is_plain(other.mention):
            yield _relation(RelationType.RATIO, part, whole, stated, holds=False)


def _linked(piece: Piece, one: Figure, other: Figure) -> bool:
    """Whether the second figure is told as part of the first, not as the next item of a list."""
    left, right = (piece.pattern.index(chr(0xE000 + piece.figures.index(figure))) for figure in (one, other))
    between = piece.pattern[left + 1 : right]
    return "、" not in between[-8:] or bool(re.search(r"其中|已|完成|实|中", between))


def _averaged(piece: Piece) -> Iterator[Relation]:
    """15场，300人次，平均每场20人次; 科普经费600万元，服务人口240万人，人均2.5元."""
    for match in _AVERAGE.finditer(piece.pattern):
        stated = piece.figure(match["c"])
        per = (match["per"] or match["short"] or match["each"]).strip()
        before = [f for f in piece.figures if f is not stated]
        counts = [f for f in before if f.unit and _per(f.unit, per) and f.unit != stated.unit]
        sums = [f for f in before if alike(f.unit, stated.unit, loosely=False)]
        if len(counts) == 1 and len(sums) == 1 and counts[0].value and stated.unit not in ("%", ""):
            yield _average(sums[0], counts[0], stated)
    for match in _EACH.finditer(piece.pattern):
        stated = piece.figure(match["c"])
        counts = [f for f in piece.figures if f.start < stated.start and _is_over(piece, f, match)]
        sums = [f for f in piece.figures if f.start < stated.start and f.unit == stated.unit]
        if len(counts) == 1 and len(sums) == 1 and counts[0].value and counts[0].unit != stated.unit:
            yield _average(sums[0], counts[0], stated)
    for match in _MONTHLY.finditer(piece.pattern):
        stated = piece.figure(match["c"])
        sums = [f for f in piece.figures if f is not stated and f.unit == stated.unit]
        if len(sums) == 1 and abs(sums[0].value / 12 - stated.value) * 20 > sums[0].value / 12:
            right = rate(sums[0].value / 12, stated.mention)
            text = f"{shown(sums[0].value, stated.unit)}÷12个月＝{shown(right, stated.unit)}，文中写的是{quoted(stated.mention)}，请核对。"
            yield Relation(RelationType.RATIO, (sums[0].index, stated.index), False, right, text)


def _is_over(piece: Piece, figure: Figure, match: re.Match[str]) -> bool:
    """Whether the figure counts what 每站, 每个企业 or a bare 每个 speaks of."""
    if match["per"]:
        return match["per"] in _around(piece, figure)
    return figure.unit == match["bare"] and piece.figure(match["c"]).mention.kind is Kind.MONEY


def _around(piece: Piece, figure: Figure) -> str:
    """The words of the clause around a figure, its unit included."""
    at = piece.pattern.index(chr(0xE000 + piece.figures.index(figure)))
    before = re.split(r"[，。；\ue000-\uf8ff]", piece.pattern[:at])[-1]
    return before + figure.unit + re.split(r"[，。；\ue000-\uf8ff]", piece.pattern[at + 1 :])[0]


def _per(unit: str, per: str) -> bool:
    """Whether a unit is the one that an average is over: 个 for 平均每个项目, 场次 for 场均."""
    return per.startswith(unit) or (unit.startswith(per) and unit != "人次")


def _average(total: Figure, count: Figure, stated: Figure) -> Relation:
    least, most = spread(count.mention)
    low, high = (
        spread(total.mention)[0] / max(most, Decimal(1)),
        spread(total.mention)[1] / max(least, Decimal(1)),
    )
    exact = total.value / count.value
    right, members = rate(exact, stated.mention), (total.index, count.index, stated.index)
    close = rounds_to((low, high), stated.mention) and abs(exact - stated.value) * 20 <= exact
    if close or abs(exact - stated.value) * 100 <= exact:
        return Relation(RelationType.RATIO, members, True, right, "平均数相符。")
    scaled = right == stated.value * 10_000
    return Relation(
        RelationType.UNIT if scaled else RelationType.RATIO,
        members,
        False,
        right,
        f"{shown(total.value, total.unit)}÷{shown(count.value, count.unit)}＝{shown(right, stated.unit)}，"
        f"文中写的是{quoted(stated.mention)}，" + ("漏写了“万”。" if scaled else "请核对。"),
    )


def _whole(piece: Piece) -> Iterator[Relation]:
    """Shares that the sentence gives of one whole: their sum is 100%, within what rounding allows."""
    for group in _share_groups(piece):
        total = sum((figure.value for figure in group), Decimal(0))
        step = max((figure.mention.step or Decimal(1) for figure in group), default=Decimal(1))
        allowed = min(step, Decimal(1)) * len(group) / 2
        members = tuple(figure.index for figure in group)
        if abs(total - HUNDRED) <= allowed:
            yield Relation(RelationType.SHARE, members, True, HUNDRED, "各项比例合计为100%。")
        elif len(group) > 2 and Decimal(85) <= total <= Decimal(130):
            yield Relation(
                RelationType.SHARE,
                members,
                False,
                HUNDRED,
                f"各项比例合计是{shown(total)}%，应为100%，请核对其中哪一项有误。",
            )
        elif len(group) == 2 and Decimal(85) <= total <= Decimal(115) and _closed(piece.pattern):
            yield Relation(
                RelationType.SHARE,
                members,
                False,
                HUNDRED,
                f"两项比例合计是{shown(total)}%，应为100%，请核对。",
            )


def _gap(piece: Piece, number: int) -> str:
    at = piece.pattern.index(chr(0xE000 + number))
    return re.split(r"[\ue000-\uf8ff]", piece.pattern[:at])[-1]


def _share_groups(piece: Piece) -> Iterator[list[Figure]]:
    """Runs of shares of one whole: each with 占, or a list after 占比分别为."""
    group: list[Figure] = []
    listed = False
    for number, figure in enumerate(piece.figures):
        gap = _gap(piece, number)
        is_share = figure.unit == "%" and figure.mention.kind is Kind.RATE and is_plain(figure.mention)
        starts = bool(_ALL_SHARES.search(gap)) and is_share
        goes_on = (
            is_share
            and bool(group)
            and listed
            and bool(re.fullmatch(r"[、和及与，]{0,2}[^，。；]{0,10}", gap))
        )
        each = is_share and bool(_EACH_SHARE.search(gap)) and not _ACROSS.search(gap) and "分别" not in gap
        if (starts and not goes_on) or (not is_share and figure.unit == "%"):
            if len(group) > 1:
                yield group
            group, listed = ([figure], True) if starts else ([], False)
        elif goes_on or each:
            group.append(figure)
    if len(group) > 1:
        yield group


def _closed(text: str) -> bool:
    return any(one in text and other in text for one, other in _CLOSING) or bool(
        re.search(r"其他|其余", text)
    )
