"""Several seal while others enter: every posting gets exactly one seal, in one unbroken chain."""

import pytest

from kebridge.core.ledger.models import Posting, Seal, SealedPosting
from kebridge.core.ledger.seals import seal
from kebridge.core.ledger.verify import problems
from tests.races.racing import Racer, race
from tests.support.world import SYSTEM, make_world

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]


def test_sealers_and_those_who_enter_do_not_disturb_one_another():
    make_world()
    done = race(
        Racer("enter", org="M", first=0, count=12),
        Racer("enter", org="AM", first=0, count=12),
        Racer("keep_sealing", times=25, pause=0.02),
        Racer("keep_sealing", times=25, pause=0.02),
    )
    made = [number for one in done for number in one.get("seals", [])]
    seal(by=SYSTEM)
    numbers = list(Seal.objects.order_by("pk").values_list("pk", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert sorted(made) == numbers[: len(made)]
    assert len(made) > 1
    assert SealedPosting.objects.count() == Posting.objects.count() == 5 + 2 * 12 * 3
    assert sum(Seal.objects.values_list("postings", flat=True)) == Posting.objects.count()
    assert list(problems()) == []
