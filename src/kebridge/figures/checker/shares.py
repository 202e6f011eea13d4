"""Numbers that are parts or multiples: 百分之十五, 四分之一, 七成半, 三倍, 翻两番, 过半, 半年, 一个半月."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kebridge.figures.checker.numbers import DIGITS, chinese_value

_CN = r"[〇零一二两三四五六七八九十百千万]{1,16}(?:点[零〇一二三四五六七八九]{1,6})?"
_WHOLE = {"百": ("%", 1), "千": ("‰", 1)}
_PER = re.compile(rf"(?P<of>[百千])分之(?P<n>{DIGITS}|{_CN})")
_FRACTION = re.compile(r"(?P<of>[二三四五六七八九十]{1,3}|\d{1,2})分之(?P<n>[一二两三四五六七八九]|\d{1,2})")
_SLASH = re.compile(r"(?<![\d/.])(?P<n>[1-9])/(?P<of>[2-9]|10)(?![\d/月])(?=[的以强左，。；、）]|$|人|学|专)")
_TENTHS = re.compile(
    rf"(?P<n>{DIGITS}|[一二两三四五六七八九十](?:点[一二三四五六七八九])?)成(?P<half>半)?(?P<more>[一二三四五六七八九])?"
    r"(?![员立果功为长本效绩型就熟交分品语年人都套群千百])"
)
_TIMES_MORE = re.compile(r"翻(?:了)?(?P<n>一|两|二|三|四|五|1|2|3|4)?番")
_HALF = re.compile(
    r"(?:(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个)半(?P<what>月|小时|学期)?"
    r"|(?P<n3>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit3>年|天|小时|公里|倍|亩|吨|米|成)半(?![年月天夜数])"
    r"|(?<![上下前后大小这每过近多一])半(?P<what2>个月|个小时|小时|年|天|个学期)(?![来度检报会线期])"
    r"|(?P<most>过半数?|半数以上|半数)(?![山边途百])|(?P<half>(?<![之另])一半(?![是个人]?天))(?=以上|的|左右|[，。；、）]|$))"
)


@dataclass(frozen=True)
class Share:
    """A part or multiple in a view. `at_least`: 过半, 半数以上."""

    end: int
    value: Decimal
    unit: str
    at_least: bool = False


def _number(words: str) -> Decimal | None:
    return Decimal(words.replace(",", "")) if words[0].isdigit() else chinese_value(words)


def _half(view: str, place: int) -> Share | None:
    match = _HALF.match(view, place)
    if not match:
        return None
    half = Decimal("0.5")
    if match["most"] or match["half"]:
        return Share(match.end(), half, "", bool(match["most"]) and match["most"] != "半数")
    if match["what2"]:
        return Share(
            match.end(), half, match["what2"].removeprefix("个") if "月" not in match["what2"] else "个月"
        )
    number = _number(match["n"] or match["n3"])
    if number is None:
        return None
    if match["n3"]:
        return Share(match.end(), number + half, match["unit3"])
    return Share(
        match.end(),
        number + half,
        {"月": "个月", "小时": "小时", "学期": "学期"}.get(match["what"] or "", "个"),
    )


def read_share(view: str, place: int) -> Share | None:
    """The part or multiple that begins at `place` of a view; None if none does."""
    if match := _PER.match(view, place):
        value = Decimal(100) if match["n"] == "百" else _number(match["n"])
        return Share(match.end(), value, "%" if match["of"] == "百" else "‰") if value is not None else None
    if match := _FRACTION.match(view, place) or _SLASH.match(view, place):
        part, whole = _number(match["n"]), _number(match["of"])
        if part is None or not whole or part >= whole:
            return None
        exact = part / whole
        return Share(match.end(), exact if exact == round(exact, 4) else round(exact, 6), "")
    if match := _TIMES_MORE.match(view, place):
        times = _number(match["n"] or "一")
        return Share(match.end(), Decimal(2) ** int(times or 1), "倍")
    if match := _TENTHS.match(view, place):
        tenths = _number(match["n"])
        if tenths is None or (match["more"] and match["half"]) or tenths > 10:
            return None
        more = (
            Decimal(5)
            if match["half"]
            else (_number(match["more"]) or Decimal(0))
            if match["more"]
            else Decimal(0)
        )
        return Share(match.end(), tenths * 10 + more, "%")
    return _half(view, place)
