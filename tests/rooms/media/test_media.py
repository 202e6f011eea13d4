"""Coverage by outlets; snapshots of platforms, of which none is ever added to another day's."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records import ops
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.media.enums import Observed
from kebridge.rooms.media.facts import MEASURE_OF
from kebridge.rooms.media.models import Coverage, Snapshot
from tests.rooms.people.entering import figure, held, value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db
DAY = "演示科技工作者日"
INFORMANTS, SHARES = "注册信息员（辖区合计）", "传播（分享）量（辖区合计）"


@pytest.fixture
def world() -> World:
    made = make_world()
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": DAY})
    return made


def item(title: str, outlet: str = "演示日报", day: str = "2024-05-30", **raw):
    return save("coverage", by=SYSTEM, raw={"org": "CITY", "title": title, "outlet": outlet, "day": day, "level": "市级",
                                            "form": "消息（新闻）", **raw})  # fmt: skip


def seen(value: str, day: str, observed: str = INFORMANTS, **raw):
    return save("media_snapshots", by=SYSTEM, raw={"org": "CITY", "day": day, "platform": "科普中国", "value": value,
                                                   "observed": observed, "source": "平台后台首页截图", **raw})  # fmt: skip


class TestCoverage:
    def test_items_by_form_level_and_programme(self, world):
        one = item("致敬", form="专题（通讯）报道", medium="报刊", programmes=[DAY])
        item("慰问信", form="公开信（慰问信）", programmes=[DAY])
        item("风采", "演示电视台", form="开设专栏（栏目）", medium="广播电视")
        assert held("coverage", one) == {"media.coverage": 1}
        assert value("media.coverage") == 3
        assert value("media.coverage", kind="feature", level="city", channel="paper", programme=DAY) == 1
        assert value("media.coverage", kind="open_letter") == 1
        assert value("media.coverage", kind="column") == 1

    def test_a_text_in_two_outlets_is_two_items_and_outlets_are_counted_once(self, world):
        item("开馆", "演示视频", level="国家级", org="M")
        item("开馆", "演示省报", level="省级", org="M")
        item("再报道", "演示省报", day="2024-06-01", level="省级", org="M")
        assert value("media.coverage", scope="M") == 3
        assert value("media.outlets", scope="M") == 2
        assert value("media.outlets", level="province") == 1

    def test_what_is_refused(self, world):
        with pytest.raises(Invalid, match="还没有到"):
            item("致敬", day="2099-01-01")
        assert not Coverage.objects.unscoped("test").exists()
        item("致敬")
        with pytest.raises(Invalid, match="同一单位已有相同"):
            item("致敬")
        assert value("media.coverage") == 1


class TestSnapshots:
    def test_every_observed_thing_has_its_own_measure(self):
        assert set(MEASURE_OF) == set(Observed.values)
        assert len(set(MEASURE_OF.values())) == len(Observed.values)

    def test_the_last_observation_stands_and_the_year_is_end_minus_start(self, world):
        seen("300000", "2023-12-31")
        seen("320000", "2024-06-30")
        one = seen("341495", "2024-12-31")
        seen("15164566", "2024-12-31", SHARES)
        assert held("media_snapshots", one) == {"media.informants": 341_495}
        assert value("media.informants") == 341_495
        assert value("media.informants", "2024-06") == 320_000
        assert value("media.informants_gained") == 41_495
        assert value("media.shares", channel="kepu_china", kind="shares") == 15_164_566
        assert value("media.shares_gained") is None, "nobody looked at the beginning of the year"
        assert value("media.informants", "2026-06") is None, "too old to speak for this day"
        assert figure("media.informants").bases.keys() == {"external"}

    def test_an_areas_total_holds_its_counties(self, world):
        seen("1000", "2024-12-31")
        seen("600", "2024-12-31", org="A")
        assert value("media.informants") == 1000
        assert value("media.informants", scope="A") == 600

    def test_accounts_are_added_but_not_their_days(self, world):
        for account, day, count in (("甲号", "2023-12-31", "100"), ("甲号", "2024-12-31", "150"),
                                    ("乙号", "2023-12-31", "30"), ("乙号", "2024-11-30", "40")):  # fmt: skip
            seen(count, day, "关注人数（粉丝）", platform="抖音", account=account)
        seen("7", "2024-12-31", "关注人数（粉丝）", platform="微信公众号", account="甲号", org="A")
        seen("9000", "2024-12-31", "阅读量", platform="微信公众号", account="甲号", org="A")
        assert value("media.followers") == 197
        assert value("media.followers", channel="douyin") == 190
        assert value("media.followers_gained") == 60
        assert value("media.reads") == 9000

    def test_a_lower_bound_is_said_so(self, world):
        one = seen(
            "100000", "2024-12-31", "阅读量", platform="微信公众号", account="甲号", is_lower_bound="是"
        )
        assert registers.get("media_snapshots").sentence(one) == (
            "截至2024年12月31日微信公众号“甲号”阅读量100,000以上（下限），平台后台首页截图"
        )

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"account": "甲号"}, "account"),
            ({"observed": "阅读量"}, "account"),
            ({"source": "后台"}, "source"),
            ({"value": "10万+"}, "value"),
            ({"day": "2099-01-01"}, "day"),
        ],
    )
    def test_what_is_refused(self, world, wrong, field):
        with pytest.raises(Invalid) as refused:
            seen(**{"value": "100", "day": "2024-12-31", **wrong})
        assert [fault.field for fault in refused.value.faults] == [field]
        assert not Snapshot.objects.unscoped("test").exists()


def test_a_corrected_and_a_void_record_count_what_stands(world):
    seen("100", "2024-06-30")
    one = seen("200", "2024-12-31")
    ops.move_record(registers.get("media_snapshots"), one.pk, "void", by=SYSTEM, reason="看错")
    assert held("media_snapshots", one) == {}
    assert value("media.informants") == 100
    assert not list(differences())


class TestOwnMedia:
    def account(self, name: str = "演示科普", **raw):
        return save("media_accounts", by=SYSTEM, raw={"org": "CITY", "name": name, "platform": "抖音", "kind": "科普账号",
                                                      "founded": "2024-02-01", **raw})  # fmt: skip

    def video(self, title: str, topic: str, views: list[tuple[str, str]] = (), **raw):
        return save("media_items", by=SYSTEM, raw={"org": "CITY", "day": "2024-03-05", "title": title, "kind": "视频", "platform": "抖音",
                    "topic": topic, "audience": "农民", **raw}, lines=[{"day": day, "value": seen} for day, seen in views])  # fmt: skip

    def test_accounts_stand_from_founding_to_closing(self, world):
        self.account()
        self.account("演示旧号", platform="微信公众号", founded="2019-01-01", closed="2024-06-30")
        assert (value("media.accounts", "2024H1"), value("media.accounts_founded", channel="douyin")) == (
            1,
            1,
        )
        with pytest.raises(Invalid, match="注销日期早于开通日期"):
            self.account("演示新号", closed="2023-01-01")

    def test_columns_by_frequency_and_with_whom(self, world):
        for title, partners in (("每日科普", []), ("每日科普知识", ["演示融媒体中心"])):
            save("media_columns", by=SYSTEM, raw={"org": "CITY", "title": title, "platform": "微信公众号", "frequency": "每日",
                 "opened": "2024-03-05", "partners": partners})  # fmt: skip
        assert value("media.columns_opened", grade="daily") == 2
        assert value("media.columns_opened", kind="joint") == value("media.columns", kind="own") == 1

    def test_of_the_views_of_an_item_the_last_stands_and_items_add_up(self, world):
        self.video("甲", "食用菌", [("2024-06-30", "100"), ("2024-12-01", "240"), ("2024-12-31", "250")])
        self.video("乙", "茶叶", [("2024-12-31", "1000")])
        self.video("丙", "茶叶")
        assert value("media.item_views", audience="farmers", channel="douyin") == 1250
        assert (value("media.items", kind="video", audience="farmers"), value("media.topics")) == (3, 2)
        assert value("media.plays") is None

    def test_views_that_fall_are_kept_as_seen(self, world):
        self.video(
            "甲",
            "核桃",
            [("2023-12-31", "100"), ("2024-06-30", "250"), ("2024-12-31", "240")],
            day="2023-03-05",
        )
        assert (value("media.item_views"), value("media.item_views_gained")) == (240, 140)

    def test_views_before_the_item_or_twice_a_day_are_refused(self, world):
        for views, words in (
            ([("2024-01-01", "1")], "早于发布日期"),
            ([("2024-06-30", "1"), ("2024-06-30", "2")], "写了两次"),
        ):
            with pytest.raises(Invalid, match=words):
                self.video("甲", "茶叶", views)
        assert value("media.items") is None

    def test_platforms_used_are_counted_once(self, world):
        self.video("甲", "", platform="科普大屏")
        self.video("乙", "", platform="文明实践中心平台")
        self.video("丙", "", platform="科普大屏")
        assert value("media.platforms") == 2
