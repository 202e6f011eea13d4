"""From what is typed to values: every kind of field, faults by field and line, nothing written on a fault."""

from datetime import date

import pytest

from kebridge.core.ledger.models import Posting
from kebridge.core.records import fields as kinds
from kebridge.core.records import register as registers
from kebridge.core.records.cleaning import Invalid, clean_value, is_blank
from kebridge.core.records.fields import Field
from kebridge.core.records.lookups import Lookups
from tests.core.ledger.samples import sample
from tests.support.world import SYSTEM, activity, make_world, save, visit

pytestmark = pytest.mark.django_db
LEVELS = lambda: [("city", "市级"), ("county", "县级")]  # noqa: E731 (as a declaration has it)


def field(kind, **more):
    return Field("x", label="栏目", kind=kind, **more)


def taken(kind, typed, **more):
    return clean_value(field(kind, **more), typed, Lookups(SYSTEM))


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (kinds.TEXT, "  两  个　空格 ", "两 个 空格"),
        (kinds.TEXT, 12.0, "12"),
        (kinds.TEXT, 7, "7"),
        (kinds.LONG, " 第一段\n第二段 ", "第一段\n第二段"),
        (kinds.COUNT, "１，２３４", 1234),
        (kinds.COUNT, "1.2万", 12000),
        (kinds.COUNT, "三百二十", 320),
        (kinds.COUNT, 86.0, 86),
        (kinds.COUNT, 0, 0),
        (kinds.DAY, "2024年3月5日", date(2024, 3, 5)),
        (kinds.DAY, 45356, date(2024, 3, 5)),
        (kinds.DAY, date(2024, 3, 5), date(2024, 3, 5)),
        (kinds.FLAG, "√", True),
        (kinds.FLAG, "否", False),
    ],
)
def test_what_is_taken(kind, typed, value):
    assert taken(kind, typed) == value


def test_numbers_are_stored_in_their_smallest_unit():
    assert taken(kinds.NUMBER, "86.5", scale=1000) == 86500
    assert (
        taken(kinds.CHOICE, "县级", choices=LEVELS)
        == taken(kinds.CHOICE, "county", choices=LEVELS)
        == "county"
    )


@pytest.mark.parametrize(
    ("kind", "typed", "word", "more"),
    [
        (kinds.COUNT, "三十多", "准确的数", {}),
        (kinds.COUNT, "-3", "负数", {}),
        (kinds.COUNT, "2.5", "整数", {}),
        (kinds.NUMBER, "0.0001", "小数位太多", {"scale": 1000}),
        (kinds.NUMBER, "-1", "负数", {}),
        (kinds.DAY, "2024-02-30", "没有", {}),
        (kinds.DAY, "3月5日", "没有写年份", {}),
        (kinds.FLAG, "大概", "是", {}),
        (kinds.CHOICE, "国际级", "只能填：市级、县级", {"choices": LEVELS}),
        (kinds.ORG, "不存在的单位", "没有叫", {}),
        (kinds.BODY, "某", "全称", {}),
        (kinds.TAGS, "没有的品牌", "没有“没有的品牌”", {}),
    ],
)
def test_what_is_refused_in_plain_words(kind, typed, word, more):
    with pytest.raises(ValueError, match=word):
        taken(kind, typed, **more)


def test_names_of_organisations_by_name_or_code_and_ambiguous_ones():
    world = make_world()
    lookups = Lookups(SYSTEM)
    assert lookups.org_id("演示甲县科协") == lookups.org_id("A") == world["A"]
    world.add_org("A2", "演示甲县科协", "park", "B")
    with pytest.raises(ValueError, match="有2个组织都叫“演示甲县科协”，请改填代码：A、A2"):
        Lookups(SYSTEM).org_id("演示甲县科协")
    with pytest.raises(ValueError, match="最接近的是“演示乙县科协”"):
        Lookups(SYSTEM).org_id("演示乙县可协")


def test_many_names_in_one_cell():
    make_world()
    for name in ("科普日", "科技周"):
        sample("programmes", name=name)
    assert taken(kinds.TAGS, "科普日、科技周") == ("科技周", "科普日")
    assert taken(kinds.BODIES, "演示县第一小学，演示县第二小学；演示县第一小学") == (
        "演示县第一小学",
        "演示县第二小学",
    )


@pytest.mark.parametrize("blank", [None, "", "  ", [], ()])
def test_blank_cells(blank):
    assert is_blank(blank)


def test_faults_are_told_by_field_and_line_all_at_once():
    make_world()
    before = Posting.objects.count()
    sessions = [{"day": "2024-03-05", "on_site": 10}, {"day": "", "on_site": "若干"}, {"day": "昨天"}]
    with pytest.raises(Invalid) as refused:
        activity(None, "A", "", "2024-13-01", sessions=sessions, level="国际级")
    found = {(fault.field, fault.line) for fault in refused.value.faults}
    assert found == {("title", None), ("day", None), ("level", None), ("day", 1), ("on_site", 1), ("day", 2)}
    assert Posting.objects.count() == before


def test_a_record_of_lines_needs_one():
    make_world()
    with pytest.raises(Invalid, match="至少要填一行场次"):
        activity(None, "A", "讲座", "2024-03-05", sessions=[])


def test_a_text_longer_than_its_column_and_a_number_larger_than_its_are_faults_on_every_database():
    make_world()
    with pytest.raises(Invalid) as refused:
        activity(None, "A", "长" * 121, "2024-03-05", sessions=[{"day": "2024-03-05", "on_site": "30亿"}])
    assert {(fault.field, fault.line) for fault in refused.value.faults} == {("title", None), ("on_site", 0)}
    with pytest.raises(Invalid) as refused:
        save("groups", by=SYSTEM, raw={"org": "M", "day": "2024-03-05", "body": "演示县第一小学", "people": "5",
                                       "entries": "40000"})  # fmt: skip
    assert [fault.field for fault in refused.value.faults] == ["entries"]


def test_the_same_key_again_is_refused_in_words():
    world = make_world()
    visit(world, "M", "2024-03-05", 10)
    with pytest.raises(Invalid, match="同一单位已有相同日期、区域的日参观"):
        visit(world, "M", "2024-03-05", 12)


def test_only_fitting_organisations_may_own_a_record():
    world = make_world()
    with pytest.raises(Invalid, match="“演示甲县科协”不是可以填报日参观登记的单位"):
        visit(world, "A", "2024-03-05", 10)


def test_a_new_body_is_entered_once_in_its_county():
    world = make_world()
    for day in ("2024-03-05", "2024-03-06"):
        activity(world, "A", "讲座", day, sessions=[{"day": day, "body": "演示县第一小学"}])
    model = registers.get("bodies").model
    bodies = model.objects.unscoped("a test").all()
    assert [(body.name, body.org_id, body.kind) for body in bodies] == [
        ("演示县第一小学", world["A"], "school")
    ]
