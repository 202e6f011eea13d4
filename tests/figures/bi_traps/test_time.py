"""Traps of time and tree: levels, observations, moved units, comparisons, positions. Numbers worked by hand."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tests.figures.city import d


def test_stock_is_what_stood_at_the_end_with_opening_and_movements(city: Any) -> None:
    """33 on paper at the end of 2022, two founded in 2023, one of them ended in 2024."""
    city.opening("CITY", "t.standing", "2022-12-31", 33)
    city.post("CITY", "t.standing", "2023-03-01", subject=1)
    city.post("CITY", "t.standing", "2023-05-01", subject=2)
    city.post("CITY", "t.standing", "2024-06-30", -1, subject=1)
    assert [city.value("t.standing", year) for year in ("2022", "2023", "2024")] == [33, 35, 34]
    figure = city.figure("t.standing", "2024")
    assert (figure.origins.opening, figure.origins.detail) == (33, 1)
    assert city.value("t.bodies", "2024") == 34


def test_stock_mean_of_months(city: Any) -> None:
    """10 until the end of March, 13 from April: (10 × 3 + 13 × 9) / 12 = 12.25."""
    city.opening("CITY", "t.standing", "2023-12-31", 10)
    city.post("CITY", "t.standing", "2024-04-01", 3)
    assert city.value("t.mean_standing") == Decimal("12.25")


def test_opening_of_a_kind_is_replaced_by_detail_of_that_kind_below(city: Any) -> None:
    """Each organisation counts for itself: the top one's own standing must not wipe out 33 societies on paper."""
    city.post("CITY", "t.selfs", "2000-01-01", kind="city")
    city.opening("CITY", "t.selfs", "2023-12-31", 33, kind="society")
    assert city.value("t.selfs", filters={"kind": "society"}) == 33
    city.post("A", "t.selfs", "2010-05-01", kind="society")
    figure = city.figure("t.selfs", filters={"kind": "society"})
    assert (figure.value, figure.origins.superseded, figure.origins.difference) == (1, 33, 32)


def test_stock_with_a_missing_unit_takes_the_last_observation_within_its_time(city: Any) -> None:
    """A observed in November, B only in August (122 days before the year's end, carried at most 100)."""
    city.post("A", "t.fans", "2024-03-01", 500)
    city.post("A", "t.fans", "2024-11-20", 800)
    city.post("B", "t.fans", "2024-08-31", 300)
    assert city.value("t.fans", "2024") == 800
    assert city.value("t.fans", "2024-11") == 1100


def test_snapshot_change_is_end_minus_start(city: Any) -> None:
    for day, fans in (("2023-12-30", 500), ("2024-06-01", 650), ("2024-12-20", 800)):
        city.post("A", "t.fans", day, fans)
    assert city.value("t.fans_gained", "2024") == 300


def test_last_observation_that_is_reversed_gives_way_to_the_one_before(city: Any) -> None:
    city.post("A", "t.fans", "2024-11-01", 700)
    wrong = city.post("A", "t.fans", "2024-12-01", 7000)
    city.reverse(wrong)
    assert city.value("t.fans") == 700


def test_measured_rate_is_never_added_over_the_tree(city: Any) -> None:
    city.post("CITY", "t.rate", "2024-10-01", 14_530_000)
    city.post("A", "t.rate", "2024-10-01", 11_000_000)
    assert city.value("t.rate") == Decimal("14.53")
    assert city.value("t.rate", scope="B") is None


def test_moved_unit_brings_its_past_to_the_new_parent(city: Any) -> None:
    """The museum of A (2023: 100, 2024: 130) moved to B in July 2024: 2024 and its last year are told by the new tree."""
    city.post("AM", "t.visits", "2023-05-01", 100)
    city.post("AM", "t.visits", "2024-05-01", 130)
    city.event("AM", d("2024-07-01"), kind="move", moved=True, parent_id=city.ids["B"])
    assert city.value("t.visits", "2023", "A") == 100
    assert city.value("t.visits", "2024", "A") is None
    growth = city.figure("t.growth", "2024", "B")
    assert (growth.value, growth.numerator.value, growth.denominator.value) == (Decimal("30.0"), 130, 100)
    assert city.value("t.growth", "2024", "B", as_then=True) is None


def test_merged_units_add(city: Any) -> None:
    city.post("A", "t.visits", "2023-05-01", 100)
    city.post("B", "t.visits", "2023-05-01", 50)
    city.event("B", d("2024-01-01"), kind="merge", moved=True, parent_id=city.ids["A"], standing=False)
    city.post("A", "t.visits", "2024-05-01", 180)
    figure = city.figure("t.growth", "2024", "A")
    assert (figure.value, figure.denominator.value) == (Decimal("20.0"), 150)


def test_split_unit_keeps_its_past_under_its_parent(city: Any) -> None:
    city.post("AM", "t.visits", "2023-05-01", 90)
    city.event("AM", d("2024-01-01"), kind="split", standing=False)
    for code, quantity in (("AM1", 60), ("AM2", 40)):
        city.org(code, "museum", "A", d("2024-01-01"))
        city.post(code, "t.visits", "2024-05-01", quantity)
    assert city.value("t.visits", "2024", "A") == 100
    assert city.figure("t.growth", "2024", "A").denominator.value == 90
    assert city.value("t.visits", "2023", "AM") == 90


def test_type_of_the_owner_is_that_at_the_end_of_the_period(city: Any) -> None:
    city.post("AM", "t.visits", "2023-05-01", 5)
    city.post("AM", "t.visits", "2024-05-01", 7)
    city.event("AM", d("2024-07-01"), kind="retype", type="youth_centre")
    assert city.value("t.visits", "2023", filters={"org_type": "museum"}) == 5
    assert city.value("t.visits", "2024", filters={"org_type": "museum"}) is None
    assert city.value("t.visits", "2024", filters={"org_type": ["museum", "youth_centre"]}) == 7


def test_planned_counts_only_when_asked_for(city: Any) -> None:
    """On 20 December: 10 sessions held, 2 planned for the days after."""
    for _ in range(10):
        city.post("A", "t.sessions", "2024-11-01")
    for _ in range(2):
        city.post("A", "t.sessions", "2024-12-28", state="planned")
    assert city.value("t.sessions", "截至2024-12-20") == 10
    assert city.value("t.sessions", "2024") == 10
    planned = city.figure("t.sessions", "2024+预计")
    assert (planned.value, planned.planned_share) == (12, Decimal(2) / 12)


def test_position_before_and_after_a_late_entry(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 100)
    first = city.seal()
    wrong = city.post("AM", "t.visits", "2024-06-01", 20)
    second = city.seal()
    city.reverse(wrong)
    third = city.seal()
    city.post("AM", "t.visits", "2024-07-01", 1)
    asked = [first, second, third, None]
    assert [city.value("t.visits", position=position) for position in asked] == [100, 120, 100, 101]


def test_tree_as_known_at_a_seal(city: Any) -> None:
    """The move of 2024 was entered after the first seal: a figure at that seal does not know it."""
    city.post("AM", "t.visits", "2024-05-01", 100)
    before = city.seal()
    city.event("AM", d("2024-02-01"), kind="move", moved=True, parent_id=city.ids["B"])
    after = city.seal()
    values = [
        [city.value("t.visits", scope=code, position=seal) for code in "AB"] for seal in (before, after)
    ]
    assert values == [[100, None], [None, 100]]


def test_growth_against_a_past_figure(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 110)
    city.past("CITY", "t.visits", "2023-01-01", "2023-12-31", 100)
    growth = city.figure("t.growth")
    assert growth.value == Decimal("10.0")
    assert growth.denominator.origins.past == 100
    city.post("BM", "t.visits", "2023-06-01", 88)
    assert city.value("t.visits", "2023") == 88


def test_past_figure_answers_only_its_own_filters(city: Any) -> None:
    city.tag("科普日")
    city.past("CITY", "t.visits", "2023-01-01", "2023-12-31", 40, filters="programme=科普日")
    assert city.value("t.visits", "2023", filters={"programme": "科普日"}) == 40
    assert city.value("t.visits", "2023") is None
    assert city.value("t.visits", "2023", scope="A", filters={"programme": "科普日"}) is None


def test_growth_from_nothing_is_no_number(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 5)
    assert city.figure("t.growth").note == "本期或上年同期没有填报"
    city.nil("AM", "t_visits", "2023-01-01", "2023-12-31")
    assert city.figure("t.growth").note == "上年同期为零，不能计算增长率"


def test_difference_of_rates_is_in_points_from_unrounded_values(city: Any) -> None:
    """2023: 1/3 = 33.33…%; 2024: 2/3 = 66.66…%: 33.3 points (rounded sides would give 33.4)."""
    for year, young in (("2023", 1), ("2024", 2)):
        city.post("AM", "t.visits", f"{year}-05-01", young, audience="young")
        city.post("AM", "t.visits", f"{year}-05-01", 3 - young, audience="adult")
    assert city.value("t.points") == Decimal("33.3")


def test_mean_per_year_needs_every_year(city: Any) -> None:
    city.post("AM", "t.visits", "2022-05-01", 100)
    city.post("AM", "t.visits", "2024-05-01", 131)
    assert city.value("t.yearly", "2022..2024") is None
    assert city.figure("t.yearly", "2022..2024").note == "2023年没有填报"
    city.nil("AM", "t_visits", "2023-01-01", "2023-12-31")
    assert city.value("t.yearly", "2022..2024") == 77


def test_run_of_years_is_broken_by_a_missing_year(city: Any) -> None:
    for year in (2018, 2020, 2021, 2022, 2023, 2024):
        city.post("A", "t.acts", f"{year}-09-15")
    assert city.value("t.run") == 5
    assert city.value("t.run", "2018") == 1
    assert city.value("t.run", "2019") is None
    city.past("CITY", "t.acts", "2019-01-01", "2019-12-31", 3)
    assert city.value("t.run") == 7


def test_first_day_reaches_before_the_period(city: Any) -> None:
    city.post("A", "t.acts", "2011-09-17")
    city.post("A", "t.acts", "2024-09-17")
    figure = city.figure("t.first", "2024")
    assert (figure.value, figure.text) == (2011, "2011年9月17日")


def test_nothing_is_owed_for_what_is_not_over(city: Any, monthly: None) -> None:
    today = timezone.localdate()
    city.post("AM", "t.visits", (today - timedelta(days=1)).isoformat(), 1)
    assert city.figure("t.visits", f"{today:%Y-%m}").missing == ()
