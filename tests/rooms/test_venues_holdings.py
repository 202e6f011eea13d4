"""Venues: halls, exhibits and their repairs, study routes, partner schools, courses, teachers, facilities."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.venues.models import Exhibit, StudyRoute
from tests.rooms.people.entering import held, value
from tests.support.world import SYSTEM, World, make_world, save, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def exhibit(code: str, repairs=(), **raw):
    names = ("reported", "restored", "items")
    lines = [{"fault": "机械故障", **dict(zip(names, order, strict=False))} for order in repairs]
    return save("exhibits", by=SYSTEM, raw={"org": "M", "code": code, "name": "演示展品", "on_show": "2023-01-01", **raw},
                lines=lines)  # fmt: skip


class TestExhibits:
    def test_the_share_that_works_falls_when_reported_and_rises_when_restored(self, world):
        exhibit("A-1", count="9")
        one = exhibit("A-2", [("2024-03-10", "2024-04-20")])
        months = ("2024-02", "2024-03", "2024-04")
        assert [float(value("venues.exhibit_availability", month)) for month in months] == [
            100.0,
            90.0,
            100.0,
        ]
        assert value("venues.exhibits", "2024-03") == 10
        assert held("exhibits", one)["venues.exhibit_faults"] == 1
        assert float(value("venues.exhibit_mean_availability")) == 99.2  # eleven month ends of 10, one of 9
        assert (value("venues.exhibit_faults", kind="mechanical"), value("venues.exhibit_repairs")) == (1, 1)

    def test_an_exhibit_retired_broken_leaves_both_counts(self, world):
        exhibit("A-1", [("2024-03-10", None)], retired="2024-06-01")
        assert (value("venues.exhibits"), value("venues.exhibits_working")) == (0, 0)
        assert value("venues.exhibits_working", "2024-03") == 0
        assert not list(differences())

    @pytest.mark.parametrize(
        ("repairs", "words"),
        [
            ([("2022-12-31", None)], "不在展出期内"),
            ([("2024-03-10", "2024-03-09")], "先后不对"),
            ([("2024-03-10", None), ("2024-03-20", None)], "超过展品件数1件"),
            ([("2024-03-10", None, "0")], "至少是1"),
        ],
    )
    def test_repairs_that_cannot_be(self, world, repairs, words):
        with pytest.raises(Invalid, match=words):
            exhibit("A-1", repairs)
        assert not Exhibit.objects.unscoped("test").exists()

    def test_new_exhibits_and_halls(self, world):
        exhibit("A-1", on_show="2024-05-01", count="12", interactive="是")
        for name, closed in (("甲厅", ""), ("乙厅", "2024-06-30")):
            save(
                "halls",
                by=SYSTEM,
                raw={"org": "M", "name": name, "area": "500", "opened": "2020-01-01", "closed": closed},
            )
        assert value("venues.exhibits_new", channel="interactive") == 12
        assert (value("venues.halls"), value("venues.hall_area")) == (1, 500)


class TestRoutes:
    def route(self, name: str, stops=("演示湿地", "演示矿山"), **raw):
        return save("study_routes", by=SYSTEM, raw={"org": "CITY", "name": name, "since": "2023-01-01", **raw},
                    lines=[{"body": body} for body in stops])  # fmt: skip

    def test_routes_stand_and_their_sites_are_counted_once(self, world):
        self.route("甲线")
        self.route("乙线", ("演示矿山", "演示茶园"))
        self.route("丙线", ("演示旧址",), until="2024-06-30")
        assert (value("venues.study_routes", "2023"), value("venues.study_routes")) == (3, 2)
        assert value("venues.study_route_sites") == 3

    def test_a_stop_twice_is_refused(self, world):
        with pytest.raises(Invalid, match="写了两次"):
            self.route("甲线", ("演示矿山", "演示矿山"))
        assert not StudyRoute.objects.unscoped("test").exists()


def test_partner_schools_are_signed_once_each_time_and_stand_once(world):
    for school, signed, until in (
        ("演示一小", "2022-01-01", "2024-01-01"),
        ("演示一小", "2024-01-01", ""),
        ("演示二小", "2024-02-01", ""),
    ):
        save(
            "school_partnerships",
            by=SYSTEM,
            raw={"org": "M", "body": school, "kind": "馆校合作", "signed": signed, "until": until},
        )
    assert (
        value("venues.partnerships"),
        value("venues.partner_schools"),
        value("venues.partner_schools", "2023"),
    ) == (2, 2, 1)


def test_courses_by_subject(world):
    for title, subject in (("甲", "小学科学"), ("乙", "物理"), ("丙", "物理")):
        save("courses", by=SYSTEM, raw={"org": "M", "title": title, "kind": "对接课标课程", "subject": subject,
                                        "developed": "2024-03-05", "partners": ["演示教研中心"]})  # fmt: skip
    assert (value("venues.courses"), value("venues.course_subjects")) == (3, 2)
    assert value("venues.courses_developed", grade="物理") == 2


def test_science_teachers_are_the_last_report_of_each_county_and_school(world):
    for org, day, number, school in (("A", "2023-12-31", "900", ""), ("A", "2024-12-31", "1000", ""), ("B", "2024-06-30", "700", ""),
                                     ("CITY", "2024-06-30", "60", "演示一中"), ("CITY", "2024-06-30", "50", "演示二中")):  # fmt: skip
        save("teacher_counts", by=SYSTEM, raw={"org": org, "day": day, "kind": "合计（未分类）", "count": number, "body": school,
                                               "source": "演示教育局年度统计表"})  # fmt: skip
    assert value("venues.science_teachers") == 1810


def test_facilities_opened_and_standing_by_kind(world):
    for name, kind, number in (
        ("气象广场", "科普广场", "1"),
        ("社区公园", "科普公园", "1"),
        ("大屏", "科普大屏", "20"),
    ):
        save(
            "facilities",
            by=SYSTEM,
            raw={"org": "CITY", "name": name, "kind": kind, "count": number, "opened": "2024-03-05"},
        )
    assert (value("venues.facilities_opened"), value("venues.facilities", kind="screen")) == (22, 20)


def test_visits_a_year_are_the_mean_of_the_years(world):
    for year, number in (("2023", 280), ("2024", 340)):
        visit(world, "M", f"{year}-05-01", number)
    assert value("venues.visits_per_year", "2023..2024") == 310
