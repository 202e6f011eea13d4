"""The page of a figure: by role and scope, its numbers those of `figures()`, its way down to the record."""

import io
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import seals
from kebridge.figures import metrics
from kebridge.figures.choosing import chosen_request, year_after
from kebridge.figures.evaluation import figures
from kebridge.figures.opening import opened
from kebridge.figures.requests import FigureRequest, Scope
from kebridge.figures.series import MONTHS, Wish, pictures
from tests.figures import measures  # noqa: F401 (declares a measure of the closed circle)
from tests.support.world import SYSTEM, save, visit

pytestmark = pytest.mark.django_db
VISITS = "/figures/venues.visits/?scope=CITY&period=2024"
CLOSED = "- {name: t.closed_cases, title: 处分件数, unit: 件, kind: flow, measure: t.cases, help: 限定}"


def request(metric="venues.visits", scope="CITY", period="2024", **more):
    return FigureRequest(metric, Scope(scope), Period.parse(period), **more)


def value(**words):
    return figures([request(**words)], by=SYSTEM)[0].value


def test_the_page_shows_what_figures_says(see):
    page = see("leader", VISITS).content.decode()
    assert f'<div class="figure-number">{value():,f}<span class="unit">人次</span>' in page
    assert "比上年同期增长17.1%" in page
    assert "各部分相加等于总数" in page


@pytest.mark.parametrize("by", ["org", "month", "kind", "basis", "programme"])
def test_every_breakdown_leads_to_narrower_figures(see, by):
    page = see("leader", f"{VISITS}&by={by}")
    assert page.status_code == 200
    for part in page.context["opened"].parts:
        if part.url:
            assert see("leader", part.url).status_code == 200


def test_lines_name_the_record_and_lead_to_it(see):
    page = see("clerk", VISITS)
    lines = page.context["records"].lines
    assert [line.saying[:9] for line in lines] == ["2024年3月5日", "2024年3月5日", "2024年4月5日"]
    assert all(line.url.startswith("/r/visits/") for line in lines)


def test_lines_are_paged_and_read_with_as_many_queries_for_many_as_for_few(see, world):
    see("clerk", VISITS)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert see("clerk", VISITS).status_code == 200
        return len(caught)

    few = queries()
    for day in range(1, 29):
        visit(world, "M", date(2024, 5, day).isoformat(), 100, 5)
    assert queries() <= few
    second = see("clerk", f"{VISITS}&page=2").context["records"]
    assert (second.pages, second.page, len(second.lines)) == (2, 2, 59 - 30)


def test_a_reader_of_one_county_is_refused_the_city(see):
    assert see("reporter", VISITS, "A").status_code == 403
    assert see("reporter", VISITS.replace("CITY", "A"), "A").status_code == 200


def test_who_sees_no_figures_is_told_who_does(see):
    answer = see("admin", VISITS)
    assert answer.status_code == 403
    assert "领导" in answer.content.decode()


@pytest.mark.parametrize(("role", "names_it"), [("clerk", False), ("leader", True)])
def test_closed_measures_leak_neither_in_the_catalogue_nor_by_address(see, role, names_it):
    with metrics.using([*metrics.every(), *metrics.load(CLOSED, "tests")]):
        for address in ("/figures/?period=2024", f"/figures/?period=2024&q={quote('处分')}"):
            assert ("t.closed_cases" in see(role, address).content.decode()) is names_it
        answer = see(role, "/figures/t.closed_cases/?scope=CITY&period=2024")
    assert answer.status_code == (200 if names_it else 400)
    assert ("处分件数" in answer.content.decode()) is names_it


def test_a_saved_visit_moves_the_figure_at_once(see, world):
    before = see("clerk", VISITS).context["figure"].value
    visit(world, "M", "2024-06-01", 1000)
    assert see("clerk", VISITS).context["figure"].value == before + 1000


def test_a_seal_keeps_the_figure_of_its_day(see, world):
    before = value()
    number = seals.seal(by=SYSTEM).pk
    visit(world, "M", "2024-06-01", 1000)
    assert see("clerk", f"{VISITS}&position={number}").context["figure"].value == before


def test_past_figures_end_at_their_file(see, world):
    raw = {"org": "CITY", "metric": "venues.visits", "since": "2020-01-01", "until": "2020-12-31", "value": "300",
           "document": "2020年总结第4页"}  # fmt: skip
    save("past_figures", by=SYSTEM, raw=raw)
    page = see("leader", VISITS.replace("2024", "2020")).content.decode()
    assert "来源文件：2020年总结第4页" in page
    assert '<div class="figure-number">300<' in page


def test_unreported_and_missing_are_said(see):
    page = see("leader", "/figures/venues.tour_stops/?scope=CITY&period=2024").content.decode()
    assert '<div class="figure-number none">未填报</div>' in page
    assert "演示甲县科技馆" in see("leader", VISITS).content.decode()
    assert "2024年1至3月、5至12月" in see("leader", VISITS).content.decode()


def test_the_workbook_holds_all_lines(see):
    answer = see("clerk", "/figures/venues.visits/xlsx/?scope=CITY&period=2024")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert sum(row[4] for row in rows if isinstance(row[4], float)) == float(value())


def test_the_printed_note_says_where_the_figure_comes_from(see):
    page = see("auditor", "/figures/venues.visits/source/?scope=CITY&period=2024").content.decode()
    for words in ("数据来源说明", "进馆人次", "现场计数 100.0%", "各部分相加等于总数", "共3条"):
        assert words in page


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"way": "year", "year": "2023"}, "2023"),
        ({"way": "half", "year": "2024", "half": "2"}, "2024H2"),
        ({"way": "quarter", "year": "2024", "quarter": "3"}, "2024Q3"),
        ({"way": "month", "year": "2024", "month": "3"}, "2024-03"),
        ({"way": "range", "since": "2024-03-01", "until": "2024-04-15"}, "2024-03-01..2024-04-15"),
        ({"way": "to_date", "until": "2024-12-20"}, "截至2024-12-20"),
    ],
)
def test_the_form_chooses_every_kind_of_period(see, form, code):
    assert str(chosen_request(request(), form).period) == code
    query = "&".join(f"{key}={one}" for key, one in form.items())
    answer = see("leader", f"/figures/venues.visits/?scope=A&{query}")
    assert answer.status_code == 302
    assert f"period={quote(code)}" in answer.url.replace("%2E", ".")


def test_a_year_on_and_back_again():
    for code in ("2023", "2023H1", "2023Q2", "2023-02", "2023-03-01..2023-04-02"):
        period = Period.parse(code)
        assert year_after(period).previous() == period


def test_months_of_the_line_add_up_to_the_year(world):
    (picture,) = pictures([Wish(request(), MONTHS, pairs=True)], by=SYSTEM)
    assert sum(point.value or 0 for point in picture.points) == picture.figure.exact
    assert sum(point.before or 0 for point in picture.points) == picture.before.exact


def test_every_metric_of_the_catalogue_opens(world):
    for one in metrics.every():
        found = opened(request(one.name), by=SYSTEM)
        assert found.figure == figures([request(one.name)], by=SYSTEM)[0], one.name


def test_the_catalogue_is_searched_by_word_and_shows_the_values(see):
    page = see("leader", f"/figures/?period=2024&q={quote('参观人次')}")
    rooms = page.context["rooms"]
    held = {entry.metric.name: entry for room in rooms for entry in room.held}
    assert held["venues.visits"].figure.value == value()
    assert "activities.sessions" not in {entry.metric.name for room in rooms for entry in room.entries}


def test_the_catalogue_folds_what_has_no_value(see):
    page = see("leader", "/figures/?period=1999&whole=1")
    assert "个在这一时期没有数" in page.content.decode()
    assert '<details class="bare">' in page.content.decode()
    searched = see("leader", f"/figures/?period=1999&whole=1&q={quote('参观人次')}")
    assert '<details class="bare" open>' in searched.content.decode()


def test_a_wrong_address_is_refused_in_plain_words(see):
    for address in (
        VISITS.replace("2024", "abc"), VISITS.replace("CITY", "NONE"), f"{VISITS}&position=99", f"{VISITS}&basis=x",
    ):  # fmt: skip
        assert see("leader", address).status_code == 400, address


def test_filters_are_told_in_words(see):
    page = see("leader", f"{VISITS}&org_type=museum&basis=counted").content.decode()
    for words in ("单位类型：科技馆", "依据：现场计数"):
        assert words in page
