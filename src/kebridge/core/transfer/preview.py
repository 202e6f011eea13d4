"""A plan as a page shows it: plain values that fit into JSON."""

from typing import Any

from kebridge.core.records import ops
from kebridge.core.transfer.items import Item, Plan, SheetPlan, Verdict
from kebridge.core.transfer.judging import counted

SHOWN_NEW, SHOWN_CHANGED, SHOWN_PROBLEMS, SHOWN_WARNINGS, SHOWN_KINDS = 10, 100, 200, 100, 20


def preview_of(plan: Plan) -> dict[str, Any]:
    """Keys: sheets, problems (the first ones), problem_count, kinds (message, how often), warnings, is_right, has_work.

    A sheet has code, title, tab, counts, new (row and texts by label) and changed (row, name, field: before → after).
    """
    return {
        "sheets": [_sheet(sheet) for sheet in plan.sheets],
        "problems": [
            {"sheet": one.sheet, "row": one.row, "column": one.column, "value": one.value, "message": one.message,
             "repair": one.repair}
            for one in plan.problems[:SHOWN_PROBLEMS]
        ],
        "problem_count": len(plan.problems),
        "kinds": [{"message": message, "times": times} for message, times in counted(plan.problems)][:SHOWN_KINDS],
        "warnings": plan.warnings[:SHOWN_WARNINGS],
        "is_right": plan.is_right,
        "has_work": plan.has_work,
    }  # fmt: skip


def counts_of(plan: Plan) -> dict[str, dict[str, int]]:
    return {sheet.register.code: {v.value: n for v, n in sheet.counts.items() if n} for sheet in plan.sheets}


def _sheet(sheet: SheetPlan) -> dict[str, Any]:
    new, changed = list(sheet.of(Verdict.NEW))[:SHOWN_NEW], list(sheet.of(Verdict.CHANGED))[:SHOWN_CHANGED]
    return {
        "code": sheet.register.code,
        "title": sheet.register.title,
        "tab": sheet.title,
        "counts": {verdict.value: sheet.counts[verdict] for verdict in Verdict},
        "new": [{"row": item.number, "texts": _texts(sheet, item)} for item in new],
        "changed": [
            {
                "row": item.number,
                "name": _name(sheet, item),
                "changes": [
                    {"label": label, "before": a, "after": b} for label, (a, b) in item.changes.items()
                ],
            }
            for item in changed
        ],
    }


def _texts(sheet: SheetPlan, item: Item) -> dict[str, str]:
    texts = ops.texts_of_cleaned(sheet.register, item.cleaned)
    return {sheet.register.label_of(name): text for name, text in texts.items() if text}


def _name(sheet: SheetPlan, item: Item) -> str:
    """Owner and natural key: by what a person knows the record."""
    texts = ops.texts_of_cleaned(sheet.register, item.cleaned)
    names = dict.fromkeys(("org", *sheet.register.natural_key))
    return "，".join(texts[name] for name in names if texts.get(name))
