"""Rounds, outside results with method and interval, targets, stations, surveys of our own as counts."""

from decimal import Decimal

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.surveys.models import OwnSurvey, SurveyResult, SurveyStation
from tests.core.transfer.workbooks import plan, take
from tests.rooms.people.entering import figure, held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def result(share: str = "15.3", day: str = "2024-12-20", **raw):
    return save("survey_results", by=SYSTEM, raw={
        "org": "CITY", "day": day, "kind": "公民科学素质抽样调查", "title": "具备科学素质的比例", "year": "2024", "share": share,
        "method": "概率抽样调查", "source": "演示科协", **raw})  # fmt: skip


def station(title: str, level: str = "国家级", years=(), **raw):
    names = ("day", "result", "reports", "used")
    return save("survey_stations", by=SYSTEM, raw={"org": "CITY", "title": title, "host": "演示高新区", "level": level,
                                                   "since": "2021-03-01", **raw},
                lines=[dict(zip(names, line, strict=True)) for line in years])  # fmt: skip


def survey(**raw):
    return save("special_surveys", by=SYSTEM, raw={"org": "CITY", "day": "2024-05-06", "title": "状况调查",
                                                   "kind": "科技工作者状况调查", "method": "配额抽样调查", **raw})  # fmt: skip


class TestResults:
    def test_a_published_share_keeps_its_tenths_and_its_interval(self, world):
        one = result(margin="1.25", confidence="95", sample="1200", target="15", target_source="演示规划")
        assert held("survey_results", one)["surveys.share"] == 15_300_000
        assert value("surveys.literacy") == Decimal("15.3")
        assert value("surveys.margin") == Decimal("1.3"), "half up, once"
        assert value("surveys.sample") == 1200
        assert value("surveys.over_target") == Decimal("0.3")
        assert value("surveys.targets_met") == 1
        assert figure("surveys.literacy").bases.keys() == {"external"}
        assert registers.get("survey_results").sentence(one) == (
            "2024年具备科学素质的比例15.3%（±1.25个百分点），演示科协公布"
        )

    def test_a_target_missed_is_below(self, world):
        result("10.9", target="11.5", target_source="演示规划")
        assert value("surveys.over_target") == Decimal("-0.6")
        assert value("surveys.targets_met") == 0

    def test_the_last_result_speaks_until_the_next_and_counties_are_not_averaged(self, world):
        result("10.9", "2023-02-10", year="2022")
        result("20", org="A")
        assert value("surveys.literacy", "2024") == Decimal("10.9")
        assert value("surveys.literacy", "2024", "A") == 20
        result("15.3")
        assert value("surveys.literacy", "2024") == Decimal("15.3")

    def test_a_round_is_known_by_its_number(self, world):
        save("survey_rounds", by=SYSTEM, raw={"org": "CITY", "day": "2024-04-08", "title": "素质抽样调查", "level": "国家级",
                                              "kind": "公民科学素质抽样调查", "number": "14", "role": "配合", "sampled": "600",
                                              "finished": "2024-06-30"})  # fmt: skip
        assert value("surveys.round_number", kind="literacy") == 14
        assert value("surveys.rounds", channel="cooperate") == 1
        assert value("surveys.local_sample", "2024-06") == 600

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"share": "115.3"}, "share"),
            ({"year": "2025"}, "year"),
            ({"margin": "1.2"}, "confidence"),
            ({"margin": "1.2", "confidence": "100"}, "confidence"),
            ({"target": "15"}, "target_source"),
            ({"sample": "0"}, "sample"),
            ({"day": "2099-01-01"}, "day"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            result(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not SurveyResult.objects.unscoped("test").exists()


class TestStations:
    def test_national_and_provincial_stations_stand(self, world):
        """Twelve reports sent and one printed in a year, the task fulfilled."""
        station("甲站", years=[("2023-12-20", "优秀", "12", "1"), ("2024-12-20", "合格", "12", "0")])
        station("乙站", "省级")
        station("丙站", "省级", until="2024-06-30")
        assert value("surveys.stations", "2024-05") == 3
        assert value("surveys.stations") == 2
        assert value("surveys.stations", level="nation") == 1
        assert value("surveys.stations_founded", "2021") == 3
        assert value("surveys.station_results", "2023", grade="excellent_station") == 1
        assert value("surveys.station_reports", "2023") == 12
        assert value("surveys.station_used", "2023") == 1
        assert not list(differences())

    def test_what_is_refused(self, world):
        for years, text in (
            ([("2024-12-20", "优秀", "1", "2")], "多于报送"),
            ([("2024-12-20", "", "1", "0"), ("2024-06-20", "", "1", "0")], "一年只写一行"),
            ([("2020-12-20", "", "1", "0")], "早于设立日期"),
        ):
            with pytest.raises(Invalid, match=text):
                station("甲站", years=years)
        assert not SurveyStation.objects.unscoped("test").exists()


class TestOwn:
    def test_answers_are_counts(self, world):
        survey(sent="1000", returned="960", valid="930", reported="2024-08-20", report="状况报告")
        assert value("surveys.own") == 1
        assert value("surveys.valid") == 930
        assert value("surveys.valid_rate") == Decimal("96.9")
        assert value("surveys.own_reported", "2024-08") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"sent": "10", "returned": "11"}, "returned"),
            ({"returned": "10", "valid": "11"}, "valid"),
            ({"report": "报告"}, "reported"),
            ({"finished": "2024-01-01"}, "finished"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            survey(**wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not OwnSurvey.objects.unscoped("test").exists()


def test_a_sheet_taken_twice_changes_nothing(world):
    rows = [{"org": "演示市科协", "day": "2024-12-20", "kind": "公民科学素质抽样调查", "title": "具备科学素质的比例", "year": 2024,
             "share": 15.3, "method": "概率抽样调查", "source": "演示科协"}]  # fmt: skip
    take(survey_results=rows)
    assert value("surveys.literacy") == Decimal("15.3")
    assert {verdict.value for verdict in plan(survey_results=rows).counts} == {"same"}
