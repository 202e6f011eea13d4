"""Reading records of venues."""

from collections.abc import Iterable

from kebridge.core.records.states import State
from kebridge.rooms.venues.models import Trip


def odometer_faults(trip: Trip) -> Iterable[tuple[str, str]]:
    """A vehicle's odometer only rises: the trip must fit between the one before and the one after."""
    others = (
        Trip.objects.unscoped("the odometer belongs to the vehicle")
        .filter(org_id=trip.org_id, vehicle=trip.vehicle)
        .exclude(state=State.VOID)
        .exclude(pk=trip.pk)
    )
    before = others.filter(day__lt=trip.day).order_by("-day", "-odometer_end").first()
    after = others.filter(day__gt=trip.day).order_by("day", "odometer_start").first()
    if before and trip.odometer_start < before.odometer_end:
        yield (
            "odometer_start",
            f"出车里程表{trip.odometer_start}小于{before.day:%Y-%m-%d}收车时的{before.odometer_end}",
        )
    if after and trip.odometer_end > after.odometer_start:
        yield (
            "odometer_end",
            f"收车里程表{trip.odometer_end}大于{after.day:%Y-%m-%d}出车时的{after.odometer_start}",
        )
