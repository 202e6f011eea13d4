"""The template of a report, read from YAML; every wrong word is refused at its line and column.

title: 2024年工作总结
org: CITY            # whose report; the scope of figures that name none
period: "2024"
figures:
  visits: {metric: venues.visits, scope: CITY-MUSEUM, filters: {part: hall}, style: wan}
blocks:
  - heading: 科普工作                    # level 1; {level: 2, heading: …} for deeper ones
  - paragraph: 科技馆全年接待{visits}。   # a sentence whose figure is nil drops out when the figure says nil: drop
  - records: {register: honours, rank: level, order: "day, title", group: kind, style: numbered, pattern: "{title}"}
  - table: {caption: 主要指标, rows: [visits], columns: [指标, 今年, 上年, 增减]}
  - table: {caption: 各县区参观人次, figure: visits, by: org, columns: [县区, 今年, 上年, 增减]}
  - chart: {caption: 逐月参观人次, figure: visits, by: month, kind: bar}
  - chronicle: {registers: [meetings, {register: activities, pattern: "举办{title}"}], limit: 10}
"""

from dataclasses import dataclass

from kebridge.core.calendar.periods import Period
from kebridge.core.wording import places
from kebridge.core.wording.places import Placed, read
from kebridge.core.wording.styles import Style
from kebridge.figures.metrics import registry
from kebridge.figures.reports import loading, placeholders
from kebridge.figures.reports.blocks import DROP, ZERO, Block, BoundFigure
from kebridge.figures.requests import FILTER_LABELS, FigureRequest, Filters, Scope
from kebridge.figures.units import unit_of


@dataclass(frozen=True)
class Template:
    title: str
    subtitle: str
    org: str
    period: Period
    figures: dict[str, BoundFigure]
    blocks: tuple[Block, ...]


def load(text: str, file: str = "报告模板") -> Template:
    """Raises DefinitionError: the first wrong place."""
    document = read(text, file)
    if document is None or not isinstance(document.value, dict):
        raise ValueError(f"{file}：模板是空的")
    places.only(document, {"title", "subtitle", "org", "period", "figures", "blocks"})
    org, period_text = places.text(document, "org"), places.text(document, "period")
    period = placeholders.period(document, "period", period_text)
    figures = {}
    if "figures" in document.value:
        named = document.value["figures"]
        if not isinstance(named.value, dict):
            raise named.at.error("figures 应写成“名称: {metric: 指标}”")
        for key, item in named.value.items():
            if not placeholders.is_name(key):
                raise named.keys[key].error(f"“{key}”只能用小写字母、数字和下划线")
            figures[key] = _figure(key, item, org, period_text)
    if "blocks" not in document.value:
        raise document.at.error("缺少 blocks（正文）")
    context = loading.Context(figures, org, period)
    blocks = tuple(loading.block(item, context) for item in places.listed(document, "blocks"))
    subtitle = places.text(document, "subtitle", required=False)
    return Template(places.text(document, "title"), subtitle, org, period, figures, blocks)


def _figure(key: str, item: Placed, org: str, period: str) -> BoundFigure:
    places.only(item, {"metric", "filters", "scope", "own", "period", "style", "nil"})
    name = places.text(item, "metric")
    try:
        metric = registry.get(name)
    except KeyError:
        raise item.value["metric"].at.error(f"没有名为“{name}”的指标") from None
    style = places.text(item, "style", required=False) or Style.EXACT
    if style not in set(Style):
        raise item.value["style"].at.error(f"没有“{style}”这种写法，可用：{'、'.join(Style)}")
    nil = places.text(item, "nil", required=False) or ZERO
    if nil not in (ZERO, DROP):
        raise item.value["nil"].at.error("nil 只能是 zero（写成零）或 drop（略去整句）")
    code = places.text(item, "period", required=False) or period
    scope = Scope(places.text(item, "scope", required=False) or org, own=places.flag(item, "own"))
    request = FigureRequest(name, scope, placeholders.period(item, "period", code), _filters(item))
    return BoundFigure(key, request, style, nil, unit_of(metric, request.limits))


def _filters(item: Placed) -> Filters:
    if "filters" not in item.value:
        return Filters()
    given = item.value["filters"]
    places.only(given, set(FILTER_LABELS))
    return Filters(places.unplaced(given))
