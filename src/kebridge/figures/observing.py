"""Snapshots and measured values: which observation speaks for a day."""

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from kebridge.core.ledger.rows import DIMENSIONS
from kebridge.figures.compiling import Ask, Session, base_select, earliest
from kebridge.figures.engines.base import Group, Select


class Observation(NamedTuple):
    """The last standing observation of one series (organisation, measure, and subject or dimensions)."""

    series: tuple[Any, ...]
    org_id: int
    day: date
    quantity: int
    basis: int
    state: int
    kind: str
    tagset_id: int | None


_COLUMNS = ("org_id", "measure", "subject_id", *DIMENSIONS, "day", "quantity", "basis", "state", "tagset_id")


def observed(ask: Ask, session: Session) -> Select:
    """All observations that may speak for the request."""
    return replace(base_select(ask, session, _COLUMNS), origin="any")


def observations(ask: Ask, session: Session, end: date | None = None) -> list[Observation]:
    """The observation chosen for each series: the last that stands, not older than it may speak for.

    A series is an organisation's measure of one subject, kind and audience; without subject, of its dimensions.
    """
    select = observed(ask, session)
    if end is not None:
        start = earliest(end, ask.metric.carry_forward) if ask.metric.over_time == "last" else select.start
        select = replace(select, end=end, start=start)
    chosen: dict[tuple[Any, ...], Observation] = {}
    for group in sorted(session.groups(select), key=_by_day):
        (
            org,
            measure,
            subject,
            kind,
            level,
            grade,
            audience,
            channel,
            place,
            day,
            quantity,
            basis,
            state,
            tags,
        ) = group.key
        series: tuple[Any, ...] = (org, measure, subject, kind, audience)
        if subject is None:
            series = (*series, level, grade, channel, place)
        chosen[series] = Observation(series, org, day, quantity, basis, state, kind, tags)
    return list(chosen.values())


def _by_day(group: Group) -> tuple[Any, ...]:
    # Two observations of one series on one day: the larger counts, so that the choice never depends on order.
    return group.key[9], group.key[10]
