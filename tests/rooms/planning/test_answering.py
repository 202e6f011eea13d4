"""Papers received, targets, problems, assessments: what counts and what is refused."""

from decimal import Decimal

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.planning.models import Assessment, IncomingDocument, Problem, Target
from tests.rooms.people.entering import held, inspection, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def incoming(title="演示通知", **raw):
    return save("incoming_documents", by=SYSTEM, raw={"org": "CITY", "day": "2024-03-05", "kind": "通知", "title": title,
                                                      "sender": "演示省科协", "level": "省级", **raw})  # fmt: skip


def target(title="完成招商项目1个", lines=None, **raw):
    return save("targets", by=SYSTEM, lines=lines, raw={
        "org": "CITY", "kind": "招商引资", "title": title, "assigner": "演示市政府", "since": "2024-01-01",
        "until": "2024-12-31", "target": "1", "unit": "个", **raw,
    })  # fmt: skip


def problem(title="对基层指导不够", **raw):
    return save("problems", by=SYSTEM, raw={"org": "CITY", "day": "2024-06-25", "title": title, **raw})


def assessment(lines, **raw):
    return save("assessments", by=SYSTEM, lines=lines, raw={
        "org": "CITY", "day": "2025-01-20", "year": "2024", "role": "接受上级考核", "title": "演示考核", **raw,
    })  # fmt: skip


def test_papers_received_and_letters_of_praise(world):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示宣传月"})
    one = incoming(programmes=["演示宣传月"], due="2024-06-30", handled="2024-06-01")
    incoming("表扬演示市科协", kind="表扬信（致信）", day="2024-09-01")
    incoming("政府工作报告", kind="写入上级文件", day="2024-01-31")
    assert held("incoming_documents", one) == {"planning.incoming": 1, "planning.incoming_handled": 1}
    assert value("planning.incoming", programme="演示宣传月") == 1
    assert value("planning.incoming", kind="praise", level="province") == 1
    assert value("planning.incoming", kind="cited") == 1


def test_targets_stand_for_their_span_and_are_met(world):
    lines = [{"day": "2024-05-30", "what": "演示项目", "quantity": "1"}]
    one = target(lines=lines, floor="100000000", met="2024-06-01")
    target("培育企业1家", kind="培育四上企业")
    assert value("planning.targets") == 2
    assert value("planning.targets", "2025") == 0
    assert value("planning.targets_met", kind="investment") == 1
    assert value("planning.target_floor", kind="investment") == 100_000_000
    assert value("planning.target_achieved", kind="investment") == 1
    assert held("targets", one) == {"planning.targets_met": 1, "planning.target_achieved": 1}


def test_problems_stand_until_they_are_put_right(world):
    problem()
    problem("宣传形式单一", addressed="2024-11-01", measures="开设视频栏目")
    assert value("planning.problems", "2024H1") == 2
    assert value("planning.problems_open", "2024H1") == 2
    assert value("planning.problems_open") == 1
    assert value("planning.rectification") == 50


def test_a_problem_that_a_visit_found_names_the_visit(world):
    with pytest.raises(Invalid, match="请先登记"):
        problem(source="调研检查反馈", visit="调研科普工作")
    assert not Problem.objects.unscoped("test").exists()
    inspection("调研科普工作", "2024-05-01", [("科协", "副主席（副职）", "1")])
    problem(source="调研检查反馈", visit="调研科普工作")
    assert value("planning.problems", grade="visit") == 1


def test_scores_given_stand_before_those_computed(world):
    lines = [
        {"title": "预算执行率", "full": "10", "computed": "9.68", "given": "9.5", "why": "评委核减"},
        {"title": "科普活动", "full": "10", "computed": "9"},
    ]
    assessment(lines, result="优秀")
    assessment([{"title": "公民科学素质", "full": "5"}], role="纳入上级考核的指标", title="演示综合绩效")
    assert value("planning.assessed_score", "2025", kind="assessed") == Decimal("18.50")
    assert value("planning.assessment_items", "2025", kind="indicator") == 1
    assert value("planning.assessments", "2025", grade="excellent") == 1
    assert not list(differences())


@pytest.mark.parametrize(
    ("enter", "model", "wrong", "field"),
    [
        (incoming, IncomingDocument, {"due": "2024-03-01"}, "due"),
        (incoming, IncomingDocument, {"handled": "2099-01-01"}, "handled"),
        (target, Target, {"until": "2023-12-31"}, "until"),
        (target, Target, {"met": "2024-06-01"}, "met"),
        (target, Target, {"limits": "类别=通知"}, "metric"),
        (problem, Problem, {"addressed": "2024-07-01"}, "measures"),
        (problem, Problem, {"visit": "某次调研"}, "visit"),
    ],
)
def test_what_is_refused(world, enter, model, wrong, field):
    with pytest.raises(Invalid) as refused:
        enter(**wrong)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not model.objects.unscoped("test").exists()


def test_a_score_above_the_full_one_or_without_its_reason_is_refused(world):
    for line in (
        {"title": "甲", "full": "5", "computed": "6"},
        {"title": "甲", "full": "5", "computed": "4", "given": "3"},
    ):
        with pytest.raises(Invalid, match="甲"):
            assessment([line])
    assert not Assessment.objects.unscoped("test").exists()


def test_next_plan_campaigns_and_term(world):
    span = {"org": "CITY", "since": "2024-07-01", "until": "2024-12-31"}
    save("plan_frames", by=SYSTEM, raw={**span, "name": "2024年下半年工作计划", "kind": "下步计划"})
    for number in range(6):
        save("plan_items", by=SYSTEM, raw={**span, "name": f"计划{number}", "kind": "事项", "frames": ["2024年下半年工作计划"],
                                          "finished": "2024-11-01" if number else ""})  # fmt: skip
    assert value("planning.items", "2024H2", plan="2024年下半年工作计划") == 6
    assert value("planning.items_finished", "2024H2", plan="2024年下半年工作计划") == 5
    save("plan_frames", by=SYSTEM, raw={"org": "CITY", "name": "疫情防控", "kind": "中心工作（上级部署）", "since": "2020-01-23",
                                        "until": "2023-01-08"})  # fmt: skip
    assert value("planning.frames_ended", "2020..2025", kind="campaign") == 1
    save(
        "term_renewals",
        by=SYSTEM,
        raw={"org": "CITY", "sort": "科协代表大会", "term": "8", "held": "2020-06-01"},
    )
    assert value("planning.term_number", "2025", kind="held", audience="association") == 8


def test_documents_are_told_by_topic_and_by_revision(world):
    for number, action in enumerate(("制定", "修订", "修订")):
        save("documents", by=SYSTEM, raw={"org": "CITY", "day": "2024-03-05", "kind": "制度（办法）", "action": action,
                                          "title": f"演示制度{number}", "topic": "意识形态" if number else "学会管理"})  # fmt: skip
    assert value("planning.documents", kind="rule", channel="意识形态") == 2
    assert value("planning.documents", kind="rule", grade="revised") == 2
