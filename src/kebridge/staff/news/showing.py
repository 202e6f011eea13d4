"""The text with its source words marked, and a row for each matter with what may be chosen instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from kebridge.core.records import register as registers
from kebridge.core.web.forming import FLAGS
from kebridge.staff.news.filling import MATTERS
from kebridge.staff.news.shapes import News, Proposal, Proposals

_LABELS = {
    "title": "名称", "day": "开始日期", "until": "结束日期", "place": "地点类别", "body": "学校", "kind": "形式",
    "audience": "对象", "form": "线上线下", "sessions": "场次", "on_site": "现场人次", "online": "线上观看人次",
    "programmes": "品牌活动、主题日", "is_planned": "预计（尚未举办）",
}  # fmt: skip
_HELP = {
    "until": "一天的留空", "body": "到的是学校才填，写全称", "programmes": "登记过的名称，用顿号分开",
    "sessions": "下一步每场一行", "online": "不与现场相加",
}  # fmt: skip
_DAYS, _NUMBERS = frozenset({"day", "until"}), frozenset({"sessions", "on_site", "online"})


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; with a label it is where something proposed came from."""

    text: str
    label: str = ""
    name: str = ""


@dataclass(frozen=True)
class Row:
    """A matter on the page: what stands in its field, from which words, and what else it may be."""

    name: str
    label: str
    value: str
    kind: str
    help: str = ""
    best: Proposal | None = None
    others: Proposals = ()
    options: tuple[str, ...] = ()


def rows(news: News, values: Mapping[str, str]) -> list[Row]:
    return [_row(news, name, values.get(name, "")) for name in MATTERS]


def _row(news: News, name: str, value: str) -> Row:
    proposals: Proposals = getattr(news, {"is_planned": "planned"}.get(name, name), ())
    is_list = name == "programmes"
    kind = (
        "day" if name in _DAYS else "number" if name in _NUMBERS else "choice" if _options(name) else "text"
    )
    return Row(
        name, _LABELS[name], value, kind, _HELP.get(name, ""), proposals[0] if proposals else None,
        () if is_list else proposals[1:], _options(name),
    )  # fmt: skip


def _options(name: str) -> tuple[str, ...]:
    if name == "is_planned":
        return tuple(label for _, label in FLAGS)
    if name not in ("kind", "form", "place", "audience"):
        return ()
    register = registers.get("activities")
    field = next(one for one in (*register.fields, *register.line_fields) if one.name == name)
    return tuple(str(label) for _, label in field.options())


def pieces(text: str, news: News) -> list[Piece]:
    """The text in stretches; of two marks over one another the first that begins stands."""
    found, at = [], 0
    for start, end, name in sorted(_marks(news)):
        if start < at:
            continue
        found += [Piece(text[at:start]), Piece(text[start:end], _LABELS.get(name, ""), name)]
        at = end
    return [*found, Piece(text[at:])]


def _marks(news: News) -> list[tuple[int, int, str]]:
    marks = []
    for name in ("title", "day", "on_site", "online", "sessions", "place", "kind", "audience"):
        marks += [(one.start, one.end, name) for one in getattr(news, name)[:1]]
    marks += [(one.start, one.end, "programmes") for one in news.programmes]
    marks += [(one.start, one.end, "on_site") for one in news.shares]
    return marks + [(one.start, one.end, "is_planned") for one in news.planned]
