"""From what was proposed, and what a person made of it, to the contents of the ordinary form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kebridge.core.records.states import Basis
from kebridge.core.wording.days import parse_day
from kebridge.staff.news.people import MOST_SESSIONS
from kebridge.staff.news.shapes import News, Proposal

MATTERS = (
    "title", "day", "until", "place", "body", "kind", "audience", "form", "sessions", "on_site", "online", "programmes",
    "is_planned",
)  # fmt: skip
LONGEST_VALUE = 400  # beyond any field of the form; what is handed over stands in an address
_LINE = ("place", "body", "audience")


@dataclass(frozen=True)
class Filled:
    """What the form begins with; `notes` stand above it."""

    values: dict[str, str]
    lines: list[dict[str, str]]
    notes: list[str] = field(default_factory=list)


def typed(news: News) -> dict[str, str]:
    """The likeliest of everything, as the page shows it first."""
    found = {name: _first(getattr(news, name, ())) for name in MATTERS}
    found["until"] = news.day[0].until if news.day else ""
    found["programmes"] = "、".join(one.value for one in news.programmes)
    found["is_planned"] = "是" if news.planned else "否"
    found["sessions"] = found["sessions"] or str(len(news.shares) or 1)
    return found


def filled(news: News, sent: Mapping[str, str], campaigns: frozenset[str]) -> Filled:
    """The form's contents. `campaigns`: which of the programmes are days or weeks of a theme."""
    values = {name: sent.get(name, "").strip()[:LONGEST_VALUE] for name in MATTERS}
    number = min(int(values["sessions"]), MOST_SESSIONS) if values["sessions"].isdecimal() else 1
    number = max(number, 1)
    notes = [*_soft(news, values)]
    names = [one.strip() for one in values["programmes"].split("、") if one.strip()]
    form = {name: values[name] for name in ("title", "day", "until", "kind", "is_planned")}
    form["programmes"] = "、".join(one for one in names if one not in campaigns)
    form["campaigns"] = "、".join(one for one in names if one in campaigns)
    if values["form"]:
        form["form"] = values["form"]
    if notes:
        form["basis"] = str(Basis.DECLARED.label)
        notes.append(f"因为是约数，依据先选了“{Basis.DECLARED.label}”；填了准确数请一并改")
    lines = [{name: values[name] for name in _LINE} | {"day": day} for day in _days(values, number)]
    notes += _schools(news, values, lines)
    notes += _spread(news, values, lines)
    if number > 1 and len({line["day"] for line in lines}) == 1 and values["until"]:
        notes.append(f"{number}场先都写在开始那天，请按每场的日期改")
    return Filled(form, lines, notes)


def _first(proposals: tuple[Proposal, ...]) -> str:
    return proposals[0].value if proposals else ""


def _soft(news: News, values: Mapping[str, str]) -> list[str]:
    """The notes of softened numbers that the person left as they were."""
    found = []
    for name, proposals in (("on_site", news.on_site), ("online", news.online)):
        for one in proposals:
            if one.note and one.value == values[name].replace(",", ""):
                found.append(f"{'现场' if name == 'on_site' else '线上'}人次：{one.note}")
                break
    return found


def _schools(news: News, values: Mapping[str, str], lines: list[dict[str, str]]) -> list[str]:
    """A school for each session where there are as many; else the first in the first line alone, and a note."""
    names = [one.value for one in news.body]
    if len(names) < 2 or len(lines) < 2 or values["body"] != names[0]:
        return []
    if len(names) == len(lines):
        for line, name in zip(lines, names, strict=True):
            line["body"] = name
        return ["各场的学校按原文的顺序填写，请核对"]
    for line in lines[1:]:
        line["body"] = ""
    return [f"原文有{len(names)}所学校（{'、'.join(names)}），先写了一所，请按场填写"]


def _days(values: Mapping[str, str], number: int) -> list[str]:
    """A day for each session: one a day where that is how many days there were, else the first."""
    try:
        first = parse_day(values["day"])
        last = parse_day(values["until"]) if values["until"] else first
    except ValueError:
        return [values["day"]] * number
    if (last - first).days + 1 == number:
        return [_shown(first + timedelta(days=place)) for place in range(number)]
    return [_shown(first)] * number


def _shown(day: date) -> str:
    return day.isoformat()


def _spread(news: News, values: Mapping[str, str], lines: list[dict[str, str]]) -> list[str]:
    """People into the lines: each its own where the text tells them, else all in the first, and a note that says so."""
    lines[0] |= {"on_site": values["on_site"], "online": values["online"]}
    shares = [one.value for one in news.shares]
    if len(shares) == len(lines) and values["on_site"] == str(sum(map(int, shares))):
        for line, share in zip(lines, shares, strict=True):
            line["on_site"] = share
        return []
    if len(lines) > 1 and (values["on_site"] or values["online"]):
        return [f"原文没有{len(lines)}场各多少人次，总数先写在第一场，请按场分开"]
    return []
