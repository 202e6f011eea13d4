"""Tasks: targets read from the ledger, colours by rule, extension before the deadline only, closing with evidence."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from kebridge.core.access.actors import Denied
from kebridge.core.access.models import User
from kebridge.core.files import ops as files
from kebridge.core.jobs.errands import running
from kebridge.core.jobs.models import Errand
from kebridge.core.ledger.models import Posting
from kebridge.core.ledger.verify import differences
from kebridge.core.records import binding, tagged
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.refusal import Refusal
from kebridge.figures.packing import pack_of_records
from kebridge.rooms.planning import ops as tasks
from kebridge.rooms.planning.models import Task, TrackingRule
from kebridge.rooms.planning.queries import rule_on, track
from kebridge.rooms.planning.rules.tasks import CLOSED, GREEN, RED, YELLOW, light
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, Role, World, activity, make_world, save

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def world() -> World:
    return make_world()


def task(name="演示任务01", lines=None, **raw):
    return save(
        "tasks", by=SYSTEM, lines=lines,
        raw={"org": "CITY", "name": name, "title": "举办科普报告20场", "source": "年度要点", "owner": "科普部",
             "since": "2024-01-01", "due": "2024-12-31", **raw},
    )  # fmt: skip


def current(name="演示任务01", left=30, **raw):
    """A task under way that ends in so many days."""
    since, due = TODAY - timedelta(days=60), TODAY + timedelta(days=left)
    return task(name, since=since.isoformat(), due=due.isoformat(), **raw)


def prove(one):
    files.attach(registers.get("tasks"), one, PDF, "总结.pdf", by=SYSTEM)


class TestCounting:
    def test_a_task_is_set_open_overdue_and_closed_late(self, world):
        late = task(due="2024-05-31", closed="2024-07-01", proof="总结存业务档案2024-03卷")
        task("演示任务02", closed="2024-03-01", proof="总结存业务档案2024-04卷")
        task("演示任务03", source="市委市政府重点工作")
        assert held("tasks", late) == {"planning.tasks": 1, "planning.tasks_closed": 1}
        assert value("planning.tasks") == 3
        assert value("planning.tasks", kind="party") == 1
        assert value("planning.tasks_overdue", "2024-06") == 1
        assert value("planning.tasks_overdue", "2024-07") == 0
        assert value("planning.tasks_open") == 1
        assert value("planning.tasks_closed", grade="on_time") == 1
        assert value("planning.task_completion") == Decimal("66.7")
        assert value("planning.task_timeliness") == 50
        assert not list(differences())

    def test_the_tasks_of_a_list_are_all_done_over_a_term(self, world):
        frame = {"org": "CITY", "name": "演示目标任务", "kind": "任务清单（专项行动）", "since": "2020-06-01"}
        save("plan_frames", by=SYSTEM, raw=frame)
        for number in range(3):
            task(f"任务{number}", frames=["演示目标任务"], since="2020-06-02", due="2025-12-31",
                 closed="2024-12-01", proof="一届工作总结，存综合档案", source="代表大会确定")  # fmt: skip
        term = "2020-06-01..2025-12-17"
        assert value("planning.tasks", term, plan="演示目标任务") == 3
        assert value("planning.task_completion", term, plan="演示目标任务") == 100

    def test_milestones_count_on_their_days(self, world):
        lines = [
            {"title": "启动", "due": "2024-03-31", "done": "2024-04-02"},
            {"title": "中期", "due": "2024-06-30", "done": "2024-06-30"},
            {"title": "总结", "due": "2024-12-01"},
        ]
        task(lines=lines)
        assert value("planning.milestones") == 3
        assert value("planning.milestones_done", grade="on_time") == 1
        assert value("planning.milestones_done", grade="late") == 1

    def test_a_sheet_of_tasks(self, world):
        row = {
            "org": "演示市科协",
            "source": "年度要点",
            "owner": "科普部",
            "since": "2024-01-01",
            "due": "2024-12-31",
        }
        take(tasks=[{**row, "name": f"任务{n}", "title": f"做第{n}件事"} for n in range(4)])
        assert value("planning.tasks") == 4

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"due": "2023-12-31"}, "due"),
            ({"closed": "2023-12-31", "proof": "总结存档案卷"}, "closed"),
            ({"closed": "2024-06-01"}, "proof"),
            ({"metric": "activities.activities"}, "target"),
            ({"target": "20"}, "metric"),
            ({"metric": "planning.documents", "target": "2", "limits": "类别=没有的"}, "limits"),
            ({"metric": "planning.documents", "target": "2", "limits": "随便写写"}, "limits"),
            ({"metric": "party.sessions", "target": "2"}, "metric"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            task(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Task.objects.unscoped("test").exists()


class TestTargets:
    def test_progress_comes_from_the_ledger(self, world):
        one = task(metric="planning.documents", target="4", limits="类别=实施意见")
        for day, kind in (("2024-03-01", "实施意见"), ("2024-04-01", "实施意见"), ("2024-05-01", "通知"),
                          ("2025-01-01", "实施意见")):  # fmt: skip
            save("documents", by=SYSTEM, raw={"org": "A", "day": day, "kind": kind, "title": f"演示{day}"})
        (found,) = track([one], date(2024, 6, 30), by=SYSTEM)
        assert (found.progress, found.target, found.done) == (Decimal("0.5"), "4", "2份")
        assert found.url.startswith("/figures/planning.documents/?")
        assert found.light.colour == GREEN

    def test_own_leaves_those_below_out(self, world):
        one = task(metric="planning.documents", target="4", own="是")
        save("documents", by=SYSTEM, raw={"org": "A", "day": "2024-03-01", "kind": "通知", "title": "演示"})
        (found,) = track([one], date(2024, 6, 30), by=SYSTEM)
        assert not found.progress

    def test_a_renamed_brand_is_told_and_stops_no_other_task(self, world):
        brand = save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示品牌"})
        one = task(metric="planning.documents", target="4", limits="品牌活动=演示品牌")
        other = task("演示任务02", metric="planning.documents", target="4")
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示新品牌"}, pk=brand.pk)
        first, second = track([one, other], date(2024, 6, 30), by=SYSTEM)
        assert "演示品牌" in first.done
        assert second.done != first.done

    def test_closed_metrics_cannot_be_chosen(self):
        names = {code for code, _ in binding.choices()}
        assert "planning.documents" in names
        assert not {"party.sessions", "party.items", "party.breaches"} & names

    def test_without_a_target_milestones_tell(self, world):
        one = task(
            lines=[
                {"title": "启动", "due": "2024-03-31", "done": "2024-03-02"},
                {"title": "总结", "due": "2024-12-01"},
            ]
        )
        (found,) = track([one], date(2024, 6, 30), by=SYSTEM)
        assert (found.progress, found.done) == (Decimal("0.5"), "1个节点")


class TestColours:
    RULE = TrackingRule(since=date(2024, 1, 1), soon_days=15, behind_yellow=10, behind_red=30, document="")

    @pytest.mark.parametrize(
        ("progress", "today", "colour"),
        [
            (None, date(2024, 6, 30), GREEN),
            (None, date(2024, 12, 16), YELLOW),
            (None, date(2024, 12, 15), GREEN),
            (None, date(2025, 1, 1), RED),
            (Decimal("0.41"), date(2024, 6, 30), GREEN),
            (Decimal("0.39"), date(2024, 6, 30), YELLOW),
            (Decimal("0.19"), date(2024, 6, 30), RED),
            (Decimal(1), date(2024, 12, 30), GREEN),
            (Decimal(1), date(2025, 1, 1), RED),
        ],
    )
    def test_day_and_progress_give_the_colour(self, world, progress, today, colour):
        assert light(task(), progress, self.RULE, today).colour == colour

    def test_a_closed_task_is_neither(self, world):
        one = task(due="2024-05-31", closed="2024-07-01", proof="总结存业务档案2024-03卷")
        assert light(one, None, self.RULE, date(2025, 1, 1)) == light(one, Decimal(0), self.RULE, TODAY)
        assert light(one, None, self.RULE, TODAY).colour == CLOSED

    def test_the_rule_is_dated_and_holds_below(self, world):
        raw = {"org": "CITY", "since": "2024-01-01", "soon_days": "20", "behind_yellow": "5", "behind_red": "25",
               "document": "演示督办办法"}  # fmt: skip
        save("tracking_rules", by=SYSTEM, raw=raw)
        save("tracking_rules", by=SYSTEM, raw={**raw, "since": "2025-01-01", "soon_days": "7"})
        assert rule_on(date(2024, 6, 1), world["A"]).soon_days == 20
        assert rule_on(date(2025, 6, 1), world["A"]).soon_days == 7
        assert rule_on(date(2023, 6, 1), world["A"]).soon_days == 15, "the usual one"


class TestExtension:
    def test_asked_in_time_and_granted(self, world):
        one = current(left=0)
        clerk, office = (
            world.person("clerk", ("CITY", Role.CLERK)),
            world.person("office", ("CITY", Role.OFFICE)),
        )
        until = TODAY + timedelta(days=20)
        tasks.ask_extension(one.pk, until, "场地未定", by=clerk)
        with pytest.raises(Denied):
            tasks.decide_extension(one.pk, granted=True, by=clerk)
        assert Task.objects.unscoped("test").get().due_now == TODAY, "a request alone moves nothing"
        tasks.decide_extension(one.pk, granted=True, by=office)
        assert Task.objects.unscoped("test").get().due_now == until
        assert Task.objects.unscoped("test").get().due == TODAY, "the original day stays"
        assert not list(differences())

    def test_refused_leaves_the_day(self, world):
        one = current(left=5)
        tasks.ask_extension(one.pk, TODAY + timedelta(days=20), "场地未定", by=SYSTEM)
        tasks.decide_extension(one.pk, granted=False, by=SYSTEM)
        found = Task.objects.unscoped("test").get()
        assert (found.due_now, found.decision) == (TODAY + timedelta(days=5), "refused")

    def test_after_the_deadline_none_is_taken(self, world):
        one = current(left=-1)
        before = Posting.objects.count()
        with pytest.raises(Refusal, match="已过"):
            tasks.ask_extension(one.pk, TODAY + timedelta(days=20), "场地未定", by=SYSTEM)
        assert Posting.objects.count() == before
        assert Task.objects.unscoped("test").get().asked is None

    @pytest.mark.parametrize(("days", "why"), [(5, "场地未定"), (20, " ")])
    def test_a_later_day_and_a_reason_are_needed(self, world, days, why):
        one = current(left=5)
        with pytest.raises(Refusal):
            tasks.ask_extension(one.pk, TODAY + timedelta(days=days), why, by=SYSTEM)
        assert Task.objects.unscoped("test").get().asked is None


class TestClosing:
    def test_without_files_it_stays_open(self, world):
        one = current()
        with pytest.raises(Refusal, match="佐证"):
            tasks.close(one.pk, TODAY, by=SYSTEM)
        raw = {"org": "CITY", "name": one.name, "title": one.title, "source": "年度要点", "owner": "科普部",
               "since": one.since.isoformat(), "due": one.due.isoformat(), "closed": TODAY.isoformat()}  # fmt: skip
        with pytest.raises(Invalid, match="佐证"):
            save("tasks", by=SYSTEM, raw=raw, pk=one.pk)
        assert Task.objects.unscoped("test").get().closed is None

    def test_with_files_it_is_closed(self, world):
        one = current()
        prove(one)
        tasks.close(one.pk, TODAY, by=SYSTEM)
        assert Task.objects.unscoped("test").get().closed == TODAY
        assert value("planning.tasks_closed", f"{TODAY:%Y}") == 1
        with pytest.raises(Refusal, match="已经办结"):
            tasks.close(one.pk, TODAY, by=SYSTEM)

    def test_others_may_not(self, world):
        one = current()
        prove(one)
        with pytest.raises(Denied):
            tasks.close(one.pk, TODAY, by=world.person("a", ("A", Role.CLERK)))
        assert Task.objects.unscoped("test").get().closed is None


def test_the_pack_of_a_task_holds_what_serves_it(world):
    one = task()
    prove(one)
    save("documents", by=SYSTEM,
         raw={"org": "A", "day": "2024-03-01", "kind": "通知", "title": "演示通知", "items": ["演示任务01"]})  # fmt: skip
    activity(world, "CITY", "不相干的活动", "2024-03-02")
    found = {register.code: ids for register, ids in tagged.serving(one.tag, by=SYSTEM)}
    assert list(found) == ["documents"]
    sources = [("tasks", one.pk), *(("documents", pk) for pk in found["documents"])]
    into = io.BytesIO()
    pack_of_records(one.name, sources, into, by=SYSTEM, org_id=world["CITY"])
    assert any(name.endswith("总结.pdf") for name in zipfile.ZipFile(into).namelist())
    with pytest.raises(Denied):
        pack_of_records(
            one.name, sources, into, by=world.person("x", ("A", Role.CLERK)), org_id=world["CITY"]
        )


def test_a_pack_holds_records_of_the_closed_circle_for_the_circle_alone(world):
    secret = save("party_sessions", by=SYSTEM,
                  raw={"org": "CITY", "day": "2024-03-01", "kind": "主题党日", "days": "1", "holder": "机关支部"})  # fmt: skip
    files.attach(registers.get("party_sessions"), secret, PDF, "党日记录.pdf", by=SYSTEM)
    for role, holds in ((Role.CLERK, False), (Role.OFFICE, True)):
        into = io.BytesIO()
        person = world.person(role, ("CITY", role))
        pack_of_records("演示", [("party_sessions", secret.pk)], into, by=person, org_id=world["CITY"])
        assert any(name.endswith("党日记录.pdf") for name in zipfile.ZipFile(into).namelist()) is holds


def test_pages_of_tasks(world):
    one = current(left=3, lines=[{"title": "启动", "due": TODAY.isoformat()}])
    prove(one)
    world.person("office", ("CITY", Role.OFFICE))
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(User.objects.get(username="office"), backend=backend)
    listed = client.get("/tasks/").content.decode()
    assert "举办科普报告20场" in listed
    assert f">{one.name}</a>" in listed
    assert "任务“举办科普报告20场”" in client.get("/inbox/").content.decode()
    page = client.get(f"/r/tasks/{one.pk}/").content.decode()
    assert "推进情况" in page
    assert "申请延期" in page
    assert client.get(f"/tasks/{one.pk}/pack/")["Location"] == f"/r/tasks/{one.pk}/"
    address = client.post(f"/tasks/{one.pk}/pack/")["Location"]
    running.run(Errand.objects.get().pk)
    pack = io.BytesIO(b"".join(client.get(f"{address}file/").streaming_content))
    assert any(name.endswith("总结.pdf") for name in zipfile.ZipFile(pack).namelist())
    until = (TODAY + timedelta(days=9)).isoformat()
    assert client.post(f"/tasks/{one.pk}/extend/", {"day": until, "why": "场地未定"}).status_code == 302
    assert client.post(f"/tasks/{one.pk}/grant/").status_code == 302
    assert client.post(f"/tasks/{one.pk}/close/", {"day": TODAY.isoformat()}).status_code == 302
    found = Task.objects.unscoped("test").get()
    assert (found.extended.isoformat(), found.closed) == (until, TODAY)
