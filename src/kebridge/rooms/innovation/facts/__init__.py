"""What innovation service counts; each file declares its measures."""

from kebridge.rooms.innovation.facts.experts import bank_facts, corps_facts, tour_facts
from kebridge.rooms.innovation.facts.growing import (
    attraction_facts,
    band,
    cultivation_facts,
    impact_facts,
    venture_facts,
)
from kebridge.rooms.innovation.facts.matching import agreement_facts, need_facts, visit_facts

__all__ = [
    "agreement_facts", "attraction_facts", "band", "bank_facts", "corps_facts", "cultivation_facts",
    "impact_facts", "need_facts", "tour_facts", "venture_facts", "visit_facts",
]  # fmt: skip
