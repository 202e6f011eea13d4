"""The case end to end: workbooks through the real import, every computed claim right, the traps counted right."""

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
from kebridge.casework.claims import COMPUTED
from kebridge.casework.loading import DEMO_MARK, Loaded
from kebridge.core.access.actors import Actor
from kebridge.core.calendar.periods import Period
from kebridge.core.ledger import verify
from kebridge.core.transfer.plan import plan_import
from kebridge.figures.evaluation import figures
from kebridge.figures.reports import binding, template
from kebridge.figures.requests import NIL, Figure, FigureRequest, Scope

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
    assert len(found) == 105
    wanted = {"id", "status", "room", "metric", "expected", "qualifier", "computed", "ok", "basis"}
    assert all(wanted <= set(one) for one in found)
    assert all(one["ok"] is True for one in found if one["status"] == COMPUTED)
    assert all(one["ok"] is None for one in found if one["status"] != COMPUTED)


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


def test_the_correction_and_the_duplicate(loaded: Loaded) -> None:
    assert loaded.lines[-1].endswith("新增1条，更正1条，没有变化2条")


def test_the_same_workbooks_again_change_nothing(case: Case) -> None:
    for name in case.workbooks[:2] + case.workbooks[3:4]:
        plan = plan_import((target_of(case) / name).read_bytes(), name, by=SYSTEM)
        assert not plan.has_work, name


def test_only_sessions_of_the_year_count() -> None:
    """The performances go on into January; those days belong to the next year."""
    assert figure("activities.sessions", "2025-01", "NY-KJG").value == 3
    assert figure("venues.tour_visits", "2025-01").value > 0


def test_cancelled_and_postponed_count_nothing() -> None:
    assert figure("activities.activities", "2024-11-12..2024-11-12", "NY", kind="interview").value == 0


def test_one_activity_in_two_campaigns_counts_once() -> None:
    week, disaster = "科技活动周", "防灾减灾日"
    apart = [figure("activities.activities", programme=name).value for name in (week, disaster)]
    both = figure("activities.activities", programme=[week, disaster]).value
    assert both == sum(apart) - 1


def test_a_nil_return_is_a_zero_and_nobody_is_missing() -> None:
    assert figure("activities.sessions", "2024-02", "NY-NZ").status == NIL
    assert figure("activities.sessions").missing == ()
    assert figure("venues.visits").missing == ()


def test_the_county_that_sent_nothing_for_a_month_of_last_year() -> None:
    missing = figure("activities.sessions", "2023").missing
    assert [(unit.name, unit.label) for unit in missing] == [("桐柏县科协", "2023年8月")]


def test_totals_of_a_county_count_until_there_are_singles() -> None:
    only_totals = figure("activities.sessions", scope="NY-TB")
    assert only_totals.origins.summary > 0
    both = figure("activities.sessions", "2024-05", "NY-XX")
    assert both.origins.summary == 0
    assert both.origins.superseded > 0


def test_last_year_is_there_to_compare_with() -> None:
    for metric in ("venues.visits_growth", "activities.growth", "organisations.growth"):
        assert figure(metric).value > 0, metric
    assert figure("venues.tour_visits", "2023").origins.past > 0


def test_enterprise_associations_stand_on_the_opening_stock() -> None:
    standing = figure("organisations.standing", kind="enterprise")
    assert standing.origins.opening == standing.value - 39


def test_the_report_can_be_signed(case: Case) -> None:
    text = (case.folder / "report.yaml").read_text(encoding="utf-8")
    rendered = binding.render(template.load(text), by=SYSTEM, marks=(case.mark,))
    assert rendered.blocking == ()
    assert len(rendered.stated) >= 40
