"""Honours, ranks and firsts: what counts, what runs on for years, what is refused without evidence."""

import pytest

from kebridge.core.ledger.models import Tag
from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.honours.models import First, Honour, Ranking, Scheme
from kebridge.rooms.people.models import Person
from tests.rooms.people.entering import held, scheme, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def honour(title: str, day: str, **raw):
    return save("honours", by=SYSTEM, raw={
        "org": "CITY", "title": title, "day": day, "kind": "表彰奖励", "level": "省级", "grantors": "演示省科协",
        "recipient": "科协", "recipient_org": "CITY", **raw,
    })  # fmt: skip


def rank(matter: str, day: str, place: str, **raw):
    return save("ranks", by=SYSTEM, raw={"org": "CITY", "subject_matter": matter, "day": day, "level": "省级",
                                         "place": place, "source": "演示平台全省排名表", **raw})  # fmt: skip


class TestSchemes:
    def test_a_scheme_enters_its_tag_and_keeps_it_named(self, world):
        one = scheme("演示奖")
        assert Tag.objects.get(name="演示奖").scheme == "scheme"
        raw = {"org": "CITY", "name": "演示大奖", "kind": "奖项（表彰）", "level": "省级"}
        save("schemes", by=SYSTEM, raw=raw, pk=one.pk)
        assert Tag.objects.get(pk=one.tag_id).name == "演示大奖"

    def test_a_name_is_entered_once(self, world):
        scheme("演示奖")
        with pytest.raises(Invalid, match="相同名称的奖项赛事"):
            scheme("演示奖", kind="赛事")
        assert Scheme.objects.unscoped("test").count() == 1


class TestHonours:
    def test_several_grantors_give_one_honour(self, world):
        one = honour("优秀组织单位", "2024-11-01", grantors="演示省科协、演示省教育厅", grade="优秀组织")
        assert held("honours", one) == {"honours.granted": 1, "honours.grantors": 2}
        assert value("honours.granted", level="province", audience="association", grade="organiser") == 1

    def test_a_run_of_years_breaks_at_a_missing_year(self, world):
        scheme("先进单位")
        for year in (2020, 2022, 2023, 2024):
            honour("先进单位", f"{year}-12-20", schemes=["先进单位"])
        honour("别的荣誉", "2021-12-20")
        assert value("honours.run", "2024", scheme="先进单位") == 3
        assert value("honours.run", "2020", scheme="先进单位") == 1

    def test_a_void_year_breaks_the_run(self, world):
        scheme("先进单位")
        given = {
            year: honour("先进单位", f"{year}-12-20", schemes=["先进单位"]) for year in (2022, 2023, 2024)
        }
        ops.move_record(registers.get("honours"), given[2023].pk, "void", by=SYSTEM, reason="证书查无此件")
        assert held("honours", given[2023]) == {}
        assert value("honours.run", "2024", scheme="先进单位") == 1

    def test_a_person_is_known_from_her_honour(self, world):
        honour(
            "演示先进个人",
            "2024-06-01",
            recipient="个人",
            recipient_org="",
            recipient_name="演示人",
            employer="演示大学",
        )
        honour(
            "演示标兵",
            "2024-07-01",
            recipient="个人",
            recipient_org="",
            recipient_name="演示人",
            employer="演示大学",
        )
        (person,) = Person.objects.unscoped("test")
        assert set(Honour.objects.unscoped("test").values_list("person_id", flat=True)) == {person.pk}
        assert value("honours.recipients", audience="person") == 1
        assert value("honours.granted", audience="person") == 2

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"recipient": "个人"}, "recipient_name"),
            ({"recipient_org": ""}, "recipient_name"),
            ({"recipient": "基层科协", "recipient_body": "演示单位"}, "recipient_body"),
            ({"recipient_org": "", "recipient_body": "演示学会"}, "recipient_body"),
            ({"employer": "演示大学"}, "employer"),
            ({"copies": "0"}, "copies"),
            ({"kind": "试点示范认定"}, "kind"),
            ({"year": "2025"}, "year"),
            ({"year": "2019"}, "year"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            honour("演示荣誉", "2024-06-01", **wrong)
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Honour.objects.unscoped("test").exists()

    def test_recipients_of_several_kinds_are_told_apart(self, world):
        for number, kind in enumerate(("社区", "学校", "科普教育基地", "学校")):
            honour("演示先进", "2024-06-01", recipient=kind, recipient_org="",
                   recipient_body=f"演示单位{number}", recipient_name=f"演示单位{number}")  # fmt: skip
        assert value("honours.recipient_kinds", kind="commendation") == 3
        assert value("honours.recipients") == 4


class TestRanks:
    def test_the_latest_place_is_the_value_and_each_table_is_its_own(self, world):
        rank("信息员数量", "2024-06-30", "3", population="18")
        rank("信息员数量", "2024-12-31", "1", population="18")
        rank("科普传播量", "2024-12-31", "2")
        assert value("honours.rank", kind="信息员数量", level="province") == 1
        assert value("honours.rank", "2024-06", kind="信息员数量") == 3
        assert value("honours.rank", kind="科普传播量") == 2
        assert value("honours.rankings", grade="1") == 1
        assert value("honours.rank", "2026", kind="信息员数量") is None, (
            "a table of two years ago says nothing"
        )

    def test_a_tier_without_a_place_is_no_rank(self, world):
        one = rank("综合考评", "2024-12-31", "", tier="第一方阵")
        assert held("ranks", one) == {"honours.rankings": 1}
        assert value("honours.rankings", grade="第一方阵") == 1

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"place": ""}, "place"),
            ({"population": "2", "place": "3"}, "place"),
            ({"source": "无"}, "source"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            rank("信息员数量", "2024-12-31", **{"place": "1", **wrong})
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Ranking.objects.unscoped("test").exists()


class TestFirsts:
    RAW = {"org": "CITY", "day": "2024-05-30", "statement": "演示市在全省首个建成科技工作者之家", "kind": "首次（首个）",
           "level": "省级"}  # fmt: skip

    @pytest.mark.parametrize("evidence", ["", "据了解"])
    def test_without_evidence_there_is_no_first(self, world, evidence):
        with pytest.raises(Invalid):
            save("firsts", by=SYSTEM, raw=self.RAW | {"evidence": evidence})
        assert not First.objects.unscoped("test").exists()

    def test_with_evidence_it_counts_by_kind_and_scope(self, world):
        save("firsts", by=SYSTEM, raw=self.RAW | {"evidence": "演示省科协2024年第6期简报"})
        assert value("honours.firsts", kind="first_time", level="province") == 1


def test_the_ledger_agrees_with_the_records(world):
    scheme("先进单位")
    honour("先进单位", "2024-12-20", schemes=["先进单位"])
    rank("信息员数量", "2024-12-31", "1")
    assert not list(differences())


def test_of_an_honour_given_jointly_the_grantors_are_counted(world):
    scheme("先进集体")
    honour("先进集体", "2024-12-20", schemes=["先进集体"], grantors="甲部、乙部、丙协会")
    honour("另一项", "2024-12-20")
    assert value("honours.grantors") == 3
    assert value("honours.granted") == 2


def test_a_first_says_of_how_many_it_is_one(world):
    save(
        "firsts",
        by=SYSTEM,
        raw=TestFirsts.RAW
        | {"evidence": "演示省科协2024年第6期简报", "kind": "首批", "level": "国家级", "among": "3"},
    )
    assert value("honours.first_among", kind="first_batch", level="nation") == 3
