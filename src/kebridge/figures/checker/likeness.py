"""Units that may say the same thing: a text counts 家 where a metric counts 个, but never 人 where it counts 元."""

from kebridge.figures.checker.shapes import Kind

SAME, CLOSE, LOOSE, NEVER = 1.0, 0.85, 0.6, 0.0

_ALIKE = (
    frozenset({"人", "名", "位", "员"}),
    frozenset({"人次", "人·次", "人（次）"}),
    frozenset({"次", "场", "场次", "期", "趟", "班", "班次", "节", "堂", "批次"}),
    frozenset({"家", "个", "所", "处", "座", "支", "间", "站", "户", "方"}),
    frozenset({"个", "项", "件", "条", "块", "台", "辆", "套", "幅", "面", "组", "队", "只", "种", "类", "门", "款", "大类"}),
    frozenset({"篇", "份", "册", "本", "部", "封", "件", "条", "期", "则", "个", "项"}),
    frozenset({"张", "份", "册", "本", "件", "幅", "块", "面", "个", "套"}),
    frozenset({"笔", "项", "个"}),
    frozenset({"公里", "千米", "km"}),
    frozenset({"天", "日"}),
    frozenset({"小时", "课时", "学时"}),
    frozenset({"家次", "家"}),
)  # fmt: skip
# Pairs of groups by which a text may also count the same: sessions told as items, persons told as attendances.
_OCCASIONS = frozenset({"次", "场", "场次", "期", "趟", "批次"})
_ITEMS = frozenset({"项", "个", "件", "类"})
_PERSONS = frozenset({"人", "名", "位"})
_ATTENDANCES = frozenset({"人次", "人·次"})
_EDITIONS = frozenset({"届"})
# The unit in the text, and the metrics' it may stand for: 20场次 never counts 个 of something that stands.
_MAY_STAND_FOR = (
    (_OCCASIONS, frozenset({"项"})),
    (_ITEMS, _OCCASIONS),
    (_PERSONS, _ATTENDANCES),
    (_ATTENDANCES, _PERSONS),
    (_EDITIONS, _OCCASIONS | {"项"}),
)
_ONLY_METRIC_KINDS = {
    Kind.GROWTH: frozenset({"growth"}),
    Kind.POINTS: frozenset({"points"}),
    Kind.RUN: frozenset({"run"}),
}
_RATES = frozenset({"%", "‰"})
_RANK_UNITS = frozenset({"位", "名次"})
_NEVER_UNSAID = frozenset({"元", "%", "公里", "小时"})


def likeness(text_unit: str, metric_unit: str) -> float:
    """How well a unit of a text stands for a metric's: 1 the same, 0 never."""
    unit = text_unit.strip()
    if unit == metric_unit:
        return SAME
    if not unit:
        return NEVER if metric_unit in _NEVER_UNSAID else LOOSE
    if unit in _PERSONS and metric_unit in _PERSONS:
        return SAME
    if any(unit in group and metric_unit in group for group in _ALIKE):
        return CLOSE
    for one, other in _MAY_STAND_FOR:
        if unit in one and metric_unit in other:
            return LOOSE
    return NEVER


def may_be(
    kind: Kind,
    text_unit: str,
    metric_unit: str,
    metric_kind: str,
    *,
    counts_persons: bool = False,
    names_standing: bool = False,
) -> float:
    """Likeness of the units where the sort of quantity agrees at all; else 0. The hard gate of every candidate.

    `counts_persons`: the metric's items are persons (推荐, 入选), so that a text may count them as such.
    `names_standing`: the metric counts standings of this very word (首次, 唯一, 第一方阵).
    """
    if kind is Kind.RANK and names_standing:
        return SAME
    wanted = _ONLY_METRIC_KINDS.get(kind)
    if wanted is not None:
        return SAME if metric_kind in wanted else NEVER
    if metric_kind in ("growth", "points", "run", "first") or kind is Kind.RATIO:
        return NEVER
    is_rank = metric_unit in _RANK_UNITS and metric_kind in ("value", "rank")
    for sort, is_of_it in (
        (Kind.RANK, is_rank),
        (Kind.RATE, metric_unit in _RATES),
        (Kind.MONEY, metric_unit == "元"),
    ):
        if kind is sort or is_of_it:
            return SAME if kind is sort and is_of_it else NEVER
    if text_unit in _EDITIONS and metric_kind == "value":
        return NEVER  # 连续举办五届 counts; the number of an edition is a name (第五届)
    if counts_persons and metric_unit in _ITEMS and text_unit in _PERSONS | _ATTENDANCES:
        return CLOSE
    return likeness(text_unit, metric_unit)
