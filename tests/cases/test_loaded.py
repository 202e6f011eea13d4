"""The cases end to end: workbooks through the real import, every computed claim right, the traps counted right."""

import io
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from kebridge.casework.building import target_of
from kebridge.casework.cases import VARIABLE, Case
from kebridge.casework.checking import Checked, check
from kebridge.casework.claims import COMPUTED, read_claims
from kebridge.casework.loading import DEMO_MARK, Loaded
from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import measures, verify
from kebridge.core.ledger.measures import Visibility
from kebridge.core.transfer.plan import plan_import
from kebridge.figures.evaluation import figures
from kebridge.figures.reports import binding, template
from kebridge.figures.requests import NIL, Figure, FigureRequest, Scope
from tests.cases.books import HEBI, NANYANG

SYSTEM = Actor.system("测试")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def figure(metric: str, period: str = "2024", scope: str = "NY", **filters: Any) -> Figure:
    return figures([FigureRequest(metric, Scope(scope), Period.parse(period), filters)], by=SYSTEM)[0]


def test_every_computed_claim_is_right(case: Case) -> None:
    wrong = [
        f"{one.claim.id} {one.claim.statement}: {one.computed}"
        for one in check(case, by=SYSTEM)
        if one.ok is False
    ]
    assert not wrong


def test_cases_prints_json(case: Case) -> None:
    out = io.StringIO()
    call_command("cases", "--json", "--case", case.name, stdout=out)
    found = json.loads(out.getvalue())
    assert len(found) == len(read_claims(case))
    wanted = {"id", "status", "room", "metric", "expected", "qualifier", "computed", "ok", "basis"}
    assert all(wanted <= set(one) for one in found)
    assert all(one["ok"] is True for one in found if one["status"] == COMPUTED)
    assert all(one["ok"] is None for one in found if one["status"] != COMPUTED)


@NANYANG
def test_a_claim_that_is_not_so_fails_the_command(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / case.name
    shutil.copytree(case.folder, copy)
    claims = copy / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",335600,", ",335601,"), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    out = io.StringIO()
    with pytest.raises(CommandError, match="S1-075") as failed:
        call_command("cases", stdout=out)
    assert failed.value.returncode == 1
    assert "不符" in out.getvalue()


def test_claims_are_the_same_at_the_seal(case: Case, loaded: Loaded) -> None:
    def told(found: list[Checked]) -> list[Decimal | None]:
        return [one.computed for one in found]

    assert told(check(case, by=SYSTEM, position=loaded.seal)) == told(check(case, by=SYSTEM))


def test_the_ledger_is_clean() -> None:
    assert list(verify.problems()) == []


def test_the_installation_is_marked(case: Case) -> None:
    assert (Path(settings.DATA) / DEMO_MARK).read_text(encoding="utf-8").strip() == case.mark


def test_nothing_was_dropped_but_notes(loaded: Loaded) -> None:
    assert all("表尾说明" in warning or "“说明”不在模板里" in warning for warning in loaded.warnings)


@NANYANG
def test_the_correction_and_the_duplicate(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("新增1条，更正1条，没有变化2条")


@NANYANG
def test_the_same_workbooks_again_change_nothing(case: Case) -> None:
    for name in case.workbooks[:2] + case.workbooks[3:4]:
        plan = plan_import((target_of(case) / name).read_bytes(), name, by=SYSTEM)
        assert not plan.has_work, name


@NANYANG
def test_only_sessions_of_the_year_count() -> None:
    """The performances go on into January; those days belong to the next year."""
    assert figure("activities.sessions", "2025-01", "NY-KJG").value == 3
    assert figure("venues.tour_visits", "2025-01").value > 0


@NANYANG
def test_cancelled_and_postponed_count_nothing() -> None:
    assert figure("activities.activities", "2024-11-12..2024-11-12", "NY", kind="interview").value == 0


@NANYANG
def test_one_activity_in_two_campaigns_counts_once() -> None:
    week, disaster = "科技活动周", "防灾减灾日"
    apart = [figure("activities.activities", programme=name).value for name in (week, disaster)]
    both = figure("activities.activities", programme=[week, disaster]).value
    assert both == sum(apart) - 1


@NANYANG
def test_a_nil_return_is_a_zero_and_nobody_is_missing() -> None:
    assert figure("activities.sessions", "2024-02", "NY-NZ").status == NIL
    assert figure("activities.sessions").missing == ()
    assert figure("venues.visits").missing == ()


@NANYANG
def test_the_county_that_sent_nothing_for_a_month_of_last_year() -> None:
    missing = figure("activities.sessions", "2023").missing
    assert [(unit.name, unit.label) for unit in missing] == [("桐柏县科协", "2023年8月")]


@NANYANG
def test_totals_of_a_county_count_until_there_are_singles() -> None:
    only_totals = figure("activities.sessions", scope="NY-TB")
    assert only_totals.origins.summary > 0
    both = figure("activities.sessions", "2024-05", "NY-XX")
    assert both.origins.summary == 0
    assert both.origins.superseded > 0


@NANYANG
def test_last_year_is_there_to_compare_with() -> None:
    for metric in ("venues.visits_growth", "activities.growth", "organisations.growth"):
        assert figure(metric).value > 0, metric
    assert figure("venues.tour_visits", "2023").origins.past > 0


@NANYANG
def test_enterprise_associations_stand_on_the_opening_stock() -> None:
    standing = figure("organisations.standing", kind="enterprise")
    assert standing.origins.opening == standing.value - 39


def test_the_report_can_be_signed(case: Case) -> None:
    text = (case.folder / "report.yaml").read_text(encoding="utf-8")
    rendered = binding.render(template.load(text), by=SYSTEM, marks=(case.mark,))
    assert rendered.blocking == ()
    assert len(rendered.stated) >= 40


# -- Hebi's traps


def hebi(metric: str, period: str = "2024", scope: str = "HB", **filters: Any) -> Decimal | None:
    return figure(metric, period, scope, **filters).value


@HEBI
def test_visits_and_attendance_of_one_museum_are_two_measures() -> None:
    visits, took_part = (hebi(metric, scope="HB-KJG") for metric in ("venues.visits", "activities.on_site"))
    assert 300_000 < visits < 400_000
    assert 138_000 < took_part < 139_000
    assert 300_000 < hebi("venues.visits") < 400_000  # the museum is the only venue of the city


@HEBI
def test_one_party_session_serves_two_obligations() -> None:
    campaign = "党纪学习教育"
    enlarged = hebi("party.sessions", kind="centre_enlarged", programme=campaign)
    assert (enlarged, hebi("party.items", kind="campaign_study")) == (4, 4)
    assert (
        hebi("party.items", kind="centre_study")
        == hebi("party.sessions", kind=["centre", "centre_enlarged"])
        == 13
    )
    both = "2024-09-18..2024-09-18"
    assert hebi("party.sessions", both, kind="centre") == 1
    assert [hebi("party.items", both, kind=kind) for kind in ("topic", "centre_study")] == [1, 1]


@HEBI
def test_party_figures_are_hidden_from_others_than_the_closed_circle() -> None:
    assert measures.get("party.sessions").visibility == Visibility.CLOSED


@HEBI
def test_nil_returns_of_talks_are_zeros() -> None:
    assert figure("party.talks", "2024-02", "HB").status == NIL


@HEBI
def test_a_session_of_two_programmes_counts_once() -> None:
    four = ["院士专家巡讲", "首席科普专家点对点", "i科普志愿服务", "防范邪教宣传"]
    apart = sum(hebi("activities.sessions", programme=name) or 0 for name in four)
    assert hebi("activities.sessions", programme=four) == apart - 1 == 55


@HEBI
def test_tags_that_records_also_bear_are_not_counted_beyond_the_limit() -> None:
    """The month's sessions also bear the brand's tag."""
    assert hebi("activities.programmes", programme="防范邪教宣传月") == 1
    assert hebi("activities.programmes", programme=["防范邪教宣传月", "防范邪教宣传"]) == 2


@HEBI
def test_money_intended_granted_and_received_are_three_numbers() -> None:
    granted = figure("projects.money_granted", scope="HB").value
    own = hebi("projects.money_granted", scope="HB", kind=["project", "subsidy"])
    assert own == granted == 3_960_000  # with the county's own project
    assert hebi("projects.money_received") != granted
    assert (
        hebi("innovation.investment", programme="商业航天产业会议") == 7_500_000_000
    )  # with what is only intent


@HEBI
def test_the_amount_typed_wrong_was_reversed(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("更正2条，没有变化3条")
    assert hebi("projects.money_granted", scheme="科普教育基地提升") == 160_000


@HEBI
def test_people_who_came_twice_are_counted_once() -> None:
    assert hebi("people.inspectors", level="province", channel="in") == 6
    assert hebi("people.inspector_persons", level="province", channel="in") == 5
    tour = {"programme": "科创中国河南行", "channel": "service"}
    assert (hebi("people.guest_visits", **tour), hebi("people.guests", **tour)) == (13, 10)


@HEBI
def test_a_run_of_years_needs_every_year() -> None:
    scheme = "全省科协工作先进单位"
    assert hebi("honours.run", scheme=scheme) == 3
    assert hebi("honours.run", "2023", scheme=scheme) == 2


@HEBI
def test_the_county_missing_in_the_year_before() -> None:
    missing = figure("activities.sessions", "2023", "HB").missing
    assert [(unit.name, unit.label) for unit in missing] == [("鹤山区科协", "2023年7月")]
    assert figure("activities.sessions", scope="HB").missing == ()


@HEBI
def test_a_tour_stop_that_went_on_into_the_year_is_no_new_stop() -> None:
    assert (hebi("venues.tour_stops"), hebi("venues.tour_visits", "2024-01", "HB-JX") > 0) == (1, True)


@HEBI
def test_cancelled_and_moved_sessions_count_nothing() -> None:
    assert hebi("activities.sessions", "2024-09-19..2024-09-19", "HB-HS", kind="lecture") == 0
    assert hebi("activities.on_site", "2024-09-20..2024-09-20", programme="院士专家巡讲") == 0
