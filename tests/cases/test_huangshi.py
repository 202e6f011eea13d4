"""Huangshi's traps: five years to the day, returns beside single records, one thing told in several places."""

from decimal import Decimal
from typing import Any

import pytest

from kebridge.casework.loading import Loaded
from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import NIL, Figure, FigureRequest, Scope
from tests.cases.books import only

TERM, LAST_DAY = "第八届:2020-12-18..2025-12-17", "截至2025-12-17"
TELLING, GEOLOGY = "创新理论宣讲", "地矿科普大会"
TOUR, SUMMIT = "高层次人才国情考察", "绿色低碳新材料产业发展高峰论坛"
CITY, OWN = Scope("HS"), Scope("HS", own=True)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded"), only("huangshi-2020-2025")]


def figure(metric: str, period: str = TERM, scope: Scope = CITY, **filters: Any) -> Figure:
    return figures([FigureRequest(metric, scope, Period.parse(period), filters)], by=Actor.system("测试"))[0]


def value(metric: str, period: str = TERM, scope: Scope = CITY, **filters: Any) -> Decimal | None:
    return figure(metric, period, scope, **filters).value


def test_the_term_begins_with_its_congress() -> None:
    assert value("organisations.congress_number", TERM, OWN, kind="association") == 8
    assert value("organisations.congress_number", "截至2020-12-17", OWN, kind="association") == 7
    assert value("organisations.congress_planned", "2025", OWN, kind="association") == 9


def test_a_total_stands_back_where_a_county_sent_single_records() -> None:
    daye = figure("activities.sessions", "2023", Scope("HS-DY"), programme=TELLING)
    assert (daye.value, daye.origins.superseded) == (18, 25)
    assert value("activities.sessions", TERM, OWN, programme=TELLING) == 128


def test_a_nil_return_is_a_zero_and_silence_is_not() -> None:
    assert figure("activities.sessions", "2021", Scope("HS-KT"), programme=TELLING).status == NIL
    assert value("activities.sessions", "2022", Scope("HS-XL"), programme=TELLING) is None


def test_the_visitors_told_too_early_were_put_right(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("更正2条，没有变化1条")
    assert value("activities.on_site", "2025", programme=GEOLOGY) == 288_000
    assert value("honours.grantors", TERM, OWN, scheme="全国科普工作先进集体") == 3


def test_an_edition_put_off_is_held_once_and_the_one_before_the_term_is_not_in_it() -> None:
    assert value("activities.activities", "2022", programme=GEOLOGY) == 1
    assert value("activities.activities", "2019..2025", programme=GEOLOGY) == 6
    assert value("activities.activities", "2023-09-08", programme=SUMMIT) == 0


def test_a_session_for_two_occasions_counts_once() -> None:
    both = value("activities.activities", programme=["学会专家荆楚行", "科创湖北黄石行"])
    each = [value("activities.activities", programme=name) for name in ("学会专家荆楚行", "科创湖北黄石行")]
    assert (both, sum(each)) == (23, 25)


def test_a_place_named_at_two_levels_is_one_place() -> None:
    kinds = {"kind": ["base", "community", "rural_museum", "science_school", "spirit_base", "study_base"],
             "level": ["city", "nation", "province"], "grade": "named"}  # fmt: skip
    assert value("designations.holders", **kinds) == 145
    assert value("designations.designated", **kinds) == 152


def test_stations_that_ended_are_gone_on_the_last_day() -> None:
    assert value("designations.in_force", LAST_DAY, kind="expert_station") == 77
    assert value("designations.withdrawn", "2019..2025", kind="expert_station") == 2


def test_a_problem_is_solved_when_the_firm_says_so() -> None:
    assert value("innovation.needs_solved") == 258 + 34
    assert value("innovation.needs_open", LAST_DAY, kind="unconfirmed") == 9
    assert value("innovation.needs_solved", "2025", programme=TOUR) == 0


def test_persons_are_counted_once_and_visits_each_time() -> None:
    assert (value("people.guests", kind="academician"), value("people.guest_visits", kind="academician")) == (
        22,
        50,
    )
    assert value("people.engaged", "2020..2025") == 213 + 4
    assert value("people.guests", "2025", programme=TOUR) == 20


def test_a_vice_principal_of_an_earlier_batch_is_out_of_office() -> None:
    assert value("people.post_bodies", LAST_DAY, kind="vice_principal") == 275
    assert value("people.holders", LAST_DAY, kind="vice_principal") == 138


def test_what_is_the_countys_own_is_not_the_citys() -> None:
    assert value("people.persons_chosen") == 125
    assert value("people.persons_chosen", TERM, OWN) == 115
    assert value("advice.studies", kind="bulletin") == 15


def test_the_survey_below_its_target_did_not_meet_it() -> None:
    assert value("surveys.targets_met", "2022") == 0
    assert value("surveys.literacy", "2022") == Decimal("13.1")


def test_totals_of_a_platform_are_not_added() -> None:
    assert value("volunteers.registered", "2024") == 30_800
    assert value("volunteers.registered_gained", "2025") == 33_000 - 30_800


def test_the_task_done_late_is_done_all_the_same() -> None:
    assert value("planning.task_completion", TERM, OWN, kind="congress") == 100
    assert value("planning.tasks_closed", TERM, OWN, kind="congress", grade="on_time") == 23
    assert value("planning.tasks_open", LAST_DAY, OWN, kind="year") == 1
