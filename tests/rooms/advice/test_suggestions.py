"""Suggestions from being raised to a plan, bulletins by series and issue, topics by grade."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.advice.models import Study, TopicCall
from tests.rooms.advice.test_advice import sent, study
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def raise_one(title: str, *lines, day: str = "2024-03-05", **raw):
    return save("studies", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": "建议", "author": "科技工作者",
                                           **raw}, lines=list(lines))  # fmt: skip


def issue(series: str, number: int, day: str, **raw):
    return study(
        f"{series}{day}", sent(day), kind="专报（简报）", series=series, issue=str(number), day=day, **raw
    )


def call(title: str, graded=(), day: str = "2024-03-05", **raw):
    names = ("day", "level", "grade", "topics")
    return save("topic_calls", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "role": "推荐上报",
                                               "submitted": "250", **raw},
                lines=[dict(zip(names, line, strict=True)) for line in graded])  # fmt: skip


class TestSuggestions:
    def test_each_step_counts_on_its_own_day(self, world):
        one = raise_one("多馆合一", sent("2024-04-10"), sent("2024-05-10", "省级"), kind="提案（议案）", reviewed="2024-03-20",
                        outcome="列入规划（计划）", outcome_day="2024-09-01", outcome_level="市级", adopted_into="演示规划")  # fmt: skip
        assert held("studies", one) == {
            "advice.studies": 1, "advice.submissions": 2, "advice.reviewed": 1, "advice.passed_on": 1,
            "advice.answered": 1, "advice.adopted": 1,
        }  # fmt: skip
        assert value("advice.passed_on", "2024-04", kind=("suggestion", "motion")) == 1
        assert value("advice.passed_on", "2024-05", kind=("suggestion", "motion")) == 0, (
            "two places are one suggestion"
        )
        assert value("advice.suggestions_waiting", "2024-08") == 1
        assert value("advice.suggestions_waiting") == 0
        assert value("advice.adopted", "2024-09", level="city", grade="in_plan") == 1
        assert value("advice.studies", kind=("suggestion", "motion")) == 1
        assert not list(differences())

    def test_a_suggestion_may_wait_before_it_is_passed_on(self, world):
        raise_one("甲")
        raise_one(
            "乙",
            sent("2024-06-10"),
            source="课题（调研）成果",
            outcome="立案（交办）",
            outcome_day="2024-07-01",
        )
        raise_one("丙", sent("2024-06-10"), outcome="未采纳", outcome_day="2024-08-01")
        assert value("advice.studies", kind=("suggestion", "motion")) == 3
        assert value("advice.passed_on", kind=("suggestion", "motion")) == 2
        assert value("advice.suggestions_waiting") == 2, "what is filed waits for its answer"
        assert value("advice.passed_on", grade="from_topic", kind=("suggestion", "motion")) == 1
        assert value("advice.answered") == 1
        assert value("advice.adopted") == 0

    def test_a_batch_known_by_its_total_counts_its_pieces(self, world):
        raise_one("上半年建议", sent("2024-06-10"), items="120")
        raise_one("提案", sent("2024-06-11"), kind="提案（议案）", items="85")
        assert value("advice.studies", kind=("suggestion", "motion")) == 205
        assert value("advice.studies", kind="motion") == 85
        assert value("advice.passed_on", kind="suggestion") == 120

    def test_a_report_counts_when_it_is_finished_though_nobody_has_it_yet(self, world):
        raise_one("甲", kind="调研报告")
        assert value("advice.studies", kind="research") == 1
        assert value("advice.passed_on", kind="research") == 0

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"outcome": "已答复"}, "outcome_day"),
            ({"outcome_day": "2024-04-01"}, "outcome"),
            ({"adopted_into": "演示规划"}, "outcome"),
            ({"outcome": "已答复", "outcome_day": "2024-01-01"}, "outcome_day"),
            ({"outcome": "已答复", "outcome_day": "2099-01-01"}, "outcome_day"),
            ({"reviewed": "2024-01-01"}, "reviewed"),
            ({"items": "0"}, "items"),
            ({"issue": "3"}, "series"),
            ({"series": "演示专报"}, "kind"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            raise_one("甲", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Study.objects.unscoped("test").exists()


class TestBulletins:
    def test_fourteen_issues_over_two_series(self, world):
        for number in range(9):
            issue("演示工作专报", number + 1, f"2024-0{number + 1}-10")
        for number in range(5):
            issue("演示建言专报", number + 1, f"2024-0{number + 1}-11")
        assert value("advice.studies", kind="bulletin") == 14
        assert value("advice.bulletin_series") == 2
        assert value("advice.studies", grade="演示建言专报", kind="bulletin") == 5
        assert value("advice.issue", grade="演示工作专报") == 9

    def test_an_issue_is_out_once_a_year(self, world):
        issue("演示工作专报", 3, "2024-03-10")
        with pytest.raises(Invalid, match="2024年《演示工作专报》第3期已经登记过"):
            issue("演示工作专报", 3, "2024-04-10")
        issue("演示工作专报", 3, "2023-04-10")
        assert value("advice.studies", kind="bulletin") == 1

    def test_a_compilation_is_told(self, world):
        one = raise_one("学会建言", kind="摘编（汇编）", series="建言摘编", issue="1", author="学会")
        assert value("advice.studies", kind="compilation") == 1
        assert (
            registers.get("studies").sentence(one)
            == "2024年3月5日完成摘编（汇编）“学会建言”（《建言摘编》第1期）"
        )


class TestTopics:
    def test_graded_by_the_province(self, world):
        one = call("年度课题", [("2024-11-05", "省级", "一类", "10"), ("2024-11-05", "省级", "二类", "25"),
                                ("2024-11-05", "省级", "三类", "70")], authors="600")  # fmt: skip
        assert held("topic_calls", one) == {
            "advice.topic_calls": 1, "advice.topics": 250, "advice.topics_graded": 105, "advice.topic_authors": 600,
        }  # fmt: skip
        assert value("advice.topics_graded", level="province", grade="class_one") == 10
        assert value("advice.topics_graded", grade="class_two") == 25
        assert value("advice.topics_graded", grade="class_three") == 70
        assert value("advice.topics", kind="forward_topics") == 250

    def test_a_yield_by_grades(self, world):
        """125 texts of 22 units: 6, 10 and 20, and 14 excellent ones."""
        call("征文", [("2024-11-05", "市级", "一类", "6"), ("2024-11-05", "市级", "二类", "10"),
                      ("2024-11-05", "市级", "三类", "20"), ("2024-11-05", "市级", "优秀", "14")],
             role="本单位征集", submitted="125")  # fmt: skip
        assert value("advice.topics_graded") == 50
        assert value("advice.topics", kind="call_topics") == 125

    def test_topics_of_party_building(self, world):
        call("党建课题", role="本单位承担", subject="党建", submitted="11")
        call("别的", role="本单位承担", submitted="4")
        assert value("advice.topics", channel="party_building", kind="undertake_topics") == 11

    @pytest.mark.parametrize(
        ("wrong", "graded", "text"),
        [
            ({"submitted": "0"}, [], "课题数不能是0"),
            ({"day": "2099-01-01"}, [], "还没有到"),
            ({"submitted": "5"}, [("2024-11-05", "省级", "一类", "6")], "多于课题数5篇"),
            ({}, [("2024-01-05", "省级", "一类", "6")], "早于征集日期"),
            ({}, [("2024-11-05", "省级", "一类", "0")], "篇数不能是0"),
        ],
    )
    def test_what_is_refused(self, world, wrong, graded, text):
        with pytest.raises(Invalid, match=text):
            call("年度课题", graded, **wrong)
        assert not TopicCall.objects.unscoped("test").exists()
