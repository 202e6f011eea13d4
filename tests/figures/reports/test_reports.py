"""Reports: figures bound to the ledger, record lists, signing, editions that stay what they were."""

import pytest

from kebridge.core.audit.models import Entry
from kebridge.core.ledger.models import Seal
from kebridge.core.refusal import Refusal
from kebridge.figures.documents import model as doc
from kebridge.figures.documents.conformance import check_docx
from kebridge.figures.documents.html import to_html
from kebridge.figures.models import Edition, Report
from kebridge.figures.reports import ops
from tests.support.world import SYSTEM, Role, World, activity, make_world, save, visit

pytestmark = pytest.mark.django_db

TEMPLATE = """
title: 演示年度报告
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits, scope: M, style: wan}
  activities: {metric: activities.activities}
  online: {metric: activities.online, nil: drop}
blocks:
  - heading: 场馆与活动
  - paragraph: 科技馆全年接待{visits}。开展活动{activities}；其中线上观看{online}。
  - records: {register: activities, pattern: "{title}", order: day, limit: 2, lead: 主要有}
"""
CARAVANS = TEMPLATE.replace("activities.online, nil: drop", "venues.caravan_activities")


@pytest.fixture
def world() -> World:
    world = make_world()
    visit(world, "M", "2024-03-05", 43_000, 120)
    for number, title in enumerate(("甲报告", "乙展览", "丙讲座"), start=1):
        activity(world, "A", title, f"2024-03-0{number}")
    return world


def body_text(rendered: ops.Rendered) -> str:
    paragraphs = [block for block in rendered.document.body if isinstance(block, doc.Paragraph)]
    return "\n".join(doc.plain_text(block.runs) for block in paragraphs)


def test_figures_and_record_lists_come_from_the_ledger(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    rendered = ops.preview(report, by=SYSTEM)
    assert body_text(rendered) == "科技馆全年接待4.31万人次。开展活动3项；\n主要有甲报告、乙展览等3项。"
    assert rendered.blocking == ()


def test_every_figure_of_the_page_leads_to_its_drill_down(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    page = to_html(ops.preview(report, by=SYSTEM).document)
    assert 'href="/figures/venues.visits/?scope=M&amp;period=2024"' in page
    assert 'data-basis="现场计数"' in page


def test_the_annex_gives_exact_value_scope_period_and_version(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    (annex,) = ops.preview(report, by=SYSTEM).document.annexes
    table = next(block for block in annex.blocks if isinstance(block, doc.Table))
    rows = [[doc.plain_text(doc.cell_runs(cell)) for cell in row] for row in table.rows]
    told = doc.plain_text(next(block for block in annex.blocks if isinstance(block, doc.Paragraph)).runs)
    assert [rows[0][0], *rows[0][2:]] == ["1", "4.31万人次", "43,120人次"]
    first = f"{rows[0][1]}；{told.partition('都是')[2]}"
    assert first.startswith("参观人次")
    assert "演示市科技馆，2024年" in first
    assert "现场计数" in first
    assert "口径第1版" in first
    assert "科普活动数" in [row[1] for row in rows]


def test_a_figure_that_nobody_reported_is_marked_and_blocks_signing(world: World) -> None:
    report = ops.save_report(CARAVANS, by=SYSTEM)
    rendered = ops.preview(report, by=SYSTEM)
    assert "其中线上观看【未报】" in body_text(rendered)
    with pytest.raises(Refusal, match="没有单位填报"):
        ops.sign(report.pk, by=SYSTEM)
    assert Edition.objects.unscoped("test").count() == 0


def test_a_nil_return_lets_the_report_be_signed_with_a_zero(world: World) -> None:
    nil = {"org": "CITY", "register": "trips", "since": "2024-01-01", "until": "2024-12-31"}
    save("nil_returns", by=SYSTEM, raw=nil)
    report = ops.save_report(CARAVANS, by=SYSTEM)
    edition = ops.sign(report.pk, by=SYSTEM)
    assert [one["text"] for one in edition.figures] == ["4.31万人次", "3项", "0次"]


def test_an_edition_recomputes_to_itself_after_later_entries(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    edition = ops.sign(report.pk, by=SYSTEM)
    visit(world, "M", "2024-03-06", 1_000_000)
    assert ops.deviations(edition, by=SYSTEM) == []
    assert ops.overtaken(edition, by=SYSTEM) == ["“参观人次”签发时为4.31万人次，现在为104.31万人次"]


def test_the_signed_docx_keeps_to_the_standard_and_prints_its_seal(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    edition = ops.sign(report.pk, by=SYSTEM)
    assert check_docx(bytes(edition.docx)) == []
    assert Seal.objects.get().digest[:16] in edition.html


def test_who_may_not_sign_changes_nothing(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    clerk = world.person("clerk", ("CITY", Role.CLERK))
    audited = Entry.objects.count()
    with pytest.raises(Refusal, match="签发报告的权限"):
        ops.sign(report.pk, by=clerk)
    assert (Edition.objects.unscoped("test").count(), Seal.objects.count()) == (0, 0)
    assert Entry.objects.count() == audited


def test_a_reader_of_one_county_cannot_preview_the_city(world: World) -> None:
    report = ops.save_report(TEMPLATE, by=SYSTEM)
    reporter = world.person("reporter", ("A", Role.REPORTER))
    with pytest.raises(Refusal):
        ops.preview(report, by=reporter)
    assert not Report.objects.visible_to(reporter).exists()


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("metric: venues.vists", "metric: venues.visits", r"第6行第20列：没有名为“venues.vists”的指标"),
        ("{visitors}", "{visits}", "正文用了“visitors”，但 figures 里没有它"),
        ('period: "2024年13月"', 'period: "2024"', "第4行第9列"),
        ("style: waan", "style: wan", "没有“waan”这种写法"),
        ("register: activites", "register: activities", "没有名为“activites”的登记簿"),
        ('"{titel}"', '"{title}"', "活动登记簿没有“titel”这个字段"),
        ("org: NOWHERE", "org: CITY", "没有代码为“NOWHERE”的组织"),
    ],
)
def test_a_wrong_template_is_refused_at_its_place(world: World, wrong: str, right: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        ops.save_report(TEMPLATE.replace(right, wrong), by=SYSTEM)
    assert Report.objects.unscoped("test").count() == 0
