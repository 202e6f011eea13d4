"""Figures for the records that name them: metrics to choose from, limits read from words, values in one batch."""

from collections.abc import Sequence
from functools import lru_cache

from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger.measures import Visibility
from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.rows import BASIS_LABELS
from kebridge.core.orgs.types import OrgType
from kebridge.core.records.binding import Binding, Bound
from kebridge.core.refusal import Refusal
from kebridge.core.wording.values import plain
from kebridge.figures import metrics
from kebridge.figures.evaluation import figures
from kebridge.figures.labels import words_of
from kebridge.figures.links import figure_url
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.presenting import has_unit, register_code, text_of
from kebridge.figures.requests import FILTER_LABELS, FigureRequest, Filters, Scope
from kebridge.figures.seeing import visibility

_TAGGED = ("programme", "plan", "scheme")
_KEYS = {plain(word): key for key, label in FILTER_LABELS.items() for word in (key, label)}


class Bindings:
    """What `core.records.binding` asks for."""

    def choices(self) -> list[tuple[str, str]]:
        return _open_metrics()

    def fault(self, metric: str, limits: str) -> str:
        try:
            filters_of(metric, limits)
        except Refusal as refusal:
            return "；".join(filter(None, (refusal.what, refusal.repair)))
        return ""

    def read(self, bindings: Sequence[Binding], *, by: Actor) -> list[Bound]:
        """A binding whose limits are no longer understood (a brand was renamed) says so and stops no other."""
        asked: dict[int, FigureRequest] = {}
        told: dict[int, Bound] = {}
        for number, one in enumerate(bindings):
            try:
                asked[number] = request_of(one)
            except Refusal as refusal:
                told[number] = Bound(None, f"指标限定要改：{refusal.what}", "")
        for number, figure in zip(asked, figures(asked.values(), by=by), strict=True):
            text = f"{text_of(figure)}{figure.unit if has_unit(figure) else ''}"
            told[number] = Bound(figure.exact, text, figure_url(asked[number]))
        return [told[number] for number in range(len(bindings))]


@lru_cache(maxsize=1)
def _open_metrics() -> list[tuple[str, str]]:
    """Metrics by title; two of one title are told apart by their room."""
    known = [one for one in metrics.every() if visibility(one) == Visibility.OPEN and one.kind != "first"]
    titles = [one.title for one in known]
    return [
        (one.name, one.title if titles.count(one.title) == 1 else f"{one.title}（{one.name}）")
        for one in known
    ]


def request_of(binding: Binding) -> FigureRequest:
    """Raises Refusal: the limits cannot be understood."""
    return FigureRequest(
        binding.metric,
        Scope(binding.org_code, own=binding.own),
        Period.of(binding.start, binding.end, "range"),
        filters_of(binding.metric, binding.limits),
    )


def filters_of(name: str, limits: str) -> Filters:
    """“类别=科普报告|讲座；品牌活动=科普日” as filters. Raises Refusal in plain Chinese."""
    try:
        metric = metrics.get(name)
    except KeyError:
        raise Refusal(f"没有指标“{name}”", repair="请从列表里选择") from None
    found: dict[str, tuple[str, ...]] = {}
    for part in limits.replace(";", "；").replace("＝", "=").split("；"):
        if not part.strip():
            continue
        word, sign, values = part.partition("=")
        key = _KEYS.get(plain(word))
        if not sign or key is None:
            raise Refusal(
                f"限定“{part.strip()}”看不明白",
                repair=f"写成“类别=科普报告；品牌活动=科普日”，可以按{'、'.join(FILTER_LABELS.values())}限定",
            )
        found[key] = tuple(_code(key, one.strip(), metric) for one in values.split("|") if one.strip())
    return Filters(found)


def _code(key: str, typed: str, metric: Metric) -> str:
    """The code of a typed word. Raises Refusal: nothing is called so."""
    if key in _TAGGED:
        if not Tag.objects.filter(scheme=key, name=typed).exists():
            raise Refusal(f"没有登记过{FILTER_LABELS[key]}“{typed}”", repair="请按登记的名称写")
        return typed
    words = {"basis": BASIS_LABELS, "org_type": dict(OrgType.choices)}.get(key)
    known = dict(words_of(register_code(metric)) if words is None else words)
    for code, label in known.items():
        if plain(typed) in (plain(label), plain(code)):
            return code
    # Free words (a topic, a unit, a township) stand in the ledger as they were typed.
    if key in ("kind", "basis", "org_type", "level"):
        raise Refusal(
            f"{FILTER_LABELS[key]}里没有“{typed}”", repair=f"可以写：{'、'.join(list(known.values())[:12])}"
        )
    return typed
