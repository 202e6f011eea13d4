"""Designations: named and in force, bodies and designations, in progress, withdrawn; yearly reviews and rectification."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.designations.models import Designation, DesignationReview
from tests.core.transfer.workbooks import take
from tests.rooms.people.entering import held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def designation(name, kind="科普教育基地", day="2024-06-01", **raw):
    return save("designations", by=SYSTEM, raw={"org": "CITY", "holder": name, "kind": kind, "day": day,
                                                "title": f"演示省{kind}", "level": "省级", **raw})  # fmt: skip


def review(name, year="2024", **raw):
    return save("designation_reviews", by=SYSTEM, raw={
        "org": "CITY", "holder": name, "title": "演示省科普教育基地", "year": year, "kind": "科普教育基地", "level": "省级",
        **raw,
    })  # fmt: skip


class TestNamed:
    def test_five_kinds_nine_sites_and_a_rating_is_no_new_site(self, world):
        kinds = ("科普示范社区", "农村中学科技馆", "示范农技协", "科技活动特色校", "科普教育基地")
        for number, kind in enumerate([*kinds, *kinds[1:]]):
            designation(f"演示单位{number}", kind)
        designation("演示县级社区", "科普示范社区", level="县级")
        one = designation("演示单位4", day="2024-09-01", grade="评为优秀", title="演示省优秀基地")
        wanted = {"level": ["province", "nation"], "grade": "named"}
        assert value("designations.designated", **wanted) == 9
        assert value("designations.kinds", **wanted) == 5
        assert value("designations.designated", grade="excellent", kind="base") == 1
        assert value("designations.designated", grade="named") == 10
        assert held("designations", one) == {"designations.designated": 1}
        assert value("designations.holders") == 10
        assert value("designations.in_force") == 10

    def test_one_body_of_three_levels_is_three_designations_and_one_body(self, world):
        for level in ("市级", "省级", "国家级"):
            designation("演示湿地馆", title=f"演示{level}科普教育基地", level=level, day="2023-06-01")
        assert value("designations.in_force", kind="base") == 3
        assert value("designations.holders_in_force", kind="base") == 1
        assert value("designations.designated") in (0, None), "named the year before"

    def test_designations_of_the_city_stand_until_they_end(self, world):
        scheme("演示试点", kind="试点示范（基地）")
        designation(
            "演示市",
            "试点城市（县区）",
            "2022-05-01",
            level="国家级",
            schemes=["演示试点"],
            batch="首批",
            batch_size="3",
        )
        designation("演示市", "示范市（县区）", "2021-05-01", level="国家级", until="2024-12-31")
        both = {"kind": ["pilot_city", "demo_city"], "level": "nation"}
        assert value("designations.in_force", **both) == 2
        assert value("designations.in_force", "2025", **both) == 1
        assert value("designations.in_force", scheme="演示试点") == 1
        assert value("designations.batch_size", scheme="演示试点") == 3
        assert value("designations.holders_in_force", **both) == 1

    def test_workstations_established_and_standing_are_two_numbers(self, world):
        for number in range(4):
            designation(f"演示企业{number}", "院士工作站", f"202{number}-03-01")
        designation("演示企业9", "院士工作站", "2022-03-01", withdrawn="2023-05-01")
        designation("演示大学", "专家服务团工作站", "2022-03-01", pool="2400")
        assert value("designations.designated", "2020..2025", kind="academician_station") == 5
        assert value("designations.in_force", "2025", kind="academician_station") == 4
        assert value("designations.withdrawn", "2023") == 1
        assert value("designations.pool", kind="corps_station") == 2400

    def test_withdrawn_and_void_ones_do_not_stand(self, world):
        designation("演示馆甲", withdrawn="2024-10-01")
        two = designation("演示馆乙")
        ops.move_record(registers.get("designations"), two.pk, "void", by=SYSTEM, reason="重复登记")
        assert value("designations.designated") == 1
        assert value("designations.in_force") == 0

    def test_in_progress_until_it_is_named(self, world):
        raw = {"title": "演示信息化示范县", "level": "省级", "started": "2024-02-01"}
        one = designation("演示县", "示范市（县区）", "", **raw)
        designation("演示乙县", "示范市（县区）", "", **raw, withdrawn="2024-05-01")
        assert value("designations.in_progress", "2024-03") == 2
        assert value("designations.in_progress") == 1
        assert value("designations.started", "2024") == 2
        assert value("designations.withdrawn") in (0, None), "it was never named"
        save("designations", by=SYSTEM, pk=one.pk, raw={
            "org": "CITY", "holder": "演示县", "kind": "示范市（县区）", "day": "2024-11-01", "completed": "2024-12-01", **raw,
        })  # fmt: skip
        assert value("designations.in_progress") == 0
        assert value("designations.in_force") == 1
        assert value("designations.completed") == 1

    def test_the_day_is_filled_in_by_a_second_import(self, world):
        row = {"org": "演示市科协", "holder": "演示县", "kind": "改革试点", "title": "演示改革试点", "level": "省级",
               "started": "2024-02-01"}  # fmt: skip
        take(designations=[row])
        take(designations=[{**row, "day": "2024-09-01"}])
        assert Designation.objects.unscoped("test").count() == 1
        assert value("designations.in_force", kind="reform_pilot") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"until": "2024-01-01"}, "until"),
            ({"withdrawn": "2024-01-01"}, "withdrawn"),
            ({"grade": "评为优秀", "until": "2025-01-01"}, "until"),
            ({"grade": "评为优秀", "started": "2024-01-01"}, "started"),
            ({"day": ""}, "day"),
            ({"started": "2024-07-01"}, "day"),
            ({"day": "", "started": "2024-01-01", "until": "2025-01-01"}, "until"),
            ({"holder": ""}, "holder"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            designation("演示馆", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Designation.objects.unscoped("test").exists()


class TestReviews:
    def test_results_rate_and_rectification(self, world):
        for number in range(4):
            designation(f"演示馆{number}", day="2023-06-01")
        review("演示馆0", day="2024-11-01", result="优秀", handed_in="2024-10-01")
        review("演示馆1", day="2024-11-01", result="合格", handed_in="2024-10-02")
        review("演示馆2", day="2024-11-01", result="限期整改", rectify_until="2025-03-31")
        review("演示馆3", day="2024-11-01", result="未参加")
        assert value("designations.reports") == 2
        assert value("designations.reviews") == 4
        assert value("designations.reviewed_holders") == 3
        assert value("designations.review_rate") == 75
        assert value("designations.pass_rate") == 50
        assert value("designations.rectifying") == 1

    def test_a_rectified_site_is_no_longer_open(self, world):
        raw = {"day": "2024-11-01", "result": "限期整改", "rectify_until": "2025-03-31"}
        one = review("演示馆", **raw)
        save("designation_reviews", by=SYSTEM, pk=one.pk, raw={
            "org": "CITY", "holder": "演示馆", "title": "演示省科普教育基地", "year": "2024", "kind": "科普教育基地",
            "level": "省级", **raw, "rectified": "2025-02-10",
        })  # fmt: skip
        assert value("designations.rectifying") == 1
        assert value("designations.rectifying", "2025") == 0
        assert value("designations.rectified", "2025") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({}, "handed_in"),
            ({"day": "2024-11-01"}, "result"),
            ({"handed_in": "2024-10-01", "result": "合格"}, "day"),
            ({"day": "2024-11-01", "result": "限期整改"}, "rectify_until"),
            ({"day": "2024-11-01", "result": "合格", "rectify_until": "2025-03-31"}, "rectify_until"),
            ({"day": "2024-11-01", "result": "合格", "rectified": "2025-03-31"}, "rectified"),
            ({"handed_in": "2024-10-01", "year": "24"}, "year"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            review("演示馆", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not DesignationReview.objects.unscoped("test").exists()


def test_the_ledger_agrees_with_the_records(world):
    designation("演示馆", until="2029-05-31")
    designation("演示县", "改革试点", "", started="2024-01-01")
    review("演示馆", day="2024-11-01", result="限期整改", rectify_until="2025-03-31")
    assert not list(differences())
