"""Parts and totals: 共…其中…, 分别为…, …合计…, and lists under a total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kebridge.figures.checker.relation_tools import Figure, Page, Piece, alike, meet, quoted, shown, spread
from kebridge.figures.checker.relations_parts import parts_after
from kebridge.figures.checker.shapes import Kind, Relation, RelationType

ADDED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_OPENS = re.compile(
    r"其中|(?<=[\ue000-\uf8ff])[：（]|(?<=[\ue000-\uf8ff])[^，、。；：（\ue000-\uf8ff]{1,6}(?:[：（]|中，|中(?=已|有))|(?<=[\ue000-\uf8ff])，(?=(?:(?:19|20)\d{2}年|上半年|线上|一季度|第一季度|男|城区|城镇|专职|校内|馆内))|(?<=[\ue000-\uf8ff])，(?=[^，。；：\ue000-\uf8ff]{1,10}[\ue000-\uf8ff][^，。；\ue000-\uf8ff]{0,4}、)|包括|包含|分别(?:为|是|有|达)?|涵盖|(?<=[，（：])含"
)
_PEOPLE = frozenset({"人", "名", "位", "人次"})
_ACROSS_PEOPLE = re.compile(
    r"女|男(?!性?\d)|党员|青年|少数民族|博士|硕士|高级|副高|正高|中级|职称|基层|农村|留守|在职|退休|本科|研究生|岁|留学|外籍|院士|骨干|残疾|困难|兼职|专职|一线"
)
_ACROSS = re.compile(r"新增|首次|获评|荣获|优秀|先进|入选|重点|大型|以上|示范|注册|优先|联合|线上线下")
_CLOSING = (
    ("男", "女"),
    ("重点", "一般"),
    ("线上", "线下"),
    ("上半年", "下半年"),
    ("城镇", "农村"),
    ("城区", "乡村"),
    ("校内", "校外"),
    ("馆内", "馆外"),
    ("专职", "兼职"),
    ("市级", "县级"),
    ("中央", "地方"),
)
_REST = re.compile(r"其他|其它|其余|另有|余下|剩余")
_ENDS = re.compile(
    r"(?:合计|总计|共计|一共|总共|三者共|两者共|三项合计|两项合计|总和|总数|总量|总额|(?<![一公总])共|总(?:人数|参与|人次|场次|投入|接待|服务)|累计|全[市县省区年](?:共|合计|总计)?)"
    r"(?:有(?!\S{0,3}家)|达到?|为|计|是|获奖?|举办|开展|完成|参与|培训|接待|新建|新增|发放|发展|投入|立项)?(?:各类)?[^，。；\ue000-\uf8ff]{0,4}?$"
)
_STOCK = re.compile(r"共有$|现有|已有|总数达到?$|累计(?:达|有|建|创)")
MOSTLY = Decimal("0.85")  # parts that make up so much of a total are meant to be all of it
TEN_THOUSAND = Decimal(10_000)
NEAR_TOTAL = (Decimal("0.8"), Decimal("1.25"))
MANY_PARTS_MOSTLY = Decimal("0.7")


def sums(page: Page) -> Iterator[Relation]:
    """Sums within sentences and under headings of lists."""
    for piece in page.sentences():
        yield from _opened(piece)
        yield from _ended(piece)
    for start, end in _continued(page.view.text):
        yield from _opened(page.piece(start, end))


def _continued(text: str) -> Iterator[tuple[int, int]]:
    """A sentence with the one after it that begins with 其中."""
    for match in re.finditer("。其中", text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。\n") + 1
        ends = [found for mark in "。\n" if (found := text.find(mark, match.end())) >= 0]
        if start < match.start():
            yield start, min(ends, default=len(text))


def _label(piece: Piece, figure: Figure) -> str:
    """The words between the figure before and this one, and those right after it."""
    at = piece.pattern.index(chr(0xE000 + piece.figures.index(figure)))
    before = re.split(r"[\ue000-\uf8ff]", piece.pattern[:at])[-1]
    after = re.split(r"[，、；。\ue000-\uf8ff]", piece.pattern[at + 1 :])[0]
    return re.split(r"[，；。：]", before)[-1] + after


_HALVES = re.compile(r"(?:19|20)\d{2}年|上半年|线上|第?一季度|男|城区|城镇|专职|校内|馆内")


def _opened(piece: Piece) -> Iterator[Relation]:
    """A total, then 其中 or 分别 and its parts."""
    for match in _OPENS.finditer(piece.pattern):
        place = _place(piece, match.start())
        before = [f for f in piece.figures if f.start < place and not _is_change(piece, f)]
        rest = piece.pattern[match.end() :]
        stretch, after = parts_after(piece, match)
        if not before or not after:
            continue
        unit = after[0].unit
        total = next((f for f in reversed(before[-3:]) if f.unit == unit), None) or next(
            (f for f in reversed(before[-2:]) if alike(f.unit, unit, loosely=False)), None
        )
        if total is None or total.mention.kind not in ADDED:
            continue
        if (
            match.group().startswith("分别") or (match.group() == "，" and not _HALVES.match(rest))
        ) and not _is_total(piece, total, match.start()):
            continue
        parts = [
            f
            for f in after
            if alike(f.unit, unit, loosely=False)
            and f.mention.kind in ADDED
            and not _is_change(piece, f)
            and not _counts_places(piece, f)
        ]
        nested = re.search(r"占|比上年|增长|增加|累计|此外|同时|另外|还", stretch)
        if parts:
            yield from _judge(
                piece, total, parts, match.group(), open_list=bool(nested) or "等" in _tail(piece, parts[-1])
            )


def _place(piece: Piece, at: int) -> int:
    """The place in the view of a place in the pattern."""
    place = piece.start + at
    for char in re.findall(r"[\ue000-\uf8ff]", piece.pattern[:at]):
        figure = piece.figure(char)
        place += figure.end - figure.start - 1
    return place


def _is_change(piece: Piece, figure: Figure) -> bool:
    return bool(re.search(r"(?:增加|减少|增长|下降|提高|上升|多|少|超)了?$", _label(piece, figure)[:12]))


def _counts_places(piece: Piece, figure: Figure) -> bool:
    """四个县区, 6个乡镇: where the parts are, no part itself."""
    at = piece.pattern.index(chr(0xE000 + piece.figures.index(figure)))
    return bool(
        re.match(
            r"(?:县|区|市|乡|镇|街道|村|社区)(?!级|科|学|长|民)[^，。；、\ue000-\uf8ff]{0,4}",
            piece.pattern[at + 1 :],
        )
    )


def _is_total(piece: Piece, total: Figure, at: int) -> bool:
    """A figure that 分别 divides: 共16场，分别为…; the two stand close together."""
    mark = chr(0xE000 + piece.figures.index(total))
    here = piece.pattern.index(mark)
    return bool(re.search(r"共|总|合计|累计", piece.pattern[max(0, here - 14) : here])) and at - here < 24


def _tail(piece: Piece, last: Figure) -> str:
    at = piece.pattern.index(chr(0xE000 + piece.figures.index(last)))
    return re.split(r"[，。；]", piece.pattern[at + 1 :])[0][-4:]


def _judge(
    piece: Piece, total: Figure, parts: list[Figure], word: str, *, open_list: bool
) -> Iterator[Relation]:
    """A part larger than its whole; parts that should make the whole and do not."""
    whole = spread(total.mention)
    inside = bool(re.search(r"其中|包|含|涵盖|中，?$", word))
    for part in parts:
        if inside and spread(part.mention)[0] > whole[1] and part.unit == total.unit:
            yield Relation(
                RelationType.SUM,
                (total.index, part.index),
                False,
                total.value,
                f"“{word}”后面的{quoted(part.mention)}比总数{quoted(total.mention)}还多，部分不会大于总数，请核对这两个数。",
            )
            return
    labels = [_label(piece, part) for part in parts]
    spreads = [spread(part.mention) for part in parts]
    low, high = sum((s[0] for s in spreads), Decimal(0)), sum((s[1] for s in spreads), Decimal(0))
    members = (total.index, *(part.index for part in parts))
    added = sum((part.value for part in parts), Decimal(0))
    if meet((low, high), whole):
        if len(parts) > 1:
            yield Relation(RelationType.SUM, members, True, added, "各项相加等于总数。")
        return
    if len(parts) < 2:
        return
    if small := _without_wan(total, parts):
        yield _scale(total, small, members)
        return
    if open_list:
        return
    closed = _is_closed(labels) or any(_REST.search(label) for label in labels) or word.startswith("分别")
    across = _cuts_across(piece, parts) and not _is_closed(labels)
    share = added / total.value if total.value else Decimal(0)
    loose = len(parts) == 2 and added > total.value * NEAR_TOTAL[1] and not closed
    if loose and "、" not in piece.pattern[piece.pattern.index(word) + len(word) :]:
        return
    if not re.search(r"其中|包|分别|含|涵盖", word) and not closed and len(parts) < 3:
        return
    mostly = share >= (MOSTLY if len(parts) == 2 else MANY_PARTS_MOSTLY)
    if across or (added < total.value and not closed and not mostly):
        return
    yield wrong(total, parts, added, members)


def _without_wan(total: Figure, parts: list[Figure]) -> list[Figure]:
    """The parts (all, or one) that make the total once 万 is put to them."""
    added = sum((part.value for part in parts), Decimal(0))
    if added > 0 and total.value == added * TEN_THOUSAND:
        return parts
    return [part for part in parts if part.value and added + part.value * (TEN_THOUSAND - 1) == total.value]


def _scale(total: Figure, parts: list[Figure], members: tuple[int, ...]) -> Relation:
    return Relation(
        RelationType.UNIT,
        members,
        False,
        None,
        f"各项相加与{quoted(total.mention)}对不上，多半是漏写了“万”："
        f"例如{quoted(parts[0].mention)}应为“{shown(parts[0].value * TEN_THOUSAND, parts[0].unit)}”。",
    )


def wrong(total: Figure, parts: list[Figure], added: Decimal, members: tuple[int, ...]) -> Relation:
    sum_text = "＋".join(shown(part.value) for part in parts)
    gap = "少" if added < total.value else "多"
    return Relation(
        RelationType.SUM,
        members,
        False,
        added,
        f"各项相加与总数不符：{sum_text}＝{shown(added, total.unit)}，比{quoted(total.mention)}{gap}"
        f"{shown(abs(added - total.value), total.unit)}。总数应为{shown(added, total.unit)}，或其中一项有误。",
    )


def _cuts_across(piece: Piece, parts: list[Figure]) -> bool:
    """Whether parts may share members, as 女性 and 党员 do, or 可操作的 and 新更新的: then they need not make the total."""
    if all(_gap_before(piece, part).endswith("的") for part in parts):
        return True
    labels = [_label(piece, part) for part in parts]
    return any(
        _ACROSS.search(label) or (part.unit in _PEOPLE and _ACROSS_PEOPLE.search(label))
        for part, label in zip(parts, labels, strict=True)
    )


def _gap_before(piece: Piece, figure: Figure) -> str:
    at = piece.pattern.index(chr(0xE000 + piece.figures.index(figure)))
    return re.split(r"[，、；。：\ue000-\uf8ff]", piece.pattern[:at])[-1]


def _is_closed(labels: list[str]) -> bool:
    """Labels that leave no third: 男 and 女, 线上 and 线下."""
    return any(
        any(one in label for label in labels) and any(other in label for label in labels)
        for one, other in _CLOSING
    )


def _ended(piece: Piece) -> Iterator[Relation]:
    """Items, then 合计 or 共 and the total."""
    for number, total in enumerate(piece.figures):
        at = piece.pattern.index(chr(0xE000 + number))
        gap = re.split(r"[\ue000-\uf8ff]", piece.pattern[:at])[-1]
        word = _ENDS.search(gap)
        if number < 2 or not word or total.mention.kind not in ADDED or _STOCK.search(gap):
            continue
        between = gap[: word.start()]
        strict = word.group().startswith("共") and not word.group().startswith("共计")
        if len(between) > (3 if strict else 12) or re.search(r"[。；]", between) or "其中" in between:
            continue
        head = piece.pattern[:at]
        begin = max(head.rfind("。"), head.rfind("；"), head.rfind("其中"), head.rfind("：")) + 1
        parts = [piece.figure(char) for char in re.findall(r"[\ue000-\uf8ff]", head[begin:])]
        parts = [
            part
            for part in parts
            if alike(part.unit, total.unit) and part.mention.kind in ADDED and not _is_change(piece, part)
        ]
        parts = [part for part in parts if not _counts_places(piece, part)] or parts
        if _cuts_across(piece, parts):
            continue
        if len(parts) < 2 or not alike(piece.figures[number - 1].unit, total.unit):
            continue
        members = (total.index, *(part.index for part in parts))
        added = sum((part.value for part in parts), Decimal(0))
        spreads = [spread(part.mention) for part in parts]
        reach = (sum((s[0] for s in spreads), Decimal(0)), sum((s[1] for s in spreads), Decimal(0)))
        loose = not word.group().startswith(
            ("合计", "总计", "共", "一共", "总共", "三", "两", "总和")
        ) or any(part.unit != total.unit for part in parts)
        if meet(reach, spread(total.mention)):
            yield Relation(RelationType.SUM, members, True, added, "各项相加等于合计。")
        elif loose and not NEAR_TOTAL[0] * total.value <= added <= NEAR_TOTAL[1] * total.value:
            continue
        elif not _nested_total(parts, total):
            yield wrong(total, parts, added, members)


def _nested_total(parts: list[Figure], total: Figure) -> bool:
    """The last items alone make the total: earlier figures of the sentence belong to something else."""
    for begin in range(1, len(parts) - 1):
        if sum((part.value for part in parts[begin:]), Decimal(0)) == total.value:
            return True
    return False
