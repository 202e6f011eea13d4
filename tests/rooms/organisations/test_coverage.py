"""Coverage has a denominator: units that ought to have an association, posts of the three heads."""

from datetime import date

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.organisations import ops
from kebridge.rooms.organisations.models import CoverableUnit, Post
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def unit(name, org="A", kind="乡镇（街道）", **raw):
    return save(
        "coverable_units",
        by=SYSTEM,
        raw={"org": org, "kind": kind, "name": name, "since": "2020-01-01", **raw},
    )


def post(unit_name, name, kind="医院院长", **raw):
    return save("posts", by=SYSTEM, raw={"org": "A", "unit": unit_name, "name": name, "kind": kind,
                                         "since": "2020-01-01", **raw})  # fmt: skip


class TestUnits:
    def test_a_county_is_fully_covered_and_the_city_is_not(self, world):
        for number in range(4):
            world.add_org(f"T{number}", f"演示{number}镇科协", "township", "A", founded=f"202{number}-05-01")
            unit(f"演示{number}镇", association=f"T{number}")
        unit("演示乙镇", "B")
        assert value("organisations.coverage", scope="A", kind="township") == 100
        assert value("organisations.coverage", kind="township") == 80
        assert value("organisations.coverable", kind="township") == 5
        assert value("organisations.covered", "2021", kind="township") == 2
        assert value("organisations.covered_new", "2022") == 1

    def test_the_end_of_the_association_ends_the_coverage(self, world):
        world.add_org("T", "演示镇科协", "township", "A", founded="2021-05-01")
        one = unit("演示镇", association="T")
        ops.close(world["T"], day=date(2024, 7, 1), by=SYSTEM)
        assert value("organisations.coverage", "2023", kind="township") == 100
        assert value("organisations.coverage", "2024", kind="township") == 0
        assert held("coverable_units", one) == {"organisations.coverable": 1, "organisations.covered_new": 1}
        assert not list(differences())

    def test_an_association_that_is_not_entered_covers_from_its_day(self, world):
        unit("演示大学", "CITY", "高校", covered_from="2022-03-01")
        unit("演示学院", "CITY", "高校", covered_from="2022-03-01", covered_until="2024-03-01")
        unit("演示机械公司", "CITY", "企业", size="规模以上")
        assert value("organisations.covered", "2022", kind="university") == 2
        assert value("organisations.coverage", kind="university") == 50
        assert value("organisations.coverable", kind="firm", grade="above") == 1

    def test_several_firms_share_the_association_of_their_park(self, world):
        world.add_org("P", "演示园区科协", "park", "A", founded="2023-05-01")
        for number in range(3):
            unit(f"演示公司{number}", kind="企业", association="演示园区科协")
        assert value("organisations.covered", kind="firm") == 3
        assert value("organisations.standing", kind="park") == 1

    def test_units_and_their_associations_come_in_one_workbook(self, world):
        org = {
            "code": "T9",
            "name": "演示九镇科协",
            "type": "乡镇（街道）科协",
            "org": "演示甲县科协",
            "founded": "2022-01-01",
        }
        row = {
            "org": "演示甲县科协",
            "kind": "乡镇（街道）",
            "name": "演示九镇",
            "since": "2020-01-01",
            "association": "演示九镇科协",
        }
        take(organisations=[org], coverable_units=[row])
        take(organisations=[org], coverable_units=[row])
        assert CoverableUnit.objects.unscoped("test").count() == 1
        assert value("organisations.coverage", kind="township") == 100
        assert not list(differences())

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"until": "2019-01-01"}, "until"),
            ({"association": "M", "covered_from": "2021-01-01"}, "covered_from"),
            ({"covered_until": "2021-01-01"}, "covered_from"),
            ({"kind": "不知道"}, "kind"),
            ({"association": "没有登记的科协"}, "association"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            unit("演示镇", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not CoverableUnit.objects.unscoped("test").exists()


class TestPosts:
    def test_nine_of_ten_heads_serve_as_vice_chairs(self, world):
        kinds = ("医院院长", "中小学校长", "农技站长")
        for number in range(10):
            filled = {"seat": "副主席", "working": "兼职", "taken_from": "2022-06-01"} if number else {}
            post(f"演示{number // 3}镇", f"岗位{number}", kinds[number % 3], **filled)
        assert value("organisations.posts") == 10
        assert value("organisations.posts_share") == 90
        assert value("organisations.post_kinds", "2022") == 3
        assert value("organisations.post_places", "2022") == 4
        assert value("organisations.posts_filled", channel="part_time", kind="hospital_head") == 3

    def test_a_seat_in_the_committee_is_no_vice_chair_and_a_post_left_is_empty(self, world):
        post("演示镇", "卫生院院长", seat="委员", taken_from="2022-06-01")
        post(
            "演示镇",
            "中心学校校长",
            "中小学校长",
            seat="副主席",
            taken_from="2022-06-01",
            taken_until="2024-06-01",
        )
        assert value("organisations.posts_filled") == 1
        assert value("organisations.posts_filled_share") == 50
        assert value("organisations.posts_share") == 0
        assert value("organisations.posts_share", "2023") == 50

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"seat": "副主席"}, "taken_from"),
            ({"taken_from": "2022-06-01"}, "seat"),
            (
                {"seat": "副主席", "taken_from": "2022-06-01", "taken_until": "2022-01-01"},
                "taken_until",
            ),
            ({"until": "2019-01-01"}, "until"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            post("演示镇", "卫生院院长", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Post.objects.unscoped("test").exists()
