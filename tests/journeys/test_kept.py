"""What was typed outlives the session; days and times that follow from others are filled."""

import pytest


@pytest.fixture
def clerk(visitor, world):
    world.person("clerk", ("CITY", "clerk"))
    visitor.sign_in("clerk")
    return visitor


def test_what_was_typed_outlives_the_session(clerk, chromium):
    page = clerk.page
    clerk.go("/r/honours/new/")
    page.fill("#id-title", "演示先进集体")
    chromium.clear_cookies(name="sessionid")
    page.click(".form-bar button[name=save]")
    assert "登录已经过期" in page.inner_text("main")
    page.fill("#id_login", "clerk")
    page.fill("#id_password", "a-long-password-1")
    page.click("main button[type=submit]")
    page.wait_for_url("**/r/honours/new/")
    page.click("[data-kept-offer] button")
    assert page.input_value("#id-title") == "演示先进集体"


def test_what_was_saved_is_not_offered_again(clerk):
    page = clerk.page
    clerk.go("/r/volunteer_teams/new/")
    page.fill("#id-name", "演示科技志愿服务队")
    page.select_option("#id-kind", index=1)
    page.select_option("#id-level", index=3)
    page.click(".form-bar button[name=again]")
    page.wait_for_selector("text=已保存")
    assert not page.is_visible("[data-kept-offer]")


def test_sessions_follow_the_day_of_the_activity_until_told_otherwise(clerk):
    page = clerk.page
    clerk.go("/r/activities/new/")
    assert clerk.fits()
    page.focus("#id-day")
    page.fill("#id-day", "2024-03-05")
    page.focus("#id-title")
    assert page.input_value("[name=line-0-day]") == "2024-03-05"
    page.fill("[name=line-0-day]", "2024-03-07")
    page.focus("#id-day")
    page.fill("#id-day", "2024-03-06")
    page.focus("#id-title")
    assert page.input_value("[name=line-0-day]") == "2024-03-07"


def test_a_line_that_may_be_missing_stays_empty(clerk):
    page = clerk.page
    clerk.go("/r/studies/new/")
    page.focus("#id-day")
    page.fill("#id-day", "2024-03-05")
    page.focus("#id-title")
    assert page.input_value("[name=line-0-day]") == ""


def test_times_give_the_minutes(clerk):
    page = clerk.page
    clerk.go("/r/volunteer_hours/new/")
    page.fill("#id-begins", "9:00")
    page.fill("#id-ends", "11：30")
    page.focus("#id-minutes")
    assert (page.input_value("#id-begins"), page.input_value("#id-ends")) == ("09:00", "11:30")
    assert page.input_value("#id-minutes") == "150"
