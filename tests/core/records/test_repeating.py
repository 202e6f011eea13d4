"""A series entered at once, last year's records carried over."""

from datetime import date

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.access.models import User
from kebridge.core.records import register as registers
from kebridge.core.records import repeating
from kebridge.core.records.states import State
from kebridge.core.refusal import Refusal
from kebridge.rooms.activities.models import Activity
from tests.support.world import activity, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    made = make_world()
    made.clerk = made.person("yewu", ("A", "clerk"))
    made.first = activity(made, "A", "周六志愿服务日", "2024-03-30", by=made.clerk)
    return made


def standing():
    return list(Activity._default_manager.unscoped("the test looks at all").order_by("day"))


def test_every_saturday_from_the_end_of_march_to_the_25th_of_june():
    days = repeating.weekly(date(2024, 3, 30), date(2024, 6, 25))
    assert (len(days), days[0], days[-1]) == (13, date(2024, 3, 30), date(2024, 6, 22))
    assert {day.weekday() for day in days} == {5}


def test_days_are_understood_as_typed_and_counted_once():
    assert repeating.listed("2024-04-06、2024年4月13日\n2024/4/6") == [date(2024, 4, 6), date(2024, 4, 13)]
    for wrong in ("", "、", "四月"):
        with pytest.raises(Refusal):
            repeating.listed(wrong)
    with pytest.raises(Refusal, match="最多登记120条"):
        repeating.weekly(date(2020, 1, 1), date(2024, 1, 1))


def test_a_series_moves_the_days_of_its_lines_and_counts(world):
    days = repeating.weekly(date(2024, 4, 6), date(2024, 4, 20))
    repeating.repeat(registers.get("activities"), world.first.pk, days, by=world.clerk)
    found = standing()
    assert [one.day for one in found] == [date(2024, 3, 30), *days]
    assert {one.state for one in found} == {State.COUNTED}
    assert [one.sessions.get().day for one in found] == [one.day for one in found]


def test_one_copy_that_cannot_stand_leaves_none(world):
    days = [date(2024, 4, 6), world.first.day]
    with pytest.raises(Refusal, match="2024-03-30的一条不能保存"):
        repeating.repeat(registers.get("activities"), world.first.pk, days, by=world.clerk)
    assert len(standing()) == 1


def test_others_may_not(world):
    with pytest.raises(Denied):
        repeating.repeat(
            registers.get("activities"),
            world.first.pk,
            [date(2024, 4, 6)],
            by=world.person("ld", ("A", "leader")),
        )
    with pytest.raises(Activity.DoesNotExist):
        repeating.repeat(
            registers.get("activities"),
            world.first.pk,
            [date(2024, 4, 6)],
            by=world.person("b", ("B", "clerk")),
        )
    assert len(standing()) == 1


def test_carried_over_are_drafts_on_the_same_day_of_the_week(world):
    made = repeating.carry_over(registers.get("activities"), [world.first.pk], by=world.clerk)
    assert [(one.state, one.day) for one in made] == [(State.DRAFT, date(2025, 3, 29))]
    assert made[0].day.weekday() == world.first.day.weekday()


def test_the_pages(world, client):
    client.force_login(User.objects.get(username="yewu"))
    base = f"/r/activities/{world.first.pk}/repeat/"
    asked = {"way": "weekly", "first": "2024-04-06", "last": "2024-04-13"}
    assert "将登记 2 条" in client.post(base, asked).content.decode()
    assert len(standing()) == 1
    assert client.post(base, {**asked, "save": "1"}).status_code == 302
    assert len(standing()) == 3
    assert client.post(base, {"way": "weekly"}).status_code == 400
    own = {"way": "listed", "days": "2024-03-30"}
    assert "将登记 1 条" in client.post(base, {**own, "days": "2024-03-30、2024-05-04"}).content.decode()
    assert client.post(base, {**own, "save": "1"}).status_code == 400
    assert len(standing()) == 3
    assert client.get("/r/programmes/last-year/").status_code == 404
    assert client.get("/r/honours/last-year/").status_code == 404
    assert client.post("/r/activities/last-year/", {}).status_code == 400
