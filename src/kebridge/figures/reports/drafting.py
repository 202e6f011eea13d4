"""New templates: starters with organisation and period filled in, and last year's moved on by a year."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template as Filling

from kebridge.core.calendar.periods import Period
from kebridge.core.refusal import Refusal

_FOLDER = Path(__file__).parent / "starters"
# A year that stands alone: not part of a longer number, and of this or the last century.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True)
class Starter:
    """A template to begin with; `step` the period it usually speaks of."""

    key: str
    title: str
    help: str
    step: str


STARTERS = (
    Starter("annual", "年度总结", "一年的活动、场馆、组织和荣誉，带逐月图和与上年比较的表", "year"),
    Starter("monthly", "月度简报", "一个月的概况、主要活动、荣誉和各单位情况，与上年同月比较", "month"),
    Starter("chronicle", "大事记", "一段时期里各登记簿的要事，按日期逐月列出", "year"),
)


def starter_of(key: str) -> Starter:
    """Raises Refusal: no starter of that name."""
    for one in STARTERS:
        if one.key == key:
            return one
    raise Refusal(f"没有名为“{key}”的报告模板", repair=f"可以选{'、'.join(one.title for one in STARTERS)}")


def usual_period(one: Starter, today: date) -> Period:
    """The last month that is over for a brief, else this year (in January last year)."""
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    return Period.month(year, month) if one.step == "month" else Period.year(year)


def fill(one: Starter, code: str, name: str, period: Period) -> str:
    """A template that can be saved as it is."""
    text = Filling((_FOLDER / f"{one.key}.yaml").read_text(encoding="utf-8"))
    label = f"{period.start.year}年度" if period.kind == "year" and one.key == "annual" else period.label
    return text.substitute(
        code=_quoted(code), name=_quoted(name), period=_quoted(str(period)), label=_quoted(label),
        to_date=_quoted(str(Period.to_date(period.end))),
    )  # fmt: skip


def _quoted(word: str) -> str:
    """A word inside the double quotes of YAML."""
    return word.replace("\\", "\\\\").replace('"', '\\"')


def starter(code: str, name: str, year: int) -> str:
    """The template of a year's report."""
    return fill(STARTERS[0], code, name, Period.year(year))


def next_year_of(template: str) -> str:
    """The template with every year moved on by one; words, figures and filters stay."""
    return _YEAR.sub(lambda found: str(int(found[1]) + 1), template)
