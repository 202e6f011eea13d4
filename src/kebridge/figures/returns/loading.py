"""Returns from text: each wrong word is refused at its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kebridge.core.refusal import Refusal
from kebridge.core.wording.places import DefinitionError, Placed, read
from kebridge.figures import metrics
from kebridge.figures.requests import Filters
from kebridge.figures.returns.definition import Line, Return

FILE = Path(__file__).parent / "returns.yaml"
_FIELDS = frozenset(
    {"code", "system", "title", "source", "note", "due", "since", "until", "explain_above", "lines"}
)
_LINE_FIELDS = frozenset(
    {"number", "form", "title", "unit", "metric", "filters", "divide", "decimals", "by_hand", "note"}
)

_known: dict[str, Return] | None = None


def get(code: str) -> Return:
    """Raises KeyError: no such return."""
    return _all()[code]


def every() -> list[Return]:
    return list(_all().values())


@contextmanager
def using(returns: list[Return]) -> Iterator[None]:
    """Only these returns exist, for the length of a test."""
    global _known  # noqa: PLW0603 - the one registry of the process
    before, _known = _known, {one.code: one for one in returns}
    try:
        yield
    finally:
        _known = before


def _all() -> dict[str, Return]:
    global _known  # noqa: PLW0603 - the one registry of the process
    if _known is None:
        _known = {one.code: one for one in load(FILE.read_text(encoding="utf-8"), FILE.name)}
    return _known


def load(text: str, file: str) -> list[Return]:
    """The returns of one file. Raises DefinitionError: at the first wrong place."""
    document = read(text, file)
    if document is None:
        return []
    if not isinstance(document.value, list):
        raise document.at.error("应当是统计报表的列表，每张以“- ”开头")
    found = [_return(item) for item in document.value]
    for index, one in enumerate(found):
        if one.code in {other.code for other in found[:index]}:
            raise DefinitionError(f"{one.place}：报表 {one.code} 写了两次")
    return found


def _return(item: Placed) -> Return:
    _only(item, _FIELDS, "一张报表")
    since, until = _number(item, "since", 0), _number(item, "until", 0)
    if not since:
        raise item.at.error("缺少“since”（从哪一年起适用）")
    if until and until < since:
        raise item.value["until"].at.error("截止年份早于起始年份")
    placed = item.value.get("lines")
    if placed is None or not isinstance(placed.value, list) or not placed.value:
        raise (placed.at if placed else item.at).error("要写 lines：各个报表指标")
    lines: list[Line] = []
    for one in placed.value:
        line = _line(one)
        if line.number in {other.number for other in lines}:
            raise one.value["number"].at.error(f"序号“{line.number}”写了两次")
        lines.append(line)
    return Return(
        code=_text(item, "code", required=True), system=_text(item, "system", required=True),
        title=_text(item, "title", required=True), source=_text(item, "source", required=True),
        note=_text(item, "note"), due=_text(item, "due"), since=since, until=until or None,
        explain_above=_number(item, "explain_above", 0) or None, lines=tuple(lines), place=str(item.at),
    )  # fmt: skip


def _line(item: Placed) -> Line:
    _only(item, _LINE_FIELDS, "一个报表指标")
    metric, by_hand = _text(item, "metric"), _text(item, "by_hand")
    if bool(metric) == bool(by_hand):
        raise item.at.error("写 metric（取哪个指标）或 by_hand（为什么手工填），只写其中一个")
    if metric and metric not in {one.name for one in metrics.every()}:
        raise item.value["metric"].at.error(f"没有指标“{metric}”")
    return Line(
        number=_text(item, "number", required=True), form=_text(item, "form", required=True),
        title=_text(item, "title", required=True), unit=_text(item, "unit", required=True), metric=metric,
        filters=_filters(item), divide=_number(item, "divide", 1) or 1, decimals=_number(item, "decimals", 0),
        by_hand=by_hand, note=_text(item, "note"),
    )  # fmt: skip


def _filters(item: Placed) -> dict[str, tuple[str, ...]]:
    placed = item.value.get("filters")
    if placed is None:
        return {}
    if not isinstance(placed.value, dict):
        raise placed.at.error("filters 应写成若干“维度: 值”")
    found = {}
    for key, values in placed.value.items():
        listed = values.value if isinstance(values.value, list) else [values]
        found[key] = tuple(str(one.value) for one in listed)
    try:
        return dict(Filters(found))
    except Refusal as error:
        raise placed.at.error(str(error)) from error


def _only(item: Placed, known: frozenset[str], what: str) -> None:
    if not isinstance(item.value, dict):
        raise item.at.error(f"{what}应写成若干“字段: 值”")
    for key, at in item.keys.items():
        if key not in known:
            raise at.error(f"不认识“{key}”，{what}可以写：{'、'.join(sorted(known))}")


def _text(item: Placed, key: str, *, required: bool = False) -> str:
    placed = item.value.get(key)
    if placed is None:
        if required:
            raise item.at.error(f"缺少“{key}”")
        return ""
    if not isinstance(placed.value, str) or not placed.value.strip():
        raise placed.at.error(f"“{key}”应为文字")
    return placed.value.strip()


def _number(item: Placed, key: str, default: int) -> int:
    placed = item.value.get(key)
    if placed is None:
        return default
    if not isinstance(placed.value, int) or isinstance(placed.value, bool) or placed.value < 0:
        raise placed.at.error(f"“{key}”应为不小于零的整数")
    return placed.value
