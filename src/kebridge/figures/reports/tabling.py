"""Tables and charts of a report: figures with last year's, and one figure opened into its parts."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kebridge.core.wording.changes import change_words
from kebridge.figures.documents import model as doc
from kebridge.figures.documents.charting import UNREPORTED, Mark, draw, in_words
from kebridge.figures.links import figure_url
from kebridge.figures.metrics.definition import Metric
from kebridge.figures.presenting import NO_VALUE, change_of, limits_text, org_title, plain
from kebridge.figures.reports import blocks as made
from kebridge.figures.reports.opening import Opened, Part, key_a_year_on, opened
from kebridge.figures.reports.stating import Binding, PartStated, Stated, basis_text, cell_of, request_of

_NUMERIC = frozenset({made.NOW, made.BEFORE, made.CHANGE, made.SHARE})
NOTHING = "无记录"
_RATES = frozenset({"%", "‰"})


def figures_table(block: made.FiguresTable, binding: Binding) -> doc.Table:
    """One figure a row; the unit stands in the name unless it has a column of its own."""
    kinds = {one.kind for one in block.columns}
    rows = tuple(
        tuple(_figure_cell(column.kind, row, binding, kinds) for column in block.columns)
        for row in block.rows
    )
    return doc.Table(block.caption, _columns(block.columns), rows)


def _columns(columns: Sequence[made.TableColumn]) -> tuple[doc.Column, ...]:
    return tuple(doc.Column(one.title, numeric=one.kind in _NUMERIC) for one in columns)


def _figure_cell(kind: str, row: made.TableRow, binding: Binding, kinds: set[str]) -> doc.Cell:
    one, before = binding.stated[row.key], binding.stated.get(row.before)
    figure = one.figure
    if kind == made.NOW:
        return cell_of(one)
    if kind == made.BEFORE:
        return cell_of(before) if before else NO_VALUE
    if kind == made.CHANGE:
        change = change_of(figure, before.figure if before else None)
        return change.words if change else NO_VALUE
    if kind == made.UNIT:
        return figure.unit
    if kind == made.SCOPE:
        return org_title(figure.request.scope.org_code)
    if kind == made.BASIS:
        return basis_text(figure)
    return row.title or _title(one, binding, kinds)


def _title(one: Stated, binding: Binding, kinds: set[str]) -> str:
    """The metric with what limits it, and its unit unless a column or the name itself says it."""
    request, metric = one.figure.request, one.figure.metric
    code = request.scope.org_code
    whose = "" if code == binding.template.org or made.SCOPE in kinds else org_title(code)
    limits = limits_text(request)
    named = made.UNIT in kinds or not metric.unit or metric.title.endswith(metric.unit)
    inner = "，".join(filter(None, ("" if named else metric.unit, limits)))
    return f"{whose}{metric.title}（{inner}）" if inner else f"{whose}{metric.title}"


# -- parts


def parts_table(block: made.PartsTable, binding: Binding) -> doc.Table:
    """One part a row, a total below where the parts have one; each number leads to its own page."""
    request = request_of(binding, block.key)
    found = opened(request, block.by, by=binding.by)
    compares = any(one.kind in (made.BEFORE, made.CHANGE) for one in block.columns)
    earlier = (
        opened(replace(request, period=request.period.previous()), block.by, by=binding.by)
        if compares
        else None
    )
    before = (
        {key_a_year_on(one.key, block.by): one for one in (*earlier.parts, *earlier.aside)} if earlier else {}
    )
    parts = _largest((*found.parts, *found.aside), block.limit)
    parts = [*parts, *_gone(found, before)] if not block.limit else parts
    rows = [_part_row(block, one, before.get(one.key), found, binding) for one in parts]
    if found.total_label:
        whole = Part("合计", found.total_label, found.figure.exact, request)
        last = Part("合计", "", earlier.figure.exact, earlier.figure.request) if earlier else None
        rows.append(_part_row(block, whole, last, found, binding))
    unit = found.figure.unit
    columns = tuple(
        replace(one, title=f"{one.title}（{unit}）") if one.kind == made.NOW and unit else one
        for one in block.columns
    )
    return doc.Table(block.caption, _columns(columns), tuple(rows))


def _largest(parts: Sequence[Part], limit: int) -> list[Part]:
    """All in their own order, or the largest of them."""
    if not limit:
        return list(parts)
    return sorted(parts, key=lambda one: (one.value is None, -(one.value or 0)))[:limit]


def _gone(found: Opened, before: dict[str, Part]) -> list[Part]:
    """Parts of last year that have nothing this year."""
    here = {one.key for one in (*found.parts, *found.aside)}
    return [Part(key, one.label, None) for key, one in before.items() if key not in here]


def _part_row(
    block: made.PartsTable, part: Part, before: Part | None, found: Opened, binding: Binding
) -> tuple[doc.Cell, ...]:
    metric = found.figure.metric
    cells: list[doc.Cell] = []
    for column in block.columns:
        if column.kind == made.NOW:
            cells.append(_part_cell(block, part, metric, binding))
        elif column.kind == made.BEFORE:
            cells.append(_part_cell(block, before, metric, binding, "@上年") if before else NO_VALUE)
        elif column.kind == made.CHANGE:
            cells.append(_change(part.value, before.value if before else None, metric))
        elif column.kind == made.SHARE:
            cells.append(_share(part.value, found.figure.exact))
        else:
            cells.append(part.label)
    return tuple(cells)


def _part_cell(block: made.PartsTable | made.ChartBlock, part: Part, metric: Metric, binding: Binding,
               tail: str = "") -> doc.FigureRun:  # fmt: skip
    key = f"{block.key}/{block.by}/{part.key}{tail}"
    text = plain(part.value, metric)
    binding.keep(PartStated(key, f"{metric.title}（{part.label or part.key}）", metric, part.value, text))
    href = figure_url(part.request) if part.request else ""
    tooltip = f"{metric.title}，{part.label}" if part.label else ""
    return doc.FigureRun(text, href=href, key=key, tooltip=tooltip, missing=part.silent)


def _change(now: Decimal | None, before: Decimal | None, metric: Metric) -> str:
    if now is None or before is None:
        return NO_VALUE
    return change_words(now, before, rate=metric.unit in _RATES, places=1, unit=metric.unit).text


def _share(part: Decimal | None, whole: Decimal | None) -> str:
    return f"{part / whole * 100:.1f}%" if part is not None and whole else NO_VALUE


# -- charts


def chart(block: made.ChartBlock, binding: Binding) -> doc.Picture:
    """Months and years upright, organisations and kinds as bars on their side, the largest first."""
    found = opened(request_of(binding, block.key), block.by, by=binding.by)
    metric = found.figure.metric
    across = block.by in ("org", "kind")
    parts = _largest(found.parts, block.limit) if across else list(found.parts)
    marks = [Mark(_mark_label(one, block.by), _shown(one, metric), _words(one, metric)) for one in parts]
    left_out = len(found.parts) - len(parts)
    aside = [f"{one.label}{plain(one.value, metric)}{metric.unit}" for one in found.aside if one.value]
    notes = [f"前{len(parts)}位，另有{left_out}个未画出"] if left_out else []
    notes += [f"另有{'、'.join(aside)}未画出"] if aside else []
    caption = f"{block.caption}（{'；'.join(notes)}）" if notes else block.caption
    rows: list[tuple[doc.Cell, ...]] = [
        (one.label, _words(one, metric) if one.value is None else _part_cell(block, one, metric, binding))
        for one in parts
    ]
    columns = (doc.Column(_label(block.by)), doc.Column(f"{metric.title}（{metric.unit}）", numeric=True))
    return doc.Picture(
        draw(marks, kind=block.kind, unit=metric.unit, across=across), caption,
        f"{caption}：{in_words(marks, metric.unit)}", doc.Table("", columns, tuple(rows)),
    )  # fmt: skip


def _mark_label(part: Part, by: str) -> str:
    """Short, to stand under a column: a year that the period cuts says from or to which month."""
    if by != "year" or not part.request:
        return part.label
    start, end = part.request.period.start, part.request.period.end
    if (start.month, start.day) != (1, 1):
        return f"{start.year}年{start.month}月起"
    return f"{end.year}年" if (end.month, end.day) == (12, 31) else f"{end.year}年至{end.month}月"


def _label(by: str) -> str:
    return {"org": "单位", "month": "月份", "kind": "类别", "year": "年份"}[by]


def _words(part: Part, metric: Metric) -> str:
    if part.value is None:
        return UNREPORTED if part.silent else NOTHING
    return plain(part.value, metric)


def _shown(part: Part, metric: Metric) -> Decimal | None:
    return None if part.value is None else metric.rounded(part.value)
