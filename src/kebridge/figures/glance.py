"""年度一览: the figures of a year by theme, from a declaration in YAML; all computed in one batch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from django.db import connection
from django.utils import timezone

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.store import as_day
from kebridge.core.orgs.trees import Node
from kebridge.core.records import register as registers
from kebridge.core.records.register import Register
from kebridge.figures import metrics
from kebridge.figures.drilldown import Breakdown, drill
from kebridge.figures.evaluation import figures
from kebridge.figures.links import figure_url
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.presenting import (
    ChangeText,
    MissingUnit,
    change_of,
    missing_units,
    open_metrics,
    point_words,
    spark,
    text_of,
)
from kebridge.figures.requests import Figure, FigureRequest, Filters, Scope
from kebridge.figures.series import MONTHS, Picture, Wish, pictures

MOST_BARS = 16
BAR_ROW, BAR_EDGE = 26, 40
_FEW = 2


@dataclass(frozen=True)
class Item:
    """A card or a chart of the declaration; `kind` is that of a chart."""

    metric: str
    title: str = ""
    filters: Filters = field(default_factory=Filters)
    kind: str = ""


@dataclass(frozen=True)
class Theme:
    title: str
    cards: tuple[Item, ...]
    charts: tuple[Item, ...]


@dataclass(frozen=True)
class Card:
    """A figure as the glance shows it."""

    title: str
    picture: Picture
    change: ChangeText | None
    url: str

    @property
    def figure(self) -> Figure:
        return self.picture.figure

    @property
    def text(self) -> str:
        return text_of(self.figure)

    @property
    def late_units(self) -> int:
        return len({row.org_id for row in self.figure.missing})

    @property
    def spark(self) -> str:
        return spark(self.picture.points)

    @property
    def line_words(self) -> str:
        return point_words(self.picture.points, self.figure.unit)


@dataclass(frozen=True)
class Chart:
    """A chart as data: rows for its table, series for its drawing."""

    id: str
    title: str
    unit: str
    kind: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    series: tuple[tuple[Any, ...], ...]
    urls: tuple[str, ...] = ()

    @property
    def rows(self) -> list[tuple[str, str, list[Any]]]:
        """Label, address and values of each line of the table."""
        urls = self.urls or ("",) * len(self.labels)
        return [
            (label, url, [values[index] for values in self.series])
            for index, (label, url) in enumerate(zip(self.labels, urls, strict=True))
        ]

    @property
    def data(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "unit": self.unit, "labels": self.labels, "names": self.names, "urls": self.urls,
            "series": [[None if value is None else float(value) for value in one] for one in self.series],
        }  # fmt: skip

    @property
    def height(self) -> int:
        """Pixels that bars need, known before they are drawn, so that nothing moves."""
        return len(self.labels) * BAR_ROW + BAR_EDGE

    @property
    def words(self) -> str:
        """The chart for those who do not see it."""
        lines = (
            f"{label}{'、'.join(f'{name}{_said(value)}' for name, value in zip(self.names, values, strict=True))}"
            for label, _, values in self.rows
        )
        return f"{self.title}（{self.unit}）：{'；'.join(lines)}"


def _said(value: Any) -> str:
    return "未填报" if value is None else f"{value:,f}"


@dataclass(frozen=True)
class Section:
    title: str
    cards: tuple[Card, ...]
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Glance:
    org: Node
    period: Period
    sections: tuple[Section, ...]

    @property
    def late_units(self) -> int:
        cards = [card for section in self.sections for card in section.cards]
        return len({row.org_id for card in cards for row in card.figure.missing})

    @property
    def charts(self) -> list[Chart]:
        return [chart for section in self.sections for chart in section.charts]


def read_themes(path: Path) -> list[Theme]:
    """The declaration. Raises ValueError: a metric that does not exist."""
    themes = []
    for part in yaml.safe_load(path.read_text(encoding="utf-8")):
        cards, charts = (tuple(_item(one) for one in part.get(name, ())) for name in ("cards", "charts"))
        themes.append(Theme(part["theme"], cards, charts))
    return themes


def _item(raw: Mapping[str, Any]) -> Item:
    try:
        metrics.get(raw["metric"])
    except KeyError:
        raise ValueError(f"年度一览用了没有的指标 {raw['metric']}") from None
    return Item(raw["metric"], raw.get("title", ""), Filters(raw.get("filters")), raw.get("kind", ""))


def glance(themes: Sequence[Theme], org: Node, period: Period, *, by: Actor) -> Glance:
    """The year of an organisation. Raises Denied as `figures`; closed metrics are left out for others."""
    themes = _seen(themes, by)
    wishes: list[Wish] = []
    for theme in themes:
        wishes += [Wish(_request(one, org.code, period)) for one in theme.cards]
        wishes += [
            Wish(_request(one, org.code, period), MONTHS, pairs=True)
            for one in theme.charts
            if one.kind == MONTHS
        ]
    found = iter(pictures(wishes, by=by))
    made = []
    for theme in themes:
        cards = tuple(_card(one, next(found)) for one in theme.cards)
        charts = [
            months_chart(_chart_id(one), one.title, next(found))
            if one.kind == MONTHS
            else parts_chart(
                _chart_id(one), one.title, drill(_request(one, org.code, period), by=by, by_dimension="org")
            )
            for one in theme.charts
        ]
        made.append(Section(theme.title, cards, tuple(one for one in charts if one is not None)))
    return Glance(org, period, tuple(section for section in made if section.cards or section.charts))


def _seen(themes: Iterable[Theme], by: Actor) -> list[Theme]:
    """The themes with what the actor may know of."""
    known = {metric.name for metric in open_metrics(by)}
    return [
        Theme(
            theme.title,
            tuple(one for one in theme.cards if one.metric in known),
            tuple(one for one in theme.charts if one.metric in known),
        )
        for theme in themes
    ]


def _request(item: Item, code: str, period: Period) -> FigureRequest:
    return FigureRequest(item.metric, Scope(code), period, item.filters)


def _card(item: Item, picture: Picture) -> Card:
    figure = picture.figure
    return Card(
        item.title or figure.metric.title,
        picture,
        change_of(figure, picture.before),
        figure_url(figure.request),
    )


def _chart_id(item: Item) -> str:
    return f"chart-{item.kind}-{item.metric.replace('.', '-')}"


def months_chart(key: str, title: str, picture: Picture) -> Chart | None:
    """This year and last by month; None when there is nothing to draw."""
    points = picture.points
    if not any(point.value or point.before for point in points):
        return None
    year, today = picture.figure.request.period.end.year, timezone.localdate()
    values = tuple(point.value if point.period.start <= today else None for point in points)
    request = picture.figure.request
    return Chart(
        key, title or picture.figure.metric.title, picture.figure.unit, "line", tuple(f"{point.period.start.month}月" for point in points),
        (f"{year}年", f"{year - 1}年"), (values, tuple(point.before for point in points)),
        tuple(figure_url(replace(request, period=point.period)) for point in points),
    )  # fmt: skip


def parts_chart(key: str, title: str, breakdown: Breakdown) -> Chart | None:
    """Parts by size; None when there are not two of them. What was not reported stands last and has no bar."""
    metric = breakdown.figure.metric
    kept = [row for row in breakdown.rows if row.value or row.value is None]
    if len([row for row in kept if row.value]) < _FEW:
        return None
    kept.sort(key=lambda row: (row.value is None, -(row.value or 0)))
    kept = kept[:MOST_BARS]
    values = tuple(None if row.value is None else metric.rounded(row.value) for row in kept)
    urls = tuple(figure_url(row.request) if row.request else "" for row in kept)
    return Chart(
        key,
        title or metric.title,
        metric.unit,
        "bar",
        tuple(row.label for row in kept),
        (metric.title,),
        (values,),
        urls,
    )


# -- years and what is missing


def years_with_facts(themes: Iterable[Theme]) -> list[int]:
    """The years for which the measures of the glance hold facts, the latest first; at least this year."""
    codes = {code for theme in themes for item in theme.cards for code in metrics.get(item.metric).measures}
    numbers = sorted(ledger_measures.get(code).number for code in codes)
    today = timezone.localdate()
    # One look at each end of an index for every measure; grouping would read the whole of it.
    ends = " UNION ALL ".join(
        f"SELECT MIN(day), MAX(day) FROM ledger_fact WHERE measure = {number} AND day <= %s"
        for number in numbers
    )
    with connection.cursor() as cursor:
        cursor.execute(ends, [today.isoformat()] * len(numbers))
        ends_found = (as_day(day) for row in cursor.fetchall() for day in row)
        days = [day for day in ends_found if day is not None]
    if not days:
        return [today.year]
    first = max(min(days).year, max(days).year - 14)
    return list(range(max(days).year, first - 1, -1))


@dataclass(frozen=True)
class Owed:
    """What a register still waits for: units with their months or years, and the sentence to send."""

    register: Register
    units: tuple[MissingUnit, ...]
    reminder: str


def owed(org: Node, period: Period, *, by: Actor) -> list[Owed]:
    """By register, who of the organisation's units has not reported in the period."""
    asked = [(register, metric) for register in registers.every() if (metric := _metric_of(register, by))]
    found = figures([FigureRequest(metric.name, Scope(org.code), period) for _, metric in asked], by=by)
    made = []
    for (register, _), figure in zip(asked, found, strict=True):
        units = tuple(missing_units(figure.missing))
        if units:
            made.append(Owed(register, units, reminder(register, units, period)))
    return made


def _metric_of(register: Register, by: Actor) -> Metric | None:
    """An open metric of one measure of the register, if anybody owes it reports."""
    if register.reporting is None:
        return None
    own = {measure.code for measure in ledger_measures.of_register(register.code)}
    return next(
        (one for one in open_metrics(by) if one.kind == "flow" and one.measures and set(one.measures) <= own),
        None,
    )


def reminder(register: Register, units: Sequence[MissingUnit], period: Period) -> str:
    """The ready sentence of a 催报."""
    lines = "；".join(f"{unit.name}（{unit.text}）" for unit in units)
    return (
        f"请以下单位补报{period.label}“{register.title}”：{lines}。"
        f"确实没有发生的，请在系统里作零报告。如已报送，请忽略。"
    )
