"""What an import would do: every row is new, changed, the same, or wrong. Nothing is written here."""

from dataclasses import replace

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records import closed
from kebridge.core.transfer.items import Item, Plan, Progress, SheetPlan, Verdict
from kebridge.core.transfer.judging import Judge
from kebridge.core.transfer.reading import read_workbook
from kebridge.core.transfer.sheets import importable, sheet_of

__all__ = ["Item", "Plan", "Progress", "SheetPlan", "Verdict", "plan_import"]


def plan_import(
    data: bytes, filename: str, *, by: Actor, progress: Progress | None = None, only: frozenset[str] = frozenset()
) -> Plan:  # fmt: skip
    """Read a workbook and judge every row; writes nothing. `only`: the registers of a guest, who sees none.

    Raises Denied: the actor may not import. Raises Refusal: the file cannot be read at all.
    """
    by.require(Verb.IMPORT, None)
    registers = {
        one.code: one for one in importable() if (one.code in only if only else closed.may_see(one, by))
    }
    workbook = read_workbook(data, filename, [sheet_of(register) for register in registers.values()])
    judge = Judge(by, sum(len(sheet.rows) for sheet in workbook.sheets), progress)
    judge.expect(workbook)
    sheets = [judge.judge(registers[sheet.sheet.code], sheet) for sheet in workbook.sheets]
    if not judge.problems:
        workbook = replace(workbook, sheets=tuple(replace(sheet, rows=()) for sheet in workbook.sheets))
    return Plan(workbook, sheets, judge.problems, [*workbook.warnings, *judge.warnings], judge.lookups)
