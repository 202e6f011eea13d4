"""年度一览: the figures of a year by theme, from a declaration in YAML; all computed in one batch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
from kebridge.figures import metrics
from kebridge.figures.charts import Chart, months_chart, parts_chart
from kebridge.figures.compiling import Session
from kebridge.figures.drilldown import breakdown
from kebridge.figures.engines.sparing import SparingEngine
from kebridge.figures.evaluation import ask_of, require_all_seen
from kebridge.figures.links import figure_url
from kebridge.figures.presenting import (
    ChangeText,
    change_of,
    open_metrics,
    point_words,
    spark,
    text_of,
)
from kebridge.figures.requests import Figure, FigureRequest, Filters, Scope
from kebridge.figures.series import MONTHS, Picture, Wish, draw

MOST_YEARS = 15


@dataclass(frozen=True)
class Item:
    """A card or a chart of the declaration; `kind` is that of a chart."""

    metric: str
    title: str = ""
    filters: Filters = field(default_factory=Filters)
    kind: str = ""

    @property
    def shown_title(self) -> str:
        return self.title or metrics.get(self.metric).title


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
    """The year of an organisation. Raises Denied as `figures`; closed metrics are left out for others.

    All of it is read in one session, so what the cards share is read once.
    """
    session = Session(SparingEngine(), by)
    themes = seen_themes(themes, by)
    wishes: list[Wish] = []
    for theme in themes:
        wishes += [Wish(_request(one, org.code, period)) for one in theme.cards]
        wishes += [
            Wish(_request(one, org.code, period), MONTHS, pairs=True)
            for one in theme.charts
            if one.kind == MONTHS
        ]
    found = iter(draw(wishes, session))
    made = []
    for theme in themes:
        cards = tuple(_card(one, next(found)) for one in theme.cards)
        charts = [
            months_chart(_chart_id(one), one.title, next(found))
            if one.kind == MONTHS
            else parts_chart(
                _chart_id(one),
                one.title,
                breakdown(ask_of(_request(one, org.code, period), session), session, "org"),
            )
            for one in theme.charts
        ]
        made.append(Section(theme.title, cards, tuple(one for one in charts if one is not None)))
    return Glance(org, period, tuple(section for section in made if section.cards or section.charts))


def seen_themes(themes: Iterable[Theme], by: Actor) -> list[Theme]:
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


def require_glance(themes: Sequence[Theme], org: Node, period: Period, *, by: Actor) -> list[str]:
    """What of the glance the actor may see, as names; two with the same names see the same. Raises Denied as `glance`."""
    items = [one for theme in seen_themes(themes, by) for one in (*theme.cards, *theme.charts)]
    require_all_seen([_request(one, org.code, period) for one in items], by=by)
    return sorted({one.metric for one in items})


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


# -- years


@dataclass(frozen=True)
class Years:
    """Years to choose from, the latest first, and the one to begin with."""

    known: tuple[int, ...]
    first: int


def years_with_facts(themes: Iterable[Theme]) -> Years:
    """The years for which the measures of the glance hold facts; at least this year.

    A few early records of a new year (a stand that opens in January) do not yet make it the year to begin with: a
    third of the measures must have reached it.
    """
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
        spans = [(as_day(low), as_day(high)) for low, high in cursor.fetchall()]
    lows = [low.year for low, _ in spans if low]
    highs = sorted((high.year for _, high in spans if high), reverse=True)
    if not highs:
        return Years((today.year,), today.year)
    known = range(highs[0], max(min(lows), highs[0] - MOST_YEARS + 1) - 1, -1)
    return Years(tuple(known), highs[(len(highs) - 1) // 3])
