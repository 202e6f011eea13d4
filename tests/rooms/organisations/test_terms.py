"""What a renewal owes and by when; the dates are dated parameters with their document."""

from datetime import date

import pytest

from kebridge.rooms.organisations import terms

EMPTY = dict.fromkeys(("due", "delayed_to", "prepared", "requested", "held", "done"))


def owed(**days):
    return [(one.what, one.day) for one in terms.dues(EMPTY | days)]


def test_six_and_two_months_before_the_term_ends():
    assert owed(due=date(2024, 12, 31)) == [
        ("报送换届方案", date(2024, 6, 30)), ("报送召开大会的请示", date(2024, 10, 31)), ("召开换届大会", date(2024, 12, 31)),
    ]  # fmt: skip
    assert owed(due=date(2024, 12, 31), prepared=date(2024, 6, 1))[0][0] == "报送召开大会的请示"
    assert owed(due=date(2024, 12, 31), requested=date(2024, 10, 1)) == [("召开换届大会", date(2024, 12, 31))]


def test_an_approved_delay_moves_the_dates():
    assert owed(due=date(2024, 8, 31), delayed_to=date(2025, 8, 31))[0] == ("报送换届方案", date(2025, 2, 28))


def test_thirty_working_days_after_the_congress_skip_the_holidays():
    """From Friday 2024-09-13: mid-autumn and the national holidays do not count, the Sundays worked for them do."""
    assert owed(due=date(2024, 12, 31), held=date(2024, 9, 13)) == [("报送换届结果备案", date(2024, 10, 31))]
    assert owed(held=date(2024, 9, 13), done=date(2024, 9, 20)) == []


@pytest.mark.parametrize(
    ("due", "to", "told"),
    [
        (date(2024, 12, 31), None, ""),
        (date(2024, 12, 31), date(2025, 12, 31), ""),
        (date(2024, 12, 31), date(2026, 1, 1), "最晚到2025-12-31"),
        (date(2024, 12, 31), date(2024, 12, 31), "不晚于"),
        (None, date(2025, 1, 1), "也要填任期届满日期"),
    ],
)
def test_a_delay_is_a_year_at_most(due, to, told):
    fault = terms.delay_fault(due, to)
    assert told in fault
    assert bool(fault) == bool(told)


def test_a_rule_counts_from_its_day():
    assert terms.parameter(terms.CHECK_MONTH, date(2025, 12, 31)).value == 5
    assert terms.parameter(terms.CHECK_MONTH, date(2026, 1, 1)).value == 3
    with pytest.raises(KeyError):
        terms.parameter(terms.CHECK_MONTH, date(1990, 1, 1))
    assert all(one.document for one in terms.PARAMETERS)
