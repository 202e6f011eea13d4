"""What stands in a text by itself: figures, their surroundings, and what they say of each other. Needs no database."""

from dataclasses import dataclass

from kebridge.figures.checker.context import contexts
from kebridge.figures.checker.mentions import find_mentions
from kebridge.figures.checker.relations import find_relations
from kebridge.figures.checker.shapes import Context, Draft, Finding, Mention, Relation


@dataclass(frozen=True)
class Found:
    """Mentions with their contexts (in the same order), and relations among them."""

    mentions: tuple[Mention, ...]
    contexts: tuple[Context, ...]
    relations: tuple[Relation, ...]

    @property
    def findings(self) -> list[Finding]:
        """Each mention with its surroundings, nothing judged yet."""
        return [
            Finding(mention, context) for mention, context in zip(self.mentions, self.contexts, strict=True)
        ]


def find(draft: Draft) -> Found:
    mentions = tuple(find_mentions(draft))
    around = tuple(contexts(draft, mentions))
    return Found(mentions, around, tuple(find_relations(draft, mentions, around)))
