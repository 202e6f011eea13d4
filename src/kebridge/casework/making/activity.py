"""How an activity is written down."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from kebridge.casework.making.ground import SATURDAY, Row, allocate, days, is_holiday, pick_days

SPREAD = (0.4, 1.7)


def activity(org: str, title: str, day: date, kind: str, lines: list[dict[str, Any]], *, programmes: Sequence[str] = (),
             level: str = "city", **more: Any) -> Row:  # fmt: skip
    values = {
        "org": org,
        "title": title,
        "day": day,
        "kind": kind,
        "level": level,
        "programmes": tuple(programmes),
    }
    return Row({**values, **more}, lines)


def session(day: date, place: str, audience: str, on_site: int | None, **more: Any) -> dict[str, Any]:
    return {"day": day, "place": place, "audience": audience, "on_site": on_site, **more}


def weekdays(first: date, last: date) -> list[date]:
    return [day for day in days(first, last) if day.weekday() < SATURDAY and not is_holiday(day)]


def spread(rng: Random, total: int, count: int, least: int = 1) -> list[int]:
    """`total` in `count` uneven parts."""
    return allocate(total, [rng.uniform(*SPREAD) for _ in range(count)], least)


def series(rng: Random, *, org: str, title: str, kind: str, programmes: Sequence[str], among: Sequence[date],
           people: int, count: int, places: Sequence[str], audience: str, **more: Any) -> list[Row]:  # fmt: skip
    """`count` activities of one session each: “title（第n期）”."""
    rows = []
    chosen = pick_days(rng, among, count)
    for number, (day, on_site) in enumerate(zip(chosen, spread(rng, people, count, 10), strict=True), 1):
        line = session(day, places[(number - 1) % len(places)], audience, on_site)
        rows.append(
            activity(org, f"{title}（第{number}期）", day, kind, [line], programmes=programmes, **more)
        )
    return rows
