"""What a draft says of its own figures, checked without any record: sums, changes, shares, repetitions, units, dates."""

from collections.abc import Callable, Iterator, Sequence

from kebridge.figures.checker.relation_tools import Page, page_of
from kebridge.figures.checker.relations_changes import changes
from kebridge.figures.checker.relations_dates import dates
from kebridge.figures.checker.relations_hedges import hedged_twice
from kebridge.figures.checker.relations_lists import lists
from kebridge.figures.checker.relations_repeats import repeats
from kebridge.figures.checker.relations_shares import shares
from kebridge.figures.checker.relations_steps import steps
from kebridge.figures.checker.relations_subsets import subsets
from kebridge.figures.checker.relations_sums import sums
from kebridge.figures.checker.relations_tables import tables
from kebridge.figures.checker.shapes import Context, Draft, Mention, Relation

RULES: tuple[Callable[[Page], Iterator[Relation]], ...] = (
    sums,
    subsets,
    lists,
    tables,
    changes,
    steps,
    shares,
    repeats,
    hedged_twice,
    dates,
)


def find_relations(draft: Draft, mentions: Sequence[Mention], contexts: Sequence[Context]) -> list[Relation]:
    """All relations found, those that do not hold with what would be right, in order of their place.

    A relation that cannot be told from the words with fair certainty is not reported at all.
    """
    page = page_of(draft, mentions, contexts)
    found: list[Relation] = []
    seen: set[tuple[str, tuple[int, ...]]] = set()
    for rule in RULES:
        for relation in rule(page):
            key = (relation.type, tuple(sorted(relation.members)))
            if key not in seen:
                seen.add(key)
                found.append(relation)
    return sorted(found, key=lambda relation: (min(relation.members, default=0), relation.type))
