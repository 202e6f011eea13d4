"""Reading the blocks of a template; every wrong word is refused at its line and column."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kebridge.core.calendar.periods import Period
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.core.wording import places
from kebridge.core.wording.places import Placed
from kebridge.figures.buckets import DIMENSION_LABELS
from kebridge.figures.metrics import registry
from kebridge.figures.reports import blocks as made
from kebridge.figures.reports import placeholders
from kebridge.figures.reports.blocks import Block, BoundFigure, Source

PART_LABELS = {"org": "单位", "month": "月份", "kind": "类别", "year": "年份"}
CHART_KINDS = ("bar", "line")
MOST_BARS, PER_MONTH = 20, 12
_ONE_WAY = frozenset({"mean_per_year", "run", "rank", "first"})
_BY_MONTH = frozenset({"flow", "subjects", "distinct", "ratio", "share"})
_MANY = frozenset({kinds.TAGS, kinds.BODIES, kinds.ORGS})
_SOURCE = ("register", "filters", "pattern", "scope", "period", "own")
_RECORDS = {*_SOURCE, "rank", "order", "group", "style", "limit", "lead", "sep", "tail", "end"}
_WAYS = "heading、paragraph、records、chronicle、table 或 chart"


@dataclass(frozen=True)
class Context:
    """What a block may refer to: the template's figures (a table adds last year's), its organisation and period."""

    figures: dict[str, BoundFigure]
    org: str
    period: Period

    def figure(self, item: Placed, key: str) -> BoundFigure:
        if key not in self.figures:
            raise item.at.error(f"用了“{key}”，但 figures 里没有它")
        return self.figures[key]


def block(item: Placed, context: Context) -> Block:
    """One block. Raises DefinitionError: the first wrong place."""
    if not isinstance(item.value, dict):
        raise item.at.error(f"应写成 {_WAYS}")
    if "heading" in item.value:
        places.only(item, {"heading", "level"})
        level = places.whole(item, "level", 1, least=1)
        if level > 4:
            raise item.value["level"].at.error("标题只有1至4级")
        return made.HeadingBlock(level, places.text(item, "heading"))
    if "paragraph" in item.value:
        return _paragraph(item, context)
    for name, read in (
        ("records", _records),
        ("chronicle", _chronicle),
        ("table", _table),
        ("chart", _chart),
    ):
        if name in item.value:
            places.only(item, {name})
            return read(item.value[name], context)
    raise item.at.error(f"应写成 {_WAYS}")


def _paragraph(item: Placed, context: Context) -> made.ParagraphBlock:
    places.only(item, {"paragraph"})
    text = " ".join(places.text(item, "paragraph").split())
    for key in placeholders.keys_in(text):
        if key not in context.figures:
            raise item.value["paragraph"].at.error(f"正文用了“{key}”，但 figures 里没有它")
    return made.ParagraphBlock(text)


# -- records


def _records(item: Placed, context: Context) -> made.RecordsBlock:
    places.only(item, _RECORDS)
    source = _source(item, context)
    register = registers.get(source.register)
    layout = places.chosen(item, "style", made.LAYOUTS, "line")
    return made.RecordsBlock(
        source, _rank(item, register), _order(item, register), _group(item, register),
        made.layout_of(layout), places.whole(item, "limit"), places.text(item, "lead", required=False),
        places.text(item, "sep", required=False) or ("、" if layout == "line" else ""),
        places.text(item, "tail", required=False), places.text(item, "end", required=False) or "。",
    )  # fmt: skip


def _source(item: Placed, context: Context, pattern: str = "") -> Source:
    register = _register(item)
    filters = _filters(item, register)
    told = places.text(item, "pattern", required=not pattern) or pattern
    known = {"sentence", *register.by_name}
    for name in placeholders.keys_in(told):
        if name not in known:
            raise item.value["pattern"].at.error(f"{register.title}没有“{name}”这个字段")
    code = places.text(item, "period", required=False)
    return Source(
        register.code, filters,
        places.text(item, "scope", required=False) or context.org, places.flag(item, "own"),
        placeholders.period(item, "period", code) if code else context.period, told,
    )  # fmt: skip


def _filters(item: Placed, register: Register) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A value for each, or several of a field's choices: {kind: [forum, contest]}."""
    if "filters" not in item.value:
        return ()
    given = item.value["filters"]
    places.only(given, set(register.by_name))
    found = []
    for name, value in given.value.items():
        if name not in register.filters:
            raise given.keys[name].error(f"{register.title}不能按“{name}”筛选")
        several = value.value if isinstance(value.value, list) else [value]
        field = register.by_name[name]
        if isinstance(value.value, list) and field.kind != kinds.CHOICE:
            raise value.at.error(f"“{name}”只能写一个值")
        codes = {str(code) for code, _ in field.options()} if field.kind == kinds.CHOICE else set()
        for one in several:
            if codes and str(one.value) not in codes:
                raise one.at.error(
                    f"{register.title}的“{name}”没有“{one.value}”，可用：{'、'.join(sorted(codes))}"
                )
        found.append((name, tuple(str(one.value) for one in several)))
    return tuple(found)


def _register(item: Placed) -> Register:
    code = places.text(item, "register")
    try:
        return registers.get(code)
    except KeyError:
        raise item.value["register"].at.error(f"没有名为“{code}”的登记簿") from None


def _rank(item: Placed, register: Register) -> str:
    name = places.text(item, "rank", required=False)
    field = register.by_name.get(name)
    if name and (field is None or field.kind != kinds.CHOICE):
        raise item.value["rank"].at.error(f"{register.title}的“{name}”不是有固定选项的字段，不能按它排先后")
    return name


def _order(item: Placed, register: Register) -> tuple[str, ...]:
    """Several fields, as “day, -level” or as a list; a minus turns one round."""
    if "order" not in item.value:
        return ()
    given = places.plain(item, "order")
    names = given if isinstance(given, list) else str(given).split(",")
    found = []
    for name in (str(one).strip() for one in names):
        field = register.by_name.get(name.removeprefix("-"))
        if name.removeprefix("-") != "pk" and (field is None or field.kind in _MANY):
            raise item.value["order"].at.error(f"{register.title}不能按“{name}”排序")
        found.append(f"{name}__name" if field and field.kind == kinds.BODY else name)
    return tuple(found)


def _group(item: Placed, register: Register) -> str:
    name = places.text(item, "group", required=False)
    field = register.by_name.get(name)
    if name and (field is None or field.kind in _MANY):
        raise item.value["group"].at.error(f"{register.title}不能按“{name}”分组")
    return name


def _chronicle(item: Placed, context: Context) -> made.ChronicleBlock:
    places.only(item, {"registers", "scope", "own", "period", "limit", "pattern", "tail"})
    code = places.text(item, "period", required=False)
    inner = replace(
        context,
        org=places.text(item, "scope", required=False) or context.org,
        period=placeholders.period(item, "period", code) if code else context.period,
    )
    pattern = places.text(item, "pattern", required=False) or "{sentence}"
    own = places.flag(item, "own")
    sources = []
    for one in places.listed(item, "registers"):
        if isinstance(one.value, dict):
            places.only(one, _SOURCE)
            placed = one
        else:
            placed = Placed({"register": one}, one.at, {})
        found = _source(placed, inner, pattern)
        _dated(registers.get(found.register), placed)
        sources.append(replace(found, own=found.own or own))
    limit = places.whole(item, "limit", PER_MONTH, least=1)
    return made.ChronicleBlock(tuple(sources), inner.period, limit, places.text(item, "tail", required=False))


def _dated(register: Register, item: Placed) -> None:
    if not register.day:
        raise item.value["register"].at.error(f"{register.title}没有日期，不能列入大事记")


# -- tables and charts


def _table(item: Placed, context: Context) -> made.FiguresTable | made.PartsTable:
    if isinstance(item.value, dict) and "rows" in item.value:
        return _figures_table(item, context)
    places.only(item, {"caption", "figure", "by", "columns", "limit"})
    key, by = _opened(item, context)
    columns = _columns(item, PART_LABELS[by], ("今年",))
    if bad := [
        one for one in columns[1:] if one.kind not in (made.NOW, made.BEFORE, made.CHANGE, made.SHARE)
    ]:
        raise item.value["columns"].at.error(f"分项表没有“{bad[0].title}”这一栏")
    if by == "year" and any(one.kind in (made.BEFORE, made.CHANGE) for one in columns):
        raise item.value["columns"].at.error("逐年的表里已有上年，不另列上年和增减")
    return made.PartsTable(_caption(item), columns, key, by, places.whole(item, "limit"))


def _figures_table(item: Placed, context: Context) -> made.FiguresTable:
    places.only(item, {"caption", "rows", "columns"})
    columns = _columns(item, "", ("指标", "今年", "上年", "增减"))
    if any(one.kind == made.SHARE for one in columns):
        raise item.value["columns"].at.error("各行是不同的指标，没有占比；占比用 {figure: …, by: …} 的表")
    compares = any(one.kind in (made.BEFORE, made.CHANGE) for one in columns)
    rows = []
    for one in places.listed(item, "rows"):
        title = ""
        if isinstance(one.value, dict):
            places.only(one, {"figure", "title"})
            title = places.text(one, "title", required=False)
        placed = one.value["figure"] if isinstance(one.value, dict) and "figure" in one.value else one
        key = str(placed.value)
        context.figure(placed, key)
        rows.append(made.TableRow(key, title, _before(placed, key, context) if compares else ""))
    return made.FiguresTable(_caption(item), columns, tuple(rows))


def _before(item: Placed, key: str, context: Context) -> str:
    """Adds last year's figure; its key. Empty for metrics that look back themselves."""
    figure = context.figures[key]
    metric = registry.get(figure.request.metric)
    if metric.kind in _ONE_WAY:
        return ""
    try:
        request = replace(figure.request, period=figure.request.period.previous())
    except ValueError as error:
        raise item.at.error(str(error)) from error
    before = f"{key}@上年"
    context.figures[before] = replace(figure, key=before, request=request, compared=True)
    return before


def _columns(item: Placed, label: str, default: tuple[str, ...]) -> tuple[made.TableColumn, ...]:
    """The columns by their words; the first one of a table of parts names the parts."""
    words = places.listed(item, "columns") if "columns" in item.value else []
    titles = [str(one.value) for one in words] or list(default)
    found = []
    for number, title in enumerate(titles):
        kind = made.KIND_OF_WORD.get(title, "")
        if not kind and label and number == 0:
            kind = made.TITLE
        elif not kind:
            raise words[number].at.error(f"不认识“{title}”这一栏，可用：{'、'.join(made.KIND_OF_WORD)}")
        found.append(made.TableColumn(title, kind))
    if label and found[0].kind != made.TITLE:
        found.insert(0, made.TableColumn(label, made.TITLE))
    return tuple(found)


def _opened(item: Placed, context: Context, known: Mapping[str, str] = PART_LABELS) -> tuple[str, str]:
    """Figure and dimension of a breakdown. Raises DefinitionError: a figure that cannot be opened so."""
    key = places.text(item, "figure")
    figure = context.figure(item.value["figure"], key)
    by = places.chosen(item, "by", tuple(known))
    metric = registry.get(figure.request.metric)
    is_level = metric.kind not in _BY_MONTH or metric.over_time == "end"
    if metric.kind in _ONE_WAY or (by == "month" and is_level):
        label = {**DIMENSION_LABELS, **PART_LABELS}[by]
        raise item.value["by"].at.error(f"“{metric.title}”不能按{label}展开")
    return key, by


def _chart(item: Placed, context: Context) -> made.ChartBlock:
    places.only(item, {"caption", "figure", "by", "kind", "limit"})
    key, by = _opened(item, context)
    default = "line" if by in ("month", "year") else "bar"
    kind = places.chosen(item, "kind", CHART_KINDS, default)
    if kind == "line" and by in ("org", "kind"):
        raise item.value["kind"].at.error("线图只用于月份和年份，比较单位用 bar")
    limit = places.whole(item, "limit", MOST_BARS, least=1)
    return made.ChartBlock(_caption(item), key, by, "line" if kind == "line" else "bar", limit)


def _caption(item: Placed) -> str:
    return places.text(item, "caption")


__all__ = ["PART_LABELS", "Context", "block"]
