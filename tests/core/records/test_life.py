"""The life of a record: review on and off, transitions, records that may be the same, opening stock to past figure."""

from datetime import date

import pytest

from kebridge.core.access.actors import Actor
from kebridge.core.access.models import RoleGrant, User
from kebridge.core.ledger.models import Fact, Posting
from kebridge.core.ledger.verify import problems
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.ops import move_record, set_review
from kebridge.core.records.queries import similar
from kebridge.core.records.waiting import pending
from kebridge.core.refusal import Refusal
from kebridge.rooms.activities.models import Activity
from kebridge.rooms.venues.models import VisitDay
from tests.core.ledger.samples import sample
from tests.support.world import LONG_AGO, SYSTEM, activity, make_world, save, visit

pytestmark = pytest.mark.django_db
VISITS = registers.get("visits")


@pytest.fixture
def world():
    return make_world()


def person(world, code, role):
    user = User.objects.create(username=f"{code}{role}", full_name="测试")
    RoleGrant.objects.create(user=user, org_id=world[code], role=role, since=LONG_AGO)
    return Actor.of(user)


def facts_of(code, record):
    rows = Fact.objects.filter(posting__source_type=code, posting__source_id=record.pk).order_by("pk")
    return [(one.measure, one.day.isoformat(), one.sign * one.quantity, one.kind, one.origin) for one in rows]


def total(measure):
    return sum(one.sign * one.quantity for one in Fact.objects.filter(measure=measure))


def waits(world, code, by):
    return sum(count for _, count in pending([VISITS], [world[code]], by))


def test_without_review_an_entry_counts_at_once_and_with_it_waits(world):
    reporter, office = person(world, "A", "reporter"), person(world, "CITY", "office")
    straight = visit(world, "AM", "2024-03-05", 10, by=reporter)
    set_review(VISITS, True, by=SYSTEM)
    waiting = visit(world, "AM", "2024-03-06", 20, by=reporter)
    own = visit(world, "AM", "2024-03-07", 40, by=office)
    assert [one.state for one in (straight, waiting, own)] == ["counted", "pending", "counted"]
    assert (total(311), waits(world, "AM", office), waits(world, "B", office)) == (50, 1, 0)
    move_record(VISITS, waiting.pk, "return", by=office, reason="请核对团体人次")
    assert VisitDay.objects.unscoped("a test").get(pk=waiting.pk).state == "returned"
    move_record(VISITS, waiting.pk, "submit", by=reporter)
    move_record(VISITS, waiting.pk, "accept", by=office)
    assert (total(311), waits(world, "AM", office), list(problems())) == (70, 0, [])
    set_review(VISITS, False, by=SYSTEM)
    assert visit(world, "AM", "2024-03-08", 1, by=reporter).state == "counted"


def test_a_counted_record_corrected_under_review_waits_and_counts_nothing_meanwhile(world):
    reporter = person(world, "A", "reporter")
    held = visit(world, "AM", "2024-03-05", 10, by=reporter)
    set_review(VISITS, True, by=SYSTEM)
    save("visits", by=reporter, raw={"org": "AM", "day": "2024-03-05", "individuals": 12}, pk=held.pk)
    assert (total(311), waits(world, "AM", SYSTEM)) == (0, 1)
    move_record(VISITS, held.pk, "accept", by=SYSTEM)
    assert total(311) == 12


@pytest.mark.parametrize("step", ["return", "void", "restore"])
def test_steps_that_need_a_reason(world, step):
    held = visit(world, "M", "2024-03-05", 10)
    before = {"return": "pending", "void": "counted", "restore": "void"}[step]
    if before == "void":
        move_record(VISITS, held.pk, "void", by=SYSTEM, reason="重复")
    if before == "pending":
        set_review(VISITS, True, by=SYSTEM)
        reporter = person(world, "M", "reporter")
        save("visits", by=reporter, raw={"org": "M", "day": "2024-03-05", "individuals": 1}, pk=held.pk)
    count = Posting.objects.count()
    with pytest.raises(Refusal, match="要写明原因"):
        move_record(VISITS, held.pk, step, by=SYSTEM, reason=" ")
    assert Posting.objects.count() == count


def test_a_step_from_the_wrong_state_and_a_change_of_a_voided_record_are_refused(world):
    held = visit(world, "M", "2024-03-05", 10)
    with pytest.raises(Refusal, match="现在是“计入”，不能审核通过"):
        move_record(VISITS, held.pk, "accept", by=SYSTEM)
    move_record(VISITS, held.pk, "void", by=SYSTEM, reason="重复")
    with pytest.raises(Refusal, match="已作废"):
        save("visits", by=SYSTEM, raw={"org": "M", "day": "2024-03-05", "individuals": 1}, pk=held.pk)
    other = visit(world, "M", "2024-03-05", 11)
    with pytest.raises(Invalid, match="同一单位已有相同"):
        move_record(VISITS, held.pk, "restore", by=SYSTEM, reason="误作废")
    assert (total(311), other.individuals) == (11, 11)


def test_a_like_title_near_the_day_is_pointed_out_also_across_units(world):
    register = registers.get("activities")
    first = activity(world, "A", "全国科普日主场活动", "2024-09-15")
    values = {"day": date(2024, 9, 16), "title": "2024年全国科普日主场活动"}
    told = ["演示甲县科协，2024-09-15，全国科普日主场活动"]
    assert similar(register, values) == told
    assert similar(register, {**values, "day": date(2024, 9, 18)}) == []
    assert similar(register, {**values, "title": "防灾减灾讲座"}) == []
    assert similar(register, values, exclude=first.pk) == []
    move_record(register, first.pk, "void", by=SYSTEM, reason="重复")
    assert similar(register, values) == []


def test_opening_stock_summary_nil_return_and_past_figure_post_their_facts(world):
    opening = save("opening_stocks", by=SYSTEM, raw={
        "org": "CITY", "measure": "组织数", "kind": "society", "day": "2023-12-31", "quantity": 33, "document": "年报"})  # fmt: skip
    summary = save("summary_returns", by=SYSTEM, raw={
        "org": "B", "measure": "现场参与人次", "since": "2024-01-01", "until": "2024-01-31", "quantity": "1860"})  # fmt: skip
    nil = save("nil_returns", by=SYSTEM, raw={
        "org": "B", "register": "活动登记簿", "since": "2024-02-01", "until": "2024-02-29"})  # fmt: skip
    past = save("past_figures", by=SYSTEM, raw={
        "org": "CITY", "metric": "venues.visits", "since": "2023-01-01", "until": "2023-12-31", "value": "30.12万",
        "document": "2023年工作总结"})  # fmt: skip
    assert facts_of("opening_stocks", opening) == [(101, "2023-12-31", 33, "society", 2)]
    assert "组织数（学会（协会、研究会））33个" in registers.get("opening_stocks").sentence(opening)
    assert facts_of("summary_returns", summary) == [(203, "2024-01-31", 1860, "", 1)]
    assert facts_of("nil_returns", nil) == [(1, "2024-02-29", 1, "activities", 1)]
    assert facts_of("past_figures", past) == [(2, "2023-12-31", 301_200_000_000, "venues.visits", 3)]
    spans = Fact.objects.filter(origin__in=(1, 3)).order_by("pk").values_list("since", flat=True)
    assert list(spans) == [date(2024, 1, 1), date(2024, 2, 1), date(2023, 1, 1)]
    assert list(problems()) == []


def test_a_summary_of_one_programme_stands_beside_that_of_all(world):
    sample("programmes", name="科普日")
    raw = {
        "org": "B",
        "measure": "现场参与人次",
        "since": "2024-01-01",
        "until": "2024-01-31",
        "quantity": "100",
    }
    save("summary_returns", by=SYSTEM, raw=raw)
    tagged = save("summary_returns", by=SYSTEM, raw={**raw, "quantity": "40", "programmes": "科普日"})
    with pytest.raises(Invalid, match="同一单位已有相同"):
        save("summary_returns", by=SYSTEM, raw={**raw, "programmes": "科普日"})
    assert Fact.objects.get(posting__source_id=tagged.pk, measure=203, quantity=40).tagset.key != ""
    assert total(203) == 140


def test_a_period_that_ends_before_it_begins_is_refused(world):
    raw = {"org": "B", "register": "活动登记簿", "since": "2024-02-02", "until": "2024-02-01"}
    with pytest.raises(Invalid, match="截止日期早于起始日期"):
        save("nil_returns", by=SYSTEM, raw=raw)


def test_a_nil_return_is_no_measure_to_sum_up():
    choices = dict(registers.get("summary_returns").by_name["measure"].options())
    assert {"records.nil", "records.past", "organisations.standing"} & set(choices) == set()


def test_an_activity_of_another_unit_may_be_named_as_joint_host(world):
    reporter = person(world, "A", "reporter")
    held = activity(world, "A", "联合活动", "2024-03-05", by=reporter, co_hosts="演示市科协、演示乙县科协")
    assert {org.pk for org in held.co_hosts.all()} == {world["CITY"], world["B"]}
    assert {fact.org_id for fact in Fact.objects.filter(posting__source_type="activities")} == {world["A"]}
    assert Activity.objects.unscoped("a test").count() == 1


def test_a_past_figure_is_found_whatever_the_order_of_its_filters(world):
    past = save("past_figures", by=SYSTEM, raw={
        "org": "CITY", "metric": "venues.visits", "filters": "level=province|nation;kind=b|a", "value": "5", "since": "2023-01-01",
        "until": "2023-12-31", "document": "2023年总结",
    })  # fmt: skip
    register = registers.get("past_figures")
    assert [row.grade for row in register.facts_of(past)] == ["kind=a|b;level=nation|province"]
