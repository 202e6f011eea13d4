"""Assigned places and what was done there; campaigns taken part in; series of meetings."""

import pytest

from kebridge.core.ledger.verify import differences
from kebridge.core.records.cleaning import Invalid
from kebridge.rooms.works.models import Assignment, OtherWork
from tests.rooms.people.entering import value
from tests.support.world import SYSTEM, World, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def assignment(name="演示小区", lines=(), **raw):
    return save("assignments", by=SYSTEM, lines=list(lines), raw={
        "org": "CITY", "kind": "小区", "name": name, "since": "2024-01-01", **raw,
    })  # fmt: skip


def campaign(name):
    save(
        "plan_frames",
        by=SYSTEM,
        raw={"org": "CITY", "name": name, "kind": "中心工作（上级部署）", "since": "2020-01-01"},
    )


def work(title, **raw):
    return save("other_works", by=SYSTEM, raw={"org": "CITY", "title": title, "day": "2024-03-05", "quantity": "1",
                                               "kind": "参与中心工作", "evidence": "现场照片", **raw})  # fmt: skip


def test_places_stand_and_measures_are_told_by_kind(world):
    kinds = ("飞线治理", "消防器材", "添置垃圾桶", "宣传栏（版面）", "环境卫生整治")
    assignment(lines=[{"day": "2024-03-05", "kind": kind, "people": "5"} for kind in kinds])
    assignment("演示路", kind="路段", until="2024-05-31",
               lines=[{"day": f"2024-02-0{day}", "kind": "除雪"} for day in (3, 4)])  # fmt: skip
    assert value("works.assignments", kind="estate") == 1
    assert value("works.assignments", kind="road", period="2024-05") == 1
    assert value("works.assignments", kind="road") == 0
    assert value("works.measure_kinds", kind="estate") == 5
    assert value("works.assigned_measures", grade="snow") == 2
    assert value("works.assigned_people") == 25
    assert not list(differences())


@pytest.mark.parametrize(
    ("wrong", "day", "field"),
    [
        ({"until": "2023-01-01"}, None, "until"),
        ({}, "2023-12-31", "since"),
        ({"until": "2024-03-01"}, "2024-03-02", "since"),
        ({}, "2099-01-01", "since"),
    ],
)
def test_what_is_refused_of_a_place(world, wrong, day, field):
    with pytest.raises(Invalid) as refused:
        assignment(lines=[{"day": day, "kind": "除雪"}] if day else (), **wrong)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert not Assignment.objects.unscoped("test").exists()


def test_campaigns_taken_part_in_are_told_once_each_and_by_whom(world):
    for name in ("疫情防控", "文明创建"):
        campaign(name)
    work("值守小区", items=["疫情防控"], taking="党员干部")
    work("捐赠物资", items=["疫情防控"], taking="党员干部")
    work("上门服务", items=["疫情防控"], taking="三长")
    work("清洁家园", items=["文明创建"], taking="党员干部")
    assert value("works.campaigns") == 2
    assert value("works.campaigns", audience="members") == 2
    assert value("works.campaigns", audience="three_heads") == 1
    with pytest.raises(Invalid, match="中心工作"):
        work("没有写是哪项")
    assert OtherWork.objects.unscoped("test").count() == 4


def test_series_of_meetings(world):
    for name in ("演示讲评会", "演示讲堂"):
        save("programmes", by=SYSTEM, raw={"org": "CITY", "name": name})
    raw = {"org": "CITY", "kind": "讲评会"}
    for month in (1, 2):
        save(
            "meetings",
            by=SYSTEM,
            raw={**raw, "title": f"讲评会{month}", "day": f"2024-0{month}-05", "programmes": ["演示讲评会"]},
        )
    save(
        "meetings",
        by=SYSTEM,
        raw={
            **raw,
            "kind": "讲堂（内部论坛）",
            "title": "讲堂",
            "day": "2024-03-05",
            "programmes": ["演示讲堂"],
        },
    )
    campaign("文明创建")
    save(
        "meetings",
        by=SYSTEM,
        raw={**raw, "kind": "班子会", "title": "研究创建", "day": "2024-03-06", "items": ["文明创建"]},
    )
    assert value("works.meeting_series", kind=["review", "forum"]) == 2
    assert value("works.meetings", kind="leadership", plan="文明创建") == 1
