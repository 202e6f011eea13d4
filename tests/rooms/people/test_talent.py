"""Selections and paper reviews by edition, flexible engagements by person, grants, pools, letters of appointment."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.people import ops
from kebridge.rooms.people.models import Engagement, Nomination, Person, Selection
from tests.rooms.people.entering import appoint, guest, held, nominate, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    made = make_world()
    for name in ("演示最美", "演示青年", "演示论文", "演示晨光计划"):
        scheme(name)
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示考察"})
    return made


def engage(name: str, firm: str = "演示甲厂", since: str = "2024-03-05", **raw):
    return save("engagements", by=SYSTEM, raw={"org": "CITY", "person_name": name, "employer": "演示大学", "mode": "合作研发",
                                               "firm": firm, "since": since, **raw})  # fmt: skip


def select(award: str, results, day: str = "2024-05-30", **raw):
    names = ("what", "grade", "entries", "chosen")
    return save("selections", by=SYSTEM, raw={"org": "CITY", "schemes": [award], "day": day, "kind": "科技工作者评选",
                                              "level": "市级", **raw},
                lines=[dict(zip(names, line, strict=True)) for line in results])  # fmt: skip


class TestEngagements:
    def test_persons_are_told_apart_from_engagements(self, world):
        for number in range(20):
            engage(f"演示{'甲乙丙丁戊己庚辛壬癸'[number % 10]}", f"演示{number // 10}厂")
        assert value("people.engaged") == 10
        assert value("people.engagements") == 20
        assert value("people.engaging_firms") == 2

    def test_the_last_day_is_within(self, world):
        engage("演示甲", until="2024-06-30")
        engage("演示乙", since="2023-03-05")
        assert value("people.engaged_now", "2024-06") == 2
        assert value("people.engaged_now", "2024-07") == 1
        assert value("people.engaged") == 1
        assert not list(differences())

    def test_merging_and_erasing_reach_them(self, world):
        one, other = engage("演示甲"), engage("演示甲", "演示乙厂", employer="演示学院")
        assert value("people.engaged") == 2
        ops.merge(one.person_id, other.person_id, by=SYSTEM, reason="同一人")
        assert value("people.engaged") == 1
        ops.erase(one.person_id, by=SYSTEM, reason="本人要求")
        left = Engagement.objects.unscoped("test")
        assert not left.filter(person_name="演示甲").exists()
        assert set(left.values_list("employer", "task")) == {("", "")}
        assert value("people.engagements") == 2

    def test_what_is_refused(self, world):
        with pytest.raises(Invalid, match="截止日期早于开始日期"):
            engage("演示甲", until="2024-01-01")
        assert not Engagement.objects.unscoped("test").exists()
        assert not Person.objects.unscoped("test").exists()


class TestSelections:
    def test_individuals_and_teams_over_editions(self, world):
        select("演示最美", [("个人", "当选（不分等）", "40", "10")], edition="3")
        select(
            "演示青年",
            [("个人", "当选（不分等）", "0", "30"), ("团队", "当选（不分等）", "9", "5")],
            "2024-09-01",
        )
        assert value("people.selections") == 2
        assert value("people.selection_schemes") == 2
        assert value("people.persons_chosen") == 40
        assert value("people.persons_chosen", scheme="演示最美") == 10
        assert value("people.chosen", audience="team") == 5
        assert value("people.selection_edition", scheme="演示最美") == 3

    def test_three_editions_of_a_paper_review(self, world):
        for year, came, won in ((2021, "410", "160"), (2022, "440", "170"), (2023, "470", "180")):
            select("演示论文", [("文章（论文）", "一等", came, "20"), ("文章（论文）", "二等", "0", "60"),
                                ("文章（论文）", "三等", "0", str(int(won) - 80))], f"{year}-10-30", kind="优秀论文评审")  # fmt: skip
        asked = {"period": "2021..2023", "scheme": "演示论文"}
        assert value("people.selections", kind="paper_review", **asked) == 3
        assert value("people.selection_entries", **asked, audience="article") == 1320
        assert value("people.chosen", **asked, audience="article") == 510
        assert value("people.chosen", grade="first_class", **asked, audience="article") == 60
        assert value("people.persons_chosen", **asked) == 0

    def test_told_in_words(self, world):
        one = select("演示最美", [("个人", "当选（不分等）", "40", "10")], edition="3")
        assert (
            registers.get("selections").sentence(one)
            == "2024年5月30日公布第3届演示最美，评出个人当选（不分等）10"
        )
        assert held("selections", one)["people.selection_entries"] == 40

    @pytest.mark.parametrize(
        ("results", "text"),
        [
            ([("个人", "一等", "5", "6")], "评出6个，多于申报5个"),
            ([("个人", "一等", "0", "0")], "不能都是0"),
            ([("个人", "一等", "5", "1"), ("个人", "一等", "0", "1")], "请合成一行"),
        ],
    )
    def test_what_is_refused(self, world, results, text):
        with pytest.raises(Invalid, match=text):
            select("演示最美", results)
        assert not Selection.objects.unscoped("test").exists()


class TestNominations:
    def test_put_forward_chosen_and_funded(self, world):
        for number in range(19):
            won = {"stage": "入选", "stage_day": "2024-08-01", "purpose": ("出国研修", "学术交流")[number % 2],
                   "granted": "50000"} if number < 2 else {}  # fmt: skip
            nominate("演示晨光计划", what="项目（成果）", title=f"项目{number}", **won)
        assert value("people.nominations", scheme="演示晨光计划") == 19
        assert value("people.outcomes", scheme="演示晨光计划", kind=("selected", "awarded")) == 2
        assert value("people.grants") == 2
        assert value("people.grant_purposes") == 2
        assert value("people.granted") == 100_000

    def test_heads_enter_the_pool(self, world):
        for name in ("演示甲", "演示乙"):
            nominate("演示最美", person_name=name, stage="进入人才库", stage_day="2024-08-01")
        assert value("people.outcomes", scheme="演示最美", kind="pooled") == 2
        assert value("people.outcomes", scheme="演示最美", kind=("selected", "awarded")) == 0

    @pytest.mark.parametrize(
        ("wrong", "field"), [({"purpose": "出国研修"}, "purpose"), ({"granted": "1000"}, "purpose")]
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            nominate("演示晨光计划", what="项目（成果）", title="项目", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Nomination.objects.unscoped("test").exists()


def test_letters_of_appointment_of_a_tour_and_brokers(world):
    for name in ("演示甲", "演示乙"):
        appoint(name, kind="顾问（特聘专家）", programmes=["演示考察"])
    appoint("演示丙", kind="技术经理人（经纪人）")
    assert value("people.appointed", programme="演示考察", kind="adviser") == 2
    assert value("people.in_post", kind="broker") == 1


def test_academicians_by_times_and_by_heads_and_guests_from_overseas(world):
    for day in ("2024-03-05", "2024-06-05"):
        guest("演示甲", day, kind="院士")
    guest("演示乙", "2024-06-05", kind="院士", origin="海外（外籍）", talks="1", talk_kind="学术报告")
    assert value("people.guest_visits", kind="academician") == 3
    assert value("people.guests", kind="academician") == 2
    assert value("people.guests", audience="overseas") == 1
    assert value("people.talks", audience="overseas") == 1


def test_teachers_known_by_their_number_only_are_an_opening_stock(world):
    save("opening_stocks", by=SYSTEM, raw={"org": "CITY", "measure": "people.pool", "kind": "teacher", "day": "2023-12-31",
                                           "quantity": "2810", "document": "演示教育局统计"})  # fmt: skip
    assert value("people.pool_size", kind="teacher") == 2810
