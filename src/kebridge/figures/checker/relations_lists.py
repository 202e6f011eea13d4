"""Items under a paragraph that ends with a colon and states their total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from kebridge.figures.checker.relation_tools import Page, meet, spread
from kebridge.figures.checker.relations_sums import ADDED, wrong
from kebridge.figures.checker.shapes import Relation, RelationType
from kebridge.figures.checker.structure import Paragraph, paragraphs

_MOST_LINES = 30


def lists(page: Page) -> Iterator[Relation]:
    """A paragraph that ends with a colon and states a total, and the items below it."""
    every = [p for p in paragraphs(page.view.text) if p.end > p.start]
    for number, head in enumerate(every[:-2]):
        if not page.view.text[head.start : head.end].rstrip().endswith("："):
            continue
        items = _numbered(every[number + 1 :]) or _plain(page, every[number + 1 :])
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


def _numbered(after: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of one level that follow; none where the first has no number."""
    level = after[0].level
    return list(takewhile(lambda item: item.level == level, after)) if level else []


def _plain(page: Page, after: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines without numbers that end with a semicolon each, the last with a full stop."""
    items: list[Paragraph] = []
    for item in after[:_MOST_LINES]:
        line = page.view.text[item.start : item.end].rstrip()
        if item.level or not line.endswith(("；", "。")):
            return []
        items.append(item)
        if line.endswith("。"):
            return items
    return []
