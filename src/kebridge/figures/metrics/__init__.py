"""Metrics: `metrics.get(name)`, `metrics.every()`; definitions are read when first asked for."""

from kebridge.core.wording.places import DefinitionError
from kebridge.figures.metrics.definition import KIND_LABELS, Metric
from kebridge.figures.metrics.reading import load
from kebridge.figures.metrics.registry import checked, every, files, get, using

__all__ = ["KIND_LABELS", "DefinitionError", "Metric", "checked", "every", "files", "get", "load", "using"]
