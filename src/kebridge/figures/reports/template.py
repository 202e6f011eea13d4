"""The template of a report, read from YAML; every wrong word is refused at its line and column.

title: 2024年工作总结
org: CITY            # whose report; the scope of figures that name none
period: "2024"
figures:
  visits: {metric: venues.visits, scope: CITY-MUSEUM, filters: {part: hall}, style: wan}
blocks:
  - heading: 科普工作                    # level 1; {level: 2, heading: …} for deeper ones
  - paragraph: 科技馆全年接待{visits}。   # a sentence whose figure is nil drops out when the figure says nil: drop
  - records: {register: activities, filters: {kind: forum}, pattern: "{title}", limit: 5}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kebridge.core.calendar.periods import Period
from kebridge.core.records import register as registers
from kebridge.core.wording.styles import Style
from kebridge.figures.metrics import registry
from kebridge.figures.metrics.places import Placed, read
from kebridge.figures.requests import FigureRequest, Filters, Scope

ZERO, DROP = "zero", "drop"
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SENTENCE = re.compile(r"[^。；]*[。；]?")


@dataclass(frozen=True)
class BoundFigure:
    """A figure of the text: what to compute, how to write it, what a nil does to its sentence."""

    key: str
    request: FigureRequest
    style: str
    nil: str
    unit: str


@dataclass(frozen=True)
class HeadingBlock:
    level: int
    text: str


@dataclass(frozen=True)
class ParagraphBlock:
    text: str

    def sentences(self) -> Iterator[str]:
        return (part for part in _SENTENCE.findall(self.text) if part)


@dataclass(frozen=True)
class RecordsBlock:
    """A list of records: `pattern` names fields in braces; `tail` may say {total}."""

    register: str
    filters: tuple[tuple[str, str], ...]
    scope: str
    period: str
    order: str
    pattern: str
    limit: int
    lead: str
    sep: str
    tail: str
    end: str


Block = HeadingBlock | ParagraphBlock | RecordsBlock


@dataclass(frozen=True)
class Template:
    title: str
    subtitle: str
    org: str
    period: Period
    figures: dict[str, BoundFigure]
    blocks: tuple[Block, ...]


def keys_in(text: str) -> list[str]:
    """The figures named in a text, in order."""
    return _PLACE.findall(text)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its figures: (words, False) and (key, True)."""
    for number, part in enumerate(_PLACE.split(text)):
        if part:
            yield part, number % 2 == 1


def load(text: str, file: str = "报告模板") -> Template:
    """Raises DefinitionError: the first wrong place."""
    document = read(text, file)
    if document is None or not isinstance(document.value, dict):
        raise ValueError(f"{file}：模板是空的")
    _only(document, {"title", "subtitle", "org", "period", "figures", "blocks"})
    org, period_text = _text(document, "org"), _text(document, "period")
    period = _period(document, "period", period_text)
    figures = {}
    if "figures" in document.value:
        for key, item in document.value["figures"].value.items():
            if not _PLACE.fullmatch("{" + key + "}"):
                raise document.value["figures"].keys[key].error(f"“{key}”只能用小写字母、数字和下划线")
            figures[key] = _figure(key, item, org, period_text)
    if "blocks" not in document.value:
        raise document.at.error("缺少 blocks（正文）")
    blocks = tuple(_block(item, figures, org, period_text) for item in document.value["blocks"].value)
    subtitle = _text(document, "subtitle", required=False)
    return Template(_text(document, "title"), subtitle, org, period, figures, blocks)


def _figure(key: str, item: Placed, org: str, period: str) -> BoundFigure:
    _only(item, {"metric", "filters", "scope", "own", "period", "style", "nil"})
    name = _text(item, "metric")
    try:
        metric = registry.get(name)
    except KeyError:
        raise item.value["metric"].at.error(f"没有名为“{name}”的指标") from None
    style = _text(item, "style", required=False) or Style.EXACT
    if style not in set(Style):
        raise item.value["style"].at.error(f"没有“{style}”这种写法，可用：{'、'.join(Style)}")
    nil = _text(item, "nil", required=False) or ZERO
    if nil not in (ZERO, DROP):
        raise item.value["nil"].at.error("nil 只能是 zero（写成零）或 drop（略去整句）")
    code = _text(item, "period", required=False) or period
    scope = Scope(_text(item, "scope", required=False) or org, own=_plain(item, "own") is True)
    request = FigureRequest(
        name, scope, _period(item, "period", code), Filters(_plain(item, "filters") or {})
    )
    return BoundFigure(key, request, style, nil, metric.unit)


def _block(item: Placed, figures: dict[str, BoundFigure], org: str, period: str) -> Block:
    if not isinstance(item.value, dict):
        raise item.at.error("应写成 heading、paragraph 或 records")
    if "heading" in item.value:
        _only(item, {"heading", "level"})
        return HeadingBlock(int(_plain(item, "level") or 1), _text(item, "heading"))
    if "paragraph" in item.value:
        _only(item, {"paragraph"})
        text = " ".join(_text(item, "paragraph").split())
        for key in keys_in(text):
            if key not in figures:
                raise item.value["paragraph"].at.error(f"正文用了“{key}”，但 figures 里没有它")
        return ParagraphBlock(text)
    if "records" in item.value:
        return _records(item.value["records"], org, period)
    raise item.at.error("应写成 heading、paragraph 或 records")


def _records(item: Placed, org: str, period: str) -> RecordsBlock:
    _only(
        item,
        {"register", "filters", "scope", "period", "order", "pattern", "limit", "lead", "sep", "tail", "end"},
    )
    code = _text(item, "register")
    try:
        register = registers.get(code)
    except KeyError:
        raise item.value["register"].at.error(f"没有名为“{code}”的登记簿") from None
    filters = _plain(item, "filters") or {}
    for name in filters:
        if name not in register.filters:
            raise item.value["filters"].keys[name].error(f"{register.title}不能按“{name}”筛选")
    pattern = _text(item, "pattern")
    known = {"sentence", *register.by_name}
    for name in keys_in(pattern):
        if name not in known:
            raise item.value["pattern"].at.error(f"{register.title}没有“{name}”这个字段")
    return RecordsBlock(
        code, tuple((key, str(value)) for key, value in filters.items()),
        _text(item, "scope", required=False) or org, _text(item, "period", required=False) or period,
        _text(item, "order", required=False), pattern, int(_plain(item, "limit") or 0),
        _text(item, "lead", required=False), _text(item, "sep", required=False) or "、",
        _text(item, "tail", required=False), _text(item, "end", required=False) or "。",
    )  # fmt: skip


def _only(item: Placed, known: set[str]) -> None:
    if not isinstance(item.value, dict):
        raise item.at.error("应写成“名称: 值”")
    for key in item.value:
        if key not in known:
            raise item.keys[key].error(f"不认识“{key}”，可用：{'、'.join(sorted(known))}")


def _text(item: Placed, key: str, *, required: bool = True) -> str:
    value = item.value.get(key)
    if value is None:
        if required:
            raise item.at.error(f"缺少 {key}")
        return ""
    return str(value.value)


def _plain(item: Placed, key: str) -> Any:
    """A value without its places."""
    return _unplaced(item.value[key]) if key in item.value else None


def _unplaced(placed: Placed) -> Any:
    if isinstance(placed.value, dict):
        return {key: _unplaced(value) for key, value in placed.value.items()}
    if isinstance(placed.value, list):
        return [_unplaced(value) for value in placed.value]
    return placed.value


def _period(item: Placed, key: str, code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError as error:
        at = item.value[key].at if key in item.value else item.at
        raise at.error(str(error)) from error
