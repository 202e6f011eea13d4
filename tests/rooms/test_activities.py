"""Activities: what they count, on which day, for whom."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from kebridge.core.ledger.models import Fact, Tag
from kebridge.core.ledger.rows import BASES, STATES
from kebridge.core.ledger.verify import problems
from kebridge.core.records.cleaning import Invalid
from kebridge.core.records.models import Body
from tests.core.ledger.samples import sample
from tests.support.world import SYSTEM, activity, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def net(record, *dimensions):
    """Net quantity by (measure, day, chosen dimensions)."""
    total = Counter()
    for fact in Fact.objects.filter(posting__source_type="activities", posting__source_id=record.pk):
        more = tuple(getattr(fact, name) for name in dimensions)
        total[fact.measure, fact.day.isoformat(), *more] += fact.sign * fact.quantity
    return {key: value for key, value in total.items() if value}


def test_on_site_online_and_page_views_are_three_measures(world):
    record = activity(world, "A", "直播讲座", "2024-03-05", form="线上线下结合",
                      sessions=[{"day": "2024-03-05", "on_site": 80, "online": "1.2万", "page_views": 300}])  # fmt: skip
    day = "2024-03-05"
    assert net(record) == {(201, day): 1, (202, day): 1, (203, day): 80, (204, day): 12000, (205, day): 300}


def test_sessions_count_on_their_own_days_over_new_year(world):
    days = ("2024-12-30", "2024-12-31", "2025-01-01")
    record = activity(world, "A", "迎新展览", days[0], sessions=[{"day": day, "on_site": 10} for day in days])
    expected = {(201, days[0]): 1, **{(202, day): 1 for day in days}, **{(203, day): 10 for day in days}}
    assert net(record) == expected


@pytest.mark.parametrize("outcome", ["取消", "延期"])
def test_what_was_not_held_counts_nothing_and_reverses_what_counted(world, outcome):
    record = activity(world, "A", "讲座", "2024-03-05")
    raw = {"org": "A", "title": "讲座", "day": "2024-03-05", "kind": "报告会/讲座", "outcome": outcome}
    save("activities", by=SYSTEM, raw=raw, lines=[{"day": "2024-03-05", "on_site": 100}], pk=record.pk)
    assert (net(record), list(problems())) == ({}, [])


def test_a_planned_activity_counts_as_planned_only(world):
    coming = (timezone.localdate() + timedelta(days=30)).isoformat()
    record = activity(world, "A", "年底活动", coming, is_planned="是")
    planned = STATES["planned"]
    assert net(record, "state") == {
        (201, coming, planned): 1,
        (202, coming, planned): 1,
        (203, coming, planned): 100,
    }
    with pytest.raises(Invalid, match="还没有到"):
        activity(world, "A", "另一个", coming)


def test_sites_and_partners_are_subjects_counted_apart(world):
    sessions = [{"day": "2024-03-05", "body": "演示县第一小学"}, {"day": "2024-03-06", "body": "演示县第一小学"},
                {"day": "2024-03-06", "body": "演示县第二小学"}]  # fmt: skip
    record = activity(
        world, "A", "进校园", "2024-03-05", sessions=sessions, partners="演示县教育局、演示县气象局"
    )
    names = dict(Body.objects.unscoped("a test").values_list("subject_id", "name"))
    found = Counter(
        (fact.measure, names[fact.subject_id])
        for fact in Fact.objects.filter(
            posting__source_id=record.pk, subject__isnull=False, posting__source_type="activities"
        )
    )
    assert found == {
        (206, "演示县第一小学"): 2, (206, "演示县第二小学"): 1, (207, "演示县教育局"): 1, (207, "演示县气象局"): 1,
    }  # fmt: skip


def test_a_joint_activity_is_counted_once_for_its_owner(world):
    record = activity(world, "A", "联合活动", "2024-03-05", co_hosts="演示市科协、演示乙县科协")
    assert net(record, "org_id")[201, "2024-03-05", world["A"]] == 1
    assert {key[2] for key in net(record, "org_id")} == {world["A"]}


def test_every_fact_carries_the_dimensions_tags_and_basis(world):
    sample("programmes", name="科普日")
    record = activity(world, "A", "讲座", "2024-03-05", programmes="科普日", level="县级", basis="单位填报",
                      sessions=[{"day": "2024-03-05", "on_site": 9, "place": "学校", "audience": "中小学生"}])  # fmt: skip
    facts = Fact.objects.filter(posting__source_id=record.pk, posting__source_type="activities")
    tag = Tag.objects.get(name="科普日")
    assert {(one.kind, one.level, one.channel, one.basis, one.tagset.key) for one in facts} == {
        ("lecture", "county", "onsite", BASES["reported"], str(tag.pk))
    }
    assert {(one.measure, one.place, one.audience) for one in facts} == {
        (201, "", ""), (202, "school", "pupils"), (203, "school", "pupils"),
    }  # fmt: skip


def test_a_programme_that_is_renamed_keeps_its_tag_and_its_activities(world):
    made = sample("programmes", name="科普日")
    record = activity(world, "A", "讲座", "2024-03-05", programmes="科普日")
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"}, pk=made.pk)
    assert [tag.name for tag in record.programmes.all()] == ["全国科普日"]
    assert list(problems()) == []


@pytest.mark.parametrize(
    ("changes", "session", "field"),
    [
        ({}, {"day": "2024-03-04"}, "day"),
        ({}, {"day": "2025-12-31"}, "day"),
        ({}, {"day": "2024-03-05", "online": 5}, "form"),
    ],
)
def test_what_cannot_be(world, changes, session, field):
    with pytest.raises(Invalid) as refused:
        activity(world, "A", "讲座", "2024-03-05", sessions=[session], **changes)
    assert [fault.field for fault in refused.value.faults] == [field]


def test_materials_count_their_quantity_with_kind_and_programme(world):
    sample("programmes", name="科学家精神")
    made = save("materials", by=SYSTEM, raw={"org": "A", "day": "2024-05-30", "kind": "展板", "title": "主题展板",
                                             "quantity": "12", "programmes": "科学家精神"})  # fmt: skip
    fact = Fact.objects.get(posting__source_type="materials", posting__source_id=made.pk)
    assert (fact.measure, fact.quantity, fact.kind, fact.tagset is not None) == (208, 12, "panel", True)
