"""The county case end to end: its traps counted right, the half-year cut at its day, Party work in the closed circle."""

from decimal import Decimal
from typing import Any

import pytest

from kebridge.casework.loading import Loaded
from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures
from kebridge.core.ledger.measures import Visibility
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import NIL, Figure, FigureRequest, Scope
from tests.cases.books import COUNTY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded"), COUNTY]
CUT = "截至2024-06-25"


def figure(metric: str, period: str = CUT, own: bool = False, **filters: Any) -> Figure:
    request = FigureRequest(metric, Scope("YY", own=own), Period.parse(period), filters)
    return figures([request], by=Actor.system("测试"))[0]


def value(metric: str, period: str = CUT, own: bool = False, **filters: Any) -> Decimal | None:
    return figure(metric, period, own, **filters).value


def test_the_half_year_ends_on_its_cut_off_day() -> None:
    later = (("activities.topics", {"programme": "周六全民志愿服务日"}), ("party.sessions", {"kind": "warning"}),
             ("honours.granted", {"kind": "commendation"}), ("activities.materials", {"kind": "apron"}))  # fmt: skip
    for metric, limits in later:
        assert value(metric, "2024H1", **limits) > value(metric, **limits), metric


def test_a_weekly_series_is_one_and_its_saturdays_are_thirteen() -> None:
    assert value("activities.recurring", programme="周六全民志愿服务日") == 1
    assert value("activities.sessions", programme="周六全民志愿服务日") == 13


def test_cancelled_moved_and_of_the_towns_are_not_among_the_twenty() -> None:
    assert value("activities.sessions", programme="学雷锋i科普") == 24
    assert value("activities.sessions", own=True, programme="学雷锋i科普") == 20


def test_one_session_of_two_lines_of_work_counts_once() -> None:
    together = value("activities.sessions", own=True, programme=["学雷锋i科普", "防范邪教宣传"])
    alone = value("activities.sessions", own=True, programme="防范邪教宣传")
    assert together == 20 + alone - 1


def test_a_project_that_is_to_be_signed_is_not_signed() -> None:
    assert (
        value("innovation.attraction_projects", kind="to_sign", grade=("from_100m", "from_500m", "from_1b"))
        == 1
    )
    assert value("innovation.attraction_steps", kind="signed_project") == 0
    assert value("planning.targets_met", kind="investment") == 0


def test_the_firm_that_entered_in_july_is_of_the_year_not_of_the_half() -> None:
    assert value("innovation.cultivation_steps", kind="entered") == 1
    assert value("innovation.cultivation_steps", "2024", kind="entered") == 2


def test_corrections_and_the_duplicate(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("更正2条，没有变化1条")
    assert value("contests.persons_awarded", level="province") == 27
    assert value("activities.materials", kind="gift") == 51_260


def test_towns_report_in_sum_beside_the_citys_own_sessions() -> None:
    own = value("activities.consultations", own=True, programme="防范邪教宣传")
    assert own == 2_630
    assert value("activities.consultations", programme="防范邪教宣传") == own + 5_370


def test_every_town_was_reached_though_one_twice() -> None:
    assert value("activities.sessions", programme="四送一助力三夏") == 15
    assert value("activities.reached", programme="四送一助力三夏") == 14


def test_no_breach_is_a_declared_zero_in_the_closed_circle() -> None:
    assert figure("party.breaches").status == NIL
    assert measures.get("party.breaches").visibility == Visibility.CLOSED


def test_what_is_planned_is_in_planned_figures_only() -> None:
    assert value("contests.series", "2024H2", kind="organised") is None
    assert value("contests.series", "2024H2+预计", kind="organised") == 3
