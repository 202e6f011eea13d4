"""Steps to founding and admission, congresses and seats, yearly checks, ratings, leading groups, alliances."""

from decimal import Decimal

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.organisations import queries
from kebridge.rooms.organisations.models import Congress, FoundingCase, Rating
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    world = make_world()
    for number in range(3):
        world.add_org(f"S{number}", f"演示{number}学会", "society", "CITY")
    return world


def case(name="演示光电学会", **raw):
    return save("society_steps", by=SYSTEM, raw={"org": "CITY", "name": name, "route": "民政登记",
                                                 "type": "学会（协会、研究会）", "applied": "2024-01-10", **raw})  # fmt: skip


def congress(number, day="2024-12-18", seats=(), **raw):
    names = ("kind", "persons", "front_line", "women", "young")
    return save("congresses", by=SYSTEM, raw={"org": "CITY", "sort": "科协代表大会", "number": str(number), "day": day, **raw},
                lines=[dict(zip(names, line, strict=False)) for line in seats])  # fmt: skip


def check(org, year="2023", **raw):
    return save("annual_checks", by=SYSTEM, raw={"org": org, "year": year, "day": f"{int(year) + 1}-06-30",
                                                 "result": "合格", **raw})  # fmt: skip


def rating(org, stars="5", year="2024", **raw):
    return save("star_ratings", by=SYSTEM, raw={"org": org, "scale": "科协星级评选", "year": year, "day": f"{year}-11-20",
                                                "stars": stars, **raw})  # fmt: skip


class TestSteps:
    def test_a_society_goes_from_application_to_group_member(self, world):
        one = case(replied="2024-03-01", is_emerging="是")
        assert queries.step_next(one) == "成立大会"
        assert value("organisations.applying", "2024-04") == 1
        save("society_steps", by=SYSTEM, pk=one.pk, raw={
            "org": "CITY", "name": "演示光电学会", "route": "民政登记", "type": "学会（协会、研究会）", "applied": "2024-01-10",
            "replied": "2024-03-01", "meeting": "2024-04-18", "registered": "2024-05-20", "admitted": "2024-06-12",
            "is_emerging": "是",
        })  # fmt: skip
        assert value("organisations.steps", grade="emerging", kind="admitted") == 1
        assert value("organisations.group_members") == 1
        assert value("organisations.applying") == 0
        assert value("organisations.steps", kind="registered", audience="society") == 1

    def test_an_enterprise_association_is_founded_by_reply_and_filed(self, world):
        one = case(
            "演示机械公司科协", route="科协批复", type="企业科协", replied="2024-02-01", meeting="2024-03-01"
        )
        assert queries.step_reached(one) == "2024年3月1日成立大会"
        assert queries.step_next(one) == "登记（备案）"
        assert value("organisations.steps", kind="replied", channel="reply") == 1

    def test_a_member_that_left_is_no_member(self, world):
        case(
            "演示协会", route="已有组织入会", admitted="2022-06-01", applied="2022-05-01", ended="2024-06-01"
        )
        assert value("organisations.group_members", "2023") == 1
        assert value("organisations.group_members") == 0

    @pytest.mark.parametrize(
        ("individuals", "units", "told"),
        [
            ("50", "", "达到"),
            ("", "30", "达到"),
            ("40", "10", "达到"),
            ("49", "", "不足"),
            ("", "29", "不足"),
            ("30", "19", "不足"),
        ],
    )
    def test_the_condition_of_members(self, world, individuals, units, told):
        assert queries.membership_condition(case(individuals=individuals, units=units)).startswith(told)

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"applied": ""}, "applied"),
            ({"meeting": "2024-01-01"}, "meeting"),
            ({"route": "已有组织入会", "meeting": "2024-04-01"}, "meeting"),
            ({"admitted": "2024-06-12", "ended": "2024-06-01"}, "ended"),
            ({"registered": "2024-06-12", "refused": "2024-07-01"}, "refused"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            case(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not FoundingCase.objects.unscoped("test").exists()


class TestCongresses:
    def test_the_latest_gives_the_number_and_the_seats(self, world):
        congress(7, "2019-11-20", [("代表", "300")], until="2024-11-19")
        congress(8, "2024-11-20", [("代表", "260", "190", "80"), ("常委", "40", "31")], until="2029-11-19")
        congress(9, "", planned="2029-11-01")
        assert value("organisations.congress_number", kind="association") == 8
        assert value("organisations.congress_number", "2023") == 7
        assert value("organisations.congresses") == 1
        assert value("organisations.congress_planned", "2029") == 9
        assert value("organisations.seats", kind="delegate") == 260
        assert value("organisations.seats", "2023", kind="delegate") == 300
        assert value("organisations.front_line_share", kind="standing_member") == Decimal("77.5")
        assert value("organisations.front_line_share", kind="delegate") > 70

    def test_a_planned_one_becomes_the_one_held(self, world):
        one = congress(8, "", planned="2024-12-01")
        assert value("organisations.congresses") in (0, None)
        save("congresses", by=SYSTEM, pk=one.pk, raw={"org": "CITY", "sort": "科协代表大会", "number": "8",
                                                      "planned": "2024-12-01", "day": "2024-12-18"})  # fmt: skip
        assert value("organisations.congresses") == 1
        assert value("organisations.congress_planned") is None

    @pytest.mark.parametrize(
        ("wrong", "seats", "field"),
        [
            ({"day": ""}, (), "day"),
            ({"number": "0"}, (), "number"),
            ({"day": "2099-01-01"}, (), "day"),
            ({"until": "2024-12-18"}, (), "until"),
            ({"day": "", "planned": "2026-12-31"}, [("代表", "10")], "day"),
            ({}, [("代表", "10", "11")], "seats"),
            ({}, [("代表", "10"), ("代表", "12")], "seats"),
        ],
    )
    def test_what_is_refused(self, world, wrong, seats, field):
        with pytest.raises(Invalid) as refused:
            congress(**{"number": 8, "seats": seats, **wrong})
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Congress.objects.unscoped("test").exists()


class TestChecksAndRatings:
    def test_results_rates_and_rectification(self, world):
        check("S0", submitted="2024-03-20")
        check("S1", result="基本合格", rectify_until="2024-09-30")
        check("S2", result="未参检")
        assert value("organisations.checks") == 3
        assert value("organisations.checked", kind="passed") == 1
        assert value("organisations.check_pass_rate") == Decimal("33.3")
        assert value("organisations.checks_open") == 1
        assert value("organisations.checks_submitted") == 1

    def test_five_star_societies_of_two_rounds(self, world):
        scheme("演示学会评选")
        rating("S0", schemes=["演示学会评选"], until="2026-11-19")
        rating("S1", "4")
        rating("S0", year="2022")
        assert value("organisations.ratings", grade="5") == 1
        assert value("organisations.rating_rounds", "2022..2024", kind="star") == 2
        assert value("organisations.rated", "2022..2024") == 2
        assert value("organisations.ratings", scheme="演示学会评选") == 1
        assert value("organisations.rated_in_force", "2027", grade="5") == 1, (
            "one runs out, the older one does not"
        )

    def test_a_failed_check_bars_the_civil_grade_only(self, world):
        check("S0", "2023", result="不合格")
        check("S1", "2022", result="基本合格")
        check("S1", "2023", result="基本合格")
        rating("S0")
        for org in ("S0", "S1"):
            with pytest.raises(Invalid, match="不参加民政等级评估"):
                rating(org, scale="民政等级评估")
        assert Rating.objects.unscoped("test").count() == 1
        rating("S2", scale="民政等级评估")
        assert value("organisations.rated", kind="civil") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"result": ""}, "result"),
            ({"day": "", "result": ""}, "submitted"),
            ({"rectify_until": "2024-09-30"}, "rectify_until"),
            ({"result": "未参检", "submitted": "2024-03-01"}, "submitted"),
            ({"year": "23", "day": "2024-06-30"}, "year"),
        ],
    )
    def test_what_a_check_refuses(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            save(
                "annual_checks",
                by=SYSTEM,
                raw={"org": "S0", "year": "2023", "day": "2024-06-30", "result": "合格", **wrong},
            )
        assert [fault.field for fault in refused.value.faults] == [field]
        assert value("organisations.checks") in (0, None)

    @pytest.mark.parametrize(("stars", "year"), [("0", "2024"), ("6", "2024")])
    def test_stars_are_one_to_five(self, world, stars, year):
        with pytest.raises(Invalid, match="1到5"):
            rating("S0", stars, year)
        assert not Rating.objects.unscoped("test").exists()


class TestBelonging:
    def test_the_office_of_the_leading_group_stands(self, world):
        raw = {"org": "CITY", "kind": "领导小组", "level": "市级", "since": "2021-06-01"}
        save(
            "leading_groups",
            by=SYSTEM,
            raw={**raw, "name": "演示领导小组", "role": "办公室设在本单位", "units": "32"},
        )
        save(
            "leading_groups",
            by=SYSTEM,
            raw={**raw, "name": "演示专班", "kind": "工作专班", "role": "成员单位", "until": "2023-01-01"},
        )
        assert value("organisations.leading_groups") == 1
        assert value("organisations.leading_groups", "2022") == 2
        assert value("organisations.leading_groups", channel="office", kind="leading") == 1
        assert value("organisations.leading_group_units") == 32
        assert value("organisations.leading_groups_formed", "2021") == 2

    def test_an_alliance_of_four_cities_counts_the_own_one(self, world):
        row = {"org": "演示市科协", "name": "演示城市群联盟", "kind": "城市群联盟", "role": "发起", "day": "2022-09-10",
               "members": "演示甲市科协、演示乙市科协、演示林区科协"}  # fmt: skip
        take(alliances=[row])
        take(alliances=[row])
        assert value("organisations.alliance_members") == 4
        assert value("organisations.alliances") == 1
        assert value("organisations.alliances_founded", "2022", grade="founder") == 1


def test_the_ledger_agrees_with_the_records(world):
    case(replied="2024-03-01")
    congress(8, seats=[("代表", "260", "190")])
    check("S0", result="基本合格", rectify_until="2024-09-30")
    rating("S0")
    assert not list(differences())
