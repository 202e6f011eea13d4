"""Traps of what units give: missing months, declared zeros, summaries and the detail that replaces them."""

from decimal import Decimal
from typing import Any


def test_missing_month_of_one_county_is_shown_and_not_taken_for_zero(city: Any, monthly: None) -> None:
    for month in range(1, 13):
        city.post("AM", "t.visits", f"2024-{month:02d}-10", 10)
        if month != 8:
            city.post("BM", "t.visits", f"2024-{month:02d}-10", 1)
    figure = city.figure("t.visits")
    assert (figure.value, figure.status) == (131, "reported")
    assert [(row.name, row.label) for row in figure.missing] == [("BM单位", "2024年8月")]
    assert city.figure("t.visits", "2024-08", "B").value is None
    assert city.figure("t.visits", "2024-08", "B").text == "未填报"


def test_nil_return_is_a_zero_and_ends_the_asking(city: Any, monthly: None) -> None:
    city.nil("BM", "t_visits", "2024-08-01", "2024-08-31")
    figure = city.figure("t.visits", "2024-08", "B")
    assert (figure.value, figure.status, figure.missing) == (0, "nil", ())


def test_unit_founded_or_ended_owes_nothing_outside_its_time(city: Any, monthly: None) -> None:
    from tests.figures.city import d

    for code in ("AM", "BM"):
        city.event(code, d("2024-04-30"), kind="close", standing=False)
    city.org("CM", "museum", "A", d("2024-10-15"))
    owed = [(row.name, row.label) for row in city.figure("t.visits", "2024").missing]
    months = ["2024年1月", "2024年2月", "2024年3月"]
    assert owed == [(f"{code}单位", m) for code in ("AM", "BM") for m in months] + [
        ("CM单位", m) for m in ("2024年11月", "2024年12月")
    ]


def test_zero_among_records_is_a_zero(city: Any) -> None:
    city.post("AM", "t.visits", "2024-05-01", 9, audience="young")
    figure = city.figure("t.visits", filters={"audience": "elder"})
    assert (figure.value, figure.status) == (0, "reported")


def test_summary_counts_until_detail_of_the_same_unit_and_days_replaces_it(city: Any) -> None:
    city.summary("AM", "t.visits", "2024-01-01", "2024-12-31", 1000)
    city.summary("BM", "t.visits", "2024-01-01", "2024-12-31", 200)
    figure = city.figure("t.visits")
    assert (figure.value, figure.origins.summary, figure.bases) == (1200, 1200, {"reported": Decimal(1)})
    detail = city.post("AM", "t.visits", "2024-03-01", 700)
    city.post("AM", "t.visits", "2024-04-01", 250)
    figure = city.figure("t.visits")
    assert (figure.value, figure.origins.detail, figure.origins.summary) == (1150, 950, 200)
    assert (figure.origins.superseded, figure.origins.difference) == (1000, 50)
    assert figure.bases == {"registered": Decimal(950) / 1150, "reported": Decimal(200) / 1150}
    city.reverse(detail)
    assert city.value("t.visits") == 450


def test_detail_that_is_withdrawn_gives_the_summary_back(city: Any) -> None:
    city.summary("AM", "t.visits", "2024-01-01", "2024-06-30", 500)
    detail = city.post("AM", "t.visits", "2024-02-01", 7)
    assert city.value("t.visits") == 7
    city.reverse(detail)
    assert city.value("t.visits") == 500


def test_detail_of_another_register_or_unit_replaces_nothing(city: Any) -> None:
    city.summary("AM", "t.visits", "2024-01-01", "2024-06-30", 500)
    city.post("AM", "t.tours", "2024-02-01", 3)
    city.post("BM", "t.visits", "2024-02-01", 2)
    city.post("AM", "t.visits", "2024-07-01", 1)
    assert city.value("t.visits") == 503


def test_summary_over_the_edge_of_the_period_is_not_counted_and_is_told(city: Any) -> None:
    """A school-year total (September 2023 to June 2024) belongs to no calendar year."""
    city.post("BM", "t.visits", "2024-05-01", 5)
    city.summary("AM", "t.visits", "2023-09-01", "2024-06-30", 400)
    figure = city.figure("t.visits", "2024")
    assert figure.value == 5
    assert [(row.name, row.quantity) for row in figure.straddling] == [("AM单位", 400)]
    assert city.value("t.visits", "2023..2024") == 405


def test_planned_detail_replaces_no_summary_of_what_happened(city: Any) -> None:
    city.summary("A", "t.sessions", "2024-01-01", "2024-12-31", 30)
    city.post("A", "t.sessions", "2024-12-30", state="planned")
    assert city.value("t.sessions") == 30


def test_distinct_count_adds_summaries_that_nothing_replaced(city: Any) -> None:
    city.post("A", "t.people", "2024-05-01", subject=1)
    city.summary("B", "t.people", "2024-01-01", "2024-12-31", 40)
    figure = city.figure("t.people")
    assert (figure.value, figure.origins.detail, figure.origins.summary) == (41, 1, 40)
