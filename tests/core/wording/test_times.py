"""Times of day in the ways in which people write them."""

from datetime import time

import pytest

from kebridge.core.wording.times import parse_time


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("09:30", "09:30"), ("9:00", "09:00"), ("9：05", "09:05"), ("9点", "09:00"), ("9点半", "09:30"), ("9点整", "09:00"),
        ("14时30分", "14:30"), ("上午9点", "09:00"), ("下午2:30", "14:30"), ("下午 2点半", "14:30"), ("晚上12点", "00:00"), ("中午12点", "12:00"),
        ("０９：３０", "09:30"), ("09:30:00", "09:30"), (time(9, 30), "09:30"), (0.375, "09:00"), ("下午14:00", "14:00"),
    ],
)  # fmt: skip
def test_read(typed, read):
    assert parse_time(typed) == read


@pytest.mark.parametrize("typed", ["9", "早上", "25:00", "9:60", "930", "2024-03-05", 1.5, "9:3a"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValueError, match="不是时间，请写成09:30"):
        parse_time(typed)
