"""The grammar against the marked sentences: the aims it must reach in both halves."""

import pytest

from tests.cases.checker.marks import read_half
from tests.cases.checker.running import score

SHOWN = 40  # misses in a failure's message
# The grammar was made looking at the misses of the first half only. The second tells what others will meet: the aim
# is all there too, `make bench` prints how near it is.
SEEDED = {"dev": 1.0, "held": 0.95}


@pytest.mark.parametrize("half", SEEDED)
def test_marked_sentences_are_read_and_judged_as_people_do(half: str) -> None:
    tally = score(read_half(half))
    shown = "\n".join(tally.misses[:SHOWN])
    assert tally.recall >= 0.97, shown
    assert tally.alarm_share <= 0.02, shown
    assert tally.seeded_found / tally.seeded >= SEEDED[half], shown
    assert tally.objection_share <= 0.01, shown
