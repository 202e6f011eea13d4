"""Organisations with a past: what happened on a day, the tree at any day and as known at any seal."""

from datetime import date

import pytest

from kebridge.core.access.actors import Denied
from kebridge.core.ledger.models import Fact
from kebridge.core.ledger.seals import seal
from kebridge.core.ledger.verify import problems
from kebridge.core.orgs import trees
from kebridge.core.orgs.models import OrgEvent
from kebridge.core.records.cleaning import Invalid
from kebridge.core.refusal import Refusal
from kebridge.rooms.organisations import ops
from kebridge.rooms.organisations.models import OrgCard
from tests.support.world import SYSTEM, make_world, save

pytestmark = pytest.mark.django_db


def d(text):
    return date.fromisoformat(text)


@pytest.fixture
def world():
    return make_world()


def card(pk):
    return OrgCard.objects.unscoped("a test").get(pk=pk)


def standing(day):
    """Codes of the organisations standing at the end of a day."""
    tree = trees.tree(d(day))
    return {node.code for node in tree.standing(tree.ids)}


def stock(day, **filters):
    """Standing organisations by the ledger."""
    facts = Fact.objects.filter(measure=101, day__lte=d(day), **filters)
    return sum(fact.sign * fact.quantity for fact in facts)


def test_founding_counts_from_its_day_and_entering_is_no_founding(world):
    world.add_org("S", "演示茶叶学会", "society", "CITY", founded="2024-03-05")
    assert ("S" in standing("2024-03-04"), "S" in standing("2024-03-05")) == (False, True)
    assert (stock("2024-03-04"), stock("2024-03-05")) == (5, 6)
    founded = Fact.objects.filter(measure=102)
    assert [(fact.org_id, fact.day, fact.kind) for fact in founded] == [
        (world["S"], d("2024-03-05"), "society")
    ]


def test_a_name_holds_from_its_day(world):
    ops.rename(world["A"], name="甲区科协", day=d("2024-07-01"), by=SYSTEM)
    names = [trees.tree(d(day)).name(world["A"]) for day in ("2024-06-30", "2024-07-01")]
    assert names == ["演示甲县科协", "甲区科协"]
    assert card(world["A"]).name == "甲区科协"


def test_a_change_dated_before_a_later_one_does_not_overwrite_the_card(world):
    ops.rename(world["A"], name="甲区科协", day=d("2024-07-01"), by=SYSTEM)
    ops.rename(world["A"], name="甲市科协", day=d("2020-01-01"), by=SYSTEM)
    ops.move(world["AM"], parent_id=world["B"], day=d("2024-07-01"), by=SYSTEM)
    ops.move(world["AM"], parent_id=world["CITY"], day=d("2020-01-01"), by=SYSTEM)
    names = [trees.tree(d(day)).name(world["A"]) for day in ("2019-12-31", "2020-01-01", "2024-07-01")]
    assert names == ["演示甲县科协", "甲市科协", "甲区科协"]
    assert (card(world["A"]).name, card(world["AM"]).org_id) == ("甲区科协", world["B"])
    assert list(problems()) == []


def test_a_type_moves_the_stock_on_its_day(world):
    ops.retype(world["A"], org_type="park", day=d("2024-07-01"), by=SYSTEM)
    counts = [(stock(day, kind="district"), stock(day, kind="park")) for day in ("2024-06-30", "2024-07-01")]
    assert counts == [(2, 0), (1, 1)]
    assert (stock("2024-07-01"), Fact.objects.filter(measure__in=(102, 103)).count()) == (5, 0)


def test_a_move_holds_from_its_day_and_takes_all_below_along(world):
    ops.move(world["A"], parent_id=world["B"], day=d("2024-07-01"), by=SYSTEM)
    below = [set(trees.tree(d(day)).subtree(world["B"])) for day in ("2024-06-30", "2024-07-01")]
    assert below == [{world["B"]}, {world["B"], world["A"], world["AM"]}]
    assert [node.code for node in trees.tree(d("2024-07-01")).path(world["AM"])] == ["CITY", "B", "A", "AM"]
    assert stock("2024-07-01") == 5


def test_a_merged_organisation_ends_inside_its_successor_with_its_past(world):
    ops.merge(world["AM"], into_id=world["M"], day=d("2024-07-01"), by=SYSTEM)
    assert ("AM" in standing("2024-06-30"), "AM" in standing("2024-07-01")) == (True, False)
    assert set(trees.tree(d("2024-07-01")).subtree(world["M"])) == {world["M"], world["AM"]}
    assert [(fact.org_id, fact.day) for fact in Fact.objects.filter(measure=103)] == [
        (world["AM"], d("2024-07-01"))
    ]
    assert (stock("2024-06-30"), stock("2024-07-01")) == (5, 4)
    assert OrgEvent.objects.get(kind="merge").other_id == world["M"]


def test_a_split_organisation_stays_beside_its_successors(world):
    heirs = ops.split(
        world["B"], successors=[("B1", "乙东区科协"), ("B2", "乙西区科协")], day=d("2024-07-01"), by=SYSTEM
    )
    tree = trees.tree(d("2024-07-01"))
    assert [heir.code for heir in heirs] == ["B1", "B2"]
    assert [tree.by_code[code].parent for code in ("B", "B1", "B2")] == [world["CITY"]] * 3
    assert standing("2024-06-30") == {"CITY", "A", "B", "M", "AM"}
    assert standing("2024-07-01") == {"CITY", "A", "M", "AM", "B1", "B2"}
    assert (stock("2024-06-30"), stock("2024-07-01"), list(problems())) == (5, 6, [])


def test_a_closed_organisation_stands_until_its_day(world):
    ops.close(world["AM"], day=d("2024-07-01"), by=SYSTEM)
    assert (stock("2024-06-30"), stock("2024-07-01")) == (5, 4)
    node = trees.tree(d("2024-07-01")).nodes[world["AM"]]
    assert (node.standing, node.ended, node.parent) == (False, d("2024-07-01"), world["A"])
    assert list(problems()) == []


def test_the_tree_as_known_at_a_seal(world):
    first = seal(by=SYSTEM).pk
    ops.move(world["AM"], parent_id=world["B"], day=d("2020-01-01"), by=SYSTEM)
    second = seal(by=SYSTEM).pk
    ops.rename(world["AM"], name="新名", day=d("2020-01-01"), by=SYSTEM)
    day = d("2024-01-01")
    seen = [(t.nodes[world["AM"]].parent, t.name(world["AM"])) for t in
            (trees.tree(day, first), trees.tree(day, second), trees.tree(day))]  # fmt: skip
    assert seen == [(world["A"], "演示甲县科技馆"), (world["B"], "演示甲县科技馆"), (world["B"], "新名")]
    assert set(trees.tree(day, 0).nodes) == set()


@pytest.mark.parametrize("far", [False, True])
def test_a_circle_is_refused_also_in_the_time_between_two_changes(world, far):
    with pytest.raises(Refusal, match="下级"):
        ops.move(world["A"], parent_id=world["AM"], day=d("2024-01-01"), by=SYSTEM)
    with pytest.raises(Refusal, match="下级"):
        ops.merge(world["A"], into_id=world["A"], day=d("2024-01-01"), by=SYSTEM)
    if far:
        ops.move(world["B"], parent_id=world["A"], day=d("2024-03-01"), by=SYSTEM)
        ops.move(world["B"], parent_id=world["CITY"], day=d("2024-06-01"), by=SYSTEM)
        with pytest.raises(Refusal, match="下级"):
            ops.move(world["A"], parent_id=world["B"], day=d("2024-01-01"), by=SYSTEM)


def test_refusals_change_nothing(world):
    before = (OrgEvent.objects.count(), Fact.objects.count())
    with pytest.raises(Refusal, match="还有1个存续"):
        ops.close(world["A"], day=d("2024-01-01"), by=SYSTEM)
    with pytest.raises(Refusal, match="早于"):
        ops.rename(world["A"], name="太早", day=d("2009-12-31"), by=SYSTEM)
    with pytest.raises(Refusal, match="已有顶层组织"):
        ops.found_top(code="X", name="另一个", by=SYSTEM)
    assert (OrgEvent.objects.count(), Fact.objects.count(), card(world["A"]).name) == (
        *before,
        "演示甲县科协",
    )
    ops.close(world["AM"], day=d("2024-01-01"), by=SYSTEM)
    with pytest.raises(Refusal, match="已于2024年1月1日终止"):
        ops.rename(world["AM"], name="已终止", day=d("2024-02-01"), by=SYSTEM)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", "另一名称"), ("type", "society"), ("org", "B"), ("code", "AM2"), ("known_from", "2011-01-01"),
     ("founded", "2015-01-01")],
)  # fmt: skip
def test_the_form_cannot_change_what_only_events_change(world, field, typed):
    raw = {"code": "AM", "name": "演示甲县科技馆", "type": "museum", "org": "A", "known_from": "2010-01-01"}
    save("organisations", by=SYSTEM, raw={**raw, "document": "批复1号"}, pk=world["AM"])
    with pytest.raises(Invalid) as refused:
        save("organisations", by=SYSTEM, raw={**raw, field: typed}, pk=world["AM"])
    assert [fault.field for fault in refused.value.faults] == [field]
    held = card(world["AM"])
    assert (held.name, held.type, held.org_id, held.code) == ("演示甲县科技馆", "museum", world["A"], "AM")


def test_reorganising_is_for_those_who_may_at_both_ends(world):
    county = world.person("county", ("A", "office"))
    ops.rename(world["AM"], name="县馆", day=d("2024-01-01"), by=county)
    for refused in (
        lambda: ops.rename(world["B"], name="x", day=d("2024-01-01"), by=county),
        lambda: ops.move(world["AM"], parent_id=world["B"], day=d("2024-01-01"), by=county),
        lambda: ops.merge(world["AM"], into_id=world["M"], day=d("2024-01-01"), by=county),
    ):
        before = OrgEvent.objects.count()
        with pytest.raises(Denied):
            refused()
        assert OrgEvent.objects.count() == before
