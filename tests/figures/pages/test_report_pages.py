"""Pages of reports: by role; what blocks signing; editions, checks, corrections."""

import re

import pytest

from kebridge.figures.models import Edition, Report
from kebridge.figures.reports import ops
from kebridge.figures.reports.drafting import next_year_of, starter
from tests.support.world import SYSTEM, visit

pytestmark = pytest.mark.django_db
TEMPLATE = """title: 演示2024年总结
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits}
  before: {metric: venues.visits, period: "2023"}
blocks:
  - heading: 场馆
  - paragraph: 接待{visits}，2023年为{before}。
"""
BLOCKED = TEMPLATE.replace('period: "2023"', 'period: "2019"').replace("总结", "另一份总结")


@pytest.fixture
def report(world):
    return ops.save_report(TEMPLATE, by=SYSTEM)


def test_the_report_is_live_and_every_figure_opens(see, report):
    page = see("leader", f"/reports/{report.pk}/").content.decode()
    assert "686人次</a>" in page
    for href in re.findall(r'class="figure" href="([^"]+)"', page):
        assert see("leader", href.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize(
    ("role", "org", "status"),
    [("leader", "CITY", 200), ("auditor", "CITY", 200), ("reporter", "A", 404), ("admin", "CITY", 403)],
)
def test_who_may_read(see, report, role, org, status):
    assert see(role, f"/reports/{report.pk}/", org).status_code == status


@pytest.mark.parametrize(
    ("role", "edit", "sign"), [("clerk", 200, 403), ("leader", 403, 200), ("office", 200, 200)]
)
def test_who_may_write_and_sign(see, report, role, edit, sign):
    assert see(role, f"/reports/{report.pk}/edit/").status_code == edit
    assert see(role, f"/reports/{report.pk}/copy/").status_code == edit
    assert see(role, f"/reports/{report.pk}/sign/").status_code == sign


def test_signing_freezes_and_checks_clean(see, client, world, report):
    confirm = see("leader", f"/reports/{report.pk}/sign/").content.decode()
    assert "要固定的数" in confirm
    answer = client.post(f"/reports/{report.pk}/sign/")
    assert answer.url == f"/reports/{report.pk}/editions/0/"
    visit(world, "M", "2024-06-01", 1000)
    page = client.get(answer.url).content.decode()
    assert "686人次" in page
    assert Edition.objects.unscoped("test").get().seal.digest in page
    checked = client.get(f"{answer.url}check/")
    assert checked.context["deviations"] == []
    assert checked.context["overtaken"] == ["“参观人次”签发时为686人次，现在为1686人次"]
    client.post(f"/reports/{report.pk}/sign/")
    assert "更正稿 R1" in client.get("/reports/").content.decode()


def test_an_unreported_figure_blocks_signing(see, client, world):
    blocked = ops.save_report(BLOCKED, by=SYSTEM)
    page = see("leader", f"/reports/{blocked.pk}/").content.decode()
    assert '<mark class="missing">【未报】</mark>' in page
    assert "还不能签发：1 处没有数" in page
    assert "返回报告" in see("leader", f"/reports/{blocked.pk}/sign/").content.decode()
    assert client.post(f"/reports/{blocked.pk}/sign/").status_code == 400
    assert not Edition.objects.unscoped("test").exists()


def test_a_wrong_template_keeps_what_was_typed_and_names_the_place(see, client, report):
    see("clerk", "/reports/")
    wrong = TEMPLATE.replace("venues.visits}", "venues.vists}")
    answer = client.post(f"/reports/{report.pk}/edit/", {"template": wrong, "revision": report.revision})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'data-line="5" data-column="20"' in page
    assert "venues.vists" in page
    assert Report.objects.unscoped("test").get().template == TEMPLATE


def test_an_older_revision_does_not_overwrite(see, client, report):
    see("clerk", "/reports/")
    form = {"template": TEMPLATE.replace("场馆", "科普场馆"), "revision": 1}
    assert client.post(f"/reports/{report.pk}/edit/", form).status_code == 302
    answer = client.post(f"/reports/{report.pk}/edit/", form)
    assert answer.status_code == 400
    assert "刚刚被别人修改过" in answer.content.decode()


def test_a_copy_for_the_next_year_becomes_a_report_of_its_own(see, client, report):
    text = see("clerk", f"/reports/{report.pk}/copy/").context["text"]
    assert text == next_year_of(TEMPLATE)
    assert 'period: "2025"' in text
    assert 'period: "2024"' in text
    assert client.post("/reports/new/", {"template": text, "revision": ""}).status_code == 302
    assert sorted(Report.objects.unscoped("test").values_list("title", flat=True)) == [
        "演示2024年总结",
        "演示2025年总结",
    ]


def test_a_new_report_starts_from_a_template_that_can_be_saved(see, client, world):
    text = see("clerk", "/reports/new/").context["text"]
    assert text.startswith(starter("CITY", "演示市科协", 2024)[:20])
    assert client.post("/reports/new/", {"template": text, "revision": ""}).status_code == 302


@pytest.mark.parametrize("address", ["docx/", "editions/0/docx/"])
def test_documents_are_given_out(see, client, report, address):
    see("leader", "/reports/")
    client.post(f"/reports/{report.pk}/sign/")
    answer = client.get(f"/reports/{report.pk}/{address}")
    assert answer.content[:2] == b"PK"
    assert "attachment" in answer["Content-Disposition"]
