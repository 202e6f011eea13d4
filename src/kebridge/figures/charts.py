"""Charts as data: what is drawn, the table beside it, and the words for those who do not see it."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from kebridge.figures.drilldown import Breakdown
from kebridge.figures.links import figure_url
from kebridge.figures.series import Picture

MOST_BARS = 16
BAR_ROW, BAR_EDGE = 26, 40
_FEW = 2


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
    note: str = ""

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


def months_chart(key: str, title: str, picture: Picture) -> Chart | None:
    """This year and last by month; None when there is nothing to draw."""
    points = picture.points
    if not any(point.value or point.before for point in points):
        return None
    request = picture.figure.request
    year, today = request.period.end.year, timezone.localdate()
    names: tuple[str, ...] = (f"{year}年",)
    series: tuple[tuple[Any, ...], ...] = (
        tuple(point.value if point.period.start <= today else None for point in points),
    )
    note = _unsplit(picture)
    if not note:
        names, series = (*names, f"{year - 1}年"), (*series, tuple(point.before for point in points))
    return Chart(
        key, title or picture.figure.metric.title, picture.figure.unit, "line",
        tuple(f"{point.period.start.month}月" for point in points), names, series,
        tuple(figure_url(replace(request, period=point.period)) for point in points), note,
    )  # fmt: skip


def _unsplit(picture: Picture) -> str:
    """Why last year's months are not drawn: a total that was given for the whole year cannot be told by month."""
    before = picture.before
    is_year = before is not None and before.request.period.kind == "year"
    if before is None or not is_year or picture.figure.metric.kind != "flow" or before.exact is None:
        return ""
    told = sum(point.before or 0 for point in picture.points)
    return "" if told == before.exact else "上年的数有一部分只报了全年合计，不能分月，所以不画上年。"


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
