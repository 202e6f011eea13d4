"""A world with some work of 2024 to check drafts against. Imports stand inside: settings first."""

from typing import Any

import pytest


@pytest.fixture
def world(db: None) -> Any:
    from tests.support.world import activity, make_world, save, visit

    made = make_world()
    for code in ("M", "AM"):
        for month in range(1, 13):
            individuals = 100 if code == "AM" else 1000
            visit(made, code, f"2024-{month:02d}-05", individuals, 10)
            visit(made, code, f"2023-{month:02d}-05", individuals - 50)
    sessions = [{"day": f"2024-03-{day:02d}", "on_site": 100} for day in range(1, 13)]
    activity(made, "CITY", "科学之夜", "2024-03-01", sessions=sessions)
    for number in range(3):
        made.add_org(
            f"E{number}", f"第{number}企业科协", "enterprise", "CITY", known_from="", founded="2024-05-06"
        )
    save(
        "party_talks", by=_system(), raw={"org": "CITY", "day": "2024-05-01", "kind": "谈心谈话", "people": 7}
    )
    return made


def _system() -> Any:
    from tests.support.world import SYSTEM

    return SYSTEM


@pytest.fixture
def check(world: Any) -> Any:
    """The claims of a text, judged, for an actor (the system when none is named)."""
    from kebridge.core.calendar.periods import Period
    from kebridge.figures.checker.checking import check as run
    from kebridge.figures.checker.checking import home_of
    from kebridge.figures.checker.read import from_text
    from kebridge.figures.checker.remembering import choices_of

    def claims(text: str, by: Any = None, org: str = "CITY", period: str = "2024") -> list[Any]:
        actor = by or _system()
        home = home_of(org, by=actor)
        made = run(from_text(text), home, Period.parse(period), by=actor, choices=choices_of(home.id))
        return [one for one in made.judged if one.finding.mention.is_claim]

    return claims
