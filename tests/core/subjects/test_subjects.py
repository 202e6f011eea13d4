"""Subjects are random numbers: they tell nothing and do not repeat."""

from kebridge.core.subjects.models import random_id


def test_numbers_are_positive_fit_the_database_and_do_not_repeat():
    made = {random_id() for _ in range(2000)}
    assert len(made) == 2000
    assert (min(made) > 0, max(made) < 2**63) == (True, True)
