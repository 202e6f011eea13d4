"""The year at a glance and who has not reported."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kebridge.core.access.models import User
from kebridge.core.calendar.periods import Period
from kebridge.core.records.models import RegisterSetting
from kebridge.figures import metrics
from kebridge.figures.evaluation import figures
from kebridge.figures.requests import FigureRequest, Scope
from kebridge.staff.home import themes
from tests.support.world import SYSTEM, activity, make_world, save, visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    made = make_world()
    for year, individuals in (("2023", 400), ("2024", 500)):
        visit(made, "M", f"{year}-03-05", individuals, 86)
        visit(made, "AM", f"{year}-04-05", 100)
        activity(made, "A", f"{year}年报告", f"{year}-03-06")
    return made


@pytest.fixture
def home(client, world):
    def open_as(role, address="/", org="CITY"):
        name = f"{role}-{org}".lower()
        if not User.objects.filter(username=name).exists():
            world.person(name, (org, role))
        client.force_login(User.objects.get(username=name))
        return client.get(address)

    return open_as


def glance_of(answer):
    """The glance of the part that the home page asks for after it stands."""
    part = answer.client.get(f"/glance/?scope={answer.context['org'].code}&year={answer.context['year']}")
    assert part.status_code == 200
    return part.context["glance"]


def cards_of(answer):
    return [card for section in glance_of(answer).sections for card in section.cards]


def test_at_least_twelve_figures_as_figures_gives_them(home):
    cards = cards_of(home("leader"))
    assert len(cards) >= 12
    plain = figures([card.figure.request for card in cards], by=SYSTEM)
    assert [card.figure for card in cards] == plain


def test_it_starts_with_the_latest_year_that_has_facts_and_the_own_organisation(home):
    answer = home("leader")
    assert (answer.context["year"], answer.context["org"].code) == (2024, "CITY")
    assert home("reporter", org="A").context["org"].code == "A"


def test_a_county_sees_itself_and_not_the_city(home):
    answer = home("reporter", org="A")
    visits = next(card for card in cards_of(answer) if card.figure.metric.name == "venues.visits")
    assert visits.text == "100"
    assert home("reporter", "/?scope=CITY", "A").status_code == 403


def test_the_change_has_a_sign_and_words(home):
    page = home("leader", "/?whole=1").content.decode()
    assert '<span class="sign" aria-hidden="true">▲</span> 比上年增长17.1%' in page


def test_an_administrator_without_figures_is_led_to_the_settings(home):
    answer = home("admin")
    assert answer.status_code == 200
    assert "不查看业务数据" in answer.content.decode()
    assert home("admin", "/missing/").status_code == 403


def test_an_empty_installation_opens(client, db):
    world = make_world()
    world.person("first", ("CITY", "leader"))
    client.force_login(User.objects.get(username="first"))
    assert client.get("/").status_code == 200


def test_queries_do_not_grow_with_records(home, world):
    home("leader")

    def queries(address):
        with CaptureQueriesContext(connection) as caught:
            assert home("leader", address).status_code == 200
        return len(caught)

    addresses = ("/", "/glance/", "/inbox/", "/figures/", "/figures/venues.visits/?scope=CITY&period=2024")
    few = [queries(address) for address in addresses]
    for day in range(1, 29):
        visit(world, "M", f"2024-05-{day:02d}", 100, 5)
        activity(world, "B", f"讲座{day}", f"2024-06-{day:02d}")
    assert [queries(address) <= count for address, count in zip(addresses, few, strict=True)] == [True] * 5
    assert few[0] <= 45


def test_waiting_records_are_counted_within_reach(home, world):
    RegisterSetting.objects.create(register="visits", review=True)
    visit(world, "AM", "2024-08-01", 5, by=world.person("teller", ("AM", "reporter")))
    assert home("leader").context["waiting_total"] == 1
    assert home("reporter", org="B").context["waiting_total"] == 0


def test_missing_units_have_a_ready_sentence(home, world):
    owing = {one.register.code: one for one in home("office", "/missing/?year=2024").context["owing"]}
    assert [unit.name for unit in owing["activities"].units] == ["演示甲县科协", "演示乙县科协"]
    assert "演示甲县科技馆（2024年1至3月、5至12月）" in owing["visits"].reminder
    nil = {"org": "B", "register": "activities", "since": "2024-01-01", "until": "2024-12-31"}
    save("nil_returns", by=SYSTEM, raw=nil)
    owing = {one.register.code: one for one in home("office", "/missing/?year=2024").context["owing"]}
    assert [unit.name for unit in owing["activities"].units] == ["演示甲县科协"]


def test_charts_have_their_table_and_words(home):
    answer = home("leader", "/?whole=1")
    charts = glance_of(answer).charts
    assert {chart.kind for chart in charts} == {"line", "bar"}
    page = answer.content.decode()
    assert page.count('role="img" aria-label="每月参观人次（人次）：1月') == 1
    assert page.count("看表格") == len(charts)


def test_scripts_are_files_only(home):
    page = home("leader", "/?whole=1").content.decode()
    scripts = [part.split(">", 1)[0] for part in page.split("<script")[1:]]
    assert all(" src=" in one or 'type="application/json"' in one for one in scripts)


@pytest.mark.parametrize("query", ["?year=abc", "?scope=NONE"])
def test_wrong_words_are_refused(home, query):
    assert home("leader", f"/{query}").status_code == 400


def test_the_declaration_names_neither_programme_nor_place():
    for theme in themes():
        for item in (*theme.cards, *theme.charts):
            assert set(item.filters) <= {"org_type", "kind", "grade"}


def test_a_few_early_records_do_not_make_a_new_year_the_first_page(home, world):
    visit(world, "M", "2025-01-02", 5)
    answer = home("leader")
    assert answer.context["year"] == 2024
    assert 2025 in answer.context["years"]


def test_last_year_is_not_drawn_by_month_when_it_was_told_for_the_whole_year(home, world):
    total = {"org": "B", "measure": "activities.sessions", "since": "2023-01-01", "until": "2023-12-31",
             "quantity": "50", "document": "年报"}  # fmt: skip
    save("summary_returns", by=SYSTEM, raw=total)
    charts = {chart.title: chart for chart in glance_of(home("leader")).charts}
    assert charts["每月活动场次"].names == ("2024年",)
    assert "全年合计" in charts["每月活动场次"].note
    assert charts["每月参观人次"].names == ("2024年", "2023年")


def test_twice_as_many_figures_cost_hardly_more_statements(world):
    """Silent ones too: past figures, nil returns and what waits for review are read once for all of a scope."""
    kinds = ("flow", "subjects", "snapshot")
    plain = [one for one in metrics.every() if one.kind in kinds and not one.filters][:160]

    def statements(found):
        asked = [FigureRequest(one.name, Scope("CITY"), Period.year(2024)) for one in found]
        with CaptureQueriesContext(connection) as caught:
            figures(asked, by=SYSTEM)
        return len(caught)

    assert len(plain) == 160
    few, many = statements(plain[::2]), statements(plain)
    assert many <= few + 8
