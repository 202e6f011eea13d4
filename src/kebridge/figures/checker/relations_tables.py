"""Tables of a draft (cells separated by tabs): a row or column of totals against what stands above or beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kebridge.figures.checker.relation_tools import Page, meet, quoted, shown, spread
from kebridge.figures.checker.shapes import Mention, Relation, RelationType

_TOTAL = re.compile(r"^\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)")
Cell = tuple[int, Mention]
Row = tuple[str, dict[int, Cell]]


def tables(page: Page) -> Iterator[Relation]:
    """Totals of columns and of rows."""
    for rows in _tables(page):
        yield from _columns(rows)
        yield from _across(rows)


def _tables(page: Page) -> Iterator[list[Row]]:
    """Runs of lines with tabs; each row with its figures by column (one figure per cell)."""
    start, rows = 0, []
    for line in page.draft.text.split("\n"):
        if "\t" in line:
            rows.append((line, _cells(page, start, line)))
        elif rows:
            if len(rows) > 2:
                yield rows
            rows = []
        start += len(line) + 1
    if len(rows) > 2:
        yield rows


def _cells(page: Page, start: int, line: str) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    crowded: set[int] = set()
    for figure in page.figures:
        place = figure.mention.start - start
        if 0 <= place < len(line):
            column = line.count("\t", 0, place)
            crowded |= {column} & cells.keys()
            cells[column] = (figure.index, figure.mention)
    return {column: cell for column, cell in cells.items() if column not in crowded}


def _columns(rows: list[Row]) -> Iterator[Relation]:
    for number, (line, totals) in enumerate(rows):
        if not _TOTAL.match(line) or number < 2:
            continue
        above = [cells for other, cells in rows[:number] if not _TOTAL.match(other) and cells]
        for column, total in totals.items():
            parts = [cells[column] for cells in above if column in cells]
            if column and len(parts) == len(above) and len(parts) > 1:
                yield _judge(total, parts, "这一列")


def _across(rows: list[Row]) -> Iterator[Relation]:
    heads = rows[0][0].split("\t")
    column = next((n for n, head in enumerate(heads) if _TOTAL.match(head)), None)
    if column is None or len(heads) < 4:
        return
    for _line, cells in rows[1:]:
        parts = [cell for place, cell in cells.items() if place not in (0, column)]
        if column in cells and len(parts) == len(heads) - 2:
            yield _judge(cells[column], parts, "这一行")


def _judge(total: Cell, parts: list[Cell], where: str) -> Relation:
    added = sum((mention.value or Decimal(0) for _index, mention in parts), Decimal(0))
    spreads = [spread(mention) for _index, mention in parts]
    reach = (sum((s[0] for s in spreads), Decimal(0)), sum((s[1] for s in spreads), Decimal(0)))
    members = (total[0], *(index for index, _mention in parts))
    if meet(reach, spread(total[1])):
        return Relation(RelationType.SUM, members, True, added, f"{where}相加等于合计。")
    return Relation(
        RelationType.SUM,
        members,
        False,
        added,
        f"表格{where}相加是{shown(added, total[1].unit)}，合计写的是{quoted(total[1])}，请核对。",
    )
