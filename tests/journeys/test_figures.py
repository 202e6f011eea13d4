"""From the year at a glance down to a record, and from a saved visit up to the figure, in a real browser."""

import pytest

from tests.journeys.conftest import PHONE
from tests.support.world import activity, visit


@pytest.fixture
def reader(visitor, world):
    for year, individuals in (("2023", 400), ("2024", 500)):
        for month in range(1, 13):
            visit(world, "M", f"{year}-{month:02d}-05", individuals + month * 10, 86)
        visit(world, "AM", f"{year}-04-05", 100)
        activity(world, "A", f"{year}年报告", f"{year}-03-06")
        activity(world, "B", f"{year}年展览", f"{year}-05-06")
    world.person("office", ("CITY", "office"))
    visitor.sign_in("office")
    return visitor


def test_from_the_glance_to_a_record(reader):
    page = reader.page
    reader.go("/?year=2024")
    page.wait_for_selector(".chart svg")
    reader.keep("glance")
    page.click(".card-figure a:text-is('参观人次')")
    number = page.inner_text(".figure-number")
    assert "7,912" in number
    reader.keep("figure")
    page.click("#parts .tabs a:text-is('按月份')")
    page.wait_for_selector("#parts a:text-is('2024年4月')")
    assert page.inner_text(".figure-number") == number
    page.click("#parts a:text-is('2024年4月')")
    page.click("#parts a:text-is('演示甲县科协')")
    assert "100" in page.inner_text(".figure-number")
    page.click("#lines a:has-text('2024年4月5日')")
    assert "接待100人次" in page.inner_text("h1")
    reader.keep("figure-record")


def test_last_year_is_one_click_and_this_year_back(reader):
    page = reader.page
    reader.go("/figures/venues.visits/?scope=CITY&period=2024")
    page.click("text=看2023年")
    assert "2023年参观人次" in page.inner_text(".figure-saying")
    page.click("text=看2024年")
    assert "7,912" in page.inner_text(".figure-number")


def test_the_period_is_chosen_by_keyboard_and_filters_come_off(reader):
    page = reader.page
    reader.go("/figures/venues.visits/?scope=CITY&period=2024")
    page.select_option("#way", "month")
    assert page.is_visible("#month")
    assert not page.is_visible("#since")
    page.fill("#month", "4")
    page.focus("[data-period-form] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**period=2024-04**")
    assert "2024年4月" in page.inner_text(".figure-saying")
    page.click("#parts .tabs a:text-is('按类别')")
    page.wait_for_selector("#parts .tabs a[aria-current]:text-is('按类别')")
    page.click("#parts tbody a >> nth=0")
    page.click(".chips .chip")
    assert page.locator(".chips .chip").count() == 0


def test_a_saved_visit_moves_the_figure_at_once(reader):
    page = reader.page
    reader.go("/figures/venues.visits/?scope=M&period=2024")
    before = int(page.inner_text(".figure-number").split()[0].replace(",", "").removesuffix("人次"))
    reader.go("/r/visits/new/")
    page.fill("#id-day", "2024-06-20")
    page.fill("#id-individuals", "1000")
    page.fill("#id-grouped", "0")
    if page.locator("#id-org").count():
        page.fill("#id-org", "演示市科技馆")
    page.click(".form-bar button[name=save]")
    page.wait_for_selector("h1:has-text('接待1,000人次')")
    reader.go("/figures/venues.visits/?scope=M&period=2024")
    after = int(page.inner_text(".figure-number").split()[0].replace(",", "").removesuffix("人次"))
    assert after == before + 1000


@pytest.mark.parametrize(
    "address",
    [
        "/?year=2024", "/missing/?year=2024", "/figures/?period=2024", "/figures/venues.visits/?scope=CITY&period=2024",
        "/figures/venues.visits_per_day/?scope=CITY&period=2024&by=month",
        "/figures/venues.visits/source/?scope=CITY&period=2024", "/reports/", "/reports/new/",
    ],
)  # fmt: skip
def test_pages_fit_a_phone(reader, address):
    reader.page.set_viewport_size(PHONE)
    reader.go(address)
    assert reader.fits()
    reader.keep(f"phone{address.split('?')[0].replace('/', '-')}")


def test_scripts_stay_small_where_there_is_no_chart(reader):
    sizes = []
    reader.page.on("response", lambda one: sizes.append(len(one.body())) if one.url.endswith(".js") else None)
    reader.go("/figures/?period=2024")
    reader.page.wait_for_load_state("networkidle")
    assert sum(sizes) < 200_000
