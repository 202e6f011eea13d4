"""Reading hours: what waits for confirmation, each volunteer's total, and services at the same time."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum

from kebridge.core.access.actors import Actor
from kebridge.core.access.roles import Verb
from kebridge.core.records.states import NOT_STANDING, State
from kebridge.rooms.volunteers import rules
from kebridge.rooms.volunteers.models import Service

_UNSCOPED = "a volunteer's time is hers in every organisation"


@dataclass(frozen=True)
class Total:
    """What one volunteer has had confirmed up to a day."""

    name: str
    employer: str
    minutes: int
    stars: int

    @property
    def shown(self) -> str:
        return f"{self.minutes // rules.HOUR}小时{self.minutes % rules.HOUR}分"


def waiting(by: Actor) -> QuerySet[Service]:
    """Hours that the actor may confirm: proposed, counted otherwise, not by her."""
    found = Service.objects.visible_to(by).filter(
        state=State.COUNTED, confirmed_at=None, org__in=by.org_ids(Verb.REVIEW)
    )
    mine = Q(proposed_by=by.user_id) if by.user_id else Q(pk=None)
    return found.exclude(mine).order_by("day", "pk")


def totals(by: Actor, on: date) -> list[Total]:
    """Confirmed time by volunteer, the most first, of the records that the actor may see."""
    rows = (
        Service.objects.visible_to(by)
        .filter(state=State.COUNTED, confirmed_at__isnull=False, day__lte=on, person__isnull=False)
        .values("person", "person__name", "person__employer")
        .annotate(minutes=Sum("minutes"))
        .order_by("-minutes", "person")
    )
    return [
        Total(row["person__name"], row["person__employer"], row["minutes"], rules.stars(row["minutes"], on))
        for row in rows
    ]


def overlaps(one: Service, replaced: Collection[int] = ()) -> Iterable[tuple[str, str]]:
    """Nobody serves in two places at once, in whichever organisation; where and when is not told.

    `replaced`: records that come in anew together with this one.
    """
    if not one.begins:
        return
    others: QuerySet[Any] = (
        Service.objects.unscoped(_UNSCOPED)
        .filter(
            person_name=one.person_name,
            employer=one.employer,
            day__range=(one.day - timedelta(1), one.day + timedelta(1)),
        )
        .exclude(state__in=NOT_STANDING)
        .exclude(pk__in=[one.pk, *replaced] if one.pk else replaced)
        .exclude(begins="")
    )
    for other in others:
        if _meet(one, other):
            yield "begins", f"{one.person_name}在这段时间已登记过另一条服务，时间重叠"
            return


def overlaps_together(drafts: Sequence[Service]) -> Iterable[tuple[int, str, str]]:
    """Of rows that come in together: with what is registered, and among each other. Yields index, field, message."""
    replaced = [one.pk for one in drafts if one.pk]
    earlier: dict[tuple[str, str], list[Service]] = {}
    for index, one in enumerate(drafts):
        yield from ((index, name, message) for name, message in overlaps(one, replaced))
        rows = earlier.setdefault((one.person_name, one.employer), [])
        if one.begins and any(_meet(one, other) for other in rows):
            yield index, "begins", f"{one.person_name}的这一行与本文件里前面的一行时间重叠"
        if one.begins:
            rows.append(one)


def _meet(one: Service, other: Service) -> bool:
    first, last = rules.span(one.begins, one.ends)
    start, end = rules.span(other.begins, other.ends)
    shift = (other.day - one.day).days * rules.DAY
    return first < end + shift and start + shift < last
