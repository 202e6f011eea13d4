"""Contests: editions with pupils as counts, awards by stage and grade, the number of an edition."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.contests.models import Edition, Result
from tests.rooms.people.entering import held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
YOUTH, ROBOTS, METHODS, GAMES = "演示青少年创新大赛", "演示机器人竞赛", "演示创新方法大赛", "演示科技运动会"


@pytest.fixture
def world() -> World:
    made = make_world()
    for name in (YOUTH, ROBOTS, METHODS, GAMES):
        scheme(name, kind="赛事")
    return made


def edition(name: str, day: str, **raw):
    return save("contest_editions", by=SYSTEM, raw={"org": "CITY", "schemes": [name], "day": day, "level": "市级",
                                                    "role": "主办", **raw})  # fmt: skip


def result(name: str, day: str, lines: list[tuple[str, str]], category: str = "作品（项目）", **raw):
    return save("contest_results", by=SYSTEM, raw={"org": "CITY", "schemes": [name], "day": day, "level": "省级", **raw},
                lines=[{"category": category, "grade": grade, "count": count} for grade, count in lines])  # fmt: skip


def test_an_edition_counts_once_with_works_and_pupils(world):
    one = edition(YOUTH, "2024-03-10", edition="30", entries="420", pupils="1300")
    assert held("contest_editions", one) == {
        "contests.editions": 1, "contests.entries": 420, "contests.pupils": 1300, "contests.edition_number": 30,
    }  # fmt: skip
    assert value("contests.pupils", scheme=YOUTH, level="city", kind="organised") == 1300


def test_the_number_of_an_edition_is_asked_for_one_contest_and_level(world):
    edition(YOUTH, "2023-03-10", edition="29")
    edition(YOUTH, "2024-03-10", edition="30")
    edition(YOUTH, "2024-05-10", edition="37", level="省级", role="组织参加")
    edition(ROBOTS, "2024-04-10", edition="6")
    result(YOUTH, "2024-08-01", [("三等奖", "1")], level="国家级", edition="38")
    assert value("contests.edition_number", scheme=YOUTH, level="city") == 30
    assert value("contests.edition_number", "2023", scheme=YOUTH, level="city") == 29
    assert value("contests.edition_number", scheme=YOUTH, level="province") == 37
    assert value("contests.edition_number", scheme=YOUTH, level="nation") == 38
    assert value("contests.edition_number", scheme=ROBOTS) == 6


def test_contests_joined_online_are_told_from_those_held(world):
    edition(YOUTH, "2024-03-10")
    for name in (METHODS, GAMES):
        edition(name, "2024-09-10", level="省级", role="组织参加", form="线上", pupils="20000")
    assert value("contests.editions", kind="took_part", channel="online") == 2
    assert value("contests.series") == 3


def test_awards_by_grade_level_and_contest(world):
    result(YOUTH, "2024-05-10", [("一等奖", "14"), ("二等奖", "20")], edition="37")
    result(YOUTH, "2024-08-01", [("三等奖", "1")], level="国家级", edition="38")
    result(GAMES, "2024-10-01", [("冠军", "3"), ("亚军", "6")], category="团队（代表队）", edition="1")
    assert value("contests.awards", scheme=YOUTH, level="province", grade="first") == 14
    assert value("contests.awards", scheme=YOUTH, level="nation", grade="third") == 1
    assert value("contests.awards", scheme=GAMES, grade="champion") == 3
    assert value("contests.awards", scheme=GAMES, grade="runner_up", kind="team") == 6
    assert value("contests.won_series") == 2


def test_a_shortlist_is_no_prize(world):
    result(METHODS, "2024-07-01", [("入围", "3")])
    final = result(METHODS, "2024-11-01", [("入围", "1"), ("二等奖", "1")], level="国家级")
    assert held("contest_results", final) == {"contests.awards": 2}
    assert value("contests.awards", scheme=METHODS, grade="finalist", level="province") == 3
    assert value("contests.awards", scheme=METHODS, grade="finalist", level="nation") == 1
    assert value("contests.prizes", scheme=METHODS) == 1


def test_the_museums_own_prize_is_the_citys_too(world):
    result(YOUTH, "2024-06-01", [("二等奖", "1")], category="组织单位", org="M")
    assert value("contests.awards", scope="M", grade="second") == 1
    assert value("contests.awards", scope="CITY", grade="second") == 1
    assert value("contests.awards", scope="A", grade="second") is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"schemes": [YOUTH, ROBOTS]}, "schemes"),
        ({"edition": "0"}, "edition"),
        ({"day": "2099-01-01"}, "day"),
    ],
)
def test_editions_and_results_that_are_refused(world, wrong, field):
    for enter in (lambda: edition(YOUTH, **{"day": "2024-03-10", **wrong}),
                  lambda: result(YOUTH, lines=[("一等奖", "1")], **{"day": "2024-03-10", **wrong})):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            enter()
        assert [fault.field for fault in refused.value.faults] == [field]
    assert not Edition.objects.unscoped("test").exists()
    assert not Result.objects.unscoped("test").exists()


def test_lines_that_are_refused(world):
    for lines, text in (
        ([("一等奖", "0")], "个数不能是0"),
        ([("一等奖", "1"), ("一等奖", "2")], "合成一行"),
        ([], "至少要填一行"),
    ):
        with pytest.raises(Invalid, match=text):
            result(YOUTH, "2024-05-10", lines)
    assert not Result.objects.unscoped("test").exists()


def test_the_same_result_twice_is_refused_in_words(world):
    result(YOUTH, "2024-05-10", [("一等奖", "14")])
    with pytest.raises(Invalid, match="同一单位已有相同日期、赛事、层级的成绩"):
        result(YOUTH, "2024-05-10", [("一等奖", "14")])
    result(ROBOTS, "2024-05-10", [("一等奖", "2")])
    assert value("contests.awards", grade="first") == 16


def test_a_corrected_and_a_void_result_count_what_stands(world):
    one = result(YOUTH, "2024-05-10", [("一等奖", "14")])
    save("contest_results", by=SYSTEM, pk=one.pk, reason="更正", raw={"org": "CITY", "schemes": [YOUTH], "day": "2024-05-10",
         "level": "省级"}, lines=[{"category": "作品（项目）", "grade": "一等奖", "count": "12"}])  # fmt: skip
    assert value("contests.awards", scheme=YOUTH) == 12
    ops.move_record(registers.get("contest_results"), one.pk, "void", by=SYSTEM, reason="误登")
    assert held("contest_results", one) == {}
    assert not list(differences())


def came(name: str, day: str, teams: list[tuple[str, str, str]], **raw):
    lines = [dict(zip(("body", "track", "contestants"), team, strict=True)) for team in teams]
    values = {"org": "CITY", "schemes": [name], "day": day, "level": "省级", "role": "承办", **raw}
    return save("contest_editions", by=SYSTEM, raw=values, lines=lines)


class TestHosting:
    def test_teams_contestants_days_and_tracks(self, world):
        teams = [("演示一队", "小学组", "12"), ("演示二队", "小学组", "9"), ("演示一队", "初中组", "10")]
        one = came(GAMES, "2024-07-01", teams, until="2024-07-02", tracks="高中组", edition="7", schools="25")
        assert held("contest_editions", one) == {
            "contests.editions": 1, "contests.pupils": 31, "contests.schools": 25, "contests.days": 2,
            "contests.tracks": 3, "contests.delegations": 3, "contests.edition_number": 7,
        }  # fmt: skip
        assert (value("contests.delegations", scheme=GAMES), value("contests.tracks", scheme=GAMES)) == (2, 3)
        assert (
            value("contests.editions", kind=("organised", "undertook")),
            value("contests.days", scheme=GAMES),
        ) == (1, 2)
        assert value("contests.pupils", scheme=GAMES) == 31

    @pytest.mark.parametrize(
        ("teams", "raw", "words"),
        [
            ([("演示一队", "", "12")], {"pupils": "13"}, "与各代表队人数之和12不一致"),
            ([("演示一队", "", "12"), ("演示一队", "", "9")], {}, "与前面的重复"),
            ([("演示一队", "", "12")], {"until": "2024-06-30"}, "结束日期早于开始日期"),
        ],
    )
    def test_what_is_refused(self, world, teams, raw, words):
        with pytest.raises(Invalid, match=words):
            came(GAMES, "2024-07-01", teams, **raw)
        assert not Edition.objects.unscoped("test").exists()

    def test_a_planned_edition_is_in_planned_figures_only(self, world):
        edition(YOUTH, "2099-09-10", is_planned="是")
        assert value("contests.editions", "2099") is None
        assert value("contests.editions", "2099+预计") == 1


class TestWinners:
    def win(self, lines: list[dict[str, str]], **raw):
        return save("contest_results", by=SYSTEM, raw={"org": "CITY", "schemes": [ROBOTS], "day": "2024-05-10", "level": "省级",
                                                       **raw}, lines=lines)  # fmt: skip

    def test_three_grades_told_together_are_prizes(self, world):
        self.win([{"category": "个人（选手）", "grade": "一二三等奖（未分等次）", "count": "27"},
                  {"category": "学校", "grade": "优秀", "count": "1", "winner": "演示第一小学"}])  # fmt: skip
        assert value("contests.persons_awarded", scheme=ROBOTS, level="province") == 27
        assert (value("contests.prizes", scheme=ROBOTS), value("contests.prizes", kind="school")) == (28, 1)
        assert value("contests.awards", grade="first") == 0

    def test_a_finalist_is_no_winner_and_an_activity_may_win(self, world):
        self.win([{"category": "个人（选手）", "grade": "入围", "count": "1"}], level="国家级")
        self.win([{"category": "科普活动", "grade": "一等奖", "count": "1", "winner": "水资源调查体验"}])
        assert value("contests.awards", level="nation", kind="contestant", grade="finalist") == 1
        assert value("contests.persons_awarded") == 0
        assert value("contests.prizes", kind="activity", grade="first") == 1
