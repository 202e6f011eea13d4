"""Studies, instructions and study tours: a study is instructed once, an instruction is never quoted."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.advice.models import Study, StudyTour
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def sent(day: str = "2024-03-10", level: str = "市级", **raw):
    return {"day": day, "level": level, **raw}


def instructed(on: str, post: str = "党政主要领导", level: str = "市级", **raw):
    return sent("2024-03-10", level, instructed=on, post=post, **raw)


def study(title: str, *lines, day: str = "2024-03-05", **raw):
    return save("studies", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, "kind": "调研报告", **raw},
                lines=list(lines or [sent()]))  # fmt: skip


def tour(title: str, cities: list[tuple[str, ...]], day: str = "2024-05-10", **raw):
    return save("study_tours", by=SYSTEM, raw={"org": "CITY", "title": title, "day": day, **raw},
                lines=[dict(zip(("city", "host"), line, strict=False)) for line in cities])  # fmt: skip


class TestStudies:
    def test_a_study_sent_to_two_is_one_study(self, world):
        one = study("状况调研", sent(), sent(level="省级"))
        assert held("studies", one) == {"advice.studies": 1, "advice.submissions": 2, "advice.passed_on": 1}
        assert value("advice.studies", level="province") == 1
        assert value("advice.studies", level="city") == 0
        assert value("advice.submissions", level="city") == 1

    def test_a_study_is_instructed_once_on_the_day_of_the_first(self, world):
        one = study("状况调研", instructed("2024-05-01"), instructed("2024-04-01", "党政分管领导"))
        assert held("studies", one) == {
            "advice.studies": 1, "advice.submissions": 2, "advice.instructions": 2, "advice.instructed": 1,
            "advice.instructed_principal": 1, "advice.passed_on": 1,
        }  # fmt: skip
        assert value("advice.instructed", "2024-04", grade="deputy") == 1
        assert value("advice.instructed", "2024-05") == 0
        assert value("advice.instructed_principal", "2024-05", level="city") == 1

    def test_of_two_on_one_day_the_more_senior_speaks(self, world):
        study("状况调研", instructed("2024-04-01", "党政分管领导"), instructed("2024-04-01"))
        assert value("advice.instructed", grade="principal") == 1
        assert value("advice.instructed", grade="deputy") == 0

    def test_an_instruction_of_a_later_year_counts_then(self, world):
        study("状况调研", sent("2023-12-01", instructed="2024-01-05", post="党政主要领导"), day="2023-11-20")
        assert value("advice.studies", "2023") == 1
        assert value("advice.instructed", "2023") == 0
        assert value("advice.instructed", "2024") == 1

    def test_reports_with_a_principals_instruction_by_kind(self, world):
        for number in range(5):
            study(f"调研{number}", instructed("2024-06-01"), instructed("2024-07-01"))
        study("考察", instructed("2024-06-01"), kind="考察报告")
        study("县里批的", instructed("2024-06-01", level="县级"))
        study("分管批的", instructed("2024-06-01", "党政分管领导"))
        study("没有批示")
        asked = {"kind": "research", "level": "city"}
        assert value("advice.instructed_principal", **asked) == 5
        assert value("advice.instructed", **asked) == 6
        assert value("advice.instructions", grade="principal", **asked) == 10
        assert value("advice.instructed", kind="tour_report") == 1
        assert value("advice.studies", audience="association") == 9

    def test_follow_up_is_a_share_of_instructions(self, world):
        study(
            "甲", instructed("2024-06-01", follow_up="已落实"), instructed("2024-06-02", follow_up="正在落实")
        )
        assert value("advice.followed_up") == 50

    def test_no_field_holds_the_text_of_an_instruction(self):
        register = registers.get("studies")
        assert [one.kind for one in register.line_fields if one.kind == "long"] == []
        helps = {one.name: one.help for one in register.line_fields}
        assert "绝不写批示的内容" in helps["instructed"]
        assert "绝不写批示的内容" in register.help

    @pytest.mark.parametrize(
        ("line", "text"),
        [
            (sent(instructed="2024-03-01", post="党政主要领导"), "第1行的批示日期早于报送日期"),
            (sent(instructed="2024-04-01"), "请选批示领导的职务"),
            (sent(post="党政主要领导"), "请填批示日期"),
            (sent(follow_up="已落实"), "请填批示日期"),
            (sent(instructed="2099-01-01", post="党政主要领导"), "批示日期还没有到"),
            (sent("2099-01-01"), "报送日期还没有到"),
        ],
    )
    def test_what_is_refused(self, world, line, text):
        with pytest.raises(Invalid, match=text):
            study("状况调研", line)
        assert not Study.objects.unscoped("test").exists()

    def test_a_study_not_yet_written_and_a_doubled_one_are_refused(self, world):
        with pytest.raises(Invalid, match="还没有到"):
            study("状况调研", day="2099-01-01")
        study("状况调研")
        with pytest.raises(Invalid, match="同一单位已有相同"):
            study("状况调研")
        assert value("advice.studies") == 1


class TestTours:
    def test_one_tour_to_several_cities(self, world):
        one = tour(
            "场馆建设",
            [("演示江城", "演示江城科技馆"), ("演示江城", "演示江城科协"), ("演示港城",)],
            people="6",
        )
        assert held("study_tours", one) == {
            "advice.tours": 1, "advice.tour_people": 6, "advice.destinations": 2, "advice.hosts": 2,
        }  # fmt: skip

    def test_a_city_visited_twice_is_one_city(self, world):
        tour("场馆建设", [("演示江城",), ("演示港城",)])
        tour("组织建设", [("演示江城",), ("演示湖城",), ("演示山城",)], day="2024-09-01")
        assert value("advice.tours") == 2
        assert value("advice.destinations") == 4
        assert value("advice.destinations", "2024-05") == 2

    @pytest.mark.parametrize(
        ("wrong", "cities", "text"),
        [
            ({"day": "2099-01-01"}, [("演示江城",)], "还没有到"),
            ({"people": "0"}, [("演示江城",)], "人数不能是0"),
            ({}, [("演示江城",), ("演示江城",)], "第2行与前面的重复"),
        ],
    )
    def test_what_is_refused(self, world, wrong, cities, text):
        with pytest.raises(Invalid, match=text):
            tour("场馆建设", cities, **wrong)
        assert not StudyTour.objects.unscoped("test").exists()


def test_records_are_told_in_words(world):
    written = study("状况调研", instructed("2024-04-01"), sent())
    gone = tour("场馆建设", [("演示江城",), ("演示港城",)], people="6")
    assert registers.get("studies").sentence(written) == (
        "2024年3月5日完成调研报告“状况调研”，4月1日市级党政主要领导批示"
    )
    assert registers.get("study_tours").sentence(gone) == "5月10日赴演示江城、演示港城学习考察：场馆建设，6人"


def test_a_corrected_and_a_void_record_count_what_stands(world):
    one = study("状况调研", instructed("2024-04-01"))
    save("studies", by=SYSTEM, pk=one.pk, reason="更正", lines=[sent()],
         raw={"org": "CITY", "title": "状况调研", "day": "2024-03-05", "kind": "调研报告"})  # fmt: skip
    assert held("studies", one) == {"advice.studies": 1, "advice.submissions": 1, "advice.passed_on": 1}
    ops.move_record(registers.get("studies"), one.pk, "void", by=SYSTEM, reason="误登")
    assert held("studies", one) == {}
    assert not list(differences())
