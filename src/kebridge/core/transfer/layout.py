"""Where the headings of a sheet stand, and which column is which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from kebridge.core.refusal import Refusal
from kebridge.core.transfer.columns import Column, Sheet, bare_heading, heading
from kebridge.core.transfer.container import column_letters

HEAD_ROWS = 15  # title and notes above the headings never take more
LIST_TITLE = "导入问题清单"  # our own first sheet in an annotated copy
LISTS_TAB = "选项"  # our own hidden sheet of drop-down values
PROBLEM_HEADING = "问题与修改办法"  # our own column in an annotated copy that is handed in again
_OURS = frozenset({heading(PROBLEM_HEADING), "序号", "编号", "行号", "no", "no."})
LIKE_HEADINGS = 3
LIKELY = 40  # of 100: below it two headings have nothing to do with each other
_SAME = 90
_SYNONYMS = (
    frozenset("日期 时间 活动日期 活动时间 举办日期 举办时间 开展时间 开始日期 发生日期".split()),
    frozenset("人数 人次 参加人数 参与人数 参加人次 参与人次 受众人数 受益人数 受益人次".split()),
    frozenset("名称 活动名称 项目名称 标题 题目 主题 活动主题".split()),
    frozenset("单位 组织 主办单位 承办单位 填报单位 所属单位 学会 机构".split()),
    frozenset("地点 活动地点 举办地点 地址 场所 场地".split()),
)

Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Headings:
    """The headings found: `row` from 0, `depth` of one or two rows, `columns` name → index from 0."""

    row: int
    depth: int
    columns: dict[str, int]
    duplicates: tuple[tuple[str, int, int], ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()

    @property
    def data_from(self) -> int:
        """The first row after the headings, from 0."""
        return self.row + self.depth


@dataclass
class _Found:
    columns: dict[str, int] = field(default_factory=dict)
    duplicates: list[tuple[str, int, int]] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)

    def put(self, index: int, name: str | None, text: str) -> None:
        if name is None:
            if text and heading(text) not in _OURS:
                self.unknown.append((index, text))
        elif name in self.columns:
            self.duplicates.append((name, self.columns[name], index))
        else:
            self.columns[name] = index


class Labels:
    """The known headings of a sheet; a unit in brackets may be missing or other, if no two columns then agree."""

    def __init__(self, sheet: Sheet) -> None:
        self._full = {heading(column.label): column.name for column in sheet.columns}
        bare: dict[str, list[str]] = {}
        for column in sheet.columns:
            bare.setdefault(bare_heading(column.label), []).append(column.name)
        self._bare = {text: names[0] for text, names in bare.items() if len(names) == 1}

    def name(self, text: object) -> str | None:
        """The name of the column with that heading, or None."""
        if not isinstance(text, str) or not text.strip():
            return None
        return self._full.get(heading(text)) or self._bare.get(bare_heading(text))


def _text(row: Sequence[object], index: int) -> str:
    value = row[index] if index < len(row) else ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _single(row: Sequence[object], labels: Labels) -> _Found:
    found = _Found()
    for index in range(len(row)):
        text = _text(row, index)
        found.put(index, labels.name(text), text)
    return found


def _double(
    upper: Sequence[object], lower: Sequence[object], labels: Labels, spans: dict[int, int]
) -> _Found | None:
    """Both rows read together; None if the lower one is data. `spans`: column → first column of its merge."""
    found = _Found()
    for index in range(max(len(upper), len(lower))):
        first, under = _text(upper, spans.get(index, index)), _text(lower, index)
        known = labels.name(first)
        filled = index < len(lower) and lower[index] not in ("", None)
        if known and index not in spans:
            if filled:
                return None
            found.put(index, known, first)
            continue
        name = labels.name(first + under) or labels.name(under)
        if name is None and spans.get(index) == index and not filled:
            name = known
        found.put(index, name, under or (first if index == spans.get(index, index) else ""))
    return found


def find_headings(
    rows: Sequence[Sequence[object]], sheet: Sheet, merges: Iterable[Merge] = ()
) -> Headings | None:
    """The heading row among the first rows: the one with most known labels; None if there is none.

    `merges` are ((row, column), (row, column)), both ends included, in the indices of `rows`.
    """
    labels = Labels(sheet)
    spans: dict[int, dict[int, int]] = {}
    for (top, left), (_bottom, right) in merges:
        if top < HEAD_ROWS and right > left:
            spans.setdefault(top, {}).update(dict.fromkeys(range(left, right + 1), left))
    best: Headings | None = None
    for number, row in enumerate(rows[:HEAD_ROWS]):
        readings = [(1, _single(row, labels))]
        if number + 1 < len(rows):
            double = _double(row, rows[number + 1], labels, spans.get(number, {}))
            if double is not None:
                readings.append((2, double))
        for depth, found in readings:
            if best is None or (len(found.columns), -depth) > (len(best.columns), -best.depth):
                best = Headings(number, depth, found.columns, tuple(found.duplicates), tuple(found.unknown))
    return best if best and len(best.columns) >= min(2, len(sheet.columns)) else None


def likest(rows: Sequence[Sequence[object]], sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets whose headings these rows bear most of; none where fewer than three fit."""
    found = [(len(headings.columns), one) for one in sheets if (headings := find_headings(rows, one))]
    most = max((count for count, _ in found), default=0)
    return [one for count, one in found if count == most] if most >= LIKE_HEADINGS else []


def _likeness(wanted: str, present: str) -> float:
    first, second = bare_heading(wanted), bare_heading(present)
    if any(first in group and second in group for group in _SYNONYMS):
        return _SAME
    return fuzz.WRatio(first, second)


def nearest(column: Column, headings: Headings, sheet: Sheet) -> str:
    """The unknown heading that most likely is this column, renamed; "" if none is likely."""
    scored = [(_likeness(column.label, text), -index, text) for index, text in headings.unknown]
    if scored and max(scored)[0] >= LIKELY:
        return max(scored)[2]
    names = [each.name for each in sheet.columns]
    at = names.index(column.name)
    before = headings.columns.get(names[at - 1]) if at else -1
    if before is None:
        return ""
    return next((text for index, text in headings.unknown if index == before + 1), "")


def check_headings(headings: Headings, sheet: Sheet, title: str, offset: int = 0) -> list[str]:
    """Refuses doubled and missing required headings; returns warnings about unknown ones.

    `offset` is the number of empty columns left of the grid, for the letters in the message.
    """
    if headings.duplicates:
        name, first, second = headings.duplicates[0]
        places = f"第 {column_letters(first + offset)} 列和第 {column_letters(second + offset)} 列"
        raise Refusal(
            f"工作表“{title}”有两列都叫“{sheet.column(name).label}”（{places}）",
            repair="请删去或改名其中一列",
        )
    missing = [c for c in sheet.needed(headings.columns) if c.name not in headings.columns]
    if missing:
        said, repairs = [], []
        for column in missing:
            near = nearest(column, headings, sheet)
            said.append(f"没有“{column.label}”一列" + (f"，最接近的是“{near}”" if near else ""))
            repairs.append(f"把“{near}”改回“{column.label}”" if near else f"补上“{column.label}”一列")
        raise Refusal(f"工作表“{title}”{'；'.join(said)}", repair=f"请{'，'.join(repairs)}，再导入")
    warnings = []
    absent = [c for c in sheet.columns if c.name not in headings.columns]
    for _index, text in headings.unknown:
        alike = [(s, c.label) for c in absent if (s := _likeness(c.label, text)) >= LIKELY]
        hint = f"；如果它就是“{max(alike)[1]}”，请改回这个名称" if alike else ""
        warnings.append(f"工作表“{title}”的“{text}”列不在模板里，没有导入{hint}")
    return warnings
