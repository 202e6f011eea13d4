"""Volunteers: teams, time confirmed by another person, stars, snapshots that are added to nothing of our own."""

from datetime import time

import pytest

from kebridge.core.access.actors import Actor, Denied
from kebridge.core.access.models import User
from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops as records
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.refusal import Refusal
from kebridge.rooms.volunteers import ops, queries, rules
from kebridge.rooms.volunteers.models import Service, Team
from kebridge.staff.inbox import todos
from tests.core.transfer.workbooks import plan, take
from tests.rooms.people.entering import held, scheme, value
from tests.support.world import SYSTEM, Role, World, activity, make_world, save

pytestmark = pytest.mark.django_db
DAY = "2024-03-05"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def clerk(world):
    return world.person("clerk", ("CITY", Role.CLERK))


@pytest.fixture
def office(world):
    return world.person("office", ("CITY", Role.OFFICE))


def served(by, minutes="150", day=DAY, name="演示人", pk=None, **raw):
    values = {"org": "CITY", "day": day, "person_name": name, "employer": "演示大学", "kind": "科普服务",
              "activity": "周六志愿服务日", "minutes": minutes, **raw}  # fmt: skip
    return save("volunteer_hours", by=by, raw=values, pk=pk, reason="更正" if pk else "")


def team(name="演示网络科普志愿服务队", **raw):
    return save("volunteer_teams", by=SYSTEM, raw={"org": "CITY", "name": name, "kind": "网络科普志愿服务队", "level": "市级",
                                                   "founded": "2019-03-05", **raw})  # fmt: skip


class TestTeams:
    def test_a_team_stands_from_its_founding_and_is_told_by_kind(self, world):
        one = team()
        team("演示党员志愿服务队", kind="党员志愿服务队", founded="2024-07-01", ended="2024-12-01")
        assert held("volunteer_teams", one) == {"volunteers.teams": 1, "volunteers.teams_founded": 1}
        assert value("volunteers.teams_founded", "2019", kind="online", level="city") == 1
        assert (value("volunteers.teams", "2024-07"), value("volunteers.teams")) == (2, 1)

    def test_a_team_that_ends_before_it_begins_is_refused(self, world):
        with pytest.raises(Invalid, match="解散日期早于成立日期"):
            team(ended="2018-01-01")
        assert not Team.objects.unscoped("test").exists()

    def test_two_years_running_a_team_is_honoured(self, world):
        scheme("演示优秀志愿服务队")
        for day in ("2022-12-05", "2023-12-05"):
            save("honours", by=SYSTEM, raw={"org": "CITY", "day": day, "title": "优秀志愿服务队", "schemes": ["演示优秀志愿服务队"],
                 "kind": "表彰奖励", "level": "省级", "grantors": "演示省科协", "recipient": "团队",
                 "recipient_name": "演示网络科普志愿服务队"})  # fmt: skip
        assert value("honours.run", "2023", scheme="演示优秀志愿服务队", audience="team") == 2


class TestHours:
    def test_proposed_counts_nothing_until_another_person_confirms(self, clerk, office):
        one = served(clerk)
        assert (held("volunteer_hours", one), value("volunteers.hours")) == ({}, None)
        assert [waiting.pk for waiting in queries.waiting(office)] == [one.pk]
        ops.confirm([one.pk], by=office)
        assert held("volunteer_hours", one) == {"volunteers.hours": 150, "volunteers.services": 1}
        assert (float(value("volunteers.hours")), value("volunteers.active")) == (2.5, 1)
        assert not queries.waiting(office).exists()
        assert not list(differences())

    def test_who_proposed_may_not_confirm_and_nothing_changes(self, office):
        one = served(office)
        assert not queries.waiting(office).exists()
        with pytest.raises(Refusal, match="不能由您自己确认"):
            ops.confirm([one.pk], by=office)
        fresh = Service.objects.unscoped("test").get(pk=one.pk)
        assert (fresh.confirmed_at, fresh.revision, held("volunteer_hours", one)) == (None, one.revision, {})

    def test_neither_a_clerk_nor_a_county_nor_the_volunteer_herself_may_confirm(self, world, clerk, office):
        one = served(clerk)
        for name, grants in (("other", [("CITY", Role.CLERK)]), ("county", [("A", Role.OFFICE)])):
            with pytest.raises(Denied, match="确认服务时长"):
                ops.confirm([one.pk], by=world.person(name, *grants))
        own = served(clerk, name=office.name)
        with pytest.raises(Refusal, match="您自己的服务"):
            ops.confirm([one.pk, own.pk], by=office)
        assert not Service.objects.unscoped("test").filter(confirmed_at__isnull=False).exists()
        assert value("volunteers.hours") is None

    def test_a_second_account_of_the_same_person_may_not_confirm(self, world, clerk):
        one, own = served(clerk), served(SYSTEM, name="测试office", day="2024-03-12")
        twin = world.person("twin", ("CITY", Role.OFFICE))
        User.objects.filter(pk=twin.user_id).update(full_name=f" {clerk.name[:2]} {clerk.name[2:]}")
        twin = Actor.of(User.objects.get(pk=twin.user_id))
        with pytest.raises(Refusal, match="不能由您自己确认"):
            ops.confirm([one.pk], by=twin)
        User.objects.filter(pk=twin.user_id).update(full_name="测试 office")
        with pytest.raises(Refusal, match="您自己的服务"):
            ops.confirm([own.pk], by=Actor.of(User.objects.get(pk=twin.user_id)))
        assert not Service.objects.unscoped("test").filter(confirmed_at__isnull=False).exists()

    def test_when_somebody_serves_elsewhere_is_not_told(self, world, clerk):
        served(SYSTEM, "60", org="B", begins="09:13", ends="10:13")
        with pytest.raises(Invalid, match="时间重叠") as refused:
            served(clerk, "60", org="A", begins="08:00", ends="20:00")
        assert "09:13" not in str(refused.value)
        row = {"org": "演示甲县科协", "day": DAY, "person_name": "演示人", "employer": "演示大学", "kind": "科普服务",
               "activity": "另一项", "minutes": 60, "begins": "08:00", "ends": "20:00"}  # fmt: skip
        (problem,) = plan(world.person("a", ("A", Role.CLERK)), volunteer_hours=[row]).problems
        assert "时间重叠" in problem.message
        assert "09:13" not in problem.message
        assert Service.objects.unscoped("test").count() == 1

    def test_a_file_may_write_times_as_people_do_and_is_told_of_overlaps_within_it(self, world):
        row = {"org": "演示市科协", "day": DAY, "person_name": "演示人", "employer": "演示大学", "kind": "科普服务",
               "activity": "服务日", "minutes": 60, "begins": "上午9点", "ends": time(10, 30)}  # fmt: skip
        second = row | {"activity": "另一项", "begins": "10：00", "ends": "11点半"}
        made = plan(volunteer_hours=[row, second])
        assert [(one.row, "本文件里前面的一行时间重叠" in one.message) for one in made.problems] == [
            (3, True)
        ]
        take(volunteer_hours=[row, second | {"begins": "10点半"}])
        kept = Service.objects.unscoped("test").order_by("begins").values_list("begins", "ends")
        assert list(kept) == [("09:00", "10:30"), ("10:30", "11:30")]

    def test_twice_and_void_are_refused(self, clerk, office):
        one, gone = served(clerk), served(clerk, day="2024-03-12")
        ops.confirm([one.pk], by=office)
        with pytest.raises(Refusal, match="确认过"):
            ops.confirm([one.pk], by=office)
        records.move_record(registers.get("volunteer_hours"), gone.pk, "void", by=clerk, reason="误登")
        with pytest.raises(Refusal, match="作废"):
            ops.confirm([gone.pk], by=office)
        assert float(value("volunteers.hours")) == 2.5

    def test_changed_hours_wait_for_a_new_confirmation(self, clerk, office):
        one = served(clerk)
        ops.confirm([one.pk], by=office)
        served(clerk, "600", pk=one.pk)
        assert held("volunteer_hours", one) == {}
        ops.confirm([one.pk], by=office)
        assert held("volunteer_hours", one)["volunteers.hours"] == 600
        served(office, "60", pk=one.pk)
        with pytest.raises(Refusal, match="不能由您自己确认"):
            ops.confirm([one.pk], by=office)
        assert not list(differences())

    def test_the_same_person_in_two_services_is_one_volunteer(self, clerk, office):
        made = [served(clerk), served(clerk, day="2024-03-12"), served(clerk, name="另一人")]
        ops.confirm([one.pk for one in made], by=office)
        assert (value("volunteers.active"), value("volunteers.services")) == (2, 3)
        assert [(one.name, one.minutes) for one in queries.totals(office, made[0].day.replace(month=12))] == [
            ("演示人", 300), ("另一人", 150),
        ]  # fmt: skip

    def test_nobody_serves_in_two_places_at_once_not_even_over_midnight(self, clerk):
        served(clerk, begins="22:00", ends="01:00", minutes="180")
        for raw in (
            {"begins": "23:30", "ends": "23:50"},
            {"day": "2024-03-06", "begins": "00:30", "ends": "02:00"},
        ):
            with pytest.raises(Invalid, match="时间重叠"):
                served(clerk, "20", activity="另一项", **raw)
        served(clerk, "20", day="2024-03-06", begins="01:00", ends="02:00")
        assert Service.objects.unscoped("test").count() == 2

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"minutes": "0"}, "至少1分钟"),
            ({"minutes": "1441"}, "超过24小时"),
            ({"begins": "09:00"}, "要么都填"),
            ({"begins": "九点", "ends": "11:00"}, "请写成09:30"),
            ({"begins": "09:00", "ends": "10:00"}, "只有60分钟"),
            ({"day": "2099-01-01"}, "还没有到"),
        ],
    )
    def test_what_is_refused(self, clerk, wrong, words):
        with pytest.raises(Invalid, match=words):
            served(clerk, **wrong)
        assert not Service.objects.unscoped("test").exists()

    def test_a_star_needs_its_last_minute_and_a_reversal_takes_it(self, clerk, office):
        on = Service._meta.get_field("day").to_python("2024-12-31")
        assert (rules.stars(99 * 60 + 59, on), rules.stars(100 * 60, on), rules.stars(1500 * 60, on)) == (
            0,
            1,
            5,
        )
        assert rules.stars(100 * 60, on.replace(year=2010)) == 0
        made = [served(clerk, "1440", day=f"2024-03-{day:02d}") for day in range(1, 5)]
        made.append(served(clerk, "240", day="2024-03-05"))
        ops.confirm([one.pk for one in made], by=office)
        assert [(one.shown, one.stars) for one in queries.totals(office, on)] == [("100小时0分", 1)]
        records.move_record(registers.get("volunteer_hours"), made[-1].pk, "void", by=clerk, reason="重复")
        assert [(one.shown, one.stars) for one in queries.totals(office, on)] == [("96小时0分", 0)]


class TestPage:
    def test_the_page_shows_what_waits_and_confirms_it(self, client, world, clerk, office):
        one = served(clerk)
        client.force_login(User.objects.get(pk=office.user_id))
        shown = client.get("/volunteers/hours/").content.decode()
        assert "演示人" in shown
        assert f'value="{one.pk}"' in shown
        client.post("/volunteers/hours/", {"pick": [one.pk]})
        assert float(value("volunteers.hours")) == 2.5
        assert "2小时30分" in client.get("/volunteers/hours/").content.decode()
        assert "确认" in client.get(f"/r/volunteer_hours/{one.pk}/").content.decode()

    def test_who_may_confirm_is_led_there_who_proposed_is_not(self, client, clerk, office):
        served(clerk)
        told = "1条志愿服务时长等待确认"
        assert [one.url for one in todos(office) if one.saying == told] == ["/volunteers/hours/"]
        assert told not in [one.saying for one in todos(clerk)]
        client.force_login(User.objects.get(pk=office.user_id))
        assert 'href="/volunteers/hours/"' in client.get("/r/volunteer_hours/").content.decode()

    def test_nothing_picked_or_not_allowed_changes_nothing(self, client, world, clerk):
        one = served(SYSTEM)
        client.force_login(User.objects.get(pk=clerk.user_id))
        assert client.post("/volunteers/hours/", {}).status_code >= 400
        assert client.post("/volunteers/hours/", {"pick": [one.pk]}).status_code == 403
        assert value("volunteers.hours") is None


class TestPlatform:
    def seen(self, observed: str, number: str, day: str):
        return save("media_snapshots", by=SYSTEM, raw={"org": "CITY", "day": day, "value": number, "observed": observed,
                    "platform": "中国科技志愿（志愿服务平台）", "source": "平台后台首页截图"})  # fmt: skip

    def test_registered_volunteers_are_the_last_snapshot_and_its_gain(self, world):
        for number, day in (("31000", "2023-12-31"), ("32000", "2024-06-30"), ("33000", "2024-12-31")):
            self.seen("注册科技志愿者（辖区合计）", number, day)
        assert value("volunteers.registered") == 33000
        assert value("volunteers.registered_gained") == 2000

    def test_the_platforms_activities_and_our_own_are_two_figures(self, world):
        self.seen("平台志愿服务活动（辖区合计）", "26000", "2024-12-31")
        saturdays = [{"day": day, "topic": topic, "volunteers": 12} for day, topic in
                     (("2024-03-30", "清洁家园"), ("2024-04-06", "交通劝导"), ("2024-04-13", "清洁家园"))]  # fmt: skip
        activity(
            world, "CITY", "周六志愿服务日", "2024-03-30", kind="志愿服务", repeats="每周", sessions=saturdays
        )
        assert value("volunteers.platform_activities") == 26000
        assert (
            value("activities.activities", kind="volunteering"),
            value("activities.sessions", kind="volunteering"),
        ) == (1, 3)
        assert value("activities.volunteers", kind="volunteering") == 36
        assert value("activities.topics", kind="volunteering") == 2
        assert value("activities.recurring", grade="weekly") == 1
