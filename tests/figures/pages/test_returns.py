"""Statistical returns: lines are figures, what is missing says so, who may not export takes nothing."""

import io
import re

import pytest
from python_calamine import CalamineWorkbook

from kebridge.core.audit.models import Entry
from tests.figures import measures  # noqa: F401 (declares a measure of the closed circle)
from tests.support.world import activity

pytestmark = pytest.mark.django_db
SURVEY = "/returns/most_survey/?scope=CITY&year=2024"

ONE = """
- code: sample
  system: 演示统计
  title: 演示表
  source: 演示制度
  since: 2024
  until: 2025
  lines:
    - {number: "1", form: 活动, title: 讲座, unit: 万人次, metric: activities.on_site, filters: {kind: lecture}, divide: 10000, decimals: 2}
    - {number: "2", form: 人员, title: 从业人员, unit: 人, by_hand: 没有登记}
"""


def load(text=ONE):
    from kebridge.figures.returns.loading import load as read

    return read(text, "演示.yaml")


def rows(answer):
    return {one.line.number: one for one in answer.context["rows"]}


def test_a_line_is_the_figure_of_its_metric_and_leads_to_it(world, see):
    page = see("leader", SURVEY)
    line = rows(page)["HD-1"]
    assert line.value == 1
    figure = see("leader", line.url).content.decode()
    assert re.search(r'figure-number">1<span class="unit">场', figure)
    assert rows(page)["CD-3"].value == 686
    assert rows(page)["CD-3"].before == 586


def test_what_is_not_held_is_said_and_never_a_zero(see):
    line = rows(see("leader", SURVEY))["RY-1"]
    assert line.value is None
    assert "手工填写" in line.remark
    assert "空着的不是零" in see("leader", SURVEY).content.decode()


def test_own_and_with_all_below(see):
    own = rows(see("leader", f"{SURVEY}&own=1"))["HD-1"]
    assert (own.value, own.remark) == (None, "未填报"), "the city itself gave none: not a zero"
    assert rows(see("leader", "/returns/most_survey/?scope=A&year=2024"))["CD-3"].value == 100


def test_a_great_change_must_be_explained(world, see):
    for day in range(10, 18):
        activity(world, "A", f"讲座{day}", f"2024-05-{day}")
    line = rows(see("leader", "/returns/cast_annual/?scope=CITY&year=2024"))["EKX-2"]
    assert (line.value, line.before) == (9, 1)
    assert "说明原因" in line.remark


def test_units_of_the_form_are_rounded_up_from_half(world, see):
    from kebridge.figures.returns import loading

    activity(world, "A", "大讲座", "2024-06-01", sessions=[{"day": "2024-06-01", "on_site": 12250}])
    with loading.using(load()):
        found = rows(see("leader", "/returns/sample/?scope=CITY&year=2024"))
        assert str(found["1"].value) == "1.24", "12,350 are 1.235万, rounded up"


def test_the_workbook_holds_the_lines_and_is_audited(see):
    answer = see("leader", "/returns/most_survey/xlsx/?scope=CITY&year=2024")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    lines = {row[0]: row for row in book.get_sheet_by_index(0).to_python()}
    assert lines["CD-3"][2:6] == ["科技馆当年参观", "人次", 686.0, 586.0]
    assert lines["RY-1"][4] == ""
    assert Entry.objects.filter(source_type="returns", action="export").count() == 1


def test_who_may_not_see_the_unit_or_export_gets_nothing(see):
    before = Entry.objects.filter(source_type="returns").count()
    for role, org, address in (
        ("clerk", "B", "/returns/most_survey/xlsx/?scope=A&year=2024"),
        ("reporter", "A", "/returns/most_survey/xlsx/?scope=CITY&year=2024"),
        ("admin", "CITY", "/returns/most_survey/xlsx/?scope=CITY&year=2024"),
        ("clerk", "B", "/returns/most_survey/?scope=A&year=2024"),
        ("admin", "CITY", "/returns/"),
    ):
        answer = see(role, address, org)
        assert answer.status_code in (400, 403), (role, address)
        assert "686" not in answer.content.decode()
    assert Entry.objects.filter(source_type="returns").count() == before, "a denial changes nothing"


def test_a_line_of_the_closed_circle_is_empty_for_others(see):
    from kebridge.figures import metrics
    from kebridge.figures.returns import loading

    closed = "- {name: t.closed_cases, title: 处分件数, unit: 件, kind: flow, measure: t.cases, help: 限定}"
    with metrics.using([*metrics.every(), *metrics.load(closed, "演示")]):
        text = ONE.replace("metric: activities.on_site, filters: {kind: lecture}", "metric: t.closed_cases")
        with loading.using(load(text)):
            line = rows(see("clerk", "/returns/sample/?scope=CITY&year=2024"))["1"]
            assert (line.value, line.url, line.remark) == (None, "", "这一指标您看不到")


def test_a_form_of_other_years_is_refused(see):
    answer = see("leader", "/returns/most_survey/?scope=CITY&year=2019")
    assert answer.status_code == 400
    assert "不适用于2019年" in answer.content.decode()
    assert see("leader", "/returns/nothing/").status_code == 404
    assert see("leader", "/returns/most_survey/?year=今年").status_code == 400


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("metric: activities.on_site", "metric: t.nothing", 9, "没有指标“t.nothing”"),
        ("filters: {kind", "filters: {topic", 9, "topic"),
        ("by_hand: 没有登记", "note: 没有登记", 10, "只写其中一个"),
        ('number: "2"', 'number: "1"', 10, "写了两次"),
        ("until: 2025", "until: 2020", 7, "早于起始年份"),
        ("source: 演示制度", "host: 演示制度", 5, "不认识“host”"),
    ],
)
def test_a_wrong_definition_is_refused_at_its_line(before, after, line, says):
    from kebridge.core.wording.places import DefinitionError

    assert before in ONE
    with pytest.raises(DefinitionError, match=re.escape(says)) as refused:
        load(ONE.replace(before, after, 1))
    assert f"第{line}行" in str(refused.value)


def test_every_filter_of_the_shipped_forms_is_a_word_that_records_use():
    from kebridge.figures import metrics
    from kebridge.figures.presenting import filter_words
    from kebridge.figures.returns import loading

    unknown = [
        (line.number, value)
        for made in loading.every()
        for line in made.lines
        for key, values in line.filters.items()
        for value in values
        if filter_words(key, [value], metrics.get(line.metric)) == value
    ]
    assert unknown == []
