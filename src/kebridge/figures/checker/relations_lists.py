"""Numbered items under a paragraph that ends with a colon and states their total."""

from collections.abc import Iterator
from decimal import Decimal

from kebridge.figures.checker.relation_tools import Page, meet, spread
from kebridge.figures.checker.relations_sums import ADDED, wrong
from kebridge.figures.checker.shapes import Relation, RelationType
from kebridge.figures.checker.structure import paragraphs


def lists(page: Page) -> Iterator[Relation]:
    """A paragraph that ends with a colon and states a total, and the items below it."""
    every = [p for p in paragraphs(page.view.text) if p.end > p.start]
    for number, head in enumerate(every[:-2]):
        if not page.view.text[head.start : head.end].rstrip().endswith("："):
            continue
        level, items = every[number + 1].level, []
        for item in every[number + 1 :]:
            if item.level != level or not level:
                break
            items.append(item)
        totals = [f for f in page.within(head.start, head.end) if f.mention.kind in ADDED]
        for total in totals[-2:]:
            firsts = [
                next((f for f in page.within(i.start, i.end) if f.unit == total.unit), None) for i in items
            ]
            parts = [f for f in firsts if f is not None]
            if len(parts) < 2 or len(parts) != len(items):
                continue
            added = sum((part.value for part in parts), Decimal(0))
            spreads = [spread(part.mention) for part in parts]
            reach = (sum((s[0] for s in spreads), Decimal(0)), sum((s[1] for s in spreads), Decimal(0)))
            members = (total.index, *(part.index for part in parts))
            if meet(reach, spread(total.mention)):
                yield Relation(RelationType.SUM, members, True, added, "下列各项相加等于总数。")
            elif total.value / 2 <= added <= total.value * 2:
                yield wrong(total, parts, added, members)
