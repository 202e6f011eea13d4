"""Writes workbooks as offices keep them: the import layout, with the untidiness that real files have.

Days in five writings, numbers in full width or as 1.2万, merged cells, blank rows, notes and totals at the foot.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kebridge.casework.making.ground import MARK, Page, Row, stream
from kebridge.core.records import register as registers
from kebridge.core.transfer.columns import Column
from kebridge.core.transfer.sheets import NUMBER, line_name, sheet_of
from kebridge.core.wording.days import EXCEL_EPOCH

WRITTEN = datetime.combine(date(2025, 1, 6), time())  # the same file every time
BLANK_AFTER = 45  # records
ODD = 0.04  # of the cells are written in another way
MERGED_MOST = 6  # rows that an office still merges
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_LEFT_OUT = {
    "basis",
    "note",
    "contact",
    "phone",
    "page_views",
}  # columns that offices drop when they are empty


class _Sheet:
    """One tab being written."""

    def __init__(self, book: Workbook, page: Page, styles: dict[str, Any], told: str) -> None:
        self.register = registers.get(page.register)
        self.page, self.styles, self.told = page, styles, told
        declared = sheet_of(self.register)
        self._refuse_unknown({column.name for column in declared.columns})
        self.columns = [column for column in declared.columns if self._is_kept(column)]
        self.tab: Worksheet = book.add_worksheet(declared.title)
        self.rng = stream(f"cells {page.register}")
        self.at = 0

    def _refuse_unknown(self, declared: set[str]) -> None:
        roots = {name for row in self.page.rows for name in row.values}
        lines = {
            line_name(self.register, name) for row in self.page.rows for line in row.lines for name in line
        }
        if unknown := (roots | lines) - declared:
            raise ValueError(f"{self.register.code} has no field {', '.join(sorted(unknown))}")

    def _is_kept(self, column: Column) -> bool:
        bare = column.name.rpartition(".")[2]
        used = any(
            row.values.get(bare) or any(line.get(bare) for line in row.lines) for row in self.page.rows
        )
        return column.name != NUMBER and (bare not in _LEFT_OUT or used)

    def write(self) -> None:
        self._head()
        for number, row in enumerate(self.page.rows, 1):
            self._record(row)
            if number % BLANK_AFTER == 0:
                self.at += 1
        self._foot()

    def _head(self) -> None:
        last = len(self.columns) - 1
        self.tab.merge_range(0, 0, 0, last, f"{self.register.title}（{self.told}）", self.styles["title"])
        self.tab.merge_range(1, 0, 1, last, MARK, self.styles["note"])
        self.at = 2
        if self.register.lines:
            first_line = next(n for n, column in enumerate(self.columns) if column.line)
            self._span(2, 0, first_line - 1, "基本情况")
            self._span(2, first_line, last, self.register.lines.title)
            self.at = 3
        for index, column in enumerate(self.columns):
            self.tab.write_string(self.at, index, column.label, self.styles["head"])
            self.tab.set_column(index, index, 26 if column.kind in ("org", "text", "body") else 13)
        self.tab.freeze_panes(self.at + 1, 0)
        self.at += 1

    def _span(self, row: int, first: int, last: int, text: str) -> None:
        if last > first:
            self.tab.merge_range(row, first, row, last, text, self.styles["head"])
        else:
            self.tab.write_string(row, first, text, self.styles["head"])

    def _record(self, row: Row) -> None:
        lines = row.lines or [{}]
        is_merged = 1 < len(lines) <= MERGED_MOST and self.rng.random() < 0.5
        for offset, line in enumerate(lines):
            for index, column in enumerate(self.columns):
                if column.line:
                    self._cell(self.at + offset, index, column, self._of(line, column))
                elif offset == 0:
                    self._cell(self.at, index, column, row.values.get(column.name))
                    if is_merged:
                        self._merge(index, len(lines), column, row.values.get(column.name))
        self.at += len(lines)

    def _of(self, line: dict[str, Any], column: Column) -> Any:
        names = (name for name in line if line_name(self.register, name) == column.name)
        return next((line[name] for name in names), None)

    def _merge(self, index: int, rows: int, column: Column, value: Any) -> None:
        if value not in (None, "", ()):
            self.tab.merge_range(self.at, index, self.at + rows - 1, index, "", self.styles["plain"])
            self._cell(self.at, index, column, value)

    def _cell(self, row: int, index: int, column: Column, value: Any) -> None:
        if value in (None, "", ()):
            return
        if isinstance(value, date):
            self._day(row, index, value)
        elif isinstance(value, bool):
            self.tab.write_string(row, index, "是" if value else "否", self.styles["plain"])
        elif isinstance(value, int):
            self._number(row, index, value)
        elif isinstance(value, tuple):
            self.tab.write_string(row, index, "、".join(value), self.styles["plain"])
        else:
            self.tab.write_string(row, index, dict(column.choices).get(value, value), self.styles["plain"])

    def _day(self, row: int, index: int, day: date) -> None:
        if self.rng.random() > ODD:
            self.tab.write_datetime(row, index, datetime.combine(day, time()), self.styles["day"])
            return
        ways = (f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日",
                f"{day.year}.{day.month}.{day.day}", (day - EXCEL_EPOCH).days)  # fmt: skip
        self.tab.write(row, index, self.rng.choice(ways), self.styles["plain"])

    def _number(self, row: int, index: int, value: int) -> None:
        odd = self.rng.random() < ODD
        if value >= 10_000 and value % 100 == 0 and self.rng.random() < 0.6:
            self.tab.write_string(row, index, f"{value / 10_000:g}万", self.styles["plain"])
        elif odd:
            self.tab.write_string(row, index, _oddly(self.rng, value), self.styles["plain"])
        else:
            self.tab.write_number(row, index, value, self.styles["plain"])

    def _foot(self) -> None:
        people = next((n for n, column in enumerate(self.columns) if column.name == "people"), None)
        if people is not None:
            self.tab.write_string(self.at, 0, "合计", self.styles["plain"])
            self.tab.write_number(
                self.at, people, sum(row.values.get("people") or 0 for row in self.page.rows)
            )
            self.at += 1
        if self.page.foot:
            self.tab.write_string(self.at + 1, 0, self.page.foot, self.styles["note"])


def _oddly(rng: Random, value: int) -> str:
    return rng.choice((str(value).translate(_WIDE), f"{value:,}", f" {value} "))


def write_book(
    path: Path, title: str, pages: Sequence[Page], told: str = "2024年", places: str = "地名是真实的"
) -> None:
    """One workbook: a sheet of explanation that carries the mark, then a sheet for each register.

    `told` is the time that the heads of the sheets name; `places` says whether the places are real.
    """
    book = Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"{title}（{MARK}）", "author": "", "created": WRITTEN, "comments": MARK})
    base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
    styles = {
        "title": book.add_format({**base, "bold": True, "font_size": 16, "align": "center"}),
        "note": book.add_format({**base, "font_color": "#C00000"}),
        "head": book.add_format({**base, "bold": True, "border": 1, "align": "center", "text_wrap": True}),
        "plain": book.add_format(base),
        "day": book.add_format({**base, "num_format": "yyyy-mm-dd"}),
    }
    about = book.add_worksheet("说明")
    about.set_column(0, 0, 90)
    said = (
        title,
        MARK,
        f"由程序按固定种子生成：{places}，单位、学校、企业和每一条记录都是虚构的。",
        "不含任何真实个人的信息。",
    )
    for row, text in enumerate(said):
        about.write_string(row, 0, text, styles["note" if row == 1 else "plain"])
    for page in pages:
        _Sheet(book, page, styles, told).write()
    book.close()
