"""Reading one figure where it begins: number, hedges, unit, ranges; and telling a number from a word that holds one."""

import re
from dataclasses import dataclass, replace

from kebridge.core.wording.agreement import Qualifier, step_of
from kebridge.figures.checker import hedges
from kebridge.figures.checker.greats import counted_by
from kebridge.figures.checker.numbers import SIZES, Number, read_number
from kebridge.figures.checker.ones import counts_one, is_label
from kebridge.figures.checker.shapes import Kind
from kebridge.figures.checker.shares import read_share
from kebridge.figures.checker.units import read_unit

_BEGIN = re.compile(r"[\d一二两三四五六七八九十百千万亿数几上成半翻过零俩]")
_RANGE = re.compile(r"(?:—{1,2}|-|~|至|到)")
_PERCENT = re.compile(r"[%‰]")
_WORD_BEFORE = re.compile(
    r"(?:[第统唯同单专之其初逐合周另某万\u2460-\u2473]|星期|礼拜|[大高初老小](?=[一二三])|进一步?|划|归|如|不|独|无|有朝|整齐划|表里如|始终如)$"
)
_COUNTERS_BEFORE_SHU = frozenset("人次总多少指系基分函户家场件个项倍度天岁票字届份位名篇期约")
_BEFORE_SHANG = frozenset("线网以会路身楼床车地纸台场晚早马海天基理之社世年月")
_FROM = re.compile(r"[从由自][^，。；、\d]{0,8}$")
_UNIT_BEFORE = re.compile(
    r"(?:(人次|场次|户次|人数|户数|家数|篇数|册数|件数|份数|场数|次数|天数|课时数|只数)(?:累计|总计|合计|已|总数|总量|共|均|分别|再|首次)*(?:达到|达|突破|超过|超|为|近|共|是|：|有|约|逾|由|从|上升|增长|增加|上年的?|去年的?|[增升减降]?[至到])*"
    r"|（(场次|人次|人|个|家|场|次|篇|项|件|万元|元|亿元|%|名|所|期|份|册|万人次|万人)）[：: ]*)$"
)
_UNIT_OF_COUNT = {
    "人数": "人",
    "户数": "户",
    "家数": "家",
    "篇数": "篇",
    "册数": "册",
    "件数": "件",
    "份数": "份",
    "场数": "场",
    "次数": "次",
    "天数": "天",
    "课时数": "课时",
    "只数": "只",
}
_AGE = re.compile(r"(?:平均|最大|最小|最长|最高|最低|均为)[^，。；]{0,4}$|现年$|龄(?:为|达|是)$")
_LONG_CODE = 9
_NUMERALS = re.compile(r"[一二两三四五六七八九十零〇百千万亿]+")


@dataclass(frozen=True)
class Found:
    """A figure in a view; `reason` says what it is where it is none. `scale` multiplies (万元 as a unit)."""

    start: int
    end: int
    number: Number
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    hedges: tuple[str, ...] = ()
    reason: str = ""
    kind: Kind | None = None
    is_range: bool = False
    scale: int = 1


def begin(view: str, place: int) -> int | None:
    """The next place where a number may begin."""
    match = _BEGIN.search(view, place)
    return match.start() if match else None


def read_figure(view: str, place: int, stop: int) -> tuple[list[Found], int]:
    """The figure that begins at `place` (none, or two where a range turns out to be a change), and where to go on."""
    char = view[place]
    if _inside_word(view, place):
        return [], place + 1
    share = read_share(view, place)
    if share and share.end <= stop:
        return [_share(view, place)], max(_share(view, place).end, place + 1)
    if char in "半翻过":
        return [], place + 1
    number = read_number(view, place)
    if number is None:
        return [], _past(view, place)
    if number.end > stop:
        return [], place + 1
    found = _figure(view, place, number, stop)
    if found is None:
        return [], max(number.end, place + 1)
    return [found], found.end


def _past(view: str, place: int) -> int:
    """The end of numerals that form no number, so that their tail is not taken for one."""
    match = _NUMERALS.match(view, place)
    return match.end() if match else place + 1


def _inside_word(view: str, place: int) -> bool:
    """统一, 人数, 线上: the character belongs to the word before it."""
    char, left = view[place], view[max(0, place - 1) : place]
    if char == "数":
        return left in _COUNTERS_BEFORE_SHU or not re.match(r"数[十百千万亿以]", view[place : place + 2])
    if char == "上":
        return left in _BEFORE_SHANG or not re.match(r"上[百千万亿]", view[place : place + 2])
    if char == "成":
        return not re.match(r"成[百千]上[千万]", view[place : place + 4])
    if char == "几":
        return not re.match(r"几[十百千万亿]", view[place : place + 2])
    if char.isdigit() and char.isascii():
        return False
    return bool(_WORD_BEFORE.search(view[max(0, place - 4) : place]))


def _share(view: str, place: int) -> Found:
    share = read_share(view, place)
    assert share is not None
    number = Number(share.end, share.value, step_of(share.value))
    found = Found(place, share.end, number, share.unit)
    if share.unit in ("", "倍"):
        found = replace(found, kind=Kind.RATIO)
    if view[share.end - 1] == "成" and view[share.end : share.end + 1] in ("多", "余"):
        more = view[share.end]
        return replace(found, end=share.end + 1, qualifier=Qualifier.ABOUT_OVER, hedges=(more,))
    if share.at_least:
        return replace(found, qualifier=Qualifier.AT_LEAST, hedges=(view[place : share.end],))
    return _hedged(view, found)


def _hedged(view: str, found: Found, inner: tuple[hedges.Hedge, ...] = ()) -> Found:
    """The figure with the hedges before it and after its unit."""
    words: list[hedges.Hedge] = []
    start, end = found.start, found.end
    while len(words) < 2 and (hedge := hedges.before(view, start)):
        words.insert(0, hedge)
        start = hedge.place
    words += inner
    if after := hedges.after_unit(view, end):
        words.append(after)
        end = after.place
    if not words:
        return found
    return replace(
        found, start=start, end=end, qualifier=words[0].qualifier, hedges=tuple(word.word for word in words)
    )


def _inner(view: str, number: Number) -> tuple[tuple[hedges.Hedge, ...], int]:
    """The hedge within or directly after a number, and where the number with it ends."""
    words: tuple[hedges.Hedge, ...] = ()
    if number.inside and number.inside in "余多几来":
        words = (hedges.Hedge(number.end, number.inside, Qualifier.ABOUT_OVER),)
    end = number.end
    if (number.inside not in ("数", "上") or view[end : end + 1] in "余多") and (
        after := hedges.after_number(view, end, number.value)
    ):
        return (*words, after), after.place
    if view[end : end + 1] == "+" and not re.match(r"[\dNX一-龥]{0,1}\d", view[end + 1 : end + 3]):
        return (*words, hedges.Hedge(end + 1, "+", Qualifier.ABOUT_OVER)), end + 1
    return words, end


def _figure(view: str, place: int, number: Number, stop: int) -> Found | None:
    """A number with its unit; None where numerals only make a word."""
    inner, end = _inner(view, number)
    start = place
    if view[place - 1 : place] in ("-", "—", "负") and re.search(
        r"(?:^|[为达是：（，、到至])[-—负]$", view[max(0, place - 2) : place]
    ):
        start, number = place - 1, replace(number, value=-number.value)
    if view[place - 1 : place] in ("¥", "￥", "$"):
        start = place - 1
    if not inner and (ranged := _range(view, place, number, end, stop)):
        return ranged
    if _PERCENT.match(view, end):
        return _hedged(view, Found(start, end + 1, number, view[end]), inner)
    read = read_unit(view, end, chinese=number.chinese)
    if read and read[1] <= stop:
        return _counted(view, start, number, read, inner)
    return _bare(view, start, end, number, inner)


_TOLD_UNITS = frozenset("块 名 位 辆 台 支 面 幅 盏 架 艘 座 枚 件".split())
_TOLD_VERB = re.compile(
    r"(?:点亮|组织|邀请|组建|选派|派出|聘请|聘任|评选|表彰|慰问|培训|展出|投放|配备|发动|动员|招募|安装|悬挂|摆放|征集)了?$"
)


def _is_told(view: str, start: int, end: int, unit: str) -> bool:
    """点亮百块大屏: a bare size that a verb rules and a thing follows, with a unit of single things."""
    after = re.match(r"[一-龥]{2}", view[end : end + 2])
    return unit in _TOLD_UNITS and bool(after and _TOLD_VERB.search(view[max(0, start - 6) : start]))


def _counted(
    view: str, start: int, number: Number, read: tuple[str, int], inner: tuple[hedges.Hedge, ...]
) -> Found | None:
    unit, end = read
    found = _hedged(view, Found(start, end, number, unit), inner)
    if number.is_bare and not found.hedges and not _is_told(view, start, end, unit):
        return replace(found, reason="概称，不是具体数")
    if unit in ("岁", "周岁") and not _AGE.search(view[max(0, found.start - 8) : found.start]):
        return replace(found, reason="年龄界限")
    if number.chinese and number.value == 1 and not found.hedges and not counts_one(view, start, end, unit):
        return None
    if number.chinese and not found.hedges and is_label(view, start, end, unit):
        return None
    if unit in ("年",) and not found.hedges and re.match(r"[来间前后以]|行动|规划|计划", view[end : end + 2]):
        return replace(found, reason="日期、时间或时期")
    return found


def _bare(view: str, start: int, end: int, number: Number, inner: tuple[hedges.Hedge, ...]) -> Found | None:
    """A number without a unit: Arabic digits count something, numerals only with a hedge or in a list with a unit."""
    found = _hedged(view, Found(start, end, number), inner)
    if found.end == end and inner:
        found = replace(found, end=end)
    if start < found.number.end and view[start] in "¥￥$":
        return replace(found, unit="元" if view[start] != "$" else "美元")
    if number.chinese:
        return _bare_chinese(view, found, end)
    digits = view[start : number.end]
    if view[start - 1 : start] == "第" and start:
        return replace(found, reason="届次、期次或顺序", end=end)
    if re.fullmatch(r"(?:19|20)\d{2}", digits) and not found.hedges:
        return replace(found, reason="日期、时间或时期")
    if re.fullmatch(r"\d+", digits) and len(digits) >= _LONG_CODE:
        return replace(found, reason="文号、编号或号码")
    if re.match(r"[A-Za-z:/×*]", view[end : end + 1]) or re.search(r"[A-Za-z:/×*.]$", view[:start][-1:]):
        return replace(found, reason="文号、编号或号码")
    if (
        re.match(r"[^\n]*$", digits)
        and (start == 0 or view[start - 1] == "\n")
        and view[end : end + 1] in ("", "\n")
    ):
        return replace(found, reason="序号")
    if before := _UNIT_BEFORE.search(view[max(0, found.start - 16) : found.start]):
        word = before[1] or before[2]
        size = 10**4 if word.startswith("万") else 10**8 if word.startswith("亿") else 1
        unit = _UNIT_OF_COUNT.get(word, word.lstrip("万亿"))
        return replace(found, unit=unit, scale=size)
    return found


def _bare_chinese(view: str, found: Found, end: int) -> Found | None:
    number = found.number
    if view[end : end + 1] == "大" and (unit := counted_by(view, found.start, end)):
        return replace(found, end=end + 1, unit=unit)
    if number.inside in ("数", "上"):
        return found if re.match(r"[一-龥，。；、]", view[end : end + 1]) and number.value >= 10 else None
    if found.hedges and number.value >= 10:
        return found
    listed = re.match(r"、([一二三四五六七八九十百]{1,4})", view[end:])
    if listed and not number.is_bare and number.value > 1:
        after = read_number(view, end + 1)
        return found if after and read_unit(view, after.end, chinese=True) else None
    return None


def _range(view: str, place: int, number: Number, end: int, stop: int) -> Found | None:
    """30—50人, 三至五天, 3%—5%, 3—5万: one figure with two bounds. Not where 从…到… tells a change."""
    if number.inside or number.low is not None or _FROM.search(view[max(0, place - 10) : place]):
        return None
    first = ("%", end + 1) if view[end : end + 1] == "%" else read_unit(view, end, chinese=number.chinese)
    dash = _RANGE.match(view, first[1] if first else end)
    if not dash and first:
        dash = _RANGE.match(view, end)
    if not dash:
        return None
    other = read_number(view, dash.end())
    if other is None or other.low is not None or other.end > stop or other.chinese != number.chinese:
        return None
    inner2, end2 = _inner(view, other)
    second = (
        (view[end2], end2 + 1)
        if view[end2 : end2 + 1] in ("%", "‰")
        else read_unit(view, end2, chinese=other.chinese)
    )
    if second is None or (first and dash.start() != end and first[0] != second[0]):
        return None
    low_value = number.value * _shared_size(view, number, dash.end(), other)
    if low_value >= other.value:
        return None
    both = Number(second[1], low_value, other.step, "", low_value, other.value, number.chinese)
    found = Found(place, second[1], both, second[0], is_range=True)
    if found.unit in ("岁", "周岁"):
        return replace(found, reason="年龄界限")
    return _hedged(view, found, inner2)


def _shared_size(view: str, number: Number, start: int, other: Number) -> int:
    """3—5万: the size of the second number belongs to the first too, if the first has none and is smaller."""
    words = view[start : other.end]
    size = 1
    for char in reversed(words):
        if char not in "万亿":
            break
        size *= SIZES[char]
    if size == 1 or view[number.end - 1] in "万亿千百" or number.value * size >= other.value:
        return 1
    return size
