"""A report in a real browser: from a figure to its records; refused while something is missing; signed and checked."""

import pytest

from kebridge.figures.reports import ops
from tests.support.world import SYSTEM, activity, save, visit

TEMPLATE = """title: 演示2024年总结
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits, style: wan}
  activities: {metric: activities.activities}
  trips: {metric: venues.trips}
blocks:
  - heading: 科普工作
  - paragraph: 科技馆接待{visits}，开展活动{activities}，大篷车出车{trips}。
  - records: {register: activities, pattern: "{title}", order: day, limit: 2, lead: 主要有}
"""


@pytest.fixture
def report(visitor, world):
    visit(world, "M", "2024-03-05", 43_000, 120)
    for number, title in enumerate(("甲报告", "乙展览", "丙讲座"), start=1):
        activity(world, "A", title, f"2024-03-0{number}")
    world.person("office", ("CITY", "office"))
    visitor.sign_in("office")
    return ops.save_report(TEMPLATE, by=SYSTEM)


def test_from_a_figure_of_the_report_to_the_record(visitor, report):
    page = visitor.page
    visitor.go(f"/reports/{report.pk}/")
    visitor.keep("report")
    page.click("article a.figure:text-is('4.31万人次') >> nth=0")
    assert "43,120" in page.inner_text(".figure-number")
    page.click("#lines tbody a >> nth=0")
    assert "接待43,120人次" in page.inner_text("h1")


def test_refused_while_unreported_then_signed_and_checked(visitor, report, world):
    page = visitor.page
    visitor.go(f"/reports/{report.pk}/")
    assert "还不能签发" in page.inner_text(".notice-bad")
    page.click(".page-head a:has-text('签发')")
    assert page.locator("main form button").count() == 0
    visitor.keep("report-refused")
    nil = {"org": "CITY", "register": "trips", "since": "2024-01-01", "until": "2024-12-31"}
    save("nil_returns", by=SYSTEM, raw=nil)
    page.reload()
    page.click("button:has-text('签发')")
    page.wait_for_url("**/editions/0/")
    assert "数据存证第1号" in page.inner_text("main")
    visitor.keep("edition")
    visit(world, "M", "2024-03-06", 1_000_000)
    page.click("text=核对")
    assert "完全一致" in page.inner_text("main")
    assert "签发时为4.31万人次，现在为104.31万人次" in page.inner_text("main")
    visitor.keep("edition-check")


def test_a_wrong_template_is_marked_at_its_line(visitor, report):
    page = visitor.page
    visitor.go(f"/reports/{report.pk}/edit/")
    page.fill("#template", TEMPLATE.replace("venues.trips", "venues.tirps"))
    page.click("text=保存模板")
    assert "第7行第19列" in page.inner_text("#fault")
    chosen = page.evaluate(
        "(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.getElementById('template'))"
    )
    assert chosen.startswith("venues.tirps")
