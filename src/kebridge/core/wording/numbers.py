"""Reading counts and decimal numbers as staff type them: 1,234 · １２３４ · 1.2万 · 三百二十 · 186人次.

A typed number is read exactly or refused; it is never guessed. Every refusal is a ValueError in plain Chinese.
"""

import math
import re
import unicodedata
from decimal import Decimal

from kebridge.core.wording.numerals import NUMERAL_CHARACTERS, parse_chinese_numeral

KNOWN_UNITS: frozenset[str] = frozenset(
    "人次 人 名 位 场次 场 次 期 项 件 个 家 所 支 篇 条 份 册 套 本 部 处 块 幅 辆 台 小时 分钟 天 米 平方米 元 "
    "户 对 组 队 班 门 节 堂 届 批 只 种 类 座 间 站 会 社 户次 车次 人·次".split()
)
_MULTIPLIERS: dict[str, int] = {"百": 100, "千": 1000, "万": 10**4, "w": 10**4, "W": 10**4, "亿": 10**8}
_VAGUE = re.compile(
    r"余|多|约|近|超|左右|以上|以下|不足|不到|上下|大概|大约|估计|至少|最多|几|数[十百千万]|来[人个]|\d\+$|若干|许多"
)
_RANGE = re.compile(r"\d\s*[百千万亿]?\s*(?:[~～—–-]{1,2}|至|到)\s*\d")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)")
_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([百千万亿wW]*)")
EXCEL_DIGITS = 15  # Excel keeps 15 significant digits; what a double holds beyond them is noise
LONGEST = 40
LARGEST = Decimal(10**18)  # a 64-bit integer holds it; no figure of the field comes near


def tidy(text: str) -> str:
    """Full-width and compatibility forms to plain ones, invisible characters and outer spaces removed."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t").strip()


def _from_excel(value: float) -> Decimal:
    if not math.isfinite(value):
        raise ValueError("单元格里不是一个数（可能是公式出错），请直接填数字，例如 120")
    return Decimal(format(value, f".{EXCEL_DIGITS}g"))


def _digits(text: str, shown: str) -> Decimal:
    if "," in text and not _GROUPED.fullmatch(text):
        raise ValueError(f"“{shown}”里逗号的位置不对，请不写逗号或按三位一节，例如 1,234")
    bare = text.replace(",", "")
    if not _PLAIN.fullmatch(bare):
        raise ValueError(f"“{shown}”不是数字，请只填数字，例如 120")
    return Decimal(bare)


def _strip_unit(text: str, unit: str, shown: str) -> str:
    """The text without its trailing unit; refuses a unit other than the column's."""
    wanted = tidy(unit)
    if wanted and text.endswith(wanted):
        return text[: -len(wanted)].strip()
    for known in sorted(KNOWN_UNITS, key=len, reverse=True):
        if text.endswith(known) and len(text) > len(known):
            if wanted:
                raise ValueError(f"“{shown}”的单位不对，这一栏的单位是“{unit}”，请换算后只填数字，例如 120")
            return text[: -len(known)].strip()
    return text


def _with_multipliers(text: str, shown: str) -> Decimal:
    """1.2万, 5亿3400万, 3万5000: parts of falling size, the last one exact."""
    total, last, position = Decimal(0), 0, 0
    for match in _PART.finditer(text):
        number, units = match.groups()
        size = math.prod(_MULTIPLIERS[unit] for unit in units)
        broken = match.start() != position or ("." in number and (last or match.end() != len(text)))
        loose = bool(last) and (size >= last or (not units and 10 ** len(number) != last))
        if broken or loose or not _rising(units):
            raise ValueError(f"“{shown}”看不明白，请用阿拉伯数字写全，例如 35000 或 3.5万")
        total, last, position = total + _digits(number, shown) * size, size, match.end()
    if position != len(text):
        raise ValueError(f"“{shown}”不是数字，请只填数字，例如 120")
    return total


def _rising(units: str) -> bool:
    sizes = [_MULTIPLIERS[unit] for unit in units]
    return sizes == sorted(set(sizes)) and len(sizes) <= 2


def _refuse_vague(text: str, shown: str) -> None:
    if _RANGE.search(text):
        raise ValueError(f"“{shown}”是一个范围，请填一个准确的数，例如 32")
    if _VAGUE.search(text):
        raise ValueError(f"“{shown}”不是准确的数，请填准确的数，例如 32")


def parse_decimal(value: object, unit: str = "") -> Decimal:
    """The exact number that a cell or a typed text states; may be negative.

    `unit` is the column's unit (such as 万元): it may trail the number, no other unit may. With no `unit`, any
    everyday unit is allowed. ValueError in plain Chinese for vague, mixed or unreadable input.
    """
    if isinstance(value, bool) or value is None:
        raise ValueError("没有填数，请填一个数字，例如 120")
    if isinstance(value, int | Decimal):
        return _finite(Decimal(value))
    if isinstance(value, float):
        return _finite(_from_excel(value))
    if not isinstance(value, str):
        raise ValueError(f"“{value}”不是数字（像是日期或时间），请填数字，例如 120")
    shown = value.strip()[:LONGEST]
    text = tidy(value).replace(" ", "").replace("\n", "").replace("\t", "")
    if not text:
        raise ValueError("没有填数，请填一个数字，例如 120")
    _refuse_vague(text, shown)
    bare = _strip_unit(text, unit, shown)
    if bare and all(char in NUMERAL_CHARACTERS for char in bare):
        try:
            return Decimal(parse_chinese_numeral(bare))
        except ValueError:
            raise ValueError(f"“{shown}”看不明白，请用阿拉伯数字，例如 320") from None
    return _finite(_number(bare, unit, shown))


def _number(bare: str, unit: str, shown: str) -> Decimal:
    if bare.endswith("%"):
        raise ValueError(f"“{shown}”带百分号，请只填数字，例如 12.5")
    sign = -1 if bare.startswith("-") else 1
    digits = bare.lstrip("+-") if len(bare) - len(bare.lstrip("+-")) <= 1 else bare
    if any(char in _MULTIPLIERS for char in digits):
        if unit and unit[0] in _MULTIPLIERS:
            raise ValueError(f"“{shown}”与本栏的单位“{unit}”重复，请只填数字，例如 1.2")
        return sign * _with_multipliers(digits, shown)
    return sign * _digits(digits, shown)


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("这里不是一个数，请填数字，例如 120")
    if abs(value) >= LARGEST:
        raise ValueError("数字太大，请核对后重填，例如 120")
    return value


def parse_count(value: object, unit: str = "", name: str = "数量") -> int:
    """A whole number not below zero; `name` is what is counted (人数), for the message.

    ValueError in plain Chinese for a negative, fractional, vague or unreadable number.
    """
    number = parse_decimal(value, unit)
    if number < 0:
        raise ValueError(f"{name}不能是负数：{number}，请填 0 或正整数，例如 120")
    if number != number.to_integral_value():
        raise ValueError(f"{name}应为整数：{format(number.normalize(), 'f')}，请填整数，例如 120")
    return int(number)
