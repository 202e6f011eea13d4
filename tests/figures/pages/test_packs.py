"""PDF, evidence packs and starters: who may take what away, and that an edition's PDF is what was signed."""

import io
import zipfile

import pytest
from django_tasks_db.models import DBTaskResult

from kebridge.core.access.models import RoleGrant
from kebridge.core.access.roles import Role
from kebridge.core.audit.models import Entry
from kebridge.core.calendar.periods import Period
from kebridge.core.files import ops as files
from kebridge.core.jobs.errands import running
from kebridge.core.jobs.models import Errand
from kebridge.core.records import register as registers
from kebridge.figures.documents.conformance import check_docx
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.models import Report
from kebridge.figures.reports import ops
from kebridge.figures.reports.drafting import STARTERS, fill
from tests.support.world import SYSTEM, activity, save, visit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
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


FIGURE_PACK = "/figures/venues.visits/pack/?scope=CITY&period=2024"


def made(answer):
    """Names in the zip that was asked for, and its errand."""
    assert answer.status_code == 302
    errand = Errand.objects.latest("pk")
    assert answer["Location"] == f"/errands/{errand.pk}/"
    running.run(errand.pk)
    errand.refresh_from_db()
    assert errand.state == "done", errand.message
    return errand


def names_in(answer):
    assert answer["Content-Disposition"].startswith("attachment;")
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()


@pytest.mark.parametrize(
    ("role", "org", "status"),
    [("clerk", "CITY", 302), ("auditor", "CITY", 302), ("reporter", "A", 403), ("admin", "CITY", 403)],
)
def test_who_may_ask_for_the_evidence_of_a_figure(see, client, role, org, status):
    see(role, "/")
    see(role, "/", org)
    assert client.post(FIGURE_PACK).status_code == status
    assert Errand.objects.count() == (status == 302)
    assert DBTaskResult.objects.count() == (status == 302)


def test_a_pack_is_asked_for_made_and_fetched(see, client, report):
    page = see("clerk", "/figures/venues.visits/?scope=CITY&period=2024").content.decode()
    assert 'action="/figures/venues.visits/pack/?scope=CITY&amp;period=2024"' in page
    errand = made(client.post(FIGURE_PACK))
    assert client.post(FIGURE_PACK)["Location"] == f"/errands/{errand.pk}/", "the same while nothing changed"
    page = client.get(f"/errands/{errand.pk}/", headers={"HX-Target": "errand"}).content.decode()
    assert "data-fetch-now" in page
    assert "/figures/venues.visits/?scope=CITY&amp;period=2024" in page
    assert names_in(client.get(f"/errands/{errand.pk}/file/")) == ["索引.xlsx"]
    assert Entry.objects.filter(action="export", summary=f"下载{errand.title}").count() == 1


def test_a_new_file_makes_a_new_pack(see, client, world):
    see("clerk", "/")
    first = made(client.post(FIGURE_PACK))
    record = registers.get("visits").model.objects.unscoped("test").latest("pk")
    files.attach(registers.get("visits"), record, PDF, "读数.pdf", by=SYSTEM)
    second = made(client.post(FIGURE_PACK))
    assert second != first
    assert any(name.endswith("读数.pdf") for name in names_in(client.get(f"/errands/{second.pk}/file/")))


def test_the_pack_of_a_report(see, client, report):
    see("clerk", "/")
    errand = made(client.post(f"/reports/{report.pk}/pack/"))
    assert names_in(client.get(f"/errands/{errand.pk}/file/")) == ["01-参观人次/索引.xlsx"]
    assert client.get(f"/reports/{report.pk}/pack/")["Location"] == f"/reports/{report.pk}/"
    see("reporter", "/", "A")
    assert client.post(f"/reports/{report.pk}/pack/").status_code == 404
    assert Errand.objects.count() == 1


def test_another_s_pack_is_not_there_and_nothing_changes(see, client):
    see("clerk", "/")
    errand = made(client.post(FIGURE_PACK))
    before = Entry.objects.count(), Errand.objects.count()
    for role in ("office", "leader", "auditor"):
        for address in (f"/errands/{errand.pk}/", f"/errands/{errand.pk}/file/"):
            assert see(role, address).status_code == 404
        assert errand.title not in see(role, "/errands/").content.decode()
    assert (Entry.objects.count(), Errand.objects.count()) == before


def test_rows_of_the_closed_circle_are_for_the_circle_alone(see, client, world):
    metric = "/figures/party.sessions/pack/?scope=CITY&period=2024"
    see("clerk", "/")
    assert client.post(metric).status_code == 400, "in the same words as a metric that does not exist"
    assert not Errand.objects.exists()
    see("office", "/")
    errand = made(client.post(metric))
    assert names_in(client.get(f"/errands/{errand.pk}/file/")) == ["索引.xlsx"]
    assert see("clerk", f"/errands/{errand.pk}/file/").status_code == 404


def test_who_leaves_the_circle_keeps_nothing_of_it(see, client, world):
    see("office", "/")
    errand = made(client.post(FIGURE_PACK))
    RoleGrant.objects.filter(user__username="office-city").update(role=Role.CLERK)
    before = Entry.objects.count()
    answer = client.get(f"/errands/{errand.pk}/file/")
    assert answer.status_code == 403
    assert Entry.objects.count() == before


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


def test_a_starter_becomes_a_report_at_once(see, client, world):
    see("clerk", "/reports/start/")
    answer = client.post("/reports/start/monthly/", {"org": "A", "period": "2024-03"}, follow=True)
    assert answer.redirect_chain
    assert "演示甲县科协2024年3月工作简报" in answer.content.decode()
    see("leader", "/reports/")
    before = Report.objects.unscoped("test").count()
    assert client.post("/reports/start/monthly/", {"org": "A", "period": "2024-04"}).status_code == 403
    assert Report.objects.unscoped("test").count() == before


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: one.key)
def test_every_starter_can_be_saved_and_written(world, starter):
    raw = {"org": "CITY", "register": "organisations", "since": "2024-01-01", "until": "2024-12-31"}
    save("nil_returns", by=SYSTEM, raw=raw)
    period = Period.parse("2024-03" if starter.step == "month" else "2024")
    report = ops.save_report(fill(starter, "CITY", '演示"市"科协', period), by=SYSTEM)
    assert Report.objects.unscoped("test").get().title.startswith('演示"市"科协2024年')
    rendered = ops.preview(report, by=SYSTEM)
    assert check_docx(to_docx(rendered.document)) == []
