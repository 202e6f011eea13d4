"""The words that soften or bound a number, before and after it, and what they claim."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kebridge.core.wording.agreement import Qualifier

_BEFORE: tuple[tuple[str, Qualifier], ...] = (
    (r"(?:不|未)(?:超过|高于|多于|大于)|至多|最多", Qualifier.BELOW),
    (r"(?:不|未)(?:少于|低于|小于|下)|至少|最少|起码|高于|多于|大于", Qualifier.AT_LEAST),
    (r"(?:不足|不到|未满|低于|少于|小于)", Qualifier.BELOW),
    (r"(?:超过|超出|突破|(?<![高赶反])超)了?", Qualifier.AT_LEAST),
    (r"(?:逾|已过|(?<![通经超不路度])过(?=[百千万亿半])|(?<!突)破(?=[十百千万亿\d]))", Qualifier.AT_LEAST),
    (r"(?:将近|接近|(?<![附邻临靠最远亲贴新相晚])近)(?!乎)", Qualifier.NEARLY),
    (
        r"(?:大约|大概|大致|估计|预估|(?<![签节预履特邀公条合违制集契立赴失践租])约)(?:占|为|有|达|计|合)?|上下浮动",
        Qualifier.APPROXIMATELY,
    ),
)
BEFORE = tuple((re.compile(rf"(?:{words})(?=.\Z)", re.DOTALL), qualifier) for words, qualifier in _BEFORE)
AFTER_NUMBER = re.compile(
    r"(?:有余|余|多|几(?=[个名人位家场次项万年天张条本件所篇期十份户])|来(?=[个名人位家场次项万年天张条本件所篇]))"
)
AFTER_UNIT = re.compile(
    r"(?:多(?=[，。；、）\n的]|$)|余(?=[，。；、）\n]|$)|有余|(?:（?含）?|[及或]者?)?(?:以上|以下|以内|之内|以里)|左右|上下|开外|之多|（含）以上)(?!学历|职称|级|行政|各级|学会|单位)"
)
LIMITS = (
    "不超过",
    "不高于",
    "不多于",
    "不大于",
    "至多",
    "最多",
    "以下",
    "以内",
    "之内",
    "以里",
    "未超过",
    "低于",
    "少于",
    "小于",
)
LOOKBACK = 6


@dataclass(frozen=True)
class Hedge:
    """A hedge found: where it begins or ends, its word, and what it claims."""

    place: int
    word: str
    qualifier: Qualifier


def before(view: str, place: int) -> Hedge | None:
    """The hedge that stands directly before a number at `place`."""
    head = view[max(0, place - LOOKBACK) : place + 1]  # with the number's first character: 过百, 破万
    for pattern, qualifier in BEFORE:
        match = pattern.search(head)
        if match:
            start = place + 1 - len(head) + match.start()
            return Hedge(start, match.group(), qualifier)
    return None


def after_number(view: str, place: int, value: Decimal) -> Hedge | None:
    """余, 多 or 来 between the number and its unit; 来 only after a round number."""
    match = AFTER_NUMBER.match(view, place)
    if not match or (match.group() in "来几" and value % 10):
        return None
    return Hedge(match.end(), match.group(), Qualifier.ABOUT_OVER)


def after_unit(view: str, place: int) -> Hedge | None:
    """以上, 左右, 以内 and their like after the unit."""
    match = AFTER_UNIT.match(view, place)
    if not match:
        return None
    word = match.group()
    if "上下" in word or "左右" in word:
        qualifier = Qualifier.APPROXIMATELY
    elif "多" in word or "余" in word:
        if word == "之多":
            return None
        qualifier = Qualifier.ABOUT_OVER
    elif "上" in word or "外" in word:
        qualifier = Qualifier.AT_LEAST
    else:
        qualifier = Qualifier.BELOW
    return Hedge(match.end(), word, qualifier)
