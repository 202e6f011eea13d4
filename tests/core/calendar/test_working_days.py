from datetime import date

from kebridge.core.calendar.working_days import Deadline, add_working_days, deadline, is_working_day


def test_holidays_and_make_up_days() -> None:
    assert is_working_day(date(2024, 10, 1)) is False  # National Day, a Tuesday
    assert is_working_day(date(2024, 9, 29)) is True  # a Sunday worked instead
    assert is_working_day(date(2024, 9, 28)) is False


def test_counting_over_the_national_day() -> None:
    assert add_working_days(date(2024, 9, 27), 1) == date(2024, 9, 29)
    assert add_working_days(date(2024, 9, 27), 3) == date(2024, 10, 8)
    assert add_working_days(date(2024, 10, 8), -1) == date(2024, 9, 30)
    assert add_working_days(date(2024, 10, 1), 0) == date(2024, 10, 8)
    assert add_working_days(date(2024, 10, 8), 0) == date(2024, 10, 8)


def test_an_unknown_year_is_said_to_be_uncertain() -> None:
    day = date(2090, 3, 3)  # a Friday
    assert deadline(day, 1) == Deadline(date(2090, 3, 6), "2090年的放假安排尚未录入，暂按周一至周五推算")
    assert deadline(date(2024, 3, 1), 1) == Deadline(date(2024, 3, 4))
