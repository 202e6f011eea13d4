"""Returns from text: each wrong word is refused at its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kebridge.core.refusal import Refusal
from kebridge.core.wording import places
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
    places.only(item, _FIELDS)
    since, until = places.whole(item, "since"), places.whole(item, "until")
    if not since:
        raise item.at.error("缺少“since”（从哪一年起适用）")
    if until and until < since:
        raise item.value["until"].at.error("截止年份早于起始年份")
    lines: list[Line] = []
    for one in places.listed(item, "lines"):
        line = _line(one)
        if line.number in {other.number for other in lines}:
            raise one.value["number"].at.error(f"序号“{line.number}”写了两次")
        lines.append(line)
    return Return(
        code=places.text(item, "code"), system=places.text(item, "system"),
        title=places.text(item, "title"), source=places.text(item, "source"),
        note=places.text(item, "note", required=False), due=places.text(item, "due", required=False), since=since, until=until or None,
        explain_above=places.whole(item, "explain_above") or None, lines=tuple(lines), place=str(item.at),
    )  # fmt: skip


def _line(item: Placed) -> Line:
    places.only(item, _LINE_FIELDS)
    metric, by_hand = (
        places.text(item, "metric", required=False),
        places.text(item, "by_hand", required=False),
    )
    if bool(metric) == bool(by_hand):
        raise item.at.error("写 metric（取哪个指标）或 by_hand（为什么手工填），只写其中一个")
    if metric and metric not in {one.name for one in metrics.every()}:
        raise item.value["metric"].at.error(f"没有指标“{metric}”")
    return Line(
        number=places.text(item, "number"), form=places.text(item, "form"),
        title=places.text(item, "title"), unit=places.text(item, "unit"), metric=metric,
        filters=_filters(item), divide=places.whole(item, "divide", 1) or 1, decimals=places.whole(item, "decimals"),
        by_hand=by_hand, note=places.text(item, "note", required=False),
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
