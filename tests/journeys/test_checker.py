"""A draft in a real browser: marked, read by mouse and keyboard, put right, a choice remembered."""

import pytest

from tests.journeys.conftest import PHONE
from tests.support.world import activity, visit

DRAFT = """演示市科协2024年工作总结

一、科普工作
2024年市科技馆接待观众9999人次，新成立企业科协3家。
走进乡村集市12场，科普信息员数量居全省第一。
"""


@pytest.fixture
def checked(visitor, world):
    for month in range(1, 13):
        visit(world, "M", f"2024-{month:02d}-05", 1000)
    activity(world, "CITY", "科学之夜", "2024-03-01")
    for number in range(3):
        world.add_org(
            f"E{number}", f"第{number}企业科协", "enterprise", "CITY", known_from="", founded="2024-05-06"
        )
    world.person("clerk", ("CITY", "clerk"))
    visitor.sign_in("clerk")
    visitor.go("/checker/")
    visitor.keep("checker-empty")
    visitor.page.fill("#draft-text", DRAFT)
    visitor.page.fill("#draft-period", "2024")
    visitor.page.click("button:has-text('核对') >> nth=0")
    visitor.page.wait_for_selector(".checked-text")
    return visitor


def test_why_by_mouse_and_keyboard_then_put_right(checked):
    page = checked.page
    checked.keep("checker-result")
    assert "9999人次" in page.inner_text(".notice-bad")
    assert page.locator(".figure-card:visible").count() == 1
    page.focus(".figure-mark.verdict-good")
    page.keyboard.press("Enter")
    assert "3家" in page.inner_text(".figure-card:visible h2")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("figure-mark")
    page.click(".figure-mark.verdict-bad")
    page.click(".figure-card:visible button:has-text('改成')")
    page.wait_for_selector(".checked-text")
    assert "12000人次" in page.inner_text(".checked-text")
    assert page.locator(".notice-bad").count() == 0
    checked.keep("checker-corrected")


def test_a_choice_is_remembered(checked):
    page = checked.page
    page.click(".figure-mark:has-text('12场')")
    page.click(".figure-card:visible .other-readings summary")
    page.fill(".figure-card:visible .other-typed input", "活动场次")
    checked.keep("checker-choosing")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已记住")
    assert "已选定" in page.inner_text(".figure-card:visible")
    checked.go("/checker/choices/")
    assert "走进乡村集市" in page.inner_text("main")
    checked.keep("checker-choices")


def test_it_fits_a_phone(checked):
    checked.page.set_viewport_size(PHONE)
    checked.page.click(".figure-mark.verdict-bad")
    checked.keep("checker-phone")
    assert checked.fits()
    checked.go("/checker/")
    checked.keep("checker-phone-empty")
    assert checked.fits()
