"""Counting traps: fan-out, distinct counts, ratios, reversals, duplicates. Every number is worked by hand."""

from decimal import Decimal
from typing import Any

import pytest


@pytest.fixture
def one_lecture(city: Any) -> Any:
    """One activity of county A: two sessions (100 and 50 online), three participants, two programmes."""
    tags = tuple(sorted((city.tag("科普日"), city.tag("科技周"))))
    city.post("A", "t.acts", "2024-05-10", tags=tags, kind="lecture")
    for day, online, people in (("2024-05-10", 100, (1, 2)), ("2024-05-11", 50, (2, 3))):
        city.post("A", "t.sessions", day, tags=tags, kind="lecture")
        city.post("A", "t.online", day, online, tags=tags, kind="lecture")
        for person in people:
            city.post("A", "t.people", day, subject=person, tags=tags)
    return city


def test_fan_out_sessions_people_and_tags_do_not_multiply_each_other(one_lecture: Any) -> None:
    """Joined naively: 2 sessions × 2 tags × 4 participations = 16 rows and 600 viewers."""
    assert one_lecture.value("t.acts") == 1
    assert one_lecture.value("t.sessions") == 2
    assert one_lecture.value("t.online") == 150
    assert one_lecture.value("t.people") == 3
    both = {"programme": ["科普日", "科技周"]}
    assert one_lecture.value("t.online", filters=both) == 150
    assert one_lecture.value("t.programmes") == 2


def test_distinct_over_the_tree_a_person_in_two_counties_is_one(city: Any) -> None:
    for code, person in (("A", 1), ("A", 2), ("B", 2), ("B", 3)):
        city.post(code, "t.people", "2024-04-01", subject=person)
    assert [city.value("t.people", scope=code) for code in ("A", "B", "CITY")] == [2, 2, 3]


def test_distinct_over_time_months_add_to_more_than_the_year(city: Any) -> None:
    for month, person in (("01", 1), ("02", 1), ("02", 2), ("03", 1)):
        city.post("A", "t.people", f"2024-{month}-15", subject=person)
    months = [city.value("t.people", f"2024-{month}") for month in ("01", "02", "03")]
    assert months == [1, 2, 1]
    assert city.value("t.people", "2024") == 2


def test_ratio_is_sum_over_sum_not_mean_of_ratios(city: Any) -> None:
    """A: 300 over 1 session; B: 300 over 5. Mean of ratios (300 + 60)/2 = 180; the truth 600/6 = 100."""
    for code, sessions in (("A", 1), ("B", 5)):
        city.post(code, "t.online", "2024-04-01", 300)
        for _ in range(sessions):
            city.post(code, "t.sessions", "2024-04-01")
    figure = city.figure("t.per_session")
    assert figure.value == Decimal("100.00")
    assert (figure.numerator.value, figure.denominator.value) == (600, 6)


def test_ratio_is_rounded_once_from_unrounded_sides(city: Any) -> None:
    city.post("A", "t.online", "2024-04-01", 10)
    for _ in range(3):
        city.post("A", "t.sessions", "2024-04-01")
    figure = city.figure("t.per_session")
    assert figure.value == Decimal("3.33")
    assert figure.exact == Decimal(10) / 3


def test_half_is_rounded_up_and_metres_become_kilometres(city: Any) -> None:
    city.post("A", "t.distance", "2024-04-01", 12_250)
    assert city.figure("t.distance").text == "12.3公里"


def test_reversed_record_leaves_nothing_and_no_last_day(city: Any) -> None:
    kept = city.post("A", "t.acts", "2024-06-01", kind="lecture")
    guest = city.post("A", "t.people", "2024-06-01", subject=7)
    wrong = city.post("A", "t.acts", "2024-02-01", kind="film")
    person = city.post("A", "t.people", "2024-02-01", subject=8)
    assert (city.value("t.acts"), city.value("t.people"), city.value("t.kinds")) == (2, 2, 2)
    city.reverse(wrong)
    city.reverse(person)
    assert (city.value("t.acts"), city.value("t.people"), city.value("t.kinds")) == (1, 1, 1)
    assert city.figure("t.first").text == "2024年6月1日"
    city.reverse(kept)
    city.reverse(guest)
    assert city.figure("t.acts").status == "unreported"


def test_late_record_counts_on_the_day_it_happened(city: Any) -> None:
    city.post("A", "t.visits", "2024-12-30", 40)
    city.post("A", "t.visits", "2025-01-02", 5)
    late = city.post("A", "t.visits", "2024-12-31", 2)
    assert (city.value("t.visits", "2024"), city.value("t.visits", "2025")) == (42, 5)
    city.reverse(late)
    assert city.value("t.visits", "2024") == 40


def test_duplicates_in_two_workbooks_count_once_after_one_is_withdrawn(city: Any) -> None:
    """The same lecture came in the county's and in the city's workbook; the second is withdrawn as a duplicate."""
    city.post("A", "t.acts", "2024-05-01")
    second = city.post("CITY", "t.acts", "2024-05-01")
    assert city.value("t.acts") == 2
    city.reverse(second)
    assert city.value("t.acts") == 1
    assert city.value("t.units") == 1


def test_joint_activity_of_three_bodies_counts_once_for_its_owner(city: Any) -> None:
    city.post("A", "t.acts", "2024-05-01")
    for body in (11, 12, 13):
        city.post("A", "t.people", "2024-05-01", subject=body)
    assert city.value("t.acts") == 1
    assert city.value("t.acts", scope="B") is None
    assert city.value("t.people") == 3


def test_activity_across_new_year_counts_sessions_by_their_day(city: Any) -> None:
    city.post("A", "t.acts", "2024-12-30")
    for day in ("2024-12-30", "2024-12-31", "2025-01-01"):
        city.post("A", "t.sessions", day)
    assert [city.value("t.sessions", year) for year in ("2024", "2025", "2024..2025")] == [2, 1, 3]
    assert city.value("t.acts", "2024..2025") == 1


def test_group_that_enters_again_is_two_visits_and_one_body(city: Any) -> None:
    for _ in range(2):
        city.post("AM", "t.visits", "2024-05-01", 45, kind="group")
        city.post("AM", "t.people", "2024-05-01", subject=99)
    assert (city.value("t.visits"), city.value("t.people")) == (90, 1)


def test_share_both_sides_carry_the_same_filters(city: Any) -> None:
    for audience, kind, quantity in (("young", "group", 30), ("adult", "group", 10), ("young", "single", 60)):
        city.post("AM", "t.visits", "2024-05-01", quantity, audience=audience, kind=kind)
    assert city.value("t.young") == Decimal("90.0")
    assert city.value("t.young", filters={"kind": "group"}) == Decimal("75.0")


def test_share_of_parent(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 25)
    city.post("BM", "t.visits", "2024-05-01", 75)
    assert city.value("t.of_parent", scope="A") == Decimal("25.0")


def test_a_whole_that_the_request_does_not_limit(city: Any) -> None:
    """Limited to lectures the part shrinks; of all visits, or of the visits of lectures alone."""
    for kind, online, visits in (("lecture", 30, 40), ("show", 20, 60)):
        city.post("AM", "t.online", "2024-05-01", online, kind=kind)
        city.post("AM", "t.visits", "2024-05-01", visits, kind=kind)
    lectures = {"filters": {"kind": "lecture"}}
    assert city.value("t.online_each", **lectures) == Decimal("75.0")
    assert city.value("t.online_of_all", **lectures) == Decimal("30.0")
    assert city.value("t.online_of_all") == Decimal("50.0")


def test_rank_is_competition_ranking_and_the_silent_are_unranked(city: Any) -> None:
    city.org("C")
    city.org("D")
    city.org("E")
    for code, quantity in (("A", 50), ("B", 50), ("C", 70), ("D", 10)):
        city.post(code, "t.visits", "2024-05-01", quantity)
    ranks = {code: city.value("t.rank", scope=code) for code in "ABCDE"}
    assert ranks == {"C": 1, "A": 2, "B": 2, "D": 4, "E": None}
    assert city.figure("t.rank", scope="A").among == 4


def test_maximum_over_the_tree_and_own_level(city: Any) -> None:
    for code, quantity in (("AM", 20), ("AM", 15), ("BM", 30), ("CITY", 4)):
        city.post(code, "t.visits", "2024-05-01", quantity)
    assert city.value("t.best") == 35
    assert city.value("t.own") == 4
    assert city.value("t.visits", own=True) == 4


def test_only_one_family_adds_and_the_sum_keeps_its_parts(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 20)
    city.post("A", "t.tours", "2024-05-01", 3)
    assert city.value("t.both") == 23


def test_part_of_a_share_opens_into_the_same_value(city: Any) -> None:
    for audience, quantity in (("young", 30), ("adult", 10)):
        city.post("AM", "t.visits", "2024-05-01", quantity, audience=audience)
    part = city.figure("t.young").numerator
    assert part.request.filters["audience"] == ("young",)
    assert city.figure(part.request.metric, filters=part.request.filters).value == part.value == 30
    assert city.value("t.young", filters={"audience": "adult"}) == 0
