"""Standings and runs: 居全省第一, 第3位, 首位, 第一方阵, 排名前三, 全省首个, 唯一, 率先, 连续3年, 五连冠."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kebridge.figures.checker.numbers import chinese_value
from kebridge.figures.checker.shapes import Kind

STANDING = "名次"  # the unit of a standing that is written without one: 全省第一
_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_SCOPE = (
    r"(?:全[国省市县区州]|我[国省市县区州]|全系统|全球|世界|亚洲|国内|省内|市内|县内|区内|同类|同行业?|同级|中部|西部|东部|系统内?"
    r"|各?(?:地市|市州|县市区|省份|城市)|[一-龥]{2}(?:省|市|县|地区))"
)
_VERB = r"(?:(?:位|名|排|稳|跃|高|长期|均|并|仍|始终)*居|位列|名列|并列|列|排名|排在|排行|排|升至|升到|上升[到至]|前移[到至]|跃升[到至]?|跃至|进位至|夺得|位次)"
_PLACED = re.compile(
    rf"(?:(?P<verb>{_VERB})(?P<mid>[^，。；：、！？\n\d第]{{0,8}})|(?P<scope>{_SCOPE})(?:总?排名|考核|综合|总分|总量)?)?"
    rf"(?P<rank>第(?P<n>{_N})(?P<unit>方阵|梯队|军团|档次|位次|名次|位(?!于|置)|名(?!誉|单)|等次)?)"
)
_AFTER_ORDINAL = re.compile(
    r"[届次期批版章条款节页轮讲课部篇季周天年号代步产方中]|书记|时间|责任|议题|附属|人民|线"
)
_FIRSTS = re.compile(
    rf"(?P<scope>{_SCOPE})(?P<mid>[^，。；：、！？\n]{{0,6}}?)(?P<rank>首(?:个|家|次|批|创|例|座|所|条|部|支|套|位|发)|第一(?:个|家|座|所|支|部|批|例)|率先|独家)"
)
_FIRST_TIME = re.compile(
    r"(?P<rank>首次)(?=[^，。；]{0,2}(?:获|荣|入选|承办|实现|突破|跻身|进入|登|亮相|被|纳入|牵头|引进|冲|夺|问鼎))"
    r"|(?<![全我各])(?P<rank2>首(?:个|家|座|所|例|创))(?![人体月年季])"
)
_LEADS = re.compile(rf"(?P<rank>率先)(?=[^，。；：、！？\n]{{0,6}}(?:{_SCOPE}))")
_ONLY = re.compile(
    r"(?<![干争创])(?P<rank>唯一)(?!性|标准|途径|出路|标识|编码|指定|合法|选择|代表(?![出参入获亮登])|正确|办法|宗旨|答案|ID)"
)
_TOP = re.compile(
    rf"(?:(?:{_VERB}|占据|占|稳坐|荣登|登上|跃居|夺得|{_SCOPE})(?:[^，。；：、！？\n\d第]{{0,5}}))(?P<rank>首位(?![的]?(?:人|任|来|女))|榜首|之首|头名|魁首|第一宝座)"
)
_FIRST_N = re.compile(
    rf"(?:(?:{_VERB}|进入|跻身|挺进|迈入|位|保持(?:在)?|冲进|{_SCOPE})[^，。；：、！？\n\d前]{{0,6}})(?P<rank>前(?P<n>{_N})(?P<unit>名|位|强|%)?)(?![季个月年期次天周届])"
    rf"|(?P<rank2>前(?P<n2>{_N})(?P<unit2>名|位))(?!次)"
)
_RUN = re.compile(
    r"(?P<run>(?:已经?)?(?:连续|蝉联|接连)(?:第)?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<unit>年|届|次|季度|月|期|周|天|轮|场))(?!间|级|来|度|以[上])"
)
_TITLES = re.compile(
    r"(?P<run>(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>连(?:冠|增|胜|升|涨|跌|降|丰)))"
)


@dataclass(frozen=True)
class Standing:
    """A standing or a run in a view."""

    start: int
    end: int
    value: Decimal
    unit: str
    kind: Kind
    up_to: bool = False


def _value(words: str) -> Decimal | None:
    return Decimal(words) if words.isdigit() else chinese_value(words)


def _placed(view: str) -> Iterator[Standing]:
    for match in _PLACED.finditer(view):
        value, unit = _value(match["n"]), match["unit"] or ""
        claims = match["verb"] or match["scope"]
        if value is None or (not unit and not claims):
            continue
        if not unit and _AFTER_ORDINAL.match(view, match.end()):
            continue
        if not unit and re.match(r"[个家座所支]", view[match.end() : match.end() + 1]):
            continue
        loose = (
            unit in ("位", "名") and not claims and re.match(r"[一-龥]", view[match.end() : match.end() + 1])
        )
        if loose and not re.search(r"[获得夺取以]|排名", view[max(0, match.start() - 8) : match.start()]):
            continue
        yield Standing(match.start("rank"), match.end("rank"), value, unit or STANDING, Kind.RANK)


def _firsts(view: str) -> Iterator[Standing]:
    for pattern in (_FIRSTS, _LEADS, _ONLY):
        for match in pattern.finditer(view):
            if (
                pattern is _FIRSTS
                and match["rank"] in ("首批", "第一批")
                and not re.match(r"全|我|国内|省内", match["scope"])
            ):
                continue
            yield Standing(match.start("rank"), match.end("rank"), Decimal(1), STANDING, Kind.RANK)
    for match in _FIRST_TIME.finditer(view):
        start, end = match.span("rank" if match["rank"] else "rank2")
        yield Standing(start, end, Decimal(1), STANDING, Kind.RANK)
    for match in _TOP.finditer(view):
        unit = "位" if "首位" in match["rank"] else STANDING
        yield Standing(match.start("rank"), match.end("rank"), Decimal(1), unit, Kind.RANK)


def _first_n(view: str) -> Iterator[Standing]:
    for match in _FIRST_N.finditer(view):
        group = "" if match["rank"] else "2"
        value = _value(match[f"n{group}"])
        if value is not None:
            unit = match[f"unit{group}"] or STANDING
            start, end = match.span(f"rank{group}")
            yield Standing(start, end, value, unit, Kind.RANK, up_to=True)


def _runs(view: str) -> Iterator[Standing]:
    for pattern in (_RUN, _TITLES):
        for match in pattern.finditer(view):
            value = _value(match["n"])
            if value is not None:
                unit = {"月": "个月"}.get(match["unit"], match["unit"])
                yield Standing(match.start("run"), match.end("run"), value, unit, Kind.RUN)


def find_standings(view: str) -> list[Standing]:
    """All standings and runs of a view, in order, none overlapping."""
    found = [*_placed(view), *_firsts(view), *_first_n(view), *_runs(view)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Standing] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
