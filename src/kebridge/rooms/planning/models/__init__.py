"""Models of the planning room."""

from kebridge.rooms.planning.models.answers import (
    Achievement,
    Assessment,
    IncomingDocument,
    Problem,
    Score,
    Target,
)
from kebridge.rooms.planning.models.plans import Document, PlanFrame, PlanItem, TermRenewal
from kebridge.rooms.planning.models.tasks import Milestone, Task, TrackingRule

__all__ = [
    "Achievement", "Assessment", "Document", "IncomingDocument", "Milestone", "PlanFrame", "PlanItem", "Problem",
    "Score", "Target", "Task", "TermRenewal", "TrackingRule",
]  # fmt: skip
