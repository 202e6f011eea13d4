"""Tables, charts, chronicles and ordered record lists of a report."""

import re

import pytest

from kebridge.core.refusal import Refusal
from kebridge.figures.documents import model as doc
from kebridge.figures.documents.conformance import check_docx
from kebridge.figures.documents.docx import to_docx
from kebridge.figures.documents.html import to_html
from kebridge.figures.documents.pdf import to_pdf
from kebridge.figures.reports import ops
from tests.support.world import SYSTEM, World, activity, make_world, save, visit

pytestmark = pytest.mark.django_db

HEAD = """
title: 演示年度报告
org: CITY
period: "2024"
figures:
  visits: {metric: venues.visits}
  museum: {metric: venues.visits, scope: M}
  activities: {metric: activities.activities}
  standing: {metric: organisations.standing}
blocks:
"""
FIGURES = "  - table: {caption: 主要指标, rows: [visits, museum, {figure: activities, title: 活动}]}\n"
BY_ORG = (
    "  - table: {caption: 各单位参观, figure: visits, by: org, columns: [县区, 今年, 上年, 增减, 占比]}\n"
)
CHART = "  - chart: {caption: 逐月参观, figure: visits, by: month, kind: bar}\n"
HONOURS = '  - records: {register: honours, rank: level, order: "day, title", style: numbered, pattern: "{title}"}\n'
CHRONICLE = """  - chronicle:
      registers: [honours, {register: activities, pattern: "举办{title}"}]
      limit: 2
      tail: 另有{rest}项。
"""


@pytest.fixture
def world() -> World:
    world = make_world()
    for year, people in (("2023", 400), ("2024", 500)):
        visit(world, "M", f"{year}-03-05", people)
        visit(world, "AM", f"{year}-04-05", 100)
    for number, title in enumerate(("甲报告", "乙展览", "丙讲座"), start=1):
        activity(world, "A", title, f"2024-03-0{number}")
    honour("市级奖", "市级", "2024-01-05")
    honour("国家奖", "国家级", "2024-06-05")
    honour("省级奖二", "省级", "2024-02-05")
    honour("省级奖一", "省级", "2024-02-05")
    return world


def honour(title: str, level: str, day: str) -> None:
    raw = {
        "org": "CITY", "day": day, "title": title, "level": level, "kind": "表彰奖励", "grantors": "演示单位",
        "recipient": "科协", "recipient_org": "CITY", "document": "演示文件第1号",
    }  # fmt: skip
    save("honours", by=SYSTEM, raw=raw)


def rendered(blocks: str, title: str = "演示年度报告") -> ops.Rendered:
    return ops.preview(ops.save_report(HEAD.replace("演示年度报告", title) + blocks, by=SYSTEM), by=SYSTEM)


def cells(table: doc.Table) -> list[list[str]]:
    return [[doc.plain_text(doc.cell_runs(cell)) for cell in row] for row in table.rows]


def lines(found: ops.Rendered) -> list[str]:
    return [
        block.text if isinstance(block, doc.Subhead) else doc.plain_text(block.runs)
        for block in found.document.body
        if isinstance(block, (doc.Subhead, doc.Paragraph))
    ]


def test_a_table_of_figures_stands_beside_last_year(world: World) -> None:
    (table,) = rendered(FIGURES).document.body
    assert isinstance(table, doc.Table)
    assert [column.title for column in table.columns] == ["指标", "今年", "上年", "增减"]
    assert cells(table) == [
        ["参观人次", "600", "500", "增长20%"],
        ["演示市科技馆参观人次", "500", "400", "增长25%"],
        ["活动", "3", "—", "—"],
    ]


def test_what_was_not_reported_last_year_does_not_hold_up_signing(world: World) -> None:
    edition = ops.sign(ops.save_report(HEAD + FIGURES, by=SYSTEM).pk, by=SYSTEM)
    assert {"visits", "visits@上年"} <= {one["key"] for one in edition.figures}


def test_a_second_report_of_the_same_title_is_refused(world: World) -> None:
    ops.save_report(HEAD + FIGURES, by=SYSTEM)
    with pytest.raises(Refusal, match="已经有一份《演示年度报告》"):
        ops.save_report(HEAD + CHART, by=SYSTEM)


def test_a_table_of_parts_adds_up_and_every_number_opens(world: World) -> None:
    found = rendered(BY_ORG)
    (table,) = found.document.body
    assert isinstance(table, doc.Table)
    assert cells(table) == [
        ["演示甲县科协", "100", "100", "持平", "16.7%"],
        ["演示市科技馆", "500", "400", "增长25%", "83.3%"],
        ["合计", "600", "500", "增长20%", "100.0%"],
    ]
    assert '<a class="figure" href="/figures/venues.visits/?scope=M&amp;period=2023"' in to_html(
        found.document
    )


def test_a_chart_is_drawn_everywhere_with_words_for_who_cannot_see_it(world: World) -> None:
    found = rendered(CHART)
    picture = found.document.body[0]
    assert isinstance(picture, doc.Picture)
    assert "3月500人次，4月100人次" in picture.alt
    assert picture.svg.count("<rect") == 2
    page = to_html(found.document)
    assert re.search(r'<svg role="img" aria-label="逐月参观：[^"]+500人次', page)
    assert "看数据表" in page
    assert check_docx(to_docx(found.document)) == []
    assert to_docx(found.document) == to_docx(found.document)
    assert to_pdf(found.document).data[:4] == b"%PDF"


@pytest.mark.parametrize("by", ["org", "month", "kind", "year"])
def test_charts_open_by_every_dimension(world: World, by: str) -> None:
    picture = rendered(f"  - chart: {{caption: 参观, figure: visits, by: {by}}}\n").document.body[0]
    assert isinstance(picture, doc.Picture)
    assert re.search("[56]00人次", picture.alt)


def test_an_edition_keeps_the_numbers_of_its_tables_and_charts(world: World) -> None:
    edition = ops.sign(ops.save_report(HEAD + BY_ORG + CHART, by=SYSTEM).pk, by=SYSTEM)
    visit(world, "M", "2024-05-06", 1_000)
    assert ops.deviations(edition, by=SYSTEM) == []
    assert "“参观人次（演示市科技馆）”签发时为500，现在为1,500" in ops.overtaken(edition, by=SYSTEM)


def test_ranked_lists_go_from_the_nation_down_then_by_the_fields_named(world: World) -> None:
    assert lines(rendered(HONOURS)) == ["1.国家奖。", "2.省级奖一。", "3.省级奖二。", "4.市级奖。"]


def test_groups_are_told_with_their_number(world: World) -> None:
    in_line = HONOURS.replace("style: numbered", "group: level, limit: 1")
    assert lines(rendered(in_line)) == [
        "国家级1项：国家奖。",
        "省级2项：省级奖一等2项。",
        "市级1项：市级奖。",
    ]
    apart = HONOURS.replace("style: numbered", "style: sentences, group: level, lead: 获奖情况")
    assert lines(rendered(apart, "另一份"))[:4] == ["获奖情况", "国家级1项", "国家奖。", "省级2项"]


def test_a_report_of_several_years_tells_days_with_their_year(world: World) -> None:
    dated = HONOURS.replace("{title}", "{day}{title}")
    assert lines(rendered(dated))[0] == "1.6月5日国家奖。"
    term = dated.replace("register: honours,", 'register: honours, period: "第一届:2022-06-01..2024-10-31",')
    assert lines(rendered(term, "届期报告"))[0] == "1.2024年6月5日国家奖。"


def test_years_that_a_term_cuts_say_so_under_their_column(world: World) -> None:
    head = HEAD.replace('period: "2024"', 'period: "第一届:2022-06-01..2024-10-31"')
    chart = CHART.replace("by: month", "by: year")
    (picture,) = ops.preview(ops.save_report(head + chart, by=SYSTEM), by=SYSTEM).document.body
    assert isinstance(picture, doc.Picture)
    assert all(label in picture.svg for label in ("2022年6月起", "2023年", "2024年至10月"))


def test_a_chronicle_goes_by_day_and_month_and_keeps_the_weightier(world: World) -> None:
    told = lines(rendered(CHRONICLE))
    assert told[:2] == ["1月", "1月5日　演示市科协获演示单位“市级奖”。"]
    march = told.index("3月")
    assert told[march + 1 : march + 4] == ["3月1日　举办甲报告。", "3月2日　举办乙展览。", "另有1项。"]


def test_filters_take_several_choices_and_refuse_unknown_ones(world: World) -> None:
    several = HONOURS.replace("rank: level", "rank: level, filters: {level: [nation, city]}")
    assert lines(rendered(several)) == ["1.国家奖。", "2.市级奖。"]
    with pytest.raises(Refusal, match="荣誉的“level”没有“town”"):
        ops.save_report(HEAD + several.replace("nation", "town"), by=SYSTEM)


def test_a_heading_with_nothing_under_it_is_left_out(world: World) -> None:
    none = HONOURS.replace("rank: level", "filters: {level: township}")
    deep = f"  - heading: 荣誉\n  - {{level: 2, heading: 乡镇}}\n{none}  - heading: 活动\n  - paragraph: 开展{{activities}}。\n"
    body = rendered(deep).document.body
    assert [block.text for block in body if isinstance(block, doc.Heading)] == ["活动"]


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        (FIGURES.replace("visits,", "visit,"), r"第11行第35列：用了“visit”，但 figures 里没有它"),
        (FIGURES.replace("activities, title", "activities, titel"), "不认识“titel”"),
        (BY_ORG.replace("by: org", "by: ork"), "“by”不能写“ork”，可以写：org、month、kind、year"),
        (BY_ORG.replace("占比", "比重"), "不认识“比重”这一栏"),
        (CHART.replace("visits", "standing"), "“组织数”不能按月份展开"),
        (CHART.replace("month, kind: bar", "org, kind: line"), "线图只用于月份和年份"),
        (CHART.replace("kind: bar", "kind: pie"), "“kind”不能写“pie”"),
        (CHART.replace("caption: 逐月参观, ", ""), "缺少“caption”"),
        (HONOURS.replace("rank: level", "rank: title"), "不是有固定选项的字段"),
        (HONOURS.replace("day, title", "day, titel"), "荣誉不能按“titel”排序"),
        (HONOURS.replace("style: numbered", "style: stars"), "“style”不能写“stars”"),
        (HONOURS.replace("style: numbered", "limit: 三"), "“limit”应为不小于0的整数"),
        (CHRONICLE.replace("honours", "bodies"), "服务对象单位没有日期"),
        (CHRONICLE.replace("{title}", "{titel}"), "活动登记簿没有“titel”这个字段"),
        ("  - figure: visits\n", "应写成 heading、paragraph、records、chronicle、table 或 chart"),
    ],
)
def test_a_wrong_block_is_refused_at_its_place(world: World, blocks: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        ops.save_report(HEAD + blocks, by=SYSTEM)
