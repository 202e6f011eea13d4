"""Models of the Party room."""

from kebridge.rooms.party.models.duties import (
    Breach,
    PartyCheck,
    PartyDues,
    PartyFacility,
    PartyObligation,
    PartyPost,
    Requirement,
    ResponsibilityLetter,
    _Standing,
)
from kebridge.rooms.party.models.life import AgendaItem, Campaign, PartyBody, PartySession, PartyTalk

__all__ = [
    "AgendaItem", "Breach", "Campaign", "PartyBody", "PartyCheck", "PartyDues", "PartyFacility", "PartyObligation",
    "PartyPost", "PartySession", "PartyTalk", "Requirement", "ResponsibilityLetter", "_Standing",
]  # fmt: skip
