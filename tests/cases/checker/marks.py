"""Reads the marked sentences: text, offsets, figures, non-figures, seeded errors.

`[[原文|值|单位|限定|类别]]` a figure; the short form `[[126场]]` says value and unit by itself. A value is a decimal, a
fraction `2/3`, several allowed ones `0;1`, or a range `30~50`. Unit and qualifier may list allowed ones with `;`.
`{{原文|缘由}}` has a number and is no figure. `~~原文~~` may be taken either way. `⏎` is a line break in the text.
`!! type;type value = formula` after a sentence: an error in it; `== type value = formula`: a relation that holds.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
HALVES = ("dev", "held")
QUALIFIERS = {
    "": "exact", "余": "about_over", "多": "about_over", "近": "nearly", "超": "at_least", "约": "approximately",
    "不足": "below",
}  # fmt: skip
MEASURES = "平方米 平方公里 公里 米 亩 公顷 小时 学时 天 个月 月 吨 公斤 千克 分钟".split()
_MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}|~~(.+?)~~")
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)([^\d万亿千百十余多%]*)")
_ERROR = re.compile(r"!! (?P<types>[a-z;]+)(?: (?P<value>-?[\d.]+) = (?P<formula>[-+*/().\d]+))?")
_HOLDS = re.compile(r"== (?P<types>[a-z;]+) (?P<value>-?[\d.]+) = (?P<formula>[-+*/().\d]+)")


@dataclass(frozen=True)
class Span:
    """A marked place. `role`: claim, not_claim or either; empty tuples allow anything."""

    start: int
    end: int
    role: str
    text: str = ""
    values: tuple[Fraction, ...] = ()
    bounds: tuple[Decimal, Decimal] | None = None
    units: tuple[str, ...] = ("",)
    qualifiers: tuple[str, ...] = ("exact",)
    kind: str = "count"
    reason: str = ""
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seeded:
    """A relation put in on purpose: any of `types` names it rightly."""

    types: tuple[str, ...]
    expected: Decimal | None
    formula: str = ""


@dataclass
class Sentence:
    place: str  # file and line
    text: str
    spans: list[Span]
    errors: list[Seeded] = field(default_factory=list)
    holding: list[Seeded] = field(default_factory=list)

    @property
    def figures(self) -> list[Span]:
        return [span for span in self.spans if span.role == "claim"]


def read_half(half: str) -> list[Sentence]:
    """ValueError names file and line of a mark that cannot be read."""
    found: list[Sentence] = []
    path = HERE / f"{half}.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        if not line or line.startswith("#"):
            continue
        if line.startswith("!! "):
            found[-1].errors.append(_seeded(_ERROR, line, place))
        elif line.startswith("== "):
            found[-1].holding.append(_seeded(_HOLDS, line, place))
        else:
            found.append(sentence(line, place))
    return found


def sentence(line: str, place: str = "") -> Sentence:
    """One marked line taken apart."""
    text, spans, read = "", [], 0
    for mark in _MARK.finditer(line):
        text += _plain(line[read : mark.start()])
        read = mark.end()
        try:
            span = _span(mark, len(text))
        except (ValueError, ArithmeticError) as error:
            raise ValueError(f"{place}: {mark.group(0)}: {error}") from error
        text += span.text
        spans.append(span)
    return Sentence(place, text + _plain(line[read:]), spans)


def _plain(text: str) -> str:
    return text.replace("⏎", "\n")


def _span(mark: re.Match[str], start: int) -> Span:
    figure, other, either = mark.groups()
    parts = (figure or other or either).split("|")
    text = _plain(parts[0])
    end = start + len(text)
    if not figure:
        return Span(start, end, "not_claim" if other else "either", text, reason="|".join(parts[1:]))
    if len(parts) == 1:
        plain = _PLAIN.fullmatch(text)
        if not plain:
            raise ValueError("the short form takes a plain number and a unit")
        parts = [text, plain[1], plain[2]]
    parts += [""] * (5 - len(parts))
    value, units = parts[1], tuple(parts[2].split(";"))
    bounds, values = None, ()
    if "~" in value:
        low, high = value.split("~")
        bounds = (Decimal(low), Decimal(high))
    else:
        values = tuple(Fraction(one) for one in value.split(";"))
    qualifiers = () if bounds or parts[3] == "*" else tuple(QUALIFIERS[word] for word in parts[3].split(";"))
    return Span(start, end, "claim", text, values, bounds, units, qualifiers, parts[4] or kind_of(units[0]))


def kind_of(unit: str) -> str:
    """The kind that the unit says by itself."""
    by_unit = {"元": "money", "美元": "money", "%": "rate", "‰": "rate", "百分点": "points", "倍": "ratio"}
    return "measure" if unit in MEASURES else by_unit.get(unit, "count")


def _seeded(pattern: re.Pattern[str], line: str, place: str) -> Seeded:
    read = pattern.fullmatch(line)
    if not read:
        raise ValueError(f"{place}: {line}")
    value = read["value"]
    return Seeded(tuple(read["types"].split(";")), Decimal(value) if value else None, read["formula"] or "")
