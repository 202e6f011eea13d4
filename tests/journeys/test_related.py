"""What else is known about a society, beside its record: looked at on a desk and on a phone."""

import pytest

from tests.journeys.conftest import DESKTOP, PHONE
from tests.support.world import SYSTEM, activity, save

SOCIETY = "演示市茶叶学会"


@pytest.fixture
def society(world):
    pk = world.add_org("S", SOCIETY, "society", "CITY")
    world.person("office", ("CITY", "office"))
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日"})
    for number in range(7):
        save("designations", by=SYSTEM, raw={"org": "CITY", "holder": SOCIETY, "kind": "学会服务站", "level": "省级",
                                             "day": f"2024-06-0{number + 1}", "title": f"演示省学会服务站{number}"})  # fmt: skip
        activity(world, "A", f"茶叶科学知识进万家系列讲座第{number + 1}讲", f"2024-03-0{number + 1}", partners=SOCIETY,
                 programmes="全国科普日")  # fmt: skip
    for year in ("2021", "2022", "2023"):
        save("annual_checks", by=SYSTEM,
             raw={"org": "S", "year": year, "day": f"{int(year) + 1}-06-30", "result": "合格"})  # fmt: skip
    return pk


@pytest.mark.parametrize(("size", "name"), [(DESKTOP, "desk"), (PHONE, "phone")])
def test_related_records_stand_beside_each_other(visitor, society, size, name):
    visitor.page.set_viewport_size(size)
    visitor.sign_in("office")
    visitor.go(f"/r/organisations/{society}/")
    visitor.page.locator("#related").scroll_into_view_if_needed()
    visitor.page.wait_for_selector("#related .alongside")
    first, second = (
        visitor.page.locator(".alongside > section").nth(place).bounding_box() for place in (0, 1)
    )
    assert (first["y"] == second["y"]) is (size == DESKTOP)
    assert visitor.fits()
    visitor.page.evaluate(
        "document.querySelector('#related h4').scrollIntoView({block: 'start', behavior: 'instant'})"
    )
    visitor.keep(f"related-{name}")
    visitor.page.click(f"#related a[href='/r/activities/?related=unit-organisations-{society}']")
    visitor.page.wait_for_selector(".chip")
    assert f"同一单位：{SOCIETY}" in visitor.page.inner_text(".chips")
