"""From a list to the table of an outside system, in a browser, wide and narrow."""

from tests.journeys.conftest import DESKTOP, PHONE
from tests.support.world import SYSTEM, activity, save


def test_hand_over_and_see_it_on_the_record(visitor, world):
    save("programmes", by=SYSTEM, raw={"org": "CITY", "name": "全国科普日", "is_campaign": "是"})
    made = activity(world, "A", "科普日主场活动", "2024-09-15", campaigns="全国科普日")
    activity(world, "A", "一项名称特别长的活动" * 6, "2024-09-16", campaigns="全国科普日")
    world.person("office", ("CITY", "office"))
    visitor.sign_in("office")
    page = visitor.page
    for name, size in (("wide", DESKTOP), ("phone", PHONE)):
        page.set_viewport_size(size)
        for which, address in (
            ("packs", "/r/activities/outside/"),
            ("pack", "/r/activities/outside/science_day_platform/"),
            ("returns", "/returns/"),
            ("return", "/returns/cast_annual/?scope=CITY&year=2024"),
        ):
            visitor.go(address)
            assert visitor.fits(), (name, which)
            visitor.keep(f"outside-{which}-{name}")
    page.set_viewport_size(DESKTOP)
    visitor.go(f"/r/activities/{made.pk}/")
    assert "还没有导出" in page.inner_text("main")
    page.click("text=全国科普日活动平台")
    with page.expect_download() as taken:
        page.click("button:has-text('导出')")
    assert taken.value.suggested_filename.endswith(".xlsx")
    visitor.go(f"/r/activities/{made.pk}/")
    assert "已导出" in page.inner_text("main")
    visitor.keep("outside-record-wide")
    page.set_viewport_size(PHONE)
    visitor.go(f"/r/activities/{made.pk}/")
    assert visitor.fits()
    visitor.keep("outside-record-phone")
