"""Visits and vehicles; holdings: halls, exhibits, routes, partner schools, courses, teachers, facilities."""

from kebridge.rooms.venues.models.holdings import (
    Course,
    Exhibit,
    Facility,
    Hall,
    Partnership,
    Repair,
    RouteStop,
    StudyRoute,
    TeacherCount,
)
from kebridge.rooms.venues.models.visiting import (
    Caravan,
    Group,
    Museum,
    TourDay,
    TourStop,
    Trip,
    TripStop,
    VisitDay,
)

__all__ = [
    "Caravan", "Course", "Exhibit", "Facility", "Group", "Hall", "Museum", "Partnership", "Repair", "RouteStop",
    "StudyRoute", "TeacherCount", "TourDay", "TourStop", "Trip", "TripStop", "VisitDay",
]  # fmt: skip
