"""Records of organisations: cards, what could be covered, how they come about and are governed, what they belong to."""

from kebridge.rooms.organisations.models.belonging import Alliance, LeadingGroup
from kebridge.rooms.organisations.models.cards import OrgCard
from kebridge.rooms.organisations.models.coverage import CoverableUnit, Post
from kebridge.rooms.organisations.models.governing import AnnualCheck, Congress, CongressSeats, Rating
from kebridge.rooms.organisations.models.steps import FoundingCase

__all__ = [
    "Alliance", "AnnualCheck", "Congress", "CongressSeats", "CoverableUnit", "FoundingCase", "LeadingGroup", "OrgCard",
    "Post", "Rating",
]  # fmt: skip
