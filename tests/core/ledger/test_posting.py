"""Posting blocks: the difference and only it, under one revision, all or nothing."""

# ruff: noqa: PT012 (a block that must fail has several statements)

from collections import Counter
from datetime import date

import pytest

from kebridge.core.audit.models import Entry
from kebridge.core.audit.ops import Event
from kebridge.core.db.guard import UnguardedWrite
from kebridge.core.ledger.closing import close_through
from kebridge.core.ledger.models import Fact, Posting, Tag, TagSet, TagSetMember
from kebridge.core.ledger.postings import LostRace, current_block, posting
from kebridge.core.ledger.verify import problems
from kebridge.core.orgs import trees
from kebridge.core.records import register as registers
from kebridge.core.records.ops import move_record
from kebridge.core.refusal import Refusal
from kebridge.rooms.organisations import ops as organisations
from kebridge.rooms.venues.models import VisitDay
from tests.core.ledger.reading import fresh, net, rows_of
from tests.core.ledger.samples import sample
from tests.support.world import SYSTEM, activity, make_world, save, visit

pytestmark = pytest.mark.django_db
VISIT_RAW = {"org": "M", "day": "2024-03-05", "individuals": 10}


@pytest.fixture
def world():
    return make_world()


def test_first_entry_posts_its_facts(world):
    record = visit(world, "M", "2024-03-05", 10, 5)
    assert sorted(rows_of(record)) == [
        (1, 311, 5, "2024-03-05"), (1, 311, 10, "2024-03-05"), (1, 312, 1, "2024-03-05"),
    ]  # fmt: skip


def test_a_change_posts_only_the_difference_reversal_first(world):
    record = visit(world, "M", "2024-03-05", 10, 5)
    save("visits", by=SYSTEM, raw={**VISIT_RAW, "individuals": 12, "grouped": 5}, pk=record.pk)
    assert rows_of(record)[3:] == [(2, 311, -10, "2024-03-05"), (2, 311, 12, "2024-03-05")]


def test_saving_without_a_change_posts_a_revision_with_no_fact(world):
    record = visit(world, "M", "2024-03-05", 10)
    save("visits", by=SYSTEM, raw={**VISIT_RAW, "note": "只改备注"}, pk=record.pk)
    assert [row[0] for row in rows_of(record)] == [1, 1]
    revisions = Posting.objects.filter(source_type="visits").order_by("revision")
    assert list(revisions.values_list("revision", flat=True)) == [1, 2]


def test_states_that_do_not_count_post_nothing_and_transitions_post_and_reverse(world):
    register = registers.get("visits")
    record = save("visits", by=SYSTEM, raw=VISIT_RAW, is_draft=True)
    steps = [net(record)]
    for step in ("submit", "void", "restore", "submit"):
        move_record(register, record.pk, step, by=SYSTEM, reason="核对")
        steps.append(net(record))
    counted = {(311, "2024-03-05"): 10, (312, "2024-03-05"): 1}
    assert steps == [{}, counted, {}, {}, counted]
    assert list(problems()) == []


@pytest.mark.parametrize("state", ["draft", "pending", "returned", "void"])
def test_a_record_in_any_other_state_counts_nothing(world, state):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM) as block:
        held = block.lock(VisitDay, record.pk)
        held.state = state
        held.save()
    assert net(record) == {}


def test_of_two_stale_instances_the_second_loses_and_writes_nothing(world):
    record = visit(world, "M", "2024-03-05", 10)
    one, other = fresh(record), fresh(record)
    with posting(by=SYSTEM):
        one.individuals = 11
        one.save()
    before = (Posting.objects.count(), Fact.objects.count(), Entry.objects.count())
    with pytest.raises(LostRace), posting(by=SYSTEM) as block:
        other.individuals = 99
        other.save()
        block.tell(Event("x", "不应留下"))
    assert (Posting.objects.count(), Fact.objects.count(), Entry.objects.count()) == before
    assert (fresh(record).individuals, fresh(record).revision) == (11, 2)
    assert list(problems()) == []


def test_two_stale_instances_in_one_block_are_refused_too(world):
    record = visit(world, "M", "2024-03-05", 10)
    one, other = fresh(record), fresh(record)
    with pytest.raises(LostRace), posting(by=SYSTEM):
        one.individuals = 11
        one.save()
        other.individuals = 12
        other.save()
    assert fresh(record).individuals == 10


def test_a_form_opened_before_somebody_elses_change_is_refused(world):
    record = visit(world, "M", "2024-03-05", 10)
    save("visits", by=SYSTEM, raw={**VISIT_RAW, "individuals": 12}, pk=record.pk, revision=1)
    with pytest.raises(LostRace):
        save("visits", by=SYSTEM, raw={**VISIT_RAW, "individuals": 13}, pk=record.pk, revision=1)
    assert net(record)[311, "2024-03-05"] == 12


def test_nested_blocks_join_and_post_once(world):
    record = visit(world, "M", "2024-03-05", 10)
    with posting(by=SYSTEM, reason="外") as outer:
        held = outer.lock(VisitDay, record.pk)
        held.individuals = 11
        held.save()
        with posting(by=SYSTEM, reason="内") as inner:
            assert inner is outer
            held.individuals = 12
            held.save()
    made = Posting.objects.filter(source_type="visits").order_by("revision")
    assert [(one.revision, one.reason) for one in made] == [(1, ""), (2, "外")]
    assert net(record)[311, "2024-03-05"] == 12


def test_an_exception_rolls_back_everything_the_tree_too(world):
    record = visit(world, "M", "2024-03-05", 10)
    before = (Posting.objects.count(), Fact.objects.count(), Entry.objects.count())
    with pytest.raises(RuntimeError), posting(by=SYSTEM):
        visit(world, "M", "2024-03-06", 10)
        organisations.rename(world["A"], name="改了名", day=date(2024, 1, 1), by=SYSTEM)
        assert trees.tree_today().name(world["A"]) == "改了名"
        raise RuntimeError
    assert (Posting.objects.count(), Fact.objects.count(), Entry.objects.count()) == before
    assert trees.tree_today().name(world["A"]) == "演示甲县科协"
    organisations.rename(world["B"], name="乙改名", day=date(2024, 1, 1), by=SYSTEM)
    assert [trees.tree_today().name(world[code]) for code in "AB"] == ["演示甲县科协", "乙改名"]
    assert fresh(record).individuals == 10


def test_there_is_no_block_outside_a_block(world):
    with pytest.raises(UnguardedWrite):
        current_block()


def test_only_a_line_or_only_a_link_changes(world):
    sample("programmes", name="科普日")
    record = activity(world, "A", "讲座", "2024-03-05")
    tag = Tag.objects.get(name="科普日")
    with posting(by=SYSTEM):
        line = record.sessions.get()
        line.on_site = 130
        line.save()
    assert net(record)[203, "2024-03-05"] == 130
    with posting(by=SYSTEM):
        record.programmes.add(tag)
    tagged = Fact.objects.filter(tagset__members__tag=tag, posting__source_type="activities")
    assert {fact.measure: fact.sign * fact.quantity for fact in tagged} == {201: 1, 202: 1, 203: 130}
    with posting(by=SYSTEM):
        record.sessions.create(day=date(2024, 3, 6), on_site=20)
        record.sessions.filter(on_site=130).delete()
    with posting(by=SYSTEM):
        record.programmes.clear()
    assert net(record) == {(201, "2024-03-05"): 1, (202, "2024-03-06"): 1, (203, "2024-03-06"): 20}
    assert list(problems()) == []


@pytest.mark.parametrize("by_query", [False, True])
def test_a_line_that_moves_to_another_record_counts_there_and_no_longer_here(world, by_query):
    one, other = activity(world, "A", "讲座", "2024-03-05"), activity(world, "A", "展览", "2024-03-06")
    with posting(by=SYSTEM):
        if by_query:
            one.sessions.update(activity=other)
        else:
            line = one.sessions.get()
            line.activity = other
            line.save()
    assert (net(one), net(other)[203, "2024-03-05"], list(problems())) == ({(201, "2024-03-05"): 1}, 100, [])


def test_a_link_of_one_record_is_noticed_while_another_is_saved(world):
    sample("programmes", name="科普日")
    one, other = activity(world, "A", "讲座", "2024-03-05"), activity(world, "A", "展览", "2024-03-06")
    with posting(by=SYSTEM):
        one.title = "讲座二"
        one.save()
        other.programmes.set([Tag.objects.get(name="科普日")])
    assert list(problems()) == []


def test_sets_of_tags_are_stored_once(world):
    for name in ("科普日", "科技周"):
        sample("programmes", name=name)
    activity(world, "A", "讲座", "2024-03-05", programmes="科普日、科技周")
    activity(world, "A", "展览", "2024-03-05", programmes="科技周、科普日")
    activity(world, "A", "放映", "2024-03-05", programmes="科技周")
    # A programme's own fact carries it alone: the set of one, the set of the other, the set of both.
    assert (TagSet.objects.count(), TagSetMember.objects.count()) == (3, 4)
    assert Fact.objects.filter(measure=201).values("tagset").distinct().count() == 2


def test_a_closed_period_demands_a_reason(world):
    record = visit(world, "M", "2024-03-05", 10)
    close_through(date(2024, 6, 30), by=SYSTEM)
    changed = {**VISIT_RAW, "individuals": 12}
    with pytest.raises(Refusal, match="2024年3月5日已经封账"):
        save("visits", by=SYSTEM, raw=changed, pk=record.pk)
    with pytest.raises(Refusal, match="已经封账"):
        visit(world, "M", "2024-06-30", 1)
    assert net(record)[311, "2024-03-05"] == 10
    save("visits", by=SYSTEM, raw={**VISIT_RAW, "note": "不影响统计"}, pk=record.pk)
    save("visits", by=SYSTEM, raw=changed, pk=record.pk, reason="漏登两人")
    visit(world, "M", "2024-07-01", 1)
    assert Posting.objects.get(source_type="visits", source_id=record.pk, revision=3).reason == "漏登两人"
    with pytest.raises(Refusal, match="已封账到2024年6月30日"):
        close_through(date(2024, 6, 30), by=SYSTEM)


def test_a_reversal_that_crosses_the_year_end_repeats_day_and_dimensions(world):
    sample("programmes", name="科普日")
    sessions = [
        {"day": day, "on_site": 50, "place": "学校", "audience": "中小学生"}
        for day in ("2024-12-31", "2025-01-01")
    ]
    record = activity(world, "A", "跨年", "2024-12-31", sessions=sessions, programmes="科普日", level="县级",
                      kind="展览展示", basis="单位填报", form="线上线下结合")  # fmt: skip
    move_record(registers.get("activities"), record.pk, "void", by=SYSTEM, reason="重复登记")
    keys = ("measure", "org", "day", "since", "quantity", "subject", "kind", "level", "grade", "audience", "channel",
            "place", "basis", "state", "origin", "tagset")  # fmt: skip
    posted = Fact.objects.filter(posting__source_type="activities")
    plus = Counter(posted.filter(posting__revision=1, sign=1).values_list(*keys))
    minus = Counter(posted.filter(posting__revision=2, sign=-1).values_list(*keys))
    assert (plus, sum(plus.values()), posted.count()) == (minus, 5, 10)
    assert Counter(posted.filter(sign=-1).values_list("day__year", flat=True)) == {2024: 3, 2025: 2}


def test_facts_have_the_actor_and_time_of_the_block(world):
    clerk = world.person("wang", ("CITY", "clerk"))
    record = visit(world, "M", "2024-03-05", 10, by=clerk)
    made = Posting.objects.get(source_type="visits", source_id=record.pk)
    entry = Entry.objects.get(source_type="visits", source_id=record.pk)
    assert (made.actor_id, made.actor_name, made.at) == (clerk.user_id, "测试wang", entry.at)
