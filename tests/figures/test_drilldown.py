"""Every figure opens, and its parts reconcile with it by the rule of its kind."""

from decimal import Decimal
from typing import Any

import pytest

from tests.figures.city import SYSTEM, City


def rows(breakdown: Any) -> list[tuple[str, Any]]:
    return [(row.key, row.value) for row in breakdown.rows]


def drill(city: City, metric: str, by: str, *args: Any, **more: Any) -> Any:
    from kebridge.figures.drilldown import drill as open_figure

    return open_figure(city.request(metric, *args, **more), by=SYSTEM, by_dimension=by)


@pytest.fixture
def year(city: Any) -> Any:
    week, day = city.tag("科技周"), city.tag("科普日")
    city.post("CITY", "t.visits", "2024-02-01", 5, kind="single", basis="counted")
    city.post("AM", "t.visits", "2024-02-09", 100, kind="group", tags=(day,))
    city.post("AM", "t.visits", "2024-05-09", 40, kind="single", tags=tuple(sorted((week, day))))
    city.post("BM", "t.visits", "2024-05-20", 7, kind="single")
    city.summary("B", "t.visits", "2024-01-01", "2024-12-31", 60)
    for code, month, person in (("A", 1, 1), ("A", 2, 2), ("B", 2, 2)):
        city.post(code, "t.people", f"2024-0{month}-05", subject=person)
    return city


def test_flow_parts_add_up(year: Any) -> None:
    by_org = drill(year, "t.visits", "org")
    assert rows(by_org) == [("CITY", 5), ("A", 140), ("B", 67)]
    assert (by_org.total, by_org.reconciles) == (212, True)
    assert rows(drill(year, "t.visits", "month")) == [("2024-02", 105), ("2024-05", 47), ("across", 60)]
    assert rows(drill(year, "t.visits", "kind")) == [("", 60), ("group", 100), ("single", 52)]
    assert rows(drill(year, "t.visits", "basis")) == [("registered", 147), ("counted", 5), ("reported", 60)]


def test_rows_open_into_figures_of_the_same_value(year: Any) -> None:
    from kebridge.figures.evaluation import figures

    # Months are left out: a summary of the year stands beside them, in a row of its own.
    for dimension in ("org", "kind", "basis", "programme"):
        opened = [row for row in drill(year, "t.visits", dimension).rows if row.request]
        values = [figure.exact for figure in figures([row.request for row in opened], by=SYSTEM)]
        assert values == [row.value for row in opened]


def test_tags_overlap_and_have_no_total(year: Any) -> None:
    found = drill(year, "t.visits", "programme")
    assert rows(found) == [("科技周", 40), ("科普日", 140), ("", 72)]
    assert (found.total, found.reconciles) == (None, True)


def test_distinct_parts_exceed_the_whole_and_say_so(year: Any) -> None:
    found = drill(year, "t.people", "org")
    assert rows(found) == [("A", 2), ("B", 1)]
    assert (found.total, found.reconciles) == (2, True)
    assert found.rule.startswith("去重")


def test_stock_opens_into_opening_and_movements(city: Any) -> None:
    city.opening("CITY", "t.standing", "2023-06-30", 33)
    city.post("CITY", "t.standing", "2024-03-01", subject=1)
    city.post("A", "t.standing", "2024-06-30", -1, subject=2)
    found = drill(city, "t.standing", "month")
    assert rows(found) == [("before", 33), ("2024-03", 1), ("2024-06", -1)]
    assert (found.total, found.reconciles, found.rule) == (33, True, "期初数加各期变动等于期末数")


def test_mean_of_months_opens_by_month(city: Any) -> None:
    city.post("A", "t.standing", "2024-10-01", 12)
    found = drill(city, "t.mean_standing", "month")
    assert rows(found) == [("2024-10", 1), ("2024-11", 1), ("2024-12", 1)]
    assert (found.total, found.reconciles) == (3, True)


def test_snapshot_opens_into_the_chosen_observations(city: Any) -> None:
    for code, day, fans in (("A", "2024-11-01", 10), ("A", "2024-12-01", 30), ("B", "2024-12-02", 5)):
        city.post(code, "t.fans", day, fans)
    found = drill(city, "t.fans", "org")
    assert (rows(found), found.total, found.reconciles) == ([("A", 30), ("B", 5)], 35, True)


def test_ratio_shows_both_sides_for_each_part(city: Any) -> None:
    for code, online, sessions in (("A", 300, 1), ("B", 300, 2)):
        city.post(code, "t.online", "2024-04-01", online)
        for _ in range(sessions):
            city.post(code, "t.sessions", "2024-04-01")
    found = drill(city, "t.per_session", "org")
    assert [(r.key, r.value, r.numerator, r.denominator) for r in found.rows] == [
        ("A", 300, 300, 1), ("B", 150, 300, 2),
    ]  # fmt: skip
    assert (found.total, found.reconciles) == (200, True)


def test_growth_by_month_sets_month_against_month(city: Any) -> None:
    for day, quantity in (("2023-03-01", 50), ("2024-03-09", 75), ("2023-04-01", 10), ("2024-05-01", 1)):
        city.post("AM", "t.visits", day, quantity)
    found = drill(city, "t.growth", "month")
    assert [(r.key, r.value) for r in found.rows] == [("2024-03", 50), ("2024-05", None), ("2023-04", None)]
    assert found.reconciles


def test_unreported_units_stand_in_the_table(city: Any, monthly: None) -> None:
    city.post("AM", "t.visits", "2024-03-01", 4)
    found = drill(city, "t.visits", "org", "2024-03")
    assert [(r.key, r.value, r.note) for r in found.rows] == [("A", 4, ""), ("B", None, "未填报")]


def test_rank_mean_and_run_open_into_figures(city: Any) -> None:
    for year in (2022, 2023, 2024):
        city.post("A", "t.visits", f"{year}-03-01", 10)
        city.post("B", "t.visits", f"{year}-03-01", 20)
        city.post("A", "t.acts", f"{year}-03-01")
    assert rows(drill(city, "t.rank", "org", scope="A")) == [("A", 10), ("B", 20)]
    mean = drill(city, "t.yearly", "org", "2022..2024")
    assert (rows(mean), mean.total, mean.reconciles) == ([("2022", 30), ("2023", 30), ("2024", 30)], 30, True)
    run = drill(city, "t.run", "month")
    assert ([row.value for row in run.rows], run.reconciles) == ([1, 1, 1, None], True)


def test_past_and_nil_open_into_their_paper(city: Any) -> None:
    city.past("CITY", "t.visits", "2023-01-01", "2023-12-31", 100)
    city.nil("AM", "t_visits", "2024-01-01", "2024-12-31")
    assert rows(drill(city, "t.visits", "org", "2023")) == [("past", Decimal(100))]
    assert drill(city, "t.visits", "org", "2024").rule.startswith("零报告")
