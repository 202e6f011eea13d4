"""What records of innovation must satisfy."""

from kebridge.rooms.innovation.rules.experts import check_bank, check_corps, check_tour
from kebridge.rooms.innovation.rules.growing import (
    check_attraction,
    check_cultivation,
    check_impact,
    check_venture,
)
from kebridge.rooms.innovation.rules.matching import check_agreement, check_need, check_visit

__all__ = [
    "check_agreement", "check_attraction", "check_bank", "check_corps", "check_cultivation", "check_impact", "check_need",
    "check_tour", "check_venture", "check_visit",
]  # fmt: skip
