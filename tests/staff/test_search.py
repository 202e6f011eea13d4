"""The one search box, and the list of systems made from the declarations."""

import json

import pytest
from django.core.management import CommandError, call_command

from kebridge.core.access.models import User
from kebridge.core.records import closed as closed_circle
from kebridge.core.records import register as registers
from kebridge.staff.finding import find
from tests.support.world import SYSTEM, activity, make_world, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    made = make_world()
    save("programmes", raw={"org": "CITY", "name": "演示科普嘉年华"}, by=SYSTEM)
    return made


def places(text, by=SYSTEM):
    return [(one.what, one.register) for one in find(text, by=by)]


def test_a_register_is_found_by_its_title_and_by_each_other_name(world):
    for register in registers.every():
        for name in (register.title, *register.known_as):
            assert any(one.register == register.code for one in find(name, by=SYSTEM)), (register.code, name)


def test_a_figure_is_not_found_again_as_a_choice_of_fields(world):
    found = find("下达任务数", by=SYSTEM)
    assert found[0].what == "指标"
    assert not [one for one in found if one.what == "类别" and one.named == "下达任务数"]


def test_a_choice_comes_after_the_figure_that_nearly_bears_its_name(world):
    found = find("公民科学素质", by=SYSTEM)
    kinds = [one.what for one in found if one.what != "记录"]
    assert "类别" in kinds
    assert kinds[0] != "类别"
    assert kinds.index("指标") < kinds.index("类别")


def test_a_name_with_quotes_inside_is_found_as_registered_without(world):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "演示筑梦助力双减行动"})
    found = find("“演示筑梦”助力“双减”行动", by=SYSTEM)
    assert [one.named for one in found if one.what == "记录"] == ["演示筑梦助力双减行动"]


def test_brackets_and_widths_do_not_matter(world):
    assert places("“科普活动”") == places("科普活动")


def test_a_brand_is_found_as_its_record(world):
    found = find("“演示科普嘉年华”", by=SYSTEM)
    assert found[0].register == "programmes"
    assert found[0].fit == 1


def test_the_closed_circle_is_not_found_by_others(world):
    reporter = world.person("bao", ("A", "reporter"))
    closed = set(closed_circle.codes())
    assert closed
    for register in registers.every():
        if register.code in closed:
            assert not {code for _, code in places(register.title, reporter)} & closed


def test_nothing_answers_to_nonsense_and_to_nothing(world):
    assert find("　", by=SYSTEM) == []
    assert find("魑魅魍魉", by=SYSTEM) == []


def test_the_page_lists_places_and_leads_into_the_registers(client, world):
    world.person("bangong", ("CITY", "clerk"))
    client.force_login(User.objects.get(username="bangong"))
    text = client.get("/search/", {"q": "科普活动"}).content.decode()
    assert "/r/activities/" in text
    nothing = client.get("/search/", {"q": "魑魅魍魉"}).content.decode()
    assert "没有叫“魑魅魍魉”的" in nothing
    assert "/search/records/?q=%E9%AD%91" in nothing


def test_registers_with_records_that_say_it_are_told_with_how_many(client, world):
    activity(world, "CITY", "科普报告进校园", "2024-03-05")
    activity(world, "CITY", "科普报告进社区", "2024-03-06")
    world.person("bangong", ("CITY", "clerk"))
    client.force_login(User.objects.get(username="bangong"))
    text = client.get("/search/records/", {"q": "科普报告"}).content.decode()
    assert "/r/activities/?q=%E7%A7%91" in text
    assert "2 项" in text
    assert "没有哪条记录写到" in client.get("/search/records/", {"q": "魑魅魍魉"}).content.decode()


def test_records_beyond_the_reach_are_not_told_by_their_number(client, world):
    activity(world, "B", "科普报告进校园", "2024-03-05")
    world.person("bao", ("A", "reporter"))
    client.force_login(User.objects.get(username="bao"))
    assert "没有哪条记录写到" in client.get("/search/records/", {"q": "科普报告进校园"}).content.decode()


def test_a_figure_comes_before_the_choices_that_name_it(world):
    found = [one.what for one in find("参观人次", by=SYSTEM) if one.fit == 1]
    assert found[:2] == ["登记簿", "指标"]


def test_systems_tells_every_register_with_its_metrics(world, capsys):
    call_command("systems", "--json")
    rows = {row["register"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) == {one.code for one in registers.every()}
    assert "venues.visits" in rows["visits"]["metrics"]


def test_systems_names_those_that_live_nowhere(world, tmp_path, capsys):
    names = tmp_path / "names.txt"
    names.write_text("科普活动\n魑魅 / 科普大篷车\n", encoding="utf-8")
    call_command("systems", names=names, json=True)
    names.write_text("科普活动\n魑魅魍魉\n", encoding="utf-8")
    with pytest.raises(CommandError, match="1个名称没有找到：魑魅魍魉"):
        call_command("systems", names=names)
    with pytest.raises(CommandError, match="读不了名称清单"):
        call_command("systems", names=tmp_path / "none.txt")
