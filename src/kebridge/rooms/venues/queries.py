"""Reading records of venues."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kebridge.core.records.states import NOT_STANDING
from kebridge.rooms.venues.models import Trip


def odometer_faults(trip: Trip) -> Iterable[tuple[str, str]]:
    """A vehicle's odometer only rises: the trip must fit between the one before and the one after."""
    others = (
        Trip.objects.unscoped("the odometer belongs to the vehicle")
        .filter(org_id=trip.org_id, vehicle=trip.vehicle)
        .exclude(state__in=NOT_STANDING)
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


def odometer_faults_together(trips: Sequence[Trip]) -> Iterable[tuple[int, str, str]]:
    """The same rule for many trips at once, between themselves and with those that stand: (index, field, message)."""
    mine = {trip.pk for trip in trips if trip.pk}
    by_vehicle: dict[tuple[int | None, str], list[tuple[Trip, int | None]]] = defaultdict(list)
    for index, trip in enumerate(trips):
        by_vehicle[(trip.org_id, trip.vehicle)].append((trip, index))
    standing = (
        Trip.objects.unscoped("the odometer belongs to the vehicle")
        .filter(
            org__in={org for org, _ in by_vehicle if org}, vehicle__in={vehicle for _, vehicle in by_vehicle}
        )
        .exclude(state__in=NOT_STANDING)
    )
    for trip in standing:
        if trip.pk not in mine and (trip.org_id, trip.vehicle) in by_vehicle:
            by_vehicle[(trip.org_id, trip.vehicle)].append((trip, None))
    for row in by_vehicle.values():
        row.sort(key=lambda one: (one[0].day, one[0].odometer_start))
        for (before, earlier), (after, later) in pairwise(row):
            if after.odometer_start >= before.odometer_end or (earlier is None and later is None):
                continue
            readings = f"{before.day:%Y-%m-%d}收车时的{before.odometer_end}"
            if later is not None:
                yield later, "odometer_start", f"出车里程表{after.odometer_start}小于{readings}"
            elif earlier is not None:
                yield (
                    earlier,
                    "odometer_end",
                    f"{readings}大于{after.day:%Y-%m-%d}出车时的{after.odometer_start}",
                )
