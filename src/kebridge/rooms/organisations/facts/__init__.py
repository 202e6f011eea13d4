"""What organisations count: their standing, what is covered, how they come about and are governed."""

from kebridge.rooms.organisations.facts.cards import organisation_facts
from kebridge.rooms.organisations.facts.coverage import post_facts, unit_facts
from kebridge.rooms.organisations.facts.governing import (
    alliance_facts,
    case_facts,
    check_facts,
    congress_facts,
    group_facts,
    rating_facts,
)

__all__ = [
    "alliance_facts", "case_facts", "check_facts", "congress_facts", "group_facts", "organisation_facts", "post_facts",
    "rating_facts", "unit_facts",
]  # fmt: skip
