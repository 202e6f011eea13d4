"""Venues: museums by the day, visits, groups, tours over New Year, caravans and their odometers."""

from collections import Counter

import pytest

from kebridge.core.ledger.models import Fact
from kebridge.core.ledger.verify import problems
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.venues.models import Museum
from tests.support.world import SYSTEM, make_world, save, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def net(measure, until="9999-12-31", **filters):
    facts = Fact.objects.filter(measure=measure, day__lte=until, **filters)
    return sum(fact.sign * fact.quantity for fact in facts)


def museum(pk=None, **raw):
    return save("museums", by=SYSTEM, raw={"org": "M", "name": "演示市科技馆", **raw}, pk=pk)


def trip(day, start, end, *, pk=None, vehicle="1号车", stops=None, **raw):
    lines = stops or [{"body": "演示县第一小学", "site": "学校", "activities": "2", "audience": "300"}]
    raw = {"org": "CITY", "vehicle": vehicle, "day": day, "odometer_start": start, "odometer_end": end, **raw}
    return save("trips", by=SYSTEM, raw=raw, lines=lines, pk=pk)


def test_a_museum_stands_open_from_its_opening_until_its_closing(world):
    museum(opened="2016-06-01", closed="2024-07-01")
    assert [net(301, day) for day in ("2016-05-31", "2016-06-01", "2024-06-30", "2024-07-01")] == [0, 1, 1, 0]
    assert [net(302, day) for day in ("2016-05-31", "2016-06-01")] == [0, 1]


def test_a_museum_being_built_keeps_its_past_when_it_opens(world):
    made = museum(approved="2022-01-10", started="2022-06-01", topped="2023-10-01")
    assert (net(303, "2023-09-30"), net(303, "2023-10-01"), net(301)) == (0, 1, 0)
    steps = {"approved": "2022-01-10", "started": "2022-06-01", "topped": "2023-10-01"}
    museum(made.pk, **steps, fitting="2024-02-01", opened="2024-05-01")
    assert [net(303, day) for day in ("2023-10-01", "2024-04-30", "2024-05-01")] == [1, 1, 0]
    stages = [[net(305, day, kind=step) for step in ("started", "topped", "fitting")]
              for day in ("2023-01-01", "2023-12-31", "2024-03-01", "2024-12-31")]  # fmt: skip
    assert stages == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]]
    assert net(304, kind="topped") == net(304, kind="opened") == 1
    assert (net(301, "2024-05-01"), list(problems())) == (1, [])


def test_a_museum_known_only_from_its_fitting_was_topped_by_then(world):
    museum(fitting="2024-02-01")
    assert (net(303, "2024-02-01"), net(305, kind="fitting"), net(305, kind="topped")) == (1, 1, 0)


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({}, "opened"),
        ({"opened": "2024-05-01", "closed": "2024-04-01"}, "closed"),
        ({"topped": "2024-05-01", "fitting": "2024-04-01"}, "fitting"),
        ({"topped": "2023-05-01", "closed": "2024-04-01"}, "closed"),
    ],
)
def test_a_museum_that_cannot_be(world, raw, field):
    with pytest.raises(Invalid) as refused:
        museum(**raw)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not Museum.objects.unscoped("test").exists()


def test_visits_by_kind_and_part_and_days_open_by_the_hall(world):
    visit(world, "M", "2024-03-05", 420, 86)
    save("visits", by=SYSTEM, raw={"org": "M", "day": "2024-03-05", "part": "影院", "individuals": 50})
    visit(world, "M", "2024-03-06", 0)
    parts = Counter()
    for fact in Fact.objects.filter(measure=311):
        parts[fact.place, fact.kind] += fact.sign * fact.quantity
    assert parts == {("hall", "individual"): 420, ("hall", "group"): 86, ("cinema", "individual"): 50}
    assert net(312) == 2


def test_a_group_is_a_batch_and_a_body_its_people_are_in_the_visits(world):
    raw = {"org": "M", "day": "2024-03-05", "body": "演示县第一小学", "people": "86"}
    first = save("groups", by=SYSTEM, raw=raw)
    save("groups", by=SYSTEM, raw={**raw, "day": "2024-03-06"})
    assert (net(321), net(311)) == (2, 0)
    assert len(set(Fact.objects.filter(measure=322).values_list("subject", flat=True))) == 1
    with pytest.raises(Invalid, match="同一单位已有相同日期、来访单位的团体"):
        save("groups", by=SYSTEM, raw={**raw, "people": "40"})
    save("groups", by=SYSTEM, raw={**raw, "entries": "2"}, pk=first.pk)
    assert net(321) == 2
    with pytest.raises(Invalid, match="团体人数不能是0"):
        save("groups", by=SYSTEM, raw={**raw, "day": "2024-03-07", "people": "0"})


def test_a_tour_counts_its_stop_once_and_its_visitors_by_day_over_new_year(world):
    raw = {
        "org": "A",
        "set_name": "第一套",
        "site": "演示县文化馆",
        "opened": "2024-12-30",
        "closed": "2025-01-03",
    }
    days = [{"day": "2024-12-31", "visitors": "640"}, {"day": "2025-01-01", "visitors": "360"}]
    save("tours", by=SYSTEM, raw=raw, lines=days)
    assert (net(331), net(332, "2024-12-31"), net(332)) == (1, 640, 1000)
    with pytest.raises(Invalid, match="第1行的日期2025-01-04不在开展期内"):
        save(
            "tours", by=SYSTEM, raw={**raw, "site": "另一处"}, lines=[{"day": "2025-01-04", "visitors": "1"}]
        )
    with pytest.raises(Invalid, match="撤展日期早于开展日期"):
        save("tours", by=SYSTEM, raw={**raw, "closed": "2024-12-01"}, lines=days)


def test_a_caravan_is_in_service_from_day_to_day(world):
    raw = {"org": "CITY", "code": "1号车", "kind": "Ⅱ型", "in_service": "2019-05-10", "retired": "2024-01-01"}
    save("caravans", by=SYSTEM, raw=raw)
    assert [net(341, day) for day in ("2019-05-09", "2019-05-10", "2023-12-31", "2024-01-01")] == [0, 1, 1, 0]
    with pytest.raises(Invalid, match="停用日期早于启用日期"):
        save("caravans", by=SYSTEM, raw={**raw, "code": "2号车", "retired": "2019-01-01"})


def test_a_trip_counts_distance_activities_audience_and_sites(world):
    stops = [{"body": "演示县第一小学", "site": "学校", "activities": "1", "audience": "760"},
             {"body": "演示村", "site": "乡村", "activities": "2", "audience": "90"}]  # fmt: skip
    trip("2024-03-05", 23150, 23236, stops=stops)
    assert [net(number) for number in (351, 352, 353, 354, 355)] == [1, 86_000, 3, 850, 2]
    assert net(354, place="school") == 760
    assert len(set(Fact.objects.filter(measure=355).values_list("subject", flat=True))) == 2


def test_an_odometer_only_rises_from_trip_to_trip_whatever_the_order_of_entry(world):
    trip("2024-03-05", 1000, 1100)
    trip("2024-03-10", 1200, 1300)
    middle = trip("2024-03-07", 1100, 1200)
    with pytest.raises(Invalid, match="出车里程表1299小于2024-03-10收车时的1300"):
        trip("2024-03-11", 1299, 1400)
    with pytest.raises(Invalid, match="收车里程表1201大于2024-03-10出车时的1200"):
        trip("2024-03-07", 1100, 1201, pk=middle.pk)
    trip("2024-03-11", 10, 20, vehicle="2号车")
    assert (net(352), list(problems())) == (310_000, [])


@pytest.mark.parametrize(("start", "end", "words"), [(200, 100, "小于出车里程表"), (0, 1201, "超过1200公里")])
def test_a_distance_that_cannot_be(world, start, end, words):
    with pytest.raises(Invalid, match=words):
        trip("2024-03-05", start, end)
