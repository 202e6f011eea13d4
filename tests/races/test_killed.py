"""kill -9 at any point of entering: what is there afterwards is whole."""

import random
import time

import pytest

from kebridge.core.ledger.models import Posting
from kebridge.core.ledger.seals import seal
from kebridge.core.ledger.verify import problems
from kebridge.rooms.activities.models import Activity, Session
from kebridge.rooms.venues.models import VisitDay
from tests.races.racing import Racer, start
from tests.support.world import SYSTEM, make_world

pytestmark = [pytest.mark.races, pytest.mark.django_db(transaction=True)]
ENDLESS = 2000


def test_whenever_the_process_is_killed_every_record_has_its_facts():
    make_world()
    chance = random.Random(20240305)
    left = []
    for attempt in range(5):
        entering = Racer("enter", org="M", first=attempt * ENDLESS, count=ENDLESS)
        start(entering)
        entering.wait_until("entering")
        time.sleep(chance.uniform(0.05, 0.6))
        assert entering.process.poll() is None
        entering.kill()
        assert list(problems()) == []
        left.append(Posting.objects.count())
    assert left == sorted(left)
    assert left[-1] > 5
    posted = Posting.objects.exclude(source_type="organisations")
    records = VisitDay.objects.unscoped("a race").count() + Activity.objects.unscoped("a race").count()
    assert posted.filter(revision=1).count() == records
    assert Session.objects.unscoped("a race").count() == 2 * Activity.objects.unscoped("a race").count()
    seal(by=SYSTEM)
    assert list(problems()) == []
