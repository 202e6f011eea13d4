"""The inbox, the practice book, review of several and a correction in its place, in a real browser."""

import pytest

from kebridge.core.records import register as registers
from kebridge.core.records.ops import move_record, set_review
from tests.journeys.conftest import DESKTOP, PHONE
from tests.support.world import SYSTEM, activity, visit


@pytest.fixture
def reviewer(visitor, world):
    for name in ("visits", "activities"):
        set_review(registers.get(name), True, by=SYSTEM)
    teller = world.person("teller", ("AM", "reporter"), ("B", "reporter"))
    for day in range(1, 9):
        visit(world, "AM", f"2024-03-{day:02d}", 100 + day, 20, by=teller)
    activity(
        world, "B", "科普报告进校园（演示县第一实验小学与第二实验小学联合专场）", "2024-03-05", by=teller
    )
    visit(world, "M", "2024-03-05", 168)
    office = world.person("office", ("CITY", "office"), ("M", "reporter"))
    own = visit(world, "M", "2024-04-05", 12)
    move_record(registers.get("visits"), own.pk, "void", by=office, reason="重复登记")
    visitor.sign_in("office")
    return visitor


def both(visitor, name, address):
    for size, at in ((DESKTOP, "wide"), (PHONE, "phone")):
        visitor.page.set_viewport_size(size)
        visitor.go(address)
        visitor.keep(f"{name}-{at}")
        assert visitor.fits()
    visitor.page.set_viewport_size(DESKTOP)


def test_from_the_inbox_to_several_reviewed(reviewer):
    page = reviewer.page
    both(reviewer, "inbox-home", "/")
    both(reviewer, "inbox", "/inbox/")
    page.click("li:has-text('参观') a:text-is('去审核')")
    page.check("[data-pick-all] >> nth=0")
    reviewer.keep("inbox-review-wide")
    page.set_viewport_size(PHONE)
    reviewer.keep("inbox-review-phone")
    assert reviewer.fits()
    page.set_viewport_size(DESKTOP)
    page.click("button:has-text('审核通过所选')")
    page.wait_for_selector("text=已审核通过8")


def test_a_number_is_put_right_in_its_place(reviewer):
    page = reviewer.page
    reviewer.go("/r/visits/?q=&org=M")
    page.click("tbody a >> nth=0")
    page.click("dd:has-text('168') a:text-is('更正')")
    page.wait_for_selector(".correct")
    reviewer.keep("inbox-correct-wide")
    page.fill(".correct input[name=individuals]", "186")
    page.set_viewport_size(PHONE)
    reviewer.keep("inbox-correct-phone")
    assert reviewer.fits()
    page.set_viewport_size(DESKTOP)
    page.click(".correct button")
    page.wait_for_selector("text=已更正")
    assert "186" in page.inner_text("h1")
    reviewer.keep("inbox-corrected")


def test_practice_has_its_watermark_and_ends(reviewer):
    page = reviewer.page
    reviewer.go("/practice/")
    reviewer.keep("practice-before")
    page.click("button:has-text('开始练习')")
    both(reviewer, "practice-begun", "/practice/")
    both(reviewer, "practice-form", "/r/visits/new/")
    page.fill("#id-individuals", "55")
    page.fill("#id-grouped", "0")
    page.click(".form-bar button[name=save]")
    page.wait_for_selector("text=练习已保存")
    reviewer.keep("practice-record")
    page.click("button:has-text('正式登记')")
    page.wait_for_url("**/r/visits/new/?from=*")
    assert page.input_value("#id-individuals") == "55"
    assert not page.is_visible(".practice-strip")
    reviewer.go("/practice/")
    page.click("button:has-text('全部删除')")
    page.wait_for_selector("text=已删除练习1条")


def test_the_pages_of_settings_and_forms(reviewer):
    both(reviewer, "inbox-registers", "/settings/registers/")
    page = reviewer.page
    reviewer.go("/r/visits/?org=M")
    page.click("tbody a >> nth=0")
    page.click("summary:has-text('更多')")
    reviewer.keep("inbox-void")
    page.click(".actions a:has-text('更正')")
    page.locator("#id-reason").scroll_into_view_if_needed()
    reviewer.keep("inbox-form-reason")
