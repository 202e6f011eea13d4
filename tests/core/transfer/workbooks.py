"""Workbooks of registers for the tests of imports: rows by field name, lines as further rows."""

import io
from typing import Any

from openpyxl import Workbook

from kebridge.core.access.actors import Actor
from kebridge.core.records import register as registers
from kebridge.core.records.models import RegisterSetting
from kebridge.core.transfer.commit import Result, commit_import
from kebridge.core.transfer.items import Plan
from kebridge.core.transfer.plan import plan_import
from kebridge.core.transfer.sheets import sheet_of
from tests.support.world import SYSTEM

VISIT = {"org": "演示市科技馆", "day": "2024-03-05", "individuals": 120, "grouped": 30}
LECTURE = {"org": "演示甲县科协", "title": "防震减灾讲座", "day": "2024-05-12", "kind": "报告会/讲座"}


def book(**sheets: list[dict[str, Any]]) -> bytes:
    """A workbook: register code → rows; a row's `lines` go on below it, the root's cells blank."""
    made = Workbook()
    made.remove(made.active)
    for code, rows in sheets.items():
        sheet = sheet_of(registers.get(code))
        page = made.create_sheet(sheet.title)
        page.append([column.label for column in sheet.columns])
        register = registers.get(code)
        for row in rows:
            cells = dict(row)
            lines = cells.pop("lines", [{}])
            for at, line in enumerate(lines):
                named = {f"{register.lines.name}.{name}": value for name, value in line.items()}
                filled = {**(cells if at == 0 else {}), **named}
                page.append([filled.get(column.name) for column in sheet.columns])
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def plan(by: Actor = SYSTEM, **sheets: list[dict[str, Any]]) -> Plan:
    return plan_import(book(**sheets), "测试.xlsx", by=by)


def take(by: Actor = SYSTEM, *, right: bool = False, **sheets: list[dict[str, Any]]) -> Result:
    return commit_import(plan(by, **sheets), by=by, take_right_rows=right)


def review(code: str) -> None:
    RegisterSetting.objects.create(register=code, review=True)


def rows_of(code: str) -> Any:
    return registers.get(code).model._default_manager.unscoped("a test looks").order_by("pk")
