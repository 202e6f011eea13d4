"""When the program itself changes what a record counts, the difference is posted by name and the old figures stay."""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import connection
from django.db.models import F, Sum

from kebridge.core.audit.models import Entry
from kebridge.core.db import guard
from kebridge.core.ledger import sources
from kebridge.core.ledger.closing import close_through
from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.ledger.seals import broken_seals, seal
from kebridge.core.ledger.verify import differences, problems, restate
from tests.support.world import SYSTEM, make_world, save, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def gains_an_audience(monkeypatch):
    """Visits from now on carry an audience: the measure gained a dimension."""
    old = sources.get("visits")
    new = replace(old, facts=lambda record: [fact._replace(audience="public") for fact in old.facts(record)])
    return lambda: (
        monkeypatch.setitem(sources._sources, "visits", new),
        monkeypatch.setitem(sources._by_model, old.model, new),
    )


def total(**filters):
    found = Fact.objects.filter(measure=311, **filters)
    return found.aggregate(sum=Sum(F("sign") * F("quantity")))["sum"] or 0


def test_a_measure_that_gains_a_dimension(gains_an_audience):
    world = make_world()
    record = visit(world, "M", "2024-03-05", 10, 5)
    visit(world, "AM", "2023-12-31", 7)
    before = seal(by=SYSTEM)
    close_through(record.day, by=SYSTEM)
    gains_an_audience()
    assert [(one.missing, one.excess) for one in differences()] == [(3, 3), (2, 2)]
    assert restate(by=SYSTEM) == 2
    assert list(problems()) == []
    assert restate(by=SYSTEM) == 0
    made = Posting.objects.filter(restated=True).order_by("source_id")
    assert [(one.reason, one.revision) for one in made] == [("程序升级", 2), ("程序升级", 2)]
    assert (total(audience="public"), total(audience=""), total()) == (22, 0, 22)
    at_old_position = {"posting__sealed__seal__lte": before.pk}
    assert (total(**at_old_position), total(audience="", **at_old_position)) == (22, 22)
    assert Entry.objects.filter(action="restate").count() == 2
    seal(by=SYSTEM)
    assert list(broken_seals()) == []


def test_a_restated_record_is_corrected_as_any_other(gains_an_audience):
    world = make_world()
    record = visit(world, "M", "2024-03-05", 10)
    gains_an_audience()
    restate(by=SYSTEM)
    save(
        "visits",
        by=SYSTEM,
        raw={"org": "M", "day": "2024-03-05", "individuals": 12},
        pk=record.pk,
        revision=2,
    )
    assert (total(), list(problems())) == (12, [])


def test_verify_finds_records_without_facts_facts_without_records_and_stray_rows():
    world = make_world()
    lost, gone = visit(world, "M", "2024-03-05", 10), visit(world, "M", "2024-03-06", 20)
    fact = Fact.objects.filter(posting__source_type="visits", posting__source_id=lost.pk).earliest("pk")
    with guard.maintenance(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_fact WHERE id = %s", [fact.pk])
        cursor.execute("DELETE FROM venues_visitday WHERE id = %s", [gone.pk])
        cursor.execute("UPDATE orgs_orgevent SET revision = 9 WHERE organisation_id = %s", [world["A"]])
    assert Counter(problems()) == Counter(
        [
            f"visits 第{lost.pk}号记录：少1条，多0条",
            f"visits 第{gone.pk}号记录：少0条，多2条",
            "1条组织变动没有对应的计入",
        ]
    )
    assert restate(by=SYSTEM) == 1
    assert len(list(problems())) == 2


def test_restating_needs_the_permission_on_the_whole_installation():
    from kebridge.core.access.actors import Denied

    world = make_world()
    for person in (world.person("a", ("CITY", "clerk")), world.person("b", ("A", "office"))):
        with pytest.raises(Denied):
            restate(by=person)
    assert restate(by=world.person("c", ("CITY", "office"))) == 0
