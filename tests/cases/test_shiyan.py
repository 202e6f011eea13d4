"""Shiyan's traps: a term from congress to congress, totals of years beside single records, stocks at its last day."""

from decimal import Decimal
from typing import Any

import pytest

from kebridge.casework.loading import Loaded
from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import NIL, Figure, FigureRequest, Scope
from tests.cases.books import only

TERM, LAST_DAY = "第五届:2018-06-28..2023-10-25", "截至2023-10-25"
FIVE = "科普五进"
CITY = Scope("SY")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded"), only("shiyan-2018-2023")]


def figure(metric: str, period: str = TERM, scope: Scope = CITY, **filters: Any) -> Figure:
    return figures([FigureRequest(metric, scope, Period.parse(period), filters)], by=Actor.system("测试"))[0]


def value(metric: str, period: str = TERM, **filters: Any) -> Decimal | None:
    return figure(metric, period, **filters).value


def test_the_congress_that_ends_the_term_belongs_to_the_next_one() -> None:
    own = Scope("SY", own=True)
    numbers = [figure("organisations.congress_number", period, own, kind="association").value
               for period in (TERM, "2023", "2017")]  # fmt: skip
    assert numbers == [5, 6, 4]


def test_what_lay_before_and_after_the_term_is_not_in_it() -> None:
    stations = {"kind": ["academician_station", "expert_station", "joint_station"]}
    assert value("designations.designated", **stations, grade="named") == 84
    assert value("designations.designated", "2018..2023", **stations, grade="named") == 87
    assert (
        value("contests.pupils", "2018..2023", level="city", scheme="青少年科技创新大赛") == 69_540 + 12_900
    )


def test_stations_withdrawn_since_were_set_up_all_the_same() -> None:
    stations = {"kind": ["academician_station", "expert_station", "joint_station"]}
    assert value("designations.withdrawn", **stations) == 3
    assert value("designations.in_force", LAST_DAY, **stations) == 84 - 3 + 5


def test_one_base_named_at_several_levels_is_one_base() -> None:
    assert value("designations.holders_in_force", LAST_DAY, kind="base") == 36
    assert value("designations.in_force", LAST_DAY, kind="base") > 36
    assert value("designations.holders_in_force", "截至2022-06-30", kind="base") > 30


def test_a_total_stands_back_where_there_are_single_records() -> None:
    whole = figure("activities.sessions", programme=FIVE)
    assert (whole.value, whole.origins.superseded) == (416, 11)
    assert {(unit.name, unit.label[:5]) for unit in whole.missing} == {("竹溪县科协", "2020年")}
    assert len(whole.missing) == 12


def test_the_attendance_typed_wrong_was_put_right(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("更正1条，没有变化2条")
    county = figure("activities.on_site", "2022", Scope("SY-YY"), programme=FIVE)
    assert county.value == 5_640


def test_what_was_cancelled_or_put_off_counts_nothing() -> None:
    assert value("activities.sessions", "2020-02-26", programme=FIVE) == 0
    assert value("activities.activities", "2020", kind="festival") == 0


def test_a_nil_return_is_a_zero() -> None:
    assert figure("activities.sessions", "2018-06-28..2018-12-31", Scope("SY-WDS")).status == NIL


def test_guided_activities_are_not_the_citys_own() -> None:
    assert value("activities.guided") > 100
    guided_day = "2018-07-09"
    assert value("activities.guided", guided_day) > 0
    assert value("activities.sessions", guided_day) == 0


def test_views_are_those_of_the_last_look_within_the_term() -> None:
    videos = {"audience": "farmers", "channel": "douyin", "kind": "video"}
    assert value("media.item_views", **videos) == 6_338_420
    assert value("media.item_views", "2023", **videos) > 6_338_420


def test_awards_sent_in_twice_count_once() -> None:
    assert value("contests.prizes", level="city", scheme="青少年科技创新大赛") == 4_236


def test_a_run_of_years_is_broken_by_a_year_without() -> None:
    team = {"audience": "team", "scheme": "湖北省优秀科技志愿服务队"}
    assert value("honours.granted", **team) == 3
    assert value("honours.run", **team) == 2


def test_a_town_that_was_merged_is_no_gap_in_the_coverage() -> None:
    assert value("organisations.coverage", LAST_DAY, kind="township") == 100
    assert value("organisations.coverage", "截至2018-08-31", kind="township") < 100


def test_pilots_started_are_not_pilots_named() -> None:
    pilots = {"kind": "pilot_city", "scheme": ["科创中国", "科创湖北"]}
    assert value("designations.started", **pilots) == 2
    assert value("designations.designated", grade="named", **pilots) == 1
