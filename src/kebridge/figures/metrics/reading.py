"""Metrics from text: each wrong word is refused at its place.

An entry named as a measure says only how its own figure differs; the rest comes from the measure.
"""

import re
from typing import Any

from kebridge.core.ledger import measures as ledger_measures
from kebridge.core.ledger.measures import Measure
from kebridge.core.wording import places
from kebridge.core.wording.places import At, Placed, read
from kebridge.figures.metrics.definition import (
    AGGREGATIONS,
    COMMON,
    DIRECTIONS,
    DISTINCT_DIMENSIONS,
    FIELDS,
    FILTER_DIMENSIONS,
    KINDS,
    REQUIRED,
    ROUNDINGS,
    WHOLES,
    Metric,
)  # fmt: skip
from kebridge.figures.metrics.own import CARRY_FORWARD, KIND_OF, helped

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
_OUTSIDE = {
    "programme": "品牌活动", "plan": "计划事项", "scheme": "奖项、赛事与计划", "place": "地点", "org": "单位", "org_type": "单位类型",
    "year": "年份", "period": "时期", "tags": "标签",
}  # fmt: skip
_TEXTS = ("title", "unit", "help")
_OWN = frozenset({"carry_forward"})  # what a figure of its own measure has by itself


def load(text: str, file: str) -> list[Metric]:
    """The metrics of one file. Raises DefinitionError: at the first wrong place."""
    document = read(text, file)
    if document is None:
        return []
    if not isinstance(document.value, list):
        raise document.at.error("应当是指标的列表，每个指标以“- ”开头")
    found: dict[str, Metric] = {}
    for item in document.value:
        metric = _metric(item)
        if metric.name in found:
            raise item.value["name"].at.error(f"指标 {metric.name} 已在本文件中定义过")
        found[metric.name] = metric
    return list(found.values())


def _metric(item: Placed) -> Metric:
    if not isinstance(item.value, dict):
        raise item.at.error("一个指标应写成若干“字段: 值”")
    name = _name(item)
    own = _measure_named(name)
    kind = places.chosen(item, "kind", sorted(KINDS), None if own is None else "")
    if own and not kind:
        kind = KIND_OF[own.nature]
    _only_known_fields(item, kind, is_own=own is not None)
    values: dict[str, Any] = {"kind": kind, "name": name, "place": str(item.at)}
    known = {"title": own.title, "unit": own.unit, "help": helped(own)} if own else {}
    for key in _TEXTS:
        optional = key == "help" or key in known or (key == "unit" and kind == "first")
        values[key] = _general_text(item, key, required=not optional) or known.get(key, "")
    values["words"] = tuple(word for word, _ in _words(item.value["words"])) if "words" in item.value else ()
    values["decimals"] = places.whole(item, "decimals", most=9)
    values["version"] = places.whole(item, "version", 1, least=1, most=9999)
    values["rounding"] = places.chosen(item, "rounding", tuple(ROUNDINGS), "half_up")
    values["good_direction"] = places.chosen(item, "good_direction", DIRECTIONS, "")
    values["filters"] = _filters(item)
    values["measures"], values["over_tree"], values["over_time"] = (), "sum", "sum"
    if kind in AGGREGATIONS:
        values |= _base_fields(item, kind)
    for key in ("numerator", "denominator"):
        values[key] = places.text(item, key, required=False)
    if kind == "distinct":
        values["dimension"] = places.chosen(item, "of", DISTINCT_DIMENSIONS)
    else:
        values["of"] = places.text(item, "of", required=False)
    if kind == "share":
        values |= _share_fields(item)
    speaks = CARRY_FORWARD.get(kind, 0) if own else 0
    values["carry_forward"] = places.whole(item, "carry_forward", speaks, most=36_600)
    values["change"] = places.flag(item, "change")
    values["times"] = places.whole(
        item, "times", _default_times(kind, values["unit"]), least=1, most=1_000_000
    )
    return Metric(**values)


def _share_fields(item: Placed) -> dict[str, Any]:
    """A share is `part` of `whole` (two metrics), or `of` one metric: its `filters`, or against a `whole` of it.

    `whole_unlimited`: the request's filters limit the part alone (到过的乡镇占全部乡镇的比重).
    """
    if "part" in item.value:
        for key in ("of", "filters"):
            if key in item.value:
                raise item.keys[key].error(f"写了 part 和 whole 就不再写“{key}”")
        return {
            "numerator": places.text(item, "part"),
            "denominator": places.text(item, "whole"),
            "whole": "unrequested" if places.flag(item, "whole_unlimited") else "",
        }
    places.text(item, "of")
    whole = places.chosen(item, "whole", WHOLES, "unfiltered")
    if whole == "unfiltered" and "filters" not in item.value:
        raise item.at.error("占比要用 filters 写明哪一部分，或用 whole 写明占谁的比重")
    return {"whole": whole}


def _default_times(kind: str, unit: str) -> int:
    if kind in ("share", "growth", "points"):
        return 100
    return {"%": 100, "‰": 1000}.get(unit, 1)


def _only_known_fields(item: Placed, kind: str, *, is_own: bool) -> None:
    allowed = COMMON | FIELDS[kind]
    for key, at in item.keys.items():
        if key not in allowed:
            hint = "，".join(sorted(allowed))
            raise at.error(f"不认识字段“{key}”，{kind} 类指标可以写：{hint}")
    for key in REQUIRED.get(kind, ()):
        if key not in item.value and not (is_own and key in _OWN):
            raise item.at.error(f"缺少字段“{key}”")


def _name(item: Placed) -> str:
    name = places.text(item, "name")
    if not _NAME.fullmatch(name):
        raise item.value["name"].at.error(f"指标名“{name}”应为“业务.名称”，只用小写字母、数字和下划线")
    if _YEAR.search(name.replace("_", " ")):
        raise item.value["name"].at.error("指标定义里不能写年份，年份由取数时给出")
    return name


def _general_text(item: Placed, key: str, *, required: bool) -> str:
    """Text that may not tie the metric to a year or a document."""
    text = places.text(item, key, required=required)
    if key != "help" and _YEAR.search(text):
        raise item.value[key].at.error("指标定义里不能写年份，年份由取数时给出")
    if key != "help" and "《" in text:
        raise item.value[key].at.error("指标定义里不能写文件名，依据请写在 help 里")
    return text


def _words(placed: Placed) -> list[tuple[str, At]]:
    """One word or a list of words, each with its place."""
    items = placed.value if isinstance(placed.value, list) else [placed]
    for item in items:
        if not isinstance(item.value, str):
            raise item.at.error("应为文字")
    return [(item.value, item.at) for item in items]


def _filters(item: Placed) -> tuple[tuple[str, tuple[str, ...]], ...]:
    placed = item.value.get("filters")
    if placed is None:
        return ()
    if not isinstance(placed.value, dict):
        raise placed.at.error("filters 应写成若干“维度: 值”")
    found = []
    for key, values in placed.value.items():
        if key not in FILTER_DIMENSIONS:
            why = f"定义里不能限定{_OUTSIDE[key]}，取数时再给" if key in _OUTSIDE else f"不认识维度“{key}”"
            raise placed.keys[key].error(f"{why}；可以限定：{'、'.join(FILTER_DIMENSIONS)}")
        found.append((key, tuple(sorted({word for word, _ in _words(values)}))))
    return tuple(sorted(found))


def _base_fields(item: Placed, kind: str) -> dict[str, Any]:
    rule = AGGREGATIONS[kind]
    chosen = _measures(item, kind)
    over_time = "end" if kind == "subjects" and chosen[0].nature.name == "STOCK" else rule.over_time[0]
    return {
        "measures": tuple(measure.code for measure in chosen),
        "over_tree": places.chosen(item, "over_tree", rule.over_tree, rule.over_tree[0]),
        "over_time": places.chosen(item, "over_time", rule.over_time, over_time),
    }


def _measure_named(name: str) -> Measure | None:
    try:
        return ledger_measures.get(name)
    except KeyError:
        return None


def _measures(item: Placed, kind: str) -> list[Measure]:
    key = "measures" if "measures" in item.value else "measure"
    if not item.value.keys() & {"measure", "measures"} and (own := _measure_named(_name(item))):
        _require_fitting(own, kind, item.at)
        return [own]
    if key not in item.value or {"measure", "measures"} <= set(item.value):
        raise item.at.error("要写 measure（一个统计项）或 measures（几个统计项），只写其中一个")
    chosen: list[tuple[Measure, At]] = []
    for code, at in _words(item.value[key]):
        try:
            chosen.append((ledger_measures.get(code), at))
        except KeyError:
            raise at.error(f"没有统计项“{code}”") from None
    if not chosen:
        raise item.value[key].at.error("至少写一个统计项")
    for measure, at in chosen:
        _require_fitting(measure, kind, at)
        _require_addable(chosen[0][0], measure, at)
    return [measure for measure, _ in chosen]


def _require_fitting(measure: Measure, kind: str, at: At) -> None:
    if measure.nature not in AGGREGATIONS[kind].natures:
        raise at.error(f"统计项“{measure.title}”是{measure.nature.value}，不能用于 {kind} 类指标")
    if kind == "subjects" and not measure.subject_kind:
        raise at.error(f"统计项“{measure.title}”没有统计对象，不能去重计数")


def _require_addable(first: Measure, other: Measure, at: At) -> None:
    """Only one family, unit, scale and nature add up; a measure without family adds to nothing else."""
    if first == other:
        return
    same_family = first.family == other.family and bool(first.family)
    alike = (first.unit, first.scale, first.nature, first.subject_kind) == (
        other.unit, other.scale, other.nature, other.subject_kind,
    )  # fmt: skip
    if not (same_family and alike):
        raise at.error(f"“{first.title}”（{first.unit}）与“{other.title}”（{other.unit}）不能相加")
