"""Rows that are not data: the template's example row, notes and totals at the foot."""

import re

from kebridge.core.transfer.columns import Column, Sheet, as_text
from kebridge.core.wording.values import parse_day, parse_decimal

EXAMPLE_MARK = "示例，导入时忽略"
_TOTALS = re.compile(r"(?:合计|总计|小计|共计)(?:[:：（(].*)?$", re.DOTALL)
_NOTES = re.compile(
    r"(?:注|备注|说明)(?:$|[:：;；.、\s]|\d|[一二三四五①②③（(])|注意|填[表报写](?:$|说明|要求|须知|人|单位|日期|时间|[:：\s])"
    r"|制表|审核人|(?:单位)?负责人[:：（(\s]|联系(?:人|电话)[:：\s]"
)


def same_as_example(column: Column, value: object) -> bool:
    """Whether a cell still shows the template's example of its column."""
    if value is None or not column.example:
        return value is None and not column.example
    if as_text(value) == as_text(column.example):
        return True
    try:
        if column.kind == "day":
            return parse_day(value) == parse_day(column.example)
        return column.kind in ("count", "number", "year") and parse_decimal(value) == parse_decimal(
            column.example
        )
    except ValueError:
        return False


def is_note(first: str, filled: int, cells: dict[str, object], sheet: Sheet) -> bool:
    """Whether a row is a note or a total at the foot, not data: it begins like one and lacks required cells."""
    if not (_NOTES.match(first) or _TOTALS.match(first)):
        return False
    wanted = [cells[c.name] for c in sheet.needed()]
    others = [value for value in wanted if value is None or as_text(value) != first]
    if others:
        return any(value is None for value in others)
    return filled == 1 or bool(_TOTALS.match(first))
