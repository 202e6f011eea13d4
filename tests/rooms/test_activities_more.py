"""Activities: topics, audiences, kinds of place, theme days, role, days, edition, reach, materials, brands."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.activities.models import Activity, Programme
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, activity, make_world, save

pytestmark = pytest.mark.django_db
FIVE, WEEK, READING, ANTICULT = "演示五进", "演示科技周", "演示读书日", "演示反邪教"
DAY = "2024-05-20"


@pytest.fixture
def world() -> World:
    made = make_world()
    for name, raw in (
        (FIVE, {}),
        (WEEK, {"is_campaign": "是"}),
        (READING, {"is_campaign": "是"}),
        (ANTICULT, {}),
    ):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": name, **raw})
    return made


def programme(name: str, **raw):
    return save("programmes", by=SYSTEM, raw={"org": "CITY", "name": name, **raw})


def test_kinds_of_place_audiences_and_topics_are_counted_once(world):
    places = ("乡村", "社区", "企业", "学校", "机关", "学校")
    people = ("领导干部和公务员", "教师", "妇女", "老年人", "老年人", "")
    sessions = [
        {"day": DAY, "place": place, "audience": who} for place, who in zip(places, people, strict=True)
    ]
    activity(world, "CITY", "五进", DAY, programmes=[FIVE], topic="食品安全", sessions=sessions)
    activity(
        world,
        "CITY",
        "讲座",
        DAY,
        programmes=[FIVE],
        sessions=[{"day": DAY, "topic": "环境保护"}, {"day": DAY}],
    )
    activity(world, "CITY", "另一个", DAY, topic="防灾减灾")
    assert value("activities.place_kinds", programme=FIVE) == 5
    assert value("activities.audiences", programme=FIVE) == 4
    assert value("activities.topics", programme=FIVE) == 2
    assert value("activities.topics") == 3


def test_a_theme_day_is_counted_apart_from_brands_and_by_topic(world):
    activity(world, "CITY", "甲", DAY, programmes=[ANTICULT], campaigns=[WEEK], topic="反邪教")
    activity(world, "CITY", "乙", DAY, campaigns=[WEEK, READING], topic="数字素养")
    assert (value("activities.campaigns"), value("activities.campaigns", grade="反邪教")) == (2, 1)
    assert value("activities.campaign_activities", programme=WEEK) == 2
    assert value("activities.activities", programme=WEEK) == 2
    assert value("activities.campaigns", programme=[ANTICULT]) == 0


def test_theme_days_of_one_series_are_asked_for_by_its_plan_item(world):
    save(
        "plan_frames",
        by=SYSTEM,
        raw={"org": "CITY", "name": "演示系列", "kind": "工作框架（聚焦、提升）", "since": "2024-01-01"},
    )
    activity(world, "CITY", "甲", DAY, programmes=[FIVE], campaigns=[WEEK], items=["演示系列"])
    activity(world, "CITY", "乙", DAY, campaigns=[READING])
    assert (
        value("activities.campaigns", plan="演示系列"),
        value("activities.activities", plan="演示系列"),
    ) == (1, 1)


def test_what_was_only_guided_is_no_activity_of_ours(world):
    one = activity(
        world,
        "CITY",
        "学会科普",
        DAY,
        role="指导",
        topic="智能制造",
        sessions=[{"day": DAY, "on_site": 80}, {"day": DAY}],
    )
    assert held("activities", one) == {"activities.guided": 2}
    with pytest.raises(Invalid, match="联合举办"):
        activity(world, "CITY", "学会另一项", DAY, role="指导", co_hosts=["演示甲县科协"])
    assert Activity.objects.unscoped("test").count() == 1


def test_days_edition_consultations_and_an_estimate_with_its_source(world):
    fair = {"edition": "5", "impact": "10亿", "impact_source": "组委会新闻通稿", "programmes": [FIVE], "basis": "意向/估算",
            "kind": "科技节（嘉年华、大会）"}  # fmt: skip
    one = activity(
        world,
        "CITY",
        "大会",
        "2024-09-20",
        until="2024-09-26",
        sessions=[{"day": "2024-09-20", "on_site": "24万", "consultations": 8000}],
        **fair,
    )
    assert held("activities", one)["activities.days"] == 7
    assert value("activities.days", programme=FIVE) == 7
    assert value("activities.edition_number", programme=FIVE) == 5
    assert value("activities.impact") == 1_000_000_000
    assert (value("activities.on_site"), value("activities.consultations")) == (240_000, 8000)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"until": "2024-05-19"}, "until"),
        ({"edition": "0"}, "edition"),
        ({"impact": "100"}, "impact_source"),
    ],
)
def test_what_an_activity_may_not_say(world, wrong, field):
    with pytest.raises(Invalid) as refused:
        activity(world, "CITY", "甲", DAY, **wrong)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not Activity.objects.unscoped("test").exists()


def test_counties_and_towns_reached_are_counted_once(world):
    world.add_org("T1", "演示一镇科协", "township", "A")
    world.add_org("T2", "演示二镇科协", "township", "A")
    sessions = [{"day": DAY, "reached": name} for name in ("演示一镇科协", "演示二镇科协", "演示一镇科协")]
    activity(world, "CITY", "数字技能培训", DAY, kind="培训", programmes=[FIVE], sessions=sessions)
    assert value("activities.reached", programme=FIVE) == 2
    assert value("organisations.standing", kind="township") == 2
    world.add_org("T3", "演示三镇科协", "township", "A")
    world.add_org("T4", "演示四镇科协", "township", "A")
    assert value("activities.township_coverage", programme=FIVE) == 50
    assert value("activities.township_coverage", kind="lecture") == 0


def test_schools_reached_and_pupils_in_a_survey(world):
    sessions = [
        {"day": DAY, "place": "学校", "body": name, "on_site": 200}
        for name in ("演示一小", "演示二小", "演示一小")
    ]
    activity(world, "CITY", "科学调查体验", DAY, kind="调查体验", programmes=[FIVE], sessions=sessions)
    assert value("activities.sites", programme=FIVE, place="school") == 2
    assert value("activities.on_site", programme=FIVE) == 600


def test_a_planned_activity_is_in_planned_figures_only(world):
    activity(world, "CITY", "下半年巡讲", "2024-11-05", is_planned="是", campaigns=[WEEK])
    assert value("activities.activities", "2024H2") is None
    assert value("activities.activities", "2024H2+预计") == 1
    assert value("activities.campaigns", "2024H2+预计") == 1
    assert not list(differences())


def test_brands_stand_from_day_to_day(world):
    programme("演示品牌", is_brand="是", since="2019-01-01")
    programme("演示旧品牌", is_brand="是", since="2019-01-01", until="2023-12-31")
    programme("演示系列", since="2020-01-01")
    assert (
        value("activities.programmes_standing", "2023", kind="brand"),
        value("activities.programmes_standing", kind="brand"),
    ) == (2, 1)
    assert value("activities.programmes_standing") == 2
    with pytest.raises(Invalid, match="品牌要填起始日期"):
        programme("演示新品牌", is_brand="是")
    assert not Programme.objects.unscoped("test").filter(name="演示新品牌").exists()


def test_materials_by_item_and_use(world):
    for kind, use, number in (("手册（读本）", "发放", "3000"), ("宣传围裙", "发放", "600"), ("条幅（标语）", "展出（悬挂）", "100"),
                              ("展板", "展出（悬挂）", "30")):  # fmt: skip
        save("materials", by=SYSTEM, raw={"org": "CITY", "day": DAY, "kind": kind, "use": use, "title": "反邪教", "quantity": number,
                                          "programmes": [ANTICULT]})  # fmt: skip
    assert value("activities.materials", kind="apron", programme=ANTICULT) == 600
    assert value("activities.materials", channel="shown") == 130
    assert value("activities.material_kinds", programme=ANTICULT) == 4
