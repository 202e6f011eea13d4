"""PDF, evidence packs and starters: who may take what away, and that an edition's PDF is what was signed."""

import io
import zipfile

import pytest

from kebridge.core.calendar.periods import Period
from kebridge.figures.documents.conformance import check_docx
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.models import Report
from kebridge.figures.reports import ops
from kebridge.figures.reports.drafting import STARTERS, fill
from tests.support.world import SYSTEM, activity, save, visit

pytestmark = pytest.mark.django_db
TEMPLATE = """title: 演示2024年总结
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits}
blocks:
  - paragraph: 接待{visits}。
  - records: {register: activities, pattern: "{title}", lead: 活动有}
"""


@pytest.fixture
def report(world):
    return ops.save_report(TEMPLATE, by=SYSTEM)


def test_a_draft_is_given_out_as_pdf(see, report):
    answer = see("clerk", f"/reports/{report.pk}/pdf/")
    assert answer.content[:4] == b"%PDF"
    assert answer["Content-Type"] == "application/pdf"
    page = see("clerk", f"/reports/{report.pk}/").content.decode()
    assert f"/reports/{report.pk}/pdf/" in page


def test_missing_fonts_are_told_on_the_page(see, report, monkeypatch):
    from kebridge.figures.documents import fonts

    monkeypatch.setattr(fonts, "choose", lambda: fonts.Chosen({}, ("本机没有仿宋",)))
    assert "本机没有仿宋" in see("clerk", f"/reports/{report.pk}/").content.decode()


def test_an_edition_is_set_again_as_it_was_signed(see, world, report):
    ops.sign(report.pk, by=SYSTEM)
    visit(world, "M", "2024-06-01", 1000)
    assert see("auditor", f"/reports/{report.pk}/editions/0/pdf/").content[:4] == b"%PDF"


def test_an_edition_whose_list_has_changed_is_refused_with_the_reason(see, world, report):
    ops.sign(report.pk, by=SYSTEM)
    activity(world, "A", "后来补记的讲座", "2024-07-01")
    answer = see("leader", f"/reports/{report.pk}/editions/0/pdf/")
    assert answer.status_code == 400
    assert "与签发时不一致" in answer.content.decode()
    assert see("leader", f"/reports/{report.pk}/editions/0/docx/").status_code == 200


@pytest.mark.parametrize(
    ("role", "org", "status"),
    [("clerk", "CITY", 200), ("auditor", "CITY", 200), ("reporter", "A", 403), ("admin", "CITY", 403)],
)
def test_who_may_take_the_evidence_of_a_figure(see, role, org, status):
    assert see(role, "/figures/venues.visits/pack/?scope=CITY&period=2024", org).status_code == status


def test_a_pack_holds_an_index_of_the_records(see, report):
    answer = see("clerk", f"/reports/{report.pk}/pack/")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert names == ["01-参观人次/索引.xlsx"]
    assert see("reporter", f"/reports/{report.pk}/pack/", "A").status_code == 404
    page = see("clerk", "/figures/venues.visits/?scope=CITY&period=2024").content.decode()
    assert "/figures/venues.visits/pack/?scope=CITY&amp;period=2024" in page


def test_starters_come_with_organisation_and_period(see, client, world):
    page = see("clerk", "/reports/start/").content.decode()
    for one in STARTERS:
        assert one.title in page
    answer = see("clerk", "/reports/start/monthly/?org=A&period=2024-03")
    text = answer.context["text"]
    assert 'title: "演示甲县科协2024年3月工作简报"' in text
    assert client.post("/reports/new/", {"template": text, "revision": ""}).status_code == 302
    assert see("clerk", "/reports/start/none/").status_code == 400
    assert see("clerk", "/reports/start/monthly/?period=abc").status_code == 400
    assert see("leader", "/reports/start/").status_code == 403


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: one.key)
def test_every_starter_can_be_saved_and_written(world, starter):
    raw = {"org": "CITY", "register": "organisations", "since": "2024-01-01", "until": "2024-12-31"}
    save("nil_returns", by=SYSTEM, raw=raw)
    period = Period.parse("2024-03" if starter.step == "month" else "2024")
    report = ops.save_report(fill(starter, "CITY", '演示"市"科协', period), by=SYSTEM)
    assert Report.objects.unscoped("test").get().title.startswith('演示"市"科协2024年')
    rendered = ops.preview(report, by=SYSTEM)
    assert check_docx(to_docx(rendered.document)) == []
