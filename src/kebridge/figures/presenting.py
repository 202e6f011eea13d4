"""Figures in the words and small drawings of a page: numbers, changes, chips, sentences, lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Visibility
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.core.orgs.trees import Node, latest_tree, tree_today
from kebridge.core.orgs.types import OrgType
from kebridge.core.records import register as registers
from kebridge.core.wording.changes import change_words
from kebridge.figures import metrics
from kebridge.figures.labels import kind_label
from kebridge.figures.links import figure_url
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.requests import FILTER_LABELS, UNREPORTED, Figure, FigureRequest, Missing
from kebridge.figures.seeing import visibility
from kebridge.figures.series import Point

NO_VALUE = "—"
_MONTH = re.compile(r"(\d{4})年(\d{1,2})月")
UP, DOWN, LEVEL = "▲", "▼", ""
_RATES = frozenset({"%", "‰"})
SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 120, 32, 2
MOST_CHOICES = 200
_CHOSEN_TYPES = frozenset({OrgType.CITY, OrgType.DISTRICT, OrgType.MUSEUM})


def shown(value: Decimal | None, decimals: int = 0) -> str:
    """A number with its thousands separated; nothing is a dash."""
    return NO_VALUE if value is None else f"{value:,.{decimals}f}"


def plain(value: Decimal | None, metric: Metric) -> str:
    """A part of a figure as its whole is shown: rounded by the metric's own rule."""
    return NO_VALUE if value is None else f"{metric.rounded(value):,f}"


def text_of(figure: Figure) -> str:
    """The figure's number with thousands, without its unit; what was not reported says so."""
    if figure.value is None or figure.day is not None or figure.hidden:
        return figure.text
    return f"{figure.value:,f}"


def has_unit(figure: Figure) -> bool:
    return figure.value is not None and figure.day is None and not figure.hidden


@dataclass(frozen=True)
class ChangeText:
    """▲ or ▼ and words; the sign is never alone."""

    sign: str
    words: str
    before: str


def change_of(figure: Figure, before: Figure | None) -> ChangeText | None:
    """The change from the period before; None when there is nothing to compare with."""
    if before is None or figure.exact is None or before.exact is None:
        return None
    is_rate = figure.unit in _RATES
    made = change_words(figure.exact, before.exact, rate=is_rate, places=1, unit=figure.unit)
    sign = UP if figure.exact > before.exact else DOWN if figure.exact < before.exact else LEVEL
    return ChangeText(sign, made.text, f"{text_of(before)}{figure.unit}")


def org_title(code: str) -> str:
    node = latest_tree().by_code.get(code)
    return node.name if node else code


def scope_title(request: FigureRequest) -> str:
    """Whose figure, as the page says it: the organisation with all below it, or itself alone."""
    return f"{org_title(request.scope.org_code)}{'本级' if request.scope.own else ''}"


def filter_words(key: str, values: Iterable[str], metric: Metric) -> str:
    """The values of one filter in words: 类别 school → 学校."""
    register = register_code(metric)
    words = []
    for value in values:
        if key == "basis":
            words.append(BASIS_LABELS.get(value, value))
        elif key in ("programme", "plan"):
            words.append(value)
        elif key == "org_type":
            words.append(OrgType(value).label if value in OrgType else value)
        else:
            words.append(kind_label(register, value))
    return "、".join(words)


def limits_text(request: FigureRequest) -> str:
    """The filters in a sentence: “品牌活动：科普日；类别：学校”."""
    metric = metrics.get(request.metric)
    return "；".join(
        f"{FILTER_LABELS[key]}：{filter_words(key, values, metric)}" for key, values in request.limits.items()
    )


@dataclass(frozen=True)
class Chip:
    label: str
    without: str


def chips(request: FigureRequest) -> list[Chip]:
    """Each filter with the address that drops it."""
    metric = metrics.get(request.metric)
    return [
        Chip(
            f"{FILTER_LABELS[key]}：{filter_words(key, values, metric)}",
            figure_url(replace(request, filters=request.limits.without(key))),
        )
        for key, values in request.limits.items()
    ]


def sentence(figure: Figure, change: ChangeText | None) -> str:
    """The figure as a sentence to copy into a text."""
    request = figure.request
    limits = limits_text(request)
    middle = f"（{limits}）" if limits else ""
    head = f"{request.period.label}，{scope_title(request)}{figure.metric.title}{middle}"
    if figure.status == UNREPORTED or figure.value is None:
        return f"{head}：{figure.text}。"
    number = figure.text if figure.day else f"{text_of(figure)}{figure.unit}"
    tail = f"，比上年同期{change.words}" if change else ""
    return f"{head}{number}{tail}。"


def register_code(metric: Metric) -> str:
    """The register that a metric's first measure belongs to, through what it is built on."""
    if metric.measures:
        return ledger_measures.get(metric.measures[0]).register
    return register_code(metrics.get(metric.references[0])) if metric.references else ""


def room_of(metric: Metric) -> tuple[str, str]:
    """Code and title of the room whose work a metric counts."""
    try:
        register = registers.get(register_code(metric))
    except KeyError:
        return "", "其他"
    return register.room, register.room_title


def open_metrics(by: Actor) -> list[Metric]:
    """The metrics that the actor may know of: those of the closed circle are not even named to others."""
    sees_closed = by.can(Verb.SEE_CLOSED)
    return [one for one in metrics.every() if sees_closed or visibility(one) != Visibility.CLOSED]


@dataclass(frozen=True)
class Choice:
    code: str
    label: str


def org_choices(by: Actor, current: str = "") -> list[Choice]:
    """Organisations to choose from, indented by level: those with others below them, and museums."""
    tree = tree_today()
    reach = by.org_ids(Verb.SEE)
    tops = [org for org in sorted(reach) if tree.nodes[org].parent not in reach]
    found: list[Choice] = []

    def walk(node: Node, depth: int) -> None:
        below = sorted(
            (tree.nodes[child] for child in tree.children.get(node.id, ())), key=lambda one: one.code
        )
        if node.standing and (not depth or below or node.type in _CHOSEN_TYPES or node.code == current):
            found.append(Choice(node.code, "　" * depth + node.name))
        for child in below:
            walk(child, depth + 1)

    for top in tops:
        walk(tree.nodes[top], 0)
    return found[:MOST_CHOICES]


def default_org(by: Actor) -> Node | None:
    """The organisation that a person's pages start with: the first on which a role lets them see."""
    tree, reach = tree_today(), by.org_ids(Verb.SEE)
    return next((tree.nodes[org] for org in by.top_org_ids if org in reach), None)


@dataclass(frozen=True)
class MissingUnit:
    name: str
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """The labels with months that follow each other drawn together: 2024年1至3月、7月."""
        found, years = [], dict[str, list[int]]()
        for label in self.labels:
            if month := _MONTH.fullmatch(label):
                years.setdefault(month[1], []).append(int(month[2]))
            else:
                found.append(label)
        return "、".join([*found, *(f"{year}年{_runs(months)}" for year, months in years.items())])


def _runs(months: Sequence[int]) -> str:
    """1, 2, 3, 7 → 1至3月、7月."""
    runs: list[list[int]] = []
    for month in sorted(months):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(f"{run[0]}至{run[-1]}月" if len(run) > 1 else f"{run[0]}月" for run in runs)


def missing_units(missing: Iterable[Missing]) -> list[MissingUnit]:
    """Who owes what, one line a unit."""
    found: dict[tuple[int, str], list[str]] = {}
    for row in missing:
        labels = found.setdefault((row.org_id, row.name), [])
        if row.label not in labels:
            labels.append(row.label)
    return [MissingUnit(name, tuple(labels)) for (_, name), labels in found.items()]


def spark(points: Sequence[Point]) -> str:
    """The points of a small line as `points` of an SVG polyline; a break in the data is left out."""
    known = [(index, point.value) for index, point in enumerate(points) if point.value is not None]
    if len(known) < 2:
        return ""
    low = min(Decimal(0), *(value for _, value in known))
    high = max(value for _, value in known)
    span = (high - low) or Decimal(1)
    wide, tall = SPARK_WIDTH - 2 * SPARK_EDGE, SPARK_HEIGHT - 2 * SPARK_EDGE
    step = wide / max(1, len(points) - 1)
    return " ".join(
        f"{SPARK_EDGE + index * step:.1f},{SPARK_EDGE + float((high - value) / span) * tall:.1f}"
        for index, value in known
    )


def point_words(points: Sequence[Point], unit: str) -> str:
    """The points in words, for those who do not see the line."""
    return "，".join(
        f"{point.period.label}{shown(point.value)}{unit if point.value is not None else ''}"
        for point in points
    )


def bases_of(figure: Figure) -> list[tuple[str, str, Decimal]]:
    """Basis, its words and its share in per cent with one decimal, the surest first."""
    return [
        (name, BASIS_LABELS[name], (share * 100).quantize(Decimal("0.1")))
        for name, share in figure.bases.items()
    ]
