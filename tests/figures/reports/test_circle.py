"""A report that speaks of the closed circle is found and opened by the circle alone."""

import pytest

from kebridge.figures.reports import circle, ops
from tests.support.world import SYSTEM, Role, World, make_world, save, visit

pytestmark = pytest.mark.django_db

OPEN = """
title: 场馆简报
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits}
blocks:
  - paragraph: 接待{visits}。
"""
CLOSED_FIGURE = """
title: 党建总结
org: CITY
period: "2024"
figures:
  sessions: {metric: party.sessions}
blocks:
  - paragraph: 学习{sessions}。
"""
CLOSED_LIST = """
title: 学习大事记
org: CITY
period: "2024"
blocks:
  - records: {register: party_sessions, pattern: "{sentence}"}
"""


@pytest.fixture
def world() -> World:
    world = make_world()
    visit(world, "M", "2024-03-05", 100)
    save(
        "party_sessions",
        by=SYSTEM,
        raw={"org": "CITY", "day": "2024-03-05", "kind": "中心组学习", "present": 9},
    )
    for template in (OPEN, CLOSED_FIGURE, CLOSED_LIST):
        report = ops.save_report(template, by=SYSTEM)
        ops.sign(report.pk, by=SYSTEM)
    return world


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        (Role.CLERK, ["场馆简报"]),
        (Role.AUDITOR, ["场馆简报"]),
        (Role.LEADER, ["党建总结", "场馆简报", "学习大事记"]),
        (Role.OFFICE, ["党建总结", "场馆简报", "学习大事记"]),
    ],
)
def test_reports_and_editions_of_the_closed_circle_are_the_circle_s(
    world: World, role: Role, titles: list[str]
) -> None:
    reader = world.person("reader", ("CITY", role))
    assert sorted(one.title for one in circle.reports_for(reader)) == titles
    assert sorted(one.report.title for one in circle.editions_for(reader)) == titles


def test_an_edition_stays_closed_when_its_report_drops_the_closed_figure(world: World) -> None:
    report = circle.reports_for(SYSTEM).get(title="党建总结")
    ops.save_report(OPEN.replace("场馆简报", "党建总结"), by=SYSTEM, pk=report.pk)
    clerk = world.person("clerk", ("CITY", Role.CLERK))
    assert circle.reports_for(clerk).filter(pk=report.pk).count() == 1
    assert circle.editions_for(clerk).filter(report=report).count() == 0
