"""The measurements run, and their variants agree, on a ledger of 2,000 facts."""

from typing import Any

import pytest

FACTS = 2_000


@pytest.fixture
def ledger(db: None) -> Any:
    from bench import city, generate

    made = city.make_city(300)
    generate.fill(made, FACTS)
    return made


def test_generated_facts_have_every_nature_and_reversals(ledger: Any) -> None:
    from kebridge.core.ledger.models import Fact

    assert Fact.objects.count() == FACTS
    assert Fact.objects.filter(sign=-1).count() == FACTS // 50
    assert Fact.objects.filter(origin=1).exists()
    assert Fact.objects.values("measure").distinct().count() == 120


def test_generated_reversals_meet_their_facts(ledger: Any) -> None:
    from bench.city import FIRST_MEASURE
    from kebridge.core.ledger.store import KEY_COLUMNS
    from kebridge.figures.engines.python import read_ledger

    keys = {}
    for fact in read_ledger().facts:
        key = tuple(getattr(fact, name) for name in KEY_COLUMNS)
        keys[key] = keys.get(key, 0) + fact.sign
    assert min(keys.values()) >= 0
    assert all(key[0] >= FIRST_MEASURE for key in keys)


def test_figures_agree_with_statements_by_hand(ledger: Any) -> None:
    from bench import point_figures, report

    assert len(report.cases(ledger)) == 300
    lines = point_figures.measure_figures(FACTS, 1)
    assert [line.peer is not None for line in lines] == [True] * 3
    assert point_figures.measure_memory(FACTS, 1)[0].memory


def test_drilling_reconciles(ledger: Any) -> None:
    from bench import point_figures

    assert len(point_figures.measure_drilling(FACTS, 1)) == 2


def test_saving_agrees(db: None) -> None:
    from bench import point_saving

    assert [line.aim for line in point_saving.measure(0, 1)] == ["≤2.5×", "≤2×", ""]


def test_bulk_agrees(db: None) -> None:
    from bench import point_bulk

    assert point_bulk.measure(200, 1)[0].note.startswith("lock held")


def test_seal_and_verify_agree(db: None) -> None:
    from bench import point_ledger

    assert len(point_ledger.measure(FACTS, 1)) == 2


def test_table_names_what_is_missed() -> None:
    from bench.lines import Line, table

    text = table(
        [Line("a", "sqlite", 3.0, 1.0, 3.0, aim_ratio=2.5), Line("b", "sqlite", 0.1, aim_seconds=0.2)]
    )
    assert "未达" in text.splitlines()[1]
    assert "达到" in text.splitlines()[2]


@pytest.mark.django_db(transaction=True)
def test_command_line_does_not_import_the_api() -> None:
    from bench import point_startup

    run = point_startup.run_verify()
    assert run.returncode == 0, run.stderr[-1000:]
    modules = point_startup.modules_of(run)
    assert "django" in modules
    assert not modules & {"ninja", "kebridge.core.api.urls"}
