"""All metrics: every measure's own, and what `metrics.yaml` of the rooms installed says beyond; read once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps

from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import NIL, PAST
from kebridge.core.wording.places import DefinitionError
from kebridge.figures.metrics.definition import DERIVED_KINDS, Metric
from kebridge.figures.metrics.own import own_metric
from kebridge.figures.metrics.reading import load

ROOMS = "kebridge.rooms."
FILE = "metrics.yaml"

_known: dict[str, Metric] | None = None


def get(name: str) -> Metric:
    """Raises KeyError: no such metric."""
    return _all()[name]


def every() -> list[Metric]:
    return list(_all().values())


def files() -> list[Path]:
    """The definition files of the installed rooms."""
    rooms = (Path(app.path) / FILE for app in apps.get_app_configs() if app.name.startswith(ROOMS))
    return [path for path in rooms if path.exists()]


def checked(metrics: Iterable[Metric]) -> dict[str, Metric]:
    """Metrics by name, their references followed. Raises DefinitionError: a name twice, unknown or in a circle."""
    found: dict[str, Metric] = {}
    for metric in metrics:
        if metric.name in found:
            raise DefinitionError(f"{metric.place}：指标 {metric.name} 已在 {found[metric.name].place} 定义")
        found[metric.name] = metric
    for metric in found.values():
        _follow(metric, found, ())
        _require_sense(metric, found)
    return found


@contextmanager
def using(metrics: Iterable[Metric]) -> Iterator[None]:
    """Only these metrics exist, for the length of a test or a trial of definitions."""
    global _known  # noqa: PLW0603 - the one registry of the process
    before, _known = _known, checked(metrics)
    try:
        yield
    finally:
        _known = before


def _all() -> dict[str, Metric]:
    global _known  # noqa: PLW0603 - the one registry of the process
    if _known is None:
        texts = [(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}") for path in files()]
        _known = checked(_in_order([metric for text, file in texts for metric in load(text, file)]))
    return _known


def _in_order(defined: list[Metric]) -> Iterator[Metric]:
    """The figures of the measures, in their order, then what is defined upon them."""
    by_name = {metric.name: metric for metric in defined}
    measured = [one for one in ledger_measures.every() if one.code not in (NIL, PAST)]
    for measure in measured:
        yield by_name.get(measure.code) or own_metric(measure)
    codes = {measure.code for measure in measured}
    yield from (metric for metric in defined if metric.name not in codes)


def _follow(metric: Metric, known: dict[str, Metric], path: tuple[str, ...]) -> None:
    if metric.name in path:
        raise DefinitionError(f"{metric.place}：指标互相引用成了圈：{' → '.join((*path, metric.name))}")
    for name in metric.references:
        if name not in known:
            raise DefinitionError(f"{metric.place}：没有指标“{name}”")
        _follow(known[name], known, (*path, metric.name))


_BASES_OF = {
    "share": frozenset({"flow", "stock", "snapshot", "subjects"}),
    "points": frozenset({"ratio", "share", "value", "growth"}),
    "run": frozenset({"flow", "subjects", "distinct", "stock", "snapshot"}),
    "mean_per_year": frozenset({"flow", "subjects", "distinct", "stock", "snapshot"}),
}


def _require_sense(metric: Metric, known: dict[str, Metric]) -> None:
    if metric.kind not in DERIVED_KINDS:
        return
    allowed = _BASES_OF.get(metric.kind)
    base = known[metric.references[0]]
    if allowed and base.kind not in allowed:
        raise DefinitionError(f"{metric.place}：{metric.kind} 不能建立在 {base.kind} 类指标“{base.title}”上")
    if any(known[name].kind == "first" for name in metric.references):
        raise DefinitionError(f"{metric.place}：日期不能用来计算")
