"""Models of the innovation room."""

from kebridge.rooms.innovation.models.experts import BankSize, Corps, Element, ExpertBank, ExpertTour
from kebridge.rooms.innovation.models.growing import Attraction, Cultivation, Impact, Venture
from kebridge.rooms.innovation.models.matching import (
    Agreement,
    Contact,
    Need,
    Payment,
    ServiceVisit,
    VisitedFirm,
)

__all__ = [
    "Agreement", "Attraction", "BankSize", "Contact", "Corps", "Cultivation", "Element", "ExpertBank", "ExpertTour",
    "Impact", "Need", "Payment", "ServiceVisit", "Venture", "VisitedFirm",
]  # fmt: skip
